// Nobody can flood the record with what can't be taken back.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { spendChange } from "@/lib/platform/change-budget";
import { openStaffedApi, type TestApi } from "../support/api";
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

test("a budget gains one change in five seconds, and never exceeds its size", () => {
  const taken = (at: number) => Array.from({ length: 7 }, () => spendChange("somebody", at));
  const sixAndThenWait = [null, null, null, null, null, null, 5];
  expect(taken(0)).toEqual(sixAndThenWait);
  expect(spendChange("somebody", 5_000)).toBeNull();
  expect(spendChange("somebody", 5_000)).toBe(5);
  expect(taken(3_600_000)).toEqual(sixAndThenWait);
});
