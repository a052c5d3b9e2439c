// Makes safe fixes as a page would, until none is left: node fixes.mjs URL <drafts.json
import { readFileSync } from "node:fs";

const { apply, check, choose } = await import(process.env.CLIENT);
const [url] = process.argv.slice(2);

async function mended(text) {
  let now = text;
  for (let round = 0; round < 10; round += 1) {
    const { findings } = await check(now, { url });
    const edits = choose(findings).flatMap((finding) => finding.fixes[0].edits);
    if (!edits.length) break;
    now = apply(now, edits);
  }
  return now;
}

const drafts = JSON.parse(readFileSync(0, "utf8"));
const all = [];
for (const draft of drafts) all.push(await mended(draft));
console.log(JSON.stringify(all));
