import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import { MOST_EVIDENCE } from "@/lib/domain/pledge/evidence";
import { whyNotFulfil } from "@/lib/domain/proposals/fulfilment";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { STAGES } from "@/lib/domain/pledge/stages";
import {
  proposedFieldChanges,
  contentDifference,
  applyProposal,
  applyApprovalProposal,
  withProposedContent,
  type ProposedPledgeChange,
  type ProposedStageChange,
} from "@/lib/domain/proposals/proposed-change";
import { anyPiece, anyPledge } from "../../support/any/arbitrary";
import { aContribution, anApproval, aPiece, aPledge, aProposal, KYIV, NOW, TODAY } from "../../support/cast";

const when = { reason: "As agreed", at: NOW, today: TODAY };
const toStage = (change: Partial<ProposedStageChange> = {}): ProposedStageChange => ({
  do: "stage",
  to: "COMMITTED",
  successor: null,
  changes: {},
  evidence: [],
  cites: [],
  ...change,
});

describe("a pledge with a proposal applied", () => {
  test("has another stage, the evidence as recorded at that moment, and the changed fields", () => {
    const piece = aPiece("NOTE_VERBALE", { recordedAt: "2026-02-01T08:00:00.000Z" });
    const after = applyProposal(
      aPledge(),
      toStage({ evidence: [piece], changes: { summary: "In writing" } }),
      when,
    );
    expect(after).toMatchObject({
      stage: "COMMITTED",
      stageSetOn: TODAY,
      summary: "In writing",
      stageReason: null,
    });
    expect(after.evidence.at(-1)).toEqual({ ...piece, recordedAt: NOW });
  });
  test("is superseded with a reason, suspended, or resumed", () => {
    const newer = toStage({ to: "SUPERSEDED", successor: "FR-3-002" });
    expect(applyProposal(aPledge(), newer, when)).toMatchObject({
      supersededBy: "FR-3-002",
      stageReason: "As agreed",
    });
    const paused = applyProposal(aPledge({ stage: "COMMITTED" }), toStage({ to: "SUSPENDED" }), when);
    expect(paused).toMatchObject({ stage: "SUSPENDED", suspendedFrom: "COMMITTED" });
    expect(applyProposal(paused, toStage(), when)).toMatchObject({ stage: "COMMITTED", suspendedFrom: null });
  });
  test("is void, and otherwise as it was", () => {
    const pledge = aPledge();
    expect(applyProposal(pledge, { do: "void" }, when)).toEqual({
      ...pledge,
      voided: { at: NOW, reason: "As agreed" },
    });
  });
});

describe("an approval with a proposal applied", () => {
  const { id, version: _version, createdAt: _created, updatedAt: _updated, ...content } = anApproval();

  test("is new, under the id that the proposal gave it, and never recorded twice", () => {
    const wish = { do: "record-approval" as const, approval: content };
    expect(applyApprovalProposal(null, wish, { id, at: NOW })).toMatchObject({ id, ...content, version: 1 });
    expect(applyApprovalProposal(anApproval(), wish, { id, at: NOW })).toBeNull();
  });
  test("is changed only as proposed, if it exists", () => {
    const wish = { do: "change-approval" as const, changes: { status: "APPROVED" as const } };
    const renamed = anApproval({ body: "Senate" });
    expect(applyApprovalProposal(renamed, wish, { id, at: NOW })).toEqual({ ...renamed, status: "APPROVED" });
    expect(applyApprovalProposal(null, wish, { id, at: NOW })).toBeNull();
  });
});

describe("whether a proposal can be fulfilled", () => {
  const context = { ...NO_STAGE_FACTS, owner: null, today: TODAY, timeZone: KYIV, at: NOW };
  const why = (pledge: Pledge, wish: ProposedPledgeChange, change: Partial<typeof context> = {}) => {
    const subject = { kind: "pledge" as const, pledge, successor: null, wish };
    const no = whyNotFulfil(aProposal(), subject, { ...context, ...change });
    return no === null || no.ok
      ? "ok"
      : [no.refusal.code, no.refusal.errors?.[0]?.path].filter(Boolean).join(" ");
  };
  const voided = { at: NOW, reason: "Twice" };

  test.each<[string, Pledge, ProposedPledgeChange, string]>([
    ["a step whose bars are met", aPledge(), toStage(), "ok"],
    ["one that was taken meanwhile", aPledge({ stage: "COMMITTED" }), toStage(), "already-there"],
    ["one from where the pledge ended meanwhile", aPledge({ stage: "WITHDRAWN" }), toStage(), "no-such-step"],
    ["of a pledge made void meanwhile", aPledge({ voided }), toStage(), "no-such-step"],
    ["voiding it twice", aPledge({ voided }), { do: "void" }, "no-such-step"],
    [
      "a step whose evidence was lost",
      aPledge({ evidence: [aPiece("INTERVIEW")] }),
      toStage(),
      "evidence-missing",
    ],
    [
      "a step on the evidence it brings",
      aPledge({ evidence: [] }),
      toStage({ evidence: [aPiece("NOTE_VERBALE")] }),
      "ok",
    ],
    [
      "a window whose other end moved",
      aPledge({ windowStart: "2026-06-01" }),
      { do: "change", changes: { windowEnd: "2026-05-01" } },
      "invalid windowEnd",
    ],
    [
      "an owner nobody knows any more",
      aPledge(),
      { do: "change", changes: { owner: "gone@register.example" } },
      "invalid owner",
    ],
    [
      "more evidence than a pledge may hold",
      aPledge({ evidence: Array.from({ length: MOST_EVIDENCE }, () => aPiece("NOTE_VERBALE")) }),
      toStage({ evidence: [aPiece("NOTE_VERBALE")] }),
      "invalid evidence",
    ],
  ])("%s", (_what, pledge, wish, expected) => {
    expect(why(pledge, wish)).toBe(expected);
  });
});

describe("laws", () => {
  const anyStep = fc
    .record({ to: fc.constantFrom(...STAGES), evidence: fc.array(anyPiece, { maxLength: 3 }) })
    .map(toStage);

  test("proposed evidence is added once, and none is removed", () => {
    fc.assert(
      fc.property(anyPledge, anyStep, (pledge, wish) => {
        const once = withProposedContent(pledge, wish, NOW);
        expect(withProposedContent(once, wish, NOW)).toEqual(once);
        expect(once.evidence.slice(0, pledge.evidence.length)).toEqual(pledge.evidence);
      }),
    );
  });

  test("the difference of two contents, applied to one, gives the other", () => {
    fc.assert(
      fc.property(anyPledge, anyPledge, (one, other) => {
        const { evidence: _evidence, ...content } = one;
        const changes = contentDifference(content, other);
        expect(contentDifference({ ...content, ...changes }, other)).toEqual({});
        expect(contentDifference(content, content)).toEqual({});
      }),
    );
  });

  test("a line sent with its keys in another order is no change", () => {
    const { id, ...line } = aContribution();
    const turned = { ...Object.fromEntries(Object.entries(line).reverse()), id } as unknown as typeof line & {
      id: string;
    };
    expect(contentDifference(aPledge(), aPledge({ contributions: [turned] }))).toEqual({});
  });

  test("all that is proposed is listed, and nothing else", () => {
    const piece = aPiece("NOTE_VERBALE");
    const wish = toStage({
      to: "SUPERSEDED",
      successor: "FR-3-002",
      changes: { summary: null },
      evidence: [piece],
    });
    expect(proposedFieldChanges(wish).map(({ field }) => field)).toEqual([
      "stage",
      "supersededBy",
      "summary",
      "evidence.0",
    ]);
    expect(proposedFieldChanges({ do: "void" })).toEqual([{ field: "voided", from: null, to: true }]);
    expect(proposedFieldChanges({ do: "change", changes: { windowEnd: "2027-01-01" } })).toEqual([
      { field: "windowEnd", from: null, to: "2027-01-01" },
    ]);
  });
});
