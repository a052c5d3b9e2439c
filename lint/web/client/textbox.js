// A textarea or an input of text: its words are laid out once more over it, unseen, to be marked there.

import { readNode } from "./reading.js";
import { joined } from "./edits.js";

const LOOKS = [
  "direction", "fontFamily", "fontSize", "fontStyle", "fontVariant", "fontWeight", "fontStretch", "fontKerning",
  "fontFeatureSettings", "letterSpacing", "lineHeight", "tabSize", "textAlign", "textIndent", "textTransform",
  "wordSpacing", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft", "wordBreak",
];

export class Textbox {
  #words;
  #mirror;

  /** `layer` is where the words are laid out again. */
  constructor(element, layer) {
    this.element = element;
    this.document = element.ownerDocument;
    this.layer = layer;
    this.#mirror = this.document.createElement("div");
    this.#mirror.className = "mirror";
    this.#mirror.setAttribute("aria-hidden", "true");
    this.#words = this.document.createTextNode("");
    this.#mirror.append(this.#words);
    layer.root.append(this.#mirror);
    this.read();
  }

  get writable() {
    return !this.element.readOnly && !this.element.disabled;
  }

  get focused() {
    return this.element.getRootNode().activeElement === this.element;
  }

  get root() {
    return this.layer.root;
  }

  read() {
    const { value } = this.element;
    if (this.#words.data !== value) this.#words.data = value;
    this.reading = readNode(this.#words);
    return this.reading;
  }

  listen(changed, signal) {
    for (const type of ["input", "change", "focus"]) this.element.addEventListener(type, changed, { signal });
    this.element.form?.addEventListener("reset", () => setTimeout(changed), { signal });
    this.element.addEventListener("scroll", () => this.scroll(), { signal, passive: true });
  }

  /** Lays the mirror over the box as it stands now. */
  lay() {
    const { element } = this;
    const style = this.document.defaultView.getComputedStyle(element);
    const mirror = this.#mirror.style;
    for (const name of LOOKS) if (mirror[name] !== style[name]) mirror[name] = style[name];
    const single = element.localName === "input";
    mirror.whiteSpace = single ? "pre" : "pre-wrap";
    mirror.width = `${element.clientWidth}px`;
    mirror.height = `${element.clientHeight}px`;
    // A single line stands in the middle of its box.
    const inner = element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    if (single) mirror.lineHeight = `${inner}px`;
    const box = element.getBoundingClientRect();
    this.layer.place(this.#mirror, box.left + element.clientLeft, box.top + element.clientTop);
    this.scroll();
  }

  scroll() {
    this.#mirror.scrollTop = this.element.scrollTop;
    this.#mirror.scrollLeft = this.element.scrollLeft;
  }

  range(start, end) {
    return this.reading.range(start, end);
  }

  get caret() {
    return this.element.selectionEnd ?? -1;
  }

  show(start, end) {
    this.element.setSelectionRange(start, start);
    const place = this.range(start, end)?.getBoundingClientRect();
    const box = this.element.getBoundingClientRect();
    if (!place) return;
    if (place.top < box.top || place.bottom > box.bottom) this.element.scrollTop += place.top - box.top - box.height / 2;
    if (place.left < box.left || place.right > box.right) this.element.scrollLeft += place.left - box.left - box.width / 2;
    this.element.scrollIntoView({ block: "nearest" });
    this.scroll();
  }

  edit(edits) {
    const { start, end, text } = joined(edits, this.element.value);
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(start, end);
    if (this.document.execCommand(text ? "insertText" : "delete", false, text)) return;
    this.element.setRangeText(text, start, end, "end");
    const inputType = text ? "insertReplacementText" : "deleteContent";
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType, data: text || null }));
  }
}
