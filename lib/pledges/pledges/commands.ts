import "server-only";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { whyNotRetractEvidence } from "@/lib/domain/pledge/delivery";
import { missingLimits } from "@/lib/domain/pledge/evidence-requirements";
import type { Instant } from "@/lib/domain/base/day";
import { isBinding, materialChanges, wayToVoid } from "@/lib/domain/pledge/pledge";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { whyMissing } from "@/lib/domain/pledge/stage";
import { limitsExceeded } from "@/lib/domain/proposals/fulfilment";
import { contentDifference, applyProposal } from "@/lib/domain/proposals/proposed-change";
import {
  savedPledge,
  changing,
  changingOrProposing,
  applyOrPropose,
  requireEditable,
  stageContextIn,
  whyNotOwnerIn,
  writeOutcome,
  writeDetails,
  type VersionedRef,
} from "./changing";
import { withChanges, type ContentChanges } from "./content";
import { withLinks } from "./links";
import { logPledgeIn } from "./new-pledge";
import { addEvidenceIn } from "./evidence";
import type { ConfirmInput, EvidenceInput, PledgeInput, StageInput } from "./schema";
import { withSealed } from "./sealed-numbers";
import { proposeStageChange } from "./propose-stage-change";

type Details = Promise<Result<PledgeDetails>>;
type Outcomes = Promise<Result<ProposedOutcome<PledgeDetails>>>;
type RefAtVersion = { reference: string; ifMatch: number };
type Reason = { reason?: string | undefined };

/** A new pledge with its evidence. Its stage must meet the evidence requirements at once; DECLINED needs a reason. */
export const logPledge = (actor: Actor, input: PledgeInput, at: Instant): Details =>
  writeDetails(actor, (tx) => logPledgeIn(tx, actor, input, at));

/** A material change to a binding pledge is proposed, as a whole, and decided. */
export function changePledge(
  actor: Actor,
  { changes, reason, ...ref }: RefAtVersion & Reason & { changes: ContentChanges },
  at: Instant,
): Outcomes {
  return changingOrProposing(actor, ref, at, async (tx, before) => {
    const content = withChanges(before, changes, "", tx.today);
    if (!content.ok) return content;
    const sealed = await withSealed(tx, actor, before.contributions, content.value, "");
    if (!sealed.ok) return sealed;
    const linked = await withLinks(tx, actor, before, sealed.value, changes, "");
    if (!linked.ok) return linked;
    const after = linked.value;
    const wrongOwner = after.owner === before.owner ? null : await whyNotOwnerIn(tx, after.owner, "owner");
    if (wrongOwner) return wrongOwner;
    if (isBinding(before) && materialChanges(before, after).length > 0) {
      const wish = { do: "change" as const, changes: contentDifference(before, after) };
      const context = { ...(await stageContextIn(tx, before)), at: tx.at };
      const excess = whyMissing(missingLimits(limitsExceeded(before, wish, context)));
      return excess ?? ok({ wish, reason: reason ?? null });
    }
    return ok({ after, event: { action: "pledge.changed", reason: reason ?? null } });
  });
}

/** One stage change with its changes and evidence: one change of the record, or one proposal. */
export function setStage(
  actor: Actor,
  { ifMatch, ...request }: RefAtVersion & StageInput,
  at: Instant,
): Outcomes {
  return writeOutcome(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const concerned = [request.reference, ...(request.successor ? [request.successor] : [])];
    const { locked, around } = await tx.lockForStage(concerned, request.reference);
    const found = locked.find((one) => one.reference === request.reference);
    const editable = await requireEditable(tx, actor, found ? ok(found) : refuse("not-found"), ifMatch);
    if (!editable.ok) return editable;
    const successor = locked.find((one) => one.reference === request.successor) ?? null;
    const context = await stageContextIn(tx, editable.value, around);
    const decision = await proposeStageChange(tx, actor, editable.value, request, { successor, context });
    return applyOrPropose(tx, actor, editable.value, decision, at);
  });
}

/** Confirms that it still holds on that day (default: today). Changes nothing else. */
export function confirmPledge(
  actor: Actor,
  { reference, on }: { reference: string } & ConfirmInput,
  at: Instant,
): Details {
  return changing(actor, { reference, ifMatch: null }, at, (tx, before) => {
    const lastConfirmedOn = on ?? tx.today;
    if (lastConfirmedOn > tx.today) return invalid({ path: "on", code: "in-future" });
    return ok({ after: { ...before, lastConfirmedOn }, event: { action: "pledge.confirmed" } });
  });
}

/** Pledges are never deleted but voided, with a reason: by a manager, from COMMITTED on by decision. */
export function voidPledge(actor: Actor, { reason, ...ref }: VersionedRef & Reason, at: Instant): Outcomes {
  return changingOrProposing(actor, ref, at, (tx, before) => {
    const way = wayToVoid(actor, before);
    if (way === null) return refuse("role");
    if (reason === undefined) return refuse("reason-missing");
    const wish = { do: "void" } as const;
    if (way === "propose") return ok({ wish, reason });
    return ok({
      after: applyProposal(before, wish, { reason, at: tx.at, today: tx.today }),
      event: { action: "pledge.voided", reason },
    });
  });
}

export const addEvidence = (
  actor: Actor,
  sent: { reference: string; evidence: EvidenceInput },
  at: Instant,
): Details => writeDetails(actor, (tx) => addEvidenceIn(tx, actor, sent, at));

/** The evidence stays on record, but no longer counts. Refused if the stage rests on a delivery that it alone supports. */
export function retractEvidence(actor: Actor, { id, reason }: { id: string } & Reason, at: Instant): Details {
  return writeDetails(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const locked = await tx.pledges.lockOfEvidence(id);
    const editable = await requireEditable(tx, actor, locked ? ok(locked) : refuse("not-found"), null);
    if (!editable.ok) return editable;
    const before = editable.value;
    if (before.evidence.some((piece) => piece.id === id && piece.retracted !== null))
      return refuse("already-there");
    if (reason === undefined) return refuse("reason-missing");
    const retracted = { at: tx.at, reason };
    const evidence = before.evidence.map((piece) => (piece.id === id ? { ...piece, retracted } : piece));
    const after = { ...before, evidence };
    const why = whyNotRetractEvidence(before, after, await tx.deliveries.of(before.reference));
    if (why) return why;
    const change = { after, event: { action: "pledge.evidence-retracted" as const, reason } };
    return ok(await savedPledge(tx, actor, before, change, at));
  });
}
