// Values that no field, parameter, header or body accepts, each tried in turn: the answer is a problem with its code,
// never a failure, and nothing changes. hostile.test.ts tries everything at once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApi, type Answered, type Sent, type TestApi } from "../../support/api";
import { approvalBody } from "../../support/bodies";
import { objectsIn, pathsIn, withValue } from "../../support/any/spoil";
import { TARGETS, type Target } from "../../support/hostile/targets";

let api: TestApi;
const known = { approval: "", person: "" };

beforeAll(async () => {
  api = await openTestApi();
  known.approval = String((await api.call("manager", "POST", "/approvals", { body: approvalBody })).body.id);
  const people = await api.call("admin", "GET", "/people");
  known.person = (people.body.items as { id: string }[])[0]?.id ?? "";
});
afterAll(() => api.close());

/** No field takes these. */
const HOSTILE: Record<string, unknown> = {
  "an object": { a: 1 },
  "a list in a list": [[]],
  NUL: "a\u0000b",
  "a lone surrogate": "a\ud800b",
  "a control character": "a\u0007b",
  "a long text": "x".repeat(100_000),
  "a fraction": -1.5,
  "a huge number": 1e300,
  "an empty text": "",
};

describe.each(Object.entries(TARGETS))("%s", (_name, target) => {
  test("is refused with its own body, but not as malformed", async () => {
    const answer = await refused(target, target.body);
    expect(answer.body.errors ?? []).not.toContainEqual(expect.objectContaining({ code: "malformed" }));
  });

  test.each(Object.entries(HOSTILE))("refuses %s in every field", async (_what, value) => {
    for (const path of pathsIn(target.body)) {
      const answer = await refused(target, withValue(target.body, path, value));
      expect([400, 422], `${path.join(".")}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
      expect(answer.body.errors, path.join(".")).not.toEqual([]);
    }
  });

  test.each(["unknown", "__proto__", "constructor", "toString", "", "\u0000", "\ud800"])(
    "refuses the unknown key %j at any depth",
    async (key) => {
      for (const path of objectsIn(target.body)) {
        const spoiled = JSON.stringify(withValue(target.body, [...path, MARK], 1)).replace(
          JSON.stringify(MARK),
          JSON.stringify(key),
        );
        const answer = await refused(target, undefined, { raw: spoiled });
        expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
        expect(answer.body.errors).toContainEqual(
          expect.objectContaining({ code: "unknown-key", path: [...path, key].join(".") }),
        );
      }
    },
  );

  test.each([...(target.mayBeNull ? [] : [null]), [], "text", 7, true])(
    "refuses %j as its body",
    async (body) => {
      expect((await refused(target, body)).body.code).toBe("invalid");
    },
  );

  test.each([
    ["text/plain", "wrong-content-type"],
    ["multipart/form-data; boundary=x", "wrong-content-type"],
    ["application/json; charset=utf-16", "wrong-content-type"],
  ])("refuses the content type %s", async (type, code) => {
    expect((await refused(target, target.body, { headers: { "content-type": type } })).body.code).toBe(code);
  });

  test("refuses a body of a megabyte", async () => {
    const answer = await refused(target, undefined, { raw: `{"title":"${"x".repeat(1_000_000)}"}` });
    expect(answer).toMatchObject({ status: 413, body: { code: "too-large" } });
  });

  test("refuses a body nested 50,000 levels deep", async () => {
    const raw = `${'{"title":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    expect((await refused(target, undefined, { raw })).status).toBeLessThan(500);
  });

  test("refuses a parameter", async () => {
    const answer = await refused({ ...target, path: () => `${target.path(known)}?force=1` }, target.body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "force", code: "unknown-key" }] } });
  });

  test.each(["", "x".repeat(201), "ключ", "a\tb"])("refuses the idempotency key %j", async (key) => {
    const headers = { "idempotency-key": Buffer.from(key).toString("latin1") };
    expect((await refused(target, target.body, { headers })).body.errors).toMatchObject([
      { path: "Idempotency-Key" },
    ]);
  });

  test.each([
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "none", origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3000.evil.example" },
  ])("refuses a request from another site %j", async (headers) => {
    const answer = await refused(target, target.body, {
      headers: { "sec-fetch-site": "same-site", ...headers },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "cross-site" } });
  });
});

const VERSIONED = Object.entries(TARGETS).filter(([, { version }]) => version !== undefined);

describe.each(VERSIONED)("%s", (_name, target) => {
  test.each(["1", "*", "W/*", '"0"', '"x"', '"1", "2"', '"18446744073709551616"', '"1'])(
    "refuses If-Match %s",
    async (header) => {
      const answer = await refused(target, target.body, { headers: { "if-match": header } });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ path: "If-Match", code: "bad-version" }] },
      });
    },
  );
});

/** Voiding accepts a version but doesn't need one. */
test.each(VERSIONED.filter(([name]) => !name.includes("void")))(
  "%s is refused without a version",
  async (_name, target) => {
    const { version: _version, ...without } = target;
    expect(await refused(without, target.body)).toMatchObject({
      status: 428,
      body: { code: "if-match-missing" },
    });
  },
);

/** Sends it, and checks what holds for every refusal. */
async function refused(target: Target, body: unknown, extra: Sent = {}): Promise<Answered> {
  const { who, method, path, version } = target;
  const head = await api.head();
  const sent = {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { version }),
    ...extra,
  };
  const answer = await api.call(who, method, path(known), sent);
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBeGreaterThanOrEqual(400);
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBeLessThan(500);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body).toMatchObject({
    status: answer.status,
    code: expect.stringMatching(/^[a-z-]+$/) as string,
  });
  expect(await api.head()).toBe(head);
  return answer;
}

const MARK = "\u2063mark";
