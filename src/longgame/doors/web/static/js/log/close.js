// Closing a session: half a minute at most, and every field of it optional.

import { chips, h, say } from "./dom.js";
import { whenKept } from "./keeping.js";
import { close, lasted, now, remember } from "./session.js";

const TENS = Array.from({ length: 11 }, (_, value) => [value, String(value)]);

/** The form that closes a session; over(live) is called once it is closed, back() when one goes on instead. */
export function closeView(live, over, back) {
  const answers = { effort: null, presence: null, form: null, challenge: null, pain: null, built: null, learned: null, stars: null };
  const extra = {};
  const going = live.sport !== "strength";
  const take = (name) => (value) => { answers[name] = value; };
  const words = (name) => h("div", { class: "field" }, h("label", { for: name }, say(name)),
    h("textarea", { id: name, rows: 2, oninput: (event) => { answers[name] = event.target.value.trim() || null; } }));
  const number = (name, label, value, factor, most) => h("div", { class: "field" }, h("label", { for: name }, label),
    h("input", { id: name, inputmode: "decimal", autocomplete: "off", pattern: `${most}([.,][0-9]{0,3})?`, value, oninput: (event) => {
      const told = counted(event.target.value, factor);
      if (told === null) delete extra[name];
      else extra[name] = told;
    } }));
  const measured = h("div", { class: "fields two" },
    number("duration_s", say("minutes"), Math.max(1, Math.round(lasted(live) / 60)), 60, "[0-5]?[0-9]{1,3}"),
    going && number("distance_m", say("kilometres"), "", 1000, "1?[0-9]{1,3}"));
  const closing = h("button", { class: "first" }, say("close_it"));
  let finished = false; // a second tap before the first is kept is the same tap
  const finish = async (event) => {
    event.preventDefault();
    if (finished) return;
    finished = true;
    closing.setAttribute("aria-busy", "true");
    closing.textContent = say("keeping");
    close(live, answers, extra);
    await whenKept();
    over(live);
  };
  return h("form", { class: "fields close", onsubmit: finish },
    h("header", { class: "page-head" }, h("p", { class: "label" }, live.title), h("h1", {}, say("close")), h("p", { class: "quiet" }, say("optional"))),
    going && measured,
    chips(say("effort"), "effort", TENS, null, take("effort")),
    chips(say("presence"), "presence", TENS, null, take("presence")),
    chips(say("form_whole"), "whole", ["clean", "fading", "broke down"].map((one) => [one, say(`form_${one}`)]), null, take("form")),
    chips(say("challenge"), "challenge", TENS, null, take("challenge")),
    words("built"),
    words("learned"),
    !going && measured,
    h("details", { class: "quiet-details" }, h("summary", {}, say("more_answers")),
      chips(say("pain"), "pain", TENS, null, take("pain")),
      chips(say("stars"), "stars", [1, 2, 3, 4, 5].map((value) => [value, "★".repeat(value)]), null, take("stars"))),
    h("div", { class: "row" },
      closing,
      h("button", { type: "button", class: "bare", onclick: back }, say("go_on"))));
}

/** A number that was typed, times a factor and whole; null for none. */
function counted(text, factor) {
  const number = Number(text.replace(",", "."));
  return text.trim() === "" || Number.isNaN(number) || number < 0 ? null : Math.round(number * factor);
}

/** Stop the clock of the session while it is being closed. */
export function stop(live) {
  live.closing ??= now();
  remember(live);
}
