// The service that checks, as the page sees it: what it asks, and what it hears instead of an answer.

const PATIENCE = 90_000; // milliseconds: over the time that a server waits for a worker and then lets it check

/** No answer to a request. `kind` is for programs, `message` says what is wrong, `remedy` what to do. */
export class Refusal extends Error {
  /** @param {number} wait seconds after which to ask again by oneself; 0 is never */
  constructor(kind, message, remedy, wait = 0) {
    super(message);
    Object.assign(this, { kind, remedy, wait });
  }
}

export class Service {
  /** What the server wants to see before it answers; empty where it wants nothing. */
  token = "";

  /** Checks a text, and says who is quoted in it. Throws Refusal. */
  check(request) {
    return this.#ask("v1/check", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...request, sources: true, offset_unit: "utf16" }),
    });
  }

  /** All that is known of a rule. Throws Refusal. */
  explain(rule, profile) {
    const name = rule.split("/").map(encodeURIComponent).join("/");
    return this.#ask(`v1/explain/${name}?${new URLSearchParams({ profile })}`);
  }

  /** What the server offers: names of profiles, and whether it wants a token. Throws Refusal. */
  async offer() {
    const { components, security } = await this.#ask("openapi.json");
    const { profile } = components.schemas.CheckRequest.properties;
    return { profiles: profile.enum, wantsToken: Boolean(security) };
  }

  async #ask(path, { headers = {}, ...options } = {}) {
    const bearer = this.token ? { Authorization: `Bearer ${this.token}` } : {};
    const asked = { ...options, headers: { ...headers, ...bearer }, signal: AbortSignal.timeout(PATIENCE) };
    let response;
    try {
      response = await fetch(path, asked);
      if (response.ok) return await response.json();
    } catch {
      throw gone();
    }
    throw refused(response, await said(response));
  }
}

function gone() {
  const remedy = "Your draft is safe in this page. See that copydesk serve is running, and go on.";
  return new Refusal("gone", "The server does not answer.", remedy, 3);
}

async function said(response) {
  try {
    const { error } = await response.json();
    return error?.message ? sentence(error.message) : "";
  } catch {
    return ""; // a proxy's page, perhaps
  }
}

function refused({ status, headers }, message) {
  const wait = Number.parseInt(headers.get("Retry-After") ?? "", 10);
  const numbered = message || `The server answered ${status}.`;
  const again = "It will be asked again when you change the draft.";
  switch (status) {
    case 401:
      return new Refusal("token", "This server wants a token.", "Whoever runs it can tell you.");
    case 408:
      return new Refusal("slow", numbered, "The way to the server is slow.", 3);
    case 413:
      return new Refusal("large", `Too long: ${lower(numbered)}`, "Cut the draft in parts and check each.");
    case 429:
    case 503:
      return new Refusal("busy", numbered, "", Math.min(Math.max(wait || 2, 1), 60));
    case 504:
      return new Refusal("late", numbered, again);
    case 500:
      return new Refusal("fault", numbered, again);
    default:
      return new Refusal(status > 500 ? "gone" : "refused", numbered, again, status > 500 ? 3 : 0);
  }
}

function sentence(text) {
  const trimmed = text.trim();
  return `${trimmed[0]?.toUpperCase() ?? ""}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? "" : "."}`;
}

function lower(text) {
  return text[0].toLowerCase() + text.slice(1);
}
