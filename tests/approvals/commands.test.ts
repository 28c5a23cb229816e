import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeApproval, recordApproval } from "@/lib/approvals/commands";
import { approvalChanges, approvalInput } from "@/lib/approvals/schema";
import type { Approval } from "@/lib/domain/approval";
import type { PledgeSheet } from "@/lib/domain/sheet";
import { confirmPledge, logPledge, setStage } from "@/lib/pledges/commands";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const sent = (change: object) =>
  approvalInput.parse({
    participant: "FR",
    kind: "PARLIAMENT_VOTE",
    body: "Parliament",
    status: "REQUIRED",
    ...change,
  });
const record = (change: object, by = register.officer) => recordApproval(by, sent(change), LATER);
const change = ({ id, version }: Approval, changes: object, by = register.officer, reason?: string) =>
  changeApproval(by, { id, ifMatch: version, changes: approvalChanges.parse(changes), reason }, LATER);
const log = async (change: object = {}): Promise<PledgeSheet> =>
  value(await logPledge(register.officer, aSentPledge(change), LATER));
const codesOf = async ({ reference }: PledgeSheet): Promise<string[]> =>
  value(await confirmPledge(register.officer, { reference }, LATER)).unresolved.map(({ code }) => code);

async function committed(): Promise<PledgeSheet> {
  const { reference } = await log({ evidence: [aSentPiece({ kind: "NOTE_VERBALE" })] });
  return value(
    await setStage(
      register.manager,
      { reference, ifMatch: 1, to: "COMMITTED", reason: "Signed", evidence: [] },
      LATER,
    ),
  );
}

describe("an approval", () => {
  test("serves several pledges of its participant, and changes what is open about each", async () => {
    const [one, other] = [await log(), await log()];
    const approval = value(await record({ serves: [other.reference, one.reference, one.reference] }));
    expect(approval.serves).toEqual([one.reference, other.reference]);
    expect(await codesOf(one)).toContain("APPROVAL_PENDING");

    const given = value(await change(approval, { status: "APPROVED", decidedOn: "2026-02-20" }));
    expect([await codesOf(one), await codesOf(other)].flat()).not.toContain("APPROVAL_PENDING");
    value(await change(given, { status: "UNKNOWN", serves: [one.reference] }));
    expect(await codesOf(one)).toContain("APPROVAL_UNKNOWN");
    expect(await codesOf(other)).not.toContain("APPROVAL_UNKNOWN");
  });

  test("can serve again what it had left", async () => {
    const pledge = await log();
    const approval = value(await record({ serves: [pledge.reference] }));
    const without = value(await change(approval, { serves: [] }));
    expect(value(await change(without, { serves: [pledge.reference] })).serves).toEqual([pledge.reference]);
  });

  test("becomes an outcome for a binding pledge by a manager's decision, with a reason", async () => {
    const binding = await committed();
    const approval = value(await record({ serves: [binding.reference] }));
    expect(refusalOf(await change(approval, { status: "APPROVED" }))).toBe("role");
    expect(refusalOf(await change(approval, { status: "APPROVED" }, register.manager))).toBe(
      "reason-missing",
    );
    expect(refusalOf(await change(approval, { status: "SCHEDULED" }))).toBe("ok");
    const scheduled = { ...approval, version: 2 };
    expect(value(await change(scheduled, { status: "APPROVED" }, register.manager, "Voted")).status).toBe(
      "APPROVED",
    );
    expect((await register.eventsOf(approval.id)).at(-1)?.reason).toBe("Voted");
  });

  test("isn't got round: what was required stays required, and an outcome stands, until a manager decides", async () => {
    const binding = await committed();
    const required = value(await record({ serves: [binding.reference] }));
    for (const round of [{ status: "NOT_REQUIRED" }, { serves: [] }]) {
      expect(refusalOf(await change(required, round))).toBe("role");
    }
    const given = value(await change(required, { status: "APPROVED" }, register.manager, "Voted"));
    for (const undone of [{ status: "UNKNOWN" }, { status: "REQUIRED" }, { serves: [] }]) {
      expect(refusalOf(await change(given, undone))).toBe("role");
      expect(refusalOf(await change(given, undone, register.manager))).toBe("reason-missing");
    }
    const unknown = value(await record({ status: "UNKNOWN", serves: [binding.reference] }));
    expect(value(await change(unknown, { status: "NOT_REQUIRED" })).status).toBe("NOT_REQUIRED");
  });

  test("isn't slipped under a binding pledge after its outcome either", async () => {
    const binding = await committed();
    expect(refusalOf(await record({ status: "APPROVED", serves: [binding.reference] }))).toBe("role");
    const approved = value(await record({ status: "APPROVED" }));
    expect(refusalOf(await change(approved, { serves: [binding.reference] }))).toBe("role");
    expect(refusalOf(await change(approved, { body: "Senate" }))).toBe("ok");
  });

  test("of a version that is gone is refused; a change of nothing is no event", async () => {
    const approval = value(await record({}));
    const before = await register.head();
    expect(value(await change(approval, { status: "REQUIRED" })).version).toBe(1);
    expect(await register.head()).toBe(before);
    expect(refusalOf(await change({ ...approval, version: 2 }, { status: "REQUIRED" }))).toBe("version");
  });

  test.each([
    ["a pledge that isn't there", { serves: ["FR-3-900"] }, "invalid, serves.0 unknown"],
    ["a pledge of another participant", { serves: ["SE-1-001"] }, "invalid, serves.0 another-participant"],
  ])("doesn't serve %s", async (_what, wrong, expected) => {
    await logPledge(register.officerNorth, aSentPledge({ participant: "SE", priority: 1 }), LATER);
    const before = await register.head();
    expect(refusalOf(await record(wrong))).toBe(expected);
    expect(refusalOf(await change(value(await record({})), wrong))).toBe(expected);
    expect(await register.head()).toBe(before + 1);
  });
});
