// Styles of marks and card. They are adopted as style sheets, which the strictest content security policy allows.

/** Lines of middling lightness: they are seen on white and on black. A severity is told by its line first. */
const LINES = {
  error: { colour: "#d8433b", line: "solid", width: "2px", wash: "rgb(216 67 59 / 14%)" },
  warning: { colour: "#b7791f", line: "wavy", width: "1px", wash: "rgb(183 121 31 / 20%)" },
  suggestion: { colour: "#3b82c4", line: "dotted", width: "2px", wash: "rgb(59 130 196 / 20%)" },
};

export const SEVERITIES = Object.keys(LINES);

/** What ranges of a page look like that are highlighted under these names. */
export const MARKED = SEVERITIES.map((severity) => {
  const { colour, line, width, wash } = LINES[severity];
  const underline = `text-decoration: underline ${line} ${colour} ${width};`;
  return `::highlight(copydesk-${severity}) { ${underline} ${severity === "error" ? `background-color: ${wash};` : ""} }
::highlight(copydesk-${severity}-lit) { background-color: ${wash}; }`;
}).join("\n");

const BOXES = SEVERITIES.map((severity) => {
  const { colour, line, width, wash } = LINES[severity];
  return `.box.${severity} { border-bottom: ${width === "1px" ? "2px" : width} ${line === "wavy" ? "dashed" : line} ${colour}; }
.box.${severity}.lit { background: ${wash}; }`;
}).join("\n");

/** What lies over a page: words laid out again, boxes under words, the card. */
export const LAYER = `
:host { all: initial; position: absolute; top: 0; left: 0; width: 0; height: 0; display: block; pointer-events: none; }
@media print { :host { display: none; } }
.mirror, .box { position: absolute; top: 0; left: 0; box-sizing: border-box; pointer-events: none; }
.mirror { overflow: hidden; overflow-wrap: break-word; color: transparent; user-select: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
${MARKED}
${BOXES}`;

export const CARD = `
.card {
  --sheet: #fffdf8; --ink: #211e1a; --faint: #665f54; --rule: #ded6c6; --wash: #f5f0e4;
  --error: #ab1f1a; --warning: #855000; --suggestion: #1c5a96; --insert: #1a6637; --focus: #1c5a96;
  position: fixed; inset: auto; z-index: 2147483647; box-sizing: border-box;
  width: 23rem; max-width: calc(100vw - 16px); max-height: min(28rem, calc(100vh - 16px)); margin: 0; padding: 0;
  overflow: auto; overflow-wrap: anywhere; pointer-events: auto; color-scheme: light;
  border: 1px solid var(--rule); border-top: 3px solid var(--severity); border-radius: 6px;
  background: var(--sheet); color: var(--ink); box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif;
  text-align: start; cursor: auto;
}
.card.dark {
  --sheet: #232429; --ink: #e7e2d8; --faint: #a9a396; --rule: #46474d; --wash: #303137;
  --error: #ff9288; --warning: #eeb763; --suggestion: #90bdf0; --insert: #86d3a0; --focus: #90bdf0;
  color-scheme: dark;
}
.card.error { --severity: var(--error); }
.card.warning { --severity: var(--warning); border-top-style: double; }
.card.suggestion { --severity: var(--suggestion); border-top-style: dotted; }
.card[hidden], [hidden] { display: none; }
.card:focus { outline: none; }
.card:focus-visible, :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.head { display: flex; align-items: baseline; gap: 0 0.6em; padding: 0.5rem 0.5rem 0 0.9rem; font-size: 12px; color: var(--faint); }
.severity { color: var(--severity); font-weight: 600; font-size: 13px; }
.head .close { margin-inline-start: auto; border: 0; padding: 0.1rem 0.45rem; font-size: 16px; line-height: 1.2; }
p { margin: 0; }
.message { padding: 0.15rem 0.9rem 0.5rem; font-size: 15px; line-height: 1.35; }
.fix { padding: 0.5rem 0.9rem 0.6rem; border-top: 1px solid var(--rule); }
.change { font: 15px/1.4 "Iowan Old Style", "Palatino Linotype", Palatino, P052, Georgia, "Liberation Serif", serif; }
.around { color: var(--faint); }
del { color: var(--error); text-decoration: line-through 1.5px; white-space: pre-wrap; }
ins { color: var(--insert); font-weight: 600; text-decoration: underline 1.5px; text-underline-offset: 0.15em; white-space: pre-wrap; }
del + ins { margin-inline-start: 0.15em; }
.made { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.7em; margin-top: 0.4rem; }
.safety { color: var(--faint); font-size: 12px; font-style: italic; }
button {
  padding: 0.25rem 0.65rem; border: 1px solid var(--rule); border-radius: 4px; background: var(--sheet); color: inherit;
  font: inherit; font-size: 13px; text-align: start; cursor: pointer;
}
button:hover { background: var(--wash); }
.make { border-color: var(--insert); color: var(--insert); font-weight: 600; }
.related, .why { padding: 0.5rem 0.9rem; border-top: 1px solid var(--rule); font-size: 13px; }
.why p + p { margin-top: 0.35rem; }
.why .term { color: var(--faint); }
.related button { padding: 0; border: 0; background: none; text-decoration: underline; }
.foot { display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0.5rem 0.9rem 0.6rem; border-top: 1px solid var(--rule); }
.foot .step { padding-inline: 0.5rem; }
.foot .push { margin-inline-start: auto; }
.number { white-space: nowrap; }
@media (max-width: 480px) {
  .card { width: 100vw; max-width: none; max-height: 55vh; border-radius: 10px 10px 0 0; border-inline: 0; border-bottom: 0; }
  button { padding: 0.4rem 0.7rem; }
}
@media (forced-colors: active) { .card { border: 2px solid CanvasText; } }`;

const adopted = new WeakMap();

/** Has a document or shadow root adopt a sheet, once for all that want it; gives what takes it away again. */
export function adopt(root, css) {
  const sheets = adopted.get(root) ?? adopted.set(root, new Map()).get(root);
  const known = sheets.get(css) ?? { users: 0, sheet: null };
  sheets.set(css, known);
  known.users += 1;
  if (!known.sheet) {
    const view = (root.ownerDocument ?? root).defaultView;
    known.sheet = new view.CSSStyleSheet();
    known.sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, known.sheet];
  }
  return () => {
    known.users -= 1;
    if (known.users) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
    sheets.delete(css);
  };
}
