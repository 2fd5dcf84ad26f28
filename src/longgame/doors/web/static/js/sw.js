// The service worker: the logger and the day's card open with no signal. What changes the journal never passes here; it
// waits in the outbox of the page.

const CACHE = `longgame-${VERSION}`;
const PAGES = ["/", "/log", "/offline"];
const DAY = "/log/day.json";
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([...FILES, "/log", "/offline"]);
    await Promise.allSettled(["/", DAY].map((page) => cache.add(page)));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("longgame-") && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate") event.respondWith(page(request, url.pathname));
  else if (url.pathname === DAY) event.respondWith(freshFirst(request, DAY));
});

async function keptFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** What the server says, kept for later; what was kept when it does not say anything in time. */
async function freshFirst(request, name) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) await cache.put(name, response.clone());
    return response;
  } catch (unreachable) {
    const kept = await cache.match(name);
    if (kept) return kept;
    throw unreachable;
  }
}

async function page(request, path) {
  try {
    if (PAGES.includes(path)) return await freshFirst(request, path);
    return await fetch(request);
  } catch {
    return (await caches.match("/offline")) ?? Response.error();
  }
}
