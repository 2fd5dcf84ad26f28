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

/** What was told for the moment goes by itself from the address, so that reloading does not tell it again. */
if (location.search.includes("done=")) history.replaceState(null, "", location.pathname);

/** The logger must open with no signal, and what it could not send is sent from whatever page is open next. */
navigator.serviceWorker?.register("/sw.js");
if (!document.getElementById("log") && "locks" in navigator) import("./log/outbox.js").then(({ send }) => send());
