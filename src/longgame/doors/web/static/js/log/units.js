// Kilograms and pounds, and which plates to put on a bar.

export const KG_OF = { kg: 1, lb: 0.45359237 };
const PLATES = { kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5] };
const BARS = { kg: 20, lb: 45 };
const STEPS = { kg: 2.5, lb: 5 };

/** A load in another unit, to the hundredth. */
export const convert = (load, from, to) => (from === to ? load : Math.round((load * KG_OF[from] * 100) / KG_OF[to]) / 100);

/** Bounds in kilograms as the unit has them. */
export const inUnit = (bounds, unit) => ({
  ...bounds,
  floor: bounds.floor === null ? null : convert(bounds.floor, "kg", unit),
  ceiling: bounds.ceiling === null ? null : convert(bounds.ceiling, "kg", unit),
});

/** How much one tap on plus or minus changes a load. */
export const increment = (unit) => STEPS[unit];

/** The bar that is usual in a unit. */
export const bar = (unit) => BARS[unit];

/** The plates for one side, heaviest first, and what is left that no plate fits: { side: [20, 5], left: 0 }. */
export function plates(load, unit, barLoad = BARS[unit]) {
  let left = (load - barLoad) / 2;
  const side = [];
  for (const plate of PLATES[unit]) {
    while (left >= plate - 1e-9) {
      side.push(plate);
      left -= plate;
    }
  }
  return { side, left: Math.round(left * 100) / 100 };
}

const POINT = (0.5).toLocaleString(document.documentElement.lang)[1];

/** A number without trailing noughts, with the decimal sign of the page's language. */
export const plain = (value) => (value === null || value === undefined ? "" : String(Math.round(value * 100) / 100).replace(".", POINT));

/** Seconds as 1:05 or 1:02:03. */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value) => String(value).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
