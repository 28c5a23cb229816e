import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import {
  decided,
  wasInvolved,
  mayWithdraw,
  propose,
  PROPOSAL_STATUSES,
  replaced,
  isUndecided,
  whyNotDecide,
  withdrawn,
  type KnownProposal,
  type Proposal,
  type ProposalStatus,
} from "@/lib/domain/proposals/proposal";
import type { Result } from "@/lib/domain/base/result";
import {
  admin,
  aProposal,
  auditor,
  everyone,
  manager,
  manager2,
  NOW,
  officer,
  officerNorth,
} from "../../support/cast";

const codeOf = (result: Result<unknown> | null): string =>
  result === null || result.ok ? "ok" : result.refusal.code;
const { id, subject, subjectId, reference, participant, priority, wish, basedOn } = aProposal();
const wished = {
  id,
  subject,
  subjectId,
  reference,
  participant,
  priority,
  wish,
  basedOn,
  concerns: ["FR-3-002", "FR-3-001", "FR-3-001"],
};

describe("proposing", () => {
  const by = (actor: Actor, reason: string | null = "Signed", standing: Proposal | null = null) =>
    propose(actor, wished, reason, standing, NOW);

  test.each([
    [officer, "ok"],
    [manager, "ok"],
    [officerNorth, "another-desk"],
    [auditor, "role"],
    [admin, "role"],
  ])("$name: %s", (actor, expected) => {
    expect(codeOf(by(actor))).toBe(expected);
  });

  test("takes a reason, and records who proposes what, based on which version", () => {
    expect(codeOf(by(officer, null))).toBe("reason-missing");
    expect(codeOf(by(officer, ""))).toBe("reason-missing");
    const made = by(officer);
    expect(made.ok && made.value).toMatchObject({
      status: "OPEN",
      proposerId: officer.id,
      reason: "Signed",
      basedOn,
      wish,
      concerns: ["FR-3-001", "FR-3-002"],
      deciderId: null,
      decidedAt: null,
    });
  });

  test("is refused while another is open, and replaces one that was sent back", () => {
    expect(codeOf(by(officer, "Signed", aProposal()))).toBe("proposal-open");
    const returned = aProposal({ status: "RETURNED", deciderId: manager.id, note: "No", decidedAt: NOW });
    expect(codeOf(by(officer, "Signed", returned))).toBe("ok");
    expect(replaced(returned)).toEqual({ ...returned, status: "REPLACED" });
  });
});

describe("deciding", () => {
  const approve = (actor: Actor, proposal: KnownProposal = aProposal(), changed: string[] = []) =>
    decided(actor, proposal, { decision: "APPROVE", note: null }, changed, NOW);
  const sendBack = (actor: Actor, note: string | null, changed: string[] = []) =>
    decided(actor, aProposal(), { decision: "RETURN", note }, changed, NOW);

  test("is for managers only", () => {
    for (const actor of [officer, officerNorth, auditor, admin]) expect(codeOf(approve(actor))).toBe("role");
    const approved = approve(manager);
    expect(approved.ok && approved.value).toMatchObject({
      status: "APPROVED",
      deciderId: manager.id,
      decidedAt: NOW,
    });
  });

  test("is never for the proposer, whatever their role is now", () => {
    const own = aProposal({ proposerId: manager.id });
    expect(codeOf(approve(manager, own))).toBe("own-proposal");
    expect(codeOf(approve({ ...officer, role: "MANAGER" }, aProposal()))).toBe("own-proposal");
    expect(codeOf(approve(manager2, own))).toBe("ok");
  });

  test("needs a note to send a proposal back", () => {
    expect(codeOf(sendBack(manager, null))).toBe("reason-missing");
    expect(codeOf(sendBack(manager, ""))).toBe("reason-missing");
    const returned = sendBack(manager, "Which brigade?");
    expect(returned.ok && returned.value).toMatchObject({ status: "RETURNED", note: "Which brigade?" });
  });

  test.each([
    ["pledge.stage", true],
    ["pledge.suspendedFrom", true],
    ["pledge.windowStart", true],
    ["pledge.windowEnd", true],
    ["pledge.contributions", true],
    ["pledge.condition", true],
    ["pledge.jointWith", true],
    ["pledge.onBehalfOf", true],
    ["pledge.evidence", true],
    ["pledge.voided", true],
    ["approval.status", true],
    ["approval.body", true],
    ["pledge.title", false],
    ["pledge.owner", false],
    ["pledge.lastConfirmedOn", false],
    ["pledge.nextAction", false],
  ])("someone who has changed %s since is involved: %s", (field, isHand) => {
    expect(wasInvolved([field])).toBe(isHand);
    expect(approve(manager, aProposal(), [field])).toMatchObject(
      isHand ? { refusal: { code: "own-proposal", params: { because: "changed" } } } : { ok: true },
    );
    expect(codeOf(sendBack(manager, "No", [field]))).toBe("ok");
  });

  test.each<[ProposalStatus, string]>([
    ["APPROVED", "Second"],
    ["RETURNED", "Second"],
    ["WITHDRAWN", "Officer"],
    ["REPLACED", ""],
  ])("comes too late for one that is %s, and learns by whom, when and with which note", (status, by) => {
    const closed = aProposal({
      status,
      deciderId: manager2.id,
      decidedBy: "Second",
      decidedAt: "2026-02-21T08:00:00.000Z",
      note: "Seen",
      updatedAt: NOW,
      proposedBy: { name: "Officer", email: officer.email },
    });
    const isDecision = status === "APPROVED" || status === "RETURNED";
    const told = { at: isDecision ? "2026-02-21T08:00:00.000Z" : NOW, note: isDecision ? "Seen" : null };
    expect(approve(manager, closed)).toMatchObject({
      refusal: { code: "proposal-closed", params: { status, by }, closed: { status, by, ...told } },
    });
  });
});

describe("withdrawing", () => {
  test("is for the proposer only, while they keep records and it is undecided", () => {
    const may = (proposal: KnownProposal) =>
      everyone.filter((actor) => mayWithdraw(actor, proposal)).map(({ name }) => name);
    expect(may(aProposal())).toEqual(["officer"]);
    expect(may(aProposal({ proposerId: manager.id }))).toEqual(["manager"]);
    expect(may(aProposal({ proposerId: auditor.id }))).toEqual([]);
    for (const status of PROPOSAL_STATUSES)
      expect(may(aProposal({ status }))).toEqual(
        status === "OPEN" || status === "RETURNED" ? ["officer"] : [],
      );
  });
});

describe("laws", () => {
  const anyStatus = fc.constantFrom(...PROPOSAL_STATUSES);
  const anyone = fc.constantFrom(...everyone, manager2);
  const anyKnown = fc
    .record({ status: anyStatus, proposer: anyone })
    .map(({ status, proposer }) => aProposal({ status, proposerId: proposer.id }));
  const anyFields = fc.subarray(["pledge.title", "pledge.contributions", "approval.status", "pledge.owner"]);

  test("only a manager other than the proposer decides, and only on an open proposal", () => {
    fc.assert(
      fc.property(anyone, anyKnown, anyFields, fc.boolean(), (actor, proposal, changed, approves) => {
        const decision = approves ? ("APPROVE" as const) : ("RETURN" as const);
        const after = decided(actor, proposal, { decision, note: "Seen" }, changed, NOW);
        const fair =
          actor.role === "MANAGER" && actor.id !== proposal.proposerId && proposal.status === "OPEN";
        expect(after.ok).toBe(fair && !(approves && wasInvolved(changed)));
        expect(whyNotDecide(actor, proposal, false) === null).toBe(fair);
        if (after.ok) expect(after.value.deciderId).not.toBe(after.value.proposerId);
      }),
    );
  });

  test("a closed proposal stays closed, and closing one changes nothing else in it", () => {
    fc.assert(
      fc.property(anyone, anyKnown, (actor, proposal) => {
        for (const after of [
          decided(actor, proposal, { decision: "RETURN", note: "No" }, [], NOW),
          withdrawn(actor, proposal),
        ]) {
          if (!after.ok) continue;
          expect(isUndecided(proposal)).toBe(true);
          const { status: _status, deciderId: _decider, decidedAt: _at, note: _note, ...kept } = after.value;
          expect(proposal).toMatchObject(kept);
        }
      }),
    );
  });
});
