// Edits of a text, and places that they move. Offsets are UTF-16 units, as strings have them.
//
// An edit is {start, end, text}: `text` in place of [start, end). A batch is edits in order that do not overlap, all in
// offsets of the text before it.

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** The text after a batch. */
export function applied(text, batch) {
  let at = 0;
  const parts = [];
  for (const edit of batch) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The batch that takes back `batch`, which was made in `text`. */
export function inverse(text, batch) {
  let grown = 0;
  return batch.map((edit) => {
    const start = edit.start + grown;
    grown += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** The one edit between two texts, or null where they are the same. A caret tells equal neighbours apart. */
export function difference(before, after, caret = 0) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const least = Math.min(most, after.length - caret);
  let same = 0;
  while (same < least && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  let start = 0;
  while (start < most - same && before[start] === after[start]) start += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Where a place is after a batch. An edit at its edge leaves it; one within it gives null. */
export function moved({ start, end }, batch) {
  let by = 0;
  for (const edit of batch) {
    if (edit.end <= start) by += edit.text.length - (edit.end - edit.start);
    else if (edit.start < end) return null;
  }
  return { start: start + by, end: end + by };
}

/** Where a place is after a batch that may also have changed what stands in it. */
export function shifted({ start, end }, batch) {
  const at = (offset) => {
    let by = 0;
    for (const edit of batch) {
      const left = edit.text.length - (edit.end - edit.start);
      if (edit.end <= offset) by += left;
      else if (edit.start < offset) return edit.start + by;
    }
    return offset + by;
  };
  return { start: at(start), end: Math.max(at(start), at(end)) };
}

/** Whether two edits name a character in common, or one inserts at the other's place or edge. */
export function clash(one, other) {
  if (one.start === one.end || other.start === other.end) return one.start <= other.end && other.start <= one.end;
  return one.start < other.end && other.start < one.end;
}

/** Whether characters on both sides of an offset belong to one word. */
export function joined(text, at) {
  return at > 0 && at < text.length && WORD.test(last(text, at)) && WORD.test(String.fromCodePoint(text.codePointAt(at)));
}

function last(text, at) {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text[at - 1];
}
