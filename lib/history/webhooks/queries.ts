import "server-only";
import type { EntityType } from "@/lib/domain/base/audit";
import { mayReadLog, mayReadPeople, mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import { feedTypes } from "@/lib/domain/log/feed";
import {
  MOST_IN_MESSAGE,
  messageEntry,
  type MessageEntry,
  type Webhook,
  type WebhookAttempt,
} from "@/lib/domain/log/webhook";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findHead } from "@/lib/db/past/position";
import { findEntries } from "@/lib/db/queries/log/feed";
import { findDeliveries, findWebhook, findWebhooks } from "@/lib/db/jobs/webhooks";

export async function loadOwnWebhooks(actor: Actor): Promise<Result<Webhook[]>> {
  return mayReadRegister(actor) ? ok(await findWebhooks(actor.id)) : refuse("role");
}

/** Those of everyone. */
export async function loadWebhooks(actor: Actor): Promise<Result<Webhook[]>> {
  return mayReadPeople(actor) ? ok(await findWebhooks(null)) : refuse("role");
}

/** Its last attempts, newest first: for its person, and for those who see all webhooks. */
export async function loadDeliveries(actor: Actor, id: string): Promise<Result<WebhookAttempt[]>> {
  const webhook = isId(id) ? await findWebhook(id) : null;
  if (!webhook || (webhook.person.id !== actor.id && !mayReadPeople(actor))) return refuse("not-found");
  return ok(await findDeliveries(id));
}

export interface WebhookWithDeliveries extends Webhook {
  /** The last of them, newest first. */
  deliveries: readonly WebhookAttempt[];
}

/** For the page of the person's own webhooks. */
export async function loadOwnDeliveries(actor: Actor): Promise<Result<WebhookWithDeliveries[]>> {
  const own = await loadOwnWebhooks(actor);
  if (!own.ok) return own;
  const deliveries = await Promise.all(own.value.map(({ id }) => findDeliveries(id, MOST_SHOWN)));
  return ok(own.value.map((webhook, n) => ({ ...webhook, deliveries: deliveries[n] ?? [] })));
}

const MOST_SHOWN = 10;

export interface MessageAsked {
  after: number;
  /** The last position of a message in progress; null: up to the end of the log. */
  through: number | null;
  /** Empty: everything that the reader may read. */
  types: readonly EntityType[];
}

/** The entries after a position that the reader gets, up to the limit of a message. */
export async function loadMessage(
  reader: Actor,
  { after, through: last, types: wanted }: MessageAsked,
): Promise<{ items: MessageEntry[]; through: number }> {
  const through = last ?? Math.min((await findHead()).seq, after + MOST_IN_MESSAGE);
  const types = feedTypes(reader).filter((type) => wanted.length === 0 || wanted.includes(type));
  const found = await findEntries({ after, through }, types, mayReadLog(reader));
  return { items: found.map(({ entry }) => messageEntry(entry)), through };
}
