import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import type { Actor } from "@/lib/domain/people/actor";
import { lacking, maybeApproved, maybeReturned } from "@/lib/domain/proposals/checks";
import type { ProposalFilter } from "@/lib/domain/proposals/proposal";
import { reviewEvidence, type Review } from "@/lib/domain/proposals/review";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  addEvidence,
  changePledge,
  logPledge,
  retractEvidence,
  setStage,
} from "@/lib/pledges/pledges/commands";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { decideProposal } from "@/lib/review/proposals/commands";
import { loadReview } from "@/lib/review/proposals/queries";
import { approve, decided, done, proposed, sendBack } from "../../support/decisions";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let officer: Actor;
let manager: Actor;
let manager2: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, manager, manager2 } = register);
});
afterAll(() => register.close());

const ALL: ProposalFilter = {
  status: ["OPEN"],
  participant: [],
  priority: [],
  subject: [],
  after: null,
  limit: 20,
};
const review = async (who: Actor, id: string, filter = ALL): Promise<Review> =>
  value(await loadReview(who, id, filter, LATER));

const log = async (given: object = {}): Promise<PledgeDetails> =>
  value(await logPledge(officer, aSentPledge(given), LATER));
const held = ({ reference, version }: PledgeDetails) => ({ reference, ifMatch: version });
const step = (sheet: PledgeDetails, wish: object, by = officer) =>
  setStage(by, { ...held(sheet), ...stageInput.parse({ reason: "Signed.", ...wish }) }, LATER);
const edit = (sheet: PledgeDetails, changes: object, by = officer) =>
  changePledge(by, { ...held(sheet), changes: pledgeChanges.parse(changes), reason: "Said so." }, LATER);
const SIGNED = aSentPiece({ kind: "SIGNED_DOCUMENT" });

describe("the page", () => {
  test("offers exactly what a decision accepts, whatever happened in between", async () => {
    const cases: [what: string, who: Actor, between: (sheet: PledgeDetails) => Promise<unknown>][] = [
      ["nothing", manager, () => Promise.resolve()],
      ["another's edit", manager, (sheet) => edit(sheet, { nextAction: "Ask" })],
      ["own edit of what doesn't matter", manager, (sheet) => edit(sheet, { nextAction: "Ask" }, manager)],
      ["own edit of what matters", manager, (sheet) => edit(sheet, { windowStart: "2026-05-01" }, manager)],
      [
        "its evidence retracted",
        manager,
        ({ evidence }) => retractEvidence(officer, { id: evidence[1]?.id ?? "", reason: "A draft." }, LATER),
      ],
      ["an officer looks", officer, () => Promise.resolve()],
    ];
    for (const [what, who, between] of cases) {
      const before = value(
        await addEvidence(officer, { reference: (await log()).reference, evidence: SIGNED }, LATER),
      );
      const { id } = proposed(await step(before, { to: "COMMITTED" }));
      await between(before);
      const { checks, version } = await review(who, id);
      const approved = await decideProposal(who, { id, decision: "APPROVE", note: null, seen: version });
      expect([what, approved.ok]).toEqual([what, maybeApproved(checks)]);
      if (!approved.ok)
        expect([what, (await sendBack(who, { id })).ok]).toEqual([what, maybeReturned(checks)]);
    }
  });

  test("shows what has changed since, by whom, of the pledge and of the approvals it needs", async () => {
    const before = await log();
    const { id } = proposed(await step(before, { to: "COMMITTED", evidence: [SIGNED] }));
    done(await edit(before, { nextAction: "Ask" }, manager2));
    const approval = {
      participant: "FR",
      kind: "PARLIAMENT_VOTE",
      body: "Sénat",
      status: "REQUIRED",
      serves: [before.reference],
    };
    done(await recordApproval(officer, approvalInput.parse(approval)));
    const { since, checks, changes } = await review(manager, id);
    expect(
      since.map(({ actor, action, about, changes: [first] }) => [actor.name, action, about, first?.field]),
    ).toEqual([
      [officer.name, "approval.recorded", "Sénat", "participant"],
      [manager2.name, "pledge.changed", null, "nextAction"],
    ]);
    expect(checks.find(({ what }) => what === "unchanged")?.ok).toBe(false);
    expect(changes.map(({ field, from, to }) => [field, from, field === "stage" ? to : null])).toContainEqual(
      ["stage", "PLEDGED", "COMMITTED"],
    );
  });

  test("distinguishes new evidence, evidence that is cited, and the rest", async () => {
    const before = value(
      await addEvidence(officer, { reference: (await log()).reference, evidence: SIGNED }, LATER),
    );
    const [first, cited] = before.evidence.map((piece) => piece.id);
    const { id } = proposed(
      await step(before, { to: "COMMITTED", evidence: [cited, aSentPiece({ kind: "NOTE_VERBALE" })] }),
    );
    const { brought, cited: pointed, others } = reviewEvidence(await review(manager, id));
    expect(brought.map(({ kind }) => kind)).toEqual(["NOTE_VERBALE"]);
    expect(pointed.map((piece) => piece.id)).toEqual([cited]);
    expect(others.map((piece) => piece.id)).toEqual([first]);
  });

  test("shows what an approved proposal changed, also after a later change", async () => {
    const { id } = proposed(await step(await log(), { to: "COMMITTED", evidence: [SIGNED] }));
    value(await approve(manager, { id }));
    const { changes, subject } = await review(officer, id);
    expect(changes.map(({ field }) => field)).toEqual(["stage", "evidence.1"]);
    const sheet = { reference: subject.kind === "pledge" ? subject.pledge.reference : "", ifMatch: 2 };
    done(await changePledge(officer, { ...sheet, changes: pledgeChanges.parse({ title: "Other" }) }, LATER));
    expect((await review(officer, id)).changes).toEqual(changes);
  });

  test("shows what changes in an approval, and the pledges that it serves", async () => {
    const binding = await decided(manager, await step(await log(), { to: "COMMITTED", evidence: [SIGNED] }));
    const approval = {
      participant: "FR",
      kind: "PARLIAMENT_VOTE",
      body: "Sénat",
      serves: [binding.reference],
    };
    const recorded = done(
      await recordApproval(officer, approvalInput.parse({ ...approval, status: "TABLED" })),
    );
    const { reason, ...changes } = approvalChanges.parse({ status: "APPROVED", reason: "Voted." });
    const { id } = proposed(await changeApproval(officer, { id: recorded.id, ifMatch: 1, changes, reason }));
    const shown = await review(manager, id);
    expect(shown.changes).toEqual([{ field: "status", from: "TABLED", to: "APPROVED" }]);
    expect(shown.concerned).toEqual([
      { reference: binding.reference, title: binding.title, stage: "COMMITTED" },
    ]);
    value(await approve(manager2, { id }));
    expect((await review(manager, id)).changes).toEqual(shown.changes);
  });

  test("knows its neighbours in the view, also once it has left the view itself", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const sheet = await log({ participant: "DE", priority: 5 });
      ids.push(proposed(await step(sheet, { to: "COMMITTED", evidence: [SIGNED] })).id);
    }
    const [first = "", second = "", third = ""] = ids;
    const view = { ...ALL, participant: ["DE"] };
    expect((await review(manager, second, view)).neighbours).toEqual({
      previous: first,
      next: third,
      first,
      total: 3,
      capped: false,
    });
    value(await sendBack(manager, { id: second }));
    expect((await review(manager, second, view)).neighbours).toMatchObject({
      previous: first,
      next: third,
      total: 2,
    });
    expect((await review(manager, first, view)).neighbours).toMatchObject({ previous: null, first: third });
  });

  test("is refused to a person who may not read the register, and not found without a proposal", async () => {
    const { id } = proposed(await step(await log(), { to: "COMMITTED", evidence: [SIGNED] }));
    expect(refusalOf(await loadReview(register.admin, id, ALL, LATER))).toBe("role");
    for (const wrong of ["x", crypto.randomUUID()])
      expect(refusalOf(await loadReview(manager, wrong, ALL, LATER))).toBe("not-found");
    expect(lacking((await review(manager, id)).checks)).toEqual([]);
  });
});
