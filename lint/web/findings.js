// The findings of a draft while it is edited: each stays at its words or goes.

import { clash, joined, moved } from "./edits.js";

const LANES = 4;

/** Findings in order. Each has key, start, end and number; dismissed ones are kept too, so that they can come back. */
export class Findings {
  all = [];

  /**
   * Takes the findings of an answer. `since` are the changes, {batch, before}, made after the text was sent, `text` is
   * the draft as it is now. What no longer stands at its place is passed over: the next answer will say.
   */
  take(found, since, text) {
    let held = found.map(placed);
    for (const change of since) held = follow(held, change, after(change, since, text));
    this.all = held.filter((f) => text.slice(f.start, f.end) === f.text);
  }

  /** Follows a change of the draft. */
  follow(change, text) {
    this.all = follow(this.all, change, text);
  }

  /** Those that are not dismissed, numbered and in lanes. */
  shown(dismissed) {
    const shown = this.all.filter((f) => !dismissed.has(f.key));
    const ends = Array(LANES).fill(-1);
    shown.forEach((f, i) => {
      const free = ends.findIndex((end) => end <= f.start);
      f.lane = free < 0 ? LANES - 1 : free;
      f.number = i + 1;
      ends[f.lane] = Math.max(ends[f.lane], f.end);
    });
    return shown;
  }
}

/** The first fixes that are safe and can be made together: of two that clash the one that starts first stays. */
export function safe(findings) {
  const first = findings.filter((f) => f.fixes[0]?.safety === "safe");
  first.sort((a, b) => a.fixes[0].edits[0].start - b.fixes[0].edits[0].start);
  const chosen = [];
  const taken = [];
  for (const finding of first) {
    const { edits } = finding.fixes[0];
    if (edits.some((edit) => taken.some((other) => clash(edit, other)))) continue;
    chosen.push(finding);
    taken.push(...edits);
  }
  return chosen;
}

/** The edits of some findings' first fixes as one batch. */
export function batch(findings) {
  return findings.flatMap((f) => f.fixes[0].edits).sort((a, b) => a.start - b.start || a.end - b.end);
}

function placed(finding) {
  const { start, end, related, fingerprint } = finding;
  const places = related.map((r) => ({ start: r.start.offset, end: r.end.offset, message: r.message }));
  return { ...finding, key: fingerprint, start: start.offset, end: end.offset, related: places };
}

function follow(findings, { batch: edits, before }, text) {
  return findings.map((f) => followed(f, edits, before, text)).filter(Boolean);
}

function followed(finding, edits, before, text) {
  const place = moved(finding, edits);
  if (!place || torn(finding, place, before, text)) return null;
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => movedEdit(edit, edits)) }));
  if (fixes.some((fix) => fix.edits.includes(null))) return null;
  const related = finding.related.map((r) => ({ ...r, ...(moved(r, edits) ?? { start: -1, end: -1 }) }));
  return { ...finding, ...place, fixes, related: related.filter((r) => r.start >= 0) };
}

/** Whether what was typed has grown onto the words of a finding, as an n onto “the”. */
function torn(was, is, before, text) {
  return [["start", was.start], ["end", was.end]].some(([edge, at]) => joined(text, is[edge]) !== joined(before, at));
}

function movedEdit(edit, edits) {
  if (edits.some((made) => clash(made, edit))) return null;
  const place = moved(edit, edits);
  return place && { ...edit, ...place };
}

/** The text after one of several changes that led to `text`. */
function after(change, changes, text) {
  return changes[changes.indexOf(change) + 1]?.before ?? text;
}
