// The draft that is being edited: its text, what is let be in it, and a history that holds both.

import { applied, inverse } from "./edits.js";

const PAUSE = 1000; // milliseconds: typing after this begins a new step of the history

/** Sends "edited" with {batch, before} as detail for every change of its text, and "changed" for every change at all. */
export class Draft extends EventTarget {
  text = "";
  #dismissed = new Set();
  #past = [];
  #future = [];
  #clean = null;

  /** Another text, of which all is saved elsewhere or not: the history begins anew. */
  open(text, { dismissed = [], unsaved = false } = {}) {
    const batch = [{ start: 0, end: this.text.length, text }];
    this.#dismissed = new Set(dismissed);
    this.#past = [];
    this.#future = [];
    this.#clean = unsaved ? "elsewhere" : null;
    this.#make(batch);
    this.#tell();
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Whether there are changes of the text that were not saved. */
  get unsaved() {
    return this.#lastEdit() !== this.#clean;
  }

  /** Fingerprints of the findings that are let be. */
  get dismissed() {
    return this.#dismissed;
  }

  /** The text as it is now has been saved elsewhere. */
  saved() {
    this.#clean = this.#lastEdit();
    this.#tell();
  }

  /** Makes a batch of edits as one step. */
  edit(batch, what) {
    if (!batch.length) return;
    this.#past.push({ what, turns: [this.#make(batch)] });
    this.#future = [];
    this.#tell();
  }

  /** Takes in what was typed; keys struck in one go are one step. `caret` is where the selection began before. */
  type(edit, caret, now = Date.now()) {
    const turn = this.#make([edit]);
    const step = this.#past.at(-1);
    const at = edit.start + edit.text.length;
    const goesOn = step?.typed && !this.#future.length && now - step.typed < PAUSE && touches(step.at, edit);
    if (goesOn) {
      step.turns.push(turn);
      Object.assign(step, { at, typed: now });
    } else {
      this.#past.push({ what: "Typing", turns: [turn], typed: now, at, caret });
    }
    // A line break ends a step, so that one does not take back a page at a time.
    if (edit.text.endsWith("\n")) this.#past.at(-1).typed = 0;
    this.#future = [];
    this.#tell();
  }

  /** Lets findings be, by fingerprint, or flags them again. */
  dismiss(fingerprints, on = true) {
    const changed = fingerprints.filter((print) => this.#dismissed.has(print) !== on);
    if (!changed.length) return;
    this.#past.push({ what: on ? "Dismissing" : "Bringing back", turns: [], dismissed: changed, on });
    this.#future = [];
    this.#let(changed, on);
    this.#tell();
  }

  /** Takes back the last step. Gives {what, at}: what was done, and where the text changed; null where there is none. */
  undo() {
    const step = this.#past.pop();
    if (!step) return null;
    const turns = step.turns.map((_, i) => this.#make(step.turns.at(-1 - i).back));
    this.#let(step.dismissed ?? [], !step.on);
    this.#future.push(step);
    this.#tell();
    return { what: step.what, at: step.caret ?? place(turns.at(-1)) };
  }

  /** Makes the step again that was last taken back. Gives the same as undo. */
  redo() {
    const step = this.#future.pop();
    if (!step) return null;
    for (const turn of step.turns) this.#make(turn.batch);
    this.#let(step.dismissed ?? [], step.on);
    this.#past.push(step);
    step.typed = 0;
    this.#tell();
    return { what: step.what, at: place(step.turns.at(-1)) };
  }

  #make(batch) {
    const before = this.text;
    const turn = { batch, back: inverse(before, batch) };
    this.text = applied(before, batch);
    this.dispatchEvent(new CustomEvent("edited", { detail: { batch, before } }));
    return turn;
  }

  #let(fingerprints, on) {
    for (const print of fingerprints) {
      if (on) this.#dismissed.add(print);
      else this.#dismissed.delete(print);
    }
  }

  #lastEdit() {
    return this.#past.findLast((step) => step.turns.length)?.turns.at(-1) ?? null;
  }

  #tell() {
    this.dispatchEvent(new Event("changed"));
  }
}

function touches(at, edit) {
  return edit.start <= at && edit.end >= at - 1 && edit.end - edit.start <= 1;
}

function place(turn) {
  const edit = turn?.batch[0];
  return edit ? edit.start + edit.text.length : null;
}
