// How a record lies in its table: one description from which rows are written, read back and verified. PostgreSQL
// answers in the domain's own shape, as JSON, so there is no second mapping to go wrong.
import type { Json } from "@/lib/domain/canonical";

export interface Shape<R> {
  table: string;
  /** The column that names a record; null where there is one record alone. */
  key: string | null;
  idOf: (record: R) => string;
  /** What people call it. */
  nameOf: (record: R) => string;
  /** The record as JSON, over a row named r. */
  json: string;
  /** The record's own row, by column. */
  row: (record: R) => Record<string, unknown>;
  /** Columns whose value is found by a question rather than given; the argument is the parameter. */
  found?: Record<string, (parameter: string) => string>;
  canonical: (record: R) => Json;
}

/** Instants as the domain writes them; everything else as JSON has it. */
export type Kind = "plain" | "instant" | "json";
export type Fields<R> = { readonly [K in keyof R & string]?: Kind };

export const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
export const instantSql = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', ${INSTANT})`;

/** Members of json_build_object for the fields, over the row named. */
export function membersOf<R>(fields: Fields<R>, row: string): string {
  return entriesOf(fields)
    .map(
      ([field, kind]) =>
        `'${field}', ${kind === "instant" ? instantSql(`${row}.${columnOf(field)}`) : `${row}.${columnOf(field)}`}`,
    )
    .join(", ");
}

/** An object that has some members only where there is something to say: each with the condition under which it has. */
export function objectWith(
  members: string,
  [first, ...rest]: readonly (readonly [when: string, member: string])[],
): string {
  if (!first) return `json_build_object(${members})`;
  const [when, member] = first;
  return `CASE WHEN ${when} THEN ${objectWith(`${members}, ${member}`, rest)} ELSE ${objectWith(members, rest)} END`;
}

export function rowOf<R>(fields: Fields<R>, record: R): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(fields).map(([field, kind]) => {
      const value = record[field];
      return [columnOf(field), kind === "json" && value !== null ? JSON.stringify(value) : value];
    }),
  );
}

/** The domain says publishedOn, the table published_on. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const entriesOf = <R>(fields: Fields<R>): [keyof R & string, Kind][] =>
  Object.entries(fields) as [keyof R & string, Kind][];
