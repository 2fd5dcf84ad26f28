// The logger: start, log, close, each of it on this device first and in the journal as soon as it can be reached.

import { band } from "./band.js";
import { dayAtTop, dayServed, standing } from "./bounds.js";
import { alertOnce, stayAwake } from "./clock.js";
import { closeView, stop } from "./close.js";
import { h, say } from "./dom.js";
import { canListen, listen } from "./heart.js";
import { onSending, send } from "./outbox.js";
import { countUnkept, isUnkept, keepNow, onKeeping } from "./keeping.js";
import { current, keepThought, leave, now, remember, setClock } from "./session.js";
import { startView } from "./start.js";
import { every, stepName, stepView } from "./steps.js";
import { keep, recall } from "./store.js";
import { clock } from "./units.js";

const place = document.getElementById("log");
const view = h("div", {});
const keeping = h("div", { class: "keeping", role: "status" });
const spoken = h("p", { class: "unseen", role: "status" });
const sending = h("p", { class: "sending quiet", role: "status" });
let day = null;
let live = null;
let heart = { bpm: null, stop: null };

/** Today's promises: fresh where the journal can be reached, else as last heard. */
async function load() {
  try {
    const response = await fetch("/log/day.json", { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(response.statusText);
    day = await response.json();
    await keep("day", day);
  } catch {
    day = await recall("day");
  }
  setClock(day?.clock_ahead_ms ?? 0);
}

/** Put a view in the place of the one before; what had the focus has it again, so that a keyboard can go on from there. */
function show(next) {
  const held = view.contains(document.activeElement) ? document.activeElement : null;
  view.replaceChildren(next);
  if (!place.contains(view)) place.replaceChildren(view, spoken, keeping, sending);
  if (held) refocus(held);
  if (live && live.intent) place.dataset.intent = live.intent;
  else delete place.dataset.intent;
}

const nameOf = (element) => element.id || element.getAttribute("aria-label") || element.textContent;

function refocus(held) {
  const same = [...view.querySelectorAll(held.tagName)].find((one) => nameOf(one) === nameOf(held));
  const heading = view.querySelector("#step-name") ?? view.querySelector("h1");
  if (!same) heading?.setAttribute("tabindex", "-1");
  (same ?? heading)?.focus({ preventScroll: true });
}

/** Draw everything anew; `words` are what changed, for those who hear the page. */
function draw(words = "") {
  stayAwake(live !== null);
  spoken.textContent = words;
  if (live === null) return show(startView(day, (begun) => { live = begun; withExercises(); draw(); scrollTo(0, 0); }));
  if (live.closing) return show(closeView(live, over, () => { live.closing = null; remember(live); draw(); }));
  show(h("div", { class: "log" }, header(), whole(), pulse(), rest(), stepView(live, draw), stepList(), thought(), ending()));
}

function withExercises() {
  live.exercises = day?.exercises ?? [];
}

function header() {
  const elapsed = h("span", { class: "figures" });
  return h("header", { class: "log-head" },
    h("div", {}, live.intent && h("p", { class: "intent" }, say(`intent_${live.intent}`)), h("h1", {}, live.title)),
    every(() => { elapsed.textContent = clock((now() - live.started) / 1000); }, elapsed));
}

/** Over everything: whether the day already served its purpose, and that stopping here is a full success. */
function whole() {
  if (dayAtTop(live.steps, live.sets, live.finished)) {
    return h("div", { class: "guard stack", role: "status" }, h("p", { class: "lead" }, say("day_top")),
      h("button", { type: "button", class: "first", onclick: end }, say("close_now")));
  }
  return dayServed(live.steps, live.sets, live.finished) && h("p", { class: "notice", role: "status" }, say("day_enough"));
}

/** Shows the latest beat where the page has its line now: the page is drawn anew while the strap goes on telling. */
let shown = () => {};

/** Live heart rate against the day's band. */
function pulse() {
  if (!canListen()) return null;
  const asked = heartBounds();
  const line = h("div", { class: "pulse" });
  shown = () => showPulse(line, asked);
  const connect = async () => {
    try {
      heart.stop = await listen((bpm) => { heart.bpm = bpm; shown(); }, () => { heart = { bpm: null, stop: null }; draw(); });
      draw();
    } catch {
      line.replaceChildren(h("p", { class: "quiet" }, say("no_strap")));
    }
  };
  if (heart.stop === null) line.append(h("button", { type: "button", class: "bare", onclick: connect }, say("connect_strap")));
  else showPulse(line, asked);
  return line;
}

function heartBounds() {
  const step = live.steps[live.at];
  const all = [...(step?.targets ?? []), ...live.targets];
  return all.find((one) => one.quantity === "heart_rate") ?? null;
}

let above = false;
function showPulse(line, asked) {
  const bpm = heart.bpm;
  const words = bpm === null ? say("no_contact") : say("bpm", { bpm });
  const over = asked !== null && asked.ceiling !== null && bpm !== null && bpm > asked.ceiling;
  if (over && !above) alertOnce();
  above = over;
  line.replaceChildren(
    h("p", { class: "figures" }, words),
    asked && bpm !== null ? band(asked, bpm, words) : "",
    over ? h("p", { class: "notice", role: "status" }, say("heart_above", { ceiling: asked.ceiling })) : "");
}

/** Time since the last set, against the rest that was asked for. */
function rest() {
  if (!live.restSince || !live.sets.length) return null;
  const asked = live.rest ?? null;
  const face = h("span", { class: "figures" });
  const picture = h("div", { class: "rest-band" });
  let rang = (now() - live.restSince) / 1000 > (asked?.floor ?? 0);
  const tick = () => {
    const seconds = (now() - live.restSince) / 1000;
    face.textContent = clock(seconds);
    if (asked) picture.replaceChildren(band(asked, Math.min(seconds, 3600), say("rested", { time: clock(seconds) }), true));
    if (asked && !rang && seconds >= asked.floor) { rang = true; alertOnce(true); }
  };
  return every(tick, h("div", { class: "rest" }, h("span", { class: "label" }, say("rest")), face, picture));
}

function stepList() {
  if (live.steps.length < 1) return null;
  const choose = (index) => () => { live.at = index; remember(live); draw(); document.getElementById("step-name")?.scrollIntoView({ block: "center" }); };
  const state = (step, index) => (step.kind === "sets" ? standing(step, live.sets, index) : live.finished.includes(index) ? "top" : "open");
  return h("nav", { class: "step-list", "aria-label": say("steps") }, h("ol", {},
    live.steps.map((step, index) => h("li", {}, h("button", {
      type: "button", class: `bare state-${state(step, index)}`, "aria-current": index === live.at ? "step" : null, onclick: choose(index),
    }, h("span", {}, stepName(step)), standingWords(state(step, index))))),
    h("li", {}, h("button", { type: "button", class: "bare", onclick: choose(live.steps.length) }, say("other_exercise")))));
}

/** Where a step stands, in a word; a step that is still open says nothing. */
const standingWords = (standing) => standing !== "open" && h("span", { class: "quiet" }, say(`state_${standing}`));

/** A thought in one tap: the field opens with the cursor in it, and return keeps it. */
function thought() {
  const text = h("textarea", { rows: 2, "aria-label": say("thought") });
  const form = h("form", { class: "stack", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    if (text.value.trim()) { keepThought(live, text.value.trim()); draw(); }
  } }, text, h("button", {}, say("keep_thought")));
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); } });
  const open = h("button", { type: "button", "aria-expanded": "false", onclick: () => { form.hidden = !form.hidden; open.setAttribute("aria-expanded", String(!form.hidden)); text.focus(); } }, say("thought"));
  return h("div", { class: "stack" }, open, h("p", { class: "quiet", "data-thoughts": true }, thoughtsKept()), form);
}

/** How many thoughts of this session are on the disk, in words; nothing for none. */
function thoughtsKept() {
  const kept = (live?.thoughts ?? 0) - countUnkept("/thoughts/");
  return kept > 0 ? say("thoughts_kept", { n: kept }) : "";
}

function ending() {
  return h("div", { class: "row actions" },
    h("button", { type: "button", class: "wide", onclick: end }, say("close")),
    live.sets.length === 0 && live.finished.length === 0 && h("button", { type: "button", class: "bare", onclick: () => { leave(); live = null; draw(); } }, say("leave")));
}

function end() {
  stop(live);
  draw();
  scrollTo(0, 0);
}

/** The session is on this device's disk; the way to its review opens as soon as the journal has it. */
function over(closed) {
  live = null;
  heart.stop?.();
  heart = { bpm: null, stop: null };
  const sets = closed.sets.length;
  const did = `${closed.title} · ${clock(closed.duration)}${sets ? ` · ${sets === 1 ? say("one_set") : say("sets_n", { n: sets })}` : ""}`;
  show(h("div", { class: "log" },
    h("header", { class: "page-head" }, h("h1", {}, say("closed")), h("p", { class: "lead" }, did)),
    h("p", { "data-unsent": true }, say("closed_says")),
    h("div", { class: "row" },
      h("a", { class: "button first", href: `/review/${closed.session}`, "data-sent": true, hidden: true }, closed.planned ? say("see_review") : say("look_back")),
      h("a", { class: "button", href: "/import" }, say("attach")),
      h("a", { class: "button", href: "/" }, say("to_today")))));
  scrollTo(0, 0);
  send();
}

/** Nothing is said while the disk is quick; a slow one is told of, and a failing one with what can be done. */
let slow = null;
onKeeping(({ busy, failed }) => {
  clearTimeout(slow);
  if (failed && !busy) {
    keeping.replaceChildren(h("div", { class: "notice stack" }, h("p", {}, say("not_kept")),
      h("p", {}, h("button", { type: "button", onclick: keepNow }, say("keep_again")))));
  } else if (busy) {
    slow = setTimeout(() => keeping.replaceChildren(h("p", { class: "quiet" }, say("keeping"))), 400);
  } else {
    keeping.replaceChildren();
    for (const one of view.querySelectorAll(".unkept")) one.classList.remove("unkept");
    for (const one of view.querySelectorAll("[data-thoughts]")) one.textContent = thoughtsKept();
  }
});

onSending(({ waiting, refused, reachable }) => {
  const sent = !waiting && !isUnkept();
  for (const one of view.querySelectorAll("[data-sent]")) one.hidden = !sent;
  for (const one of view.querySelectorAll("[data-unsent]")) one.hidden = sent;
  const words = [];
  if (waiting) words.push(say(reachable ? "sending" : "waiting", { n: waiting }));
  if (refused) words.push(say("refused", { n: refused }));
  sending.textContent = words.join(" ");
});
document.addEventListener("visibilitychange", async () => {
  if (document.hidden) return;
  stayAwake(live !== null);
  if (isUnkept()) return;
  const stored = await current();
  if (stored?.session !== live?.session) { live = stored; draw(); }
});

await load();
live = await current();
if (live) withExercises();
draw();
send();
