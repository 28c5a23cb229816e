import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadApproval } from "@/lib/pledges/approvals/queries";
import { confirmPledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { approve, decided, done, proposed, sendBack } from "@/tests/support/decisions";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

const SCHEDULED = { status: "SCHEDULED", scheduledFor: "2026-04-01" } as const;

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
const record = (change: object, by = register.officer) => recordApproval(by, sent(change));
const change = ({ id, version }: Approval, changes: object, by = register.officer, reason?: string) =>
  changeApproval(by, { id, ifMatch: version, changes: approvalChanges.parse(changes), reason });
const log = async (change: object = {}): Promise<PledgeDetails> =>
  value(await logPledge(register.officer, aSentPledge(change), LATER));
const codesOf = async ({ reference }: PledgeDetails): Promise<string[]> =>
  value(await confirmPledge(register.officer, { reference }, LATER)).unresolved.map(({ code }) => code);

async function committed(): Promise<PledgeDetails> {
  const { reference } = await log({ evidence: [aSentPiece({ kind: "NOTE_VERBALE" })] });
  const wish = { reference, ifMatch: 1, to: "COMMITTED" as const, reason: "Signed", evidence: [] };
  return decided(register.manager2, await setStage(register.manager, wish, LATER));
}

/** Proposed by the officer, approved by a manager: the approval as it then is. */
async function agreed(result: Awaited<ReturnType<typeof change>>): Promise<Approval> {
  const { id, subjectId } = proposed(result);
  value(await approve(register.manager, { id }));
  return value(await loadApproval(register.manager, subjectId, LATER));
}

describe("an approval", () => {
  test("serves several pledges of its participant, and changes the unresolved items of each", async () => {
    const [one, other] = [await log(), await log()];
    const approval = done(await record({ serves: [other.reference, one.reference, one.reference] }));
    expect(approval.serves).toEqual([one.reference, other.reference]);
    expect(await codesOf(one)).toContain("APPROVAL_PENDING");

    const given = done(await change(approval, { status: "APPROVED", decidedOn: "2026-02-20" }));
    expect([await codesOf(one), await codesOf(other)].flat()).not.toContain("APPROVAL_PENDING");
    done(await change(given, { status: "UNKNOWN", serves: [one.reference] }));
    expect(await codesOf(one)).toContain("APPROVAL_UNKNOWN");
    expect(await codesOf(other)).not.toContain("APPROVAL_UNKNOWN");
  });

  test("can serve a pledge again that it no longer served", async () => {
    const pledge = await log();
    const approval = done(await record({ serves: [pledge.reference] }));
    const without = done(await change(approval, { serves: [] }));
    expect(done(await change(without, { serves: [pledge.reference] })).serves).toEqual([pledge.reference]);
  });

  test("gets an outcome for a binding pledge only by decision, with a reason", async () => {
    const binding = await committed();
    const approval = done(await record({ serves: [binding.reference] }));
    for (const by of [register.officer, register.manager])
      expect(refusalOf(await change(approval, { status: "APPROVED" }, by))).toBe("reason-missing");
    const scheduled = done(await change(approval, SCHEDULED));
    const voted = await agreed(await change(scheduled, { status: "APPROVED" }, register.officer, "Voted"));
    expect(voted).toMatchObject({ status: "APPROVED", version: 3 });
    expect((await register.eventsOf(approval.id)).at(-1)).toEqual({
      action: "approval.changed",
      reason: "Voted",
      actor: register.manager.name,
    });
  });

  test("with an outcome for a binding pledge isn't on record until someone else agrees", async () => {
    const binding = await committed();
    const given = { status: "APPROVED", serves: [binding.reference] };
    expect(refusalOf(await record(given))).toBe("reason-missing");
    const waiting = await record({ ...given, reason: "Voted" });
    expect(refusalOf(await loadApproval(register.officer, proposed(waiting).subjectId, LATER))).toBe(
      "not-found",
    );
    expect(await agreed(waiting)).toMatchObject({ ...given, version: 1 });
    expect(await codesOf(binding)).not.toContain("APPROVAL_PENDING");
  });

  test("fixed and resubmitted replaces the proposal that was sent back, once", async () => {
    const binding = await committed();
    const given = { status: "APPROVED", serves: [binding.reference], reason: "Voted" };
    const older = proposed(await record(given));
    expect(refusalOf(await record({ ...given, replaces: older.id }))).toBe("invalid, replaces unknown");
    value(await sendBack(register.manager, older, "Which day?"));
    const mended = { ...given, decidedOn: "2026-02-20", replaces: older.id };
    const waiting = await record(mended);
    expect(proposed(waiting).subjectId).toBe(older.subjectId);
    expect((await register.eventsOf(older.id)).at(-1)?.action).toBe("proposal.replaced");
    expect(refusalOf(await record(mended))).toBe("invalid, replaces unknown");
    expect(await agreed(waiting)).toMatchObject({ decidedOn: "2026-02-20", version: 1 });

    const another = proposed(await record(given));
    value(await sendBack(register.manager, another, "Not yet"));
    const scheduled = { ...SCHEDULED, serves: [binding.reference], replaces: another.id };
    expect(done(await record(scheduled)).id).toBe(another.subjectId);
    expect((await register.eventsOf(another.id)).at(-1)?.action).toBe("proposal.replaced");
  });

  const ROUNDS: [string, Partial<Approval>, object][] = [
    ["what was required isn't any more", { status: "REQUIRED" }, { status: "NOT_REQUIRED" }],
    ["what was required is unknown, to be done without later", SCHEDULED, { status: "UNKNOWN" }],
    ["what was required serves others", { status: "TABLED" }, { serves: [] }],
    ["what lapsed isn't required", { status: "LAPSED" }, { status: "UNKNOWN" }],
    ["an outcome is undone", { status: "APPROVED" }, { status: "REQUIRED" }],
    ["an outcome is unknown", { status: "REJECTED" }, { status: "UNKNOWN" }],
    ["an outcome is taken off", { status: "APPROVED" }, { serves: [] }],
    ["an outcome is another body's", { status: "APPROVED" }, { body: "Senate" }],
    ["an outcome is of another kind", { status: "APPROVED" }, { kind: "RATIFICATION" }],
    ["an outcome is about something else", { status: "REJECTED" }, { subject: "Trucks" }],
  ];
  test.each(ROUNDS)("can't be circumvented: %s only by decision", async (_what, standing, round) => {
    const binding = await committed();
    const outcome = await record({ ...standing, serves: [binding.reference], reason: "Voted" });
    const approval = outcome.ok && outcome.value.proposal ? await agreed(outcome) : done(outcome);
    for (const by of [register.officer, register.manager])
      expect(refusalOf(await change(approval, round, by))).toBe("reason-missing");
    expect(await agreed(await change(approval, round, register.officer, "So"))).toMatchObject(round);
  });

  test("can be changed by an officer alone if nothing was known, or nothing material changes", async () => {
    const binding = await committed();
    const unknown = done(await record({ status: "UNKNOWN", serves: [binding.reference] }));
    expect(done(await change(unknown, { status: "NOT_REQUIRED" })).status).toBe("NOT_REQUIRED");
    const required = done(await record({ serves: [binding.reference] }));
    expect(done(await change(required, { body: "Senate", scheduledFor: "2026-04-01" })).body).toBe("Senate");
  });

  test("can't serve a binding pledge after its outcome without a decision either", async () => {
    const binding = await committed();
    const approved = done(await record({ status: "APPROVED" }));
    expect(refusalOf(await change(approved, { serves: [binding.reference] }))).toBe("reason-missing");
    expect(refusalOf(await change(approved, { body: "Senate" }))).toBe("ok");
  });

  test("in another version can't be changed, and a change of nothing makes no event", async () => {
    const approval = done(await record({}));
    const before = await register.head();
    expect(done(await change(approval, { status: "REQUIRED" })).version).toBe(1);
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
    expect(refusalOf(await change(done(await record({})), wrong))).toBe(expected);
    expect(await register.head()).toBe(before + 1);
  });

  test("with a status or an outcome dated ahead is refused; a day that stays as it was is not", async () => {
    const ahead = { status: "REJECTED", statusSince: "2199-01-01", decidedOn: "2199-01-01" };
    const expected = "invalid, statusSince in-future, decidedOn in-future";
    expect(refusalOf(await record(ahead))).toBe(expected);
    const approval = done(await record({ scheduledFor: "2199-01-01" }));
    expect(refusalOf(await change(approval, ahead))).toBe(expected);
  });

  test("is scheduled on a day, and a mandate doesn't end before it is decided", async () => {
    const noDay = { status: "SCHEDULED", scheduledFor: null };
    expect(refusalOf(await record(noDay))).toBe("invalid, scheduledFor required");
    const approval = done(await record({ scheduledFor: null }));
    expect(refusalOf(await change(approval, { status: "SCHEDULED" }))).toBe("invalid, scheduledFor required");
    const turned = { status: "APPROVED", decidedOn: "2026-02-01", validUntil: "2026-01-01" };
    expect(refusalOf(await record(turned))).toBe("invalid, validUntil before-decision");
    const given = done(await change(approval, { ...turned, decidedOn: "2026-01-01" }));
    expect(refusalOf(await change(given, { decidedOn: "2026-01-02" }))).toBe(
      "invalid, validUntil before-decision",
    );
    // Not a mandate: the end that another decision had is no contradiction.
    done(await change(given, { status: "REJECTED", decidedOn: "2026-02-01" }));
  });
});
