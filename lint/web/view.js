// The page as it is seen: marks, notes and figures of one draft, and where one is among them.

import { showFigures, taken } from "./figures.js";
import { Filter } from "./filter.js";
import { safe } from "./findings.js";
import { Margin } from "./margin.js";
import { Marks } from "./marks.js";
import { Mirror } from "./mirror.js";
import { Notes } from "./notes.js";

const SEVERITIES = ["error", "warning", "suggestion"];

export class View {
  /** The element with an id. */
  static one = (id) => document.getElementById(id);

  #draft;
  #findings;
  #mirror = new Mirror(View.one("mirror"));
  #margin;
  #frame = 0;
  #folded = View.one("folded");
  #lit = "";
  #lifted = "";

  /** What the draft was taken for. */
  genre = null;

  constructor(draft, findings) {
    this.#draft = draft;
    this.#findings = findings;
    this.marks = new Marks(View.one("main"));
    this.notes = new Notes(View.one("notes"), this.#folded.querySelector("ol"));
    this.filter = new Filter(View.one("filter"), this.marks);
    this.#margin = new Margin(View.one("margin"), () => this.#place());
    View.one("main").addEventListener("current", () => this.#place());
    View.one("notes").addEventListener("toggle", () => this.#place(), true);
    View.one("filter").addEventListener("change", () => this.#place());
    this.#folded.addEventListener("toggle", () => this.now());
    this.#follow(View.one("text"));
  }

  /** The findings that are not dismissed. */
  get shown() {
    return this.#findings.shown(this.#draft.dismissed);
  }

  /** Shows what there is, before the next picture is painted. */
  soon() {
    this.#frame ||= requestAnimationFrame(() => this.now());
  }

  /** Shows what there is. Where the note that had the focus has gone, the next one has it. */
  now() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const order = this.marks.notes.map((note) => note.dataset.finding);
    const at = order.findIndex((key) => this.marks.note(key).contains(document.activeElement));
    const { text } = this.#draft;
    const { shown } = this;
    this.#fold(shown.filter((f) => f.folded).length);
    this.#mirror.show(text, this.#folded.open ? shown : shown.filter((f) => !f.folded));
    this.notes.show(text, shown, (offset) => this.#mirror.lineNumber(offset));
    this.filter.apply();
    this.marks.light(this.marks.current, true);
    this.#count(shown);
    if (at >= 0 && !this.marks.note(order[at])) this.#goOn(order, at);
    this.#place();
  }

  /** To the note of the finding at or after an offset, else to the last one. */
  enter(offset) {
    const there = new Set(this.marks.notes.map((note) => note.dataset.finding));
    const shown = this.shown.filter((f) => there.has(f.key));
    const finding = shown.find((f) => f.end >= offset) ?? shown.at(-1);
    if (finding) this.marks.go(finding.key);
    else View.one("margin").focus();
  }

  /** Brings the line of an offset into view. */
  reveal(offset) {
    this.#mirror.lineAt(offset)?.scrollIntoView({ block: "nearest" });
  }

  /** Brings a note up from below, where notes are not beside the copy. */
  lift(key) {
    this.marks.note(this.#lifted)?.classList.remove("lifted");
    this.marks.note(key)?.classList.add("lifted");
    this.#lifted = key;
  }

  /** Says how far the check is. */
  state(text) {
    View.one("state").textContent = text;
  }

  /** Has something read out. */
  say(text) {
    View.one("said").textContent = text;
  }

  /** Shows the figures of an answer, or none. */
  figures(answer) {
    showFigures(View.one("figures"), answer);
  }

  /** Folds away what need only be counted. */
  foldAway() {
    this.#folded.open = false;
  }

  /** The line over the notes that are folded away. */
  #fold(count) {
    this.#folded.hidden = !count;
    if (!count) return;
    const said = `${counted(count, "claim")} in the writer’s voice: ${taken(this.genre)}`;
    const line = this.#folded.querySelector("summary");
    if (line.textContent !== said) line.textContent = said;
  }

  #goOn(order, at) {
    const there = (key) => this.marks.note(key) && !this.marks.note(key).hidden;
    const key = order.slice(at).find(there) ?? order.slice(0, at).findLast(there) ?? "";
    if (key) this.marks.go(key, { block: "nearest" });
    else if (this.marks.notes.length) this.marks.step(1);
    else View.one("margin").focus(); // not the field, where a key meant for the notes would be typed
    if (order[at] === this.#lifted) this.lift(key);
  }

  #count(shown) {
    const count = Object.groupBy(shown, (f) => f.severity);
    for (const severity of SEVERITIES) {
      document.querySelector(`#filter .${severity} .count`).textContent = count[severity]?.length ?? 0;
    }
    const some = safe(shown).length;
    const all = View.one("accept-safe");
    all.textContent = some ? `Accept ${counted(some, "safe fix", "safe fixes")}` : "Accept safe fixes";
    all.disabled = !some;
    View.one("pager").hidden = !shown.length;
  }

  #place() {
    const { notes, current } = this.marks;
    const beside = notes.filter((note) => !this.#folded.contains(note));
    this.#margin.place(beside, this.#mirror.firsts(), current);
    const at = notes.findIndex((note) => note.dataset.finding === current);
    View.one("at").textContent = at < 0 ? counted(notes.length, "note") : `${at + 1} of ${notes.length}`;
  }

  /** Lights what is under the pointer, which the field keeps from the marks behind it. */
  #follow(area) {
    const point = (key) => {
      if (key === this.#lit) return;
      if (this.#lit !== this.marks.current) this.marks.light(this.#lit, false);
      this.marks.light(key, true);
      this.#lit = key;
    };
    area.addEventListener("pointermove", (event) => point(this.#mirror.at(event.clientX, event.clientY)));
    area.addEventListener("pointerleave", () => point(""));
    area.addEventListener("click", (event) => {
      const key = this.#mirror.at(event.clientX, event.clientY);
      if (key) this.marks.go(key, { focus: false, block: "nearest" });
      else this.marks.leave();
      this.lift(key);
    });
  }
}

/** A number with its noun. */
export function counted(number, noun, nouns = `${noun}s`) {
  return `${number} ${number === 1 ? noun : nouns}`;
}
