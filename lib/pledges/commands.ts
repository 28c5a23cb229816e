import "server-only";
import { mayDecide, mayKeepRecords, whyNotKeep, type Actor } from "@/lib/domain/actor";
import { afterStep } from "@/lib/domain/after-step";
import { meetsBar } from "@/lib/domain/bars";
import type { Instant } from "@/lib/domain/day";
import { isBinding, weightyChanges } from "@/lib/domain/pledge";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { mayVoid, type PledgeSheet } from "@/lib/domain/sheet";
import { decideStage } from "@/lib/domain/stage";
import { write } from "@/lib/db/write";
import { changeTaken, changing, sheetIn, whyNotOwner, type Held } from "./changing";
import { withChanges, type ContentChanges } from "./content";
import { newPledge, takeOlder } from "./new-pledge";
import { evidenceFrom, proofOf, whyNotMore } from "./proof";
import type { ConfirmInput, EvidenceInput, PledgeInput, StageInput } from "./schema";

type Sheet = Promise<Result<PledgeSheet>>;
type VersionHeld = { reference: string; ifMatch: number };
type Reason = { reason?: string | undefined };

/** A new pledge, with its evidence. The stage asks for its bar at once, and DECLINED for a reason. */
export function logPledge(actor: Actor, input: PledgeInput, at: Instant): Sheet {
  return write(actor, async (tx) => {
    const why = whyNotKeep(actor, input.participant);
    if (why) return refuse(why);
    if (!(await tx.findParticipant(input.participant)))
      return invalid({ path: "participant", code: "unknown" });
    const wrongOwner = await whyNotOwner(tx, input.owner, "owner");
    if (wrongOwner) return wrongOwner;
    const older = input.supersedes ? await takeOlder(tx, input.supersedes, input.participant) : ok(null);
    if (!older.ok) return older;
    if (input.stage === "DECLINED" && input.reason === undefined) return refuse("reason-missing");
    const evidence = await proofOf(tx, input.evidence, []);
    if (!evidence.ok) return evidence;
    if (!meetsBar(evidence.value, input.stage, tx.today, tx.settings.timeZone)) {
      return refuse("evidence-missing", { missing: `evidence:${input.stage}` });
    }

    const reference = await tx.nextReference(input.participant, input.priority);
    const pledge = await tx.save("pledge", null, newPledge(tx, reference, input, evidence.value), {
      action: "pledge.logged",
      reason: input.reason ?? null,
    });
    if (older.value) {
      const linked = { ...older.value, supersededBy: reference };
      await tx.save("pledge", older.value, linked, { action: "pledge.linked" });
    }
    return ok(await sheetIn(tx, actor, pledge, at));
  });
}

/** What matters about a binding pledge changes by decision: a manager's, with a reason. */
export function changePledge(
  actor: Actor,
  { changes, reason, ...held }: VersionHeld & Reason & { changes: ContentChanges },
  at: Instant,
): Sheet {
  return changing(actor, held, at, async (tx, before) => {
    const changed = withChanges(before, changes, "");
    if (!changed.ok) return changed;
    const after = changed.value;
    if (isBinding(before) && weightyChanges(before, after).length > 0) {
      if (!mayDecide(actor)) return refuse("role");
      if (reason === undefined) return refuse("reason-missing");
    }
    const wrongOwner = after.owner === before.owner ? null : await whyNotOwner(tx, after.owner, "owner");
    return wrongOwner ?? ok({ after, event: { action: "pledge.changed", reason: reason ?? null } });
  });
}

/** One step, with the changes and the evidence that belong to it, as one change of the record. */
export function setStage(actor: Actor, { ifMatch, ...wish }: VersionHeld & StageInput, at: Instant): Sheet {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const locked = await tx.lockPledges([wish.reference, ...(wish.successor ? [wish.successor] : [])]);
    const taken = locked.find((one) => one.reference === wish.reference);
    if (!taken) return refuse("not-found");
    const successor = locked.find((one) => one.reference === wish.successor) ?? null;

    return changeTaken(tx, actor, taken, ifMatch, at, async (_tx, before) => {
      const approvals = await tx.approvalsServing(before.reference);
      const context = { approvals, today: tx.today, timeZone: tx.settings.timeZone };
      const to = { to: wish.to, reason: wish.reason ?? null, successor };
      const asItIs = decideStage(actor, before, to, context);
      if (!asItIs.ok && BEFORE_CONTENT.has(asItIs.refusal.code)) return asItIs;
      if (wish.to !== "SUPERSEDED" && wish.successor) return invalid({ path: "successor", code: "not-used" });

      const changed = withChanges(before, wish.changes ?? {}, "changes.");
      if (!changed.ok) return changed;
      const { owner } = changed.value;
      const wrongOwner = owner === before.owner ? null : await whyNotOwner(tx, owner, "changes.owner");
      if (wrongOwner) return wrongOwner;
      const evidence = await proofOf(tx, wish.evidence, before.evidence);
      if (!evidence.ok) return evidence;

      const ready = { ...changed.value, evidence: evidence.value };
      const step = decideStage(actor, ready, to, context);
      if (!step.ok) return step;
      const taking = {
        to: wish.to,
        reason: to.reason,
        successor: successor?.reference ?? null,
        today: tx.today,
      };
      return ok({
        after: afterStep(ready, taking),
        event: { action: "pledge.stage-set", reason: to.reason },
      });
    });
  });
}

/** Refusals that nothing sent along would mend: they come before what is wrong with the content. */
const BEFORE_CONTENT: ReadonlySet<string> = new Set(["role", "already-there", "no-such-step"]);

/** It still stands, on that day (left out: today). Changes nothing else. */
export function confirmPledge(
  actor: Actor,
  { reference, on }: { reference: string } & ConfirmInput,
  at: Instant,
): Sheet {
  return changing(actor, { reference, ifMatch: null }, at, (tx, before) => {
    const lastConfirmedOn = on ?? tx.today;
    if (lastConfirmedOn > tx.today) return invalid({ path: "on", code: "in-future" });
    return ok({ after: { ...before, lastConfirmedOn }, event: { action: "pledge.confirmed" } });
  });
}

/** Never deleted: voided, by a manager, with a reason. */
export function voidPledge(actor: Actor, { reason, ...held }: Held & Reason, at: Instant): Sheet {
  return changing(actor, held, at, (tx, before) => {
    if (!mayVoid(actor, before)) return refuse("role");
    if (reason === undefined) return refuse("reason-missing");
    return ok({
      after: { ...before, voided: { at: tx.at, reason } },
      event: { action: "pledge.voided", reason },
    });
  });
}

export function addEvidence(
  actor: Actor,
  { reference, evidence }: { reference: string; evidence: EvidenceInput },
  at: Instant,
): Sheet {
  return changing(actor, { reference, ifMatch: null }, at, async (tx, before) => {
    const piece = await evidenceFrom(tx, evidence, "");
    if (!piece.ok) return piece;
    const after = { ...before, evidence: [...before.evidence, piece.value] };
    return whyNotMore(after.evidence) ?? ok({ after, event: { action: "pledge.evidence-added" } });
  });
}

/** The evidence stays on record, and counts for nothing from then on. */
export function retractEvidence(actor: Actor, { id, reason }: { id: string } & Reason, at: Instant): Sheet {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const taken = await tx.lockPledgeOfEvidence(id);
    if (!taken) return refuse("not-found");
    return changeTaken(tx, actor, taken, null, at, (_tx, before) => {
      if (before.evidence.some((piece) => piece.id === id && piece.retracted !== null))
        return refuse("already-there");
      if (reason === undefined) return refuse("reason-missing");
      const retracted = { at: tx.at, reason };
      const evidence = before.evidence.map((piece) => (piece.id === id ? { ...piece, retracted } : piece));
      return ok({ after: { ...before, evidence }, event: { action: "pledge.evidence-retracted", reason } });
    });
  });
}
