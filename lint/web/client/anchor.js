// Where a finding stands in a text that has changed since it was found. Offsets are UTF-16 units.

/** Units on either side that must stand as they did: enough to see that the word before or after is another. */
const CLOSE = 4;
/** Units of the two contexts together that must agree where a finding is looked for anew. */
const ENOUGH = 12;
const REACH = 40;
const WORD = /^[\p{L}\p{M}\p{N}]$/u;

/** The place of a finding in a text, by its words and what stands around them; null where it is there no more. */
export function anchor(finding, text, near = finding.start.offset) {
  const quote = { text: finding.text, ...finding.context };
  const start = sought(quote, text, near);
  return start < 0 ? null : { start, end: start + finding.text.length };
}

/** The text after edits that do not overlap, none of which has seen another's work. */
export function apply(text, edits) {
  const parts = [];
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join("") + text.slice(at);
}

/** The findings whose first fix can be made together: of two that clash, the later is left for the next check. */
export function choose(findings, { unsafe = false } = {}) {
  const made = [];
  const clashes = (edit) =>
    made.some((m) => m.field === edit.field && m.block === edit.block && edit.start <= m.end && m.start <= edit.end);
  const wanted = findings.filter(({ fixes: [fix] }) => fix?.safety === "safe" || (unsafe && fix?.safety === "unsafe"));
  const first = (finding) => finding.fixes[0].edits[0].start;
  wanted.sort((one, other) => first(one) - first(other) || (one.rule < other.rule ? -1 : 1));
  return wanted.filter(({ fixes: [fix] }) => {
    if (fix.edits.some(clashes)) return false;
    made.push(...fix.edits);
    return true;
  });
}

/** What was changed from one text to another, as one stretch: [start, end) of the first is `by` units longer now. */
export function changed(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, by: after.length - before.length };
}

/** A finding at its place in a draft, with its fixes that can still be made. Offsets are those of the whole draft. */
export class Mark {
  constructor(finding, start, end, parts) {
    Object.assign(this, { finding, start, end, ...parts });
  }

  /** The mark of an answer's finding. `base` gives the draft's offset at which a block starts. */
  static of(finding, text, base) {
    const at = base(finding.block);
    const [start, end] = [at + finding.start.offset, at + finding.end.offset];
    const placed = (from, to, block, more) => {
      const [first, last] = [base(block) + from, base(block) + to];
      return { start: first, end: last, was: text.slice(first, last), ...more };
    };
    const fixes = finding.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => placed(edit.start, edit.end, edit.block, { text: edit.text })),
    }));
    const related = finding.related.map((other) =>
      placed(other.start.offset, other.end.offset, other.block, { message: other.message }),
    );
    const quote = {
      text: text.slice(start, end),
      before: text.slice(Math.max(0, start - REACH), start),
      after: text.slice(end, end + REACH),
    };
    return new Mark(finding, start, end, { fixes, related, quote });
  }

  /** The mark after a change that led to `text`; null where its words or those beside them are no longer there. */
  moved(change, text) {
    let start = shifted(this, change);
    if (start === null || !stands(this.quote, text, start)) start = sought(this.quote, text, this.start);
    if (start < 0) return null;
    const by = start - this.start;
    const fixes = this.fixes
      .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => carried(edit, change, by, text)) }))
      .filter((fix) => fix.edits.every(Boolean));
    const related = this.related.map((other) => carried(other, change, by, text)).filter(Boolean);
    return new Mark(this.finding, start, this.end + by, { fixes, related, quote: this.quote });
  }
}

function shifted({ start, end }, change) {
  if (end <= change.start) return start;
  return start >= change.end ? start + change.by : null;
}

/** A place after a change, together with the mark it belongs to; null where its words are others now. */
function carried(place, change, by, text) {
  const start = shifted(place, change) ?? place.start + by;
  const end = start + place.was.length;
  return start >= 0 && text.slice(start, end) === place.was ? { ...place, start, end } : null;
}

/** Where a quotation stands in a text, the likeliest place and of those alike the nearest; -1 where it does not. */
function sought(quote, text, near) {
  const lead = quote.before.slice(-CLOSE);
  const probe = lead + quote.text + quote.after.slice(0, CLOSE);
  const wanted = Math.min(ENOUGH, quote.before.length + quote.after.length);
  let best = -1;
  let most = 0;
  if (!probe) return best;
  for (let at = text.indexOf(probe); at >= 0; at = text.indexOf(probe, at + 1)) {
    const start = at + lead.length;
    const alike = agreement(quote, text, start);
    const nearer = Math.abs(start - near) < Math.abs(best - near);
    if (alike < wanted || !whole(quote, text, start)) continue;
    if (best < 0 || alike > most || (alike === most && nearer)) [best, most] = [start, alike];
  }
  return best;
}

function stands(quote, text, start) {
  const lead = quote.before.slice(-CLOSE);
  const probe = lead + quote.text + quote.after.slice(0, CLOSE);
  return text.startsWith(probe, start - lead.length) && whole(quote, text, start);
}

/** Whether a quotation that was whole words is so at this place too. */
function whole(quote, text, start) {
  const end = start + quote.text.length;
  const grown = (inner, outer, was) => WORD.test(inner) && WORD.test(outer) && !WORD.test(was);
  const first = firstOf(quote.text) || firstOf(quote.after);
  const last = lastOf(quote.text) || lastOf(quote.before);
  return !(
    grown(first, lastOf(text.slice(Math.max(0, start - 2), start)), lastOf(quote.before)) ||
    grown(last, firstOf(text.slice(end, end + 2)), firstOf(quote.after))
  );
}

function agreement({ before, after, text: { length } }, text, start) {
  let left = 0;
  while (left < before.length && before[before.length - 1 - left] === text[start - 1 - left]) left += 1;
  let right = 0;
  while (right < after.length && after[right] === text[start + length + right]) right += 1;
  return left + right;
}

function firstOf(text) {
  const [first = ""] = text;
  return first;
}

function lastOf(text) {
  return [...text.slice(-2)].at(-1) ?? "";
}
