// Who is quoted in the draft: a row for each source, with buttons that lead to its name and to what it is given as saying.

import { shifted } from "./edits.js";
import { visible } from "./excerpt.js";

const COLUMNS = ["Source", "What", "Said", "Words quoted", "Words reported", "Share", "Lines", "Described as"];
const EXCERPT = 120;

/** Sends "go" with {start, end} as detail, a place in the draft as it is now. */
export class Sources extends EventTarget {
  #section;
  #places = [];
  #said = "";

  /** @param {HTMLElement} section with a heading, a place for a summary, a table's body and a list */
  constructor(section) {
    super();
    this.#section = section;
    section.addEventListener("click", ({ target }) => {
      const to = target.closest("[data-place]");
      if (to) this.dispatchEvent(new CustomEvent("go", { detail: this.#places[to.dataset.place] }));
    });
  }

  /** Shows the sources in a text, or none. What has not changed is left alone, so that what is focused stays so. */
  show(sources, text = "") {
    this.#places = [];
    const told = sources?.sources.length || sources?.unattributed.length ? this.#tell(sources, text) : null;
    const said = JSON.stringify(told?.map((part) => part.outerHTML) ?? "");
    if (said === this.#said) return;
    this.#said = said;
    this.#section.hidden = !told;
    const at = this.#buttons().indexOf(document.activeElement);
    this.#section.replaceChildren(this.#section.querySelector("h3"), ...(told ?? []));
    if (at >= 0) (this.#buttons()[at] ?? this.#section).focus({ preventScroll: true });
  }

  /** Follows a change of the draft. */
  follow(batch) {
    this.#places = this.#places.map((place) => shifted(place, batch));
  }

  #tell(sources, text) {
    const { sources: speakers, unattributed } = sources;
    const told = [make("p", "", summary(sources))];
    if (speakers.length) told.push(this.#table(speakers, text));
    if (unattributed.length) {
      const few = unattributed.length === 1;
      told.push(make("p", "", `${few ? "1 quotation" : `${unattributed.length} quotations`} with no speaker:`));
      const list = make("ul");
      list.append(...unattributed.map((loose) => this.#item(loose)));
      told.push(list);
    }
    return told;
  }

  #table(speakers, text) {
    const head = make("tr");
    head.append(...COLUMNS.map((column) => scoped("col", column)));
    const body = make("tbody");
    body.append(...speakers.map((speaker) => this.#row(speaker, text)));
    const table = make("table", "stacked");
    table.append(make("thead"), body);
    table.tHead.append(head);
    return table;
  }

  #row(speaker, text) {
    const { name, kind, description, first, statements, words, share, said } = speaker;
    const row = make("tr");
    const start = first.offset;
    const named = text.slice(start, start + name.length).toLowerCase() === name.toLowerCase();
    const to = this.#button({ start, end: start + (named ? name.length : 0) }, shown(name));
    to.title = `Line ${first.line}: where it is first named in full`;
    const who = scoped("row");
    who.append(to);
    const lines = cell("lines", "", "line");
    lines.append(...said.flatMap((one, i) => [...(i ? [" "] : []), this.#line(one, name, text)]));
    row.append(
      who,
      cell("what", kind),
      cell("figure", count(statements), "said"),
      cell("figure", count(words.quoted), "quoted"),
      cell("figure", count(words.reported), "reported"),
      cell("figure", percent(share), "share"),
      lines,
      cell("described", shown(description)),
    );
    return row;
  }

  #line({ start, end }, name, text) {
    const to = this.#button(span({ start, end }), make("span", "unseen", "Line "), String(start.line));
    to.append(make("span", "unseen", `: what ${shown(name)} says`));
    to.title = shown(text.slice(start.offset, end.offset));
    return to;
  }

  #item(loose) {
    const item = make("li");
    item.append(this.#button(span(loose), `line ${loose.start.line}`), `: ${shown(loose.text)}`);
    return item;
  }

  #button(place, ...inner) {
    const made = make("button", "link");
    made.type = "button";
    made.dataset.place = this.#places.push(place) - 1;
    made.append(...inner);
    return made;
  }

  #buttons() {
    return [...this.#section.querySelectorAll("button")];
  }
}

function summary({ words, sources }) {
  const said = [`${count(words.quoted)} words quoted and ${count(words.reported)} reported, of ${count(words.all)}.`];
  if (sources.length) said.push(`${percent(sources[0].share)} of them from ${shown(sources[0].name)}.`);
  const unnamed = sources.filter(({ kind }) => kind === "anonymous").length;
  if (unnamed) said.push(`${unnamed} anonymous ${unnamed === 1 ? "source" : "sources"}.`);
  return said.join(" ");
}

function span({ start, end }) {
  return { start: start.offset, end: end.offset };
}

function shown(text) {
  return visible(text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).trimEnd()}…`);
}

function count(number) {
  return number.toLocaleString("en");
}

function percent(share) {
  return `${Math.round(share * 100)}%`;
}

function scoped(scope, text = "") {
  const made = make("th", "", text);
  made.scope = scope;
  return made;
}

/** A cell; on a phone, where rows are no longer under their columns, its label stands before it. */
function cell(kind, text, label = "") {
  const made = make("td", kind, text);
  if (label) made.dataset.label = label;
  return made;
}

function make(name, kind = "", text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.append(text);
  return made;
}
