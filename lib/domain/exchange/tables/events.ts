// The log as a table, one row per event, from the hashed text.
import { instantField, integer, table, textField } from "../table";

/** A leaf's content; session, request and transaction are in the leaf only. */
export interface EventLeaf {
  seq: number;
  at: string;
  recordedAt: string;
  action: string;
  entityType: string;
  entityId: string;
  entityVersion: number;
  actorId: string;
  actorName: string;
  actorRole: string;
  reason: string | null;
  afterSha256: string;
  payloadSha256: string;
  prevHash: string;
}

export const leafIn = (leaf: string): EventLeaf => JSON.parse(leaf) as EventLeaf;

export const events = table<EventLeaf>("events", ["seq"], {
  seq: integer((event) => event.seq),
  at: instantField((event) => event.at),
  recordedAt: instantField((event) => event.recordedAt),
  action: textField((event) => event.action),
  entityType: textField((event) => event.entityType),
  entityId: textField((event) => event.entityId),
  entityVersion: integer((event) => event.entityVersion),
  actorId: textField((event) => event.actorId),
  actorName: textField((event) => event.actorName),
  actorRole: textField((event) => event.actorRole),
  reason: textField((event) => event.reason),
  afterSha256: textField((event) => event.afterSha256),
  payloadSha256: textField((event) => event.payloadSha256),
  prevHash: textField((event) => event.prevHash),
});
