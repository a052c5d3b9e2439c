import { Marks, keys } from "./marks.js";

const filter = document.querySelector("#filter");
const help = document.querySelector("#help");
const marks = new Marks(document.querySelector("main"));

if (filter) {
  const shown = filter.querySelector("output");
  const all = marks.notes.length;
  const chosen = (name) => new Set([...filter.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const apply = () => {
    const severities = chosen("severity");
    const packs = chosen("pack");
    const left = marks.filter((note) => severities.has(note.dataset.severity) && packs.has(note.dataset.pack));
    shown.textContent = left === all ? `${all} notes` : `${left} of ${all} notes`;
  };
  const packs = filter.querySelector(".packs");
  filter.addEventListener("change", apply);
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && packs.open) {
      packs.open = false;
      packs.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!packs.contains(event.target)) packs.open = false;
  });
  filter.querySelector("#all-packs").addEventListener("click", () => {
    const boxes = [...packs.querySelectorAll("input")];
    const on = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = on;
    apply();
  });
  filter.querySelector("#show-help").addEventListener("click", () => help.showModal());
  filter.hidden = false;
  apply(); // a browser may have kept the boxes as they were before a reload

  const next = () => marks.step(1);
  const previous = () => marks.step(-1);
  const state = keys(document, {
    j: next,
    n: next,
    k: previous,
    p: previous,
    w: () => marks.unfold(),
    f: () => filter.querySelector("input").focus(),
    "?": () => help.showModal(),
  });
  const box = help.querySelector("#keys-on");
  box.addEventListener("change", () => {
    state.on = box.checked;
  });
}
