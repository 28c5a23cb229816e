// Values that a record may have, the awkward ones first: what a codec, a driver or COPY could lose.
import fc from "fast-check";
import { compareAmounts } from "@/lib/domain/base/amount";
import { FILE_TYPES, type AttachedFile } from "@/lib/domain/pledge/file";
import type { Instant } from "@/lib/domain/base/day";
import { moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { ENDS, LARGEST_QUANTITY, NUMBERED_KINDS, type Quantity } from "@/lib/domain/pledge/quantity";
import { anyQuantity } from "./arbitrary";

const NASTY = [
  "null",
  "NULL",
  "\\N",
  "\\.",
  "{}",
  '{"a",b}',
  ",",
  '"',
  "'",
  "\\",
  "\\\\u0041\\t",
  "a\tb",
  "a\nb\r\nc\r",
  " padded ",
  " ",
  "$1 %s ${a} ::text -- /* */ ;",
  "=1+1",
  "\u{1}\u{B}\u{1F}\u{7F}",
  "\u{FEFF}\u{200E}\u{2028}\u{FFFD}\u{FFFF}",
  "e\u{301} é ё и\u{306}",
  "🇺🇦 👩🏽‍🚀",
  "1e5",
  "0x1F",
  "true",
  "2026-01-06",
  "[1,2]",
];

/** By code points, as the database counts. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join("");
const withoutNul = (text: string): string => text.replaceAll("\0", "");

const anyPart = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }).map(withoutNul),
  fc.string({ unit: fc.constantFrom(..."\\\t\n\r\"'{},N nь"), maxLength: 12 }),
);

/** Length in code points; one in twelve is as long as allowed. */
export const anyText = (most: number, least = 1): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 11,
      arbitrary: fc
        .array(anyPart, { minLength: 1, maxLength: 3 })
        .map((parts) => cut(parts.join("") + "_".repeat(least), most)),
    },
    { weight: 1, arbitrary: fc.constantFrom("ї", "🚀", '"').map((letter) => letter.repeat(most)) },
  );

/** For lists of texts, an empty text among them. */
export const anyTexts = (minLength = 0): fc.Arbitrary<string[]> =>
  fc.array(fc.oneof(fc.constant(""), anyText(30)), { minLength, maxLength: 4 });

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 3 });

const ms = (text: string): number => Date.parse(text);

/** Any day that the register accepts, 1900 to 2199. */
export const anyFarDay = fc.oneof(
  fc.constantFrom("1900-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2026-03-29", "2199-12-31"),
  fc
    .integer({ min: ms("1900-01-01"), max: ms("2199-12-31") })
    .map((at) => new Date(at).toISOString().slice(0, 10)),
);

/** To the millisecond; some are in an hour that summer time skips or repeats. */
export const anyFarInstant: fc.Arbitrary<Instant> = fc.oneof(
  fc.constantFrom(
    "1900-01-01T00:00:00.001Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00.000Z",
    "2026-03-08T02:30:00.500Z",
    "2026-03-29T01:30:00.010Z",
    "2026-10-25T00:30:00.100Z",
    "2199-12-31T23:59:59.999Z",
  ),
  fc.integer({ min: ms("1900-01-01"), max: ms("2199-12-31") }).map((at) => new Date(at).toISOString()),
);

export const anyAmount = fc.oneof(
  fc.constantFrom("0", "0.00", "0.10", "1000000.50", "99999999999999.99", "999999999999999.9999", "10"),
  fc
    .tuple(fc.nat({ max: 999_999_999_999 }), fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: null }))
    .map(([whole, part]) => (part === null ? String(whole) : `${String(whole)}.${part}`)),
);

export const anyMoney: fc.Arbitrary<Money> = fc
  .record({
    kind: fc.constantFrom(...NUMBERED_KINDS),
    ends: fc.tuple(anyAmount, anyAmount).map((ends) => ends.toSorted(compareAmounts) as [string, string]),
    currency: fc.stringMatching(/^[A-Z]{3}$/),
    asStated: maybe(anyText(2000)),
  })
  .map(({ kind, ends: [min, high], currency, asStated }) =>
    moneyFrom({ kind, min, max: kind === "AT_LEAST" ? null : high, currency, asStated }),
  );

/** Like any quantity, with the source's words and, if sealed, a commitment; some are as large as possible. */
export const anyStatedQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    quantity: anyQuantity,
    asStated: maybe(anyText(2000)),
    sha: maybe(anySha()),
    large: fc.boolean(),
  })
  .map(({ quantity, asStated, sha, large }) => ({
    ...quantity,
    asStated,
    ...(large && quantity.max !== null ? largest(quantity) : {}),
    ...(quantity.kind === "SEALED" && sha !== null ? { commitment: sha } : {}),
  }));

const largest = ({ kind, min }: Quantity): Pick<Quantity, "min" | "max"> => ({
  min: ENDS[kind] === "equal" ? LARGEST_QUANTITY : min,
  max: LARGEST_QUANTITY,
});

export function anySha(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[0-9a-f]{64}$/);
}

/** Whole, from `min` to the largest exact number. */
export const anyWhole = (min: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, Number.MAX_SAFE_INTEGER), fc.integer({ min, max: Number.MAX_SAFE_INTEGER }));

/** Fits a four-byte column. */
export const anyCount = (min = 0): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, 2 ** 31 - 1), fc.integer({ min, max: 2 ** 31 - 1 }));

/** One that another can follow. */
export const anyVersion = fc.oneof(fc.constantFrom(1, 2, 2 ** 31 - 3), fc.integer({ min: 1, max: 9999 }));

/** An end at a moment, with a reason. */
export const anyEnd = maybe(fc.record({ at: anyFarInstant, reason: anyText(2000) }));

export const anyFiles: fc.Arbitrary<readonly AttachedFile[] | undefined> = fc.option(
  fc.array(
    fc
      .record({
        id: fc.uuid(),
        name: anyText(200),
        type: fc.constantFrom(...FILE_TYPES),
        bytes: fc.integer({ min: 1, max: 20_000_000 }),
        sha256: anySha(),
        by: anyText(200),
        at: anyFarInstant,
        retracted: maybe(fc.record({ by: anyText(200), at: anyFarInstant, reason: anyText(2000) })),
      })
      .map(({ retracted, ...file }) => (retracted === null ? file : { ...file, retracted })),
    { maxLength: 2 },
  ),
  { nil: undefined },
);
