// The assumptions of a scenario: each is one fact that isn't on record. They apply to a copy; the snapshot stays
// unchanged.
import type { Approval, ApprovalStatus } from "../../pledge/approval";
import type { Contribution } from "../../pledge/contribution";
import type { Day } from "../../base/day";
import type { Pledge } from "../../pledge/pledge";
import type { Unit } from "../../pledge/quantity";
import type { FieldError } from "../../base/refusal";
import { hasEnded, rungOf, type LadderStage } from "../../pledge/stages";
import type { Trigger, TriggerState } from "../../pledge/trigger";
import type { Snapshot } from "../snapshot";

export type Assumption = TriggerAssumption | ApprovalAssumption | PledgeAssumption | ContributionAssumption;

export const ASSUMED_STATES = ["MET", "NOT_MET"] as const satisfies readonly TriggerState[];
export interface TriggerAssumption {
  trigger: string;
  state: (typeof ASSUMED_STATES)[number];
}

export const ASSUMED_STATUSES = ["APPROVED", "REJECTED"] as const satisfies readonly ApprovalStatus[];
export interface ApprovalAssumption {
  approval: string;
  status: (typeof ASSUMED_STATUSES)[number];
}

/** The pledge of this reference has reached the stage; if it is further already, it stays there. */
export interface PledgeAssumption {
  pledge: string;
  atLeast: LadderStage;
}

/** The contribution of this id has this total amount: of a unit, or of money. */
export type ContributionAssumption = QuantityAssumption | MoneyAssumption;
export interface QuantityAssumption {
  contribution: string;
  quantity: number;
  unit: Unit;
}
export interface MoneyAssumption {
  contribution: string;
  /** An exact decimal. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

export const MOST_ASSUMPTIONS = 50;

/** Its subject: two assumptions with the same one would contradict or repeat each other. */
export const subjectOf = (one: Assumption): string => `${assumptionKind(one)} ${assumptionKey(one)}`;

/** Code, id or reference of the subject. */
function assumptionKey(one: Assumption): string {
  if ("trigger" in one) return one.trigger;
  if ("approval" in one) return one.approval;
  return "pledge" in one ? one.pledge : one.contribution;
}

const assumptionKind = (one: Assumption): AssumptionKind =>
  "trigger" in one ? "trigger" : "approval" in one ? "approval" : "pledge" in one ? "pledge" : "contribution";
const ASSUMPTION_KINDS = ["approval", "trigger", "pledge", "contribution"] as const;
export type AssumptionKind = (typeof ASSUMPTION_KINDS)[number];

/** Assumptions that this snapshot rules out, by their index. */
export function whyNotSuppose(snapshot: Snapshot, assumptions: readonly Assumption[]): FieldError[] {
  const pledges = pledgesOf(snapshot);
  const subjects = assumptions.map(subjectOf);
  return assumptions.flatMap((one, at): FieldError[] => {
    const no = (field: string, code: string): FieldError[] => [
      { path: `assumptions.${String(at)}.${field}`, code },
    ];
    if (subjects.indexOf(subjectOf(one)) < at) return no(assumptionKind(one), "repeated");
    if ("trigger" in one) return triggerOf(snapshot, one.trigger) ? [] : no("trigger", "unknown");
    if ("approval" in one) return snapshot.approval.has(one.approval) ? [] : no("approval", "unknown");
    if ("pledge" in one) {
      const pledge = pledges.find(({ reference }) => reference === one.pledge);
      if (!pledge) return no("pledge", "unknown");
      return pledge.voided !== null || hasEnded(pledge.stage) ? no("pledge", "not-in-force") : [];
    }
    const line = pledges
      .flatMap(({ contributions }) => contributions)
      .find(({ id }) => id === one.contribution);
    if (!line) return no("contribution", "unknown");
    // Neither units nor currencies are ever converted.
    if ("currency" in one)
      return line.money?.currency === one.currency ? [] : no("currency", "another-currency");
    return line.quantity.unit === null || line.quantity.unit === one.unit ? [] : no("unit", "another-unit");
  });
}

/** The snapshot with all assumptions, from this day on. Their order makes no difference. */
export function supposedIn(snapshot: Snapshot, assumptions: readonly Assumption[], on: Day): Snapshot {
  return assumptions.reduce((so, one) => withOne(so, one, on), snapshot);
}

function withOne(snapshot: Snapshot, one: Assumption, on: Day): Snapshot {
  if ("trigger" in one) {
    const found = triggerOf(snapshot, one.trigger);
    if (!found) return snapshot;
    const [id, trigger] = found;
    return { ...snapshot, trigger: put(snapshot.trigger, id, { ...trigger, state: one.state, since: on }) };
  }
  if ("approval" in one) {
    const approval = snapshot.approval.get(one.approval);
    if (!approval) return snapshot;
    return { ...snapshot, approval: put(snapshot.approval, approval.id, decided(approval, one.status, on)) };
  }
  const pledge = pledgesOf(snapshot).find((each) =>
    "pledge" in one
      ? each.reference === one.pledge
      : each.contributions.some(({ id }) => id === one.contribution),
  );
  if (!pledge) return snapshot;
  const after = "pledge" in one ? reached(pledge, one.atLeast, on) : withAmount(pledge, one);
  return { ...snapshot, pledge: put(snapshot.pledge, pledge.id, after) };
}

/** A mandate that is over is given again, without an end. */
const decided = (approval: Approval, status: ApprovalAssumption["status"], on: Day): Approval => ({
  ...approval,
  status,
  validUntil: approval.validUntil !== null && approval.validUntil < on ? null : approval.validUntil,
  statusSince: on,
  decidedOn: on,
});

const reached = (pledge: Pledge, stage: LadderStage, on: Day): Pledge =>
  pledge.voided !== null || hasEnded(pledge.stage) || rungOf(pledge.stage) >= rungOf(stage)
    ? pledge
    : { ...pledge, stage, stageSetOn: on, suspendedFrom: null };

const withAmount = (pledge: Pledge, one: ContributionAssumption): Pledge => ({
  ...pledge,
  contributions: pledge.contributions.map((line): Contribution =>
    line.id === one.contribution ? { ...line, ...amountsIn(line, one) } : line,
  ),
});

/** What is set aside in the other measure stays. */
function amountsIn({ allocated }: Contribution, one: ContributionAssumption): Partial<Contribution> {
  if ("currency" in one) {
    const money = { amount: one.amount, currency: one.currency };
    return { money, allocated: allocated?.quantity ? { ...allocated, money: null } : null };
  }
  const { quantity: n, unit } = one;
  return {
    quantity: { kind: "EXACT", min: n, max: n, unit, asStated: null },
    allocated: allocated?.money ? { ...allocated, quantity: null } : null,
  };
}

const triggerOf = (snapshot: Snapshot, code: string): [string, Trigger] | undefined =>
  [...snapshot.trigger].find(([, trigger]) => trigger.code === code);

const pledgesOf = (snapshot: Snapshot): Pledge[] => [...snapshot.pledge.values()];

const put = <V>(map: ReadonlyMap<string, V>, id: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(id, value);
