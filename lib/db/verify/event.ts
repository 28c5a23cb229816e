// Checks one entry of the log, alone and against the previous one.
import { createHash } from "node:crypto";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import type { EventLeaf } from "@/lib/domain/exchange/tables/events";
import { instantSql } from "../sql/instant-sql";

/** An event as stored; instants in the leaf's format. */
export interface EventRow extends EventLeaf {
  txid: number;
  session: string | null;
  request: string | null;
  payload: string;
  leaf: string;
  leafHash: string;
}

export const EVENT_COLUMNS = `
  seq::float8 AS seq, ${instantSql("recorded_at")} AS "recordedAt", ${instantSql("at")} AS at, txid::float8 AS txid,
  actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole", session, request, action,
  entity_type AS "entityType", entity_id AS "entityId", entity_version AS "entityVersion", reason,
  payload, payload_sha256 AS "payloadSha256", after_sha256 AS "afterSha256", prev_hash AS "prevHash", leaf, leaf_hash AS "leafHash"`;

export const NO_HASH = "0".repeat(64);

/** An entry's fault in plain words; null: none. `before` is the previous entry of the chain. */
export function whatIsWrong(
  event: EventRow,
  before: { leafHash: string },
  lastVersion: number,
): string | null {
  const difference = columnDifference(event);
  if (difference) return difference;
  if (sha256("\0", event.leaf) !== event.leafHash) return "its hash isn't the hash of its text";
  if (sha256(event.payload) !== event.payloadSha256)
    return "the record it holds isn't the one that was hashed";
  if (event.prevHash !== before.leafHash)
    return "it doesn't follow from the entry before it: one of the two was changed, put in, moved or taken out";
  if (recordHash(event.payload) !== event.afterSha256)
    return "the hash of its record isn't the hash of the record it holds";
  if (event.entityVersion !== lastVersion + 1)
    return `it says version ${event.entityVersion} where ${lastVersion + 1} is next`;
  return null;
}

export function eventRecord(payload: string): Json {
  return (JSON.parse(payload) as { record: Json }).record;
}

export function sha256(...parts: string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part, "utf8");
  return hash.digest("hex");
}

/** The leaf was hashed; the columns must match it. */
function columnDifference({
  payload: _payload,
  leaf,
  leafHash: _leafHash,
  ...columns
}: EventRow): string | null {
  if (canonical({ ...columns }) === leaf) return null;
  const hashed = parsed(leaf);
  if (hashed === null) return "its hashed text can't be read";
  const changed = Object.keys(columns).filter(
    (key) => canonical(columns[key as keyof typeof columns]) !== canonical(hashed[key] ?? null),
  );
  return changed.length > 0
    ? `its ${changed.map((key) => COLUMN_WORDS[key] ?? key).join(", ")} isn't what was hashed`
    : "its hashed text was changed";
}

const COLUMN_WORDS: Record<string, string> = {
  actorId: "actor",
  actorName: "actor's name",
  actorRole: "actor's role",
  afterSha256: "record's hash",
  entityId: "record's id",
  entityType: "type of record",
  entityVersion: "record's version",
  payloadSha256: "payload's hash",
  prevHash: "link to the entry before",
  recordedAt: "time of recording",
  at: "time",
  seq: "number",
  txid: "transaction",
};

function parsed(leaf: string): Record<string, Json> | null {
  try {
    const value: unknown = JSON.parse(leaf);
    return typeof value === "object" && value !== null ? (value as Record<string, Json>) : null;
  } catch {
    return null;
  }
}

function recordHash(payload: string): string | null {
  try {
    return sha256(canonical(eventRecord(payload)));
  } catch {
    return null;
  }
}
