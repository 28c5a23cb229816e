// Input of amounts: a quantity with the ends its kind has, and money as an exact decimal. Shared by several nouns.
import { z } from "zod";
import { whyNotMeasured, type StatedAmount, type Measured } from "@/lib/domain/pledge/measure";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import {
  ENDS,
  LARGEST_QUANTITY,
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
type Ends = { kind: QuantityKind; min: number | null; max: number | null };
const asks = (kind: QuantityKind, which: "min" | "max"): boolean =>
  ENDS[kind] === which || ENDS[kind] === "both" || ENDS[kind] === "equal";
const takes = (kind: QuantityKind, which: "min" | "max"): boolean =>
  asks(kind, which) || ENDS[kind] === "either";
const isFromNothing = ({ kind, min }: Ends): boolean => ENDS[kind] === "max" && min === 0;

const withEnds = <T extends z.ZodType<Ends>>(quantity: T): T =>
  quantity
    .refine(({ kind, min }) => !asks(kind, "min") || min !== null, problemOf("required", ["min"]))
    .refine(({ kind, max }) => !asks(kind, "max") || max !== null, problemOf("required", ["max"]))
    .refine(
      (ends) => takes(ends.kind, "min") || ends.min === null || isFromNothing(ends),
      problemOf("no-number", ["min"]),
    )
    .refine(({ kind, max }) => takes(kind, "max") || max === null, problemOf("no-number", ["max"]))
    .refine(({ kind, min, max }) => ENDS[kind] !== "equal" || min === max, problemOf("not-equal", ["max"]))
    .refine(({ min, max }) => min === null || max === null || min <= max, problemOf("order", ["max"]))
    // "Up to n" starts at zero, whether or not that was sent.
    .overwrite((ends) => (ENDS[ends.kind] === "max" ? { ...ends, min: 0 } : ends));

/** As everyone may read it: the number of a SEALED one is stored elsewhere. */
export const quantityInput = withEnds(z.strictObject(quantityFields))
  .refine(({ kind, min }) => kind !== "SEALED" || min === null, problemOf("no-number", ["min"]))
  .refine(({ kind, max }) => kind !== "SEALED" || max === null, problemOf("no-number", ["max"]));

/** For contributions: a SEALED one may include its number; `sealed` is sent back as it was read. */
export const sealableInput = withEnds(
  z.strictObject({ ...quantityFields, sealed: z.enum(SEALED).optional() }),
).refine(
  ({ kind, sealed }) => kind === "SEALED" || sealed === undefined,
  problemOf("not-sealed", ["sealed"]),
);

/** Leading zeros would come back from the database as a different text. */
export const moneyInput = z.strictObject({
  amount: z
    .string()
    .max(20)
    .regex(/^(0|[1-9]\d{0,14})(\.\d{1,4})?$/),
  currency: z.string().refine((code) => currencies().has(code), problemOf("not-a-currency")),
});

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
