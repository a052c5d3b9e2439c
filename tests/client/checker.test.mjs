// How the client asks, waits and comes back. Run by test_node.py; CLIENT names the module.
import assert from "node:assert/strict";
import { test } from "node:test";

const { check, Checker, explain, ServiceError } = await import(process.env.CLIENT);
const URL_ = "http://127.0.0.1:1";

/** A service that gives these answers one after the other; the last again and again. */
function service(...answers) {
  const asked = [];
  const fetch = async (url, request) => {
    asked.push({ url: String(url), ...request, body: request.body && JSON.parse(request.body) });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    const { status = 200, headers = {}, wait, ...body } = answer;
    if (wait) await new Promise((done, fail) => {
      request.signal?.addEventListener("abort", () => fail(request.signal.reason));
      wait.then(done);
    });
    return new Response(JSON.stringify(body), { status, headers });
  };
  return { asked, fetch };
}

/** A checker with what it was told; the clock stands until it is ticked. */
function checking(context, answers, options = {}) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  context.mock.method(Math, "random", () => 0.5);
  const { asked, fetch } = service(...answers);
  const told = [];
  const taken = [];
  const checker = new Checker({ url: URL_, fetch, ...options }, {
    read: () => ({ draft: `draft ${asked.length}` }),
    take: (answer, sent) => taken.push([answer.n, sent.draft]),
    state: (name, detail) => told.push(detail.retryIn ? `${name} ${detail.retryIn}` : name),
  });
  const settled = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
    await new Promise((done) => setImmediate(done));
  };
  const tick = async (milliseconds) => {
    context.mock.timers.tick(milliseconds);
    await settled();
  };
  return { checker, asked, told, taken, tick, settled };
}

test("what is asked is what the service takes", async () => {
  const { asked, fetch } = service({ findings: [] });
  const options = { url: `${URL_}/desk/`, fetch, token: "t", profile: "wire", genre: "news", storyDate: "2024-05-17", ignore: ["f"], sources: true };
  await check("One.", options);
  await check({ fields: [] }, { url: URL_, fetch });
  await explain("typo/real-word", options);
  assert.equal(asked[0].url, `${URL_}/desk/v1/check`);
  assert.equal(asked[0].headers.Authorization, "Bearer t");
  assert.deepEqual(asked[0].body, {
    text: "One.", profile: "wire", genre: "news", ignore: ["f"], sources: true, story_date: "2024-05-17", offset_unit: "utf16",
  });
  assert.deepEqual(asked[1].body, { document: { fields: [] }, offset_unit: "utf16" });
  assert.equal(asked[2].url, `${URL_}/desk/v1/explain/typo/real-word?profile=wire`);
});

test("an answer that is none is an error that says why", async () => {
  const refused = service({ status: 413, error: { code: "too_large", message: "the text is too long", path: "text" } });
  await assert.rejects(check("", { url: URL_, fetch: refused.fetch }), (error) => {
    assert.ok(error instanceof ServiceError);
    assert.deepEqual([error.status, error.code, error.message, error.path], [413, "too_large", "the text is too long", "text"]);
    return true;
  });
  const gone = service(new TypeError("fetch failed"));
  await assert.rejects(check("", { url: URL_, fetch: gone.fetch }), { status: 0, name: "ServiceError" });
  await assert.rejects(check("", {}), TypeError);
});

test("it asks once the writer pauses", async (context) => {
  const { checker, asked, tick } = checking(context, [{}]);
  for (let letter = 0; letter < 5; letter += 1) {
    checker.soon();
    await tick(400);
  }
  assert.equal(asked.length, 0);
  await tick(100);
  assert.equal(asked.length, 1);
});

test("one who never pauses is checked all the same", async (context) => {
  const { checker, asked, tick } = checking(context, [{}], { delay: 500, patience: 2000 });
  for (let letter = 0; letter < 10; letter += 1) {
    checker.soon();
    await tick(250);
  }
  assert.equal(asked.length, 1);
});

test("of two questions the later answer alone is taken", async (context) => {
  let answer;
  const wait = new Promise((done) => (answer = done));
  const { checker, taken, settled } = checking(context, [{ n: 1, wait }, { n: 2 }]);
  checker.now();
  await settled();
  await checker.now();
  answer();
  await settled();
  assert.deepEqual(taken, [[2, "draft 1"]]);
});

test("it comes back when the service said to", async (context) => {
  const busy = { status: 429, headers: { "Retry-After": "7" } };
  const { checker, asked, told, tick } = checking(context, [busy, { n: 2 }]);
  await checker.now();
  assert.deepEqual(told, ["checking", "busy 7000"]);
  checker.soon();
  await tick(6999);
  assert.equal(asked.length, 1);
  await tick(1);
  assert.equal(asked.length, 2);
  assert.deepEqual(told.slice(2), ["checking", "ready"]);
});

test("a date in Retry-After is one too", async (context) => {
  const { checker, told } = checking(context, [{ status: 503, headers: { "Retry-After": new Date(9000).toUTCString() } }]);
  await checker.now();
  assert.deepEqual(told, ["checking", "busy 9000"]);
});

test("a service that is gone is asked less and less often, and at once when asked to", async (context) => {
  const { checker, asked, told, tick } = checking(context, [new TypeError("fetch failed")]);
  await checker.now();
  for (const wait of [1000, 2000, 4000, 8000, 16000, 32000, 60000]) await tick(wait);
  assert.deepEqual(told.filter((name) => name !== "checking"), [1, 2, 4, 8, 16, 32, 60, 60].map((s) => `away ${s * 1000}`));
  const before = asked.length;
  await checker.now();
  assert.equal(asked.length, before + 1);
});

test("what is refused is asked again after a change alone", async (context) => {
  const { checker, asked, told, tick } = checking(context, [{ status: 401 }]);
  await checker.now();
  await tick(600000);
  assert.deepEqual([asked.length, told.at(-1)], [1, "refused"]);
  checker.soon();
  await tick(500);
  assert.equal(asked.length, 2);
});

test("stopped it asks no more and takes no answer", async (context) => {
  let answer;
  const wait = new Promise((done) => (answer = done));
  const { checker, asked, taken, tick, settled } = checking(context, [{ n: 1, wait }]);
  checker.now();
  await settled();
  checker.stop();
  answer();
  checker.soon();
  await tick(5000);
  assert.equal(await checker.now(), false);
  assert.deepEqual([asked.length, taken], [1, []]);
});
