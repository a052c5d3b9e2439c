// Where notes stand: beside their marks, below one another, the current one first of all.

const GAP = 8; // pixels
const LIFT = 4; // pixels between the top of a line and that of a mark in it

export class Margin {
  #column;
  #wide = matchMedia("(min-width: 46.01rem)");

  /** @param {HTMLElement} column beside the copy; on narrow pages below it, where notes stand as they come */
  constructor(column, again) {
    this.#column = column;
    this.#wide.addEventListener("change", again);
    new ResizeObserver(() => requestAnimationFrame(again)).observe(column);
  }

  /** Sets notes, in order, at the heights of the first marks of their findings. */
  place(notes, firsts, current) {
    const wide = this.#wide.matches;
    if (!wide) for (const note of notes) note.style.top = "";
    const shown = wide ? notes : [];
    const top = this.#column.getBoundingClientRect().top + LIFT;
    const wanted = shown.map((note) => (firsts.get(note.dataset.finding)?.getBoundingClientRect().top ?? top) - top);
    const sizes = shown.map((note) => note.offsetHeight);
    const tops = settled(wanted, sizes, shown.findIndex((note) => note.dataset.finding === current));
    shown.forEach((note, i) => {
      note.style.top = `${Math.round(tops[i])}px`;
    });
    this.#column.style.minHeight = shown.length ? `${Math.round(tops.at(-1) + sizes.at(-1))}px` : "";
  }
}

/** Tops such that no two overlap and that of `first` is as wanted, as far as those above it leave it room. */
export function settled(wanted, sizes, first) {
  const tops = [];
  let free = 0;
  wanted.forEach((top, i) => {
    tops.push(Math.max(top, free));
    free = tops[i] + sizes[i] + GAP;
  });
  if (first < 0) return tops;
  const above = sizes.slice(0, first).reduce((sum, size) => sum + size + GAP, 0);
  tops[first] = Math.max(wanted[first], above);
  for (let i = first - 1; i >= 0; i -= 1) tops[i] = Math.min(tops[i], tops[i + 1] - sizes[i] - GAP);
  for (let i = first + 1; i < tops.length; i += 1) tops[i] = Math.max(wanted[i], tops[i - 1] + sizes[i - 1] + GAP);
  return tops;
}
