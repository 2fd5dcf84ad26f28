// Keeps the session on this device, in order, and tells whether everything is kept: what is shown may run ahead of the
// disk, but nothing is called kept before its transaction is through.

import { keep } from "./store.js";
import { send } from "./outbox.js";

const told = new EventTarget();
let latest = null; // { live } as it is to be kept next, or null when the disk has the latest
let unkept = []; // messages whose transaction is not through yet, oldest first
let writing = null;
let failed = false;

/** Hear what is not kept yet: listener({ busy, failed }), and again once it is. */
export function onKeeping(listener) {
  told.addEventListener("keeping", () => listener({ busy: writing !== null, failed }));
}

/** Whether a change is not on this device's disk yet. */
export const isUnkept = () => latest !== null || unkept.length > 0;

/** How many messages to addresses with `part` in them are not on this device's disk yet. */
export const countUnkept = (part) => unkept.filter((one) => one.path.includes(part)).length;

/** Keep a session as it is now (null: none is open) and its messages in one breath, after whatever is being kept. */
export function keepLive(live, messages = []) {
  latest = { live: live === null ? null : structuredClone(kept(live)) };
  unkept.push(...messages);
  keepNow();
}

/** Keep what is not kept yet; after a failure this tries once more. */
export function keepNow() {
  writing ??= write().then((whole) => { writing = null; failed = !whole; tell(); });
  tell();
}

/** Resolves once everything is on this device's disk, however many tries that takes. */
export function whenKept() {
  return new Promise((resolve) => {
    const look = () => {
      if (isUnkept()) return;
      told.removeEventListener("keeping", look);
      resolve();
    };
    told.addEventListener("keeping", look);
    look();
  });
}

async function write() {
  while (isUnkept()) {
    const [next, messages] = [latest, [...unkept]];
    try {
      await keep("live", next.live, messages);
    } catch {
      return false; // a full disk, or a browser that keeps nothing: the page says so and offers to try again
    }
    if (latest === next) latest = null;
    unkept = unkept.slice(messages.length);
    send();
  }
  return true;
}

/** Exercises are heard from the journal each time; they are no part of the session. */
function kept({ exercises, ...live }) {
  return live;
}

const tell = () => told.dispatchEvent(new Event("keeping"));
