// Copydesk in a page: findings are marked while one writes, and mended at a click. Every address is the service's own.

import { anchor, apply, choose } from "./client/anchor.js";
import { Attachment } from "./client/attachment.js";
import { Card, LABELS } from "./client/card.js";
import { preview } from "./client/edits.js";
import { check, Checker, explain, ServiceError } from "./client/service.js";
import { adopt, CARD } from "./client/looks.js";

const attachments = new WeakMap();

/** Marks what Copydesk finds in a contenteditable, a textarea or an input of text. Gives a handle. */
export function attach(element, options = {}) {
  if (!options.url) throw new TypeError('attach(element, {url: "http://127.0.0.1:8081"}) needs the service\'s address');
  attachments.get(element)?.detach();
  const attachment = new Attachment(element, options);
  attachments.set(element, attachment);
  return attachment;
}

/** The card alone, for an editor that marks by its own means. `actions` are as in Card. */
export function card(actions, labels = {}) {
  const host = document.createElement("div");
  host.dataset.copydesk = "";
  const root = host.attachShadow({ mode: "open" });
  adopt(root, CARD);
  document.body.append(host);
  return Object.assign(new Card(root, { ...LABELS, ...labels }, actions), { remove: () => host.remove() });
}

export { anchor, apply, check, Checker, choose, explain, preview, ServiceError };
