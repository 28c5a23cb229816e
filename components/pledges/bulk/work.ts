// The parts of a bulk change, so that a user sees progress: what to send, and what came of it.
import type { OutcomeKind } from "@/lib/domain/base/bulk-result";
import type { Chosen } from "./chosen";

/** The register's answer for one pledge. */
export interface AnsweredRow {
  reference: string;
  outcome: OutcomeKind;
  version: number | null;
  why: { code: string; detail: string } | null;
  conflict: { current: number; changedBy: string; fields: string[] } | null;
}

/** UNANSWERED: the outcome is unknown, and sending again with the same key is safe. UNTRIED: stopped before. */
export type BulkRow = AnsweredRow | { reference: string; outcome: "UNANSWERED" | "UNTRIED" };

/** One request. It keeps its key, however often it is sent. */
export interface BulkPart {
  key: string;
  items: readonly Chosen[];
}

const PART = 20;

export function bulkParts(items: readonly Chosen[], newKey: () => string): BulkPart[] {
  const parts: BulkPart[] = [];
  for (let at = 0; at < items.length; at += PART)
    parts.push({ key: newKey(), items: items.slice(at, at + PART) });
  return parts;
}

/** Conflicts where others changed only other fields: sent again on the current version, without asking. */
export function disjoint(rows: readonly BulkRow[], fields: readonly string[]): Chosen[] {
  return rows.flatMap((row) =>
    row.outcome === "CONFLICT" && row.conflict && !row.conflict.fields.some((one) => fields.includes(one))
      ? [{ reference: row.reference, version: row.conflict.current }]
      : [],
  );
}

export const isDone = ({ outcome }: BulkRow): boolean => outcome === "DONE" || outcome === "UNCHANGED";

/** The last row for each reference, in the order of the first. */
export function latestRows(rows: readonly BulkRow[]): BulkRow[] {
  return [...new Map(rows.map((row) => [row.reference, row])).values()];
}

/**
 * What a retry sends. Parts without an answer go as they were, with their keys;
 * refused pledges go in new parts, on the current version.
 */
export function again(
  rows: readonly BulkRow[],
  sent: { parts: readonly BulkPart[]; versions: ReadonlyMap<string, number> },
  newKey: () => string,
): BulkPart[] {
  const of = (outcome: BulkRow["outcome"]) =>
    new Set(rows.filter((row) => row.outcome === outcome).map(({ reference }) => reference));
  const unanswered = of("UNANSWERED");
  const kept = sent.parts.filter(({ items }) => items.some(({ reference }) => unanswered.has(reference)));
  const others = rows.flatMap((row) => {
    if (isDone(row) || row.outcome === "UNANSWERED") return [];
    const version = ("version" in row ? row.version : null) ?? sent.versions.get(row.reference);
    return version === undefined ? [] : [{ reference: row.reference, version }];
  });
  return [...kept, ...bulkParts(others, newKey)];
}

export function countOutcomes(rows: readonly BulkRow[]): { done: number; unchanged: number; failed: number } {
  const count = (outcome: BulkRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const [done, unchanged] = [count("DONE"), count("UNCHANGED")];
  return { done, unchanged, failed: rows.length - done - unchanged };
}
