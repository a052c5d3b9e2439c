// The draft's text once more, behind the field it is typed in, unseen but for the marks: a field can hold no marks.

/** Sets marks line by line, and only the lines that have changed. */
export class Mirror {
  #element;
  #lines = [];

  /** @param {HTMLElement} element lies behind the field, with the same type and the same width */
  constructor(element) {
    this.#element = element;
  }

  /** Sets a text with the marks of findings. */
  show(text, findings) {
    const lines = marked(text, findings);
    const old = this.#lines;
    const most = Math.min(lines.length, old.length);
    let head = 0;
    while (head < most && lines[head].key === old[head].key) head += 1;
    let tail = 0;
    while (tail < most - head && lines.at(-1 - tail).key === old.at(-1 - tail).key) tail += 1;
    const after = this.#element.children[old.length - tail] ?? null;
    for (let i = old.length - tail - 1; i >= head; i -= 1) this.#element.children[i].remove();
    const fresh = document.createDocumentFragment();
    fresh.append(...lines.slice(head, lines.length - tail).map(element));
    this.#element.insertBefore(fresh, after);
    this.#lines = lines;
  }

  /** The first mark of each finding that has one. */
  firsts() {
    const found = new Map();
    for (const mark of this.#element.querySelectorAll("mark")) {
      if (!found.has(mark.dataset.finding)) found.set(mark.dataset.finding, mark);
    }
    return found;
  }

  /** The element of the line that an offset is in. */
  lineAt(offset) {
    return this.#element.children[this.lineNumber(offset) - 1];
  }

  /** The number of the line that an offset is in, from 1. */
  lineNumber(offset) {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The finding whose mark is seen at a point of the window, or an empty string. */
  at(x, y) {
    const mark = document.elementsFromPoint(x, y).find((e) => e.matches("mark:not(.out)"));
    return mark && this.#element.contains(mark) ? mark.dataset.finding : "";
  }
}

/** Lines with the stretches of findings in them. Those of equal `key` look the same. */
function marked(text, findings) {
  let start = 0;
  let next = 0;
  let open = [];
  return text.split("\n").map((line) => {
    const end = start + line.length;
    while (next < findings.length && findings[next].start <= end) open.push(findings[next++]);
    const stretches = open.map((finding) => stretch(finding, start, end));
    open = open.filter((finding) => finding.end > end);
    const at = start;
    start = end + 1;
    return { start: at, line, stretches, key: JSON.stringify([line, ...stretches]) };
  });
}

function stretch({ key, severity, lane, number, start, end }, from, to) {
  const clipped = [Math.max(start, from) - from, Math.min(end, to) - from];
  return [...clipped, key, `${severity} lane-${lane}${start === end ? " point" : ""}`, end <= to ? number : 0];
}

function element({ line, stretches }) {
  const block = document.createElement("div");
  block.className = "line";
  const cuts = new Set([0, line.length]);
  for (const [from, to] of stretches) cuts.add(from).add(to);
  const places = [...cuts].sort((a, b) => a - b);
  places.forEach((at, i) => {
    block.append(...stretches.filter(([from, to]) => from === at && to === at).map((point) => mark(point, "", true)));
    const end = places[i + 1];
    if (end === undefined) return;
    const over = stretches.filter(([from, to]) => from <= at && end <= to);
    block.append(over.reduceRight((inner, one) => mark(one, inner, one[1] === end), line.slice(at, end)));
  });
  if (!line) block.append(document.createElement("br"));
  return block;
}

function mark([, , key, kinds, number], inner, last) {
  const made = document.createElement("mark");
  made.className = kinds;
  made.dataset.finding = key;
  if (last && number) made.dataset.number = number;
  made.append(inner);
  return made;
}
