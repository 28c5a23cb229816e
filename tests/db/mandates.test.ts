// Items that end or begin with a mandate are stored beforehand: on each day, lists and counters show what the rules say.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chance, type Chance } from "@/bench/data/chance";
import { checkRegister } from "@/lib/db/derived/check";
import { findPledgeKeys } from "@/lib/db/queries/pledges/pledge-list";
import { countItems, countLacking, findItems } from "@/lib/db/queries/unresolved/unresolved";
import { plusDays, type Day } from "@/lib/domain/base/day";
import { APPROVAL_STATUSES, type Approval } from "@/lib/domain/pledge/approval";
import type { Limit } from "@/lib/domain/pledge/measure";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { aContribution, anApproval } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";
import { atOnce } from "@/tests/support/patient";
import { change, changed, expectOk, logged, openRegister, type TestRegister } from "./register";

const SEED = Number(process.env["SEED"] ?? 20261215);
const TODAY = "2026-02-25";

let register: TestRegister;
let pledges: string[];
let approvals: string[];

beforeAll(async () => {
  register = await openRegister();
  const { manager, source } = register;
  pledges = await change(manager, async (tx) => {
    const made: string[] = [];
    for (let n = 0; n < 6; n += 1) made.push((await logged(tx, source)).reference);
    return made;
  });
  approvals = await change(manager, async (tx) => {
    const made = [pledges.slice(0, 4), pledges.slice(2)].map((serves) =>
      anApproval({ id: randomUUID(), serves, createdAt: tx.at }),
    );
    for (const one of made) await tx.save("approval", null, one, { action: "approval.recorded" });
    return made.map(({ id }) => id);
  });
});
afterAll(() => register.close());

test("random mandates, allocations and conditions: the copy is what the rules say, today and on days ahead", async () => {
  const by = chance(SEED);
  for (let n = 0; n < cases(60); n += 1) {
    await aMove(by);
    if (n % 10 === 9) await agreesOnDays(`seed ${SEED}, move ${n}`);
  }
});

test("several random changes at the same moment leave the copy as the rules say", async () => {
  const by = chance(SEED + 1);
  for (let round = 0; round < cases(3); round += 1) {
    await atOnce(8, () => aMove(by));
    await agreesOnDays(`seed ${SEED + 1}, round ${round}`);
  }
});

test("a pledge has MANDATE_ENDING on its mandate's last day, and APPROVAL_REFUSED on the next", async () => {
  const { reference } = await change(register.manager, (tx) => logged(tx, register.source));
  const [approval = ""] = approvals;
  await setApproval(approval, {
    status: "APPROVED",
    validUntil: "2026-03-31",
    limits: null,
    serves: [reference],
  });
  const onDay = async (day: Day) =>
    expectOk(await itemsOn(day))
      .filter((row) => row.reference === reference)
      .map(({ code }) => code);
  expect(await onDay("2026-03-31")).toContain("MANDATE_ENDING");
  expect(await onDay("2026-03-31")).not.toContain("APPROVAL_REFUSED");
  expect(await onDay("2026-04-01")).toContain("APPROVAL_REFUSED");
  expect(await onDay("2026-04-01")).not.toContain("MANDATE_ENDING");
});

const people = (most: number): Limit => ({
  quantity: { kind: "UP_TO", min: 0, max: most, unit: "PERSON", asStated: null },
  money: null,
});

async function aMove(by: Chance): Promise<void> {
  const day = plusDays(TODAY, by.upTo(240) - 120);
  if (by.odds(0.5))
    return setApproval(by.of(approvals), {
      status: by.odds(0.6) ? "APPROVED" : by.of(APPROVAL_STATUSES),
      decidedOn: by.odds(0.5) ? plusDays(TODAY, -by.upTo(100)) : null,
      validUntil: by.odds(0.7) ? day : null,
      limits: by.odds(0.6) ? [people(by.upTo(900))] : null,
      serves: pledges.filter(() => by.odds(0.6)),
    });
  const quantity = { kind: "EXACT", unit: "PERSON", asStated: null } as const;
  const n = 1 + by.upTo(500);
  const leaves = approvals.map((approval) => ({ approval }));
  const condition = by.of([null, { all: leaves }, { any: leaves }, { not: leaves[0] ?? { approval: "" } }]);
  await change(register.manager, async (tx) =>
    changed(tx, by.of(pledges), {
      stage: by.of(OPEN_STAGES),
      stageSetOn: plusDays(TODAY, -by.upTo(60)),
      contributions: [aContribution({ id: randomUUID(), quantity: { ...quantity, min: n, max: n } })],
      condition,
      conditionSetOn: condition === null ? null : "2026-01-20",
    }),
  );
}

const setApproval = (id: string, fields: Partial<Approval>): Promise<void> =>
  change(register.manager, async (tx) => {
    const before = await tx.approvals.lock(id);
    if (!before) throw new Error("the approval is on record");
    await tx.pledges.lockMany([...new Set([...before.serves, ...(fields.serves ?? [])])].sort());
    await tx.save("approval", before, { ...before, ...fields }, { action: "approval.changed" });
  });

const DAYS = [-130, -61, -1, 0, 1, 30, 60, 61, 90, 121].map((days) => plusDays(TODAY, days));

/** On each day, lists, counters and filters agree with the stored items, which are those that the rules give. */
async function agreesOnDays(because: string): Promise<void> {
  const check = await checkRegister();
  expect(check, because).toMatchObject({ differing: [], counters: [], cells: [] });
  const everything = expectOk(parseUnresolvedFilter(new URLSearchParams({ limit: "200" })));
  for (const day of DAYS) {
    const rows = expectOk(await itemsOn(day));
    const counted = await countItems(everything, day);
    const total = counted
      .filter((group) => (COUNTED_CLASSES as readonly string[]).includes(group.class))
      .reduce((sum, { count }) => sum + count, 0);
    expect([day, total], because).toEqual([day, rows.length]);
    const lacking = new Set(rows.flatMap(({ reference }) => reference ?? []));
    expect([day, (await countLacking(day, OPEN_STAGES)).lacking], because).toEqual([day, lacking.size]);
    const filter = expectOk(parsePledgeFilter(new URLSearchParams({ class: COUNTED_CLASSES.join() })));
    expect([day, (await findPledgeKeys(filter, day)).length], because).toEqual([day, lacking.size]);
  }
}

async function itemsOn(day: Day) {
  const filter = parseUnresolvedFilter(new URLSearchParams({ limit: "200" }));
  if (!filter.ok) return filter;
  return { ok: true as const, value: (await findItems(filter.value, day)).map(({ row }) => row) };
}
