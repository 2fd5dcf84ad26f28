// Closing a session: half a minute at most, and every field of it optional.

import { chips, h, say } from "./dom.js";
import { close, now, remember } from "./session.js";

const TENS = Array.from({ length: 11 }, (_, value) => [value, String(value)]);

/** The form that closes a session; over(session) is called once it is closed, back() when one goes on instead. */
export function closeView(live, over, back) {
  const answers = { effort: null, presence: null, form: null, challenge: null, pain: null, built: null, learned: null, stars: null };
  const extra = { distance_m: null };
  const take = (name) => (value) => { answers[name] = value; };
  const words = (name) => h("div", { class: "field" }, h("label", { for: name }, say(name)),
    h("textarea", { id: name, rows: 2, oninput: (event) => { answers[name] = event.target.value.trim() || null; } }));
  const finish = async (event) => {
    event.preventDefault();
    const told = extra.distance_m === null ? {} : extra;
    await close(live, answers, told);
    over(live.session);
  };
  return h("form", { class: "fields close", onsubmit: finish },
    h("header", { class: "page-head" }, h("h1", {}, say("close")), h("p", { class: "quiet" }, say("optional"))),
    chips(say("effort"), "effort", TENS, null, take("effort")),
    chips(say("presence"), "presence", TENS, null, take("presence")),
    chips(say("form_whole"), "whole", ["clean", "fading", "broke down"].map((one) => [one, say(`form_${one}`)]), null, take("form")),
    chips(say("challenge"), "challenge", TENS, null, take("challenge")),
    words("built"),
    words("learned"),
    live.sport !== "strength" && h("div", { class: "field" }, h("label", { for: "distance" }, say("kilometres")),
      h("input", { id: "distance", inputmode: "decimal", oninput: (event) => { extra.distance_m = metres(event.target.value); } })),
    h("details", { class: "quiet-details" }, h("summary", {}, say("more_answers")),
      chips(say("pain"), "pain", TENS, null, take("pain")),
      chips(say("stars"), "stars", [1, 2, 3, 4, 5].map((value) => [value, "★".repeat(value)]), null, take("stars"))),
    h("div", { class: "row" },
      h("button", { class: "first" }, say("close_it")),
      h("button", { type: "button", class: "bare", onclick: back }, say("go_on"))));
}

function metres(text) {
  const number = Number(text.replace(",", "."));
  return text.trim() === "" || Number.isNaN(number) || number < 0 ? null : Math.round(number * 1000);
}

/** Stop the clock of the session while it is being closed. */
export async function stop(live) {
  live.closing ??= now();
  await remember(live);
}
