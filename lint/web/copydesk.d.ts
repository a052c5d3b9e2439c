/** Copydesk in a page. Offsets are UTF-16 units, as in JavaScript's strings. */

export type Severity = "error" | "warning" | "suggestion";
export type State = "ready" | "checking" | "busy" | "away" | "refused" | "off";

export interface Position {
  offset: number;
  line: number;
  column: number;
}

export interface Edit {
  start: number;
  end: number;
  text: string;
  field?: string;
  block?: string;
}

export interface Fix {
  title: string;
  /** Who may make it: any program, a program that is told to, a person only. */
  safety: "safe" | "unsafe" | "show";
  edits: Edit[];
}

export interface Related {
  start: Position;
  end: Position;
  message: string;
  field?: string;
  block?: string;
}

/** Something to mend, as the service says it. */
export interface Finding {
  rule: string;
  severity: Severity;
  confidence: number;
  message: string;
  start: Position;
  end: Position;
  text: string;
  context: { before: string; after: string };
  fixes: Fix[];
  related: Related[];
  url: string;
  fingerprint: string;
  /** On the writer's own voice in copy that has it for its point: to people it need only be counted. */
  folded?: boolean;
  field?: string;
  block?: string;
}

export interface Block {
  text: string;
  id?: string;
  kind?:
    | "paragraph" | "heading" | "list-item" | "quotation" | "table-cell"
    | "headline" | "standfirst" | "caption" | "byline";
  skip?: [number, number][];
}

export interface Draft {
  id?: string;
  fields: { name: string; blocks: Block[] }[];
}

export interface Answer {
  version: number;
  tool: { name: string; version: string };
  profile: string;
  offset_unit: "code_point" | "utf16";
  findings: Finding[];
  stats: { words: number; sentences: number };
  summary: { error: number; warning: number; suggestion: number; ignored: number; silenced: number };
  problems: { message: string; rule: string; field?: string }[];
  genre: { name: "news" | "analysis" | "opinion" | "feature"; by: "asked" | "draft" | "config" | "guess"; why: string };
  id?: string;
  /** Where it was asked for. */
  sources?: Sources;
}

/** One thing said; of what goes on over several blocks, the part in the first. */
export interface Said {
  start: Position;
  end: Position;
  manner: "direct" | "partial" | "indirect";
  /** How the speaker was told. */
  found: string;
  cue: string;
  field?: string;
  block?: string;
}

export interface Speaker {
  name: string;
  kind: "person" | "institution" | "group" | "document" | "anonymous" | "unknown";
  description: string;
  /** Where the full name first stands, in this field and block. */
  first: Position;
  field?: string;
  block?: string;
  statements: number;
  quotations: number;
  words: { quoted: number; reported: number };
  /** Of all words that somebody says, from 0 to 1. */
  share: number;
  said: Said[];
}

/** Who is quoted, those with the most words first, and the quotations that nobody is given for. */
export interface Sources {
  words: { all: number; quoted: number; reported: number };
  sources: Speaker[];
  unattributed: { start: Position; end: Position; words: number; text: string; field?: string; block?: string }[];
}

export interface Explanation {
  name: string;
  what: string;
  why: string;
  when_not: string;
  source: string;
  [more: string]: unknown;
}

/** Where the service is, and how it is to read a draft. */
export interface ServiceOptions {
  url: string | URL;
  token?: string;
  profile?: string;
  genre?: "news" | "analysis" | "opinion" | "feature";
  format?: "plain" | "markdown" | "html";
  /** The day of the story, as in "2024-05-17". */
  storyDate?: string;
  fetch?: typeof globalThis.fetch;
}

export interface CheckOptions extends ServiceOptions {
  /** Fingerprints of findings that are let be. */
  ignore?: string[];
  /** Whether the answer is to say who is quoted. */
  sources?: boolean;
  offsetUnit?: "code_point" | "utf16";
  signal?: AbortSignal;
}

export interface CheckerOptions extends ServiceOptions {
  /** Milliseconds of rest before a check; 500 where nothing is said. */
  delay?: number;
  /** Milliseconds after which one who does not rest is checked all the same; 4000. */
  patience?: number;
}

export interface Labels {
  error: string;
  warning: string;
  suggestion: string;
  safe: string;
  unsafe: string;
  show: string;
  dismiss: string;
  why: string;
  whenNot: string;
  source: string;
  unknown: string;
  next: string;
  previous: string;
  close: string;
  place(number: number, of: number): string;
  count(number: number): string;
  fixed(title: string): string;
}

export interface AttachOptions extends CheckerOptions {
  /** What is written: "body", "headline", "standfirst", "subhead", "caption", "byline" or a name of your own. */
  field?: string;
  /** A selector of what is not copy, beside code and what cannot be edited. */
  skip?: string;
  /** Where it is remembered what was let stand: a name in local storage, or functions of your own. */
  remember?: string | { load?(): Iterable<string> | Promise<Iterable<string>> | null; save?(fingerprints: string[]): unknown };
  /** Keys such as "Alt+Shift+F8"; an empty string turns one off. */
  keys?: { next?: string; previous?: string };
  /** Whether spellcheck="false" on the element turns Copydesk off there; true where nothing is said. */
  obeySpellcheck?: boolean;
  /** Whether a screen reader is told how many findings there are; true. */
  announce?: boolean;
  /** The words of the card, for another language. */
  labels?: Partial<Labels>;
}

export interface Handle {
  readonly element: HTMLElement;
  readonly findings: Finding[];
  readonly state: State;
  check(): Promise<boolean>;
  fix(finding: Finding, nth?: number): boolean;
  dismiss(finding: Finding): void;
  rangeOf(finding: Finding): Range | null;
  next(): void;
  previous(): void;
  detach(): void;
}

/** Events of the element; they bubble. */
export interface CopydeskEvents {
  "copydesk:findings": CustomEvent<{ findings: Finding[] }>;
  "copydesk:fixed": CustomEvent<{ finding: Finding; fix: Fix }>;
  "copydesk:dismissed": CustomEvent<{ finding: Finding }>;
  "copydesk:state": CustomEvent<{ state: State; retryIn?: number; error?: ServiceError }>;
}

declare global {
  interface HTMLElementEventMap extends CopydeskEvents {}
}

/** Marks what Copydesk finds in a contenteditable, a textarea or an input of text. Throws TypeError for another. */
export function attach(element: HTMLElement, options: AttachOptions): Handle;

// without an element

/** What is to be mended in a text or a document. Throws ServiceError. */
export function check(draft: string | Draft, options: CheckOptions): Promise<Answer>;

/** All about one rule. Throws ServiceError. */
export function explain(rule: string, options: ServiceOptions): Promise<Explanation>;

/** Where a finding stands in a text that has changed since; null where it stands there no more. */
export function anchor(
  finding: Pick<Finding, "text" | "context" | "start">, text: string, near?: number,
): { start: number; end: number } | null;

/** The text after edits. */
export function apply(text: string, edits: Pick<Edit, "start" | "end" | "text">[]): string;

/** The findings whose first fix can be made together. */
export function choose(findings: Finding[], options?: { unsafe?: boolean }): Finding[];

/** How a draft reads around edits: words that stay (""), go ("del") and come ("ins"). */
export function preview(
  edits: Pick<Edit, "start" | "end" | "text">[], text: string, bounds: { start: number; end: number }, reach?: number,
): ["" | "del" | "ins", string][];

export class ServiceError extends Error {
  /** HTTP's; 0 where nobody answered. */
  readonly status: number;
  readonly code: string;
  readonly path: string;
  /** Milliseconds, where the service said when to come back. */
  readonly retryAfter: number | null;
}

/** Checks a draft that changes, a while after its last change and one question at a time. */
export class Checker<Sent extends { draft: string | Draft; options?: Partial<CheckOptions> }> {
  constructor(
    options: CheckerOptions,
    calls: {
      read(): Sent | null;
      take(answer: Answer, sent: Sent): void;
      state?(name: State, detail: { retryIn?: number; error?: ServiceError }): void;
    },
  );
  soon(): void;
  now(): Promise<boolean>;
  stop(): void;
}

export interface Shown {
  finding: Pick<Finding, "rule" | "severity" | "message">;
  fixes: { title: string; safety: Fix["safety"]; change: ["" | "del" | "ins", string][] }[];
  related: string[];
  number: number;
  of: number;
  writable: boolean;
  dark?: boolean;
}

export interface Card {
  readonly open: boolean;
  readonly element: HTMLElement;
  show(shown: Shown, place: { left: number; top: number; bottom: number }): void;
  place(place: { left: number; top: number; bottom: number }): void;
  focus(): void;
  hide(): void;
  remove(): void;
}

/** The card alone, for an editor that marks by means of its own. */
export function card(
  actions: {
    fix(nth: number): void;
    dismiss(): void;
    step(by: 1 | -1): void;
    related(nth: number): void;
    close(): void;
    explain(): Promise<Pick<Explanation, "why" | "when_not" | "source">>;
    /** The card has grown and may want another place. */
    grown(): void;
  },
  labels?: Partial<Labels>,
): Card;
