import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { missingLimits } from "@/lib/domain/pledge/evidence-requirements";
import { asksForCondition, decideStage, whyMissing, type StageContext } from "@/lib/domain/pledge/stage";
import { limitsExceeded } from "@/lib/domain/proposals/fulfilment";
import {
  contentDifference,
  applyProposal,
  withProposedContent,
  type ProposedStageChange,
} from "@/lib/domain/proposals/proposed-change";
import type { Tx } from "@/lib/db/write";
import { whyNotOwnerIn, type Change, type PledgeProposal } from "./changing";
import { withChanges } from "./content";
import { withLinks } from "./links";
import { evidenceWith } from "./evidence";
import type { StageInput } from "./schema";
import { withSealed } from "./sealed-numbers";

/** The outcome of a requested stage change with its changes and evidence: made at once, or a proposed change. */
export async function proposeStageChange(
  tx: Tx,
  actor: Actor,
  before: Pledge,
  request: StageInput,
  { successor, context }: { successor: Pledge | null; context: StageContext },
): Promise<Result<Change | PledgeProposal>> {
  const reason = request.reason ?? null;
  const to = { to: request.to, reason, successor, override: request.override ?? null };
  const asItIs = decideStage(actor, before, to, context);
  if (!asItIs.ok && BEFORE_CONTENT.has(asItIs.refusal.code)) return asItIs;
  if (request.to !== "SUPERSEDED" && request.successor)
    return invalid({ path: "successor", code: "not-used" });
  if (request.override !== undefined && !asksForCondition(before, request.to))
    return invalid({ path: "override", code: "not-used" });

  const changes = withChanges(before, request.changes ?? {}, "changes.", tx.today);
  if (!changes.ok) return changes;
  const sealed = await withSealed(tx, actor, before.contributions, changes.value, "changes.");
  if (!sealed.ok) return sealed;
  const content = await withLinks(tx, actor, before, sealed.value, request.changes ?? {}, "changes.");
  if (!content.ok) return content;
  const { owner } = content.value;
  const wrongOwner = owner === before.owner ? null : await whyNotOwnerIn(tx, owner, "changes.owner");
  if (wrongOwner) return wrongOwner;
  const evidence = await evidenceWith(tx, actor, request.evidence, before.evidence);
  if (!evidence.ok) return evidence;

  const proposed: ProposedStageChange = {
    do: "stage",
    to: request.to,
    successor: successor?.reference ?? null,
    changes: contentDifference(before, content.value),
    evidence: evidence.value.slice(before.evidence.length),
    cites: request.evidence.filter((one) => typeof one === "string"),
    ...(request.override === undefined ? {} : { override: request.override }),
  };
  const step = decideStage(actor, withProposedContent(before, proposed, tx.at), to, context);
  if (!step.ok) return step;
  const excess = whyMissing(missingLimits(limitsExceeded(before, proposed, { ...context, at: tx.at })));
  if (excess) return excess;
  if (step.value.way === "propose") return ok({ wish: proposed, reason });
  const after = applyProposal(before, proposed, { reason, at: tx.at, today: tx.today });
  return ok({ after, event: { action: "pledge.stage-set", reason } });
}

/** Refusals that no evidence could fix: they take precedence over errors in the content. */
const BEFORE_CONTENT: ReadonlySet<string> = new Set(["role", "already-there", "no-such-step"]);
