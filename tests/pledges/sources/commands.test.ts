import { afterAll, beforeAll, expect, test } from "vitest";
import { nameBaseline } from "@/lib/history/baselines/commands";
import { writeComment } from "@/lib/pledges/comments/commands";
import { confirmPledge, logPledge } from "@/lib/pledges/pledges/commands";
import { recordSource } from "@/lib/pledges/sources/commands";
import { sourceInput } from "@/lib/pledges/sources/schema";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

test("a document is recorded once, and the second time the existing record is returned", async () => {
  const document = sourceInput.parse({
    publisher: "Agency",
    publishedOn: "2026-01-06",
    language: "en",
    ownership: "INDEPENDENT",
  });
  const first = value(await recordSource(register.officer, document));
  const again = value(await recordSource(register.officerNorth, document));
  expect(again).toEqual(first);
  expect(value(await recordSource(register.officer, { ...document, language: "fr" })).id).not.toBe(first.id);
});

test("a comment doesn't change the pledge's version", async () => {
  const { reference, version } = value(await logPledge(register.officer, aSentPledge(), LATER));
  const comment = value(await writeComment(register.officer, { reference, text: "Gone through" }));
  expect(comment).toMatchObject({ pledge: reference, authorId: register.officer.id, text: "Gone through" });
  expect(value(await confirmPledge(register.officer, { reference, on: "2026-01-06" }, LATER)).version).toBe(
    version,
  );
});

test("a baseline's moment has milliseconds, also if it was sent without", async () => {
  const baseline = value(
    await nameBaseline(register.manager, { name: "Paris", asOf: "2026-01-06T21:59:59Z" }),
  );
  expect(baseline.asOf).toBe("2026-01-06T21:59:59.000Z");
});
