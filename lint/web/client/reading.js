// A draft as it stands in a page: its text, block by block, and which stretch of which text node each part of it is.

const BETWEEN = "\n\n";
const OBJECT = "\ufffc";
const SPACES = /[ \t\n\r\f]+/g;
const REPLACED = "img, picture, video, audio, canvas, svg, math, object, embed, iframe, input, select, textarea, button";
// What is code, is on its way out, is quoted with no marks in the text or cannot be written in.
const NOT_COPY =
  'pre, code, kbd, samp, var, del, s, q, script, style, template, [contenteditable="false"], [spellcheck="false"]';
// What a block is, by the outermost of these elements around it.
const KINDS = [
  ["blockquote", "quotation"],
  ["h1, h2, h3, h4, h5, h6", "heading"],
  ["figcaption, caption", "caption"],
  ["td, th", "table-cell"],
  ["li", "list-item"],
];

/** Blocks of text with blank lines between them. `pieces` say where in the page each stretch of the text is. */
export class Reading {
  text = "";
  blocks = [];
  pieces = [];

  /** The draft as the service takes it: one field with these blocks, named by their number. */
  field(name) {
    const within = ({ start, skip }) => skip.map(([from, to]) => [from - start, to - start]);
    return {
      name,
      blocks: this.blocks.map((block, id) => ({
        id: String(id),
        text: this.text.slice(block.start, block.end),
        ...(block.kind ? { kind: block.kind } : {}),
        ...(block.skip.length ? { skip: within(block) } : {}),
      })),
    };
  }

  /** Where the block of this name starts. */
  base(id) {
    return this.blocks[Number(id)]?.start ?? 0;
  }

  /** The block in which [start, end) lies, if it is one. */
  blockOf(start, end) {
    return this.blocks.find((block) => block.start <= start && end <= block.end);
  }

  /** The stretch [start, end) of the text as a range of the page; null where it is not there. */
  range(start, end) {
    const first = start < end ? this.pieces.find((p) => p.end > start) : this.#before(start);
    const last = start < end ? this.pieces.findLast((p) => p.start < end) : first;
    if (!first || !last) return null;
    const range = first.node.ownerDocument.createRange();
    try {
      range.setStart(first.node, first.inPage(start, true));
      range.setEnd(last.node, last.inPage(end, start === end));
    } catch {
      return null;
    }
    return range;
  }

  /** Where in the text a place of the page is. */
  offset(node, offset) {
    let at = 0;
    const range = node.ownerDocument.createRange();
    range.setStart(node, offset);
    for (const piece of this.pieces) {
      if (piece.node === node && piece.from <= offset && offset <= piece.to) return piece.inText(offset);
      if (range.comparePoint(piece.node, piece.from) > 0) break;
      at = piece.end;
    }
    return at;
  }

  /** The piece that a new word at this place joins: the one before it in its block, else the one after. */
  #before(at) {
    const touching = this.pieces.filter((p) => p.start <= at && at <= p.end);
    return touching.findLast((p) => p.verbatim) ?? touching[0];
  }
}

/** A stretch of the text and of a node: verbatim, or an atom such as white space that the page shows as one space. */
class Piece {
  constructor(node, from, to, start, length) {
    Object.assign(this, { node, from, to, start, end: start + length });
  }

  get verbatim() {
    return this.to - this.from === this.end - this.start && this.node.nodeType === Node.TEXT_NODE;
  }

  inPage(at, first) {
    if (this.verbatim) return this.from + Math.min(Math.max(at - this.start, 0), this.to - this.from);
    return at <= this.start && first ? this.from : this.to;
  }

  inText(offset) {
    return this.verbatim ? this.start + offset - this.from : offset === this.from ? this.start : this.end;
  }
}

/** Reads a text node whose text is the draft. */
export function readNode(node) {
  const reading = new Reading();
  reading.text = node.data.trimEnd();
  reading.blocks.push({ start: 0, end: reading.text.length, skip: [] });
  reading.pieces.push(new Piece(node, 0, reading.text.length, 0, reading.text.length));
  return reading;
}

/** Reads the blocks under an element as the page shows them. `skip` is a selector of what is not copy. */
export function readElement(root, skip = "") {
  return new Walk(root, skip ? `${NOT_COPY}, ${skip}` : NOT_COPY).done();
}

class Walk {
  #reading = new Reading();
  #parts = [];
  #length = 0;
  #block = null;
  #kind = "";
  #ending = "";

  constructor(root, skip) {
    this.skip = skip;
    this.#inside(root, getComputedStyle(root).whiteSpace, false);
    this.#close();
  }

  done() {
    this.#reading.text = this.#parts.join("");
    return this.#reading;
  }

  #inside(element, space, skipped) {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#text(child, space, skipped);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#element(child, skipped);
    }
  }

  #element(element, skipped) {
    if (element.localName === "br") return this.#atom(element, "\n", false);
    const style = getComputedStyle(element);
    if (style.display === "none") return undefined;
    const apart = !/^(inline|contents|ruby)/.test(style.display);
    const left = skipped || element.matches(this.skip) || foreign(element);
    const outer = this.#kind;
    if (apart) this.#close();
    this.#kind ||= kindOf(element);
    if (element.matches(REPLACED)) this.#atom(element, OBJECT, true);
    else if (!(apart && left)) this.#inside(element, style.whiteSpace, left);
    if (apart) this.#close();
    this.#kind = outer;
    return undefined;
  }

  #text(node, space, skipped) {
    if (/^(pre|break-spaces)/.test(space) && space !== "pre-line") {
      this.#add(node, 0, node.data.length, node.data, skipped);
      return;
    }
    let at = 0;
    for (const run of node.data.matchAll(SPACES)) {
      this.#add(node, at, run.index, node.data.slice(at, run.index), skipped);
      at = run.index + run[0].length;
      if (!/^$|[ \n]$/.test(this.#ending)) this.#add(node, run.index, at, " ", skipped);
    }
    this.#add(node, at, node.data.length, node.data.slice(at), skipped);
  }

  /** An element that stands for one character, placed by its number among its parent's children. */
  #atom(element, text, skipped) {
    if (text === "\n") this.#trim(/ $/);
    const number = Array.prototype.indexOf.call(element.parentNode.childNodes, element);
    this.#add(element.parentNode, number, number + 1, text, skipped);
  }

  #add(node, from, to, text, skipped) {
    if (!text) return;
    if (!this.#block) {
      if (this.#reading.blocks.length) this.#put(BETWEEN);
      this.#block = { start: this.#length, end: this.#length, skip: [], kind: this.#kind };
    }
    const start = this.#length;
    const last = this.#reading.pieces.at(-1);
    const piece = new Piece(node, from, to, start, text.length);
    const runsOn = last?.node === node && last.to === from && last.end === start && last.verbatim && piece.verbatim;
    if (runsOn) [last.to, last.end] = [to, piece.end];
    else this.#reading.pieces.push(piece);
    this.#put(text);
    if (skipped) this.#leave(start);
    this.#ending = text.slice(-1);
  }

  #put(text) {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #leave(start) {
    const last = this.#block.skip.at(-1);
    if (last?.[1] === start) last[1] = this.#length;
    else this.#block.skip.push([start, this.#length]);
  }

  /** Ends a block. White space at its end is not seen, and one who is writing has it there after every word. */
  #close() {
    if (this.#block) {
      this.#trim(/\s+$/);
      this.#block.end = this.#length;
      if (this.#length > this.#block.start) this.#reading.blocks.push(this.#block);
      else this.#undo(this.#reading.blocks.length ? BETWEEN.length : 0);
    }
    this.#block = null;
    this.#ending = "";
  }

  #trim(what) {
    if (!this.#block) return;
    let gone = 0;
    let part = "";
    // A block's end may lie in several parts: a space, a line break, a space.
    while (this.#length - gone > this.#block.start && (part = this.#parts.at(-1)) && what.test(part)) {
      const kept = part.replace(what, "");
      this.#parts.pop();
      if (kept) this.#parts.push(kept);
      gone += part.length - kept.length;
      if (kept) break;
    }
    this.#shorten(this.#length - gone);
    this.#ending = this.#parts.at(-1)?.slice(-1) ?? "";
  }

  #undo(units) {
    if (units) this.#parts.pop();
    this.#length -= units;
  }

  #shorten(length) {
    this.#length = length;
    const { pieces } = this.#reading;
    while (pieces.length && pieces.at(-1).start >= length) pieces.pop();
    const last = pieces.at(-1);
    if (last && last.end > length) [last.to, last.end] = [last.to - (last.end - length), length];
    this.#block.skip = this.#block.skip.filter(([from]) => from < length).map(([a, b]) => [a, Math.min(b, length)]);
  }
}

function kindOf(element) {
  return KINDS.find(([selector]) => element.matches(selector))?.[1] ?? "";
}

function foreign(element) {
  const { lang } = element;
  return Boolean(lang) && !/^en\b/i.test(lang);
}
