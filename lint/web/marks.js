// Marks in a text and the notes to them: lit together, gone through, filtered.
//
// A mark and its note carry the same data-finding. Elements are looked up anew each time, so that a page may
// set the text again while this is in use.

const LIT = "lit";
const OUT = "out";

/** Sends "current" to its root, with the finding as detail, whenever another note is the current one. */
export class Marks {
  #root;
  #current = "";

  /** @param {ParentNode & EventTarget} root what holds marks and notes */
  constructor(root) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#clicked(event));
    for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
      root.addEventListener(type, (event) => this.#pointed(event, on));
    }
  }

  /** The notes that are neither filtered out nor folded away, in order. */
  get notes() {
    return [...this.#root.querySelectorAll(".note:not([hidden])")].filter((note) => !note.closest(".folded:not([open])"));
  }

  /** The finding whose note is the current one, or an empty string. */
  get current() {
    return this.#current;
  }

  /** The note to a finding, or null. */
  note(finding) {
    return this.#root.querySelector(`.note[data-finding="${CSS.escape(finding)}"]`);
  }

  /** Shows the notes and marks for which keep(note) holds; gives how many notes are left, of how many. */
  filter(keep) {
    const notes = [...this.#root.querySelectorAll(".note")];
    for (const note of notes) note.hidden = !keep(note);
    const kept = new Set(notes.filter((note) => !note.hidden).map((note) => note.dataset.finding));
    for (const part of this.#root.querySelectorAll("[data-finding]:not(.note)")) {
      const out = !kept.has(part.dataset.finding);
      if (part.matches(".number")) part.hidden = out;
      else part.classList.toggle(OUT, out);
    }
    return { left: kept.size, all: notes.length };
  }

  /** Goes to the note that is `by` notes further, around the end. */
  step(by) {
    const notes = this.notes;
    if (!notes.length) return;
    const at = notes.findIndex((note) => note.dataset.finding === this.#current);
    const next = at < 0 ? (by > 0 ? 0 : notes.length - 1) : (at + by + notes.length) % notes.length;
    this.go(notes[next].dataset.finding);
  }

  /** Goes to a note: its marks are lit, it is focused where that is wanted, and in view. */
  go(finding, { focus = true, block = "center" } = {}) {
    const note = this.note(finding);
    if (!note || note.hidden) return;
    const fold = note.closest(".folded");
    if (fold) fold.open = true;
    this.#become(finding);
    if (focus) note.focus({ preventScroll: true });
    this.light(finding, true);
    note.scrollIntoView({ block });
  }

  /** No note is the current one. */
  leave() {
    this.#become("");
  }

  /** Opens or shuts what the current note has more to say. */
  unfold() {
    const more = this.note(this.#current)?.querySelector("details");
    if (more) more.open = !more.open;
  }

  /** Lights the marks and the note of a finding, or puts them out. */
  light(finding, on) {
    if (finding) for (const part of this.#parts(finding)) part.classList.toggle(LIT, on);
  }

  #parts(finding) {
    return this.#root.querySelectorAll(`[data-finding="${CSS.escape(finding)}"]`);
  }

  #become(finding) {
    if (finding === this.#current) return;
    this.light(this.#current, false);
    this.#current = finding;
    this.#root.dispatchEvent(new CustomEvent("current", { detail: finding }));
  }

  #clicked(event) {
    const mark = event.target.closest("mark:not(.out)");
    if (mark && this.#root.contains(mark) && document.getSelection()?.isCollapsed) this.go(mark.dataset.finding);
  }

  #pointed(event, on) {
    const part = event.target.closest?.("[data-finding]");
    if (!part || part.classList.contains(OUT)) return;
    const finding = part.dataset.finding;
    if (event.type === "focusin") this.#become(finding);
    this.light(finding, on);
  }
}
