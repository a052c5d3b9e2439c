// The figures of a draft: what it was taken for, and what is counted in it.

const SAYS = { asked: "as asked", draft: "as the draft says", config: "as configured", guess: "a guess" };

/** Shows the figures of an answer in a list of terms, or none. */
export function showFigures(list, answer) {
  list.replaceChildren(...(answer ? rows(answer) : []));
}

/** What a draft was taken for: "opinion copy", and of a guess that it is one, and why. */
export function taken({ name, by, why }) {
  const guess = why ? ` (a guess: ${why})` : " (a guess)";
  return `${name} copy${by === "guess" ? guess : ""}`;
}

function* rows({ genre, stats: { words, sentences }, sources }) {
  yield row("genre", genre.name, SAYS[genre.by] + (genre.why && `: ${genre.why}`));
  yield row("words", words.toLocaleString("en"));
  yield row("sentences", sentences.toLocaleString("en"));
  if (sentences) yield row("words a sentence", (words / sentences).toFixed(1));
  const quoted = sources.sources.length;
  if (quoted) yield row("sources", link("#sources", quoted.toLocaleString("en")));
}

function row(label, figure, gloss = "") {
  const made = document.createElement("div");
  const name = document.createElement("dt");
  const value = document.createElement("dd");
  if (gloss) made.title = gloss;
  name.append(label);
  value.append(figure);
  made.append(name, value);
  return made;
}

function link(to, text) {
  const made = document.createElement("a");
  made.href = to;
  made.append(text);
  return made;
}
