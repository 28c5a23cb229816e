import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Pledge } from "@/lib/domain/pledge";
import { invalid } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { decideStage } from "@/lib/domain/stage";
import { contentWished, wished, withWished, type StageWished } from "@/lib/domain/wish";
import type { Tx } from "@/lib/db/write";
import { whyNotOwner, type Change, type Wished } from "./changing";
import { withChanges } from "./content";
import { proofOf } from "./proof";
import type { StageInput } from "./schema";

/** What a wished step comes to, with the changes and the evidence sent along: a change made at once, or a wish. */
export async function stepWished(
  tx: Tx,
  actor: Actor,
  before: Pledge,
  wish: StageInput,
  successor: Pledge | null,
): Promise<Result<Change | Wished>> {
  const approvals = await tx.approvalsServing(before.reference);
  const context = { approvals, today: tx.today, timeZone: tx.settings.timeZone };
  const reason = wish.reason ?? null;
  const to = { to: wish.to, reason, successor };
  const asItIs = decideStage(actor, before, to, context);
  if (!asItIs.ok && BEFORE_CONTENT.has(asItIs.refusal.code)) return asItIs;
  if (wish.to !== "SUPERSEDED" && wish.successor) return invalid({ path: "successor", code: "not-used" });

  const content = withChanges(before, wish.changes ?? {}, "changes.");
  if (!content.ok) return content;
  const { owner } = content.value;
  const wrongOwner = owner === before.owner ? null : await whyNotOwner(tx, owner, "changes.owner");
  if (wrongOwner) return wrongOwner;
  const evidence = await proofOf(tx, wish.evidence, before.evidence);
  if (!evidence.ok) return evidence;

  const asked: StageWished = {
    do: "stage",
    to: wish.to,
    successor: successor?.reference ?? null,
    changes: contentWished(before, content.value),
    evidence: evidence.value.slice(before.evidence.length),
    cites: wish.evidence.filter((one) => typeof one === "string"),
  };
  const step = decideStage(actor, withWished(before, asked, tx.at), to, context);
  if (!step.ok) return step;
  if (step.value.way === "propose") return ok({ wish: asked, reason });
  const after = wished(before, asked, { reason, at: tx.at, today: tx.today });
  return ok({ after, event: { action: "pledge.stage-set", reason } });
}

/** Refusals that nothing sent along would mend: they come before what is wrong with the content. */
const BEFORE_CONTENT: ReadonlySet<string> = new Set(["role", "already-there", "no-such-step"]);
