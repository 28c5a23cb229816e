// Evidence, once more: the tables, spelt out.
import type { Day } from "@/lib/domain/base/day";
import type { Evidence, EvidenceKind } from "@/lib/domain/pledge/evidence";
import type { Stage } from "@/lib/domain/pledge/stages";
import { dayIn, firstOf, later } from "./days";

const TABLE: readonly (readonly [verification: string, ...kinds: EvidenceKind[]])[] = [
  ["REPORTED", "INTERNAL_NOTE", "MEDIA_REPORT", "INTERVIEW"],
  ["REGISTERED", "OFFICIAL_STATEMENT", "JOINT_DECLARATION", "PARLIAMENT_RECORD"],
  ["DOCUMENTED", "NOTE_VERBALE", "SIGNED_DOCUMENT", "GOVERNMENT_DECISION", "BUDGET_DOCUMENT"],
  ["CONFIRMED", "HQ_CONFIRMATION", "TRANSFER_DOCUMENT"],
];
const RANKS = TABLE.flatMap(([, ...kinds]) => kinds);

export const supporting = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((piece) => piece.supports && !piece.retracted);

/** From the strongest down, the first that is there. */
export const strongestOf = (evidence: readonly Evidence[]): EvidenceKind | undefined =>
  RANKS.toReversed().find((kind) => supporting(evidence).some((piece) => piece.kind === kind));

export const verificationGiven = (kind: EvidenceKind | undefined): string | undefined =>
  TABLE.find(([, ...kinds]) => kind && kinds.includes(kind))?.[0];

export const isNoStrongerThan = (kind: EvidenceKind | undefined, limit: EvidenceKind): boolean =>
  kind === undefined || RANKS.indexOf(kind) <= RANKS.indexOf(limit);

/** What the bar of each stage takes, at the least; from ALLOCATED on evidence proves nothing higher. */
const BARS = new Map<Stage, EvidenceKind>([
  ["SIGNALLED", "INTERNAL_NOTE"],
  ["PLEDGED", "OFFICIAL_STATEMENT"],
  ["COMMITTED", "NOTE_VERBALE"],
  ["ALLOCATED", "BUDGET_DOCUMENT"],
  ["DELIVERING", "BUDGET_DOCUMENT"],
]);

export function isBarMet(stage: Stage, pieces: readonly Evidence[]): boolean {
  const bar = BARS.get(stage);
  if (bar === undefined) return true;
  if (pieces.some(({ kind }) => RANKS.indexOf(kind) >= RANKS.indexOf(bar))) return true;
  return stage === "PLEDGED" && new Set(pieces.map(({ source }) => source.publisher)).size > 1;
}

/** The first day on which what is left of the evidence doesn't meet the bar that all of it met. */
export function barLostOn(stage: Stage, evidence: readonly Evidence[], timeZone: string): Day | undefined {
  const ever = evidence.filter(({ supports }) => supports);
  if (!isBarMet(stage, ever)) return undefined;
  const limitEnd = ({ validUntil, retracted }: Evidence): Day =>
    firstOf(
      ...(validUntil === null ? [] : [later(validUntil, 1)]),
      ...(retracted === null ? [] : [dayIn(timeZone, retracted.at)]),
      "9999-12-31",
    );
  return ever
    .map(limitEnd)
    .toSorted()
    .find(
      (day) =>
        day !== "9999-12-31" &&
        !isBarMet(
          stage,
          ever.filter((piece) => limitEnd(piece) > day),
        ),
    );
}
