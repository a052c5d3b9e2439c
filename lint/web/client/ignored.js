// Fingerprints of findings that somebody has let stand, kept where the page says.

export class Ignored {
  #known = new Set();
  #kept;

  /** `remember` is a name in the browser's local storage, or {load, save} of the page's own, or nothing. */
  constructor(remember) {
    this.#kept = typeof remember === "string" ? inBrowser(remember) : remember;
    this.loaded = this.#load();
  }

  get list() {
    return [...this.#known];
  }

  has(fingerprint) {
    return this.#known.has(fingerprint);
  }

  add(fingerprint) {
    this.#known.add(fingerprint);
    this.#kept?.save?.(this.list);
  }

  async #load() {
    const load = async () => this.#kept?.load?.();
    const kept = await load().catch(() => null);
    for (const fingerprint of kept ?? []) this.#known.add(String(fingerprint));
  }
}

/** Local storage may be shut off or full, or hold what another wrote: then nothing is remembered. */
function inBrowser(name) {
  const tried = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    load() {
      const kept = tried(() => JSON.parse(localStorage.getItem(name)));
      return Array.isArray(kept) ? kept : [];
    },
    save(list) {
      tried(() => localStorage.setItem(name, JSON.stringify(list)));
    },
  };
}
