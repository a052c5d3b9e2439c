// The notes beside a draft that is edited, made as the galley's are, with what one can do about each.

import { shownFix, visible } from "./excerpt.js";

const SAFETY = { safe: "", unsafe: "unsafe", show: "only shown" };
const MOST = 3;

/** What each note says, as one string: where that is the same, the note is left alone. */
const sayings = new WeakMap();

/**
 * Keeps lists of notes in step with the findings. A note stays the same element while its finding stays, so that
 * what is focused or open stays so.
 *
 * Sends "act" with {act, key, fix, place} as detail, where `act` is accept, dismiss, text or related; and "why" with
 * {rule, put} when what is known of a rule is wanted: put(paragraphs, whether that is all).
 */
export class Notes extends EventTarget {
  #list;
  #aside;
  #held = new Map();

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} aside another list, for the notes to findings that are folded
   */
  constructor(list, aside) {
    super();
    this.#list = list;
    this.#aside = aside;
    for (const one of [list, aside]) {
      one.addEventListener("click", (event) => this.#clicked(event));
      one.addEventListener("toggle", (event) => this.#opened(event), true);
    }
  }

  /** Shows the notes to findings of a text. `line` gives the number of the line that an offset is in. */
  show(text, findings, line) {
    const focused = document.activeElement;
    const keys = new Set(findings.map((f) => f.key));
    for (const [key, note] of this.#held) {
      if (keys.has(key)) continue;
      note.remove();
      this.#held.delete(key);
    }
    const put = new Map([[this.#list, 0], [this.#aside, 0]]);
    for (const finding of findings) {
      const list = finding.folded ? this.#aside : this.#list;
      const note = this.#note(finding);
      const there = list.children[put.get(list)] ?? null;
      if (there !== note) list.insertBefore(note, there);
      put.set(list, put.get(list) + 1);
      update(note, finding, text, line);
    }
    // What is moved loses the focus.
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  }

  #note({ key, severity, rule }) {
    if (!this.#held.has(key)) {
      const note = make("li", `note ${severity}`);
      Object.assign(note.dataset, { finding: key, severity, pack: rule.split("/")[0] });
      note.id = `n${key}`;
      note.tabIndex = -1;
      this.#held.set(key, note);
    }
    return this.#held.get(key);
  }

  #clicked({ target }) {
    const button = target.closest("[data-act]");
    if (!button) return;
    const { act, fix, place } = button.dataset;
    const key = button.closest(".note").dataset.finding;
    this.dispatchEvent(new CustomEvent("act", { detail: { act, key, fix: Number(fix ?? 0), place: Number(place ?? 0) } }));
  }

  #opened({ target }) {
    if (!target.open || target.dataset.known) return;
    const put = (said, known) => {
      for (const paragraph of target.querySelectorAll("p")) paragraph.remove();
      target.append(...said.map((text) => make("p", "", text)));
      if (known) target.dataset.known = "all";
    };
    this.dispatchEvent(new CustomEvent("why", { detail: { rule: target.dataset.rule, put } }));
  }
}

/** What is known of a rule as paragraphs. */
export function reasons({ what, why, when_not: not, source }) {
  return [why || what, not && `Not: ${not}`, source && `From: ${source}`].filter(Boolean);
}

function update(note, finding, text, line) {
  const parts = [finding.message, ...finding.fixes.flatMap((fix) => [fix.title, ...shownFix(text, fix.edits)])];
  const related = finding.related.map((r) => [line(r.start), r.message]);
  const said = JSON.stringify([parts.map((part) => part.outerHTML ?? part), related]);
  if (sayings.get(note) !== said) {
    sayings.set(note, said);
    rebuild(note, finding, text, line);
  }
  set(note.querySelector(".number").lastChild, String(finding.number));
  set(note.querySelector(".where").firstChild, `line ${line(finding.start)}`);
}

function rebuild(note, finding, text, line) {
  const held = note.contains(document.activeElement) ? document.activeElement : null;
  const at = held && focusable(note).indexOf(held);
  const head = note.querySelector(".head") ?? makeHead(finding);
  const fixes = finding.fixes.slice(0, MOST);
  note.replaceChildren(
    head,
    make("p", "message", finding.message),
    ...fixes.flatMap((fix, i) => makeFix(text, fix, i, fixes.length > 1)),
    ...more(finding.fixes.length),
    ...finding.related.map((related, i) => makeRelated(related, i, line)),
    makeActs(fixes),
  );
  if (held && !note.contains(document.activeElement)) (focusable(note)[at] ?? note).focus({ preventScroll: true });
}

function focusable(note) {
  return [...note.querySelectorAll("button, summary")];
}

function makeHead({ rule, severity, number }) {
  const to = button("number", "text");
  to.append(make("span", "unseen", "Go to the words of note "), String(number));
  const more = make("details", "rule");
  more.dataset.rule = rule;
  more.append(make("summary", "", rule));
  const head = make("div", "head");
  head.append(to, " ", make("span", "severity", severity), " ", make("span", "where", "line"), " ", more);
  return head;
}

function makeFix(text, fix, i, several) {
  const shown = make("p", "change");
  shown.append(make("span", "unseen", `${fix.title}: `), ...shownFix(text, fix.edits));
  if (SAFETY[fix.safety]) shown.append(" ", make("span", "safety", SAFETY[fix.safety]));
  if (!several) return [shown];
  const accept = button("accept", "accept", "Accept this");
  accept.dataset.fix = i;
  accept.title = fix.title;
  shown.append(" ", accept);
  return [shown];
}

function more(count) {
  const left = count - MOST;
  return left > 0 ? [make("p", "related", `and ${left} more ${left > 1 ? "ways" : "way"}`)] : [];
}

function makeRelated(related, i, line) {
  const to = button("link", "related", `line ${line(related.start)}`);
  to.dataset.place = i;
  const shown = make("p", "related");
  shown.append(to, `: ${visible(related.message)}`);
  return shown;
}

function makeActs(fixes) {
  const acts = make("p", "acts");
  if (fixes.length === 1) {
    const accept = button("accept", "accept", "Accept");
    accept.setAttribute("aria-keyshortcuts", "a");
    accept.title = fixes[0].title;
    acts.append(accept, " ");
  }
  const dismiss = button("dismiss", "dismiss", "Dismiss");
  dismiss.setAttribute("aria-keyshortcuts", "x");
  acts.append(dismiss);
  return acts;
}

function button(kind, act, text = "") {
  const made = make("button", kind, text);
  made.type = "button";
  made.dataset.act = act;
  return made;
}

function make(name, kind, text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.append(text);
  return made;
}

function set(node, text) {
  if (node.data !== text) node.data = text;
}
