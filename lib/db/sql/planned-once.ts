// Questions that find their rows by keys: one plan fits any values, and PostgreSQL makes it once per connection.
import { createHash } from "node:crypto";

export interface Planned {
  text: string;
  name?: string;
}

/**
 * A name by its text: pages and the API have a copy of this module each, and share connections. None where many rows as JSON are joined with a table,
 * which is planned for the table's size, and beyond the first fifty that begin alike: updates of a table by the columns that change, questions of one turn by what
 * falls into it.
 */
export function planned(text: string): Planned {
  const known = plans.get(text);
  if (known !== undefined) return known;
  const beginning = text.trimStart().slice(0, ALIKE);
  const before = counts.get(beginning) ?? 0;
  if (before === MOST_ALIKE || text.includes("recordset(")) return { text };
  counts.set(beginning, before + 1);
  const name = `by-keys-${createHash("sha256").update(text).digest("base64url").slice(0, 16)}`;
  const plan = { name, text: withGenericPlan(text) };
  plans.set(text, plan);
  return plan;
}

/**
 * PostgreSQL sees the length of a list parameter and makes a custom plan for it each time, which takes longer than reading a few rows.
 * For a list from a subquery it assumes ten elements, so a custom plan is no cheaper and the generic one is kept.
 */
export const withGenericPlan = (text: string): string =>
  text.replace(/(\$\d+)(::\w+\[\])/g, (_, list: string, type: string) => `(SELECT ${list}${type})${type}`);

const plans = new Map<string, Planned>();
const counts = new Map<string, number>();
/** As far as "SELECT json_build_array". */
const ALIKE = 23;
const MOST_ALIKE = 50;
