import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import {
  checksOf,
  lacking,
  maybeApproved,
  maybeReturned,
  type ChecksContext,
} from "@/lib/domain/proposals/checks";
import { whyNotFulfil, type Subject } from "@/lib/domain/proposals/fulfilment";
import type { Person } from "@/lib/domain/people/person";
import type { ParticipantLink } from "@/lib/domain/pledge/link";
import { decided, PROPOSAL_STATUSES, type KnownProposal } from "@/lib/domain/proposals/proposal";
import { STAGES } from "@/lib/domain/pledge/stages";
import type { ProposedPledgeChange } from "@/lib/domain/proposals/proposed-change";
import { anyApproval, anyContribution, anyDay, anyPiece, anyPledge } from "../../support/any/arbitrary";
import {
  anApproval,
  aPiece,
  aPledge,
  everyone,
  KYIV,
  manager,
  NOW,
  officer,
  TODAY,
} from "../../support/cast";

const aProposal = (change: Partial<KnownProposal> = {}): KnownProposal => ({
  id: "00000000-0000-4000-8000-0000000000b1",
  subject: "pledge",
  subjectId: aPledge().id,
  reference: "FR-3-001",
  participant: "FR",
  priority: 3,
  concerns: ["FR-3-001"],
  proposerId: officer.id,
  status: "OPEN",
  wish: { do: "stage", to: "COMMITTED", successor: null, changes: {}, evidence: [], cites: [] },
  reason: "Signed.",
  basedOn: 1,
  deciderId: null,
  note: null,
  decidedAt: null,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  proposedBy: { name: "Officer", email: officer.email },
  decidedBy: null,
  ...change,
});

const aPerson = (change: Partial<Person>): Person => ({
  ...officer,
  desk: [],
  sealed: false,
  disabledAt: null,
  secondFactorAt: null,
  language: null,
  aloneAt: null,
  factorRemovedAt: null,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

const context = (change: Partial<ChecksContext> = {}): ChecksContext => ({
  ...NO_STAGE_FACTS,
  owner: null,
  today: TODAY,
  timeZone: KYIV,
  at: NOW,
  changed: [],
  ...change,
});

const said = (checks: ReturnType<typeof checksOf>): string[] =>
  checks.map(({ what, ok, stage }) => `${ok ? "✓" : "✗"} ${[what, stage].filter(Boolean).join(" ")}`);

describe("what the rules ask", () => {
  test("is listed one by one, each approval with its body", () => {
    const { wish, ...rest } = aProposal();
    const to = { ...wish, do: "stage" as const, to: "ALLOCATED" as const };
    const pledge = aPledge({ evidence: [aPiece("BUDGET_DOCUMENT")] });
    const subject = {
      kind: "pledge",
      pledge,
      successor: null,
      wish: to as ProposedPledgeChange,
    } satisfies Subject;
    const approvals = [
      anApproval({ body: "Bundestag", status: "TABLED" }),
      anApproval({ status: "APPROVED" }),
    ];
    const checks = checksOf(
      manager,
      { ...rest, wish: to as ProposedPledgeChange },
      subject,
      context({ approvals }),
    );
    expect(said(checks)).toEqual([
      "✓ own",
      "✓ hand",
      "✓ unchanged",
      "✓ not-void",
      "✓ step ALLOCATED",
      "✓ evidence COMMITTED",
      "✓ evidence ALLOCATED",
      "✓ quantity ALLOCATED",
      "✓ window ALLOCATED",
      "✗ approval ALLOCATED",
      "✓ approval ALLOCATED",
    ]);
    expect(lacking(checks).map(({ approval }) => approval)).toEqual([
      { body: "Bundestag", status: "TABLED" },
    ]);
  });

  test("names the limit that a promise no longer joint would exceed", () => {
    const wish: ProposedPledgeChange = { do: "change", changes: { jointWith: [] } };
    const subject: Subject = { kind: "pledge", pledge: ALLOCATED_JOINTLY, successor: null, wish };
    const around = context({ approvals: [mandateOf(1000)] });
    const checks = checksOf(manager, aProposal({ wish }), subject, around);
    expect(said(checks)).toEqual(["✓ own", "✓ hand", "✓ unchanged", "✓ not-void", "✗ limit"]);
    expect(whyNotFulfil(aProposal({ wish }), subject, around)).toMatchObject({
      refusal: { code: "mandate-exceeded" },
    });
  });

  test("begins with the role for someone who may not decide", () => {
    const proposal = aProposal();
    const subject: Subject = {
      kind: "pledge",
      pledge: aPledge(),
      successor: null,
      wish: proposal.wish as ProposedPledgeChange,
    };
    expect(said(checksOf(officer, proposal, subject, context())).slice(0, 2)).toEqual([
      "✗ role",
      "✓ unchanged",
    ]);
  });
});

describe("the offer on the page", () => {
  test("is to approve exactly when the decision would be accepted, and to send back likewise", () => {
    fc.assert(
      fc.property(anyProposal, anyCircumstances, (given, { subject, around, actor }) => {
        const proposal = { ...given, wish: subject.wish };
        const checks = checksOf(actor, proposal, subject, around);
        const decide = (decision: "APPROVE" | "RETURN") =>
          decided(actor, proposal, { decision, note: "So." }, around.changed, NOW).ok;
        expect(maybeApproved(checks)).toBe(
          decide("APPROVE") && whyNotFulfil(proposal, subject, around) === null,
        );
        expect(maybeReturned(checks)).toBe(decide("RETURN"));
      }),
      { numRuns: 2_000 },
    );
  });
});

const SWEDEN: ParticipantLink = { participant: "SE", state: "CONFIRMED", by: "person-manager", reason: null };
const ALLOCATED_JOINTLY = aPledge({ stage: "ALLOCATED", jointWith: [SWEDEN] });

const mandateOf = (most: number) =>
  anApproval({
    status: "APPROVED",
    limits: [{ quantity: { kind: "UP_TO", min: 0, max: most, unit: "PERSON", asStated: null }, money: null }],
  });

const anyProposal = fc
  .record({
    status: fc.oneof(
      { weight: 9, arbitrary: fc.constant("OPEN" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...PROPOSAL_STATUSES) },
    ),
    proposerId: fc.constantFrom(officer.id, officer.id, officer.id, manager.id),
    basedOn: fc.nat(2),
  })
  .map(aProposal);

const anyContent = fc.record(
  {
    windowStart: fc.option(anyDay, { nil: null }),
    windowEnd: fc.option(anyDay, { nil: null }),
    owner: fc.constantFrom(null, "officer@register.example"),
    jointWith: fc.subarray([SWEDEN]),
    contributions: fc.array(anyContribution, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const anyWish: fc.Arbitrary<ProposedPledgeChange> = fc.oneof(
  fc.record({
    do: fc.constant("stage" as const),
    to: fc.constantFrom(...STAGES),
    successor: fc.constant("FR-3-002"),
    changes: anyContent,
    evidence: fc.array(anyPiece, { maxLength: 2 }),
    cites: fc.constant<string[]>([]),
  }),
  fc.record({ do: fc.constant("change" as const), changes: anyContent }),
  fc.constant({ do: "void" as const }),
);

/** It lacks little, so that many proposals are accepted. */
const aFullPledge = fc
  .record({
    stage: fc.constantFrom("PLEDGED" as const, "COMMITTED" as const, "ALLOCATED" as const),
    evidence: fc.array(fc.constantFrom("NOTE_VERBALE" as const, "BUDGET_DOCUMENT" as const), {
      minLength: 1,
      maxLength: 2,
    }),
    jointWith: fc.subarray([SWEDEN]),
  })
  .map(({ evidence, ...rest }) => aPledge({ ...rest, evidence: evidence.map((kind) => aPiece(kind)) }));

const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.oneof(anyPledge, aFullPledge), anyWish, fc.constantFrom(null, "FR-3-002", "FR-3-001"))
      .map(([pledge, wish, reference]): Subject => ({
        kind: "pledge",
        pledge,
        wish,
        successor: reference === null ? null : aPledge({ reference }),
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.option(anyApproval, { nil: null }), fc.boolean())
      .map(([approval, isNew]): Subject => {
        const {
          id: _id,
          version: _version,
          createdAt: _created,
          updatedAt: _updated,
          ...content
        } = anApproval();
        return {
          kind: "approval",
          approval,
          wish: isNew
            ? { do: "record-approval", approval: content }
            : { do: "change-approval", changes: { status: "APPROVED" } },
        };
      }),
  },
);

const anyCircumstances = fc
  .record({
    subject: anySubject,
    actor: fc.oneof(
      { weight: 5, arbitrary: fc.constant(manager) },
      { weight: 1, arbitrary: fc.constantFrom(...everyone) },
    ),
    approvals: fc.array(fc.oneof(anyApproval, fc.nat(12_000).map(mandateOf)), { maxLength: 2 }),
    owner: fc.constantFrom(null, aPerson({}), aPerson({ role: "AUDITOR" }), aPerson({ disabledAt: NOW })),
    changed: fc.subarray(["pledge.title", "pledge.stage", "approval.status"], { maxLength: 1 }),
  })
  .map(({ subject, actor, ...rest }) => ({ subject, actor, around: context(rest) }));
