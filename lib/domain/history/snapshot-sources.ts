import type { Citation, SourceRow, SourceDetails } from "../details/source-details";
import type { CursorKey } from "../base/cursor";
import { searchWords } from "../base/listing";
import type { SourceFilter, Source } from "../pledge/source";
import type { Snapshot } from "./snapshot";
import { byReferenceOrder } from "../details/reference-order";

/** All that match the filter: newest first, undated ones last. */
export function sourcesMatching(snapshot: Snapshot, filter: SourceFilter): SourceRow[] {
  const citing = citationsIn(snapshot);
  return [...snapshot.source.values()]
    .filter((source) => matchesFilter(filter, source))
    .sort(newestFirst)
    .map((source) => ({ ...source, pledges: pledgesOf(citing.get(source.id)) }));
}

/** The page after the filter's key; one more than the limit, if another page follows. */
export function sourcePage(found: readonly SourceRow[], { after, limit }: SourceFilter): SourceRow[] {
  const left = after === null ? found : found.filter((source) => compareKeys(keyOf(source), after) < 0);
  return left.slice(0, limit + 1);
}

export function sourceDetailsIn(
  snapshot: Snapshot,
  id: string,
): Omit<SourceDetails, "text" | "withheld"> | null {
  const source = snapshot.source.get(id);
  if (!source) return null;
  const evidence = citationsIn(snapshot).get(id) ?? [];
  return { ...source, pledges: pledgesOf(evidence), evidence };
}

const pledgesOf = (evidence: readonly Citation[] = []): number =>
  new Set(evidence.map(({ pledge }) => pledge)).size;

const cited = new WeakMap<Snapshot, ReadonlyMap<string, Citation[]>>();

/** By source, one citation per pledge. */
function citationsIn(snapshot: Snapshot): ReadonlyMap<string, Citation[]> {
  const known = cited.get(snapshot);
  if (known) return known;
  const found = new Map<string, Citation[]>();
  for (const { reference, title, stage, voided, evidence } of [...snapshot.pledge.values()].sort(
    byReferenceOrder,
  ))
    for (const { source, ...piece } of evidence) {
      const citation = { ...piece, pledge: reference, title, stage, voided: voided !== null };
      const others = found.get(source.id);
      if (others) others.push(citation);
      else found.set(source.id, [citation]);
    }
  cited.set(snapshot, found);
  return found;
}

function matchesFilter({ ownership, q }: SourceFilter, source: Source): boolean {
  const text = [source.publisher, source.title, source.url].map((part) => part ?? "").join(" ");
  return (
    (ownership.length === 0 || ownership.includes(source.ownership)) &&
    searchWords(q).every((word) => text.toLowerCase().includes(word.toLowerCase()))
  );
}

const keyOf = ({ publishedOn, id }: Source): CursorKey => [publishedOn ?? "-infinity", id];
const newestFirst = (a: Source, b: Source): number => compareKeys(keyOf(b), keyOf(a));

/** "-infinity" also sorts before every date as text. */
function compareKeys([on = "", id = ""]: CursorKey, [other = "", otherId = ""]: CursorKey): number {
  if (on !== other) return on < other ? -1 : 1;
  return id < otherId ? -1 : id > otherId ? 1 : 0;
}
