// Has a draft checked as it changes: one request at a time, the last state of it always, and again where that can help.

import { Refusal } from "./service.js";

const MOST_WAIT = 30; // seconds

/**
 * Sends "checking"; then "checked" with {answer, asked, since} as detail, where `since` are the changes made meanwhile;
 * or "refused" with {refusal, wait}, where `wait` is how many seconds it waits before it asks again, 0 for never.
 */
export class Checker extends EventTarget {
  #service;
  #snapshot;
  #timer = 0;
  #since = null;
  #stale = false;
  #failures = 0;
  #notBefore = 0;

  /** @param snapshot gives the request to make, or null where there is nothing to check */
  constructor(service, snapshot) {
    super();
    this.#service = service;
    this.#snapshot = snapshot;
  }

  /** Notes a change that an answer under way knows nothing of. */
  changed(change) {
    this.#since?.push(change);
  }

  /** Asks in so many milliseconds, or when the server will have it, unless it is told again before. */
  ask(delay = 0) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#now(), Math.max(delay, this.#notBefore - Date.now()));
  }

  /** Asks at once, whatever the server said. */
  insist() {
    this.#notBefore = 0;
    this.ask();
  }

  async #now() {
    if (this.#since) {
      this.#stale = true;
      return;
    }
    const asked = this.#snapshot();
    if (!asked) return;
    this.#since = [];
    this.#send("checking");
    try {
      const answer = await this.#service.check(asked);
      this.#failures = 0;
      this.#end("checked", { answer, asked, since: this.#since });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const wait = error.wait && Math.max(error.wait, Math.min(error.wait * 2 ** this.#failures, MOST_WAIT));
      this.#failures += 1;
      this.#notBefore = Date.now() + wait * 1000;
      this.#stale ||= wait > 0;
      this.#end("refused", { refusal: error, wait });
    }
    if (this.#stale) this.ask();
    this.#stale = false;
  }

  #end(type, detail) {
    this.#since = null;
    this.#send(type, detail);
  }

  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
