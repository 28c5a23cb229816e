// The log for readers: who did what to which record, with the record's title.
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
  /** The register's time, and the true time. */
  at: Instant;
  recordedAt: Instant;
  /** Name and role at that time. */
  actor: { id: string; name: string; role: Role };
  /** Number of the token by which a program acted in their name. */
  token: number | null;
  action: Action;
  record: LoggedRecord;
  reason: string | null;
}

/** One entry with its changes and the hashed text, without the salt of its payload. */
export interface LogEntryDetails extends LogEntry {
  session: string | null;
  request: string | null;
  txid: number;
  /** The record before (null: it was new) and after. */
  before: Json;
  after: Json;
  changes: FieldChange[];
  payloadSha256: string;
  afterSha256: string;
  prevHash: string;
  leaf: string;
  leafHash: string;
  /** Numbers of the neighbouring entries, of the same record and of the whole log. */
  ofRecord: { previous: number | null; next: number | null };
  ofLog: { previous: number | null; next: number | null };
}

/** The form of entry numbers. */
export const isSeq = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** Empty lists and null don't filter. Newest first. */
export interface LogFilter extends Paged {
  /** An id, an email address, or a name as logged. */
  actor: string | null;
  action: Action[];
  /** As `recordNamed` reads it. */
  record: string | null;
  /** A day in the register's time zone, both inclusive, or an instant. */
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
  /** All entries about a pledge: its own, and those of records about it. */
  | { is: "pledge"; reference: string }
  | { is: "account"; email: string }
  /** One record by its id, its code or a requirement's reference. */
  | { is: "record"; name: string };

/** Null: not the name of a record. Case is ignored. */
export function recordNamed(text: string): NamedRecord | null {
  const [low, high] = [text.toLowerCase(), text.toUpperCase()];
  const type = ENTITY_TYPES.find((one) => one === low);
  if (type) return { is: "type", type };
  if (/^[A-Z]{2,4}-[1-5]-\d{3,9}$/.test(high)) return { is: "pledge", reference: high };
  if (isId(low)) return { is: "record", name: low };
  if (/^[^\s,@]+@[^\s,@]+$/.test(low)) return { is: "account", email: low };
  return /^[A-Z][A-Z0-9_-]{1,59}$/.test(high) ? { is: "record", name: high } : null;
}
