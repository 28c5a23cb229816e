// What lines come to that are one unit or sum, once more: a line alone counts its parts, several count their largest.
import type { Interval } from "./amounts";

export const STRENGTHS = ["firm", "conditional", "indicative"] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface Figure {
  low: bigint;
  high: bigint | null;
  about: boolean;
  unsaid: number;
  sealed: number;
}

export interface PartOfLine {
  line: string;
  counts: Strength;
  part: Interval | "sealed" | "unsaid";
}

export const NOTHING: Figure = { low: 0n, high: 0n, about: false, unsaid: 0, sealed: 0 };

export const plusPart = (figure: Figure, part: Interval | "sealed" | "unsaid"): Figure =>
  typeof part === "string"
    ? { ...figure, [part]: figure[part] + 1 }
    : {
        ...figure,
        low: figure.low + part.low,
        high: figure.high === null || part.high === null ? null : figure.high + part.high,
        about: figure.about || part.about,
      };

export const plusFigure = (one: Figure, other: Figure): Figure => ({
  low: one.low + other.low,
  high: one.high === null || other.high === null ? null : one.high + other.high,
  about: one.about || other.about,
  unsaid: one.unsaid + other.unsaid,
  sealed: one.sealed + other.sealed,
});

/** All parts are of one unit. */
export function figureTogether(alike: readonly PartOfLine[], strength: Strength): Figure {
  const lines = [...new Set(alike.map(({ line }) => line))];
  const here = alike.filter(({ counts }) => counts === strength);
  if (lines.length === 1) return here.reduce((sum, { part }) => plusPart(sum, part), NOTHING);

  // Each line's own amounts at this strength, and what is promised of it more firmly.
  const rank = STRENGTHS.indexOf(strength);
  const firmness = lines.map((line) => {
    const own = alike.filter((one) => one.line === line && typeof one.part !== "string");
    const firmer = own.filter(({ counts }) => STRENGTHS.indexOf(counts) < rank);
    const sum = (parts: readonly PartOfLine[]) =>
      parts.length === 0 ? null : parts.reduce((all, { part }) => plusPart(all, part), NOTHING);
    return { here: sum(own.filter(({ counts }) => counts === strength)), firmer: sum(firmer) };
  });
  const certain = firmness.reduce(
    (most, { firmer }) => (firmer && firmer.low > most ? firmer.low : most),
    0n,
  );
  // All of the line, less what is certain; never more than there is of it at this strength.
  const left = firmness.flatMap(({ here: own, firmer }) => {
    if (!own) return [];
    const low = (firmer?.low ?? 0n) + own.low - certain;
    const all = own.high === null || firmer?.high === null ? null : (firmer?.high ?? 0n) + own.high - certain;
    const high = all === null || (own.high !== null && own.high < all) ? own.high : all;
    return [{ low: low < 0n ? 0n : low, high: high !== null && high < 0n ? 0n : high, about: own.about }];
  });
  const isSealed = here.some(({ part }) => part === "sealed");
  const isSaid = left.length > 0 || firmness.some(({ firmer }) => firmer !== null);
  const low = left.reduce((most, one) => (one.low > most ? one.low : most), 0n);
  const isOpen = left.some(({ high }) => high === null);
  const high = isOpen
    ? null
    : left.reduce((most, one) => ((one.high ?? 0n) > most ? (one.high ?? 0n) : most), 0n);
  return {
    ...{ low, high },
    about: left.some((one) => one.about && (one.low === low || one.high === high)),
    unsaid: here.length > 0 && !isSealed && !isSaid ? 1 : 0,
    sealed: isSealed ? 1 : 0,
  };
}
