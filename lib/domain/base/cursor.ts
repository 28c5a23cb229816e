// The end of a page of a list: its order and the key of its last row, as one opaque word. Paging by key neither skips
// nor repeats a row when others come and go.
import { isId } from "./id";
import { invalid } from "./refusal";
import { ok, type Result } from "./result";

export type CursorKey = readonly string[];

const LONGEST = 1_000;

export function cursorOf(order: string, key: CursorKey): string {
  return base64url(JSON.stringify([order, ...key]));
}

/** Null: not a cursor, or one of another order. */
export function keyIn(cursor: string, order: string, isKey: (key: CursorKey) => boolean): CursorKey | null {
  const parts = cursor.length > LONGEST ? null : partsOf(cursor);
  if (parts === null || parts[0] !== order) return null;
  const key = parts.slice(1);
  return isKey(key) ? key : null;
}

/** The key of the last row already seen; null: none yet. A cursor of another order is refused. */
export function afterCursor(
  cursor: string | null,
  order: string,
  isKey: (key: CursorKey) => boolean,
): Result<CursorKey | null> {
  if (cursor === null) return ok(null);
  const key = keyIn(cursor, order, isKey);
  return key === null ? invalid({ path: "cursor", code: "bad-cursor" }) : ok(key);
}

/** The key of a row in a list ordered by time: the instant it was recorded, and its id. */
export const isKeyInTime = ([at = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) &&
  Number.isFinite(Date.parse(at)) &&
  isId(id);

function partsOf(cursor: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(fromBase64url(cursor));
    return Array.isArray(parts) && parts.every(isText) ? parts : null;
  } catch {
    return null;
  }
}

/** False for NUL and lone surrogates: no key of ours has them, and the database refuses them. */
const isText = (part: unknown): part is string =>
  typeof part === "string" && part.isWellFormed() && !part.includes("\0");

function base64url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): string {
  if (!/^[\w-]+$/.test(text)) throw new TypeError("not base64url");
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(
    Uint8Array.from(bytes, (char) => char.charCodeAt(0)),
  );
}
