// The desk: a draft is typed, checked, marked, mended and saved again.

import { Checker } from "./checker.js";
import { Draft } from "./draft.js";
import { Editor } from "./editor.js";
import * as files from "./files.js";
import { Findings, batch, safe } from "./findings.js";
import { kept } from "./kept.js";
import { help, keys } from "./keys.js";
import { reasons } from "./notes.js";
import { Service } from "./service.js";
import { Settings } from "./settings.js";
import { Sources } from "./sources.js";
import { Trouble } from "./trouble.js";
import { View, counted } from "./view.js";

const TYPING = 400; // milliseconds without a key until a draft is checked
const KEEPING = 500; // milliseconds without a change until the tab remembers it

const { one } = View;
const draft = new Draft();
const findings = new Findings();
const service = new Service();
const settings = new Settings(one("settings"));
const checker = new Checker(service, request);
const trouble = new Trouble(one("trouble"), again);
const editor = new Editor(one("text"), draft);
const view = new View(draft, findings);
const sources = new Sources(one("sources"));
const { marks } = view;
const known = new Map(); // what is known of rules, by profile and name
let file = files.UNNAMED;
let keeping = 0;
let failing = "";
let greeted = false;

// the draft and its checks

function request() {
  if (!draft.text.trim() || !one("token-form").hidden) return null;
  // A half of a pair is no text that can be sent; what stands for it is as long.
  return { text: draft.text.toWellFormed(), ...settings.request };
}

draft.addEventListener("edited", ({ detail }) => {
  findings.follow(detail, draft.text);
  sources.follow(detail.batch);
  checker.changed(detail);
  checker.ask(TYPING);
  if (request()) view.state("Checking…");
});

draft.addEventListener("changed", () => {
  one("undo").disabled = !draft.canUndo;
  one("redo").disabled = !draft.canRedo;
  const some = draft.text !== "";
  for (const id of ["copy", "download", "new"]) one(id).disabled = !some;
  one("empty").hidden = one("hint").hidden = some;
  one("bring-back").hidden = !draft.dismissed.size;
  one("bring-back").textContent = `${draft.dismissed.size} dismissed: bring back`;
  if (!draft.text.trim()) nothing();
  view.soon();
  keep();
});

checker.addEventListener("checking", () => view.state("Checking…"));

checker.addEventListener("checked", ({ detail: { answer, since } }) => {
  trouble.clear("gone", "slow", "busy", "late", "fault", "large", "refused");
  findings.take(answer.findings, since, draft.text);
  view.genre = answer.genre;
  if (!draft.text.trim()) return nothing();
  tellFailures(answer.problems.map((problem) => problem.rule).join(", "));
  if (!since.length) {
    one("clean").hidden = answer.findings.some((f) => !draft.dismissed.has(f.fingerprint));
    view.state("Checked");
    view.figures(answer);
    sources.show(answer.sources, draft.text);
  }
  view.now();
});

checker.addEventListener("refused", ({ detail: { refusal, wait } }) => {
  view.state("Not checked");
  if (refusal.kind === "token") return askToken(service.token ? "That is not this server’s token." : refusal.message);
  trouble.say(refusal.kind, refusal.message, refusal.remedy, { wait, again: true });
});

/** Says once which rules have failed. */
function tellFailures(rules) {
  if (rules === failing) return;
  failing = rules;
  if (rules) trouble.say("rule", `Left out, because it failed: ${rules}.`, "The other rules have read the draft.");
  else trouble.clear("rule");
}

function nothing() {
  findings.all = [];
  one("clean").hidden = true;
  view.state("");
  view.figures(null);
  sources.show(null);
  trouble.clear("large", "late", "fault", "refused");
  tellFailures("");
}

settings.addEventListener("changed", () => {
  setFormat(settings.format);
  checker.ask();
  keep();
});

function setFormat(format) {
  settings.format = format;
  document.querySelector(".desk").classList.toggle("html", format === "html");
}

// what an editor does

view.notes.addEventListener("act", ({ detail: { act, key, fix, place } }) => {
  const finding = findings.all.find((f) => f.key === key);
  if (!finding) return;
  if (act === "accept") accept(finding, fix);
  else if (act === "dismiss") dismiss(finding);
  else goToText(act === "text" ? finding : (finding.related[place] ?? finding));
});

sources.addEventListener("go", ({ detail }) => goToText(detail));

view.notes.addEventListener("why", async ({ detail: { rule, put } }) => {
  const name = `${settings.profile} ${rule}`;
  try {
    if (!known.has(name)) known.set(name, reasons(await service.explain(rule, settings.profile)));
    put(known.get(name), true);
  } catch (refusal) {
    put([refusal.message], false);
  }
});

function accept(finding, i = 0) {
  const fix = finding.fixes[i];
  if (!fix) return view.say("This note has no fix. Mend it in the draft, or dismiss it.");
  draft.edit(fix.edits, fix.title);
  done(`Accepted: ${fix.title}.`);
}

function acceptSafe() {
  const chosen = safe(view.shown);
  if (!chosen.length) return view.say("There are no safe fixes to accept.");
  const what = counted(chosen.length, "safe fix", "safe fixes");
  draft.edit(batch(chosen), what);
  done(`Accepted ${what}.`);
}

function dismiss(finding) {
  draft.dismiss([finding.key]);
  done("Dismissed.");
}

function turn(step) {
  const { what, at } = (step === "undo" ? draft.undo() : draft.redo()) ?? {};
  if (!what) return view.say(`There is nothing to ${step}.`);
  done(`${step === "undo" ? "Undone" : "Done again"}: ${what}.`);
  if (at === null) return;
  view.reveal(at);
  if (document.activeElement === one("text")) editor.select(at);
}

/** Shows what was done, says so, and has the draft checked at once. */
function done(said) {
  view.now();
  view.say(`${said} ${counted(view.shown.length, "note")} left.`);
  checker.ask();
}

function goToText({ start, end }) {
  editor.select(start, end);
  view.reveal(start);
}

function onCurrent(act) {
  const finding = view.shown.find((f) => f.key === marks.current);
  if (finding) act(finding);
  else view.say("Choose a note first: j goes to the next.");
}

// drafts in and out

async function open(blob) {
  try {
    const read = await files.read(blob);
    if (!(await mayReplace())) return;
    start(read.text, read.file, read.format);
    trouble.clear("file");
    if (read.warning) trouble.say("file", read.warning);
  } catch (error) {
    trouble.say("file", error.message);
  }
}

function start(text, source = files.UNNAMED, format = settings.format, more = {}) {
  file = source;
  setFormat(format);
  findings.all = [];
  draft.open(text, more);
  one("name").textContent = file.name || "New draft";
  marks.leave();
  view.foldAway();
  view.now();
  editor.select(0);
  scrollTo(0, 0);
  checker.ask();
}

async function mayReplace() {
  if (!draft.unsaved || !draft.text) return true;
  const box = one("replace");
  box.returnValue = "";
  box.showModal();
  await new Promise((closed) => box.addEventListener("close", closed, { once: true }));
  return box.returnValue === "replace";
}

async function copy() {
  try {
    await files.copy(draft.text);
    draft.saved();
    view.say("Copied.");
    view.state("Copied");
  } catch {
    trouble.say("file", "The browser did not let the draft be copied.", "Select it in the page and copy it, or download it.");
  }
}

function download() {
  files.download(draft.text, file, settings.format);
  draft.saved();
  view.say("Downloaded.");
}

function keep() {
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, KEEPING);
}

function keepNow() {
  const { text, dismissed, unsaved } = draft;
  kept.draft = text ? { text, dismissed: [...dismissed], unsaved, file, chosen: settings.chosen } : null;
}

// the token

function askToken(said) {
  service.token = kept.token = "";
  one("token-said").textContent = said;
  one("token-form").hidden = false;
  one("token").value = "";
  one("token").focus();
}

one("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  service.token = kept.token = one("token").value.trim();
  one("token-form").hidden = true;
  one("text").focus();
  checker.insist();
});

// buttons, keys, files

const undo = () => turn("undo");
const redo = () => turn("redo");
const actions = {
  j: () => marks.step(1),
  n: () => marks.step(1),
  k: () => marks.step(-1),
  p: () => marks.step(-1),
  a: () => onCurrent(accept),
  x: () => onCurrent(dismiss),
  e: () => onCurrent(goToText),
  s: acceptSafe,
  z: undo,
  y: redo,
  w: () => marks.unfold(),
  f: () => view.filter.focus(),
};
actions["?"] = help(one("help"), one("show-help"), keys(document, actions));

const pick = () => one("file").click();
const clicks = {
  new: async () => (await mayReplace()) && start(""),
  open: pick,
  "open-first": pick,
  try: () => start(one("example").content.textContent, { ...files.UNNAMED, name: "example.txt" }, "plain"),
  copy,
  download,
  undo,
  redo,
  "accept-safe": acceptSafe,
  "bring-back": () => {
    draft.dismiss([...draft.dismissed], false);
    done("Brought back.");
  },
  next: () => page(1),
  previous: () => page(-1),
};
for (const [id, act] of Object.entries(clicks)) one(id).addEventListener("click", act);

function page(by) {
  marks.step(by);
  view.lift(marks.current);
  view.reveal(view.shown.find((f) => f.key === marks.current)?.start ?? 0);
}

one("file").addEventListener("change", ({ target }) => {
  const [blob] = target.files;
  target.value = "";
  if (blob) open(blob);
});

editor.addEventListener("undo", undo);
editor.addEventListener("redo", redo);

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("input, dialog")) return;
  const key = event.key.toLowerCase();
  const act = { z: event.shiftKey ? redo : undo, y: redo }[key];
  if (!act) return;
  event.preventDefault();
  act();
});

one("text").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) view.enter(editor.caret);
});

one("main").addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !event.target.matches(".note")) return;
  event.preventDefault();
  marks.step(by);
});

files.onDrop(one("drop"), open);

addEventListener("beforeunload", (event) => {
  keepNow();
  if (draft.unsaved && draft.text) event.preventDefault();
});

// the beginning

service.token = kept.token;
const before = kept.draft;
if (before) {
  settings.choose(before.chosen);
  start(before.text, before.file, before.chosen.format, before);
} else {
  start("");
}

greet();

/** Asks what the server offers. */
async function greet() {
  try {
    const offered = await service.offer();
    greeted = true;
    trouble.clear("gone");
    settings.offer(offered);
    if (offered.wantsToken && !service.token) askToken("This server wants a token.");
  } catch (refusal) {
    trouble.say(refusal.kind, refusal.message, refusal.remedy, { again: true });
  }
}

function again() {
  if (!greeted) greet();
  checker.insist();
}
