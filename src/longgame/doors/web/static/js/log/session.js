// The session being logged, as this device holds it, and every message that changing it sends to the journal.
// Each change is kept on the device together with its message before anything else happens.

import { keep, recall } from "./store.js";
import { message, send } from "./outbox.js";

let ahead = 0;

/** How much later the journal's clock is than this device's, in milliseconds (it differs only when a day is being replayed). */
export function setClock(milliseconds) { ahead = milliseconds; }

/** This moment, as the journal counts it. */
export const now = () => Date.now() + ahead;

/** A moment as text with the device's offset, so that the journal knows the local day. */
export function moment(milliseconds) {
  const offset = -new Date(milliseconds).getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const two = (value) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}

/** The session that was begun and not yet closed, or null. */
export const current = () => recall("live");

/** Begin a session for a promise of the day (its JSON), or with nothing planned; `joined` goes on with one begun elsewhere. */
export async function begin(planned, before, words, joined = null) {
  const live = {
    session: joined?.session ?? crypto.randomUUID(),
    planned: planned?.planned ?? null,
    title: planned?.title ?? words.free,
    intent: planned?.intent ?? null,
    sport: planned?.sport ?? "strength",
    started: joined ? Date.parse(joined.start) : now(),
    steps: planned?.steps ?? [],
    targets: planned?.targets ?? [],
    ration: planned?.ration ?? null,
    why: planned?.why ?? [],
    sets: joined?.sets ?? [],
    finished: [],
    past: [],
    at: 0,
    effortSince: null,
    restSince: null,
    thoughts: 0,
    closing: null,
  };
  const messages = joined ? [] : [head(live)];
  if (Object.values(before).some((value) => value !== null)) {
    messages.unshift(said(live, "before", { ...before }, live.started - 1));
  }
  await keepLive(live, messages);
  return live;
}

/** Keep changes that are this device's own business, such as which step is shown. */
export const remember = (live) => keep("live", live);

/** Log a set, or say one anew that has the same uuid. */
export function logSet(live, set) {
  const known = live.sets.findIndex((one) => one.uuid === set.uuid);
  if (known < 0) live.sets.push(set);
  else live.sets[known] = set;
  return keepLive(live, [setMessage(live, set, false)]);
}

/** Take a set back. */
export function takeBack(live, set) {
  live.sets = live.sets.filter((one) => one.uuid !== set.uuid);
  return keepLive(live, [setMessage(live, set, true)]);
}

/** Say that one goes on past the top of the bounds of something. */
export function goPast(live, key, what) {
  live.past.push(key);
  const body = { said_at: moment(now()), what };
  return keepLive(live, [message(`/log/live/${live.session}/past/${crypto.randomUUID()}`, body)]);
}

/** Keep a thought, tied to the set or the second it came at. */
export function keepThought(live, text) {
  live.thoughts += 1;
  const place = live.sets.length ? { at_set: live.sets.length } : {};
  const body = { text, at_s: Math.round((now() - live.started) / 1000), ...place };
  return keepLive(live, [said(live, "thoughts", body)]);
}

/** Close the session: its length, what was said about it, and a file if one was attached elsewhere. */
export async function close(live, answers, extra) {
  const duration = Math.round(((live.closing ?? now()) - live.started) / 1000);
  const messages = [head(live, { duration_s: duration, ...extra })];
  if (Object.values(answers).some((value) => value !== null)) messages.push(said(live, "after", answers));
  await keep("live", null, messages);
  send();
}

/** Leave the session alone on this device; what was logged stays logged. */
export const leave = () => keep("live", null);

async function keepLive(live, messages) {
  await keep("live", live, messages);
  send();
}

function head(live, extra = {}) {
  const body = { said_at: moment(now()), start: moment(live.started), sport: live.sport, title: live.title, ...extra };
  if (live.planned) body.planned = live.planned;
  return message(`/log/live/${live.session}`, body);
}

function said(live, what, body, at = now()) {
  return message(`/log/live/${live.session}/${what}/${crypto.randomUUID()}`, { said_at: moment(at), ...body });
}

const TOLD = ["exercise", "reps", "load", "unit", "kind", "rir", "form", "duration_s", "distance_m", "rest_s", "superset"];

function setMessage(live, set, taken_back) {
  const body = { said_at: moment(now()), done_at: set.done_at, taken_back };
  for (const name of TOLD) {
    if (set[name] !== null && set[name] !== undefined) body[name] = set[name];
  }
  return message(`/log/live/${live.session}/sets/${set.uuid}`, body);
}
