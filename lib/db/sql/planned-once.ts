// Questions that find their rows by keys: one plan fits any values, and PostgreSQL makes it once per connection.
import { createHash } from "node:crypto";

/** A name by its text: pages and the API have a copy of this module each, and share connections. None: there are as many as a connection should keep plans of. */
export function planned(text: string): { name?: string } {
  if (!names.has(text) && names.size < MOST_NAMES)
    names.set(text, `by-keys-${createHash("sha256").update(text).digest("base64url").slice(0, 16)}`);
  const name = names.get(text);
  return name === undefined ? {} : { name };
}

const names = new Map<string, string>();
const MOST_NAMES = 100;
