// Table rows with everything that can go wrong in them: formulas, line breaks, quotes, every kind of letter.
import fc from "fast-check";
import { plusDays } from "@/lib/domain/base/day";
import type { TableCell, TableField, TableRow } from "@/lib/domain/exchange/table";

export const FIELDS = [
  { name: "text", type: "string" },
  { name: "whole", type: "integer" },
  { name: "part", type: "number" },
  { name: "day", type: "date" },
  { name: "moment", type: "datetime" },
  { name: "truth", type: "boolean" },
  { name: "words", type: "string" },
] as const satisfies readonly TableField[];

const NASTY = [
  "=cmd|' /C calc'!A0",
  "-5",
  "+1",
  "@SUM(A1)",
  "＝1+1",
  "＋",
  "－5",
  "＠x",
  "'=1",
  "''",
  "\t=1",
  "\r\n=1",
  "line\nbreak\r\nagain\rend",
  "Є, їжак; =1",
  "Зміцнення протиповітряної оборони",
  "Düsseldorf, Čeština, žluťoučký kůň",
  'say "so"',
  "a,b;c",
  " padded ",
  "_x000D_",
  "_x005F_x000D_",
  "<&>]]>",
  "\u{0}\u{1}\u{B}\u{1F}",
  "\u{FFFE}\u{FFFF}",
  "🇺🇦 👩🏽‍🚀",
  "001",
  "1E5",
  "TRUE",
  "2026-01-06",
  "\u{FEFF}=1",
  "\u{2028}=1",
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: fc.constantFrom(..."';,\"\t\r\n =-a_x05Fя"), minLength: 1 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

export const anyRow: fc.Arbitrary<TableRow> = fc.tuple(
  maybe(anyText),
  maybe(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })),
  maybe(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((n) => n + 0)),
  maybe(fc.nat(100_000).map((days) => plusDays("1900-03-01", days))),
  maybe(
    fc
      .integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) })
      .map((ms) => new Date(ms).toISOString()),
  ),
  maybe(fc.boolean()),
  maybe(anyText),
);

export const anyRows = fc.array(anyRow, { maxLength: 12 });

/** In batches, an empty one among them. */
export async function* inBatches<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  const half = Math.floor(rows.length / 2);
  for (const part of [rows.slice(0, half), [], rows.slice(half)]) yield await Promise.resolve(part);
}

/** A text cell as the type of its field. */
export function typed(text: string, { type }: TableField): TableCell {
  if (text === "") return null;
  if (type === "integer" || type === "number") return Number(text);
  return type === "boolean" ? text === "true" : text;
}

export async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const part of parts) all += part;
  return all;
}
