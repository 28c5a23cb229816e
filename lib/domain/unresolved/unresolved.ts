// What is missing, late, blocked or contradictory about a pledge, and since when. All rules meet here; those of approvals are
// in approval-rules.ts, of what is waited for in conditions/waiting.ts, of offers in requirements/offer-rules.ts.
import { compareTexts } from "../base/listing";
import { isShort } from "../pledge/measure";
import { APPROVAL_RULES } from "./approval-rules";
import type { Approval } from "../pledge/approval";
import type { Allocating } from "../pledge/mandate";
import { requirementLostOn } from "../pledge/evidence-requirements";
import { isOver, type Cause } from "../conditions/cause";
import { unsourcedCauses } from "../conditions/sourced";
import { hasQuantity, hasTiming } from "./completeness";
import { dayOf, plusDays, type Day, type Instant } from "../base/day";
import type { Cycle } from "../conditions/deadlock";
import { isConfirmed, isReported, unconfirmedOn, type Delivery } from "../pledge/delivery";
import { instrumentOf, strengthOf, verificationOf } from "../pledge/evidence";
import type { LeafFacts } from "../conditions/leaf-facts";
import type { OfferOn } from "../requirements/offer";
import { OFFER_RULES } from "../requirements/offer-rules";
import { searchedData } from "../people/gap-search";
import { owesPositions, type Leaving, type Participant } from "../people/participant";
import type { RuleSettings } from "../people/register";
import type { Pledge } from "../pledge/pledge";
import { positionOf } from "./position";
import type { Priority } from "../base/priority";
import type { Proposal } from "../proposals/proposal";
import { leavesOpen } from "../pledge/quantity";
import { disputed, isLeftBehind, unapplied, type Ruling } from "../proposals/ruling";
import { REASONS, type UnresolvedClass } from "./reasons";
import { atLeast, isOpen } from "../pledge/stages";
import { WAITING_RULES } from "../conditions/waiting";

export type UnresolvedCode = keyof typeof REASONS;
export const UNRESOLVED_CODES = Object.keys(REASONS) as UnresolvedCode[];

export const CLASS_OF = Object.fromEntries(UNRESOLVED_CODES.map((code) => [code, REASONS[code].class])) as {
  [Code in UnresolvedCode]: (typeof REASONS)[Code]["class"];
};

export interface UnresolvedItem {
  code: UnresolvedCode;
  class: UnresolvedClass;
  /**
   * The day from which it holds without a break: the start of the earliest cause, even if another has
   * followed that one. It may be in the future.
   */
  since: Day;
  /** The first day on which it no longer holds; left out where time alone doesn't end it. */
  until?: Day;
  params: { causes: Cause[] };
}

export interface UnresolvedContext extends RuleSettings {
  /** Those that serve the pledge. */
  approvals: readonly Approval[];
  /** The other pledges of approvals that have limits. */
  sharing: readonly Allocating[];
  /** Pending ones, on the pledge or on an approval it needs. */
  proposals: readonly Proposal[];
  rulings: readonly Ruling[];
  /** Including retracted ones. */
  deliveries: readonly Delivery[];
  /** Offers of the pledge not withdrawn, on requirements that aren't closed. */
  offers: readonly OfferOn[];
  /** Of its participant. */
  left: Leaving | null;
  facts: LeafFacts;
  cycle: Cycle | null;
}

const INSTRUMENT_DAYS = 30;
/** Days until an undecided proposal counts as late. */
const DECISION_DAYS = 3;

/** The items that hold at a moment. A closed or voided pledge has none; a suspended one has SUSPENDED alone. */
export function unresolved(pledge: Pledge, context: UnresolvedContext, at: Instant): UnresolvedItem[] {
  return holdingOn(unresolvedEver(pledge, context), dayOf(at, context.timeZone));
}

/** Items that hold on a day, each with the causes that hold by then. */
export function holdingOn(items: readonly UnresolvedItem[], day: Day): UnresolvedItem[] {
  return items
    .filter((item) => item.since <= day && !isOver(item, day))
    .map((item) => ({
      ...item,
      params: { causes: item.params.causes.filter((cause) => cause.since <= day && !isOver(cause, day)) },
    }));
}

/** Every item the record gives now or with time alone: what the stored rows hold. */
export function unresolvedEver(pledge: Pledge, context: UnresolvedContext): UnresolvedItem[] {
  if (pledge.voided !== null) return [];
  if (pledge.stage === "SUSPENDED") return itemsFrom("SUSPENDED", suspended(pledge));
  if (!isOpen(pledge.stage)) return [];
  return (Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((code) =>
    itemsFrom(code, RULES[code](pledge, context)),
  );
}

/** A co-lead or member state without a position on a priority, until it leaves. A search for one changes only the words. */
export function unresolvedCell(
  participant: Participant,
  priority: Priority,
  pledges: readonly Pick<Pledge, "stage" | "voided">[],
  context: { firstBaselineOn: Day | null; timeZone: string },
): UnresolvedItem[] {
  if (!owesPositions(participant) || positionOf(pledges) !== "NONE") return [];
  const since =
    participant.joinedOn ?? context.firstBaselineOn ?? dayOf(participant.recordedAt, context.timeZone);
  const missing = itemsFrom("NO_PLEDGE", [{ what: "none", since, ...searchedData(participant, priority) }]);
  const { leftOn } = participant;
  if (leftOn === null) return missing;
  return leftOn <= since ? [] : missing.map((item) => ({ ...item, until: leftOn }));
}

/** The day of the step to PLEDGED. If logged there: the day it was stated. */
export function reachedPledgedOn(pledge: Pledge, timeZone: string): Day | null {
  const stage = pledge.stage === "SUSPENDED" ? pledge.suspendedFrom : pledge.stage;
  if (stage === null || !atLeast(stage, "PLEDGED")) return null;
  return pledge.pledgedByStepOn ?? statedOrLogged(pledge, timeZone);
}

/** The day since which it has its stage. If it was logged as PLEDGED: the day it was stated, from which its items count. */
export function inStageSince(pledge: Pledge, timeZone: string): Day {
  const { stage, pledgedByStepOn, stageSetOn, createdAt } = pledge;
  const isAsLogged = pledgedByStepOn === null && stageSetOn === dayOf(createdAt, timeZone);
  return stage === "PLEDGED" && isAsLogged ? statedOrLogged(pledge, timeZone) : stageSetOn;
}

type Rule = (pledge: Pledge, context: UnresolvedContext) => Cause[];

const RULES: Record<Exclude<UnresolvedCode, "NO_PLEDGE" | "SUSPENDED">, Rule> = {
  NO_QUANTITY: (pledge, { timeZone }) => {
    const since = reachedPledgedOn(pledge, timeZone);
    if (since === null || hasQuantity(pledge)) return [];
    if (pledge.contributions.length === 0) return [{ what: "no-contribution", since }];
    return pledge.contributions
      .filter((line) => leavesOpen(line.quantity) && line.money === null)
      .map(({ kind, quantity }) =>
        quantity.kind === "QUALITATIVE"
          ? { what: "words", since, data: { kind, words: quantity.asStated ?? "" } }
          : { what: "not-stated", since, data: { kind } },
      );
  },
  NO_WINDOW: (pledge, { timeZone }) => {
    const since = reachedPledgedOn(pledge, timeZone);
    return since === null || hasTiming(pledge) ? [] : [{ what: "none", since }];
  },
  NO_INSTRUMENT: (pledge, { timeZone }) => {
    const reached = reachedPledgedOn(pledge, timeZone);
    const instrument = instrumentOf(pledge.evidence);
    if (pledge.stage !== "PLEDGED" || reached === null) return [];
    if (instrument !== null && strengthOf(instrument) > strengthOf("OFFICIAL_STATEMENT")) return [];
    return [
      { what: "weak", since: plusDays(reached, INSTRUMENT_DAYS), data: { instrument: instrument ?? "NONE" } },
    ];
  },
  NO_AUTHORITY: (pledge, { timeZone }) => {
    const since = statedOrLogged(pledge, timeZone);
    return [
      ...(pledge.authorisedBy === null ? [{ what: "authority", since }] : []),
      ...(pledge.furtherApproval === "UNKNOWN" ? [{ what: "further-approval", since }] : []),
    ];
  },
  OVERDUE: (pledge) => [
    ...(pledge.dueOn === null
      ? []
      : [{ what: "due", since: plusDays(pledge.dueOn, 1), data: { on: pledge.dueOn } }]),
    ...(pledge.nextActionDueOn === null
      ? []
      : [
          {
            what: "next-action",
            since: plusDays(pledge.nextActionDueOn, 1),
            data: { on: pledge.nextActionDueOn, action: pledge.nextAction ?? "" },
          },
        ]),
  ],
  ALLOCATION_SHORT: (pledge) =>
    (atLeast(pledge.stage, "ALLOCATED") ? pledge.contributions : []).flatMap(
      ({ kind, quantity, money, allocated }) =>
        allocated && isShort({ quantity, money, allocated })
          ? [{ what: "short", since: allocated.on, data: { kind } }]
          : [],
    ),
  DELIVERY_UNCONFIRMED: (pledge, { deliveries }) =>
    deliveries
      .filter((one) => isReported(one, pledge) && !isConfirmed(one, pledge))
      .map((one) => ({
        what: "report",
        since: unconfirmedOn(one),
        data: {
          delivery: one.id,
          kind: pledge.contributions.find(({ id }) => id === one.contribution)?.kind ?? "",
          definition: one.definition,
          on: one.deliveredOn,
        },
      })),
  NO_OFFICIAL_SOURCE: (pledge, { timeZone }) => {
    const verification = verificationOf(instrumentOf(pledge.evidence));
    if (verification !== null && verification !== "REPORTED") return [];
    return [
      { what: verification === null ? "nothing" : "reported", since: statedOrLogged(pledge, timeZone) },
    ];
  },
  DISPUTED: (pledge, { rulings, timeZone }) =>
    disputed(pledge.evidence, rulings).map((piece) => ({
      what: "field",
      since: dayOf(piece.recordedAt, timeZone),
      data: { field: piece.field ?? "", claims: piece.claims ?? "", publisher: piece.source.publisher },
    })),
  /** Too old to rely on: not confirmed for `staleDays`. The day may lie ahead; see `holdingOn`. */
  STALE: (pledge, { timeZone, staleDays }) => {
    const from = pledge.lastConfirmedOn ?? loggedOn(pledge, timeZone);
    const what = pledge.lastConfirmedOn === null ? "never" : "confirmed";
    return [{ what, since: plusDays(from, staleDays), data: { on: from } }];
  },
  EVIDENCE_EXPIRED: (pledge, { timeZone }) => {
    const since = requirementLostOn(pledge.evidence, pledge.stage, timeZone);
    return since === null ? [] : [{ what: "bar", since, data: { stage: pledge.stage } }];
  },
  NO_OWNER: (pledge, { timeZone }) => {
    const since = loggedOn(pledge, timeZone);
    return [
      ...(pledge.owner === null ? [{ what: "owner", since }] : []),
      ...(pledge.nextAction === null ? [{ what: "next-action", since }] : []),
    ];
  },
  PARTICIPANT_LEFT: (_pledge, { left }) =>
    left === null ? [] : [{ what: "left", since: left.on, data: { on: left.on, reason: left.reason } }],
  ...WAITING_RULES,
  ...OFFER_RULES,
  RULING_NOT_APPLIED: (pledge, { rulings, approvals, timeZone }) =>
    unapplied(pledge, approvals, rulings)
      .filter((ruling) => !isLeftBehind(ruling, pledge, timeZone))
      .map(({ id, field, finding, createdAt }) => ({
        what: "ruling",
        since: dayOf(createdAt, timeZone),
        data: { ruling: id, field, finding },
      })),
  ...APPROVAL_RULES,
  CONDITION_UNSOURCED: (pledge, { facts }) => unsourcedCauses(pledge, facts),
  DECISION_OPEN: (_pledge, { proposals, timeZone }) =>
    proposals.map((proposal) => ({
      ...(proposal.status === "RETURNED"
        ? { what: "returned", since: dayOf(proposal.decidedAt ?? proposal.updatedAt, timeZone) }
        : { what: "undecided", since: plusDays(dayOf(proposal.createdAt, timeZone), DECISION_DAYS) }),
      data: { proposal: proposal.id, subject: proposal.subject, wish: proposedName(proposal) },
    })),
};

/** In the order in which a pledge's items are given. */
export const CODES_OF_PLEDGES = ["SUSPENDED", ...Object.keys(RULES)] as readonly UnresolvedCode[];

/** The stage it proposes, or its other action. */
const proposedName = ({ wish }: Proposal): string => (wish.do === "stage" ? wish.to : wish.do);

function suspended(pledge: Pledge): Cause[] {
  const data = { reason: pledge.stageReason ?? "", from: pledge.suspendedFrom ?? "" };
  return [{ what: "suspended", since: pledge.stageSetOn, data }];
}

/** One item for each uninterrupted time. Causes are sorted: their order on record doesn't matter. */
export function itemsFrom(code: UnresolvedCode, causes: readonly Cause[]): UnresolvedItem[] {
  const ordered = causes
    .filter(({ since, until }) => until === undefined || since < until)
    .sort((a, b) => compareTexts(sortKey(a), sortKey(b)));
  const items: UnresolvedItem[] = [];
  for (const cause of ordered) {
    const last = items.at(-1);
    if (last !== undefined && (last.until === undefined || cause.since <= last.until)) {
      last.params.causes.push(cause);
      if (cause.until === undefined) delete last.until;
      else if (last.until !== undefined && cause.until > last.until) last.until = cause.until;
    } else {
      const { since, until } = cause;
      const ends = until === undefined ? {} : { until };
      items.push({ code, class: CLASS_OF[code], since, ...ends, params: { causes: [cause] } });
    }
  }
  return items;
}

const sortKey = (cause: Cause): string => `${cause.since} ${cause.what} ${JSON.stringify(cause.data ?? {})}`;
const loggedOn = (pledge: Pledge, timeZone: string): Day => dayOf(pledge.createdAt, timeZone);
/** A statement dated ahead hides no item until its day. */
function statedOrLogged(pledge: Pledge, timeZone: string): Day {
  const logged = loggedOn(pledge, timeZone);
  return pledge.statedOn !== null && pledge.statedOn < logged ? pledge.statedOn : logged;
}
