// Webhooks: what is sent of new entries, when it is sent again, and when that ends.
import { ENTITY_TYPES, type Action, type EntityType } from "../base/audit";
import type { Instant } from "../base/day";
import type { LogEntry } from "./logged";

export const WEBHOOK_PAUSES = ["PERSON", "FAILING", "GONE", "RIGHTS", "SECRET", "RESTORED"] as const;
/**
 * By a person; after the last attempt; as the other side asked; its person may no longer read; its secret can't be
 * read; the register was restored.
 */
export type WebhookPause = (typeof WEBHOOK_PAUSES)[number];

export const DELIVERY_FAULTS = ["private-address", "unreachable", "too-slow", "certificate"] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

export const MOST_WEBHOOKS = 5;
/** Positions that one message looks at. */
export const MOST_IN_MESSAGE = 100;

export interface Webhook {
  id: string;
  name: string;
  url: string;
  /** Kinds of records; empty: all that its person may read. */
  types: readonly EntityType[];
  paused: WebhookPause | null;
  /** The last position it was sent. */
  position: number;
  /** Failed in a row. */
  attempts: number;
  /** When it is tried again; null: nothing has failed, or it is paused. */
  nextAt: Instant | null;
  /** On the register's clock. */
  madeAt: Instant;
  person: { id: string; name: string; email: string };
  last: WebhookAttempt | null;
}

export interface WebhookAttempt {
  after: number;
  through: number;
  attempt: number;
  /** Null: nothing was answered. */
  status: number | null;
  fault: DeliveryFault | null;
  sentAt: Instant;
}

/** Chosen in a form: what other systems wait for. */
export const WEBHOOK_TYPES: readonly EntityType[] = ENTITY_TYPES.filter(
  (type) => !["register", "person", "access"].includes(type),
);

const DELAYS_SECONDS = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400];

/** Null: it isn't sent again automatically, after two days of failures. */
export const secondsToResend = (failed: number): number | null => DELAYS_SECONDS[failed - 1] ?? null;

export const isDelivered = (status: number | null): boolean =>
  status !== null && status >= 200 && status < 300;

/** An entry without any value or anything that a person wrote: those who may read more ask for it. */
export interface MessageEntry {
  seq: number;
  at: Instant;
  action: Action;
  record: { type: EntityType; id: string; version: number; reference: string | null };
}

export const messageEntry = ({ seq, at, action, record }: LogEntry): MessageEntry => {
  const { type, id, version, reference } = record;
  return { seq, at, action, record: { type, id, version, reference } };
};

/** The same for each attempt to send these positions. */
export const messageIdOf = (webhook: string, through: number): string =>
  `msg_${webhook.replaceAll("-", "")}_${String(through)}`;
