// Import: drop anything, watch it being sent, then watch it being read.

const form = document.querySelector("[data-drop]");
const job = document.querySelector("[data-job]");

/** Every file under what was dropped, with its path inside the dropped folder. */
async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => [file, file.name]);
  const found = [];
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      found.push([file, entry.fullPath.replace(/^\//, "")]);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) await walk(entry);
  return found;
}

/** Send files with a bar that moves; fetch cannot tell how far an upload is, XMLHttpRequest can. */
function send(files) {
  if (!files.length) return;
  const body = new FormData();
  for (const [file, name] of files) body.append("files", file, name);
  const shown = form.querySelector("[data-sending]");
  const bar = shown.querySelector("progress");
  const status = shown.querySelector("[data-status]");
  shown.classList.remove("unseen");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    bar.value = event.loaded / event.total;
    status.textContent = `${status.dataset.words} ${Math.round(bar.value * 100)} %`;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) return location.assign(request.responseURL);
    const problem = JSON.parse(request.responseText);
    status.textContent = `${problem.problem}. ${problem.says}`;
  });
  request.addEventListener("error", () => (status.textContent = form.dataset.broken));
  request.setRequestHeader("accept", "application/json");
  request.send(body);
}

if (form) {
  const folder = form.querySelector("[data-folder]");
  const picker = document.createElement("input");
  Object.assign(picker, { type: "file", multiple: true, webkitdirectory: true, hidden: true });
  picker.addEventListener("change", () => send([...picker.files].map((file) => [file, file.webkitRelativePath || file.name])));
  folder.hidden = !("webkitdirectory" in picker);
  folder.after(picker);
  folder.addEventListener("click", () => picker.click());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send([...form.elements.files.files].map((file) => [file, file.name]));
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    send(await filesOf(event.dataTransfer));
  });
}

async function watch() {
  const bar = job.querySelector("progress");
  const status = job.querySelector("[data-status]");
  for (;;) {
    const answer = await fetch(job.dataset.job, { headers: { accept: "application/json" } });
    const told = await answer.json();
    if (told.over || !answer.ok) return location.reload();
    if (told.found) {
      bar.max = told.of || told.found;
      bar.value = told.of ? told.bytes : told.done;
      status.textContent = `${told.done} ${status.dataset.words} ${told.found}`;
      job.querySelector("[data-file]").textContent = told.file;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
if (job) watch();
