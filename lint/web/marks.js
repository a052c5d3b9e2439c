// Marks in a text and the notes to them: lit together, gone through, filtered.
//
// A mark and its note carry the same data-finding. Elements are looked up anew each time, so that a page may
// set the text again while this is in use.

const LIT = "lit";
const OUT = "out";

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

  /** The notes that are not filtered out, in order. */
  get notes() {
    return [...this.#root.querySelectorAll(".note:not([hidden])")];
  }

  /** Shows the notes and marks for which keep(note) holds; gives how many notes are left. */
  filter(keep) {
    let left = 0;
    for (const note of this.#root.querySelectorAll(".note")) {
      const kept = keep(note);
      note.hidden = !kept;
      left += kept ? 1 : 0;
      for (const part of this.#parts(note.dataset.finding)) {
        if (part.matches(".number")) part.hidden = !kept;
        else if (part !== note) part.classList.toggle(OUT, !kept);
      }
    }
    return left;
  }

  /** Goes to the note that is `by` notes further, around the end. */
  step(by) {
    const notes = this.notes;
    if (!notes.length) return;
    const at = notes.findIndex((note) => note.dataset.finding === this.#current);
    const next = at < 0 ? (by > 0 ? 0 : notes.length - 1) : (at + by + notes.length) % notes.length;
    this.go(notes[next].dataset.finding);
  }

  /** Goes to a note: it is focused, in view, and its marks are lit. */
  go(finding) {
    const note = this.#root.querySelector(`.note[data-finding="${CSS.escape(finding)}"]`);
    if (!note || note.hidden) return;
    this.#light(this.#current, false);
    this.#current = finding;
    note.focus({ preventScroll: true });
    this.#light(finding, true);
    note.scrollIntoView({ block: "center" });
  }

  /** Opens or shuts what the current note has more to say. */
  unfold() {
    const more = this.#root.querySelector(`.note[data-finding="${CSS.escape(this.#current)}"] details`);
    if (more) more.open = !more.open;
  }

  #parts(finding) {
    return this.#root.querySelectorAll(`[data-finding="${CSS.escape(finding)}"]`);
  }

  #light(finding, on) {
    if (finding) for (const part of this.#parts(finding)) part.classList.toggle(LIT, on);
  }

  #clicked(event) {
    const mark = event.target.closest("mark:not(.out)");
    if (mark && this.#root.contains(mark) && document.getSelection()?.isCollapsed) this.go(mark.dataset.finding);
  }

  #pointed(event, on) {
    const part = event.target.closest?.("[data-finding]");
    if (!part || part.classList.contains(OUT)) return;
    const finding = part.dataset.finding;
    if (event.type === "focusin") this.#current = finding;
    this.#light(finding, on);
  }
}

/** Calls what is named for a key, unless one is writing or holds a modifier. Gives a switch: keys.on. */
export function keys(target, actions) {
  const state = { on: true };
  target.addEventListener("keydown", (event) => {
    if (!state.on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("textarea, select, [contenteditable], dialog, input:not([type=checkbox])")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  return state;
}
