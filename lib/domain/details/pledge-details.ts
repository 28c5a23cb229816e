// A pledge as shown: the record, and what follows from it for this reader.
import { holds, type Actor } from "../people/actor";
import { currentOn, type Approval, type CurrentApproval } from "../pledge/approval";
import type { Allocating } from "../pledge/mandate";
import { completenessOf, type Completeness } from "../unresolved/completeness";
import { isActionable } from "../pledge/condition";
import { dayOf, type Day, type Instant } from "../base/day";
import type { Cycle } from "../conditions/deadlock";
import type { Delivery } from "../pledge/delivery";
import { instrumentOf, verificationOf, type EvidenceKind, type Verification } from "../pledge/evidence";
import { truthIn, type KnownLeaves, type LeafFacts } from "../conditions/leaf-facts";
import { factsOn } from "../conditions/through-time";
import type { OfferOn } from "../requirements/offer";
import { wayToVoid, type Pledge } from "../pledge/pledge";
import { whyNotDecide, type KnownProposal } from "../proposals/proposal";
import type { HistoryList } from "../proposals/history";
import type { KnownRuling } from "../proposals/ruling";
import type { Leaving } from "../people/participant";
import { offeredSteps } from "../pledge/stage";
import type { RuleSettings } from "../people/register";
import type { Stage } from "../pledge/stages";
import { holdingOn, unresolved, type UnresolvedItem } from "../unresolved/unresolved";

export interface PledgeDetails extends Pledge {
  instrument: EvidenceKind | null;
  verification: Verification | null;
  /** Reference of the pledge it replaced. */
  supersedes: string | null;
  approvals: CurrentApproval[];
  /** The other pledges of approvals that have limits. */
  sharing: Allocating[];
  facts: LeafFacts;
  /** The cycle of conditions it is part of. */
  cycle: Cycle | null;
  actionable: boolean;
  /** The one on the pledge itself: open, or sent back. */
  proposal: KnownProposal | null;
  /** Also those on an approval it needs. */
  proposals: KnownProposal[];
  rulings: KnownRuling[];
  /** By day, including retracted ones. */
  deliveries: Delivery[];
  /** Offers not withdrawn, on requirements that aren't closed. */
  offers: OfferOn[];
  unresolved: UnresolvedItem[];
  completeness: Completeness;
  may: May;
}

/** A single pledge as read, with its history where that was asked for. */
export type PledgeRead = PledgeDetails & { history?: HistoryList };

export interface May {
  edit: boolean;
  set: Stage[];
  propose: Stage[];
  decide: boolean;
  void: boolean;
}

/** A row of a list: without evidence, condition and the reader's permissions. */
export type PledgeRow = Omit<
  PledgeDetails,
  | "evidence"
  | "condition"
  | "sharing"
  | "facts"
  | "cycle"
  | "may"
  | "proposals"
  | "rulings"
  | "offers"
  | "deliveries"
>;

/** Records shown with a pledge. */
export interface Around {
  /** Those that serve it, oldest first. */
  approvals: Approval[];
  /** The other pledges of the approvals that have limits. */
  sharing: Allocating[];
  /** Open or sent back, on the pledge or an approval it needs, oldest first. */
  proposals: KnownProposal[];
  rulings: KnownRuling[];
  /** Offers not withdrawn, on requirements that aren't closed. */
  offers: OfferOn[];
  /** By day. */
  deliveries: Delivery[];
  /** Reference of the pledge it replaced, the last of several. */
  supersedes: string | null;
  /** Of its participant. */
  left: Leaving | null;
}

export interface PledgeDetailsContext extends Around, RuleSettings {
  facts: LeafFacts;
  cycle: Cycle | null;
}

export function pledgeDetailsOf(
  actor: Actor,
  pledge: Pledge,
  context: PledgeDetailsContext,
  at: Instant,
): PledgeDetails {
  const today = dayOf(at, context.timeZone);
  const instrument = instrumentOf(pledge.evidence);
  const proposal = context.proposals.find((one) => one.subjectId === pledge.id) ?? null;
  const isOpen = proposal?.status === "OPEN";
  const actionable = isActionable(pledge.condition, truthIn(context.facts, today));
  const steps = offeredSteps(actor, pledge, {
    approvals: context.approvals,
    sharing: context.sharing,
    deliveries: context.deliveries,
    actionable,
    today,
    timeZone: context.timeZone,
  });
  return {
    instrument,
    verification: verificationOf(instrument),
    supersedes: context.supersedes,
    approvals: context.approvals.map(currentOn(today)),
    sharing: context.sharing,
    facts: factsOn(context.facts, today),
    cycle: context.cycle,
    actionable,
    proposal,
    proposals: context.proposals,
    rulings: context.rulings,
    offers: context.offers,
    deliveries: context.deliveries,
    unresolved: unresolved(pledge, context, at),
    completeness: completenessOf(pledge, instrument),
    may: {
      edit: mayEdit(actor, pledge),
      set: steps.set,
      propose: isOpen ? [] : steps.propose,
      decide: proposal !== null && whyNotDecide(actor, proposal, false) === null,
      void: wayToVoid(actor, pledge) === "at-once" || (!isOpen && wayToVoid(actor, pledge) === "propose"),
    },
    // Spread last: V8 takes 50 µs to add so many members to a copy this large.
    ...pledge,
  };
}

export function toListItem(details: PledgeDetails): PledgeRow {
  const {
    evidence: _evidence,
    condition: _condition,
    facts: _facts,
    sharing: _sharing,
    cycle: _cycle,
    may: _may,
    proposals: _proposals,
    rulings: _rulings,
    offers: _offers,
    deliveries: _deliveries,
    ...row
  } = details;
  return row;
}

/** What a row shows in addition to the record. */
export interface RowContext {
  instrument: EvidenceKind | null;
  supersedes: string | null;
  approvals: Approval[];
  /** On the pledge itself: open, or sent back. */
  proposal: KnownProposal | null;
  /** As stored. */
  items: UnresolvedItem[];
  facts: KnownLeaves;
}

/** The same row as `toListItem` makes, from stored items: the rules aren't run again. */
export function rowOf(pledge: Omit<Pledge, "evidence">, context: RowContext, today: Day): PledgeRow {
  const { condition, ...record } = pledge;
  const { instrument, supersedes, approvals, proposal, items, facts } = context;
  return {
    instrument,
    verification: verificationOf(instrument),
    supersedes,
    approvals: approvals.map(currentOn(today)),
    actionable: isActionable(condition, truthIn(facts, today)),
    proposal,
    unresolved: holdingOn(items, today),
    completeness: completenessOf(pledge, instrument),
    ...record,
  };
}

/** A voided pledge can't be changed. */
export const mayEdit = (actor: Actor, pledge: Pick<Pledge, "participant" | "voided">): boolean =>
  pledge.voided === null && holds(actor, pledge.participant);
