// The session being logged, as this device holds it, and every message that changing it sends to the journal.
// Each change is kept on the device together with its message; keeping.js tells when that is through.

import { recall } from "./store.js";
import { message } from "./outbox.js";
import { keepLive } from "./keeping.js";

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

/**
 * Begin a session for a promise of the day (its JSON), or with nothing planned: `free` says what it is called and done as.
 * `joined` goes on with one begun elsewhere.
 */
export function begin(planned, before, free, joined = null) {
  const live = {
    session: joined?.session ?? crypto.randomUUID(),
    planned: planned?.planned ?? null,
    title: planned?.title ?? free.title,
    intent: planned?.intent ?? null,
    sport: planned?.sport ?? free.sport,
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
  keepLive(live, messages);
  return live;
}

/** Keep changes that are this device's own business, such as which step is shown. */
export const remember = (live) => keepLive(live);

/** Log a set, or say one anew that has the same uuid. */
export function logSet(live, set) {
  const known = live.sets.findIndex((one) => one.uuid === set.uuid);
  if (known < 0) live.sets.push(set);
  else live.sets[known] = set;
  keepLive(live, [setMessage(live, set, false)]);
}

/** Take a set back. */
export function takeBack(live, set) {
  live.sets = live.sets.filter((one) => one.uuid !== set.uuid);
  keepLive(live, [setMessage(live, set, true)]);
}

/** Say that one goes on past the top of the bounds of something. */
export function goPast(live, key, what) {
  live.past.push(key);
  const body = { said_at: moment(now()), what };
  keepLive(live, [message(`/log/live/${live.session}/past/${crypto.randomUUID()}`, body)]);
}

/** Keep a thought, tied to the set or the second it came at. */
export function keepThought(live, text) {
  live.thoughts += 1;
  const place = live.sets.length ? { at_set: live.sets.length } : {};
  const body = { text, at_s: Math.round((now() - live.started) / 1000), ...place };
  keepLive(live, [said(live, "thoughts", body)]);
}

/** Seconds from the start of a session to its closing, or to now. */
export const lasted = (live) => Math.round(((live.closing ?? now()) - live.started) / 1000);

/**
 * Close the session: its length, the distance if one was told, and what was said about it. A told length that is longer
 * than the clock's began earlier than the clock did.
 */
export function close(live, answers, { duration_s = null, ...extra } = {}) {
  const counted = lasted(live);
  const duration = duration_s ?? counted;
  live.duration = duration;
  if (duration > counted) live.started -= (duration - counted) * 1000;
  const messages = [head(live, { duration_s: duration, ...extra })];
  if (Object.values(answers).some((value) => value !== null)) messages.push(said(live, "after", answers));
  keepLive(null, messages);
}

/** Leave the session alone on this device; what was logged stays logged. */
export const leave = () => keepLive(null);

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
