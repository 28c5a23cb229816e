// The log as a table: a row an event, out of the text that its hash is taken over.
import { instant, integer, table, text } from "../table";

/** What a leaf holds; its session, request and transaction stand in the leaf alone. */
export interface Leaf {
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

export const leafIn = (leaf: string): Leaf => JSON.parse(leaf) as Leaf;

export const events = table<Leaf>("events", ["seq"], {
  seq: integer((event) => event.seq),
  at: instant((event) => event.at),
  recordedAt: instant((event) => event.recordedAt),
  action: text((event) => event.action),
  entityType: text((event) => event.entityType),
  entityId: text((event) => event.entityId),
  entityVersion: integer((event) => event.entityVersion),
  actorId: text((event) => event.actorId),
  actorName: text((event) => event.actorName),
  actorRole: text((event) => event.actorRole),
  reason: text((event) => event.reason),
  afterSha256: text((event) => event.afterSha256),
  payloadSha256: text((event) => event.payloadSha256),
  prevHash: text((event) => event.prevHash),
});
