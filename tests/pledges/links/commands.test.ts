// Joint promises on the real database: claimed by one desk, answered by another; counted in each row, and once in all.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { loadInbox } from "@/lib/inbox/inbox/queries";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { recordParticipant } from "@/lib/people/participants/commands";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalInput } from "@/lib/pledges/approvals/schema";
import { changePledge, logPledge, setStage, voidPledge } from "@/lib/pledges/pledges/commands";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { answerLink } from "@/lib/pledges/pledges/links";
import { loadClaimsOnDesk, loadPledge, loadPledges } from "@/lib/pledges/pledges/queries";
import { decideProposal } from "@/lib/review/proposals/commands";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";
import { france } from "../../support/cast";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const unread = async (who: Actor) => {
  const filter = value(noticeQuery.parse(new URLSearchParams("show=unread")));
  const { items } = value(await loadInbox(who, filter));
  return items.map(({ kind, action }) => `${kind} ${action}`);
};
const cellOf = async (participant: string, priority: number) => {
  const { cells } = value(await loadCoverage(register.auditor, LATER));
  const cell = cells.find((one) => one.participant === participant && one.priority === priority);
  return [cell?.position, cell?.pledges, cell?.onBehalf, cell?.claimed, cell?.unresolved];
};
const listed = async (query: string) => {
  const filter = value(parsePledgeFilter(new URLSearchParams(query)));
  return value(await loadPledges(register.auditor, filter, LATER)).items.map(({ reference }) => reference);
};
const answer = (who: Actor, reference: string, does: "confirm" | "decline", reason: string | null = null) =>
  answerLink(who, { reference, ifMatch: null, participant: "SE", does, reason }, LATER);
const agreed = async () => {
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [], leaves: [] });
  expect(await verifyRegister()).toMatchObject({ intact: true });
};

test("a claim is shown, but counts only once the other desk confirms it", async () => {
  const { officer, officerNorth, manager } = register;
  const logged = value(await logPledge(officer, aSentPledge({ jointWith: ["SE", "DE"] }), LATER));
  const { reference } = logged;
  expect(logged.jointWith.map(({ participant, state }) => `${participant} ${state}`)).toEqual([
    "DE CONFIRMED",
    "SE CLAIMED",
  ]);
  expect(await cellOf("DE", 3)).toEqual(["OPEN", 1, 0, 0, 0]);
  expect(await cellOf("SE", 3)).toEqual(["NONE", 0, 0, 1, 1]);
  expect([await listed("participant=SE"), await listed("named=SE")]).toEqual([[], [reference]]);
  expect(await unread(officerNorth)).toEqual(["TO_DECIDE pledge.logged"]);
  expect(await loadClaimsOnDesk(officerNorth)).toMatchObject([
    { reference, participant: "FR", linked: "SE", field: "jointWith" },
  ]);
  expect(await loadClaimsOnDesk(officer)).toEqual([]);
  expect(refusalOf(await answer(officer, reference, "confirm"))).toBe("another-desk");
  expect(refusalOf(await answer(officerNorth, reference, "decline"))).toBe("reason-missing");
  await agreed();

  value(await answer(officerNorth, reference, "confirm"));
  expect(await cellOf("SE", 3)).toEqual(["OPEN", 1, 0, 0, 0]);
  expect([await listed("participant=SE"), await listed("named=SE")]).toEqual([[reference], []]);
  expect(await listed("participant=SE,FR,DE")).toEqual([reference]);
  expect(value(await loadFigures(manager, LATER)).pledges).toBe(1);
  expect(await unread(officer)).toEqual(["DECISION pledge.link-confirmed"]);
  expect(await unread(officerNorth)).toEqual([]);
  expect(refusalOf(await answer(officerNorth, reference, "confirm"))).toBe("no-such-step");
  await agreed();

  // Each party records its own approvals of what it promises, and nobody else's.
  const approval = (participant: string) =>
    approvalInput.parse({
      participant,
      kind: "PARLIAMENT_VOTE",
      body: "Parliament",
      status: "REQUIRED",
      serves: [reference],
    });
  expect(refusalOf(await recordApproval(officer, approval("SE")))).toBe("another-desk");
  expect(refusalOf(await recordApproval(manager, approval("US")))).toBe(
    "invalid, serves.0 another-participant",
  );
  const { done } = value(await recordApproval(officerNorth, approval("SE")));

  const { version } = value(await loadPledge(officer, reference, LATER));
  value(await changePledge(officer, { reference, ifMatch: version, changes: { jointWith: ["DE"] } }, LATER));
  expect(await cellOf("SE", 3)).toEqual(["NONE", 0, 0, 0, 1]);
  // It stays with the pledge until someone removes it.
  const change = { id: done?.id ?? "", ifMatch: done?.version ?? 0, changes: { terms: "With a report" } };
  expect(value(await changeApproval(officerNorth, change)).done?.serves).toEqual([reference]);
  await agreed();
});

test("a pledge on another's behalf is shown, but is no position; a claim can be declined", async () => {
  const { officer, officerNorth, manager } = register;
  const { reference } = value(
    await logPledge(officer, aSentPledge({ priority: 2, onBehalfOf: ["SE"] }), LATER),
  );
  expect(await cellOf("SE", 2)).toEqual(["NONE", 0, 0, 1, 1]);
  value(await answer(officerNorth, reference, "decline", "We spoke for ourselves."));
  expect(await cellOf("SE", 2)).toEqual(["NONE", 0, 0, 0, 1]);
  const { reference: other } = value(
    await logPledge(manager, aSentPledge({ priority: 2, onBehalfOf: ["SE"] }), LATER),
  );
  expect(await cellOf("SE", 2)).toEqual(["NONE", 0, 1, 0, 1]);
  expect(await listed("named=SE&priority=2")).toEqual([other]);
  await agreed();
});

test("a participant can't be named twice, or by itself, or if it isn't on record", async () => {
  const { officer } = register;
  const log = async (more: object) => refusalOf(await logPledge(officer, aSentPledge(more), LATER));
  expect(await log({ jointWith: ["FR"] })).toBe("invalid, jointWith.0 own-participant");
  expect(await log({ jointWith: ["XX"] })).toBe("invalid, jointWith.0 unknown");
  expect(await log({ jointWith: ["SE"], onBehalfOf: ["SE"] })).toMatch(/^invalid, jointWith.0 twice/);
});

test("from COMMITTED on, a claim is made at once, but a link confirmed at once is proposed", async () => {
  const { officer, manager, manager2 } = register;
  const evidence = [aSentPiece({ kind: "SIGNED_DOCUMENT" })];
  const { reference, version } = value(
    await logPledge(officer, aSentPledge({ priority: 4, evidence }), LATER),
  );
  const step = { reference, ifMatch: version, to: "COMMITTED" as const, evidence: [], reason: "Signed" };
  const proposed = value(await setStage(officer, step, LATER)).proposal;
  value(await decideProposal(manager, { id: proposed?.id ?? "", decision: "APPROVE", note: null }));
  const change = async (who: Actor, jointWith: string[], reason?: string) => {
    const { version: ifMatch } = value(await loadPledge(officer, reference, LATER));
    return value(await changePledge(who, { reference, ifMatch, changes: { jointWith }, reason }, LATER))
      .proposal;
  };
  expect(await change(officer, ["SE"])).toBeNull();
  const asked = await change(manager, ["SE", "DE"], "Germany said so");
  expect(asked).not.toBeNull();
  // Confirmed meanwhile: the proposal doesn't take it back.
  value(await answer(register.officerNorth, reference, "confirm"));
  const { version: seen } = value(await loadPledge(officer, reference, LATER));
  value(await decideProposal(manager2, { id: asked?.id ?? "", decision: "APPROVE", note: null, seen }));
  const { jointWith } = value(await loadPledge(officer, reference, LATER));
  expect(jointWith.map(({ participant, state }) => `${participant} ${state}`)).toEqual([
    "DE CONFIRMED",
    "SE CONFIRMED",
  ]);
  expect(await change(officer, ["DE"], "Not Sweden")).not.toBeNull();
  await agreed();
});

test("a claim's notice no longer counts as unread once nothing waits for its reader", async () => {
  const { officer, manager, manager2, admin } = register;
  const { kind, role, names, joinedOn } = france;
  for (const code of ["PL", "UA"])
    value(await recordParticipant(admin, { code, kind, role, names, joinedOn }));
  const both = await register.open("both", "OFFICER", ["PL", "UA"]);
  const log = () => logPledge(officer, aSentPledge({ priority: 1, jointWith: ["PL", "SE", "UA"] }), LATER);
  const { reference } = value(await log());
  const confirm = async (participant: string) =>
    value(
      await answerLink(
        manager,
        { reference, ifMatch: null, participant, does: "confirm", reason: null },
        LATER,
      ),
    );
  expect(await unread(both)).toEqual(["TO_DECIDE pledge.logged"]);
  await confirm("PL");
  expect(await unread(both)).toEqual(["TO_DECIDE pledge.logged"]);
  expect(await unread(register.officerNorth)).toEqual(["TO_DECIDE pledge.logged"]);
  const { version } = value(await loadPledge(officer, reference, LATER));
  value(
    await changePledge(officer, { reference, ifMatch: version, changes: { jointWith: ["PL", "SE"] } }, LATER),
  );
  expect(await unread(both)).toEqual([]);
  expect(await unread(register.officerNorth)).toEqual(["TO_DECIDE pledge.logged"]);

  const { reference: voided } = value(
    await logPledge(officer, aSentPledge({ priority: 1, jointWith: ["US"] }), LATER),
  );
  expect(await unread(manager2)).toContain("TO_DECIDE pledge.logged");
  const { version: ifMatch } = value(await loadPledge(officer, voided, LATER));
  value(await voidPledge(manager, { reference: voided, ifMatch, reason: "Logged twice" }, LATER));
  expect(await unread(manager2)).not.toContain("TO_DECIDE pledge.logged");
});
