// Queries that find their rows by keys: one plan fits any values, and PostgreSQL makes it once per
// connection.
import { createHash } from "node:crypto";

export interface Planned {
  text: string;
  name?: string;
}

/**
 * Names a query by its text: pages and the API each have a copy of this module, and share connections. No
 * name for joins of many JSON rows with a table, which are planned for the table's size, nor beyond the first
 * fifty that begin alike: updates of one table differ by their columns, joined queries by what one turn asks.
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
 * PostgreSQL sees the length of a list parameter and makes a custom plan for it each time, which takes longer
 * than reading a few rows. For a list from a subquery it assumes ten elements, so a custom plan isn't cheaper
 * and the generic one is kept.
 */
export const withGenericPlan = (text: string): string =>
  text.replace(/(\$\d+)(::\w+\[\])/g, (_, list: string, type: string) => `(SELECT ${list}${type})${type}`);

const plans = new Map<string, Planned>();
const counts = new Map<string, number>();
/** The length of "SELECT json_build_array". */
const ALIKE = 23;
const MOST_ALIKE = 50;
