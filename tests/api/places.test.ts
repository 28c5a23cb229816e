// Places that a person can go to, as the register finds them: by role, by words, and as of a moment.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FoundPlace } from "@/lib/domain/details/place";
import { openTestApi, type TestApi, type Who } from "../support/api";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

async function found(who: Who, query: string): Promise<FoundPlace[]> {
  return (await callOk(api, who, "GET", `/places${query}`, "/places")).items as FoundPlace[];
}
const hrefs = (places: readonly FoundPlace[]) => places.map(({ href }) => href);

test("a pledge is found by its reference; words find at most eight pledges", async () => {
  expect(hrefs(await found("auditor", "?q=fr-3-001"))).toEqual(["/pledges/FR-3-001"]);
  const many = await found("auditor", "?q=force");
  expect(many.filter(({ kind }) => kind === "PLEDGE")).toHaveLength(8);
  expect((await api.call("auditor", "GET", "/pledges?q=force")).body["total"]).toBeGreaterThan(8);
});

test("participants are found by a translated name, triggers and requirements by theirs", async () => {
  expect(hrefs(await found("officer", `?q=${encodeURIComponent("Німеч")}`))).toContain("/participants/DE");
  expect(hrefs(await found("officer", "?q=ceasefire"))).toContain("/conditions/CEASEFIRE_IN_FORCE");
  expect(hrefs(await found("officer", "?q=demo-1"))).toContain("/requirements/DEMO-1");
});

test("an administrator finds participants, and nothing of the record", async () => {
  const places = await found("admin", "?q=fr");
  expect(hrefs(places)).toContain("/participants/FR");
  expect(places.filter(({ kind }) => !["PAGE", "ACTION", "PARTICIPANT"].includes(kind))).toEqual([]);
});

test("as of a moment, a pledge logged later isn't found, and nothing new can be begun", async () => {
  const before = await found("manager", "?q=fr-3-001&asOf=2025-01-01T00:00:00Z");
  expect(before).toEqual([]);
  const then = await found("manager", "?asOf=2026-01-20T12:00:00Z");
  expect(hrefs(then.filter(({ kind }) => kind === "ACTION"))).toEqual(["/exports"]);
  expect(hrefs(then)).not.toContain("/pledges/new");
});
