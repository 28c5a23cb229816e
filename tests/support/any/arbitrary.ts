// Any pledge the register could contain, for laws that must hold for all of them.
import fc from "fast-check";
import { APPROVAL_STATUSES, type Approval } from "@/lib/domain/pledge/approval";
import { CONTRIBUTION_KINDS, LOCATIONS, type Contribution } from "@/lib/domain/pledge/contribution";
import { plusDays } from "@/lib/domain/base/day";
import { DELIVERED_AS, type Delivery } from "@/lib/domain/pledge/delivery";
import { EVIDENCE_KINDS, type Evidence } from "@/lib/domain/pledge/evidence";
import { limitEnd, type Limit } from "@/lib/domain/pledge/measure";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { FURTHER_APPROVALS } from "@/lib/domain/pledge/pledge-fields";
import type { Money } from "@/lib/domain/pledge/money";
import { ENDS, QUANTITY_KINDS, UNITS, type Quantity, type Unit } from "@/lib/domain/pledge/quantity";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import type { ProposedChange } from "@/lib/domain/proposals/proposed-change";
import { aContribution, aDelivery, anApproval, aPiece, aPledge, aProposal } from "../cast";

export const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => plusDays("2026-01-06", days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyInstant = anyDay.map((day) => `${day}T09:00:00.000Z`);

export const anyQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    kind: fc.constantFrom(...QUANTITY_KINDS),
    low: fc.nat(10_000),
    more: fc.nat(10_000),
    unit: maybe(fc.constantFrom(...UNITS)),
    asStated: maybe(fc.constantFrom("several hundred", "about a company")),
  })
  .map(({ kind, low, more, unit, asStated }) => {
    const ends = ENDS[kind];
    // Old records may have "up to" without its lower end.
    const fromNothing = ends === "max" && low % 2 === 0 ? 0 : null;
    return {
      kind,
      min: ends === "both" || ends === "equal" || ends === "min" ? low : fromNothing,
      max: ends === "both" ? low + more : ends === "equal" ? low : ends === "max" ? low : null,
      unit,
      asStated,
    };
  });

export const anyContribution: fc.Arbitrary<Contribution> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...CONTRIBUTION_KINDS),
    location: fc.constantFrom(...LOCATIONS),
    quantity: anyQuantity,
    money: maybe(
      fc.constantFrom<Money>(
        { amount: "200000000.00", currency: "GBP" },
        { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" },
        { kind: "APPROXIMATE", min: "1600000000", max: "1600000000", currency: "GBP", asStated: "~£1.6bn" },
        { kind: "AT_LEAST", min: "1000000000.00", max: null, currency: "EUR", asStated: null },
        { kind: "RANGE", min: "1", max: "2.50", currency: "EUR", asStated: null },
      ),
    ),
    noticeToMoveDays: maybe(fc.nat(90)),
    availableFrom: maybe(anyDay),
    allocated: maybe(fc.record({ quantity: maybe(anyQuantity), money: fc.constant(null), on: anyDay })),
  })
  .map((change) => aContribution(change));

/** Of the French troops; the test sets the evidence. */
export const anyDelivery: fc.Arbitrary<Delivery> = fc
  .record({
    id: fc.uuid(),
    deliveredOn: anyDay,
    definition: fc.constantFrom(...DELIVERED_AS),
    retracted: maybe(anyInstant.map((at) => ({ at, reason: "counted twice" }))),
  })
  .map((change) => aDelivery(change));

export const anyPiece: fc.Arbitrary<Evidence> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    supports: fc.boolean(),
    field: maybe(fc.constantFrom("stage" as const, "contributions.quantity" as const)),
    validUntil: maybe(anyDay),
    recordedAt: anyInstant,
    retracted: maybe(anyInstant.map((at) => ({ at, reason: "withdrawn by its publisher" }))),
    publisher: fc.constantFrom("Agency One", "Agency Two", "Ministry"),
  })
  .map(({ kind, ...change }) => aPiece(kind, change));

export const anyPledge: fc.Arbitrary<Pledge> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    suspendedFrom: fc.constantFrom(...OPEN_STAGES),
    pledgedByStepOn: maybe(anyDay),
    statedOn: maybe(anyDay),
    windowStart: maybe(anyDay),
    windowEnd: maybe(anyDay),
    dueOn: maybe(anyDay),
    authorisedBy: maybe(fc.constant("Prime Minister")),
    furtherApproval: fc.constantFrom(...FURTHER_APPROVALS),
    owner: maybe(fc.constant("officer@register.example")),
    nextAction: maybe(fc.constant("Ask")),
    nextActionDueOn: maybe(anyDay),
    lastConfirmedOn: maybe(anyDay),
    contributions: fc.array(anyContribution, { maxLength: 4 }),
    evidence: fc.array(anyPiece, { maxLength: 6 }),
    // One in eight.
    voided: fc
      .nat(7)
      .map((n) => (n === 7 ? { at: "2026-02-01T08:00:00.000Z", reason: "wrong priority" } : null)),
    createdAt: anyInstant,
  })
  .map(({ suspendedFrom, ...rest }) =>
    aPledge({ ...rest, suspendedFrom: rest.stage === "SUSPENDED" ? suspendedFrom : null }),
  );

const upTo = (most: number, unit: Unit): Limit => ({
  quantity: { kind: "UP_TO", min: 0, max: most, unit, asStated: null },
  money: null,
});
const anyLimits = fc.uniqueArray(
  fc.oneof(
    fc.tuple(fc.nat(10_000), fc.constantFrom(...UNITS)).map(([most, unit]) => upTo(most, unit)),
    fc.tuple(fc.nat(10_000), fc.constantFrom("EUR", "GBP")).map(([most, currency]): Limit => ({
      quantity: null,
      money: { kind: "UP_TO", min: "0", max: String(most), currency, asStated: null },
    })),
  ),
  { minLength: 1, maxLength: 3, selector: (limit) => limitEnd(limit).measure },
);

export const anyApproval: fc.Arbitrary<Approval> = fc
  .record({
    id: fc.uuid(),
    status: fc.constantFrom(...APPROVAL_STATUSES),
    statusSince: maybe(anyDay),
    decidedOn: maybe(anyDay),
    validUntil: maybe(anyDay),
    limits: maybe(anyLimits),
  })
  .map((change) => anApproval(change));

const anyProposedChange: fc.Arbitrary<ProposedChange> = fc.oneof(
  fc.constantFrom(...STAGES).map((to): ProposedChange => ({
    do: "stage",
    to,
    successor: null,
    changes: {},
    evidence: [],
    cites: [],
  })),
  fc.constantFrom<ProposedChange>(
    { do: "void" },
    { do: "change", changes: { windowEnd: null } },
    { do: "change-approval", changes: { status: "APPROVED" } },
  ),
);

/** Open, or sent back. */
export const anyStanding: fc.Arbitrary<KnownProposal> = fc
  .record({ id: fc.uuid(), wish: anyProposedChange, createdAt: anyInstant, decidedAt: maybe(anyInstant) })
  .map(({ decidedAt, ...change }) =>
    aProposal({
      ...change,
      subject: change.wish.do === "change-approval" ? "approval" : "pledge",
      ...(decidedAt === null
        ? {}
        : {
            status: "RETURNED",
            decidedAt,
            deciderId: "person-manager",
            decidedBy: "Manager",
            note: "Not yet",
          }),
    }),
  );
