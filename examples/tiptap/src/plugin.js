// Copydesk as a plugin of ProseMirror: decorations, which are no part of the document, and the client's card.
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { moved, placed, reading } from "./reading.js";

const key = new PluginKey("copydesk");

export function copydesk(options) {
  return new Plugin({
    key,
    state: {
      init: () => ({ marks: [], ignored: new Set() }),
      apply(transaction, state) {
        const said = transaction.getMeta(key);
        if (said) return { ...state, ...said };
        if (!transaction.docChanged) return state;
        const marks = state.marks.map((mark) => moved(mark, transaction.mapping, transaction.before, transaction.doc));
        return { ...state, marks: marks.filter(Boolean) };
      },
    },
    props: {
      decorations(state) {
        const shown = ({ from, to, finding }) => Decoration.inline(from, to, { class: `copydesk ${finding.severity}` });
        return DecorationSet.create(state.doc, key.getState(state).marks.map(shown));
      },
      handleClick(view, position) {
        const mark = key.getState(view.state).marks.find(({ from, to }) => from <= position && position <= to);
        if (mark) key.get(view.state).spec.desk.open(mark);
        return false;
      },
    },
    view(view) {
      const desk = new Desk(view, options);
      key.get(view.state).spec.desk = desk;
      return { update: (_, before) => desk.updated(before), destroy: () => desk.destroy() };
    },
  });
}

/** Opens the next finding's card, or with -1 the one before. */
export function step(view, by) {
  return key.get(view.state).spec.desk.step(by);
}

class Desk {
  #current = null;

  constructor(view, { client, told, field, ...options }) {
    Object.assign(this, { view, client });
    this.card = client.card({
      fix: (nth) => this.#fix(nth),
      dismiss: () => this.#dismiss(),
      step: (by) => this.step(by),
      related: () => {},
      close: () => this.#close(),
      explain: () => client.explain(this.#current.finding.rule, options),
      grown: () => this.#current && this.card.place(view.coordsAtPos(this.#current.from)),
    });
    this.checker = new client.Checker(options, {
      read: () => this.#read(field),
      take: (answer, sent) => this.#set({ marks: placed(answer.findings, sent, view.state.doc, client.anchor) }),
      state: told,
    });
    this.checker.now();
  }

  get #state() {
    return key.getState(this.view.state);
  }

  updated(before) {
    if (before.doc.eq(this.view.state.doc)) return;
    this.#current = null;
    this.card.hide();
    this.checker.soon();
  }

  destroy() {
    this.checker.stop();
    this.card.remove();
  }

  step(by) {
    const { marks } = this.#state;
    if (!marks.length) return false;
    const at = marks.indexOf(this.#current);
    const caret = this.view.state.selection.from;
    const first = by > 0 ? Math.max(0, marks.findIndex(({ to }) => to >= caret)) : marks.findLastIndex(({ from }) => from <= caret);
    const next = marks[((at < 0 ? first : at + by) + marks.length) % marks.length];
    const { tr: transaction, doc } = this.view.state;
    this.view.dispatch(transaction.setSelection(Selection.near(doc.resolve(next.from))).scrollIntoView());
    this.open(next);
    this.card.focus();
    return true;
  }

  open(mark) {
    this.#current = mark;
    const { doc } = this.view.state;
    const block = doc.resolve(mark.from);
    const text = block.parent.textBetween(0, block.parent.content.size, null, "\ufffc");
    const inBlock = ({ from, to, text: put }) => ({ start: from - block.start(), end: to - block.start(), text: put });
    const bounds = { start: 0, end: text.length };
    const fixes = mark.fixes.map((fix) => ({ ...fix, change: this.client.preview(fix.edits.map(inBlock), text, bounds) }));
    const { marks } = this.#state;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const [number, of] = [marks.indexOf(mark) + 1, marks.length];
    this.card.show(
      { finding: mark.finding, fixes, related: [], number, of, writable: this.view.editable, dark },
      this.view.coordsAtPos(mark.from),
    );
  }

  #read(field) {
    const { doc } = this.view.state;
    const blocks = reading(doc);
    const sent = blocks.map(({ text, skip }, number) => ({ id: String(number), text, skip }));
    const ignore = [...this.#state.ignored];
    return { draft: { fields: [{ name: field, blocks: sent }] }, options: { ignore }, doc, blocks };
  }

  #set(state) {
    this.view.dispatch(this.view.state.tr.setMeta(key, state).setMeta("addToHistory", false));
  }

  #fix(nth) {
    const { tr: transaction } = this.view.state;
    const edits = [...this.#current.fixes[nth].edits].sort((one, other) => other.from - one.from);
    for (const { from, to, text } of edits) {
      const at = transaction.doc.resolve(from);
      const emptied = !text && from === at.start() && to === at.end();
      if (emptied && transaction.doc.childCount > 1) transaction.delete(at.before(), at.after());
      else transaction.insertText(text, from, to);
    }
    this.view.dispatch(transaction.scrollIntoView());
    this.view.focus();
  }

  #dismiss() {
    const { marks, ignored } = this.#state;
    const { fingerprint } = this.#current.finding;
    this.#set({
      marks: marks.filter(({ finding }) => finding.fingerprint !== fingerprint),
      ignored: new Set([...ignored, fingerprint]),
    });
    this.#close();
  }

  #close() {
    this.#current = null;
    this.card.hide();
    this.view.focus();
  }
}
