// What conditions wait for, once more: the value of each leaf from the records it names, and what follows for a pledge.
import type { Day } from "@/lib/domain/base/day";
import type { Condition, Leaf, Truth } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { dayIn } from "./days";
import type { SmallRegister } from "./register";
import { valueOf } from "./trying";

export const RUNGS = ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];

export const pledgeNamed = ({ pledges }: SmallRegister, name: string): Pledge | undefined =>
  pledges.find(({ reference }) => reference === name);

/** The pledge and what replaced it, one after the other. */
export function lineOf(register: SmallRegister, name: string): Pledge[] {
  const pledge = pledgeNamed(register, name);
  if (!pledge) return [];
  return [pledge, ...(pledge.supersededBy === null ? [] : lineOf(register, pledge.supersededBy))];
}

/** With each leaf on a pledge that was replaced as if it named the last of the line. */
export function asFollowed(register: SmallRegister, condition: Condition): Condition {
  const text = JSON.stringify(condition, (key, value: unknown) =>
    key === "pledge" && typeof value === "string"
      ? (lineOf(register, value).at(-1)?.reference ?? value)
      : value,
  );
  return JSON.parse(text) as Condition;
}

export const hasReached = (pledge: Pledge, stage: string): boolean =>
  pledge.voided === null && RUNGS.indexOf(pledge.stage) >= RUNGS.indexOf(stage);

export function truthOfLeaf(register: SmallRegister, leaf: Leaf): Truth {
  if ("pledge" in leaf) {
    const last = lineOf(register, leaf.pledge).at(-1);
    return last === undefined ? null : hasReached(last, leaf.atLeast);
  }
  if ("trigger" in leaf) {
    const state = register.triggers.find(({ code }) => code === leaf.trigger)?.state;
    return state === "MET" ? true : state === "NOT_MET" ? false : null;
  }
  const status = register.approvals.find(({ id }) => id === leaf.approval)?.status;
  if (status === undefined || status === "UNKNOWN") return null;
  return status === "APPROVED" || status === "NOT_REQUIRED";
}

export const canStart = (register: SmallRegister, { condition }: Pick<Pledge, "condition">): boolean =>
  condition === null || valueOf(condition, (leaf) => truthOfLeaf(register, leaf)) === 2;

export const isDormantLeaf = ({ triggers }: SmallRegister, leaf: Leaf): boolean =>
  "trigger" in leaf &&
  (["CEASEFIRE_IN_FORCE", "PEACE_AGREEMENT_SIGNED", "RENEWED_ATTACK"].includes(leaf.trigger) ||
    triggers.some(({ code, waiting }) => code === leaf.trigger && waiting === "DORMANT"));

/** The last day on which something happened to what the leaf names. */
export function lastChangeOf(register: SmallRegister, leaf: Leaf): Day[] {
  const { timeZone } = register;
  if ("pledge" in leaf)
    return lineOf(register, leaf.pledge).map(({ stageSetOn, voided }) =>
      voided === null ? stageSetOn : dayIn(timeZone, voided.at),
    );
  if (!("trigger" in leaf)) return [];
  return register.triggers
    .filter(({ code }) => code === leaf.trigger)
    .map(({ since, createdAt }) => since ?? dayIn(timeZone, createdAt));
}

/** Open pledges whose condition counts. */
export const waitingPledges = ({ pledges }: SmallRegister): (Pledge & { condition: Condition })[] =>
  pledges.filter(
    (pledge): pledge is Pledge & { condition: Condition } =>
      pledge.condition !== null &&
      pledge.voided === null &&
      ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"].includes(pledge.stage),
  );

export const distinct = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
