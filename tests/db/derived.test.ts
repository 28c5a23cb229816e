// The stored copy of what is unresolved is what the rules say, whatever happens, in any order.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import { anApproval } from "@/tests/support/cast";
import { adoptSettings } from "@/lib/workspace/settings/commands";
import { atOnce } from "@/tests/support/patient";
import { change, changed, logged, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

const LAPSED = { stage: "LAPSED", stageReason: "the mandate ended" } as const;

test("a cell without a position has its gap from the start, and loses it with the first pledge", async () => {
  expect(await gaps("FR")).toEqual([1, 2, 3, 4, 5]);
  const pledge = await change(register.manager, (tx) => logged(tx, register.source, { priority: 2 }));
  expect(await gaps("FR")).toEqual([1, 3, 4, 5]);
  await change(register.manager, (tx) => changed(tx, pledge.reference, LAPSED));
  expect(await gaps("FR")).toEqual([1, 2, 3, 4, 5]);
});

test("two pledges of a cell that lapse at the same moment leave its gap behind", async () => {
  const { manager, source } = register;
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = await Promise.all(
      [1, 2].map(() => change(manager, (tx) => logged(tx, source, { participant: "DE", priority: 1 }))),
    );
    expect(await gaps("DE")).toEqual([2, 3, 4, 5]);
    await Promise.all(
      [one, two].map((pledge) => change(manager, (tx) => changed(tx, pledge?.reference ?? "", LAPSED))),
    );
    expect(await gaps("DE")).toEqual([1, 2, 3, 4, 5]);
  }
});

test("a participant that becomes an observer has no gaps any more", async () => {
  const becomes = (role: "OBSERVER" | "MEMBER") =>
    change(register.manager, async (tx) => {
      const before = await tx.participants.lock("DE");
      if (!before) throw new Error("Germany is on record");
      await tx.save("participant", before, { ...before, role }, { action: "participant.changed" });
    });
  await becomes("OBSERVER");
  expect(await gaps("DE")).toEqual([]);
  await becomes("MEMBER");
  expect(await gaps("DE")).toEqual([1, 2, 3, 4, 5]);
});

test("with the first baseline, gaps are counted from it", async () => {
  await change(register.manager, (tx) =>
    tx.save(
      "baseline",
      null,
      { id: randomUUID(), name: "Paris", asOf: "2026-01-06T21:59:59.000Z", version: 1, createdAt: tx.at },
      {
        action: "baseline.named",
      },
    ),
  );
  const { rows } = await pool().query(
    "SELECT DISTINCT since::text FROM unresolved_item WHERE code = 'NO_PLEDGE'",
  );
  expect(rows).toEqual([{ since: "2026-01-06" }]);
});

test("a pledge and its approval, changed at the same moment, agree afterwards", async () => {
  const { manager, source } = register;
  const pledge = await change(manager, (tx) => logged(tx, source));
  const approval = await change(manager, (tx) =>
    tx.save(
      "approval",
      null,
      anApproval({ id: randomUUID(), serves: [pledge.reference], createdAt: tx.at }),
      {
        action: "approval.recorded",
      },
    ),
  );
  for (const status of ["TABLED", "UNKNOWN", "REJECTED", "SCHEDULED", "LAPSED", "APPROVED"] as const) {
    await Promise.all([
      change(manager, async (tx) => {
        const before = await tx.approvals.lock(approval.id);
        if (before) await tx.save("approval", before, { ...before, status }, { action: "approval.changed" });
      }),
      change(manager, (tx) =>
        changed(tx, pledge.reference, { owner: status === "TABLED" ? null : "a@b.example" }),
      ),
    ]);
    expect(await checkRegister()).toMatchObject({ differing: [], counters: [] });
  }
});

test("items that don't change aren't written again", async () => {
  const { manager, source } = register;
  const pledge = await change(manager, (tx) => logged(tx, source, { authorisedBy: null, nextAction: null }));
  const rows = async () =>
    (
      await pool().query<{ id: string; xmin: string }>(
        "SELECT id, xmin::text FROM unresolved_item WHERE reference = $1 ORDER BY id",
        [pledge.reference],
      )
    ).rows.map((row) => `${row.id} ${row.xmin}`);
  const before = await rows();
  expect(before.length).toBeGreaterThan(2);
  await change(manager, (tx) => changed(tx, pledge.reference, { title: "Another" }));
  expect(await rows()).toEqual(before);
});

test("after a change of the time zone the copy is what the rules say", async () => {
  await adoptSettings({ timeZone: "Pacific/Kiritimati", marking: "Exercise" });
  const check = await checkRegister();
  expect(check).toMatchObject({ differing: [], counters: [] });
  expect(check.items.length).toBeGreaterThan(10);
});

test("after a hundred changes at once the copy is what the rules say", async () => {
  const { manager, source } = register;
  const pledges = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      change(manager, (tx) => logged(tx, source, { priority: n % 2 === 0 ? 3 : 5 })),
    ),
  );
  const steps = [
    LAPSED,
    { stage: "PLEDGED", stageReason: null },
    { dueOn: "2026-01-01" },
    { contributions: [] },
    { nextAction: null },
  ] as const;
  await atOnce(100, (n) => {
    const pledge = pledges[(n * 7) % 10];
    const step = steps[(n * 3) % 5];
    return change(manager, (tx) => changed(tx, pledge?.reference ?? "", { ...step, contributions: [] }));
  });
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [] });
});

test("if a participant leaves and stays while its pledges change, the copy is what the rules say", async () => {
  const { manager, source } = register;
  const leaves = (leftOn: string | null) =>
    change(manager, async (tx) => {
      const before = await tx.participants.lock("FR");
      if (!before) throw new Error("France takes part");
      const after = { ...before, leftOn, leftReason: leftOn && "An election" };
      return tx.save("participant", before, after, { action: "participant.changed", reason: "An election" });
    });
  const { reference } = await change(manager, (tx) => logged(tx, source, { priority: 4 }));
  const days = ["2026-01-10", null, "2099-01-01", "2026-01-05"];
  await atOnce(24, (n): Promise<unknown> =>
    n % 3 === 0
      ? leaves(days[(n / 3) % 4] ?? null)
      : n % 3 === 1
        ? change(manager, (tx) => logged(tx, source, { priority: 4 }))
        : change(manager, (tx) =>
            changed(tx, reference, { dueOn: `2026-02-${String(n + 1).padStart(2, "0")}` }),
          ),
  );
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [] });
  await leaves("2026-01-05");
  const left = (await checkRegister()).items.filter(({ code }) => code === "PARTICIPANT_LEFT");
  expect(left.map(({ since }) => since)).toContain("2026-01-05");
  await change(manager, (tx) => logged(tx, source, { priority: 4 }));
  expect((await checkRegister()).items.filter(({ code }) => code === "PARTICIPANT_LEFT")).toHaveLength(
    left.length + 1,
  );
  await leaves(null);
  const check = await checkRegister();
  expect(check).toMatchObject({ differing: [], counters: [] });
  expect(check.items.filter(({ code }) => code === "PARTICIPANT_LEFT")).toEqual([]);
});

test("a register from before the counters gets them as changes would have made them", async () => {
  const migration = new URL(
    "../../prisma/migrations-before-1.0/20261126000300_counters/migration.sql",
    import.meta.url,
  );
  const statements = readFileSync(migration, "utf8").split(/;\n/);
  const inserts = statements.filter((statement) => statement.trimStart().startsWith("INSERT"));
  expect(inserts).toHaveLength(3);
  await register.app.query("DELETE FROM unresolved_by_code");
  await register.app.query("DELETE FROM unresolved_by_cell");
  await register.app.query("DELETE FROM pledge_by_stage");
  for (const insert of inserts) await register.app.query(insert);
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [] });
});

test("check:register names a counter that is wrong", async () => {
  await register.app.query(
    "UPDATE pledge_by_stage SET pledges = pledges + 1 WHERE stage = 'LAPSED' AND participant = 'FR'",
  );
  expect((await checkRegister()).counters.join()).toMatch(/not counted: .*LAPSED.*counted: /);
  await register.app.query(
    "UPDATE pledge_by_stage SET pledges = pledges - 1 WHERE stage = 'LAPSED' AND participant = 'FR'",
  );
  expect((await checkRegister()).counters).toEqual([]);
});

test("check:register names a position whose last number isn't the highest", async () => {
  const move = (by: number) =>
    register.app.query(
      "UPDATE reference_counter SET last = last + $1 WHERE participant = 'FR' AND priority = 3",
      [by],
    );
  await move(1);
  expect((await checkRegister()).cells).toEqual(["FR-3"]);
  await move(-1);
  expect((await checkRegister()).cells).toEqual([]);
});

test("check:register names a row that was tampered with", async () => {
  await register.app.query(
    "UPDATE unresolved_item SET since = since - 1 WHERE id = (SELECT min(id) FROM unresolved_item)",
  );
  await register.app.query("DELETE FROM unresolved_item WHERE id = (SELECT max(id) FROM unresolved_item)");
  const { differing } = await checkRegister();
  expect(differing).toHaveLength(2);
  expect(differing.join()).toMatch(/missing/);
  expect(differing.join()).toMatch(/kept .*since/);
});

async function gaps(participant: string): Promise<number[]> {
  const { rows } = await pool().query<{ priority: number }>(
    "SELECT priority FROM unresolved_item WHERE code = 'NO_PLEDGE' AND participant = $1 ORDER BY priority",
    [participant],
  );
  return rows.map((row) => row.priority);
}
