// Two ways to show ranges of a page marked: by its own highlights, or, in older browsers, by boxes over the words.

import { adopt, MARKED, SEVERITIES } from "./looks.js";

const RANKED = [...SEVERITIES].reverse();

/** `surface` is what is marked, `layer` what lies over it. */
export function painter(surface, layer) {
  const { defaultView } = surface.document;
  return defaultView.Highlight && defaultView.CSS.highlights ? new Highlights(surface, layer) : new Boxes(surface, layer);
}

/** Marks by the CSS Custom Highlight API. The browser moves them as the page is laid out. */
class Highlights {
  moves = false;
  #own = [];
  #view;
  #drop;

  constructor(surface, layer) {
    this.#view = surface.document.defaultView;
    // The layer has these styles already.
    this.#drop = surface.root === layer.root ? () => {} : adopt(surface.root, MARKED);
  }

  paint(marked) {
    this.clear();
    for (const { range, severity, lit } of marked) {
      this.#add(`copydesk-${severity}`, range, RANKED.indexOf(severity));
      if (lit) this.#add(`copydesk-${severity}-lit`, range, RANKED.length);
    }
  }

  clear() {
    for (const [name, range] of this.#own) {
      const highlight = this.#view.CSS.highlights.get(name);
      highlight?.delete(range);
      if (!highlight?.size) this.#view.CSS.highlights.delete(name);
    }
    this.#own = [];
  }

  remove() {
    this.clear();
    this.#drop();
  }

  #add(name, range, priority) {
    const { highlights } = this.#view.CSS;
    if (!highlights.has(name)) highlights.set(name, Object.assign(new this.#view.Highlight(), { priority }));
    highlights.get(name).add(range);
    this.#own.push([name, range]);
  }
}

/** Marks by boxes that follow the words. */
class Boxes {
  moves = true;
  #boxes = [];

  constructor(surface, layer) {
    this.surface = surface;
    this.layer = layer;
  }

  paint(marked) {
    this.clear();
    const frame = this.surface.element.getBoundingClientRect();
    for (const { range, severity, lit } of marked) {
      for (const rect of range.getClientRects()) {
        const seen = rect.bottom > frame.top && rect.top < frame.bottom && rect.right > frame.left && rect.left < frame.right;
        if (seen && rect.width) this.#box(rect, `box ${severity}${lit ? " lit" : ""}`);
      }
    }
  }

  clear() {
    for (const box of this.#boxes) box.remove();
    this.#boxes = [];
  }

  remove() {
    this.clear();
  }

  #box(rect, name) {
    const box = this.surface.document.createElement("div");
    box.className = name;
    box.style.width = `${rect.width}px`;
    box.style.height = `${rect.height + 2}px`;
    this.layer.root.append(box);
    this.layer.place(box, rect.left, rect.top);
    this.#boxes.push(box);
  }
}
