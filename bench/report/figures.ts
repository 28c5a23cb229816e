// Computes medians, ratios and growth from measured times, and whether promises are met.
import { CROWD, type RoundTimes } from "../rounds";
import { KINDS, wayName, type Kind } from "../subjects";

/** Milliseconds. */
export interface Times {
  median: number;
  p95: number;
}

/** One subject in one register, at one number of concurrent requests. */
export interface FigureRow extends Record<Kind, Times | null> {
  subject: string;
  size: number;
  at: number;
  /** Ratios of medians: application to twin, unchanged and right after a change, and application to `pg`. */
  ratio: number | null;
  changedRatio: number | null;
  sqlRatio: number | null;
  /** The application's median divided by that of the next smaller register, unchanged and right after a change. */
  growth: number | null;
  changedGrowth: number | null;
}

export function figureRows(
  results: RoundTimes,
  subjects: readonly string[],
  sizes: readonly number[],
): FigureRow[] {
  return [1, CROWD].flatMap((at) => {
    const all = at === 1 ? results.alone : results.crowd;
    const times = (subject: string, size: number | undefined, kind: Kind): Times | null =>
      size === undefined ? null : timesOf(all.get(wayName(subject, size, kind)) ?? []);
    return subjects.flatMap((subject) =>
      sizes.map((size, index) => {
        const of = (kind: Kind) => times(subject, size, kind);
        const before = (kind: Kind) => times(subject, sizes[index - 1], kind);
        return {
          subject,
          size,
          at,
          ...(Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, Times | null>),
          ratio: over(of("own"), of("twin")),
          changedRatio: over(of("changed"), of("twin")),
          sqlRatio: over(of("own"), of("sql")),
          growth: over(of("own"), before("own")),
          changedGrowth: over(of("changed"), before("changed")),
        };
      }),
    );
  });
}

export function timesOf(samples: readonly number[]): Times | null {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number | undefined => sorted[Math.ceil(sorted.length * share) - 1];
  const [median, p95] = [at(0.5), at(0.95)];
  return median === undefined || p95 === undefined ? null : { median, p95 };
}

export const over = (one: Times | null, other: Times | null): number | null =>
  one && other && one.median / other.median;
