// Sends what was said, in the order it was said, each thing until the journal has answered that it is kept.
// Every message names itself by a uuid in its path, so sending twice says once.

import { change, drop, waiting } from "./store.js";

const told = new EventTarget();
let again = 0;

/** Hear how many things wait and how many were refused: listener({ waiting, refused, reachable }). */
export function onSending(listener) {
  told.addEventListener("sending", (event) => listener(event.detail));
}

/** A message for the outbox; `path` holds the uuid of what is said. */
export const message = (path, body) => ({ path, body });

/** Send what waits; one tab at a time does so, whichever asks first. */
export function send() {
  return navigator.locks.request("longgame-outbox", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    let reachable = true;
    for (const [key, one] of await waiting()) {
      if (one.refused) continue;
      const answer = await put(one);
      if (answer === "kept") await drop(key);
      else if (answer === "refused") await change(key, { ...one, refused: true });
      else { reachable = false; break; }
    }
    await report(reachable);
  });
}

async function put(one) {
  try {
    const response = await fetch(one.path, {
      method: "PUT",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(one.body),
    });
    if (response.ok) return "kept";
    // What the journal cannot understand will not be understood later either; it stays here, and is shown.
    return response.status === 422 || response.status === 400 || response.status === 413 ? "refused" : "later";
  } catch {
    return "later";
  }
}

async function report(reachable) {
  const all = await waiting();
  const refused = all.filter(([, one]) => one.refused).length;
  const left = all.length - refused;
  told.dispatchEvent(new CustomEvent("sending", { detail: { waiting: left, refused, reachable } }));
  clearTimeout(again);
  if (left) again = setTimeout(send, reachable ? 1000 : 8000);
}

addEventListener("online", send);
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
