// The field that the draft is typed in, and the draft: each follows the other.

import { difference } from "./edits.js";

const PLACED = ["insertFromPaste", "insertFromDrop"];

/** Sends "undo" and "redo" where the browser would have done so by its own history, which knows nothing of fixes. */
export class Editor extends EventTarget {
  #area;
  #draft;
  #typing = false;
  #caret = 0;

  /** @param {HTMLTextAreaElement} area */
  constructor(area, draft) {
    super();
    this.#area = area;
    this.#draft = draft;
    area.addEventListener("beforeinput", (event) => this.#before(event));
    area.addEventListener("input", (event) => this.#typed(event));
    draft.addEventListener("edited", ({ detail }) => this.#follow(detail.batch));
  }

  /** Where the caret is; the start of what is selected. */
  get caret() {
    return this.#area.selectionStart;
  }

  /** To a place in the draft. */
  select(start, end = start) {
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(start, end);
  }

  #before(event) {
    const taken = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
    if (taken) {
      event.preventDefault();
      this.dispatchEvent(new Event(taken));
    }
    this.#caret = this.#area.selectionStart;
  }

  #typed({ inputType }) {
    const { value, selectionEnd } = this.#area;
    const edit = difference(this.#draft.text, value, selectionEnd);
    if (!edit) return;
    const whole = this.#draft.text === "" && PLACED.includes(inputType);
    this.#typing = true;
    this.#draft.type(edit, this.#caret);
    this.#typing = false;
    // A draft that comes from elsewhere whole is still there.
    if (whole) this.#draft.saved();
  }

  #follow(batch) {
    if (this.#typing) return;
    for (const edit of batch.toReversed()) this.#area.setRangeText(edit.text, edit.start, edit.end, "preserve");
  }
}
