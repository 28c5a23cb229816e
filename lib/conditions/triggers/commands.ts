import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import { isSameJson } from "@/lib/domain/base/canonical";
import { daysAhead, given } from "@/lib/domain/base/field";
import { triggerRecord } from "@/lib/domain/history/record";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import {
  ALWAYS_DORMANT,
  isSameToThoseWaiting,
  TRIGGER_FIELDS,
  type Trigger,
  type TriggerEvidence,
  type TriggerWaiting,
} from "@/lib/domain/pledge/trigger";
import { DERIVED_AT_ONCE, type TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { isAwaitedByMore } from "@/lib/db/derived/preparing";
import { write, writeAlone, type Tx } from "@/lib/db/write";
import { resumeChange } from "./drive";
import { TRIGGER_LIMITS, type TriggerChanges, type TriggerEvidenceInput, type TriggerInput } from "./schema";

/** A fact of the world that pledges may wait for from now on. Its state rests on evidence. */
export function recordTrigger(actor: Actor, input: TriggerInput): Promise<Result<Trigger>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    if (await tx.triggers.lock(input.code)) return refuse("already-there");
    const wrong = whyNotWaiting(input.code, input.waiting);
    if (wrong) return wrong;
    const ahead = daysAhead(TRIGGER_FIELDS, input, null, tx.today);
    if (ahead.length > 0) return invalid(...ahead);
    if (input.state !== "UNKNOWN" && !supported(input.evidence)) return refuse("evidence-missing", MISSING);
    const evidence = await evidenceFrom(tx, input.evidence);
    if (!evidence.ok) return evidence;
    const trigger = { ...input, evidence: evidence.value, version: 1, createdAt: tx.at, updatedAt: tx.at };
    return ok(await tx.save("trigger", null, trigger, { action: "trigger.recorded" }));
  });
}

export interface TriggerChangeRequest {
  code: string;
  /** The version the client has. */
  ifMatch: number;
  changes: TriggerChanges;
}

/** Made at once, or being prepared. */
export type TriggerOutcome = { done: Trigger; change: null } | { done: null; change: TriggerChange };

/**
 * Effects on waiting pledges are derived in the same transaction, or prepared beforehand if there are many. A
 * new state needs its own evidence in the request, since the old evidence supported the old state. Only
 * "unknown" needs none.
 */
export async function changeTrigger(
  actor: Actor,
  request: TriggerChangeRequest,
  { atOnce = DERIVED_AT_ONCE, drive = resumeChange } = {},
): Promise<Result<TriggerOutcome>> {
  const isLarge = await isAwaitedByMore(request.code, atOnce);
  const changing = await (isLarge ? writeAlone : write)(actor, (tx) => change(actor, request, isLarge, tx));
  // Also where another change is in the way: it may have been abandoned by its process.
  if (isLarge) drive();
  return changing;
}

async function change(
  actor: Actor,
  { code, ifMatch, changes: { evidence: sent, reason, ...fields } }: TriggerChangeRequest,
  isLarge: boolean,
  tx: Tx,
): Promise<Result<TriggerOutcome>> {
  if (!mayDecide(actor)) return refuse("role");
  const before = await tx.triggers.lock(code);
  if (!before) return refuse("not-found");
  if (tx.triggerAhead === code) return refuse("in-progress");
  if (before.version !== ifMatch)
    return refused({ code: "version", conflict: await tx.conflict("trigger", before, ifMatch) });
  const state = fields.state ?? before.state;
  const isAnother = state !== before.state;
  const wrong = whyNotWaiting(code, fields.waiting ?? before.waiting);
  if (wrong) return wrong;
  if (isAnother && state !== "UNKNOWN" && !supported(sent)) return refuse("evidence-missing", MISSING);
  const added = await evidenceFrom(tx, sent);
  if (!added.ok) return added;
  if (before.evidence.length + added.value.length > TRIGGER_LIMITS.evidenceInAll)
    return invalid({ path: "evidence", code: "too-many", params: { max: TRIGGER_LIMITS.evidenceInAll } });
  const after: Trigger = {
    ...before,
    ...given(fields),
    since: fields.since === undefined ? (isAnother ? tx.today : before.since) : fields.since,
    evidence: [...before.evidence, ...added.value],
  };
  const ahead = daysAhead(TRIGGER_FIELDS, after, before, tx.today);
  if (ahead.length > 0) return invalid(...ahead);
  if (isSameJson(triggerRecord(after), triggerRecord(before))) return ok({ done: before, change: null });
  if (isLarge && !isSameToThoseWaiting(before, after)) {
    const begun = await tx.beginChange(before, after, reason ?? null);
    return begun ? ok({ done: null, change: begun }) : refuse("in-progress");
  }
  const done = await tx.save("trigger", before, after, { action: "trigger.changed", reason: reason ?? null });
  return ok({ done, change: null });
}

const MISSING = { because: "trigger" };

const supported = (evidence: readonly TriggerEvidenceInput[]): boolean =>
  evidence.some(({ supports }) => supports);

const whyNotWaiting = (code: string, waiting: TriggerWaiting): Result<never> | null =>
  waiting === "BLOCKING" && ALWAYS_DORMANT.includes(code)
    ? invalid({ path: "waiting", code: "always-dormant" })
    : null;

async function evidenceFrom(
  tx: Tx,
  sent: readonly TriggerEvidenceInput[],
): Promise<Result<TriggerEvidence[]>> {
  const pieces: TriggerEvidence[] = [];
  for (const [index, { source: document, ...piece }] of sent.entries()) {
    const source = "id" in document ? await tx.sources.find(document.id) : await tx.sourceOnRecord(document);
    if (!source) return invalid({ path: `evidence.${index}.source.id`, code: "unknown" });
    pieces.push({ id: randomUUID(), source: source.id, ...piece, recordedAt: tx.at });
  }
  return ok(pieces);
}
