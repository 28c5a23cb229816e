// The lines of a leader's briefing, each with the source it rests on.
import type { Day } from "../base/day";
import type { EvidenceKind } from "../pledge/evidence";

/** The pledge's strongest evidence; among equals the newest. */
export interface Cited {
  kind: EvidenceKind;
  source: string;
  publisher: string;
  publishedOn: Day | null;
  reliability: string;
  credibility: number;
}

/** By reference; a pledge without unretracted evidence has none. */
export type BriefingCitations = Readonly<Record<string, Cited>>;

/** The planned action on an open pledge, with its due date. */
export interface NextStep {
  reference: string;
  participant: string;
  title: string;
  action: string;
  dueOn: Day;
  owner: string | null;
}

/** Only the first row of each pledge, in the given order: a page has room for many pledges, or for one in full. */
export function oneEach<T extends { reference: string | null }>(rows: readonly T[], most: number): T[] {
  const seen = new Set<string | null>();
  return rows.filter(({ reference }) => !seen.has(reference) && seen.add(reference)).slice(0, most);
}
