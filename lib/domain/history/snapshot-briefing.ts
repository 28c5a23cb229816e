// The highlights of a briefing, from a snapshot.
import { compareTexts, isAmong } from "../base/listing";
import type { Cited, NextStep } from "../unresolved/briefing";
import type { Day } from "../base/day";
import { EVIDENCE_KINDS, type Evidence } from "../pledge/evidence";
import { positionsOf } from "../pledge/link";
import { isOpen, STAGES } from "../pledge/stages";
import type { UnresolvedRow } from "../unresolved/summary";
import type { UnresolvedClass } from "../unresolved/reasons";
import type { Snapshot } from "./snapshot";
import { indexOf } from "./snapshot-index";
import { itemsOn } from "./snapshot-items";

export interface ForemostQuery {
  /** `oldest`: open longest; `furthest`: on the pledges at the highest stages. */
  by: "oldest" | "furthest";
  class: readonly UnresolvedClass[];
  participant: readonly string[];
  limit: number;
}

/** Items of pledges; missing positions have their own figure. */
export const foremostIn = (
  snapshot: Snapshot,
  { by, class: classes, participant, limit }: ForemostQuery,
  day: Day,
): UnresolvedRow[] =>
  itemsOn(snapshot, day)
    .filter(
      (row) => row.reference !== null && isAmong(classes, row.class) && isAmong(participant, row.participant),
    )
    .map((row) => ({
      row,
      rank: by === "oldest" ? 0 : -(STAGES as readonly (string | null)[]).indexOf(row.stage),
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareTexts(a.row.since, b.row.since) ||
        compareTexts(a.row.reference ?? "", b.row.reference ?? "") ||
        compareTexts(a.row.code, b.row.code),
    )
    .slice(0, limit)
    .map(({ row }) => row);

/** Next steps on open pledges, overdue first. */
export const nextStepsIn = (snapshot: Snapshot, participant: readonly string[], limit: number): NextStep[] =>
  [...snapshot.pledge.values()]
    .filter(({ voided, stage }) => voided === null && isOpen(stage))
    .filter((pledge) => positionsOf(pledge).some((one) => isAmong(participant, one)))
    .flatMap(({ reference, participant: whose, title, nextAction, nextActionDueOn, owner }): NextStep[] =>
      nextAction === null || nextActionDueOn === null
        ? []
        : [{ reference, participant: whose, title, action: nextAction, dueOn: nextActionDueOn, owner }],
    )
    .sort((a, b) => compareTexts(a.dueOn, b.dueOn) || compareTexts(a.reference, b.reference))
    .slice(0, limit);

/** The strongest evidence for each; among equals the newest. */
export const citedIn = (
  snapshot: Snapshot,
  references: readonly string[],
): (Cited & { reference: string })[] =>
  references.flatMap((reference) => {
    const evidence = indexOf(snapshot).pledges.get(reference)?.evidence ?? [];
    const [first] = evidence
      .filter(({ supports, retracted }) => supports && retracted === null)
      .sort(byWeight);
    if (!first) return [];
    const { kind, source, reliability, credibility } = first;
    const { id, publisher, publishedOn } = source;
    return [{ reference, kind, source: id, publisher, publishedOn, reliability, credibility }];
  });

const byWeight = (a: Evidence, b: Evidence): number =>
  EVIDENCE_KINDS.indexOf(b.kind) - EVIDENCE_KINDS.indexOf(a.kind) ||
  compareTexts(b.source.publishedOn ?? "", a.source.publishedOn ?? "");
