import type { Option } from "@/components/form/words";
import type { StepWay } from "@/components/pledges/stage-form/proposed";
import { changeable } from "@/components/pledges/stage-form/resubmission";
import { stageDraftOf, type StageDraft } from "@/components/pledges/stage-form/stage-draft";
import type { Actor } from "@/lib/domain/people/actor";
import { EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import { counts } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { PledgeRow, PledgeDetails } from "@/lib/domain/details/pledge-details";
import { stepBetween } from "@/lib/domain/pledge/stage";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import type { Returned } from "../returned";

const t = translator("pledge-form");
const domain = translator("domain");

/** Every possible next stage, whether or not its requirements are met yet. */
export function stageChoices(
  actor: Actor,
  details: PledgeDetails,
): (Option & { value: Stage; way: StepWay })[] {
  const isOpen = details.proposal?.status === "OPEN";
  return STAGES.flatMap((stage) => {
    const way = wayTo(actor, details, stage);
    if (way === null || (way === "propose" && isOpen)) return [];
    return [{ value: stage, label: domain(`stage.${stage}`), meaning: domain(`stageMeaning.${stage}`), way }];
  });
}

function wayTo(actor: Actor, pledge: Pledge, to: Stage): StepWay | null {
  const step = stepBetween(pledge, to);
  if (step?.setBy.includes(actor.role)) return "set";
  return step?.proposedBy.includes(actor.role) ? "propose" : null;
}

export const successorsOf = (
  { reference }: Pick<Pledge, "reference">,
  rows: readonly PledgeRow[],
): Option[] =>
  rows
    .filter((row) => row.reference !== reference && row.supersededBy === null)
    .map((row) => ({ value: row.reference, label: `${row.reference} ${row.title}` }));

/** Evidence that a step can cite: pieces that count for the pledge. */
export const piecesOf = ({ evidence }: Pick<Pledge, "evidence">): Option[] =>
  evidence.filter(counts).map((piece) => ({
    value: piece.id,
    label: domain(`evidenceKind.${piece.kind}`),
    meaning: `${piece.reliability} ${String(piece.credibility)}, ${piece.source.title ?? piece.source.publisher}`,
  }));

export function mendedStep(
  proposal: Returned<"stage"> | null,
  pledge: Pledge,
): { id: string; draft: StageDraft; changes: object | null } | null {
  if (proposal === null) return null;
  const { id, wish, reason } = proposal;
  return { id, draft: stageDraftOf(wish, reason), changes: changeable(wish.changes, pledge) };
}

/** Words for what an evidence requirement lacks, with a placeholder for the detail. */
export const lackWords = (): Record<string, string> => ({
  ...Object.fromEntries(STAGES.map((stage) => [`evidence.${stage}`, lackOfEvidence(stage)])),
  ...Object.fromEntries(
    (
      [
        "evidence",
        "quantity",
        "window",
        "delivery-report",
        "condition",
        "recipient-confirmation",
        "limit",
      ] as const
    ).map((what) => [what, t(`lack-${what}`, { asks: "" })]),
  ),
  approval: t("lack-approval", { detail: "{detail}" }),
});

/** For a stage that asks for evidence alone, what it asks for; for others, the weakest kind that meets it. */
function lackOfEvidence(stage: Stage): string {
  const least = EVIDENCE_REQUIREMENTS[stage];
  if (least === undefined || stage === "SIGNALLED" || stage === "PLEDGED")
    return t("lack-evidence", { asks: domain(`stageAsks.${stage}`) });
  return t("lack-kind", { kind: domain(`evidenceKind.${least}`).toLowerCase() });
}
