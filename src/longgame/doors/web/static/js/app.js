// What every page does beyond plain HTML. Pages read and write without it.

/** Submit a choice as soon as it is made, where a form asks for that, and do without its button. */
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => form.requestSubmit());
  for (const button of form.querySelectorAll("button")) button.hidden = true;
}

/** A change is sent once, however often its button is pressed. */
addEventListener("submit", (event) => {
  const form = event.target;
  if ("again" in form.dataset) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/** Where an answer takes long, a band at the top says so, and then words: for a link as for a form. */
const SHOWN_MS = 350, SAID_MS = 1200;
let shown = 0, said = 0;
function wait() {
  const words = document.querySelector("[data-waits]");
  settle();
  shown = setTimeout(() => { document.documentElement.dataset.waiting = ""; }, SHOWN_MS);
  said = setTimeout(() => { words.textContent = words.dataset.waits; }, SAID_MS);
}
function settle() {
  clearTimeout(shown);
  clearTimeout(said);
  delete document.documentElement.dataset.waiting;
  document.querySelector("[data-waits]").textContent = "";
}
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (link && plain && !link.hasAttribute("download") && !link.target && link.origin === location.origin
    && link.pathname + link.search !== location.pathname + location.search && !/\.\w+$/.test(link.pathname)) wait();
});
addEventListener("submit", (event) => {
  if (!event.defaultPrevented && !("again" in event.target.dataset)) wait();
});
addEventListener("pageshow", settle);

/** What was told for the moment goes by itself from the address, so that reloading does not tell it again. */
if (location.search.includes("done=")) history.replaceState(null, "", location.pathname);

/** The logger must open with no signal, and what it could not send is sent from whatever page is open next. */
navigator.serviceWorker?.register("/sw.js");
if (!document.getElementById("log") && "locks" in navigator) import("./log/outbox.js").then(({ send }) => send());
