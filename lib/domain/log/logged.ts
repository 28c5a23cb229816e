// The log as people look through it: who did what to which record, and what the record is called.
import type { Role } from "../people/actor";
import { ENTITY_TYPES, type Action, type EntityType } from "../base/audit";
import type { Json } from "../base/canonical";
import type { Instant } from "../base/day";
import type { FieldChange } from "../proposals/history";
import { isId } from "../base/id";
import type { Paged } from "../base/listing";
import type { RecordName } from "./record-name";

export interface LoggedRecord extends RecordName {
  type: EntityType;
  id: string;
  version: number;
}

export interface LogEntry {
  seq: number;
  /** The register's time, and the true one. */
  at: Instant;
  recordedAt: Instant;
  /** Name and role as they were. */
  actor: { id: string; name: string; role: Role };
  action: Action;
  record: LoggedRecord;
  reason: string | null;
}

/** One entry, with what it changed and what was hashed. The salt of its payload is no part of it. */
export interface LogSheet extends LogEntry {
  session: string | null;
  request: string | null;
  txid: number;
  /** The record as the log holds it, before (null: it was new) and after. */
  before: Json;
  after: Json;
  changes: FieldChange[];
  payloadSha256: string;
  afterSha256: string;
  prevHash: string;
  leaf: string;
  leafHash: string;
  /** Numbers of the entries beside it, of the same record and of the whole log. */
  ofRecord: { previous: number | null; next: number | null };
  ofLog: { previous: number | null; next: number | null };
}

/** Is it a number as entries have one? */
export const isSeq = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** Empty lists and null ask for nothing in particular. The newest come first. */
export interface LogFilter extends Paged {
  /** An id, an e-mail address, or a name as it was. */
  actor: string | null;
  action: Action[];
  /** As `recordNamed` understands it. */
  record: string | null;
  /** A day of the register's time zone, both included, or an instant. */
  from: string | null;
  to: string | null;
}

export type NamedActor = { is: "id" | "email" | "name"; text: string };

export function actorNamed(text: string): NamedActor {
  if (isId(text) || text === THE_REGISTERS_ID) return { is: "id", text };
  return text.includes("@") ? { is: "email", text: text.toLowerCase() } : { is: "name", text };
}

const THE_REGISTERS_ID = "register";

export type NamedRecord =
  | { is: "type"; type: EntityType }
  /** All that was recorded about a pledge: of itself, and of what stands on it. */
  | { is: "pledge"; reference: string }
  /** The account that has this address. */
  | { is: "account"; email: string }
  /** One record by its id, its code or a requirement's reference. */
  | { is: "record"; name: string };

/** Null: no record is called like that. Capitals are as people type them. */
export function recordNamed(text: string): NamedRecord | null {
  const [low, high] = [text.toLowerCase(), text.toUpperCase()];
  const type = ENTITY_TYPES.find((one) => one === low);
  if (type) return { is: "type", type };
  if (/^[A-Z]{2,4}-[1-5]-\d{3,9}$/.test(high)) return { is: "pledge", reference: high };
  if (isId(low)) return { is: "record", name: low };
  if (/^[^\s,@]+@[^\s,@]+$/.test(low)) return { is: "account", email: low };
  return /^[A-Z][A-Z0-9_-]{1,59}$/.test(high) ? { is: "record", name: high } : null;
}
