// What went wrong, said above the draft, with what one can do about it.

export class Trouble {
  #box;
  #kind = "";
  #timer = 0;

  /** @param {HTMLElement} box with a heading, a paragraph .remedy, a paragraph .wait and a button .again */
  constructor(box, again) {
    this.#box = box;
    this.#part(".again").addEventListener("click", again);
    this.#part(".close").addEventListener("click", () => this.clear(this.#kind));
  }

  /** Says what is wrong. `wait` counts down the seconds until it is tried again; `again` offers to try now. */
  say(kind, message, remedy = "", { wait = 0, again = false } = {}) {
    this.#kind = kind;
    // An alert is read out where its words change, so the same words are left alone.
    this.#set("h2", message);
    this.#set(".remedy", remedy);
    this.#part(".again").hidden = !again;
    this.#part(".close").hidden = again;
    this.#box.hidden = false;
    this.#count(Math.ceil(wait));
  }

  /** Takes back what was said of a kind. */
  clear(...kinds) {
    if (!kinds.includes(this.#kind)) return;
    this.#kind = "";
    this.#box.hidden = true;
    clearTimeout(this.#timer);
  }

  #count(seconds) {
    clearTimeout(this.#timer);
    const shown = this.#part(".wait");
    shown.textContent = seconds > 0 ? `Trying again in ${seconds} s.` : "";
    if (seconds > 0) this.#timer = setTimeout(() => this.#count(seconds - 1), 1000);
  }

  #set(selector, text) {
    const part = this.#part(selector);
    if (part.textContent !== text) part.textContent = text;
  }

  #part(selector) {
    return this.#box.querySelector(selector);
  }
}
