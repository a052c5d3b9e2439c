// Asks the service: one draft at once, or again and again while somebody writes.

const SECOND = 1000;
const LONGEST_WAIT = 60 * SECOND;
/** Answers after which the same question may be asked again. */
const BUSY = [408, 429, 500, 502, 503];

/** An answer that is none. `status` is HTTP's, 0 where nobody answered; `retryAfter` is in milliseconds. */
export class ServiceError extends Error {
  name = "ServiceError";

  constructor(message, { status = 0, code = "", path = "", retryAfter = null } = {}) {
    super(message);
    Object.assign(this, { status, code, path, retryAfter });
  }
}

/** What is to be mended in a text or a document. Throws ServiceError. */
export function check(draft, options = {}) {
  const { profile, genre, format, storyDate, ignore, sources, offsetUnit = "utf16" } = options;
  const body = {
    ...(typeof draft === "string" ? { text: draft } : { document: draft }),
    profile, genre, format, ignore, sources,
    story_date: storyDate,
    offset_unit: offsetUnit,
  };
  return ask("v1/check", options, { method: "POST", body: JSON.stringify(body) });
}

/** All about one rule. Throws ServiceError. */
export function explain(rule, options = {}) {
  const profile = options.profile ? `?profile=${encodeURIComponent(options.profile)}` : "";
  return ask(`v1/explain/${rule.split("/").map(encodeURIComponent).join("/")}${profile}`, options);
}

async function ask(path, { url, token, signal, fetch = globalThis.fetch }, request = {}) {
  if (!url) throw new TypeError('Copydesk needs the service\'s address: {url: "http://127.0.0.1:8081"}');
  const headers = {
    ...(request.body ? { "Content-Type": "application/json" } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  const address = new URL(path, `${String(url).replace(/\/+$/, "")}/`);
  const rest = { headers, signal, credentials: "omit", cache: "no-store", redirect: "error" };
  let response;
  let answer;
  try {
    response = await fetch(address, { ...rest, ...request });
    answer = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    if (!response || response.ok) throw new ServiceError(`no answer from ${address.origin}`);
  }
  if (response.ok) return answer;
  const said = answer?.error ?? {};
  throw new ServiceError(said.message ?? `${address.origin} answered ${response.status}`, {
    ...said,
    status: response.status,
    retryAfter: waitOf(response.headers.get("Retry-After")),
  });
}

/** Milliseconds that a Retry-After asks for: it gives seconds or a date. */
function waitOf(said) {
  if (!said) return null;
  const wait = /^\d+$/.test(said) ? said * SECOND : Date.parse(said) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/**
 * Checks a draft that changes: a while after the last change, one question at a time, the latest alone of interest.
 *
 * `read()` gives what is to be sent as {draft, ...}, or null for nothing; `take(answer, sent)` is told what came back,
 * `state(name, detail)` how it goes: checking, ready, busy, away (nobody answers) or refused (no use asking again
 * before something changes).
 */
export class Checker {
  #options;
  #calls;
  #timer = 0;
  #since = 0;
  #failures = 0;
  #notBefore = 0;
  #asking = null;
  #stopped = false;
  #online = () => this.#failures && this.now();

  constructor({ delay = 500, patience = 4000, ...options }, { read, take, state = () => {} }) {
    this.#options = { delay, patience, ...options };
    this.#calls = { read, take, state };
    globalThis.addEventListener?.("online", this.#online);
  }

  /** Checks once the writer pauses, or has gone on for long. */
  soon() {
    if (this.#stopped) return;
    const now = Date.now();
    this.#since ||= now;
    const { delay, patience } = this.#options;
    this.#at(Math.max(Math.min(now + delay, this.#since + patience), this.#notBefore));
  }

  /** Checks at once, whatever was to be waited for. Never throws; gives whether an answer was taken. */
  async now() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#since = 0;
    const sent = this.#stopped ? null : this.#calls.read();
    if (!sent) return false;
    const asking = (this.#asking = new AbortController());
    this.#calls.state("checking", {});
    try {
      const answer = await check(sent.draft, { ...this.#options, ...sent.options, signal: asking.signal });
      if (this.#asking !== asking || this.#stopped) return false;
      this.#failures = this.#notBefore = 0;
      this.#calls.take(answer, sent);
      this.#calls.state("ready", {});
      return true;
    } catch (error) {
      if (this.#asking !== asking || this.#stopped) return false;
      if (!(error instanceof ServiceError)) throw error;
      this.#failed(error);
      return false;
    }
  }

  /** Asks nothing more and takes no answer. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    globalThis.removeEventListener?.("online", this.#online);
  }

  #failed(error) {
    const again = error.status === 0 || BUSY.includes(error.status);
    if (!again) return this.#calls.state("refused", { error });
    this.#failures += 1;
    // Many pages wait for the same service: each comes back at a moment of its own.
    const doubled = Math.min(LONGEST_WAIT, SECOND * 2 ** (this.#failures - 1)) * (0.8 + 0.4 * Math.random());
    const retryIn = Math.min(LONGEST_WAIT, Math.max(error.retryAfter ?? 0, doubled));
    this.#notBefore = Date.now() + retryIn;
    this.#at(this.#notBefore);
    return this.#calls.state(error.status ? "busy" : "away", { error, retryIn });
  }

  #at(time) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), Math.max(0, time - Date.now()));
  }
}
