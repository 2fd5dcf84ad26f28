// Building pages from values: text is always set as text, so that nothing a person wrote can become markup.

import { plain } from "./units.js";

/** An element: h("p", { class: "quiet", onclick: act }, "text", child). False and null children are left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "disabled") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let words = null;

/** A text of the page's language with its {places} filled in. */
export function say(key, places = {}) {
  words ??= JSON.parse(document.getElementById("say").textContent);
  if (!(key in words)) throw new Error(`no words for ${key}`);
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(places[name]));
}

/** Choices of which one is taken at most: tapping the taken one lets it go. `options` are [value, label] pairs. */
export function chips(legend, name, options, taken, onchange) {
  const labels = options.map(([value, label]) => {
    const input = h("input", { type: "radio", name, checked: value === taken });
    input.addEventListener("click", () => {
      if (value === taken) { input.checked = false; taken = null; } else taken = value;
      onchange(taken);
    });
    return h("label", {}, input, label);
  });
  return h("fieldset", { class: "chips" }, h("legend", {}, legend), h("div", { class: "choices" }, labels));
}

/** A number with a minus and a plus beside it. */
export function stepper(label, value, by, onchange, { min = 0, decimals = false } = {}) {
  const input = h("input", {
    type: "text", inputmode: decimals ? "decimal" : "numeric", autocomplete: "off", value: plain(value), "aria-label": label,
  });
  const read = () => {
    const number = Number(input.value.replace(",", "."));
    return input.value.trim() === "" || Number.isNaN(number) ? null : Math.max(min, number);
  };
  const shift = (sign) => () => {
    const next = Math.max(min, Math.round(((read() ?? 0) + sign * by) * 100) / 100);
    input.value = plain(next);
    onchange(next);
  };
  input.addEventListener("input", () => onchange(read()));
  input.addEventListener("focus", () => input.select());
  return h("div", { class: "stepper" },
    h("span", { class: "label", "aria-hidden": "true" }, label),
    h("button", { type: "button", onclick: shift(-1), "aria-label": say("less", { what: label }) }, "−"),
    input,
    h("button", { type: "button", onclick: shift(1), "aria-label": say("more", { what: label }) }, "+"));
}
