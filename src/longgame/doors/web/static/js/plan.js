// The plan's editor: the plain text field becomes CodeMirror, and what is wrong is said as one types.

import {
  EditorState, EditorView, HighlightStyle, StreamLanguage, autocompletion, completionKeymap, defaultKeymap, drawSelection,
  history, historyKeymap, highlightActiveLine, indentUnit, keymap, lineNumbers, lintGutter, setDiagnostics, syntaxHighlighting,
  tags,
} from "../vendor/codemirror.js";

const place = document.querySelector("[data-editor]");
const form = place.querySelector("form");
const area = form.elements.text;
const problems = place.querySelector("[data-problems]");
const preview = place.querySelector("[data-preview]");
const PAUSE_MS = 250;

const INTENTS = (
  "rest recovery base long technique pacing tempo threshold intervals speed power strength max_strength hypertrophy " +
  "conditioning limit test"
).split(" ");
const HEADS = "season goal block template why ration earned use note or progress deload".split(" ");
const DAYS = "Mon Tue Wed Thu Fri Sat Sun Any Day".split(" ");

const language = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^"[^"]*"?/)) return "string";
    if (stream.match(/^\d[\d.:,]*(\.\.\d[\d.:,]*)?%?/)) return "number";
    const word = stream.match(/^[\p{L}_][\p{L}\d_-]*/u);
    if (!word) return stream.next() && null;
    if (INTENTS.includes(word[0])) return "typeName";
    if (DAYS.includes(word[0])) return "propertyName";
    return HEADS.includes(word[0]) ? "keyword" : null;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--ink)", fontWeight: "600" },
  { tag: tags.number, color: "var(--deep)" },
  { tag: tags.typeName, color: "var(--deep)", fontWeight: "600" },
  { tag: tags.keyword, color: "var(--quiet)", fontWeight: "600" },
  { tag: tags.propertyName, color: "var(--quiet)", fontWeight: "600" },
]);

const looks = EditorView.theme({
  "&": { color: "var(--ink)", fontSize: ".92rem", maxHeight: "max(26rem, calc(100vh - 15rem))", minHeight: "26rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", fontFamily: "ui-monospace, Menlo, Consolas, monospace" },
  ".cm-gutters": { background: "transparent", color: "var(--quiet)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--raised)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--band)" },
  ".cm-tooltip": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--rail)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--tint)", color: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
});

const KINDS = { keyword: "keyword", intent: "type", goal: "variable", exercise: "class", sport: "constant", phrase: "property", name: "variable" };

/** What could stand here, asked of the same guide that the reference is made of. */
async function complete(context) {
  const word = context.matchBefore(/[\p{L}\d_-]+/u);
  if (!word && !context.explicit) return null;
  const line = context.state.doc.lineAt(context.pos);
  const body = new URLSearchParams({ text: context.state.doc.toString(), line: line.number, column: context.pos - line.from + 1 });
  const answer = await fetch("/plan/complete", { method: "POST", body, headers: { accept: "application/json" } });
  const { offers = [] } = await answer.json();
  if (context.aborted || !offers.length) return null;
  const from = line.from + Math.min(...offers.map((one) => one.from)) - 1;
  return { from, options: offers.map((one) => ({ label: one.label, apply: one.insert, type: KINDS[one.kind], info: one.says })) };
}

let waiting = 0;
const SLOW_MS = 400;
let asked = 0;

async function post(path) {
  const body = new URLSearchParams({ text: editor.state.doc.toString() });
  const answer = await fetch(path, { method: "POST", body, headers: { accept: "application/json" } });
  return answer.json();
}

async function check() {
  const mine = ++asked;
  const slow = setTimeout(() => preview.setAttribute("aria-busy", "true"), SLOW_MS);
  const told = await post("/plan/check").finally(() => clearTimeout(slow));
  if (mine === asked) preview.removeAttribute("aria-busy");
  if (mine !== asked || !told.diagnostics) return;
  preview.innerHTML = told.preview;
  show(told.diagnostics);
  const doc = editor.state.doc;
  const marks = told.diagnostics.map((one) => {
    const line = doc.line(Math.min(Math.max(one.line ?? 1, 1), doc.lines));
    const from = Math.min(line.from + Math.max((one.column ?? 1) - 1, 0), line.to);
    return { from, to: Math.max(from, line.to), severity: one.severity === "error" ? "error" : "warning", message: `${one.message}${one.hint ? ` (${one.hint})` : ""}` };
  });
  editor.dispatch(setDiagnostics(editor.state, marks));
}

/** The list beside the text, each leading to its line. */
function show(diagnostics) {
  problems.replaceChildren(...(diagnostics.length ? diagnostics.map(row) : [said("li", problems.dataset.nothing)]));
}

function said(kind, text, style = "") {
  const element = document.createElement(kind);
  element.textContent = text;
  element.className = style;
  return element;
}

function row(one) {
  const item = said("li", "", `severity-${one.severity}`);
  const where = said("button", `${problems.dataset.lineWord} ${one.line ?? 1} · ${one.code}`);
  where.type = "button";
  where.addEventListener("click", () => go(one.line ?? 1));
  item.append(where, said("span", one.message));
  if (one.hint) item.append(said("span", one.hint, "quiet"));
  return item;
}

function go(number) {
  const line = editor.state.doc.line(Math.min(number, editor.state.doc.lines));
  editor.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
  editor.focus();
}

// In a shadow tree CodeMirror adopts its styles, which the page's policy allows; a style element it would not.
const host = document.createElement("div");
host.className = "plan-host";
const root = host.attachShadow({ mode: "open" });
area.after(host);

const editor = new EditorView({
  root,
  parent: root,
  state: EditorState.create({
    doc: area.value,
    extensions: [
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), lintGutter(), indentUnit.of("  "), language,
      syntaxHighlighting(colours), looks, autocompletion({ override: [complete] }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-label": form.querySelector("label").textContent, spellcheck: "false", tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        area.value = update.state.doc.toString();
        clearTimeout(waiting);
        waiting = setTimeout(check, PAUSE_MS);
      }),
    ],
  }),
});
area.hidden = true;
form.querySelector("[data-check]").hidden = true;
const format = form.querySelector("[data-format]");
format.hidden = false;
format.addEventListener("click", async () => {
  const told = await post("/plan/format");
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: told.text } });
});
check();
