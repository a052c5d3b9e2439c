// Where findings stand after edits. Run by test_node.py; CLIENT names the module.
import assert from "node:assert/strict";
import { test } from "node:test";

const { anchor, apply, choose, preview } = await import(process.env.CLIENT);
const { changed, Mark } = await import(process.env.ANCHOR);

/** The same numbers on every run. */
function* numbers(seed) {
  for (let at = seed; ; ) {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    yield at / 2 ** 32;
  }
}

const WORDS = ["the", "quay", "Cafe\u0301", "\u{1f389}", "\u{1f469}\u200d\u{1f4bb}", "of", "harbor,", "a", "“so”", "\n\n", "noon."];

function draft(random, length) {
  const words = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return words.join(" ");
}

function found(text, start, end, edits = []) {
  return {
    rule: "a/b", text: text.slice(start, end), fingerprint: "f", block: "0", related: [],
    start: { offset: start }, end: { offset: end },
    context: { before: text.slice(Math.max(0, start - 40), start), after: text.slice(end, end + 40) },
    fixes: edits.length ? [{ title: "t", safety: "safe", edits: edits.map((edit) => ({ ...edit, block: "0" })) }] : [],
  };
}

function random(seed) {
  const all = numbers(seed);
  return () => all.next().value;
}

test("a mark moves with its words when the text changes elsewhere", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const next = random(seed);
    const [left, right, put] = [draft(next, 12), draft(next, 12), draft(next, Math.floor(next() * 4))];
    const text = `${left} stands marked here ${right}`;
    const start = left.length + 8;
    const mark = Mark.of(found(text, start, start + 6, [{ start, end: start + 6, text: "noted" }]), text, () => 0);
    const [from, to] = [Math.floor(next() * left.length), Math.floor(next() * left.length)].sort((a, b) => a - b);
    const before = next() < 0.5;
    const at = before ? 0 : text.length - right.length;
    const length = before ? left.length : right.length;
    const [a, b] = [at + Math.min(from, length), at + Math.min(to, length)];
    const after = text.slice(0, a) + put + text.slice(b);
    const moved = mark.moved(changed(text, after), after);
    assert.equal(after.slice(moved.start, moved.end), "marked", JSON.stringify({ text, after }));
    assert.equal(apply(after, moved.fixes[0].edits), after.replace("marked", "noted"));
  }
});

test("a mark that is kept stands on its words, whatever was changed", () => {
  for (let seed = 0; seed < 4000; seed += 1) {
    const next = random(seed);
    let text = draft(next, 14);
    const start = Math.floor(next() * text.length);
    const end = Math.min(text.length, start + Math.floor(next() * 8));
    const was = text.slice(start, end);
    let mark = Mark.of(found(text, start, end, [{ start, end, text: "x" }]), text, () => 0);
    for (let round = 0; mark && round < 4; round += 1) {
      const a = Math.floor(next() * (text.length + 1));
      const b = Math.min(text.length, a + Math.floor(next() * 6));
      const after = text.slice(0, a) + draft(next, Math.floor(next() * 3)) + text.slice(b);
      mark = mark.moved(changed(text, after), after);
      text = after;
      if (!mark) continue;
      assert.equal(text.slice(mark.start, mark.end), was);
      for (const { edits } of mark.fixes) for (const edit of edits) assert.equal(text.slice(edit.start, edit.end), was);
    }
  }
});

test("changed() says what apply() needs to come to the second text", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const next = random(seed);
    const [one, other] = [draft(next, 5), draft(next, 5)];
    const { start, end, by } = changed(one, other);
    assert.equal(apply(one, [{ start, end, text: other.slice(start, end + by) }]), other);
  }
});

const SIGNED = "The mayor signed the the order.";
const finding = found(SIGNED, 21, 24);

test("a finding is found by its words and what stands around them", () => {
  assert.deepEqual(anchor(finding, `At noon. ${SIGNED}`), { start: 30, end: 33 });
  assert.deepEqual(anchor(finding, SIGNED), { start: 21, end: 24 });
});

test("of two places alike the nearest is taken", () => {
  const twice = `${SIGNED} ${SIGNED}`;
  assert.equal(anchor(finding, twice, 25).start, 21);
  assert.equal(anchor(finding, twice, 50).start, 53);
});

for (const [name, text] of Object.entries({
  "mended": "The mayor signed the order.",
  "mended otherwise": "The mayor signed a the order.",
  "grown into another word": "The mayor signed the then order.",
  "in other company": "They saw the the boats.",
  "gone": "",
})) {
  test(`a finding whose words are ${name} is not there`, () => assert.equal(anchor(finding, text), null));
}

test("a place where something is missing is found by what stands on either side", () => {
  const missing = found("They went quay at noon.", 9, 9);
  assert.deepEqual(anchor(missing, "So they went. They went quay at noon."), { start: 23, end: 23 });
  assert.equal(anchor(missing, "They went to the quay at noon."), null);
});

test("of fixes that clash the later waits", () => {
  const text = "in in the the";
  const one = found(text, 3, 5, [{ start: 2, end: 5, text: "" }]);
  const two = found(text, 10, 13, [{ start: 9, end: 13, text: "" }]);
  const over = found(text, 3, 9, [{ start: 3, end: 9, text: "so" }]);
  assert.deepEqual(choose([two, over, one]), [one, two]);
});

test("unsafe fixes are made where one asks for them, shown ones never", () => {
  const [unsafe, shown] = ["unsafe", "show"].map((safety) => {
    const one = found(SIGNED, 21, 24, [{ start: 20, end: 24, text: "" }]);
    one.fixes[0].safety = safety;
    return one;
  });
  assert.deepEqual(choose([unsafe, shown]), []);
  assert.deepEqual(choose([unsafe, shown], { unsafe: true }), [unsafe]);
});

test("a preview is the sentence with what goes and what comes", () => {
  const bounds = { start: 0, end: SIGNED.length };
  assert.deepEqual(preview([{ start: 20, end: 24, text: "" }], SIGNED, bounds), [
    ["", "The mayor signed the"], ["del", " the"], ["", " order."],
  ]);
  const long = `${"So it went on. ".repeat(9)}${SIGNED}${" So it went on.".repeat(9)}`;
  const [start] = preview([{ start: 135 + 20, end: 135 + 24, text: "" }], long, { start: 0, end: long.length }, 12);
  assert.deepEqual(start, ["", "…signed the"]);
});
