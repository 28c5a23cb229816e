// Smallest sets of decisions, once more: every set of one decision is tried, then every set of two, and so on.
import { assumptionName } from "@/lib/domain/history/scenarios/assumption-name";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import { posed } from "@/lib/domain/history/scenarios/smallest-sets/posed";
import type { Bounds } from "@/lib/domain/history/scenarios/smallest-sets/search";
import { findingSets } from "@/lib/domain/history/scenarios/smallest-sets/smallest-sets";
import type { SetsQuestion, SmallestSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { unitsIn } from "@/lib/domain/history/snapshot-requirements";
import type { Day } from "@/lib/domain/base/day";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { decimalOf } from "@/lib/domain/base/amount";
import { intervalIn, tenThousandths } from "./second/amounts";
import { figureFor, partOffered } from "./second/figures";
import { isWithOthers } from "./second/mandates";
import { groupsOf, linesThatAreOne } from "./second/same";
import { fitOf } from "./second/offers";
import type { SmallRegister } from "./second/register";
import { asFollowed, canStart, hasReached, RUNGS } from "./second/waiting";

export type Aim = { pledge: Pledge } | { requirement: Requirement; need: bigint };

export interface Tried {
  /** Null: none of all sets does. */
  size: number | null;
  /** Each as sorted names of assumptions. */
  sets: string[];
}

/** Undefined: there are more sets than anybody wants to try. */
export function smallestByTrying(register: SmallRegister, aim: Aim, most = 30_000): Tried | undefined {
  const subjects = openFor(register, aim);
  let tried = 0;
  for (let size = 0; size <= subjects.length; size += 1) {
    const found: Assumption[][] = [];
    for (const set of setsOf(subjects, size)) {
      tried += 1;
      if (tried > most) return undefined;
      if (reaches(register, aim, set)) found.push(set);
    }
    if (found.length > 0)
      return {
        size,
        sets: found
          .filter((set) => !asksTooMuch(register, aim, set))
          .map(nameOf)
          .sort(),
      };
  }
  return { size: null, sets: [] };
}

export const nameOf = (set: readonly Assumption[]): string => set.map(assumptionName).sort().join(" ");

/** Each inner list is about one thing, of which one may be decided. */
function openFor(register: SmallRegister, aim: Aim): Assumption[][] {
  const pledges = "pledge" in aim ? [aim.pledge] : [...new Set(worthAnything(register, aim.requirement))];
  const named = pledges.flatMap(({ condition }) =>
    condition === null ? [] : wantedIn(asFollowed(register, condition), true),
  );
  const wants = (key: string): boolean => named.includes(key);
  const stages = register.pledges.map((pledge): Assumption[] => {
    if (pledge.voided || ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"].includes(pledge.stage)) return [];
    const isOwn =
      "requirement" in aim && pledges.includes(pledge) && ["PLEDGED", "COMMITTED"].includes(pledge.stage);
    return RUNGS.filter(
      (rung) =>
        RUNGS.indexOf(rung) > RUNGS.indexOf(pledge.stage) &&
        (wants(`${pledge.reference} ${rung}`) || (isOwn && rung === "ALLOCATED")),
    ).map((atLeast) => ({ pledge: pledge.reference, atLeast: atLeast as "PLEDGED" }));
  });
  const movable = stages.flatMap(([one]) => (one && "pledge" in one ? [one.pledge] : []));
  return [
    ...register.triggers.map(({ code, state }): Assumption[] => [
      ...(state !== "MET" && wants(code) ? [{ trigger: code, state: "MET" as const }] : []),
      ...(state === "UNKNOWN" && wants(`not ${code}`) ? [{ trigger: code, state: "NOT_MET" as const }] : []),
    ]),
    ...register.approvals.map(({ id, status, serves }): Assumption[] => {
      const isOpen = status !== "APPROVED" && status !== "NOT_REQUIRED";
      const serving = serves.some((one) => movable.includes(one));
      return [
        ...(isOpen && (wants(id) || serving) ? [{ approval: id, status: "APPROVED" as const }] : []),
        ...(status === "UNKNOWN" && wants(`not ${id}`)
          ? [{ approval: id, status: "REJECTED" as const }]
          : []),
      ];
    }),
    ...stages,
    ...("pledge" in aim ? [] : numbersFor(register, aim.requirement)),
  ].filter((all) => all.length > 0);
}

/** "CODE", "not CODE", "FR-3-001 COMMITTED". */
function wantedIn(condition: Condition, wanted: boolean): string[] {
  if ("not" in condition) return wantedIn(condition.not, !wanted);
  if ("all" in condition) return condition.all.flatMap((part) => wantedIn(part, wanted));
  if ("any" in condition) return condition.any.flatMap((part) => wantedIn(part, wanted));
  if ("of" in condition) return condition.of.flatMap((part) => wantedIn(part, wanted));
  if ("pledge" in condition) return wanted ? [`${condition.pledge} ${condition.atLeast}`] : [];
  const key = "trigger" in condition ? condition.trigger : condition.approval;
  return [wanted ? key : `not ${key}`];
}

const offersOf = (register: SmallRegister, needed: Requirement) =>
  register.offers
    .filter(({ requirement, withdrawn }) => requirement === needed.reference && !withdrawn)
    .flatMap((offer) => {
      const pledge = register.pledges.find(({ reference }) => reference === offer.pledge);
      const line = pledge?.contributions.find(({ id }) => id === offer.contribution);
      const fit = fitOf(needed, line, offer);
      const isOut = !pledge || !line || pledge.voided || fit === null || fit === "NEAR_MISS";
      return isOut ? [] : [{ offer, pledge, line }];
    });

/** Those that have a number, or may be supposed to. */
const worthAnything = (register: SmallRegister, requirement: Requirement): Pledge[] => {
  const raised = numbersFor(register, requirement).flatMap(([one]) =>
    one && "contribution" in one ? one.contribution : [],
  );
  return offersOf(register, requirement).flatMap(({ offer, pledge, line }) => {
    const part = partOffered(requirement, pledge, offer, "firm");
    const isSome = typeof part !== "string" && part.low > 0n;
    return isSome || raised.includes(line.id) ? [pledge] : [];
  });
};

/** The highest that was said of a contribution, where some offer of it would count for more then. */
function numbersFor(register: SmallRegister, requirement: Requirement): Assumption[][] {
  const offers = offersOf(register, requirement);
  return [...new Set(offers.map(({ line }) => line))].map((line): Assumption[] => {
    const own = offers.filter((one) => one.line === line);
    const said = requirement.money
      ? (line.allocated?.money ?? line.money)
      : (line.allocated?.quantity ?? line.quantity);
    // Nobody supposes what was given in confidence.
    if (!requirement.money && line.quantity.kind === "SEALED") return [];
    const [first] = own;
    const whole =
      first && said && partOffered(requirement, first.pledge, { ...first.offer, amount: null }, "firm");
    if (!whole || typeof whole === "string") return [];
    const parts = own.flatMap(({ offer }) => (offer.amount === null ? [] : tenThousandths(offer.amount)));
    const most = whole.high ?? parts.toSorted((a, b) => (a < b ? 1 : -1))[0];
    if (most === undefined || most <= whole.low) return [];
    if (own.every(({ offer: { amount } }) => amount !== null && tenThousandths(amount) <= whole.low))
      return [];
    const contribution = line.id;
    if (requirement.money)
      return [{ contribution, amount: decimalOf(most), currency: requirement.money.currency }];
    return [
      { contribution, quantity: Number(decimalOf(most)), unit: requirement.quantity?.unit ?? "PERSON" },
    ];
  });
}

function* setsOf(subjects: readonly Assumption[][], size: number): Generator<Assumption[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [place, subject] of subjects.entries())
    for (const rest of setsOf(subjects.slice(place + 1), size - 1))
      for (const one of subject) yield [one, ...rest];
}

function reaches(register: SmallRegister, aim: Aim, set: readonly Assumption[]): boolean {
  const then = afterAll(register, set);
  if (!isAllowed(register, then, set)) return false;
  if ("requirement" in aim) return figureFor(then, aim.requirement, "firm").low >= aim.need;
  const after = then.pledges.find(({ reference }) => reference === aim.pledge.reference);
  return (
    after !== undefined && canStart(then, { condition: after.condition && asFollowed(then, after.condition) })
  );
}

/** A lower stage of one of its pledges would do. */
const asksTooMuch = (register: SmallRegister, aim: Aim, set: readonly Assumption[]): boolean =>
  set.some(
    (one, place) =>
      "pledge" in one &&
      openFor(register, aim)
        .flat()
        .some(
          (other) =>
            "pledge" in other &&
            other.pledge === one.pledge &&
            RUNGS.indexOf(other.atLeast) < RUNGS.indexOf(one.atLeast) &&
            reaches(register, aim, set.with(place, other)),
        ),
  );

function afterAll(register: SmallRegister, set: readonly Assumption[]): SmallRegister {
  const trigger = new Map(set.flatMap((one) => ("trigger" in one ? [[one.trigger, one.state]] : [])));
  const status = new Map(set.flatMap((one) => ("approval" in one ? [[one.approval, one.status]] : [])));
  const stage = new Map(set.flatMap((one) => ("pledge" in one ? [[one.pledge, one.atLeast]] : [])));
  const lines = new Map(set.flatMap((one) => ("contribution" in one ? [[one.contribution, one]] : [])));
  const lineAfter = (line: Contribution): Contribution => {
    const one = lines.get(line.id);
    if (!one) return line;
    const { allocated } = line;
    if ("currency" in one) {
      const money = { amount: one.amount, currency: one.currency };
      return { ...line, money, allocated: allocated && { ...allocated, money: null } };
    }
    const { quantity: n, unit } = one;
    const quantity = { kind: "EXACT" as const, min: n, max: n, unit, asStated: null };
    return { ...line, quantity, allocated: allocated && { ...allocated, quantity: null } };
  };
  return {
    ...register,
    triggers: register.triggers.map((one) => ({ ...one, state: trigger.get(one.code) ?? one.state })),
    approvals: register.approvals.map((one) => ({ ...one, status: status.get(one.id) ?? one.status })),
    pledges: register.pledges.map((one) => ({
      ...one,
      stage: stage.get(one.reference) ?? one.stage,
      contributions: one.contributions.map(lineAfter),
    })),
  };
}

/** Nobody sets aside without the approvals, or more than they allow. */
function isAllowed(before: SmallRegister, after: SmallRegister, set: readonly Assumption[]): boolean {
  const given = (status: string): boolean => status === "APPROVED" || status === "NOT_REQUIRED";
  const lacks = set.some(
    (one) =>
      "pledge" in one &&
      RUNGS.indexOf(one.atLeast) >= RUNGS.indexOf("ALLOCATED") &&
      after.approvals.some(({ serves, status }) => serves.includes(one.pledge) && !given(status)),
  );
  return (
    !lacks &&
    after.approvals.every((approval) => {
      if (approval.status !== "APPROVED") return true;
      return (approval.limits ?? []).every((limit) => {
        const most = intervalIn(limit.money ?? limit.quantity);
        if (most === null || most.high === null) return true;
        const [was, is] = [before, after].map((one) => asideIn(one, approval, most.of));
        return is === undefined || was === undefined || is <= most.high || is <= was;
      });
    })
  );
}

/** Of lines that are one, the largest. */
function asideIn(
  { pledges }: SmallRegister,
  { serves, participant }: Pick<Approval, "serves" | "participant">,
  measure: string,
): bigint {
  const lines = pledges
    .filter((one) => serves.includes(one.reference) && !isWithOthers(one, participant))
    .filter((one) => hasReached(one, "ALLOCATED"))
    .flatMap(({ contributions }) => contributions);
  const amountOf = ({ quantity, money, allocated }: Contribution): bigint =>
    [allocated?.quantity ?? quantity, allocated?.money ?? money]
      .map(intervalIn)
      .reduce((sum, one) => (one?.of === measure ? sum + one.low : sum), 0n);
  return groupsOf(lines, (a, b) => linesThatAreOne(pledges)(a.id, b.id))
    .map((alike) => alike.map(amountOf).reduce((most, one) => (one > most ? one : most), 0n))
    .reduce((sum, one) => sum + one, 0n);
}

/** As the register searches, in one go. */
export function smallestSets(
  question: SetsQuestion,
  snapshot: Snapshot,
  on: Day,
  bounds: Bounds,
): SmallestSets {
  const finding = findingSets(posed(question, snapshot, on, unitsIn(snapshot)), bounds);
  for (;;) {
    const { done, value } = finding.next();
    if (done) return value;
  }
}
