// One thing that is written in, with what was found in it: checked as it changes, marked, mended.

import { changed, Mark } from "./anchor.js";
import { Card, LABELS, NARROW } from "./card.js";
import { preview } from "./edits.js";
import { Editable } from "./editable.js";
import { Ignored } from "./ignored.js";
import { KEYS, pressed } from "./keys.js";
import { isDark, Layer } from "./layer.js";
import { whenMoved } from "./moves.js";
import { painter } from "./painters.js";
import { Checker, explain } from "./service.js";
import { Textbox } from "./textbox.js";

const LINE = 24;

export class Attachment {
  #options;
  #layer;
  #surface;
  #painter;
  #card;
  #checker;
  #ignored;
  #marks = [];
  #text = "";
  #current = null;
  #composing = false;
  #state = "ready";
  #quit = new AbortController();

  constructor(element, options) {
    this.element = element;
    this.#options = { field: "body", obeySpellcheck: true, announce: true, ...options, keys: { ...KEYS, ...options.keys } };
    this.#options.labels = { ...LABELS, ...options.labels };
    this.#layer = new Layer(element);
    this.#surface = surfaceOf(element, this.#options, this.#layer);
    this.#painter = painter(this.#surface, this.#layer);
    this.#text = this.#surface.reading.text;
    this.#ignored = new Ignored(options.remember);
    this.#card = new Card(this.#layer.root, this.#options.labels, {
      fix: (nth) => this.fix(this.#current, nth),
      dismiss: () => this.dismiss(this.#current),
      step: (by) => this.#step(by),
      related: (nth) => this.#visit(this.#mark(this.#current)?.related[nth]),
      close: () => this.#close(),
      explain: () => explain(this.#current.rule, this.#options),
      grown: () => this.#placeCard(),
    });
    this.#checker = new Checker(this.#options, {
      read: () => this.#read(),
      take: (answer, sent) => this.#take(answer, sent),
      state: (state, detail) => this.#tell(state, detail),
    });
    this.#listen();
    this.#ignored.loaded.then(() => this.check());
  }

  /** What is to be mended, in the order of the text: the service's findings. */
  get findings() {
    return this.#marks.map((mark) => mark.finding);
  }

  /** How it goes: "ready", "checking", "busy", "away", "refused" or "off". */
  get state() {
    return this.#state;
  }

  /** Checks now. Gives a promise of whether an answer was taken. */
  check() {
    this.#changed();
    return this.#checker.now();
  }

  /** Where a finding stands now, as a range of the page; null where it does not. */
  rangeOf(finding) {
    const mark = this.#mark(finding);
    return mark ? this.#surface.range(mark.start, mark.end) : null;
  }

  /** Makes a finding's fix; gives whether it could be made. */
  fix(finding, nth = 0) {
    const mark = this.#mark(finding);
    const fix = mark?.fixes[nth];
    if (!fix || !this.#surface.writable) return false;
    this.#hide();
    this.#surface.edit(fix.edits);
    this.#changed();
    this.#say(this.#options.labels.fixed(fix.title));
    this.#dispatch("fixed", { finding, fix: finding.fixes.find(({ title }) => title === fix.title) });
    return true;
  }

  /** Lets a finding stand, from now on. */
  dismiss(finding) {
    this.#ignored.add(finding.fingerprint);
    this.#close();
    this.#marks = this.#marks.filter((mark) => !this.#ignored.has(mark.finding.fingerprint));
    this.#show();
    this.#dispatch("dismissed", { finding });
  }

  /** Opens the next finding's card, as the key does. */
  next() {
    this.#step(1);
  }

  previous() {
    this.#step(-1);
  }

  /** Takes away all that was added to the page. */
  detach() {
    this.#quit.abort();
    this.#checker.stop();
    this.#hide();
    this.#painter.remove();
    this.#layer.remove();
    this.#marks = [];
  }

  // checking

  #read() {
    if (this.#off()) {
      this.#set([]);
      this.#tell("off", {});
      return null;
    }
    const { reading } = this.#surface;
    if (reading.text.trim()) {
      const draft = { fields: [reading.field(this.#options.field)] };
      return { draft, reading, options: { ignore: this.#ignored.list } };
    }
    this.#set([]);
    this.#tell("ready", {});
    return null;
  }

  #take(answer, { reading }) {
    const marks = answer.findings.map((finding) => Mark.of(finding, reading.text, (id) => reading.base(id)));
    this.#changed();
    const since = changed(reading.text, this.#text);
    const same = reading.text === this.#text;
    this.#set(marks.map((mark) => (same ? mark : mark.moved(since, this.#text))).filter(Boolean));
    this.#say(this.#options.labels.count(this.#marks.length));
  }

  /** Whether the page wants no checking here, or its language is none that is read. */
  #off() {
    if (this.#options.obeySpellcheck && this.element.spellcheck === false) return true;
    const { lang = "" } = this.element.closest("[lang]") ?? {};
    return lang !== "" && !/^en\b/i.test(lang);
  }

  #changed() {
    const before = this.#text;
    const { text } = this.#surface.read();
    this.#text = text;
    if (text === before) {
      this.#paint();
      return;
    }
    const change = changed(before, text);
    const kept = this.#marks.map((mark) => mark.moved(change, text)).filter(Boolean);
    const fewer = kept.length < this.#marks.length;
    this.#marks = kept;
    this.#hide();
    if (fewer) this.#show();
    else this.#paint();
    if (!this.#composing) this.#checker.soon();
  }

  #set(marks) {
    const wanted = marks.filter((mark) => !this.#ignored.has(mark.finding.fingerprint));
    const before = this.#marks.map(known).join();
    this.#marks = wanted.sort((one, other) => one.start - other.start || one.end - other.end);
    if (this.#current) {
      const still = this.#marks.find((mark) => mark.finding.fingerprint === this.#current.fingerprint);
      if (still) this.#current = still.finding;
      else this.#close();
    }
    if (this.#marks.map(known).join() === before) this.#paint();
    else this.#show();
  }

  // showing

  #show() {
    this.#paint();
    this.#dispatch("findings", { findings: this.findings });
  }

  #paint() {
    const marked = this.#marks.map((mark) => ({
      range: this.#seen(mark),
      severity: mark.finding.severity,
      lit: mark.finding === this.#current,
    }));
    if (this.#surface.lay) this.#surface.lay();
    this.#painter.paint(marked.filter(({ range }) => range));
  }

  /** A mark's range; where something is missing, the letters on either side show the place. */
  #seen({ start, end }) {
    if (start < end) return this.#surface.range(start, end);
    const block = this.#surface.reading.blockOf(start, end);
    return block ? this.#surface.range(Math.max(block.start, start - 1), Math.min(block.end, end + 1)) : null;
  }

  #open(mark, { focus = false } = {}) {
    const { finding } = mark;
    const { reading } = this.#surface;
    this.#current = finding;
    this.#paint();
    const fixes = mark.fixes.map((fix) => {
      const start = Math.min(...fix.edits.map((edit) => edit.start));
      const end = Math.max(...fix.edits.map((edit) => edit.end));
      const bounds = reading.blockOf(start, end) ?? { start: 0, end: reading.text.length };
      return { ...fix, change: preview(fix.edits, reading.text, bounds) };
    });
    const related = mark.related.map(({ message, was }) => `${message}: “${was.length > 60 ? `${was.slice(0, 60)}…` : was}”`);
    const [number, of] = [this.#marks.indexOf(mark) + 1, this.#marks.length];
    const { writable } = this.#surface;
    this.#card.show({ finding, fixes, related, number, of, writable, dark: isDark(this.element) }, this.#place());
    // On a phone the card lies over the foot of the window.
    const under = this.#place().bottom + LINE - this.#card.element.getBoundingClientRect().top;
    const { defaultView: view } = this.element.ownerDocument;
    if (view.innerWidth <= NARROW && under > 0) view.scrollBy(0, under);
    if (focus) this.#card.focus();
  }

  #place() {
    const mark = this.#mark(this.#current);
    const range = mark && this.#seen(mark);
    return range?.getClientRects()[0] ?? this.element.getBoundingClientRect();
  }

  #placeCard() {
    if (this.#card.open) this.#card.place(this.#place());
  }

  #hide() {
    if (!this.#card.open) return;
    this.#current = null;
    this.#card.hide();
    this.#paint();
  }

  /** Shuts the card; who was in it is back where they wrote. */
  #close() {
    const inside = this.#inCard(this.#layer.root.activeElement);
    this.#hide();
    if (inside) this.element.focus({ preventScroll: true });
  }

  #inCard(element) {
    return Boolean(element) && this.#card.element.contains(element);
  }

  #step(by) {
    if (!this.#marks.length) {
      this.#say(this.#options.labels.count(0));
      return;
    }
    const { length } = this.#marks;
    const at = this.#marks.indexOf(this.#mark(this.#current));
    let next = (at + by + length) % length;
    if (at < 0) next = by > 0 ? this.#fromCaret() : (this.#fromCaret() - 1 + length) % length;
    // A card that was opened by a click is gone into first.
    else if (!this.#inCard(this.#layer.root.activeElement)) next = at;
    const mark = this.#marks[next];
    this.#surface.show(mark.start, mark.end);
    this.#open(mark, { focus: true });
  }

  /** The number of the mark at the caret or after it, around the end. */
  #fromCaret() {
    const { caret } = this.#surface;
    return Math.max(0, this.#marks.findIndex((mark) => mark.end >= caret));
  }

  #visit(place) {
    if (!place) return;
    this.#close();
    this.element.focus({ preventScroll: true });
    this.#surface.show(place.start, place.end);
  }

  #mark(finding) {
    return finding ? this.#marks.find((mark) => mark.finding.fingerprint === finding.fingerprint) : undefined;
  }

  #at(x, y) {
    const holds = (rect) => rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom + 2;
    const hit = this.#marks.filter((mark) => [...(this.#seen(mark)?.getClientRects() ?? [])].some(holds));
    return hit.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  }

  // listening

  #listen() {
    const { signal } = this.#quit;
    const { element } = this;
    const view = element.ownerDocument.defaultView;
    this.#surface.listen(() => this.#changed(), signal);
    const on = (target, type, act, options = {}) => target.addEventListener(type, act, { signal, ...options });
    on(element, "compositionstart", () => (this.#composing = true));
    on(element, "compositionend", () => {
      this.#composing = false;
      this.#checker.soon();
    });
    on(element, "click", (event) => {
      const mark = this.#at(event.clientX, event.clientY);
      if (mark) this.#open(mark);
      else this.#close();
    });
    for (const target of [element, this.#card.element]) on(target, "keydown", (event) => this.#pressed(event));
    on(view, "pointerdown", (event) => {
      const path = event.composedPath();
      if (!path.includes(element) && !path.includes(this.#layer.host)) this.#hide();
    }, { capture: true });
    on(element, "focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget !== this.#layer.host && !element.contains(relatedTarget)) this.#hide();
    });
    whenMoved(element, () => this.#follow(), signal);
  }

  #pressed(event) {
    if (event.key === "Escape" && this.#card.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
      return;
    }
    const { next, previous } = this.#options.keys;
    const by = pressed(event, next) ? 1 : pressed(event, previous) ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    this.#step(by);
  }

  #follow() {
    if (this.#surface.lay) this.#surface.lay();
    if (this.#painter.moves) this.#paint();
    this.#placeCard();
  }

  // telling

  #tell(state, detail) {
    if (state === this.#state && !("retryIn" in detail)) return;
    this.#state = state;
    this.#dispatch("state", { state, ...detail });
  }

  #say(text) {
    if (this.#options.announce && this.#surface.focused) this.#layer.say(text);
  }

  #dispatch(name, detail) {
    this.element.dispatchEvent(new CustomEvent(`copydesk:${name}`, { detail, bubbles: true, composed: true }));
  }
}

function surfaceOf(element, options, layer) {
  const box = element.localName === "textarea" || (element.localName === "input" && ["text", "search"].includes(element.type));
  if (box) return new Textbox(element, layer);
  if (element.isContentEditable) return new Editable(element, options);
  layer.remove();
  throw new TypeError("Copydesk attaches to a textarea, an input of text or an element that is contenteditable");
}

function known({ finding, start }) {
  return `${finding.fingerprint}@${start}`;
}
