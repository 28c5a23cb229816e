import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import { missingAt, NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { RefusalCode } from "@/lib/domain/base/refusal";
import { decideStage, offeredSteps, STEPS, stepBetween, type StageProposal } from "@/lib/domain/pledge/stage";
import { EXITS, LADDER, OPEN_STAGES, STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { anyApproval, anyPledge } from "../../support/any/arbitrary";
import {
  admin,
  aContribution,
  anApproval,
  aPiece,
  aPledge,
  auditor,
  everyone,
  KYIV,
  manager,
  NOW,
  officer,
  officerNorth,
  TODAY,
} from "../../support/cast";

const context = { ...NO_STAGE_FACTS, today: TODAY, timeZone: KYIV };
const wish = (to: Stage, change: Partial<StageProposal> = {}): StageProposal => ({
  to,
  reason: "on file",
  successor: null,
  ...change,
});

function refusal(
  pledge: Pledge,
  to: Stage,
  actor = manager,
  change: Partial<StageProposal> = {},
): RefusalCode | "ok" {
  const decided = decideStage(actor, pledge, wish(to, change), context);
  return decided.ok ? "ok" : decided.refusal.code;
}

/** Whether the step is taken at once or proposed. */
const wayOf = (pledge: Pledge, to: Stage, actor: Actor) => {
  const decided = decideStage(actor, pledge, wish(to), context);
  return decided.ok ? decided.value.way : decided.refusal.code;
};

describe("who takes a step", () => {
  const signalled = aPledge({ stage: "SIGNALLED" });

  test("an officer of the desk sets PLEDGED, without giving a reason", () => {
    expect(refusal(signalled, "PLEDGED", officer, { reason: null })).toBe("ok");
  });
  test("an officer of another desk may not move the pledge", () => {
    expect(refusal(signalled, "PLEDGED", officerNorth)).toBe("another-desk");
  });
  test.each([
    ["an auditor", auditor],
    ["an administrator", admin],
  ])("%s moves nothing", (_, actor) => {
    expect(refusal(signalled, "PLEDGED", actor)).toBe("role");
  });
  test("a binding step is proposed with a reason, by an officer and by a manager", () => {
    for (const actor of [officer, manager]) {
      expect(wayOf(aPledge({ stage: "SIGNALLED" }), "PLEDGED", actor)).toBe("set");
      expect(wayOf(aPledge(), "COMMITTED", actor)).toBe("propose");
      expect(refusal(aPledge(), "COMMITTED", actor, { reason: null })).toBe("reason-missing");
    }
    expect(wayOf(aPledge(), "COMMITTED", officerNorth)).toBe("another-desk");
  });
  test.each(["SIGNALLED", "DECLINED", "SUSPENDED", "WITHDRAWN", "LAPSED"] as const)(
    "a step to %s is proposed, too, also for a pledge that doesn't bind",
    (to) => {
      for (const actor of [officer, manager]) {
        expect(wayOf(aPledge({ stage: "COMMITTED" }), to, actor)).toBe("propose");
        expect(wayOf(aPledge(), to, actor)).toBe("propose");
      }
    },
  );
  test.each(["SUSPENDED", "WITHDRAWN"] as const)("a step to %s needs evidence that counts", (to) => {
    const committed = (evidence: Evidence) => aPledge({ stage: "COMMITTED", evidence: [evidence] });
    const retracted = { reason: "Not said", at: NOW };
    expect(wayOf(committed(aPiece("MEDIA_REPORT")), to, manager)).toBe("propose");
    expect(refusal(committed(aPiece("NOTE_VERBALE", { retracted })), to)).toBe("evidence-missing");
    expect(refusal(committed(aPiece("MEDIA_REPORT", { supports: false })), to)).toBe("evidence-missing");
  });
  test("a suspended pledge resumes only by decision", () => {
    const suspended = aPledge({ stage: "SUSPENDED", suspendedFrom: "SIGNALLED" });
    expect(wayOf(suspended, "SIGNALLED", manager)).toBe("propose");
    expect(wayOf(suspended, "PLEDGED", manager)).toBe("no-such-step");
  });
});

describe("which steps there are", () => {
  test("a step to the stage it has is refused", () => {
    for (const stage of STAGES) expect(refusal(aPledge({ stage }), stage)).toBe("already-there");
  });
  test("a closed pledge can't be reopened", () => {
    for (const from of ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"] as const)
      for (const to of STAGES)
        if (to !== from) expect(refusal(aPledge({ stage: from }), to)).toBe("no-such-step");
  });
  test("what was fulfilled can only be corrected downwards", () => {
    const possible = STAGES.filter((to) => stepBetween(aPledge({ stage: "FULFILLED" }), to));
    expect(possible).toEqual([...OPEN_STAGES]);
  });
  test("a suspended pledge resumes at the stage it left, and at no other", () => {
    const suspended = aPledge({ stage: "SUSPENDED", suspendedFrom: "COMMITTED" });
    expect(LADDER.filter((to) => refusal(suspended, to) === "ok")).toEqual(["COMMITTED"]);
    expect(refusal(suspended, "PLEDGED")).toBe("no-such-step");
  });
  test("a voided pledge takes no step", () => {
    const voided = aPledge({
      stage: "SIGNALLED",
      voided: { at: "2026-02-01T08:00:00Z", reason: "wrong priority" },
    });
    expect(refusal(voided, "PLEDGED", officer)).toBe("no-such-step");
  });
  test("at most one row of the table leads from one stage to another, corrections aside", () => {
    for (const from of STAGES)
      for (const to of STAGES) {
        const rows = STEPS.filter((step) => step.from.includes(from) && step.to.includes(to));
        const names = new Set(rows.map((row) => row.name).filter((name) => name !== "down"));
        expect(names.size).toBeLessThanOrEqual(1);
      }
  });
});

describe("requirements of stages", () => {
  test("COMMITTED needs something in writing", () => {
    const spoken = aPledge({ evidence: [aPiece("OFFICIAL_STATEMENT")] });
    expect(refusal(spoken, "COMMITTED")).toBe("evidence-missing");
  });
  test("expired evidence meets no requirement", () => {
    const expired = aPledge({ evidence: [aPiece("SIGNED_DOCUMENT", { validUntil: "2026-02-24" })] });
    expect(refusal(expired, "COMMITTED")).toBe("evidence-missing");
  });
  test("a step may skip stages whose requirements are met, and no others", () => {
    const budget = { evidence: [aPiece("BUDGET_DOCUMENT")] };
    expect(refusal(aPledge({ stage: "SIGNALLED", ...budget }), "ALLOCATED")).toBe("ok");
    expect(refusal(aPledge({ stage: "SIGNALLED", evidence: [aPiece("NOTE_VERBALE")] }), "ALLOCATED")).toBe(
      "evidence-missing",
    );
  });
  test.each<[string, Partial<Pledge>, RefusalCode]>([
    [
      "a number",
      {
        contributions: [
          aContribution({
            quantity: { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null },
          }),
        ],
      },
      "quantity-missing",
    ],
    ["a contribution", { contributions: [] }, "quantity-missing"],
    ["a window", { windowStart: null }, "window-missing"],
  ])("ALLOCATED needs %s", (_, change, code) => {
    expect(refusal(aPledge({ evidence: [aPiece("BUDGET_DOCUMENT")], ...change }), "ALLOCATED")).toBe(code);
  });
  test("a window for each contribution is as good as one for the pledge", () => {
    const each = (dates: (string | null)[]) =>
      aPledge({
        windowStart: null,
        evidence: [aPiece("BUDGET_DOCUMENT")],
        contributions: dates.map((availableFrom) => aContribution({ availableFrom })),
      });
    expect(refusal(each(["2026-06-01", "2026-07-01"]), "ALLOCATED")).toBe("ok");
    expect(refusal(each(["2026-06-01", null]), "ALLOCATED")).toBe("window-missing");
  });
  test("money without a number is enough, and so is a contribution that can't have one", () => {
    const quantity = { kind: "NOT_STATED" as const, min: null, max: null, unit: null, asStated: null };
    const lines = [
      aContribution({ quantity, money: { amount: "200000000", currency: "GBP" } }),
      aContribution({ quantity: { ...quantity, kind: "NOT_APPLICABLE" } }),
    ];
    expect(missingAt(aPledge({ contributions: lines }), "ALLOCATED", NO_STAGE_FACTS)).toEqual([]);
  });
  test.each([
    ["REQUIRED", false],
    ["UNKNOWN", false],
    ["REJECTED", false],
    ["APPROVED", true],
    ["NOT_REQUIRED", true],
  ] as const)("with an approval that is %s, a pledge can be allocated: %s", (status, fine) => {
    const missed = missingAt(aPledge(), "ALLOCATED", {
      ...NO_STAGE_FACTS,
      approvals: [anApproval({ status })],
    });
    expect(missed.map((one) => one.code)).toEqual(fine ? [] : ["approval-open"]);
  });
  test("declining requires more than a media report", () => {
    expect(refusal(aPledge({ evidence: [aPiece("MEDIA_REPORT")] }), "DECLINED")).toBe("evidence-missing");
  });
  test("superseding takes a successor of the same participant and priority", () => {
    const successor = aPledge({ reference: "FR-3-002" });
    expect(refusal(aPledge(), "SUPERSEDED", manager, { successor })).toBe("ok");
    for (const wrong of [
      null,
      aPledge(),
      { ...successor, participant: "DE" },
      { ...successor, priority: 2 as const },
    ])
      expect(refusal(aPledge(), "SUPERSEDED", manager, { successor: wrong })).toBe("successor-missing");
  });
});

describe("laws", () => {
  test("what a page offers is exactly what the rules accept", () => {
    fc.assert(
      fc.property(
        anyPledge,
        fc.array(anyApproval, { maxLength: 2 }),
        fc.constantFrom(...everyone),
        (pledge, approvals, actor) => {
          const here = { ...context, approvals };
          const successor = aPledge({ reference: "FR-3-999" });
          for (const to of STAGES) {
            const decided = decideStage(actor, pledge, wish(to, { successor }), here);
            const offered = offeredSteps(actor, pledge, here);
            for (const way of ["set", "propose"] as const)
              expect(offered[way].includes(to)).toBe(decided.ok && decided.value.way === way);
          }
        },
      ),
    );
  });
  test("every step of the table starts from a stage that isn't closed, and each exit can be reached", () => {
    for (const step of STEPS)
      for (const from of step.from)
        expect(["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"]).not.toContain(from);
    for (const exit of EXITS) expect(STEPS.some((step) => step.to.includes(exit))).toBe(true);
  });
});
