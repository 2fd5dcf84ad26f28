// What this device keeps until the journal has it: the session being logged, and everything said but not yet sent.
// A thing counts as kept once its transaction is through; from then on a killed tab loses nothing.

const NAME = "longgame";
const STORES = ["state", "outbox"];
let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("state");
      request.result.createObjectStore("outbox", { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function within(mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORES, mode, { durability: "strict" });
    const result = work(transaction);
    transaction.oncomplete = () => resolve(result?.result ?? null);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** A value kept under a name, or null. */
export const recall = (name) => within("readonly", (all) => all.objectStore("state").get(name));

/** Keep a value under a name; null forgets it. `messages` go into the outbox in the same breath, or nothing does. */
export function keep(name, value, messages = []) {
  return within("readwrite", (all) => {
    const state = all.objectStore("state");
    if (value === null) state.delete(name);
    else state.put(value, name);
    for (const message of messages) all.objectStore("outbox").add(message);
  });
}

/** Everything waiting to be sent, in the order it was said: [[key, message], …]. */
export async function waiting() {
  const database = await open();
  return new Promise((resolve, reject) => {
    const found = [];
    const request = database.transaction("outbox").objectStore("outbox").openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      found.push([cursor.key, cursor.value]);
      cursor.continue();
    };
    request.onerror = () => reject(request.error);
  });
}

/** Take one message out of the outbox, because it arrived. */
export const drop = (key) => within("readwrite", (all) => all.objectStore("outbox").delete(key));

/** Put a changed message in the place of the old one. */
export const change = (key, message) => within("readwrite", (all) => all.objectStore("outbox").put(message, key));
