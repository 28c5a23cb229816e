// What matters in the demonstration, the same for each reader, and as of a moment.
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadWhatMatters } from "@/app/what-matters";
import { disconnect } from "@/lib/db/client";
import type { ShownMatter } from "@/lib/domain/unresolved/what-matters";
import { admin, auditor, manager } from "../../support/cast";
import { openDemonstration } from "../../support/registers/demonstration";
import { refusalOf, value } from "../../support/registers/staffed-register";

const NOW = "2026-02-25T08:40:00.000Z";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await openDemonstration();
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

/** What it is about, and how much depends on it. */
function inShort(one: ShownMatter): unknown[] {
  if (one.kind === "holds-up") {
    const about = "leaf" in one.what ? one.facts.approvals.map(({ body }) => body) : one.what.cycle.pledges;
    return [one.kind, about, one.pledges, one.since];
  }
  if (one.kind === "lacks") return [one.kind, one.requirement.reference, one.steps];
  if (one.kind === "due") return [one.kind, one.what, one.reference, one.on];
  return [one.kind, one.reference, one.field, one.since];
}

test("the five lines are those worked out by hand", async () => {
  const lines = value(await loadWhatMatters(manager, NOW));
  expect(lines.map(inShort)).toEqual([
    // Washington waits for Kyiv to agree, Kyiv for Washington to commit; five pledges wait for one of the two.
    [
      "holds-up",
      ["UA-4-001", "US-4-001"],
      ["BE-2-001", "BE-3-001", "DE-3-001", "SE-3-001", "SE-3-002", "UA-4-001", "US-4-001"],
      "2026-01-27",
    ],
    // All three Romanian pledges need it, and nothing else but the ceasefire holds up as many.
    ["holds-up", ["Parliament of Romania"], ["RO-2-001", "RO-3-002", "RO-5-001"], "2026-01-06"],
    // Of the most critical needs none has an offer that is one step from firm; these are needed first.
    ["lacks", "DEMO-5", []],
    ["lacks", "DEMO-4", []],
    // The oldest next step of a pledge that is offered where it is critical.
    ["due", "next-action", "DK-3-001", "2026-02-20"],
  ]);
  const [deadlock, vote] = lines;
  expect(deadlock?.kind === "holds-up" && deadlock.contradicted).toEqual(["US-4-001"]);
  expect(vote?.kind === "holds-up" && vote.inferred).toEqual(["RO-3-002"]);
});

test("each reader sees the same lines, and an administrator none", async () => {
  const lines = value(await loadWhatMatters(manager, NOW)).map(inShort);
  expect(value(await loadWhatMatters(auditor, NOW)).map(inShort)).toEqual(lines);
  expect(refusalOf(await loadWhatMatters(admin, NOW))).toBe("role");
});

test("as of now the lines are today's, and before the register began there are none", async () => {
  const lines = value(await loadWhatMatters(manager, NOW)).map(inShort);
  expect(value(await loadWhatMatters(manager, { asOf: NOW })).map(inShort)).toEqual(lines);
  expect(value(await loadWhatMatters(manager, { asOf: "2025-01-01T00:00:00.000Z" }))).toEqual([]);
});
