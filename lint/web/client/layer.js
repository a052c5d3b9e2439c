// What lies over a page beside what is being written: a host outside of it, with a shadow root of its own.

import { adopt, CARD, LAYER } from "./looks.js";

export class Layer {
  #said;

  constructor(element) {
    const { ownerDocument: document } = element;
    this.host = document.createElement("div");
    this.host.dataset.copydesk = "";
    this.root = this.host.attachShadow({ mode: "open" });
    adopt(this.root, LAYER + CARD);
    this.#said = document.createElement("p");
    this.#said.className = "unseen";
    this.#said.setAttribute("role", "status");
    this.root.append(this.#said);
    // What is modal shuts out all that is not within it.
    (outermost(element, "dialog[open], [popover]") ?? document.body).append(this.host);
    this.host.style.zIndex = height(element);
  }

  /** Puts a box at a place of the viewport. */
  place(box, left, top) {
    const origin = this.host.getBoundingClientRect();
    box.style.transform = `translate(${left - origin.left}px, ${top - origin.top}px)`;
  }

  /** Says something to who does not see the marks. */
  say(text) {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  remove() {
    this.host.remove();
  }
}

/** What an element and its shadow hosts stand in, outwards. */
function* around(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) if (at.nodeType === Node.ELEMENT_NODE) yield at;
}

function outermost(element, selector) {
  return [...around(element)].find((at) => at.matches(selector));
}

/** How high an element stands: the layer comes right above it, and below a page's own headers. */
function height(element) {
  const heights = [...around(element)].map((at) => getComputedStyle(at)).filter((style) => style.position !== "static");
  return heights.map((style) => style.zIndex).findLast((index) => index !== "auto") ?? "auto";
}

/** Whether an element shows light words on a dark ground. */
export function isDark(element) {
  const rgb = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(getComputedStyle(element).color);
  if (!rgb) return matchMedia("(prefers-color-scheme: dark)").matches;
  const [red, green, blue] = rgb.slice(1).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue > 128;
}
