// Questions that find their rows by keys: one plan fits any values, and PostgreSQL makes it once per connection.
import { createHash } from "node:crypto";

/**
 * A name by its text: pages and the API have a copy of this module each, and share connections. None where many rows as JSON are joined with a table,
 * which is planned for the table's size, and beyond the first fifty that begin alike: updates of a table by the columns that change, questions of one turn by what
 * falls into it.
 */
export function planned(text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  const beginning = text.trimStart().slice(0, ALIKE);
  const before = counts.get(beginning) ?? 0;
  if (before === MOST_ALIKE || text.includes("recordset(")) return {};
  counts.set(beginning, before + 1);
  const name = `by-keys-${createHash("sha256").update(text).digest("base64url").slice(0, 16)}`;
  names.set(text, name);
  return { name };
}

const names = new Map<string, string>();
const counts = new Map<string, number>();
/** As far as "SELECT json_build_array". */
const ALIKE = 23;
const MOST_ALIKE = 50;
