// A change of stage, as typed and as sent.
import { PLEDGE_PIECE_FIELDS, type Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { ProposedStageChange } from "@/lib/domain/proposals/proposed-change";
import { withReason } from "../approvals/approval-draft";
import { typedOf } from "../contribution-form/typed-fields";
import { evidenceBody, type DraftPiece } from "../pledge-form/draft";

export interface StageDraft {
  stage: string;
  reason: string;
  successor: string;
  /** Why it may go ahead although its condition isn't true. */
  override: string;
  /** Ids of evidence on record that it rests on. */
  cites: string[];
  brought: DraftPiece[];
}

export const NEW_STEP: Omit<StageDraft, "stage"> = {
  reason: "",
  successor: "",
  override: "",
  cites: [],
  brought: [],
};

/** The body of POST …/stage. `changes`: fields that change with the step, from an earlier proposal. */
export function stepBody(draft: StageDraft, changes: object | null, asksOverride: boolean): object {
  const { stage, reason, successor, override, cites, brought } = draft;
  const evidence = [...brought.map(({ source, evidence }) => evidenceBody(source, evidence)), ...cites];
  return withReason(
    {
      to: stage,
      ...(changes ? { changes } : {}),
      ...(evidence.length > 0 ? { evidence } : {}),
      ...(stage === "SUPERSEDED" && successor !== "" ? { successor } : {}),
      ...(asksOverride && override.trim() !== "" ? { override: override.trim() } : {}),
    },
    reason,
  );
}

/** An earlier proposal, to be resubmitted. */
export const stageDraftOf = (wish: ProposedStageChange, reason: string): StageDraft => ({
  stage: wish.to,
  reason,
  successor: wish.successor ?? "",
  override: wish.override ?? "",
  cites: wish.cites,
  brought: wish.evidence.map(pieceOf),
});

/** With the new evidence, so that the evidence requirements can be checked before sending. */
export function withBrought(pledge: Pledge, { brought }: StageDraft): Pledge {
  const pieces = brought
    .filter(({ evidence }) => evidence.kind !== "")
    .map(({ source, evidence }) => ({
      ...({ kind: evidence.kind, supports: evidence.supports === "true" } as Pick<
        Evidence,
        "kind" | "supports"
      >),
      source: { publisher: source.publisher },
      validUntil: evidence.validUntil === "" ? null : evidence.validUntil,
      retracted: null,
    }));
  return { ...pledge, evidence: [...pledge.evidence, ...(pieces as Evidence[])] };
}

const pieceOf = ({ source, ...piece }: Evidence): StageDraft["brought"][number] => ({
  source: {
    id: source.id,
    publisher: source.publisher,
    url: source.url ?? "",
    title: source.title ?? "",
    publishedOn: source.publishedOn ?? "",
    language: source.language,
    ownership: source.ownership,
  },
  evidence: typedOf(PLEDGE_PIECE_FIELDS, piece),
});
