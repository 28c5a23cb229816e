// What a leader is told: the lines of a briefing, each with the source it rests on.
import type { Day } from "../base/day";
import type { EvidenceKind } from "../pledge/evidence";

/** The strongest evidence for a pledge, the newest of equals. */
export interface Cited {
  kind: EvidenceKind;
  source: string;
  publisher: string;
  publishedOn: Day | null;
  reliability: string;
  credibility: number;
}

/** By the pledge's reference; one without evidence that stands has none. */
export type BriefingCitations = Readonly<Record<string, Cited>>;

/** What somebody has undertaken to do about an open pledge, and by when. */
export interface NextStep {
  reference: string;
  participant: string;
  title: string;
  action: string;
  dueOn: Day;
  owner: string | null;
}

/** The first line of each pledge, in the order given: a page has room for many pledges, or for one told at length. */
export function oneEach<T extends { reference: string | null }>(rows: readonly T[], most: number): T[] {
  const seen = new Set<string | null>();
  return rows.filter(({ reference }) => !seen.has(reference) && seen.add(reference)).slice(0, most);
}
