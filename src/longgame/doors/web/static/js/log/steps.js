// The step at hand: its bounds, the next set with the guard over it, and the clock of an effort or a circuit.

import { band } from "./band.js";
import { alertOnce, circuitAt, readySound } from "./clock.js";
import { chips, h, say, stepper } from "./dom.js";
import { dayAtTop, nextStep, rationLeft, setBounds, side, standing, target, workSets } from "./bounds.js";
import { countUnkept } from "./keeping.js";
import { goPast, logSet, moment, now, remember, takeBack } from "./session.js";
import { bar, clock, convert, inUnit, increment, plain, plates } from "./units.js";

const RESERVE = [0, 1, 2, 3, 4, 5].map((value) => [value, value === 5 ? "5+" : String(value)]);

/** Everything about one step; draw() shows the whole page anew after a change. */
export function stepView(live, draw) {
  const step = live.steps[live.at];
  if (!step) return live.sport === "strength" || live.steps.length ? freeView(live, draw) : goingView(live, draw);
  return h("section", { class: "stack step", "aria-labelledby": "step-name" },
    h("h2", { id: "step-name", class: "big" }, stepName(step)),
    step.why && h("p", {}, step.why),
    step.until && h("p", { class: "notice" }, say("stop_rule", { rule: step.until })),
    step.tempo && h("p", { class: "quiet" }, say("tempo", { tempo: step.tempo })),
    step.superset && h("p", { class: "quiet" }, say("superset", { name: step.superset })),
    step.circuit && circuitClock(live, step, draw),
    step.kind === "sets" ? setsOf(live, step, draw) : effortOf(live, step, draw));
}

export function stepName(step) {
  if (step.kind === "sets") return step.exercise + (step.each_side ? `, ${say("each_side")}` : "");
  const name = step.name ?? step.written;
  return step.rounds > 1 ? `${step.rounds} × ${name}` : name;
}

function setsOf(live, step, draw) {
  const state = standing(step, live.sets, live.at);
  const { floor, ceiling } = setBounds(step);
  const done = workSets(live.sets, live.at).length;
  const asked = floor === ceiling || ceiling === null ? plain(floor) : `${plain(floor)}–${plain(ceiling)}`;
  const guarded = (state === "top" || state === "past") && !live.past.includes(`step ${live.at}`);
  return h("div", { class: "stack" },
    h("p", { class: "figures" }, say("sets_of", { done, asked })),
    band({ floor, ceiling }, done, say("sets_of", { done, asked }), true),
    doneSets(live, live.at, draw),
    guarded ? guard(live, step, draw) : setForm(live, step, draw));
}

/** How many sets of a step are done, in words, and whether that is its top. */
function howFar(live, step) {
  const index = live.steps.indexOf(step);
  if (index < 0) return say("set_drawn");
  const { floor, ceiling } = setBounds(step);
  const words = say("sets_of", { done: workSets(live.sets, index).length, asked: plain(ceiling ?? floor) });
  return ["top", "past"].includes(standing(step, live.sets, index)) ? `${words}. ${say("top")}` : words;
}

/** At the top of the bounds the way on is one deliberate tap, and the way to stop is named a success. */
function guard(live, step, draw) {
  const on = nextStep(live.steps, live.sets, live.at);
  const go = () => { live.at = on; remember(live); draw(); };
  const past = () => { goPast(live, `step ${live.at}`, stepName(step)); draw(); };
  const goOn = h("button", { type: "button", class: "bare", onclick: past }, say("go_past"));
  if (dayAtTop(live.steps, live.sets, live.finished)) return goOn;
  return h("div", { class: "guard stack", role: "status" },
    h("p", { class: "lead" }, say("top")),
    h("p", {}, on === live.at ? say("top_all") : say("top_step", { name: stepName(step) })),
    h("div", { class: "row" },
      on !== live.at && h("button", { type: "button", class: "first", onclick: go }, say("go_to", { name: stepName(live.steps[on]) })),
      goOn));
}

function doneSets(live, index, draw) {
  const mine = live.sets.filter((one) => one.step === index);
  if (!mine.length) return null;
  return h("ol", { class: "sets-done" }, mine.map((one) => {
    const words = live.steps[index] ? setWords(one) : `${one.exercise}: ${setWords(one)}`;
    return h("li", { class: countUnkept(`/sets/${one.uuid}`) ? "unkept" : null }, h("span", { class: "figures" }, words),
      h("button", { type: "button", class: "bare", "aria-label": say("undo_set", { set: words }),
        onclick: () => { takeBack(live, one); draw(); } }, say("undo")));
  }));
}

export function setWords(one) {
  const parts = [];
  if (one.reps !== null && one.reps !== undefined) parts.push(say("reps_n", { n: one.reps }));
  if (one.duration_s) parts.push(clock(one.duration_s));
  if (one.distance_m) parts.push(`${plain(one.distance_m)} m`);
  if (one.load !== null && one.load !== undefined) parts.push(`${plain(one.load)} ${one.unit}`);
  if (one.rir !== null && one.rir !== undefined) parts.push(say("rir_n", { n: one.rir }));
  if (one.form) parts.push(say(`form_${one.form}`));
  if (one.kind !== "work") parts.push(say(`kind_${one.kind}`));
  return parts.join(" · ");
}

/** What the next set is expected to be: as the last one of this step, else as last time, else as the plan asks. */
function proposal(live, step) {
  const here = live.sets.filter((one) => one.step === live.at);
  const last = here.at(-1) ?? step.last?.[Math.min(here.length, step.last.length - 1)] ?? null;
  const asked = target(step, "load");
  const unit = live.unit ?? last?.unit ?? localStorage.getItem("unit") ?? "kg";
  const planned = asked === null ? null : convert(asked.floor ?? asked.ceiling, "kg", unit);
  const lifted = last?.load === null || last?.load === undefined ? null : convert(Number(last.load), last.unit ?? unit, unit);
  return {
    unit,
    reps: last?.reps ?? step.reps?.floor ?? step.reps?.ceiling ?? null,
    load: lifted ?? planned,
    duration_s: last?.duration_s ?? step.hold_s?.floor ?? null,
    distance_m: last?.distance_m ?? step.distance_m?.floor ?? null,
    rir: null, form: null, kind: step.scheme === "drop" && here.length ? "drop" : step.scheme === "warm-up" ? "warm-up" : "work",
  };
}

function setForm(live, step, draw) {
  const next = proposal(live, step);
  const bands = h("div", { class: "bands" });
  const show = () => bands.replaceChildren(...setBands(step, next));
  const change = (name) => (value) => { next[name] = value; show(); };
  const timed = Boolean(step.hold_s);
  const submit = (event) => {
    event.preventDefault();
    add(live, step, next);
    draw(howFar(live, step));
  };
  const once = (event) => { if (event.detail > 1) event.preventDefault(); }; // the second tap of a double tap says nothing new
  show();
  return h("form", { class: "stack", onsubmit: submit },
    step.last?.length > 0 && h("p", { class: "quiet" }, say("last_time", { sets: step.last.map(setWordsLast).join(", ") })),
    h("div", { class: "steppers" },
      step.distance_m ? stepper(say("metres"), next.distance_m, 10, change("distance_m"))
        : timed ? stepper(say("seconds"), next.duration_s, 5, change("duration_s"))
          : stepper(say("reps"), next.reps, 1, change("reps")),
      stepper(say("load_in", { unit: next.unit }), next.load, increment(next.unit), change("load"), { decimals: true })),
    bands,
    chips(say("reserve"), "rir", RESERVE, null, change("rir")),
    chips(say("form"), "form", ["clean", "fading", "broke down"].map((one) => [one, say(`form_${one}`)]), null, change("form")),
    rationLine(live, step),
    h("button", { class: "first wide at-hand", onclick: once }, say("log_set")),
    loadTools(next, draw, live),
    h("details", { class: "quiet-details" }, h("summary", {}, say("kind")),
      chips(say("kind"), "kind", ["work", "warm-up", "drop", "failure"].map((one) => [one, say(`kind_${one}`)]), next.kind,
        (value) => { next.kind = value ?? "work"; show(); })));
}

const setWordsLast = (one) => [one.reps ?? (one.duration_s ? clock(one.duration_s) : ""), Number(one.load) ? `${plain(one.load)} ${one.unit}` : ""].filter(Boolean).join(" × ");

/** The bounds of one set with a mark where the entered values are. */
function setBands(step, next) {
  const rows = [];
  const add = (name, bounds, value) => {
    if (!bounds) return;
    const where = side(value, bounds);
    const words = `${plain(bounds.floor)}${bounds.floor !== bounds.ceiling && bounds.ceiling !== null ? `–${plain(bounds.ceiling)}` : ""}`;
    rows.push(h("div", { class: "asked" }, h("span", {}, name),
      h("span", {}, band(bounds, value ?? NaN, `${name}: ${words}`)),
      h("span", { class: "bounds" }, where === "above" ? say("above", { words }) : where === "below" ? say("below", { words }) : words)));
  };
  const load = target(step, "load");
  add(say("reps"), step.reps, next.reps);
  add(say("seconds"), step.hold_s, next.duration_s);
  add(say("metres"), step.distance_m, next.distance_m);
  add(say("load_in", { unit: next.unit }), load && inUnit(load, next.unit), next.load);
  add(say("reserve"), target(step, "rir"), next.rir);
  return rows;
}

function loadTools(next, draw, live) {
  const other = next.unit === "kg" ? "lb" : "kg";
  const swap = () => {
    localStorage.setItem("unit", other);
    live.unit = other;
    remember(live);
    draw();
  };
  const { side: each, left } = plates(next.load ?? 0, next.unit);
  const fits = (next.load ?? 0) >= bar(next.unit);
  return h("details", { class: "quiet-details" }, h("summary", {}, say("plates")),
    h("p", { class: "figures" }, fits
      ? say("plates_side", { plates: each.join(" + ") || say("none"), bar: `${bar(next.unit)} ${next.unit}` })
      : say("plates_bar", { bar: `${bar(next.unit)} ${next.unit}` })),
    left > 0 && fits && h("p", { class: "quiet" }, say("plates_left", { left: plain(left) })),
    h("p", {}, h("button", { type: "button", class: "bare", onclick: swap }, say("use_unit", { unit: other }))));
}

function rationLine(live, step) {
  const left = rationLeft(live.ration, step.pattern, live.steps, live.sets);
  if (left === null) return null;
  const words = left.left > 0 ? say(`ration_${left.span}`, { left: left.left, of: left.of }) : say(`ration_spent_${left.span}`, { of: left.of });
  return h("p", { class: "quiet" }, words);
}

function add(live, step, next) {
  readySound();
  const done = { ...next, uuid: crypto.randomUUID(), step: live.at, exercise: step.exercise, superset: step.superset ?? null, done_at: moment(now()) };
  if (live.restSince && live.sets.length) done.rest_s = Math.round((now() - live.restSince) / 1000);
  done.load = next.load === null ? null : String(next.load);
  for (const name of ["reps", "duration_s", "distance_m"]) {
    const used = name === "distance_m" ? step.distance_m : name === "duration_s" ? step.hold_s : !step.hold_s && !step.distance_m;
    if (!used) done[name] = null;
  }
  live.restSince = now();
  live.rest = target(step, "rest");
  const on = nextStep(live.steps, [...live.sets, done], live.at);
  const turns = step.superset || step.circuit;
  logSet(live, done);
  if (turns && on !== live.at) { live.at = on; remember(live); }
}

/** A step of going: how long so far against its bounds, and done with one tap. */
function effortOf(live, step, draw) {
  const since = live.effortSince;
  const done = live.finished.includes(live.at);
  const begin = () => { readySound(); live.effortSince = now(); remember(live); draw(); };
  const finish = () => {
    live.finished.push(live.at);
    live.effortSince = null;
    live.at = Math.min(live.at + 1, live.steps.length - 1);
    remember(live);
    draw();
  };
  return h("div", { class: "stack" },
    h("div", { class: "bands" }, step.targets.map(asked)),
    since !== null && effortClock(step, since),
    done ? h("p", { class: "quiet" }, say("step_done"))
      : since === null ? h("button", { type: "button", class: "first wide", onclick: begin }, say("begin_step"))
        : h("button", { type: "button", class: "first wide", onclick: finish }, say("finish_step")));
}

/** One bound of a step in words beside its band, with no mark yet; one that needs a number nobody told is as written. */
function asked(one) {
  if (!one.quantity) return h("p", { class: "figures quiet" }, one.written);
  const words = one.words ?? one.written;
  return h("div", { class: "asked" }, h("span", {}, one.name ?? ""), h("span", { "aria-hidden": "true" }, band(one, NaN, words)), h("span", { class: "bounds" }, words));
}

function effortClock(step, since) {
  const face = h("p", { class: "clock figures", role: "timer" });
  const picture = h("div", {});
  const word = h("p", { class: "notice", role: "status", hidden: true }, say("top_time"));
  const timed = step.size?.quantity === "duration" ? step.size : null;
  let told = false;
  const tick = () => {
    const seconds = (now() - since) / 1000;
    face.textContent = clock(seconds);
    if (timed) picture.replaceChildren(band(timed, seconds, say("time_so_far", { time: clock(seconds) }), true));
    if (timed && timed.ceiling !== null && seconds >= timed.ceiling && !told) {
      told = true;
      word.hidden = false;
      if (seconds < timed.ceiling + 5) alertOnce(true);
    }
  };
  return every(tick, h("div", { class: "stack" }, face, picture, word));
}

function circuitClock(live, step, draw) {
  const since = live.circuitSince ?? null;
  const kind = step.circuit.kind.replace(" ", "_");
  if (since === null) {
    const begin = () => { readySound(); live.circuitSince = now(); remember(live); draw(); };
    return h("p", {}, h("button", { type: "button", onclick: begin }, say(`begin_${kind}`)));
  }
  const face = h("p", { class: "clock figures", role: "timer" });
  const word = h("p", { class: "quiet" });
  let before = null;
  const tick = () => {
    const seconds = (now() - since) / 1000;
    const at = circuitAt(step.circuit, seconds);
    face.textContent = clock(at.left ?? seconds);
    word.textContent = at.over ? say("circuit_over") : at.round ? say(`round_${at.phase}`, { round: at.round }) : say(`running_${kind}`);
    const mark = `${at.round} ${at.phase} ${at.over}`;
    if (before !== null && mark !== before) alertOnce(at.over);
    before = mark;
  };
  return every(tick, h("div", { class: "stack" }, face, word));
}

/** Run tick now and four times a second for as long as the element is on the page. */
export function every(tick, element) {
  tick();
  const timer = setInterval(() => (element.isConnected ? tick() : clearInterval(timer)), 250);
  return element;
}

/** A set of anything, planned or not. */
export function freeView(live, draw) {
  const names = live.exercises ?? [];
  const choice = h("input", { id: "exercise", list: "exercises", autocomplete: "off", required: true, maxlength: 200, enterkeyhint: "next", value: live.free ?? "" });
  const set = (event) => {
    event.preventDefault();
    if (live.freeStep && choice.value.trim() === live.free) return;
    live.free = choice.value.trim();
    const last = names.find((one) => one.name === live.free)?.last;
    live.freeStep = live.free ? { kind: "sets", exercise: live.free, sets: { floor: 1, ceiling: null }, reps: null, hold_s: null, distance_m: null, targets: [], last: last ? [last] : [], scheme: "straight", pattern: null } : null;
    remember(live);
    draw();
  };
  choice.addEventListener("change", set);
  return h("section", { class: "stack step" },
    h("form", { class: "stack", onsubmit: set },
      h("div", { class: "field" }, h("label", { for: "exercise" }, say("exercise")), choice,
        h("datalist", { id: "exercises" }, names.map((one) => h("option", { value: one.name })))),
      !live.freeStep && h("button", { class: "first wide" }, say("take_exercise"))),
    doneSets(live, live.at, draw),
    live.freeStep && setForm(live, live.freeStep, draw));
}

/** A session of going with nothing planned: the clock runs, and what else there is to say is asked at the close. */
function goingView(live, draw) {
  const face = h("p", { class: "clock figures", role: "timer" });
  const tick = () => { face.textContent = clock((now() - live.started) / 1000); };
  return h("section", { class: "stack step" }, every(tick, face), h("p", {}, say("going")),
    h("details", { class: "quiet-details", open: live.sets.length > 0 || Boolean(live.freeStep) }, h("summary", {}, say("sets_too")), freeView(live, draw)));
}
