// How much, as stated. Unknown never becomes a number: a quantity without a number has no interval.
/** Kinds whose number everyone sees. */
export const NUMBERED_KINDS = ["EXACT", "RANGE", "AT_LEAST", "UP_TO", "APPROXIMATE"] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

export const QUANTITY_KINDS = [
  ...NUMBERED_KINDS,
  "QUALITATIVE",
  "NOT_STATED",
  "NOT_APPLICABLE",
  "SEALED",
] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

export const UNITS = [
  "PERSON",
  "COMPANY",
  "BATTALION",
  "BRIGADE",
  "AIRCRAFT",
  "SHIP",
  "SYSTEM",
  "ROUND",
  "PLACE_PER_YEAR",
] as const;
export type Unit = (typeof UNITS)[number];

export const LARGEST_QUANTITY = 999_999_999_999;

export interface Quantity {
  kind: QuantityKind;
  min: number | null;
  max: number | null;
  unit: Unit | null;
  /** The words of the source. */
  asStated: string | null;
  /** In the record, for a SEALED quantity with a number: the commitment to it. The number itself is stored elsewhere. */
  commitment?: string;
  /**
   * In what a reader sees, in place of the commitment: whether `min` and `max` are shown to them
   * (lib/domain/pledge/sealed.ts).
   */
  sealed?: Sealed | undefined;
}

export const SEALED = ["SHOWN", "HIDDEN"] as const;
export type Sealed = (typeof SEALED)[number];

/** Which ends a kind has: exactly these must be given; with `either` both, one or none. With `max` the lower end is 0. */
export const ENDS: Record<QuantityKind, "both" | "equal" | "min" | "max" | "none" | "either"> = {
  EXACT: "equal",
  RANGE: "both",
  AT_LEAST: "min",
  UP_TO: "max",
  APPROXIMATE: "equal",
  QUALITATIVE: "none",
  NOT_STATED: "none",
  NOT_APPLICABLE: "none",
  SEALED: "either",
};

interface StatedEnds {
  min: unknown;
  max: unknown;
}

/** As which kind the ends that are given read; null: none is given. */
export function kindOfEnds({ min, max }: StatedEnds): Exclude<NumberedKind, "APPROXIMATE"> | null {
  if (min === null) return max === null ? null : "UP_TO";
  return max === null ? "AT_LEAST" : min === max ? "EXACT" : "RANGE";
}

/** Which message puts it into words. */
export function wordingOf({ kind, unit, ...ends }: StatedEnds & { kind: QuantityKind; unit: unknown }) {
  if (kind === "QUALITATIVE" && unit !== null) return "QUALITATIVE_UNIT";
  const sealed = kindOfEnds(ends);
  return kind === "SEALED" && sealed !== null ? (`SEALED_${sealed}` as const) : kind;
}

/** The number from which the unit takes its form; one that isn't stated reads as "hundreds of people". */
export const countedBy = <Value>({ min, max }: Record<"min" | "max", Value | null>): Value | number =>
  max ?? min ?? 5;

export const NOT_STATED: Quantity = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null };

/** An unchanged "up to n" recorded before lower ends were stored stays as recorded. */
export const orAsRecorded = (sent: Quantity, recorded: Quantity | null | undefined): Quantity =>
  recorded && isUpTo(recorded) && isUpTo(sent) && sameBut(recorded, sent) ? recorded : sent;

const isUpTo = ({ kind }: Quantity): boolean => kind === "UP_TO";

const sameBut = (a: Quantity, b: Quantity): boolean =>
  a.max === b.max && a.unit === b.unit && a.asStated === b.asStated;

/** Null: no number is stated. `high` null: no upper end. */
export function intervalOf(quantity: Quantity): { low: number; high: number | null } | null {
  switch (ENDS[quantity.kind]) {
    case "none":
      return null;
    case "min":
      return quantity.min === null ? null : { low: quantity.min, high: null };
    case "max":
      return quantity.max === null ? null : { low: 0, high: quantity.max };
    case "either":
      return quantity.min === null && quantity.max === null
        ? null
        : { low: quantity.min ?? 0, high: quantity.max };
    default:
      return quantity.min === null || quantity.max === null
        ? null
        : { low: quantity.min, high: quantity.max };
  }
}

/** Whether the amount is still unclear. A sealed number is known to those cleared; NOT_APPLICABLE needs none. */
export function leavesOpen(quantity: Quantity): boolean {
  return quantity.kind === "NOT_STATED" || quantity.kind === "QUALITATIVE";
}
