// Whether two values of a field mean the same. Amounts are compared by kind, ends and unit or currency; only
// words without a number are compared as words.
import { decimalOf, scaled } from "../base/amount";
import { canonical, isSameJson, type Json } from "../base/canonical";
import type { EvidenceField } from "../pledge/evidence";
import { moneyEnds, type Money } from "../pledge/money";
import type { Quantity } from "../pledge/quantity";

export const meansTheSame = (field: EvidenceField, a: Json, b: Json): boolean =>
  isSameJson(comparable(field, a), comparable(field, b));

function comparable(field: EvidenceField, value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (field === "contributions.quantity") return eachOf(value, "kind", comparableQuantity);
  if (field === "contributions.money") return eachOf(value, "currency", comparableMoney);
  if (field === "contributions.caveats" && Array.isArray(value))
    return (value as readonly Json[]).map((one) => canonical(one)).sort();
  return value;
}

/** One amount, or each of several by contribution. */
function eachOf<T>(value: object, mark: string, of: (amount: T) => Json): Json {
  if (mark in value) return of(value as T);
  return Object.fromEntries(
    Object.entries(value).map(([id, one]: [string, Json]) => [id, one === null ? null : of(one as T)]),
  );
}

function comparableQuantity({ kind, min, max, unit, asStated }: Quantity): Json {
  switch (kind) {
    case "NOT_STATED":
    case "NOT_APPLICABLE":
    case "SEALED":
      return { kind };
    case "QUALITATIVE":
      return { kind, unit, asStated };
    default:
      return { kind, min: kind === "UP_TO" ? 0 : min, max, unit };
  }
}

function comparableMoney(money: Money): Json {
  const { kind, min, max, currency } = moneyEnds(money);
  return { kind, min: plain(min), max: max === null ? null : plain(max), currency };
}

const plain = (amount: string): string => decimalOf(scaled(amount));
