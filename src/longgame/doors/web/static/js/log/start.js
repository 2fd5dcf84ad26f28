// What can be started: the day's promises, a session begun on another device, or a free log.

import { chips, h, say } from "./dom.js";
import { begin } from "./session.js";

/** The list of what can be started; go(live) is called once something was. */
export function startView(day, go) {
  const before = { confidence: null, low_day: null, intention_confirmed: null };
  const free = { title: say("free"), sport: "strength" };
  const start = (planned, joined = null) => () => go(begin(planned, before, free, joined));
  const freely = (sport) => () => go(begin(null, before, { title: sport === "other" ? say("free") : say(`sport_${sport}`), sport }));
  return h("div", { class: "log" },
    h("header", { class: "page-head" }, h("h1", {}, say("log"))),
    day === null && h("p", { class: "notice" }, say("no_day")),
    (day?.live ?? []).map((one) => joinCard(one, day, start)),
    (day?.sessions ?? []).map((one) => promiseCard(one, before, start)),
    day !== null && !day.sessions.length && h("p", { class: "lead" }, say("nothing_planned")),
    h("section", { class: "stack", "aria-labelledby": "free" },
      h("h2", { id: "free" }, day?.sessions.length ? say("start_free") : say("what_free")),
      h("div", { class: "tiles" }, FREE.map((sport) => h("button", { type: "button", onclick: freely(sport) }, say(`sport_${sport}`))))));
}

const FREE = ["strength", "run", "ride", "walk", "swim", "other"];

function promiseCard(planned, before, start) {
  if (planned.kept_by) return keptCard(planned, start);
  return h("article", { class: "purpose", "data-intent": planned.intent },
    h("p", { class: "intent" }, say(`intent_${planned.intent}`)),
    h("h2", { class: "big" }, planned.title),
    planned.why.length > 0 && h("p", {}, planned.why[0]),
    h("details", { class: "quiet-details" }, h("summary", {}, say("before")), beforeFields(before)),
    h("p", {}, h("button", { type: "button", class: "first wide", onclick: start(planned) }, say("start"))));
}

/** A promise that was kept already: what was done is a step away, and starting once more is possible, not offered first. */
function keptCard(planned, start) {
  return h("article", { class: "sheet stack", "data-intent": planned.intent },
    h("p", { class: "intent" }, say(`intent_${planned.intent}`)),
    h("h2", {}, planned.title),
    h("p", {}, say("kept_already")),
    h("p", { class: "row" },
      h("a", { class: "button", href: `/review/${planned.kept_by}` }, say("see_review")),
      h("button", { type: "button", class: "bare", onclick: start(planned) }, say("start_again"))));
}

function beforeFields(before) {
  const tens = Array.from({ length: 11 }, (_, value) => [value, String(value)]);
  const yesNo = [[true, say("yes")], [false, say("no")]];
  return h("div", { class: "stack" },
    h("p", { class: "quiet" }, say("optional")),
    chips(say("intention"), "intention", [[true, say("clear")]], null, (value) => { before.intention_confirmed = value; }),
    chips(say("confidence"), "confidence", tens, null, (value) => { before.confidence = value; }),
    chips(say("low_day"), "low", yesNo, null, (value) => { before.low_day = value; }));
}

function joinCard(one, day, start) {
  const planned = day.sessions.find((other) => other.planned === one.planned) ?? { ...one, steps: [], why: [] };
  return h("div", { class: "sheet stack" },
    h("h2", {}, say("begun_elsewhere", { title: one.title ?? say("free") })),
    h("p", { class: "quiet" }, say("join_says")),
    h("p", {}, h("button", { type: "button", onclick: start(planned, one) }, say("join"))));
}
