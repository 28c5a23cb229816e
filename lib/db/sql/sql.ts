import { Prisma } from "../generated/client";

/** SQL in pieces: values become parameters, pieces nest. `raw` takes constant text only, never values. */
export const { sql, raw } = Prisma;
export type Sql = Prisma.Sql;

/** Joins conditions with AND; without any, it is true. */
export function all(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter((one) => one !== null);
  return given.length === 0 ? sql`true` : Prisma.join(given, " AND ");
}

/** An empty list is no condition. */
export function anyOf(
  column: Sql,
  values: readonly unknown[],
  type: "text" | "smallint" = "text",
): Sql | null {
  return values.length === 0 ? null : sql`${column} = ANY(${[...values]}::${raw(`${type}[]`)})`;
}

/** The rows of all queries, of which there is at least one. */
export const union = (questions: readonly Sql[]): Sql =>
  Prisma.join(
    questions.map((question) => sql`(${question})`),
    " UNION ",
  );

/** At least one. */
export const commas = (pieces: readonly Sql[]): Sql => Prisma.join([...pieces]);
