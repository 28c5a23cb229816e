// The only way to change a record. One transaction holds the change, the rows derived from it, and its events, which
// come last. A refusal rolls all of it back.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { isSameRights, THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Receipt } from "@/lib/domain/base/receipt";
import { refuse } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { Transaction } from "./connection";
import { inPrismaTransaction } from "./prisma";
import { appendEvents } from "./log/append";
import { moveCounters } from "./derived/counters";
import { rederive } from "./derived/rederive";
import {
  claimKey,
  findAnswer,
  keepAnswer,
  claimRequest,
  unrepeated,
  type RepeatableRequest,
} from "./log/idempotency";
import { keepReceipt, withoutReceipts } from "./log/receipts";
import { sentTogether } from "./sql/sent-together";
import { begin } from "./sql/begin";
import { holdBackThisTurn } from "./sql/traced-client";
import { LockPatience } from "./sql/lock-patience";
import { transactionChanges } from "./transaction/trigger-changes";
import { shownWithPledges } from "./transaction/pledge-context";
import { saveNewRecords, saveRecord } from "./transaction/save";
import { proposeIn } from "./transaction/proposing";
import { sealing } from "./transaction/sealed-numbers";
import { recordsIn } from "./transaction/tx/records";
import { sourceOnRecord, sourcesOnRecord } from "./transaction/source-on-record";
import { technicalRows } from "./transaction/technical-rows";
import { UnitOfWork } from "./derived/unit-of-work";
import type { Tx } from "./transaction/tx";

export type { RecordOf } from "./records/record-of";
export type { Tx } from "./transaction/tx";
export { perItemKey } from "./log/idempotency";

/**
 * Retries after a conflict (a deadlock, a lock that took too long): `change` must not keep state. Refuses
 * `rights-changed` if the actor's account no longer matches `actor`; the caller may retry with the actor's
 * current rights.
 */
export function write<T>(actor: Actor, change: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return written(actor, change, false);
}

/** Runs while nobody else changes anything: for settings that every other change depends on. */
export function writeAlone<T>(actor: Actor, change: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return written(actor, change, true);
}

async function written<T>(
  actor: Actor,
  change: (tx: Tx) => Promise<Result<T>>,
  alone: boolean,
): Promise<Result<T>> {
  const request = claimRequest();
  const until = Date.now() + PATIENCE_MS;
  const patience = new LockPatience();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, appended } = await inPrismaTransaction(
        ({ client, db }) =>
          patience.during(client, () =>
            transact(new Transaction(client, db), actor, { request, change, alone }),
          ),
        ({ result: { ok } }) => (ok ? "COMMIT" : "ROLLBACK"),
      );
      keepReceipt(await appended);
      return result;
    } catch (error) {
      const isOver = attempt === ATTEMPTS || Date.now() > until || patience.isSpent;
      if (isOver || !isRetryable(error)) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Only for the demonstration: changes made in `work` are recorded as of that moment. */
export function replaying<T>(at: Instant, work: () => Promise<T>): Promise<T> {
  return replayed.run(new Date(at).toISOString(), work);
}

/**
 * For work that a request starts without waiting for it. It shares neither the request's key and receipts nor its
 * replayed time.
 */
export function detached<T>(work: () => Promise<T>): Promise<T> {
  return replayed.exit(() => unrepeated(() => withoutReceipts(work)));
}

const replayed = new AsyncLocalStorage<Instant>();
const ATTEMPTS = 6;
/** No retry after this long: the client is asked to retry. */
const PATIENCE_MS = 4_000;
/** Also 23505: another transaction created the same name first, and the next attempt finds it. */
const RETRYABLE_CODES = new Set<unknown>(["40001", "40P01", "55P03", "23505"]);

interface Wanted<T> {
  request: RepeatableRequest | null;
  change: (tx: Tx) => Promise<Result<T>>;
  alone: boolean;
}

async function transact<T>(
  transaction: Transaction,
  actor: Actor,
  { request, change, alone }: Wanted<T>,
): Promise<{ result: Result<T>; appended: Promise<Receipt | null> | null }> {
  const replayedAt = replayed.getStore() ?? null;
  const { client } = transaction;
  const [beginning, isNew] = await sentTogether([
    begin(transaction, actor, replayedAt, alone),
    request === null || claimKey(client, request),
  ]);
  const { at, moment, today, settings, generation, rights } = beginning;
  if (actor.id !== THE_REGISTER.id && (rights === null || !isSameRights(actor, rights)))
    return { result: refuse("rights-changed"), appended: null };
  const earlier = request && !isNew ? await findAnswer<T>(client, request) : null;
  if (earlier) return { result: earlier, appended: null };

  const touched = new UnitOfWork();
  const tx: Tx = {
    at,
    today,
    settings,
    triggerAhead: generation.ahead?.trigger.code ?? null,
    ...recordsIn(transaction, settings.timeZone),
    ...technicalRows(transaction, moment),
    ...transactionChanges(client, actor, at, touched),
    ...sealing(client, actor, at),
    save: (entity, before, after, event) =>
      saveRecord(transaction, touched, at, { entity, before, after, event }),
    saveNew: (entity, records, eventOf) =>
      saveNewRecords(transaction, touched, at, { entity, records, eventOf }),
    ...shownWithPledges(transaction, touched),
    propose: (proposed, reason) => proposeIn(tx, actor, proposed, reason),
    sourceOnRecord: (document) => sourceOnRecord(tx, document),
    sourcesOnRecord: (documents) => sourcesOnRecord(tx, documents),
  };
  const result = await change(tx).catch((error: unknown) => failedBehind(touched, error));
  if (!result.ok) return { result, appended: null };
  await touched.written();

  await rederive(transaction, touched, settings, generation);
  // Sent together, followed by COMMIT: rows that everyone changes are locked for one round trip. COMMIT rolls
  // back if the database refused one of them.
  holdBackThisTurn(client);
  const last = [
    moveCounters(client, touched.delta),
    request ? keepAnswer(client, request, result.value) : Promise.resolve(),
    appendEvents(client, actor, replayedAt, touched.events, request),
  ] as const;
  const appended = sentTogether(last).then(([, , receipt]) => receipt);
  appended.catch(() => undefined);
  // A statement that couldn't be sent has failed by the second tick, and COMMIT isn't sent.
  await Promise.race([Promise.all(last), nextTick().then(nextTick)]);
  return { result, appended };
}

/**
 * If a record couldn't be written, later statements only report an aborted transaction, so the first error is
 * thrown.
 */
async function failedBehind(touched: UnitOfWork, error: unknown): Promise<never> {
  await touched.written();
  throw error;
}

const isRetryable = (error: unknown): boolean =>
  RETRYABLE_CODES.has((error as { code?: unknown } | null)?.code);
const nextTick = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
