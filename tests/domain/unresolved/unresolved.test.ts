import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/domain/base/day";
import {
  isPositionExpected,
  PARTICIPANT_ROLES,
  withLeaving,
  type LeavingChange,
  type Participant,
} from "@/lib/domain/people/participant";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { STAGES, isOpen } from "@/lib/domain/pledge/stages";
import {
  CLASS_OF,
  holdingOn,
  inStageSince,
  reachedPledgedOn,
  unresolved,
  unresolvedCell,
  unresolvedEver,
  type UnresolvedCode,
  type UnresolvedContext,
} from "@/lib/domain/unresolved/unresolved";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { anyApproval, anyDay, anyPledge } from "../../support/any/arbitrary";
import {
  aContribution,
  anApproval,
  aPiece,
  aPledge,
  aProposal,
  BARE,
  france,
  KYIV,
  NOW,
} from "../../support/cast";

const context = (approvals: Approval[] = []): UnresolvedContext => ({ ...BARE, approvals });
const items = (change: Partial<Pledge>, approvals: Approval[] = [], at = NOW) =>
  unresolved(aPledge(change), context(approvals), at);
const sinceOf = (code: UnresolvedCode, change: Partial<Pledge>, approvals: Approval[] = [], at = NOW) =>
  items(change, approvals, at).find((item) => item.code === code)?.since;

const notStated = aContribution({
  quantity: { kind: "NOT_STATED", min: null, max: null, unit: "PERSON", asStated: null },
});
const inWords = aContribution({
  quantity: { kind: "QUALITATIVE", min: null, max: null, unit: "PERSON", asStated: "several hundred" },
});
const noNumber = aContribution({
  quantity: { kind: "NOT_APPLICABLE", min: null, max: null, unit: null, asStated: null },
});
const sealed = aContribution({
  quantity: { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
});

test("a pledge with everything on record has nothing unresolved", () => {
  expect(items({})).toEqual([]);
});

/**
 * Other codes are tested in pledge/mandate, pledge/delivery (with allocations), conditions/waiting,
 * requirements/requirement-coverage (offers) and proposals/ruled-value, and all of them in second/unresolved.
 */
describe("reasons of the pledge itself and its approvals, with their causes and days (Unresolved)", () => {
  test.each<[UnresolvedCode, string, Partial<Pledge>, string | undefined, Approval[]?]>([
    ["NO_QUANTITY", "no contribution", { contributions: [] }, "2026-01-06"],
    ["NO_QUANTITY", "a line not stated", { contributions: [aContribution(), notStated] }, "2026-01-06"],
    ["NO_QUANTITY", "words alone", { contributions: [inWords] }, "2026-01-06"],
    [
      "NO_QUANTITY",
      "money is enough",
      { contributions: [{ ...notStated, money: { amount: "1", currency: "EUR" } }] },
      undefined,
    ],
    ["NO_QUANTITY", "no natural number is enough", { contributions: [noNumber] }, undefined],
    ["NO_QUANTITY", "sealed is enough", { contributions: [sealed] }, undefined],
    ["NO_QUANTITY", "nothing promised yet", { stage: "SIGNALLED", contributions: [] }, undefined],
    ["NO_WINDOW", "none of the four", { windowStart: null }, "2026-01-06"],
    ["NO_WINDOW", "an end is enough", { windowStart: null, windowEnd: "2026-12-31" }, undefined],
    ["NO_WINDOW", "a due date is enough", { windowStart: null, dueOn: "2026-12-31" }, undefined],
    [
      "NO_WINDOW",
      "a notice to move is enough",
      { windowStart: null, contributions: [aContribution({ noticeToMoveDays: 10 })] },
      undefined,
    ],
    [
      "NO_WINDOW",
      "a contribution's end is enough",
      { windowStart: null, contributions: [aContribution({ availableTo: "2026-12-31" })] },
      undefined,
    ],
    [
      "NO_INSTRUMENT",
      "a statement alone, on the 31st day",
      { evidence: [aPiece("OFFICIAL_STATEMENT")] },
      "2026-02-05",
    ],
    ["NO_INSTRUMENT", "a declaration is more", { evidence: [aPiece("JOINT_DECLARATION")] }, undefined],
    [
      "NO_INSTRUMENT",
      "not yet 31 days",
      { evidence: [aPiece("INTERVIEW")], statedOn: "2026-01-27", createdAt: "2026-01-27T09:00:00.000Z" },
      undefined,
    ],
    [
      "NO_INSTRUMENT",
      "a statement dated ahead counts from the day it was logged",
      { evidence: [aPiece("INTERVIEW")], statedOn: "2062-01-06" },
      "2026-02-05",
    ],
    [
      "NO_INSTRUMENT",
      "only while PLEDGED",
      { stage: "SIGNALLED", evidence: [aPiece("INTERVIEW")] },
      undefined,
    ],
    ["NO_AUTHORITY", "nobody named", { authorisedBy: null }, "2026-01-06"],
    [
      "NO_AUTHORITY",
      "further approval unknown",
      { furtherApproval: "UNKNOWN", statedOn: null },
      "2026-01-06",
    ],
    ["NO_AUTHORITY", "already when signalled", { stage: "SIGNALLED", authorisedBy: null }, "2026-01-06"],
    ["APPROVAL_UNKNOWN", "dated", {}, "2026-01-07", [anApproval({ status: "UNKNOWN" })]],
    [
      "APPROVAL_UNKNOWN",
      "undated: the day it was recorded",
      {},
      "2026-01-10",
      [anApproval({ status: "UNKNOWN", statusSince: null })],
    ],
    ["OVERDUE", "the day after it was due", { dueOn: "2026-02-20" }, "2026-02-21"],
    ["OVERDUE", "the next action, too", { nextActionDueOn: "2026-02-23" }, "2026-02-24"],
    ["OVERDUE", "due today is in time", { dueOn: "2026-02-25" }, undefined],
    [
      "SUSPENDED",
      "the day of suspension",
      { stage: "SUSPENDED", suspendedFrom: "PLEDGED", stageSetOn: "2026-02-02", stageReason: "election" },
      "2026-02-02",
    ],
    ["APPROVAL_PENDING", "required", {}, "2026-01-07", [anApproval()]],
    [
      "APPROVAL_PENDING",
      "scheduled",
      {},
      "2026-01-09",
      [anApproval({ status: "SCHEDULED", statusSince: "2026-01-09" })],
    ],
    ["APPROVAL_PENDING", "given", {}, undefined, [anApproval({ status: "APPROVED" })]],
    [
      "APPROVAL_REFUSED",
      "rejected, on the day of decision",
      {},
      "2026-02-01",
      [anApproval({ status: "REJECTED", decidedOn: "2026-02-01" })],
    ],
    ["APPROVAL_REFUSED", "lapsed", {}, "2026-01-07", [anApproval({ status: "LAPSED" })]],
    [
      "NO_OFFICIAL_SOURCE",
      "reports alone",
      { evidence: [aPiece("MEDIA_REPORT")], statedOn: "2026-01-05" },
      "2026-01-05",
    ],
    [
      "NO_OFFICIAL_SOURCE",
      "nothing that counts",
      { evidence: [aPiece("SIGNED_DOCUMENT", { supports: false })], statedOn: null },
      "2026-01-06",
    ],
    [
      "DISPUTED",
      "the day the evidence was recorded",
      {
        evidence: [
          aPiece("SIGNED_DOCUMENT"),
          aPiece("MEDIA_REPORT", { supports: false, field: "stage", recordedAt: "2026-01-09T23:00:00Z" }),
        ],
      },
      "2026-01-10",
    ],
    [
      "DISPUTED",
      "not once retracted",
      {
        evidence: [
          aPiece("SIGNED_DOCUMENT"),
          aPiece("MEDIA_REPORT", { supports: false, field: "stage", retracted: { at: NOW, reason: "x" } }),
        ],
      },
      undefined,
    ],
    ["STALE", "the 31st day", { lastConfirmedOn: "2025-03-10" }, "2025-04-09"],
    ["STALE", "never confirmed: from the day it was logged", { lastConfirmedOn: null }, "2026-02-05"],
    ["STALE", "confirmed a week ago", {}, undefined],
    [
      "EVIDENCE_EXPIRED",
      "the day after",
      { evidence: [aPiece("SIGNED_DOCUMENT", { validUntil: "2026-02-10" })] },
      "2026-02-11",
    ],
    ["NO_OWNER", "nobody keeps it", { owner: null }, "2026-01-06"],
    ["NO_OWNER", "nothing is planned", { nextAction: null }, "2026-01-06"],
  ])("%s: %s", (code, _, change, since, approvals = []) => {
    expect(sinceOf(code, change, approvals)).toBe(since);
  });
});

describe("the one item of a code", () => {
  test("names every cause, and dates from the earliest", () => {
    const [item] = items({ dueOn: "2026-02-20", nextActionDueOn: "2026-02-10" });
    expect(item).toMatchObject({ code: "OVERDUE", since: "2026-02-11" });
    expect(item?.params.causes.map((cause) => [cause.what, cause.since])).toEqual([
      ["next-action", "2026-02-11"],
      ["due", "2026-02-21"],
    ]);
  });
  test("doesn't name a cause that still lies ahead", () => {
    const [item] = items({ dueOn: "2026-03-20", nextActionDueOn: "2026-02-10" });
    expect(item?.params.causes.map((cause) => cause.what)).toEqual(["next-action"]);
  });
});

describe("when a pledge reached PLEDGED", () => {
  test.each<[string, Partial<Pledge>, string | null]>([
    ["logged there: the day it was stated", {}, "2026-01-06"],
    [
      "logged there, undated: the day it was logged",
      { statedOn: null, createdAt: "2026-01-08T23:30:00Z" },
      "2026-01-09",
    ],
    ["by a step: the register's day of the step", { pledgedByStepOn: "2026-01-20" }, "2026-01-20"],
    ["not yet", { stage: "SIGNALLED" }, null],
    ["while suspended, as before", { stage: "SUSPENDED", suspendedFrom: "COMMITTED" }, "2026-01-06"],
  ])("%s", (_, change, day) => expect(reachedPledgedOn(aPledge(change), KYIV)).toBe(day));
});

describe("since when a pledge has its stage", () => {
  const logged = { statedOn: "2026-02-01", createdAt: "2026-02-25T09:00:00Z", stageSetOn: "2026-02-25" };
  test.each<[string, Partial<Pledge>, string]>([
    ["logged there: the day it was stated, since which its items count", {}, "2026-02-01"],
    ["logged there, undated: the day it was logged", { statedOn: null }, "2026-02-25"],
    ["by a later step: its day", { stage: "COMMITTED", stageSetOn: "2026-03-02" }, "2026-03-02"],
    ["by a step on the day it was logged: that day", { pledgedByStepOn: "2026-02-25" }, "2026-02-25"],
    ["by a step to another stage on the day it was logged: that day", { stage: "COMMITTED" }, "2026-02-25"],
  ])("%s", (_, change, day) => expect(inStageSince(aPledge({ ...logged, ...change }), KYIV)).toBe(day));
});

describe("a participant that leaves", () => {
  const cell = { firstBaselineOn: null, timeZone: KYIV };
  const leaving = { ...france, joinedOn: "2025-12-01", leftOn: "2026-02-01", leftReason: "An election" };
  const missingOn = (day: string, participant = leaving) =>
    holdingOn(unresolvedCell(participant, 3, [], cell), day).map(({ code }) => code);
  const left = { on: "2026-02-01", reason: "An election" };
  const leftOn = (day: string, change: Partial<Pledge>) =>
    holdingOn(unresolvedEver(aPledge(change), { ...BARE, left }), day).filter(
      ({ code }) => code === "PARTICIPANT_LEFT",
    );

  test.each([
    ["the day before", "2026-01-31", true],
    ["that day", "2026-02-01", false],
    ["later", "2027-01-01", false],
  ])("is expected to have a position %s, %s: %s", (_, day, expected) => {
    expect(isPositionExpected(leaving, day)).toBe(expected);
    expect(missingOn(day)).toEqual(expected ? ["NO_PLEDGE"] : []);
  });
  test("on the day it joined, is never expected to have one", () =>
    expect(unresolvedCell({ ...leaving, leftOn: "2025-12-01" }, 3, [], cell)).toEqual([]));
  test.each(STAGES.map((stage) => [stage, isOpen(stage)] as const))(
    "leaves its pledge that is %s for a decision from that day on: %s",
    (stage, open) => {
      const change = stage === "SUSPENDED" ? { stage, suspendedFrom: "PLEDGED" as const } : { stage };
      expect(leftOn("2026-01-31", change)).toEqual([]);
      expect(leftOn("2026-02-01", change).map(({ since }) => since)).toEqual(open ? ["2026-02-01"] : []);
      expect(leftOn("2026-02-01", { ...change, voided: { at: NOW, reason: "Twice" } })).toEqual([]);
    },
  );
});

describe("what may be recorded of leaving", () => {
  const gone: Participant = { ...france, joinedOn: "2025-03-02", leftOn: "2026-02-01", leftReason: "Why" };
  const here: Participant = { ...gone, leftOn: null, leftReason: null };
  const said = (before: Participant, change: LeavingChange, joinedOn = before.joinedOn) => {
    const result = withLeaving(before, { ...before, joinedOn }, change);
    return result.ok ? [result.value.leftOn, result.value.leftReason] : result.refusal;
  };
  const wrong = (path: string, code: string) => ({ code: "invalid", errors: [{ path, code }] });
  const [day, no] = ["2026-02-03", undefined];

  test.each([
    ["that it leaves, and why", here, { leftOn: day, reason: "New" }, [day, "New"]],
    ["on the day it joined", here, { leftOn: "2025-03-02", reason: "New" }, ["2025-03-02", "New"]],
    [
      "not before it joined",
      here,
      { leftOn: "2025-03-01", reason: "New" },
      wrong("leftOn", "before-joining"),
    ],
    ["not without a reason", here, { leftOn: day, reason: null }, wrong("reason", "empty")],
    ["another day, with a reason", gone, { leftOn: day, reason: "New" }, [day, "New"]],
    ["not another day alone", gone, { leftOn: day, reason: null }, wrong("reason", "empty")],
    ["another reason alone", gone, { leftOn: no, reason: "New" }, ["2026-02-01", "New"]],
    ["that it never left, with a reason", gone, { leftOn: null, reason: "Wrong" }, [null, null]],
    ["not so without a reason", gone, { leftOn: null, reason: null }, wrong("reason", "empty")],
    ["nothing new", gone, { leftOn: no, reason: null }, ["2026-02-01", "Why"]],
    ["nothing at all", here, { leftOn: null, reason: null }, [null, null]],
  ])("%s", (_, before, change, expected) => expect(said(before, change)).toMatchObject(expected));
  test("not that it joined after it left", () =>
    expect(said(gone, { leftOn: undefined, reason: null }, "2026-02-02")).toMatchObject(
      wrong("leftOn", "before-joining"),
    ));
});

describe("a cell without a position", () => {
  const cell = { firstBaselineOn: null, timeZone: KYIV };
  test.each([
    ["since it joined", { joinedOn: "2025-12-01" }, cell, "2025-12-01"],
    ["since the first baseline", {}, { ...cell, firstBaselineOn: "2026-01-06" }, "2026-01-06"],
    ["since it was recorded", {}, cell, "2026-01-05"],
  ])("%s", (_, change, where, since) => {
    expect(unresolvedCell({ ...france, ...change }, 3, [], where)[0]?.since).toBe(since);
  });
  test.each(STAGES.map((stage) => [stage, stage === "LAPSED" || stage === "SUPERSEDED"] as const))(
    "is a gap with a pledge that is %s: %s",
    (stage, gap) => {
      expect(unresolvedCell(france, 3, [aPledge({ stage })], cell).length).toBe(gap ? 1 : 0);
      const voided = aPledge({ stage, voided: { at: NOW, reason: "wrong" } });
      expect(unresolvedCell(france, 3, [voided], cell).length).toBe(1);
    },
  );
  test.each(PARTICIPANT_ROLES)(
    "is a gap of a %s state only if it leads or is a member, and never of an organisation",
    (role) => {
      const expected = role === "CO_LEAD" || role === "MEMBER";
      expect(unresolvedCell({ ...france, role }, 1, [], cell).length).toBe(expected ? 1 : 0);
      expect(unresolvedCell({ ...france, role, kind: "ORGANISATION" }, 1, [], cell)).toEqual([]);
    },
  );
});

describe("DECISION_OPEN (Unresolved)", () => {
  const cast = { createdAt: "2026-02-20T08:00:00.000Z", updatedAt: "2026-02-20T08:00:00.000Z" };
  const at = (proposals: Proposal[], moment: string, change: Partial<Pledge> = {}) =>
    unresolved(aPledge(change), { ...BARE, proposals }, moment).find(({ code }) => code === "DECISION_OPEN");

  test("begins on the fourth day that a proposal is undecided", () => {
    expect(at([aProposal(cast)], "2026-02-23T21:59:00.000Z")?.since).toBe("2026-02-23");
    expect(at([aProposal(cast)], "2026-02-22T21:59:00.000Z")).toBeUndefined();
    expect(at([], NOW)).toBeUndefined();
  });
  test("begins a day later if it was proposed after midnight in Kyiv", () => {
    const late = aProposal({ ...cast, createdAt: "2026-02-20T22:30:00.000Z" });
    expect(at([late], "2026-02-25T08:00:00.000Z")?.since).toBe("2026-02-24");
  });
  test("begins on the day a proposal is sent back, however long it had waited", () => {
    const decidedAt = "2026-02-20T22:30:00.000Z";
    const returned = aProposal({
      ...cast,
      status: "RETURNED",
      decidedAt,
      deciderId: "person-manager",
      note: "No",
    });
    expect(at([returned], NOW)).toMatchObject({
      since: "2026-02-21",
      params: {
        causes: [{ what: "returned", data: { proposal: returned.id, subject: "pledge", wish: "COMMITTED" } }],
      },
    });
  });
  test("names each proposal on the pledge itself and on the approvals it needs", () => {
    const approval = aProposal({
      ...cast,
      id: "00000000-0000-4000-8000-0000000000b2",
      subject: "approval",
      reference: null,
      wish: { do: "change-approval", changes: { status: "APPROVED" } },
      createdAt: "2026-02-19T08:00:00.000Z",
    });
    const found = at([aProposal(cast), approval], NOW);
    expect([found?.since, found?.params.causes.map(({ data }) => data?.wish)]).toEqual([
      "2026-02-22",
      ["change-approval", "COMMITTED"],
    ]);
  });
  test("never concerns a pledge that has ended, is suspended or void", () => {
    for (const change of [
      { stage: "WITHDRAWN" as const },
      { stage: "SUSPENDED" as const, suspendedFrom: "PLEDGED" as const },
      { voided: { at: NOW, reason: "Twice" } },
    ])
      expect(at([aProposal(cast)], NOW, change)).toBeUndefined();
  });
});

describe("laws", () => {
  test("a closed or voided pledge has no items, a suspended one SUSPENDED alone", () => {
    fc.assert(
      fc.property(anyPledge, fc.array(anyApproval), (pledge, approvals) => {
        const codes = unresolvedEver(pledge, context(approvals)).map((item) => item.code);
        if (pledge.voided !== null) expect(codes).toEqual([]);
        else if (pledge.stage === "SUSPENDED") expect(codes).toEqual(["SUSPENDED"]);
        else if (!isOpen(pledge.stage)) expect(codes).toEqual([]);
      }),
    );
  });

  test("a day has at most one item a code, each in its class and since its earliest cause", () => {
    fc.assert(
      fc.property(anyPledge, fc.array(anyApproval), anyDay, (pledge, approvals, day) => {
        const found = unresolvedEver(pledge, context(approvals));
        const held = holdingOn(found, day);
        expect(new Set(held.map((item) => item.code)).size).toBe(held.length);
        for (const item of found) {
          expect(item.class).toBe(CLASS_OF[item.code]);
          expect(item.since).toBe(item.params.causes.map((cause) => cause.since).sort()[0]);
        }
      }),
    );
  });

  test("without mandates, time alone only adds: what holds one day holds the next", () => {
    fc.assert(
      fc.property(anyPledge, anyDay, anyDay, (pledge, one, other) => {
        const [early, late] = [one, other].sort() as [string, string];
        const codes = (day: string) =>
          holdingOn(unresolvedEver(pledge, context()), day).map((item) => item.code);
        expect(codes(late)).toEqual(expect.arrayContaining(codes(early)));
      }),
    );
  });

  test("the order of evidence, contributions and approvals makes no difference", () => {
    fc.assert(
      fc.property(anyPledge, fc.array(anyApproval), (pledge, approvals) => {
        const turned = {
          ...pledge,
          evidence: [...pledge.evidence].reverse(),
          contributions: [...pledge.contributions].reverse(),
        };
        expect(unresolvedEver(turned, context([...approvals].reverse()))).toEqual(
          unresolvedEver(pledge, context(approvals)),
        );
      }),
    );
  });

  test("the register's day decides, not UTC's", () => {
    expect(dayOf("2026-02-20T22:30:00Z", KYIV)).toBe("2026-02-21");
    expect(sinceOf("OVERDUE", { dueOn: "2026-02-20" }, [], "2026-02-20T22:30:00Z")).toBe("2026-02-21");
    expect(sinceOf("OVERDUE", { dueOn: "2026-02-20" }, [], "2026-02-20T21:30:00Z")).toBeUndefined();
  });
});
