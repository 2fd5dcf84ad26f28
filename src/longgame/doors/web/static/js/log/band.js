// The band, drawn where the logger needs it: the same glyph as on every page.

const [WIDTH, HEIGHT, SIDE, RAIL, BAR] = [240, 28, 6, 14, 10];
const SVG = "http://www.w3.org/2000/svg";

function rectangle(x, y, width, height, name, round) {
  const shape = document.createElementNS(SVG, "rect");
  const values = { x, y, width: Math.max(0, width), height, rx: round, class: name };
  for (const [key, value] of Object.entries(values)) shape.setAttribute(key, value);
  return shape;
}

/**
 * A picture of a value between a floor and a ceiling; the part outside is hatched, no mark without a value. A value that
 * is still `growing` towards its floor is not outside yet.
 */
export function band(bounds, value, says, growing = false) {
  const ends = [bounds.floor, bounds.ceiling].filter((end) => end !== null);
  const shown = value === null || Number.isNaN(value) ? ends : [...ends, value];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const air = (most - least) * 0.25 || Math.abs(most) * 0.25 || 1;
  const at = (one) => SIDE + ((one - least + air) / (most - least + 2 * air)) * (WIDTH - 2 * SIDE);
  const left = bounds.floor === null ? SIDE : at(bounds.floor);
  const right = bounds.ceiling === null ? WIDTH - SIDE : at(bounds.ceiling);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  picture.setAttribute("class", "lg-picture");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", says);
  picture.append(
    rectangle(SIDE, RAIL - 1, WIDTH - 2 * SIDE, 2, "lg-rail", 1),
    rectangle(left, RAIL - BAR / 2, Math.max(4, right - left), BAR, "lg-bar", 3),
  );
  if (value === null || Number.isNaN(value)) return picture;
  const mark = at(value);
  if (mark < left && !growing) picture.append(rectangle(mark, RAIL - BAR / 2, left - mark, BAR, "lg-outside", 0));
  if (mark > right) picture.append(rectangle(right, RAIL - BAR / 2, mark - right, BAR, "lg-outside", 0));
  picture.append(rectangle(mark - 2, 3, 4, HEIGHT - 6, "lg-mark", 2));
  return picture;
}
