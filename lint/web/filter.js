// Filters notes by the boxes of a form: severities, and packs where it has them.

export class Filter {
  #form;
  #marks;

  /** @param {HTMLFormElement} form boxes named severity and pack, and an output for how many notes are left */
  constructor(form, marks) {
    this.#form = form;
    this.#marks = marks;
    form.addEventListener("change", () => this.apply());
    form.addEventListener("submit", (event) => event.preventDefault());
    const packs = form.querySelector(".packs");
    if (packs) this.#fold(packs);
  }

  /** Shows and hides the notes that there are now. */
  apply() {
    const severities = this.#chosen("severity");
    const packs = this.#form.querySelector("[name=pack]") && this.#chosen("pack");
    const keep = ({ dataset }) => severities.has(dataset.severity) && (!packs || packs.has(dataset.pack));
    const { left, all } = this.#marks.filter(keep);
    const notes = all === 1 ? "1 note" : `${all} notes`;
    this.#say(left === all ? notes : `${left} of ${notes}`);
  }

  /** To the first box. */
  focus() {
    this.#form.querySelector("input").focus();
  }

  #chosen(name) {
    return new Set([...this.#form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  }

  #say(text) {
    const shown = this.#form.querySelector("output");
    if (shown.textContent !== text) shown.textContent = text; // the same words again would be read out again
  }

  #fold(packs) {
    this.#form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !packs.open) return;
      packs.open = false;
      packs.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!packs.contains(event.target)) packs.open = false;
    });
    packs.querySelector("#all-packs").addEventListener("click", () => {
      const boxes = [...packs.querySelectorAll("input")];
      const on = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = on;
      this.apply();
    });
  }
}
