// How the draft is read: format, profile, genre and story date, as the server knows them.

/** Sends "changed" when another choice is made. */
export class Settings extends EventTarget {
  #form;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    super();
    this.#form = form;
    form.addEventListener("change", () => this.dispatchEvent(new Event("changed")));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  get format() {
    return this.#field("format").value;
  }

  set format(format) {
    this.#field("format").value = format;
  }

  get profile() {
    return this.#field("profile").value;
  }

  /** What is chosen, by field. */
  get chosen() {
    return Object.fromEntries(this.#fields().map(({ id, value }) => [id, value]));
  }

  /** What a request says of it. */
  get request() {
    const { format, profile, genre, "story-date": day } = this.chosen;
    return { format, profile, ...(genre && { genre }), ...(day && { story_date: day }) };
  }

  /** Offers profiles, and keeps the one that was chosen where it is among them. */
  offer({ profiles }) {
    const field = this.#field("profile");
    const { value } = field;
    field.replaceChildren(...profiles.map((name) => new Option(name, name)));
    field.value = profiles.includes(value) ? value : profiles[0];
  }

  /** Chooses by field; what is not offered is added, for the server to judge. */
  choose(chosen) {
    for (const field of this.#fields()) {
      const value = chosen[field.id];
      if (value === undefined) continue;
      if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
  }

  #fields() {
    return ["format", "profile", "genre", "story-date"].map((id) => this.#field(id));
  }

  #field(id) {
    return this.#form.querySelector(`#${id}`);
  }
}
