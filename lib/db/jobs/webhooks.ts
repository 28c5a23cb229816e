// Webhooks and their deliveries. What is sent follows from the log and from the position that each webhook
// has received.
import "server-only";
import { randomUUID } from "node:crypto";
import { ENTITY_TYPES, type EntityType } from "@/lib/domain/base/audit";
import {
  DELIVERY_FAULTS,
  secondsToResend,
  WEBHOOK_PAUSES,
  type WebhookAttempt,
  type Webhook,
  type WebhookPause,
} from "@/lib/domain/log/webhook";
import type { Prisma } from "../generated/client";
import type { WebhookDeliveryModel } from "../generated/models";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { oneOfColumn, oneOfOrNull } from "../records/codec";
import { selectRegister } from "../records/register";
import { findMoment } from "../sql/moment";
import type { ClaimedWebhook } from "../statements/webhooks";

/** Those that aren't removed, newest first. */
export const findWebhooks = (personId: string | null): Promise<Webhook[]> =>
  askPrisma((db) => select(db, personId === null ? {} : { personId }));

export const findWebhook = (id: string): Promise<Webhook | null> =>
  askPrisma(async (db) => (await select(db, { id }))[0] ?? null);

/** Its last attempts, newest first. */
export const findDeliveries = (webhookId: string, take = MOST_KEPT): Promise<WebhookAttempt[]> =>
  askPrisma(async (db) => {
    const orderBy = { sentAt: "desc" } as const;
    const rows = await db.webhookDelivery.findMany({ where: { webhookId }, orderBy, take });
    const offset = await offsetOf(db);
    return rows.map((row) => deliveryOf(row, offset));
  });

/** Pauses or resumes it: a resumed one is tried at once, from where it stopped. False if it was removed. */
export const setPaused = (id: string, paused: WebhookPause | null): Promise<boolean> =>
  askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const again = paused === null ? { attempts: 0, nextAt: now } : {};
    const { count } = await db.webhook.updateMany({
      where: { id, removedAt: null },
      data: { paused, ...again },
    });
    return count > 0;
  });

/** `renewed`: a secret encrypted again, null if that isn't needed. */
export async function renewWebhookSecrets(
  renewed: (secret: string, id: string) => string | null,
): Promise<void> {
  await askPrisma(async (db) => {
    const rows = await db.webhook.findMany({
      where: { removedAt: null },
      select: { id: true, secret: true },
    });
    for (const { id, secret } of rows) {
      const by = renewed(secret, id);
      if (by !== null) await db.webhook.updateMany({ where: { id, secret }, data: { secret: by } });
    }
  });
}

export type WebhookClaim = Pick<ClaimedWebhook, "id" | "position" | "attempts">;

/** Fixes the content of a message before it is sent. */
export const noteMessage = (claim: WebhookClaim, through: number): Promise<boolean> =>
  askPrisma((db) => update(db, claim, { through: BigInt(through) }));

/** The webhook has received everything up to there. */
export const noteDelivered = (claim: WebhookClaim, through: number): Promise<boolean> =>
  askPrisma(async (db) => {
    const { now } = await findMoment(db);
    return update(db, claim, { position: BigInt(through), through: null, attempts: 0, nextAt: now });
  });

/** It wasn't received: tried again later, or paused. Returns the reason for the pause, if it wasn't paused already. */
export async function noteFailed(claim: WebhookClaim, isGone: boolean): Promise<WebhookPause | null> {
  const attempts = claim.attempts + 1;
  const seconds = secondsToResend(attempts);
  const paused = isGone ? "GONE" : seconds === null ? "FAILING" : null;
  return askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const tried = { attempts, nextAt: new Date(now.getTime() + (seconds ?? 0) * 1_000) };
    if (paused !== null && (await update(db, claim, { ...tried, paused }, { paused: null }))) return paused;
    await update(db, claim, tried);
    return null;
  });
}

/** False if it is paused already: a person may have done so meanwhile. */
export const pauseByItself = (id: string, paused: WebhookPause): Promise<boolean> =>
  askPrisma(async (db) => {
    const where = { id, removedAt: null, paused: null };
    return (await db.webhook.updateMany({ where, data: { paused } })).count > 0;
  });

export const noteDelivery = (
  webhookId: string,
  { after, through, attempt, status, fault }: Omit<WebhookAttempt, "sentAt">,
): Promise<undefined> =>
  inPrismaTransaction<undefined>(
    async ({ db }) => {
      const { now: sentAt } = await findMoment(db);
      const positions = { afterSeq: BigInt(after), through: BigInt(through) };
      const data = { id: randomUUID(), webhookId, ...positions, attempt, status, fault, sentAt };
      await db.webhookDelivery.create({ data, select: { id: true } });
      const old = await db.webhookDelivery.findMany({
        where: { webhookId },
        orderBy: { sentAt: "desc" },
        skip: MOST_KEPT,
        select: { id: true },
      });
      await db.webhookDelivery.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    },
    () => "COMMIT",
  );

const MOST_KEPT = 100;

/** Does nothing if another process has continued it, or someone has removed it. */
async function update(
  db: Db,
  { id, position }: WebhookClaim,
  data: Prisma.WebhookUpdateManyMutationInput,
  only: Prisma.WebhookWhereInput = {},
): Promise<boolean> {
  const where = { id, position: BigInt(position), removedAt: null, ...only };
  return (await db.webhook.updateMany({ where, data })).count > 0;
}

async function select(db: Db, where: Prisma.WebhookWhereInput): Promise<Webhook[]> {
  const rows = await db.webhook.findMany({
    where: { ...where, removedAt: null },
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
    omit: { secret: true },
    include: {
      person: { select: { id: true, name: true, email: true } },
      deliveries: { orderBy: { sentAt: "desc" }, take: 1 },
    },
  });
  const offset = await offsetOf(db);
  return rows.map(
    ({ id, name, url, attempts, nextAt, position, types, paused, madeAt, person, deliveries }) => ({
      ...{ id, name, url, attempts, person, position: Number(position) },
      types: typesOf(types),
      paused: oneOfOrNull(WEBHOOK_PAUSES, paused),
      madeAt: new Date(madeAt.getTime() + offset).toISOString(),
      nextAt: attempts === 0 || paused !== null ? null : new Date(nextAt.getTime() + offset).toISOString(),
      last: deliveries[0] ? deliveryOf(deliveries[0], offset) : null,
    }),
  );
}

const MOST_LISTED = 500;

export const typesOf = (types: readonly string[]): EntityType[] =>
  types.map((type) => oneOfColumn(ENTITY_TYPES, type));

const offsetOf = async (db: Db): Promise<number> => (await selectRegister(db))?.offsetMs ?? 0;

const deliveryOf = (row: WebhookDeliveryModel, offsetMs: number): WebhookAttempt => ({
  after: Number(row.afterSeq),
  through: Number(row.through),
  attempt: row.attempt,
  status: row.status,
  fault: oneOfOrNull(DELIVERY_FAULTS, row.fault),
  sentAt: new Date(row.sentAt.getTime() + offsetMs).toISOString(),
});
