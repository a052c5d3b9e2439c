// A ProseMirror document as the service takes it. Within a text block one unit of text is one position.

/** The text blocks that are copy, each with the position at which its text starts. */
export function reading(doc) {
  const blocks = [];
  doc.descendants((node, pos) => {
    if (node.type.spec.code || node.type.name === "blockquote") return false;
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, null, (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "\ufffc"));
    blocks.push({ start: pos + 1, text, skip: codeIn(node) });
    return false;
  });
  return blocks;
}

function codeIn(block) {
  const skip = [];
  block.forEach((node, offset) => {
    if (node.marks.some((mark) => mark.type.spec.code)) skip.push([offset, offset + node.nodeSize]);
  });
  return skip;
}

/** An answer's findings at their places in the document as it is now. */
export function placed(findings, sent, doc, anchor) {
  const now = reading(doc);
  const same = sent.doc.eq(doc);
  return findings.flatMap((finding) => {
    const number = Number(finding.block);
    if (same) return [mark(finding, now[number].start, (block) => now[Number(block)].start)];
    // The draft has changed while it was read: the block is looked for, and within it the words.
    const was = sent.blocks[number].text;
    const near = [...now].sort((one, other) => Number(other.text === was) - Number(one.text === was));
    const home = near.find((block) => anchor(finding, block.text));
    if (!home) return [];
    const base = home.start + anchor(finding, home.text).start - finding.start.offset;
    return [mark(finding, base, (block) => (block === finding.block ? base : null))];
  });
}

/** A finding with its place and those of its edits; `base` gives the position of a block's first letter. */
function mark(finding, start, base) {
  const fixes = finding.fixes.filter((fix) => fix.edits.every((edit) => base(edit.block) !== null));
  return {
    finding,
    from: start + finding.start.offset,
    to: start + finding.end.offset,
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ start: from, end: to, text, block }) => ({ from: base(block) + from, to: base(block) + to, text })),
    })),
  };
}

/** A mark after a change of the document; null where its words were changed. */
export function moved(mark, mapping, before, after) {
  const range = ({ from, to }) => ({ from: mapping.map(from, 1), to: Math.max(mapping.map(from, 1), mapping.map(to, -1)) });
  const words = (doc, { from, to }) => doc.textBetween(from, to, "\n", "\ufffc");
  const stands = (place) => words(before, place) === words(after, range(place));
  if (!stands(mark)) return null;
  const fixes = mark.fixes
    .filter((fix) => fix.edits.every(stands))
    .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...range(edit) })) }));
  return { ...mark, ...range(mark), fixes };
}
