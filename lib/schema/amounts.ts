// Input of amounts: quantities and sums, with the ends their kind has. Shared by several nouns.
import { z } from "zod";
import { compareAmounts } from "@/lib/domain/base/amount";
import { moneyEnds, moneyFrom, type ExactMoney, type Money } from "@/lib/domain/pledge/money";
import {
  MOST_LIMITS,
  whyNotMeasured,
  type Limit,
  type Measured,
  type StatedAmount,
} from "@/lib/domain/pledge/measure";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import {
  ENDS,
  LARGEST_QUANTITY,
  NUMBERED_KINDS,
  QUANTITY_KINDS,
  SEALED,
  UNITS,
  type QuantityKind,
} from "@/lib/domain/pledge/quantity";
import { dayInput, line, nullable, problemOf } from "@/lib/schema/fields";

export const AS_STATED_LIMIT = TEXT_LIMITS.asStated;

const end = nullable(z.int().min(0).max(LARGEST_QUANTITY));

const quantityFields = {
  kind: z.enum(QUANTITY_KINDS),
  min: end,
  max: end,
  unit: nullable(z.enum(UNITS)),
  asStated: nullable(line(AS_STATED_LIMIT)),
};
type End = number | string | null;
type Ends<E extends End = End> = { kind: QuantityKind; min: E; max: E };
const asks = (kind: QuantityKind, which: "min" | "max"): boolean =>
  ENDS[kind] === which || ENDS[kind] === "both" || ENDS[kind] === "equal";
const takes = (kind: QuantityKind, which: "min" | "max"): boolean =>
  asks(kind, which) || ENDS[kind] === "either";
const isFromNothing = ({ kind, min }: Ends): boolean => ENDS[kind] === "max" && Number(min) === 0;
const DECIMAL = /^(0|[1-9]\d{0,14})(\.\d{1,4})?$/;

/** Also 0 if an end is malformed, which has its own error: checks of the whole amount run anyway. */
function compare(a: NonNullable<End>, b: NonNullable<End>): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return [a, b].every((end) => DECIMAL.test(String(end))) ? compareAmounts(String(a), String(b)) : 0;
}

const withEnds = <T extends z.ZodType<Ends>>(amount: T): T =>
  amount
    .refine(({ kind, min }) => !asks(kind, "min") || min !== null, problemOf("required", ["min"]))
    .refine(({ kind, max }) => !asks(kind, "max") || max !== null, problemOf("required", ["max"]))
    .refine(
      (ends) => takes(ends.kind, "min") || ends.min === null || isFromNothing(ends),
      problemOf("no-number", ["min"]),
    )
    .refine(({ kind, max }) => takes(kind, "max") || max === null, problemOf("no-number", ["max"]))
    .refine(
      ({ kind, min, max }) =>
        ENDS[kind] !== "equal" || min === null || max === null || compare(min, max) === 0,
      problemOf("not-equal", ["max"]),
    )
    .refine(
      ({ min, max }) => min === null || max === null || compare(min, max) <= 0,
      problemOf("range-reversed", ["max"]),
    );

const quantityWithEnds = <T extends z.ZodType<Ends<number | null>>>(quantity: T): T =>
  // "Up to n" starts at zero, whether or not that was sent.
  withEnds(quantity).overwrite((ends) => (ENDS[ends.kind] === "max" ? { ...ends, min: 0 } : ends));

/** As everyone may read it: the number of a SEALED one is stored elsewhere. */
export const quantityInput = quantityWithEnds(z.strictObject(quantityFields))
  .refine(({ kind, min }) => kind !== "SEALED" || min === null, problemOf("no-number", ["min"]))
  .refine(({ kind, max }) => kind !== "SEALED" || max === null, problemOf("no-number", ["max"]));

/** For contributions: a SEALED one may include its number; `sealed` is sent back as it was read. */
export const sealableInput = quantityWithEnds(
  z.strictObject({ ...quantityFields, sealed: z.enum(SEALED).optional() }),
).refine(
  ({ kind, sealed }) => kind === "SEALED" || sealed === undefined,
  problemOf("not-sealed", ["sealed"]),
);

/** Leading zeros would come back from the database as a different text. */
export const decimalInput = z
  .string()
  .refine((text) => !/^-\d/.test(text), problemOf("too-little", [], { min: 0 }))
  .refine((text) => !/^[1-9]\d{15}/.test(text), problemOf("too-much", [], { max: 999_999_999_999_999 }))
  .refine((text) => !/^\d+\.\d{5}/.test(text), problemOf("too-many-decimals", [], { max: 4 }))
  .refine((text) => DECIMAL.test(text), problemOf("not-number"))
  .meta({ pattern: DECIMAL.source, maxLength: 20 });
export const currencyInput = z.string().refine((code) => currencies().has(code), problemOf("not-a-currency"));

const exactMoney = z
  .strictObject({ amount: decimalInput, currency: currencyInput, asStated: line(AS_STATED_LIMIT).optional() })
  .transform(({ amount, currency: code, asStated }): ExactMoney => ({
    amount,
    currency: code,
    ...(asStated === undefined ? {} : { asStated }),
  }));

const statedMoney = withEnds(
  z.strictObject({
    kind: z.enum(NUMBERED_KINDS),
    min: nullable(decimalInput),
    max: nullable(decimalInput),
    currency: currencyInput,
    asStated: nullable(line(AS_STATED_LIMIT)),
  }),
).transform(({ min, ...stated }): Money => moneyFrom({ ...stated, min: min ?? "0" }));

/** `{ amount, currency }` is an exact sum; any other says its kind. */
export const moneyInput = z.union([exactMoney, statedMoney]);

/** An upper limit in one unit or currency: "up to" a number. */
const limit = z
  .strictObject({ quantity: nullable(quantityInput), money: nullable(moneyInput) })
  .refine(({ quantity, money }) => (quantity === null) !== (money === null), problemOf("one-limit"))
  .refine(
    ({ quantity }) => quantity === null || quantity.kind === "UP_TO",
    problemOf("not-at-most", ["quantity", "kind"]),
  )
  .refine(
    ({ quantity }) => quantity === null || quantity.unit !== null,
    problemOf("required", ["quantity", "unit"]),
  )
  .refine(
    ({ money }) => money === null || moneyEnds(money).kind === "UP_TO",
    problemOf("not-at-most", ["money", "kind"]),
  );

/** Each unit and currency once; an empty list means no limits. */
export const limitsInput = z
  .array(limit)
  .max(MOST_LIMITS)
  .refine(
    (limits) =>
      new Set(limits.map(({ quantity, money }) => money?.currency ?? quantity?.unit)).size === limits.length,
    problemOf("repeated"),
  )
  .transform((limits): Limit[] | null => (limits.length === 0 ? null : limits));

export const allocation = z.strictObject({
  quantity: nullable(quantityInput),
  money: nullable(moneyInput),
  on: dayInput,
});

type Line = StatedAmount & { allocated: Measured | null };

/** Each error in an allocation, at its own path. */
export function allocationFits<S extends z.ZodType<Line>>(line: S): S {
  return ALLOCATION_FAULTS.reduce(
    (checked, { path, code }) =>
      checked.refine(
        (sent) => !hasFault(sent, path, code),
        problemOf(code, ["allocated", ...path.split(".")]),
      ),
    line,
  );
}

const ALLOCATION_FAULTS = [
  { path: "quantity.min", code: "quantity-or-money" },
  { path: "quantity.kind", code: "needs-number" },
  { path: "quantity.kind", code: "number-is-sealed" },
  { path: "quantity.unit", code: "another-unit" },
  { path: "money.currency", code: "another-currency" },
] as const;

const hasFault = (line: Line, path: string, code: string): boolean =>
  line.allocated !== null &&
  whyNotMeasured(line, line.allocated).some((fault) => fault.path === path && fault.code === code);

let known: ReadonlySet<string> | null = null;
const currencies = (): ReadonlySet<string> => (known ??= new Set(Intl.supportedValuesOf("currency")));
