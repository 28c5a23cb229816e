// Sends what is new to webhooks for as long as this process runs; processes share the work. There is no
// outbox: the log already is one, written with each change, so a message is what follows the position that
// its webhook has received. If a process dies while sending, the next one sends the same message again, with
// the same id.
import "server-only";
import {
  pauseByItself,
  typesOf,
  noteDelivery,
  noteDelivered,
  noteMessage,
  noteFailed,
} from "@/lib/db/jobs/webhooks";
import { findAsker } from "@/lib/db/jobs/running";
import { claimWebhook, type ClaimedWebhook } from "@/lib/db/statements/webhooks";
import { isDelivered, messageIdOf, type MessageEntry, type WebhookPause } from "@/lib/domain/log/webhook";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { startLoop } from "@/lib/platform/background";
import { env, webhookHosts } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { postOutside, type Posted, type Posting } from "@/lib/platform/outgoing";
import { isInstanceStopping } from "@/lib/platform/stopping";
import { noteWebhookPaused } from "./commands";
import { loadMessage } from "./queries";
import { signedHeaders } from "./signature";

export interface WebhookOffice {
  /** Decrypts a secret; null if it was encrypted with another key. */
  open(secret: string, id: string): string | null;
  post(posting: Posting): Promise<Posted>;
  inside: readonly string[];
}

/** Returns at once. */
export function startWebhookWorker({ open }: Pick<WebhookOffice, "open">): void {
  const office = { open, post: postOutside, inside: webhookHosts(env()) };
  for (let lane = 1; lane <= LANES; lane += 1)
    startLoop(`webhooks ${String(lane)}`, LOOK_MS, async () => {
      while (!isInstanceStopping() && (await deliverNext(office)) !== null);
    });
}

/** Null: there is nothing to send to anyone. */
export async function deliverNext(office: WebhookOffice): Promise<"heard" | "unheard" | "nothing" | null> {
  const claimed = await claimWebhook(LEASE_MS);
  if (!claimed) return null;
  const reader = await findAsker(claimed.personId);
  if (!reader || !mayReadRegister(reader)) return pausedAtOnce(claimed, "RIGHTS");
  const secret = office.open(claimed.secret, claimed.id);
  if (secret === null) return pausedAtOnce(claimed, "SECRET");
  const types = typesOf(claimed.types);
  const { items, through } = await loadMessage(reader, { ...claimed, after: claimed.position, types });
  if (items.length === 0) {
    await noteDelivered(claimed, through);
    return "nothing";
  }
  if (!(await noteMessage(claimed, through))) return "nothing";
  return (await sent(office, claimed, { secret, through, items })) ? "heard" : "unheard";
}

interface Message {
  secret: string;
  through: number;
  items: readonly MessageEntry[];
}

async function sent(office: WebhookOffice, claimed: ClaimedWebhook, { secret, through, items }: Message) {
  const { id, url, position: after, attempts } = claimed;
  const message = messageIdOf(id, through);
  const at = new Date();
  const body = JSON.stringify({
    type: "register.changes",
    timestamp: at.toISOString(),
    data: { webhook: id, after, position: through, items },
  });
  const signed = { id: message, body, seconds: Math.floor(at.getTime() / 1_000) };
  const headers = { ...HEADERS, ...signedHeaders(secret, signed) };
  const posted = await office.post({ url, headers, body, inside: office.inside });
  await noteDelivery(id, { after, through, attempt: attempts + 1, ...posted });
  if (isDelivered(posted.status)) return noteDelivered(claimed, through).then(() => true);
  const why = await noteFailed(claimed, posted.status === GONE);
  if (why !== null) {
    logger.warn({ webhook: id, why, status: posted.status, fault: posted.fault }, "a webhook is paused");
    await noteWebhookPaused(claimed, why);
  }
  return false;
}

async function pausedAtOnce(claimed: ClaimedWebhook, why: WebhookPause): Promise<"nothing"> {
  if (await pauseByItself(claimed.id, why)) {
    logger.warn({ webhook: claimed.id, why }, "a webhook is paused");
    await noteWebhookPaused(claimed, why);
  }
  return "nothing";
}

const HEADERS = { "Content-Type": "application/json", "User-Agent": "Pledge-Register" };
const GONE = 410;
const LANES = 2;
const LOOK_MS = 2_000;
/** Longer than sending takes. */
const LEASE_MS = 60_000;
