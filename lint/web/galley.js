import { Filter } from "./filter.js";
import { help, keys } from "./keys.js";
import { Marks } from "./marks.js";

const form = document.querySelector("#filter");
const marks = new Marks(document.querySelector("main"));

if (form) {
  const filter = new Filter(form, marks);
  const next = () => marks.step(1);
  const previous = () => marks.step(-1);
  const actions = {
    j: next,
    n: next,
    k: previous,
    p: previous,
    w: () => marks.unfold(),
    f: () => filter.focus(),
  };
  actions["?"] = help(document.querySelector("#help"), form.querySelector("#show-help"), keys(document, actions));
  form.hidden = false;
  filter.apply(); // a browser may have kept the boxes as they were before a reload
}
