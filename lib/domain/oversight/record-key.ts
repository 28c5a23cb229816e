// A record as people name it, whatever its kind: `pledge:FR-3-001`, `participant:FR`, `source:` and its id. The name
// never changes and is never reused.
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

/** A record's name with its title. */
export interface TitledRecord extends RecordKey {
  title: string;
  /** The pledge whose page shows it, or the requirement for an offer; null: it has its own page. */
  within: string | null;
}

export const recordKey = ({ kind, key }: RecordKey): string => `${kind}:${key}`;

/** Null: not the name of a record. */
export function recordKeyed(text: string): RecordKey | null {
  const place = text.indexOf(":");
  const [kind, key] = [text.slice(0, place), text.slice(place + 1)];
  return isKind(kind) && IS_KEY[kind](key) ? { kind, key } : null;
}

/** Possible meanings of a reference or code typed alone, the likeliest first. */
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
