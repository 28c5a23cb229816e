import { expect, test } from "vitest";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { translator } from "@/lib/i18n/translator";
import { problem } from "@/lib/http/problem";

test.each(REFUSALS)("%s is a problem with its status and its words", async (code) => {
  const response = problem({ code });
  const body = (await response.json()) as Record<string, unknown>;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(body).toMatchObject({ code, status: response.status, type: `urn:pledge-register:problem:${code}` });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(`${String(body.title)} ${String(body.detail)}`).not.toMatch(/refusals\.|[{}]|undefined/);
});

test("a field error carries its path, its code and a sentence", async () => {
  const errors = [
    { path: "contributions.0.quantity.min", code: "required" },
    { path: "title", code: "too-long", params: { max: 120, length: 1_200 } },
  ];
  expect(await problem({ code: "invalid", errors }).json()).toMatchObject({
    errors: [
      { path: "contributions.0.quantity.min", code: "required", message: translator("fields")("required") },
      { path: "title", code: "too-long", message: "At most 120 characters; this has 1,200" },
    ],
  });
});

test("what a stage requires and isn't there is said in words", async () => {
  const missing = "evidence:COMMITTED|quantity:ALLOCATED|approval:ALLOCATED:Bundestag: plenary";
  expect(await problem({ code: "evidence-missing", params: { missing } }).json()).toMatchObject({
    detail:
      "Needed first: for Committed, a note verbale or stronger; for Allocated, a quantity or money for each contribution; " +
      "for Allocated, the approval by Bundestag: plenary.",
  });
});

test("a conflict says who changed what", async () => {
  const conflict = {
    current: 4,
    changedBy: "Manager",
    changedAt: "2026-02-25T08:40:00.000Z",
    fields: ["title"],
  };
  expect(await problem({ code: "version", conflict }).json()).toMatchObject({ status: 409, ...conflict });
});

test("each 503 says when to come again", () => {
  const unable = REFUSALS.map((code) => problem({ code })).filter(({ status }) => status === 503);
  const seconds = unable.map(({ headers }) => Number(headers.get("retry-after")));
  expect(seconds).toHaveLength(4);
  expect(Math.min(...seconds)).toBeGreaterThanOrEqual(1);
});

test("slowing down says for how long", () => {
  expect(problem({ code: "slow-down", params: { minutes: 2 } }).headers.get("retry-after")).toBe("120");
  expect(problem({ code: "slow-down", params: { seconds: 7 } }).headers.get("retry-after")).toBe("7");
});
