// Domain values in rows. The domain has days and instants as text, Prisma as Date, PostgreSQL's JSON as text
// again. Reading through Prisma and through SQL both use this file.
import type { Day, Instant } from "@/lib/domain/base/day";
import { Prisma } from "../generated/client";

/** A row from Prisma, or from SQL as JSON. */
export type Stored<M> = { readonly [K in keyof M]: StoredValue<M[K]> };
type StoredValue<V> = V extends Date
  ? Date | string
  : V extends bigint
    ? bigint | number
    : V extends Prisma.Decimal
      ? Prisma.Decimal | number
      : V;

/** All columns of a written row, except those the database generates. */
export type Written<M, Generated extends keyof M = never> = {
  [K in Exclude<keyof M, Generated>]: Prisma.JsonValue extends M[K]
    ? Prisma.InputJsonValue | typeof Prisma.DbNull
    : WrittenValue<M[K]>;
};
type WrittenValue<V> = V extends bigint ? number : V extends Prisma.Decimal ? string : V;

export const instantColumn = (stored: Date | string): Instant => new Date(stored).toISOString();
export const dayColumn = (stored: Date | string): Day =>
  (typeof stored === "string" ? stored : stored.toISOString()).slice(0, 10);
export const instantOrNull = (stored: Date | string | null): Instant | null =>
  stored && instantColumn(stored);
export const dayOrNull = (stored: Date | string | null): Day | null => stored && dayColumn(stored);
/** Our bigint columns hold only values that a number can represent exactly. */
export const numberOrNull = (stored: bigint | number | null): number | null =>
  stored === null ? null : Number(stored);

export const date = (text: Day): Date => new Date(text);
export const dateOrNull = (text: Day | null): Date | null => (text === null ? null : date(text));

/** A value of a closed list stored as text; the table's CHECK allows no others. */
export function oneOfColumn<T extends string | number>(values: readonly T[], stored: string | number): T {
  const found = values.find((value) => value === stored);
  if (found === undefined)
    throw new Error(`the database holds ${JSON.stringify(stored)}, which is none of ${values.join(", ")}`);
  return found;
}
export const oneOfOrNull = <T extends string | number>(
  values: readonly T[],
  stored: string | number | null,
): T | null => (stored === null ? null : oneOfColumn(values, stored));

/** `jsonOf` wrote the JSON, from the type it is read as. */
export const fromJson = <T>(stored: Prisma.JsonValue): T => stored as T;
export const jsonOf = (value: object): Prisma.InputJsonValue => value;
export const jsonOrNull = (value: object | null): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === null ? Prisma.DbNull : jsonOf(value);

/** A PostgreSQL array literal, for COPY. */
export const listText = (members: readonly string[]): string =>
  `{${members.map((member) => `"${member.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

export const atAndReason = (
  at: Date | string | null,
  reason: string | null,
): { at: Instant; reason: string } | null =>
  at === null ? null : { at: instantColumn(at), reason: reason ?? "" };

/** The update of what differs in a record's row, unless another change came first. */
export const fromVersion = <R extends { id: string; version: number }, Row extends object>(
  rowOf: (record: R) => Row,
  before: R,
  after: R,
) => ({
  where: { id: before.id, version: before.version },
  data: changedColumns(rowOf(before), rowOf(after)),
});

export function changedColumns<R extends object>(before: R, after: R): Partial<R> {
  const entries = Object.entries(after) as [keyof R & string, R[keyof R & string]][];
  const differing = entries.filter(([column, value]) => textOf(value) !== textOf(before[column]));
  return Object.fromEntries(differing) as Partial<R>;
}

/** A Date as ISO text, DbNull as null. */
const textOf = (value: unknown): string | undefined => JSON.stringify(value === Prisma.DbNull ? null : value);
