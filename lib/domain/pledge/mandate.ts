// How much a given approval allows, and how much of the pledges it serves is allocated. The lower end of an
// amount counts, as for firm figures: what is only possible exceeds no limit. A sealed number counts as
// nothing: a refusal would reveal it.
import { compareAmounts, decimalOf, scaled } from "../base/amount";
import { dayOf, latest, type Day } from "../base/day";
import { lapsesOn, statusOn, type Approval } from "./approval";
import type { Contribution } from "./contribution";
import { allocatedOrPromised, limitEnd } from "./measure";
import { moneyEnds } from "./money";
import { isJointParty } from "./link";
import type { Pledge } from "./pledge";
import { sameLinesIn, unitsOf } from "./same-as";
import { intervalOf } from "./quantity";
import { atLeast, isOnLadder } from "./stages";

/** The part of a pledge that says how much of it is allocated. */
export type Allocating = Pick<
  Pledge,
  "reference" | "participant" | "jointWith" | "stage" | "stageSetOn" | "voided" | "contributions"
>;

/** More is allocated than an approval allows. */
export interface Excess {
  approval: Approval;
  /** A unit or a currency. */
  measure: string;
  /** Exact decimals. */
  limit: string;
  allocated: string;
  /** When both the mandate and the allocation that passed it were there: the later of the two days. */
  since: Day;
  /** The first day on which the mandate is over. */
  until: Day | null;
}

/** `sharing`: the other pledges of the approvals that serve this one. */
export function excesses(
  pledge: Allocating,
  { approvals, sharing }: { approvals: readonly Approval[]; sharing: readonly Allocating[] },
  timeZone: string,
): Excess[] {
  return approvals
    .filter(({ status, serves }) => status === "APPROVED" && serves.includes(pledge.reference))
    .flatMap((approval) =>
      (approval.limits ?? []).flatMap((limit) => {
        const { measure, most } = limitEnd(limit);
        if (isJointParty(pledge, approval) || !partsOf(pledge, measure).some(({ amount }) => amount > 0n))
          return [];
        const others = sharing.filter(
          (one) => approval.serves.includes(one.reference) && !isJointParty(one, approval),
        );
        const parts = partsOfAll([pledge, ...others], measure);
        const passed = passedOn(parts, scaled(most));
        if (passed === null) return [];
        const given = approval.decidedOn ?? approval.statusSince ?? dayOf(approval.createdAt, timeZone);
        return {
          approval,
          measure,
          limit: most,
          allocated: decimalOf(totalOf(parts)),
          since: latest([given, passed]),
          until: lapsesOn(approval),
        };
      }),
    );
}

/** The limits that a change of a pledge would exceed, or exceed by more, on that day. */
export function exceededBy(
  before: Allocating,
  after: Allocating,
  context: { approvals: readonly Approval[]; sharing: readonly Allocating[]; today: Day; timeZone: string },
): Excess[] {
  const approvals = context.approvals.filter((one) => statusOn(one, context.today) === "APPROVED");
  const known = { approvals, sharing: context.sharing };
  const had = new Map(excesses(before, known, context.timeZone).map((one) => [keyOf(one), one.allocated]));
  return excesses(after, known, context.timeZone).filter((one) => {
    const already = had.get(keyOf(one));
    return already === undefined || compareAmounts(one.allocated, already) > 0;
  });
}

/** Whether its allocations may have changed. */
export const allocatesOtherwise = (before: Allocating, after: Allocating): boolean =>
  (atLeast(before.stage, "ALLOCATED") || atLeast(after.stage, "ALLOCATED")) &&
  (before.stage !== after.stage ||
    before.voided !== after.voided ||
    before.jointWith !== after.jointWith ||
    before.contributions !== after.contributions);

const keyOf = ({ approval, measure }: Excess): string => `${approval.id} ${measure}`;

interface Part {
  /** The unit or sum that the line belongs to. */
  unit: string;
  amount: bigint;
  on: Day;
}

/** Two lines are one only if these pledges themselves say so. */
function partsOfAll(pledges: readonly Allocating[], measure: string): Part[] {
  const unitOf = unitsOf(sameLinesIn(pledges.filter(allocates)));
  return pledges.flatMap((one) =>
    partsOf(one, measure).map((part) => ({ ...part, unit: unitOf(part.unit) })),
  );
}

const allocates = ({ stage, voided }: Allocating): boolean =>
  voided === null && isOnLadder(stage) && atLeast(stage, "ALLOCATED");

/** Allocated in this unit or currency, line by line, with the day. */
function partsOf(pledge: Allocating, measure: string): Part[] {
  if (!allocates(pledge)) return [];
  return pledge.contributions.map((line) => ({
    unit: line.id,
    amount: allocatedIn(line, measure),
    on: line.allocated?.on ?? pledge.stageSetOn,
  }));
}

/** How much of a contribution counts against a limit in this unit or currency, by lower ends. */
export function allocatedIn(line: Contribution, measure: string): bigint {
  const { quantity, money } = allocatedOrPromised(line);
  const counted = quantity.kind === "SEALED" || quantity.unit !== measure ? null : intervalOf(quantity);
  const things = counted === null ? 0n : scaled(String(counted.low));
  return things + (money?.currency === measure ? scaled(moneyEnds(money).min) : 0n);
}

/** Counts only the largest part of each unit. */
function totalOf(parts: readonly Part[]): bigint {
  const largest = new Map<string, bigint>();
  for (const { unit, amount } of parts) if (amount > (largest.get(unit) ?? 0n)) largest.set(unit, amount);
  return [...largest.values()].reduce((sum, amount) => sum + amount, 0n);
}

/** The day on which the sum passed the limit; null: it doesn't. */
function passedOn(parts: readonly Part[], most: bigint): Day | null {
  const days = [...new Set(parts.map(({ on }) => on))].sort();
  return days.find((day) => totalOf(parts.filter(({ on }) => on <= day)) > most) ?? null;
}
