// A contenteditable element: read as blocks, marked without touching its markup, mended as its writer would mend it.

import { readElement } from "./reading.js";
import { joined, trimmed } from "./edits.js";

const WATCHED = { childList: true, characterData: true, subtree: true, attributes: true };

export class Editable {
  #observer;

  constructor(element, { skip }) {
    this.element = element;
    this.document = element.ownerDocument;
    this.skip = skip;
    this.read();
  }

  get writable() {
    return this.element.isContentEditable;
  }

  get focused() {
    return this.element.contains(this.element.getRootNode().activeElement);
  }

  /** Where styles for ranges of it must stand. */
  get root() {
    return this.element.getRootNode();
  }

  read() {
    this.reading = readElement(this.element, this.skip);
    return this.reading;
  }

  /** Calls on every change of text or markup, by whomever. */
  listen(changed, signal) {
    this.#observer = new MutationObserver(changed);
    this.#observer.observe(this.element, { ...WATCHED, attributeFilter: ["lang", "spellcheck", "contenteditable"] });
    signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  range(start, end) {
    return this.reading.range(start, end);
  }

  /** Where the caret is, or -1. */
  get caret() {
    const at = this.#selection;
    return at?.focusNode && this.element.contains(at.focusNode) ? this.reading.offset(at.focusNode, at.focusOffset) : -1;
  }

  /** Puts the caret before a place and brings it into view. */
  show(start, end) {
    const range = this.range(start, end);
    if (!range) return;
    this.#select(range.startContainer, range.startOffset, range.startContainer, range.startOffset);
    const { startContainer: at } = range;
    (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement).scrollIntoView({ block: "nearest" });
  }

  /** Makes edits by the browser's own commands, so that its undo takes them back. */
  edit(edits) {
    this.element.focus({ preventScroll: true });
    for (const edit of this.#ready(edits).reverse()) {
      const range = this.#target(edit);
      if (!range) return;
      this.#select(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      this.#keepingSpaces(() => {
        const command = edit.text ? "insertText" : "delete";
        if (!this.document.execCommand(command, false, edit.text)) this.#byHand(range, edit.text);
      });
      this.read();
    }
  }

  /** Edits that touch no markup become one, which is undone at one stroke. */
  #ready(edits) {
    const one = joined(edits, this.reading.text);
    const within = this.reading.pieces.some((p) => p.verbatim && p.start <= one.start && one.end <= p.end);
    return within ? [one] : edits.map((edit) => trimmed(edit, this.reading.text));
  }

  #target({ start, end, text }) {
    const number = text ? -1 : this.reading.blocks.findIndex((block) => block.start === start && block.end === end);
    const before = this.reading.blocks[number - 1];
    const range = this.range(start, end);
    // An emptied block goes as a whole: it is joined to the one before it.
    if (before && range) {
      const last = this.range(before.end - 1, before.end);
      range.setStart(last.endContainer, last.endOffset);
    }
    return range;
  }

  /** Browsers make a space beside an edit a hard one where the page would not show it. A copy chief would not. */
  #keepingSpaces(act) {
    const { style } = this.element;
    const styled = this.element.hasAttribute("style");
    const before = [style.getPropertyValue("white-space"), style.getPropertyPriority("white-space")];
    style.setProperty("white-space", "pre-wrap", "important");
    act();
    style.setProperty("white-space", ...before);
    if (!styled) this.element.removeAttribute("style");
  }

  #byHand(range, text) {
    range.deleteContents();
    if (text) range.insertNode(this.document.createTextNode(text));
    const inputType = text ? "insertReplacementText" : "deleteContent";
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType, data: text || null }));
  }

  get #selection() {
    return this.root.getSelection?.() ?? this.document.getSelection();
  }

  #select(...boundaries) {
    this.#selection.setBaseAndExtent(...boundaries);
  }
}
