// A fix as the galley shows it: a few words, what goes out struck, what comes in after it, a few words.

const AROUND = 16;
const WORD_REACH = 16;
const LONGEST = 120;
const NEAR = 24;
const MOST = 3;

const BREAK = /\r\n|\r|\n/g;
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g; // tabs are white space, and line breaks have gone
const UNSEEN = /[\p{Cf}\u0080-\u009f\u2028\u2029]/gu;
const JOINERS = "\u200c\u200d";

/** Text on one line, in characters that show. */
export function visible(text) {
  return text
    .replace(BREAK, "↵")
    .replace(CONTROL, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replaceAll("\u007f", "␡")
    .replace(UNSEEN, (char) => (JOINERS.includes(char) ? char : `<U+${code(char)}>`))
    .replace(/\s/g, " ");
}

/** The places of a fix, at most three, as nodes; where there are more, the last says how many. */
export function shownFix(text, edits) {
  const places = groups(text, edits);
  const shown = places.slice(0, MOST).flatMap((place, i) => [...(i ? [" … "] : []), ...change(text, place)]);
  const left = places.length - MOST;
  return left > 0 ? [...shown, ` and ${left} more ${left > 1 ? "places" : "place"}`] : shown;
}

function groups(text, edits) {
  const found = [];
  for (const edit of edits) {
    const last = found.at(-1)?.at(-1);
    if (last && edit.start - last.end <= NEAR && !text.slice(last.end, edit.start).includes("\n")) found.at(-1).push(edit);
    else found.push([edit]);
  }
  return found;
}

function change(text, edits) {
  const nodes = [before(text, edits[0].start)];
  let at = edits[0].start;
  for (const edit of edits) {
    nodes.push(visible(text.slice(at, edit.start)));
    if (edit.end > edit.start) nodes.push(element("del", text.slice(edit.start, edit.end)));
    if (edit.text) nodes.push(element("ins", edit.text));
    at = edit.end;
  }
  return [...nodes, after(text, at)];
}

function before(text, at) {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  if (line.length <= AROUND) return visible(line);
  const cut = line.length - AROUND;
  const space = line.indexOf(" ", cut - 1);
  return visible(line.slice(space >= 0 && space < cut + WORD_REACH ? space + 1 : cut));
}

function after(text, at) {
  const stop = text.indexOf("\n", at);
  const line = text.slice(at, stop < 0 ? text.length : stop);
  if (line.length <= AROUND) return visible(line);
  const space = line.lastIndexOf(" ", AROUND);
  return visible(line.slice(0, space >= 0 ? space : AROUND));
}

function element(name, text) {
  const made = document.createElement(name);
  made.append(/^\s+$/.test(text) ? blanks(text) : visible(squeezed(text)));
  return made;
}

function blanks(text) {
  return text.replace(BREAK, "↵").replaceAll("\t", "→").replaceAll(" ", "·").replace(/\s/g, "␣");
}

function squeezed(text) {
  if (text.length <= LONGEST) return text;
  const tail = Math.floor(LONGEST / 3);
  return `${text.slice(0, LONGEST - tail - 1)}…${text.slice(-tail)}`;
}

function code(char) {
  return char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}
