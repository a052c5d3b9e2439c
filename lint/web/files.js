// Drafts from files and back: what the editor does not see, line ends and a byte order mark, stays as it was.

const FORMATS = {
  plain: { extensions: ["txt", "text"], type: "text/plain" },
  markdown: { extensions: ["md", "markdown"], type: "text/markdown" },
  html: { extensions: ["html", "htm", "xhtml"], type: "text/html" },
};
const MOST_BYTES = 16 * 1024 * 1024;
const MARK = "\ufeff";

/** A draft that is in no file yet. */
export const UNNAMED = { name: "", lineEnd: "\n", mark: "" };

/** Calls open(file) with a file that is dropped on the page; `sign` shows while one is held over it. */
export function onDrop(sign, open) {
  for (const type of ["dragenter", "dragover"]) {
    document.addEventListener(type, (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      sign.hidden = false;
    });
  }
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) sign.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    sign.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length) open(event.dataTransfer.files[0]);
  });
}

/**
 * Reads a file: {text, file, format, warning}, with line ends as an editor has them. Throws Error with what is wrong
 * and what to do, in words.
 */
export async function read(blob) {
  const format = formatOf(blob.name);
  if (!format) throw new Error(`“${blob.name}” is no .txt, .md or .html file. Save the draft as one of these.`);
  if (blob.size > MOST_BYTES) throw new Error(`“${blob.name}” is over 16 MiB. Cut it in parts.`);
  let bytes;
  try {
    bytes = new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new Error(`“${blob.name}” cannot be read. See that it is still there, and that it is a file.`);
  }
  const { text, warning } = decoded(bytes, blob.name);
  if (text.includes("\0")) throw new Error(`“${blob.name}” is not text. Save the draft as .txt, .md or .html.`);
  const mark = text.startsWith(MARK) ? MARK : "";
  const file = { name: blob.name, lineEnd: lineEnd(text), mark };
  return { text: text.slice(mark.length).replace(/\r\n?/g, "\n"), file, format, warning };
}

/** Lets the browser save a draft, under the name that it came with. */
export function download(text, file, format) {
  const { extensions, type } = FORMATS[format];
  const link = document.createElement("a");
  const body = file.mark + text.replaceAll("\n", file.lineEnd);
  link.href = URL.createObjectURL(new Blob([body], { type: `${type};charset=utf-8` }));
  link.download = file.name || `draft.${extensions[0]}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Puts a text on the clipboard. Throws Error where the browser does not let it. */
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Away from this machine and without TLS there is no clipboard, but there is the old way.
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("the browser does not let it");
}

function holdsFiles({ dataTransfer }) {
  return Boolean(dataTransfer?.types.includes("Files"));
}

function formatOf(name) {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.keys(FORMATS).find((format) => FORMATS[format].extensions.includes(extension)) ?? "";
}

function decoded(bytes, name) {
  const [first, second] = bytes;
  const wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[`${first},${second}`];
  const decode = (label, fatal) => new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);
  if (wide) return { text: decode(wide, false), warning: `“${name}” is in UTF-16. It will be saved in UTF-8.` };
  try {
    return { text: decode("utf-8", true), warning: "" };
  } catch {
    const warning = `“${name}” is not in UTF-8 and was read as Windows-1252. Look at its quotation marks and accents.`;
    return { text: decode("windows-1252", false), warning: `${warning} It will be saved in UTF-8.` };
  }
}

/** The line end that most lines have. */
function lineEnd(text) {
  const count = (pattern) => text.match(pattern)?.length ?? 0;
  const ends = { "\n": count(/(?<!\r)\n/g), "\r\n": count(/\r\n/g), "\r": count(/\r(?!\n)/g) };
  return Object.keys(ends).reduce((most, end) => (ends[end] > ends[most] ? end : most));
}
