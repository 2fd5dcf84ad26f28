// Moving a planned session in the calendar: by dragging, or by Alt and an arrow key while it has the focus.

const month = document.querySelector("[data-moving]");
const told = document.querySelector("[data-told]");
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
let lifted = null;

/** The day so many days from another, both as 2026-11-23. */
function shifted(day, by) {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + by);
  return moment.toISOString().slice(0, 10);
}

async function move(entry, to) {
  const body = new URLSearchParams({ planned: entry.dataset.planned, to });
  const answer = await fetch("/planned/move", { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.ok) {
    sessionStorage.setItem("moved", entry.dataset.planned);
    location.reload();
    return;
  }
  const problem = await answer.json();
  told.textContent = `${problem.problem}. ${problem.says}`;
  told.classList.remove("unseen");
}

month.addEventListener("dragstart", (event) => {
  lifted = event.target.closest("[data-planned]");
  if (!lifted) return;
  lifted.classList.add("lifted");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", lifted.dataset.planned);
});
month.addEventListener("dragend", () => {
  lifted?.classList.remove("lifted");
  for (const cell of month.querySelectorAll(".over")) cell.classList.remove("over");
});
month.addEventListener("dragover", (event) => {
  const cell = event.target.closest("[data-day]");
  if (!lifted || !cell) return;
  event.preventDefault();
  for (const other of month.querySelectorAll(".over")) other.classList.toggle("over", other === cell);
  cell.classList.add("over");
});
month.addEventListener("drop", (event) => {
  const cell = event.target.closest("[data-day]");
  if (!lifted || !cell) return;
  event.preventDefault();
  if (cell !== lifted.closest("[data-day]")) move(lifted, cell.dataset.day);
});
month.addEventListener("keydown", (event) => {
  const entry = event.target.closest("[data-planned]");
  if (!entry || !event.altKey || !(event.key in steps)) return;
  event.preventDefault();
  move(entry, shifted(entry.closest("[data-day]").dataset.day, steps[event.key]));
});

const moved = sessionStorage.getItem("moved");
sessionStorage.removeItem("moved");
if (moved) month.querySelector(`[data-planned="${CSS.escape(moved)}"]`)?.focus();
