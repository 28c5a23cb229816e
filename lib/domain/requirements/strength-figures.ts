// The totals of offers: three figures, never summed. A unit or sum that several lines name is counted once.
import { groupedBy } from "../base/listing";
import { largestOf, NO_QUANTITY, plus, rangeBeyond, type QuantityRange } from "./quantity-range";

export const STRENGTHS = ["firm", "conditional", "indicative"] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface CoverageFigure extends QuantityRange {
  /** Offers without a number: they add 0 and a "+?". */
  unsaid: number;
  /** Offers with a number sealed to this reader: in neither end. */
  sealed: number;
}

/** Side by side, never summed. */
export type StrengthFigures = Record<Strength, CoverageFigure>;

/** The part of an offer that counts. */
export interface CountedOffer {
  /** Null: nowhere. */
  counts: Strength | null;
  /** Null: no number is known, because it is in words or sealed. */
  span: QuantityRange | null;
  isSealed: boolean;
  /** The unit that its line names, by the id of a line: the same for lines that are one. */
  unit: string;
  offer: { contribution: string };
}

/** The figures for offers of one measure. Everything that shows the three figures uses this. */
export function strengthFigures(offers: readonly CountedOffer[]): StrengthFigures {
  const units = [...groupedBy(offers, ({ unit }) => unit).values()].map((alike): StrengthFigures => {
    const counting = alike.filter(({ counts }) => counts !== null);
    const lines = [...groupedBy(counting, ({ offer }) => offer.contribution).values()];
    return lines.length === 1 ? figuresOfLine(counting) : figuresOfUnit(lines);
  });
  return eachStrength((strength) => units.reduce((sum, figures) => added(sum, figures[strength]), NOTHING));
}

/** For a unit that only one line names: the sum of its parts. */
const figuresOfLine = (offers: readonly CountedOffer[]): StrengthFigures =>
  eachStrength((strength) => {
    const own = countedAs(offers, [strength]);
    const silent = own.filter(({ span }) => span === null);
    const sealed = silent.filter(({ isSealed }) => isSealed).length;
    return { ...(sumOf(own) ?? NO_QUANTITY), unsaid: silent.length - sealed, sealed };
  });

/**
 * For a unit that several lines name: the largest line of each strength, less what the lower ends of stronger
 * ones already count. If one of the lines has a number, those without add nothing. A number that this reader
 * may not see isn't compared.
 */
const figuresOfUnit = (lines: readonly (readonly CountedOffer[])[]): StrengthFigures =>
  eachStrength((strength, index) => {
    const stronger = STRENGTHS.slice(0, index);
    const sums = (which: readonly Strength[]) => lines.flatMap((line) => sumOf(countedAs(line, which)) ?? []);
    const counted = largestOf(sums(stronger))?.low ?? 0n;
    const left = lines.flatMap((line) => {
      const own = sumOf(countedAs(line, [strength]));
      return own ? rangeBeyond(counted, own, sumOf(countedAs(line, stronger)) ?? NO_QUANTITY) : [];
    });
    const here = lines.flatMap((line) => countedAs(line, [strength]));
    const sealed = here.some(({ isSealed }) => isSealed) ? 1 : 0;
    const isUnsaid = here.length > 0 && sealed === 0 && left.length + sums(stronger).length === 0;
    return { ...(largestOf(left) ?? NO_QUANTITY), unsaid: isUnsaid ? 1 : 0, sealed };
  });

const countedAs = (offers: readonly CountedOffer[], which: readonly Strength[]): CountedOffer[] =>
  offers.filter(({ counts }) => counts !== null && which.includes(counts));

/** Null: none of them has a number. */
const sumOf = (offers: readonly CountedOffer[]): QuantityRange | null =>
  offers.reduce<QuantityRange | null>(
    (sum, { span }) => (span === null ? sum : plus(sum ?? NO_QUANTITY, span)),
    null,
  );

const NOTHING: CoverageFigure = { ...NO_QUANTITY, unsaid: 0, sealed: 0 };

const added = (sum: CoverageFigure, one: CoverageFigure): CoverageFigure => ({
  ...plus(sum, one),
  unsaid: sum.unsaid + one.unsaid,
  sealed: sum.sealed + one.sealed,
});

const eachStrength = (make: (strength: Strength, index: number) => CoverageFigure): StrengthFigures => ({
  firm: make("firm", 0),
  conditional: make("conditional", 1),
  indicative: make("indicative", 2),
});
