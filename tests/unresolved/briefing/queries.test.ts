// What comes first in the demonstration's briefing, and the evidence of each line.
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCitations, loadForemost } from "@/lib/unresolved/briefing/queries";
import { disconnect, pool } from "@/lib/db/client";
import { oneEach } from "@/lib/domain/unresolved/briefing";
import { strengthOf } from "@/lib/domain/pledge/evidence";
import { rungOf, type Stage } from "@/lib/domain/pledge/stages";
import { loadPledge } from "@/lib/pledges/pledges/queries";
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

test("the oldest items come first, one of each pledge, and no open item is older", async () => {
  const { oldest } = value(await loadForemost(auditor, null, NOW));
  expect(oldest.length).toBe(5);
  expect(new Set(oldest.map(({ reference }) => reference)).size).toBe(5);
  const days = oldest.map(({ since }) => since);
  expect(days).toEqual([...days].sort());
  const { rows } = await pool().query<{ first: string }>(
    "SELECT min(since)::text AS first FROM unresolved_item WHERE reference IS NOT NULL AND class <> 'DORMANT'",
  );
  expect(days[0]).toBe(rows[0]?.first);
});

test("blocked items are sorted by how far their pledge has come", async () => {
  const { blocked } = value(await loadForemost(manager, null, NOW));
  expect(blocked.every((item) => item.class === "BLOCKED")).toBe(true);
  const rungs = blocked.map(({ stage }) => rungOf(stage as Stage));
  expect(rungs).toEqual([...rungs].sort((a, b) => b - a));
});

test("a participant's briefing has only its own items", async () => {
  const { oldest, blocked, next } = value(await loadForemost(manager, "DK", NOW));
  expect(oldest.length).toBeGreaterThan(0);
  for (const { participant } of [...oldest, ...blocked, ...next]) expect(participant).toBe("DK");
});

test("next actions come earliest first", async () => {
  const { next } = value(await loadForemost(manager, null, NOW));
  const days = next.map(({ dueOn }) => dueOn);
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual([...days].sort());
});

test("a line cites the strongest evidence that supports it and isn't retracted", async () => {
  const cited = value(await loadCitations(auditor, ["FR-3-001", "US-4-001", null, "ZZ-1-001"], NOW));
  expect(Object.keys(cited).sort()).toEqual(["FR-3-001", "US-4-001"]);
  for (const [reference, piece] of Object.entries(cited)) {
    const pledge = value(await loadPledge(auditor, reference, NOW));
    const standing = pledge.evidence.filter(({ supports, retracted }) => supports && retracted === null);
    expect(strengthOf(piece.kind)).toBe(Math.max(...standing.map(({ kind }) => strengthOf(kind))));
  }
});

test("administrators can't read the briefing", async () => {
  expect(refusalOf(await loadForemost(admin, null, NOW))).toBe("role");
  expect(refusalOf(await loadCitations(admin, ["FR-3-001"], NOW))).toBe("role");
});

test("one row of each reference is kept, in the given order", () => {
  const rows = ["b", "a", "b", "c", "a"].map((reference) => ({ reference }));
  expect(oneEach(rows, 2).map(({ reference }) => reference)).toEqual(["b", "a"]);
  expect(oneEach(rows, 9).map(({ reference }) => reference)).toEqual(["b", "a", "c"]);
});
