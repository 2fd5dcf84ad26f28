// A review beyond its page: look closer at a recording, take the card along as a picture, print.

const more = document.querySelector("[data-more]");

/** A value of a pace as minutes and seconds, any other as a short number. */
const said = (value, inverted) => {
  if (value == null) return "–";
  if (!inverted) return String(Math.round(value * 10) / 10);
  return `${Math.floor(value / 60)}:${String(Math.round(value % 60)).padStart(2, "0")}`;
};

async function closer(button) {
  button.disabled = true;
  const [{ default: uPlot }, answer] = await Promise.all([import("../vendor/uplot.js"), fetch(button.dataset.closer)]);
  const told = await answer.json();
  const place = document.createElement("div");
  place.className = "closer";
  button.closest("figure").append(place);
  // A canvas knows no light-dark(); the colour of an element is what the browser made of it.
  const style = (name) => {
    place.style.color = `var(${name})`;
    return getComputedStyle(place).color;
  };
  const band = style("--band");
  const axis = { stroke: style("--quiet"), grid: { stroke: style("--rail"), width: 0.6 }, ticks: { show: false } };
  const sync = uPlot.sync("review");
  const width = () => place.clientWidth;
  const charts = told.channels.map((channel) => {
    const bands = {
      hooks: {
        drawClear: [(plot) => {
          plot.ctx.fillStyle = band;
          for (const step of channel.bands) {
            const [left, right] = [plot.valToPos(step.start, "x", true), plot.valToPos(step.stop, "x", true)];
            const low = step.floor == null ? plot.bbox.top + plot.bbox.height : plot.valToPos(step.floor, "y", true);
            const high = step.ceiling == null ? plot.bbox.top : plot.valToPos(step.ceiling, "y", true);
            plot.ctx.fillRect(left, Math.min(low, high), right - left, Math.abs(low - high));
          }
        }],
      },
    };
    const options = {
      width: width(), height: 190, plugins: [bands], cursor: { sync: { key: sync.key }, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { dir: channel.inverted ? -1 : 1 } },
      axes: [{ ...axis, incrs: [60, 120, 300, 600, 900, 1200, 1800, 3600], values: (_, ticks) => ticks.map((tick) => `${Math.round(tick / 6) / 10}`) },
        { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => said(tick, channel.inverted)) }],
      series: [{ label: "min", value: (_, at) => (at == null ? "–" : `${Math.floor(at / 60)}:${String(Math.round(at % 60)).padStart(2, "0")}`) },
        { label: `${channel.name}, ${channel.unit}`, stroke: style("--ink"), width: 1.4, points: { show: false }, value: (_, at) => said(at, channel.inverted) }],
    };
    return new uPlot(options, [told.t, channel.values], place);
  });
  place.style.color = "";
  addEventListener("resize", () => charts.forEach((chart) => chart.setSize({ width: width(), height: 190 })));
}

/** The card as PNG: the picture is drawn by the browser itself, and leaves it only where its athlete sends it. */
async function picture(link) {
  const text = await (await fetch(link.href)).text();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 1080, height: 1350 });
  canvas.getContext("2d").drawImage(image, 0, 0);
  const png = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const out = Object.assign(document.createElement("a"), { href: URL.createObjectURL(png), download: link.dataset.card });
  out.click();
}

if (more) {
  for (const button of document.querySelectorAll("[data-closer]")) {
    button.hidden = false;
    button.addEventListener("click", () => closer(button), { once: true });
  }
  const print = more.querySelector("[data-print]");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  more.querySelector("[data-card]").addEventListener("click", (event) => {
    event.preventDefault();
    picture(event.currentTarget);
  });
}
