// The card that says what is wrong and mends it. All that comes from the service is set as text, never as markup.

export const LABELS = {
  error: "Error",
  warning: "Warning",
  suggestion: "Suggestion",
  safe: "",
  unsafe: "Read it afterwards",
  show: "For you to judge",
  dismiss: "Let it stand",
  why: "Why?",
  whenNot: "When not: ",
  source: "Source: ",
  unknown: "The service does not answer now.",
  next: "Next",
  previous: "Previous",
  close: "Close",
  place: (number, of) => `${number} of ${of}`,
  count: (number) => (number ? `Copydesk: ${number} ${number === 1 ? "finding" : "findings"}` : "Copydesk: nothing to mend"),
  fixed: (title) => `Made: ${title}`,
};

const GAP = 6;
/** Windows up to this width have the card at their foot. */
export const NARROW = 480;

/**
 * One card, shown for one finding after another in a root that has adopted its style.
 *
 * `actions` are called with what was chosen: fix(nth), dismiss(), step(by), related(nth), close(), and explain(), which
 * gives a promise of what is known of the rule.
 */
export class Card {
  #element;
  #labels;
  #actions;

  constructor(root, labels, actions) {
    this.#labels = labels;
    this.#actions = actions;
    this.#element = make(root.ownerDocument, "div", {
      role: "dialog", "aria-labelledby": "copydesk-what", "aria-describedby": "copydesk-message", tabindex: "-1", hidden: "",
    });
    if ("popover" in this.#element) this.#element.popover = "manual";
    this.#element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      actions.close();
    });
    root.append(this.#element);
  }

  get open() {
    return !this.#element.hidden;
  }

  get element() {
    return this.#element;
  }

  /** Shows a finding: {finding, fixes: [{title, safety, change}], number, of, writable, related, dark} beside a place. */
  show(shown, place) {
    const { finding, dark } = shown;
    this.#element.className = `card ${finding.severity}${dark ? " dark" : ""}`;
    this.#element.replaceChildren(...this.#parts(shown));
    this.#element.hidden = false;
    if (this.#element.popover && !this.#element.matches(":popover-open")) this.#element.showPopover();
    this.#element.scrollTop = 0;
    this.place(place);
  }

  /** Moves the card to stand by a place of the viewport, below it where there is room. */
  place({ left, top, bottom }) {
    const { innerWidth, innerHeight } = this.#element.ownerDocument.defaultView;
    const { offsetWidth: width, offsetHeight: height, style } = this.#element;
    if (innerWidth <= NARROW) {
      [style.left, style.top] = ["0px", `${innerHeight - height}px`];
      return;
    }
    const below = bottom + GAP + height <= innerHeight || top - GAP - height < 0;
    const y = below ? Math.min(bottom + GAP, innerHeight - height - GAP) : top - GAP - height;
    style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    style.top = `${Math.max(GAP, y)}px`;
  }

  focus() {
    this.#element.focus({ preventScroll: true });
  }

  hide() {
    if (this.#element.popover && this.#element.matches(":popover-open")) this.#element.hidePopover();
    this.#element.hidden = true;
  }

  #parts({ finding, fixes, number, of, writable, related }) {
    const labels = this.#labels;
    const { ownerDocument: document } = this.#element;
    const part = (tag, attributes, ...children) => make(document, tag, attributes, ...children);
    const button = (name, said, act, more = {}) => {
      const made = part("button", { type: "button", class: name, ...more }, said);
      made.addEventListener("click", act);
      return made;
    };
    const why = part("div", { class: "why", hidden: "", role: "status" });
    const asked = button("ask", labels.why, () => this.#explain(why, asked, part), { "aria-expanded": "false" });
    return [
      part("div", { class: "head" },
        part("span", { class: "severity", id: "copydesk-what" }, labels[finding.severity]),
        part("span", { class: "rule" }, finding.rule),
        part("span", { class: "number" }, labels.place(number, of)),
        button("close", "×", () => this.#actions.close(), { "aria-label": labels.close })),
      part("p", { class: "message", id: "copydesk-message" }, finding.message),
      ...fixes.map((fix, nth) => part("div", { class: "fix" },
        part("p", { class: "change" }, ...fix.change.map(([kind, said]) => part(kind || "span", kind ? {} : { class: "around" }, said))),
        part("div", { class: "made" },
          ...(writable ? [button("make", fix.title, () => this.#actions.fix(nth))] : []),
          ...(labels[fix.safety] ? [part("span", { class: "safety" }, labels[fix.safety])] : [])))),
      ...related.map((place, nth) => part("p", { class: "related" }, button("there", place, () => this.#actions.related(nth)))),
      why,
      part("div", { class: "foot" },
        button("dismiss", labels.dismiss, () => this.#actions.dismiss()),
        asked,
        ...(of > 1 ? [
          button("step push", labels.previous, () => this.#actions.step(-1)),
          button("step", labels.next, () => this.#actions.step(1)),
        ] : [])),
    ];
  }

  async #explain(why, asked, part) {
    const open = why.hidden;
    why.hidden = !open;
    asked.setAttribute("aria-expanded", String(open));
    if (!open || why.childElementCount) return;
    const line = (term, said) => (said ? [part("p", {}, ...(term ? [part("span", { class: "term" }, term)] : []), said)] : []);
    const { whenNot, source, unknown } = this.#labels;
    const known = await this.#actions.explain().catch(() => null);
    if (!known) why.textContent = unknown;
    else why.replaceChildren(...line("", known.why), ...line(whenNot, known.when_not), ...line(source, known.source));
    this.#actions.grown();
  }
}

function make(document, tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
