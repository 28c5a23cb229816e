// An assumption in an address: an unsaved scenario is a link.
import { ASSUMED_STATES, ASSUMED_STATUSES, type Assumption } from "./assumption";
import type { Leaf } from "../../pledge/condition";
import { isId } from "../../base/id";
import { LARGEST_QUANTITY, UNITS } from "../../pledge/quantity";
import { LADDER } from "../../pledge/stages";

/**
 * "trigger:CEASEFIRE_IN_FORCE:MET", "approval:…:REJECTED", "pledge:US-4-001:COMMITTED", "contribution:…:500:PERSON",
 * "contribution:…:2000000.50:EUR".
 */
export function assumptionName(one: Assumption): string {
  if ("trigger" in one) return `trigger:${one.trigger}:${one.state}`;
  if ("approval" in one) return `approval:${one.approval}:${one.status}`;
  if ("pledge" in one) return `pledge:${one.pledge}:${one.atLeast}`;
  if ("currency" in one) return `contribution:${one.contribution}:${one.amount}:${one.currency}`;
  return `contribution:${one.contribution}:${String(one.quantity)}:${one.unit}`;
}

/** Null: not the name of an assumption. The record it names may not exist. */
export function assumptionNamed(text: string): Assumption | null {
  const [kind, subject = "", value = "", unit = "", ...rest] = text.split(":");
  if (rest.length > 0 || (unit !== "" && kind !== "contribution")) return null;
  switch (kind) {
    case "trigger": {
      const state = oneOf(ASSUMED_STATES, value);
      return state && /^[A-Z][A-Z0-9_]{1,59}$/.test(subject) ? { trigger: subject, state } : null;
    }
    case "approval": {
      const status = oneOf(ASSUMED_STATUSES, value);
      return status && isId(subject) ? { approval: subject, status } : null;
    }
    case "pledge": {
      const atLeast = oneOf(LADDER, value);
      return atLeast && /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(subject) ? { pledge: subject, atLeast } : null;
    }
    case "contribution":
      return isId(subject) ? contributionNamed(subject, value, unit) : null;
    default:
      return null;
  }
}

function contributionNamed(contribution: string, value: string, unit: string): Assumption | null {
  const known = oneOf(UNITS, unit);
  if (known !== null) {
    const quantity = /^\d{1,12}$/.test(value) ? Number(value) : null;
    return quantity !== null && quantity <= LARGEST_QUANTITY ? { contribution, quantity, unit: known } : null;
  }
  return CURRENCY.test(unit) && SUM.test(value) ? { contribution, amount: value, currency: unit } : null;
}

const CURRENCY = /^[A-Z]{3}$/;
/** As decimals are kept: neither zeros in front nor at the end. */
const SUM = /^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/;

/** The value a keystone is assumed to have. */
export const withAssumptionNamed = (leaf: Leaf): Assumption =>
  "trigger" in leaf
    ? { trigger: leaf.trigger, state: "MET" }
    : "approval" in leaf
      ? { approval: leaf.approval, status: "APPROVED" }
      : { pledge: leaf.pledge, atLeast: leaf.atLeast };

const oneOf = <T extends string>(values: readonly T[], text: string): T | null =>
  values.find((value) => value === text) ?? null;
