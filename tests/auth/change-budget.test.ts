// Nobody can flood the record with what can't be taken back.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as chooseLanguage } from "@/app/api/auth/language/route";
import { POST as changePassword } from "@/app/api/auth/password/route";
import { POST as signOutEverywhere } from "@/app/api/auth/sign-out-everywhere/route";
import { POST as endSession } from "@/app/api/own/session/route";
import { POST as watch } from "@/app/api/own/watch/route";
import { spendChange } from "@/lib/platform/change-budget";
import { cookieFor, openStaffedApi, type TestApi, type Who } from "../support/api";
import { pledgeBody } from "../support/bodies";

vi.hoisted(() => {
  process.env.CHANGES_AT_ONCE = "6";
});

let api: TestApi;
beforeAll(async () => void (api = await openStaffedApi()));
afterAll(() => api.close());

test("a person who has used up their changes waits, and keeps nobody else waiting", async () => {
  const logged = await api.call("officer", "POST", "/pledges", {
    body: { ...pledgeBody, participant: "FR", owner: null },
  });
  const send = (who: "officer" | "manager") =>
    api.call(who, "POST", `/pledges/${String(logged.body["reference"])}/comments`, {
      body: { text: "Once more" },
    });
  const before = await api.head();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send("officer")));
  const slowed = answers.filter(({ status }) => status === 429);
  expect(slowed.length).toBeGreaterThan(10);
  expect(slowed[0]).toMatchObject({ body: { code: "slow-down" } });
  const suggested = { body: { text: "Once more", why: "So" } };
  const path = `/pledges/${String(logged.body["reference"])}/suggestions`;
  expect((await api.call("officer", "POST", path, suggested)).status).toBe(429);
  expect(Number(slowed[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await api.head()).toBe(before + answers.length - slowed.length);
  expect((await send("manager")).status).toBe(201);
  expect((await api.call("officer", "GET", "/pledges")).status).toBe(200);
});

/** Sends a form of our own 90 times: the answers, and how many entries of the log came of them. */
async function flooded(who: Who, form: Door, fieldsOf: (n: number) => Record<string, string>) {
  const cookie = await cookieFor(who);
  const before = await api.head();
  const answers = await Promise.all(
    Array.from({ length: 90 }, async (_, n) => {
      const request = new Request("http://localhost:3000/x", {
        method: "POST",
        headers: { host: "localhost:3000", cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ json: "true", ...fieldsOf(n) }),
      });
      const response = await form(request, { params: Promise.resolve({}) });
      return [response.status, ((await response.json()) as { url?: string }).url];
    }),
  );
  const slowed = answers.filter(([status]) => status === 429);
  return { slowed, done: answers.length - slowed.length, entries: (await api.head()) - before };
}

type Door = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

test.each<[string, Who, Door, (n: number) => Record<string, string>, string]>([
  [
    "the language",
    "auditor",
    chooseLanguage,
    (n) => ({ language: n % 2 ? "fr" : "uk" }),
    "/profile?error=slow-down:0",
  ],
  [
    "a watch",
    "manager-2",
    watch,
    (n) => ({ topic: "p:FR", watching: String(n % 2 === 0) }),
    "/inbox/watching?error=slow-down:0",
  ],
  ["a password", "admin", changePassword, () => ({ current: "wrong" }), "/profile?error=slow-down:0"],
])(
  "a form that changes %s is limited too, and leads to a page that says so",
  async (_what, who, form, fields, page) => {
    const { slowed, done, entries } = await flooded(who, form, fields);
    expect(slowed.length).toBeGreaterThan(70);
    expect(new Set(slowed.map(([, url]) => url))).toEqual(new Set([page]));
    expect(entries).toBeLessThanOrEqual(done);
  },
);

test("ending sessions is never limited, so nobody can keep a person from it", async () => {
  const ended = await flooded("manager", endSession, () => ({ others: "true" }));
  expect(ended.slowed).toEqual([]);
  await flooded("manager", watch, () => ({ topic: "p:FR", watching: "true" }));
  const nothing = "00000000-0000-4000-8000-000000000000";
  for (const path of [`/me/sessions/${nothing}/end`, `/people/${nothing}/sign-out`, "/tokens/999999/revoke"])
    expect((await api.call("manager", "POST", path, { body: {} })).status, path).not.toBe(429);
  const [out] = (await flooded("manager", signOutEverywhere, () => ({}))).slowed;
  expect(out).toBeUndefined();
  expect((await api.call("manager", "GET", "/pledges")).status).toBe(401);
});

test("a budget gains one change in five seconds, and never exceeds its size", () => {
  const taken = (at: number) => Array.from({ length: 7 }, () => spendChange("somebody", at));
  const sixAndThenWait = [null, null, null, null, null, null, 5];
  expect(taken(0)).toEqual(sixAndThenWait);
  expect(spendChange("somebody", 5_000)).toBeNull();
  expect(spendChange("somebody", 5_000)).toBe(5);
  expect(taken(3_600_000)).toEqual(sixAndThenWait);
});
