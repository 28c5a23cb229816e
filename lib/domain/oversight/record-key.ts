// A record as somebody names it, whatever its kind: `pledge:FR-3-001`, `participant:FR`, `source:` and its id. The name
// never changes and is never given twice.
import { isId } from "../base/id";
import { REQUIREMENT_REFERENCE } from "../requirements/requirement";

export const RECORD_KINDS = [
  "pledge",
  "approval",
  "source",
  "participant",
  "trigger",
  "requirement",
  "offer",
  "delivery",
  "proposal",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RecordKey {
  kind: RecordKind;
  /** Its reference, code or id. */
  key: string;
}

/** A record by its name, with what people call it. */
export interface TitledRecord extends RecordKey {
  title: string;
  /** Key of the pledge, or of an offer the requirement, on whose page it stands; null: it has a page of its own. */
  within: string | null;
}

export const recordKey = ({ kind, key }: RecordKey): string => `${kind}:${key}`;

/** Null: names none. */
export function recordKeyed(text: string): RecordKey | null {
  const place = text.indexOf(":");
  const [kind, key] = [text.slice(0, place), text.slice(place + 1)];
  return isKind(kind) && IS_KEY[kind](key) ? { kind, key } : null;
}

/** What somebody may mean who types a reference or a code alone, the likeliest first. */
export function meantBy(text: string): RecordKey[] {
  const typed = text.trim();
  const whole = recordKeyed(typed);
  if (whole) return [whole];
  const key = isId(typed.toLowerCase()) ? typed.toLowerCase() : typed.toUpperCase();
  return RECORD_KINDS.filter((kind) => IS_KEY[kind](key)).map((kind) => ({ kind, key }));
}

export const LONGEST_RECORD_KEY = 80;

const isKind = (text: string): text is RecordKind => (RECORD_KINDS as readonly string[]).includes(text);

const IS_KEY: Record<RecordKind, (key: string) => boolean> = {
  pledge: (key) => /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(key),
  approval: isId,
  source: isId,
  participant: (key) => /^[A-Z]{2,4}$/.test(key),
  trigger: (key) => /^[A-Z][A-Z0-9_]{1,59}$/.test(key),
  requirement: (key) => REQUIREMENT_REFERENCE.test(key),
  offer: isId,
  delivery: isId,
  proposal: isId,
};
