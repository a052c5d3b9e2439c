// Edits of one draft, brought into the form in which they are best made.

import { apply } from "./anchor.js";

/** Edits as one that does the work of all. */
export function joined(edits, text) {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const inner = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, text: apply(text.slice(start, end), inner) };
}

/** An edit without what it would put back as it was, so that the markup there stays. Pairs of surrogates stay whole. */
export function trimmed(edit, text) {
  const was = [...text.slice(edit.start, edit.end)];
  const now = [...edit.text];
  let [start, end] = [edit.start, edit.end];
  while (was.length && now.length && was[0] === now[0]) {
    start += was.shift().length;
    now.shift();
  }
  while (was.length && now.length && was.at(-1) === now.at(-1)) {
    end -= was.pop().length;
    now.pop();
  }
  return { start, end, text: now.join("") };
}

/** How a draft reads around edits: [kind, words] with kind "", "del" or "ins", `reach` units of it on either side. */
export function preview(edits, text, bounds, reach = 28) {
  const ordered = [...edits].sort((one, other) => one.start - other.start);
  const first = ordered[0].start;
  const last = ordered.at(-1).end;
  const from = Math.max(bounds.start, first - reach);
  const to = Math.min(bounds.end, last + reach);
  const shown = [["", `${from > bounds.start ? "…" : ""}${text.slice(from, first).replace(/^\S*\s/, from > bounds.start ? "" : "$&")}`]];
  let at = first;
  for (const edit of ordered) {
    shown.push(["", shortened(text.slice(at, edit.start))]);
    shown.push(["del", shortened(text.slice(edit.start, edit.end))], ["ins", shortened(edit.text)]);
    at = edit.end;
  }
  const after = text.slice(last, to);
  shown.push(["", to < bounds.end ? `${after.replace(/\s\S*$/, "")}…` : after]);
  return shown.filter(([, words]) => words);
}

function shortened(words, most = 120) {
  const all = [...words];
  return all.length <= most ? words : `${all.slice(0, most / 2).join("")} … ${all.slice(-most / 2).join("")}`;
}
