// The inbox through the API, and the plain forms that need no script.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { POST as postChoices } from "@/app/api/own/choices/route";
import { POST as postRead } from "@/app/api/own/read/route";
import { POST as postWatch } from "@/app/api/own/watch/route";
import { cookieFor, openTestApi, type TestApi, type Who } from "../support/api";
import { callOk } from "../support/registers/call-ok";
import { poison } from "../support/hostile/hostile";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Item {
  seq: number;
  read: boolean;
  kind: string;
  record: { reference: string };
}
const inbox = async (who: Who, query = ""): Promise<Item[]> =>
  (await callOk(api, who, "GET", `/inbox${query}`, "/inbox")).items as Item[];

test("a change of a watched pledge reaches the inbox, and is marked as read and unread", async () => {
  const set = await callOk(api, "auditor", "POST", "/watches", "/watches", {
    body: { topic: "pledge:FR-3-001", watching: true },
  });
  expect(set).toMatchObject({ topic: "pledge:FR-3-001", kind: "pledge", key: "FR-3-001", watching: true });
  expect((await callOk(api, "auditor", "GET", "/watches", "/watches")).total).toBe(1);
  const comment = { body: { text: "Has anybody asked?" } };
  expect((await api.call("officer", "POST", "/pledges/FR-3-001/comments", comment)).status).toBe(201);

  // The demonstration's own notices to the auditor come after it.
  const [item, ...earlier] = await inbox("auditor");
  const told = earlier.filter(({ read }) => !read).length;
  expect(item).toMatchObject({ kind: "WATCHED", read: false, record: { reference: "FR-3-001" } });
  const seq = item?.seq ?? 0;
  expect(await callOk(api, "auditor", "GET", `/inbox/${seq}`, "/inbox/{seq}")).toEqual(item);
  expect(await api.call("manager", "GET", `/inbox/${seq}`)).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
  const mark = (body: object) => callOk(api, "auditor", "POST", "/inbox/read", "/inbox/read", { body });
  expect(await mark({ entries: [seq], read: true })).toEqual({ marked: 1, unread: told });
  expect(await inbox("auditor", "?show=unread")).toHaveLength(told);
  expect(await mark({ entries: [seq], read: false })).toEqual({ marked: 1, unread: told + 1 });
  expect(await mark({ through: seq, read: true })).toEqual({ marked: told + 1, unread: 0 });
  expect(await inbox("auditor", "?show=read&kind=WATCHED")).toHaveLength(1);
});

test.each([
  [{ read: true }, "entries", "required"],
  [{ entries: [1], through: 1, read: true }, "entries", "one-of-both"],
  [{ through: 1, read: false }, "through", "not-used"],
  [{ entries: [], read: true }, "entries", "too-few"],
  [{ entries: [0], read: true }, "entries.0", "too-little"],
  [{ entries: [1] }, "read", "required"],
  [{ entries: [1.5], read: true }, "entries.0", "not-whole"],
])("marking %j is refused", async (body, path, code) => {
  expect(await api.call("auditor", "POST", "/inbox/read", { body })).toMatchObject({
    status: 422,
    body: { errors: [expect.objectContaining({ path, code })] },
  });
});

test.each([
  [{ topic: "pledge:FR-3-999", watching: true }, "unknown"],
  [{ topic: "source:FR", watching: true }, "not-a-topic"],
  [{ topic: "FR-3-001", watching: true }, "not-a-topic"],
  [{ topic: "priority:6", watching: true }, "not-a-topic"],
])("watching %j is refused", async (body, code) => {
  const { status, body: problem } = await api.call("auditor", "POST", "/watches", { body });
  expect(status).toBe(422);
  expect(problem.errors).toMatchObject([{ path: "topic", code }]);
  expect((problem.errors as { message: string }[])[0]?.message).not.toBe("");
});

test.each([
  [{ hour: 24 }, "hour"],
  [{ hour: 7.5 }, "hour"],
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ timeZone: "+02:00" }, "timeZone"],
  [{ kinds: ["EVERYTHING"] }, "kinds.0"],
  [{ kinds: ["FINDING"] }, "kinds.0"],
])("the choice %j is refused", async (body, path) => {
  expect(await api.call("officer", "POST", "/inbox/choices", { body })).toMatchObject({
    status: 422,
    body: { errors: [expect.objectContaining({ path })] },
  });
});

test("a choice is kept, and a field left out stays as it was", async () => {
  const path = "/inbox/choices";
  await callOk(api, "manager", "POST", path, path, { body: { hour: 6, timeZone: "Europe/Paris" } });
  expect(await callOk(api, "manager", "POST", path, path, { body: { digest: false } })).toEqual({
    kinds: ["TO_DECIDE", "OWNER", "DECISION", "FINDING", "WATCHED"],
    digest: false,
    hour: 6,
    timeZone: "Europe/Paris",
  });
});

describe("the plain forms", () => {
  type Post = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
  const sent = async (
    post: Post,
    who: Who | null,
    fields: Record<string, string>,
    headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
  ): Promise<Response> =>
    post(
      new Request("http://localhost:3000/api/own/x", {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: {
          host: "localhost:3000",
          "content-type": "application/x-www-form-urlencoded",
          ...(who === null ? {} : { cookie: await cookieFor(who) }),
          ...headers,
        },
      }),
      { params: Promise.resolve({}) },
    );
  const leads = async (...given: Parameters<typeof sent>): Promise<string> => {
    const answer = await sent(...given);
    return `${answer.status} ${answer.headers.get("location") ?? ""}`;
  };

  test("lead back to their own page, and to no other site", async () => {
    const watch = { topic: "participant:FR", watching: "true", back: "/participants/FR" };
    expect(await leads(postWatch, "officer", watch)).toBe("303 /participants/FR");
    expect(await leads(postWatch, "officer", { ...watch, topic: "participant:XX" })).toBe(
      "303 /inbox/watching?error=topic:unknown",
    );
    expect(await leads(postWatch, "officer", { ...watch, back: "https://evil.example/" })).toBe("303 /");
    expect(await leads(postWatch, "officer", { ...watch, back: "//evil.example" })).toBe("303 /");
    expect(await leads(postRead, "officer", { entry: "1", back: "/inbox?show=unread" })).toBe(
      "303 /inbox?error=entries.0:unknown",
    );
    expect(await leads(postChoices, "officer", { hour: "9", digest: "on", "kind-OWNER": "on" })).toBe(
      "303 /profile?done=choices#inbox",
    );
    expect((await api.call("officer", "GET", "/inbox/choices")).body).toEqual({
      kinds: ["OWNER"],
      digest: true,
      hour: 9,
      timeZone: null,
    });
    expect(await leads(postChoices, "officer", { hour: "25" })).toBe(
      "303 /profile?error=hour:not-an-hour#inbox",
    );
    expect(await leads(postChoices, "officer", { hour: "7", zone: "Mars/Olympus" })).toBe(
      "303 /profile?error=zone:not-a-time-zone#inbox",
    );
  });

  test.each([
    ["watch", postWatch],
    ["read", postRead],
    ["choices", postChoices],
  ] as const)(
    "%s: serves no other site, nobody without a session and no administrator",
    async (_name, post) => {
      const fields = { topic: "participant:FR", watching: "true", entry: "1", hour: "7" };
      expect((await sent(post, "officer", fields, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await sent(post, "officer", fields, {})).status).toBe(403);
      expect(await leads(post, null, fields)).toMatch(/^303 \/sign-in\?next=/);
      expect((await sent(post, "admin", fields)).status).toBe(403);
    },
  );

  test("no hostile field makes them fail, change the record or lead to another site", async () => {
    const head = await api.head();
    const names = [
      "topic",
      "watching",
      "entry",
      "through",
      "read",
      "hour",
      "zone",
      "digest",
      "back",
      "json",
      "",
    ];
    const fields = fc.array(fc.tuple(fc.constantFrom(...names), poison), { maxLength: 6 });
    for (const one of fc.sample(fields, { seed: 7, numRuns: 150 }))
      for (const post of [postWatch, postRead, postChoices]) {
        const given = Object.fromEntries(one.map(([name, value]) => [name, String(value).toWellFormed()]));
        const answer = await sent(post, "officer", given);
        expect(answer.status, JSON.stringify(given)).toBeLessThan(500);
        const location = answer.headers.get("location");
        if (location !== null) expect(location).toMatch(/^\/(?![/\\])/);
      }
    expect(await api.head()).toBe(head);
  });
});
