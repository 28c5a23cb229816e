// The lines that are one with those of a pledge, or look as if they were. Nothing is merged automatically.
import { daysBetween, type Day } from "../base/day";
import type { Contribution } from "../pledge/contribution";
import { positionsOf, type LinkState } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import { sameAmount } from "../requirements/same-line";
import { isOnLadder } from "../pledge/stages";

/** A line as it is named: by its pledge, and its place there. */
export interface LineName {
  pledge: string;
  contribution: string;
  /** From 1; null: it is no longer there, or its pledge was voided. */
  place: number | null;
}

export interface LinesAround {
  /** Those that its own lines name, by the id of the own line. */
  named: Readonly<Record<string, LineName>>;
  /** Those that name an own line, and what became of it; not what was declined. */
  naming: { line: string; by: LineName; state: LinkState }[];
  /** Places of its own lines, by their ids. */
  places: Readonly<Record<string, number>>;
  /** Lines of any desk that look like an own one, and of which nothing is said yet. */
  alike: { line: string; other: LineName }[];
}

export type LinedPledge = Pick<
  Pledge,
  | "reference"
  | "participant"
  | "jointWith"
  | "stage"
  | "voided"
  | "windowStart"
  | "windowEnd"
  | "statedOn"
  | "contributions"
>;

/** `others` may be any pledges; lines of pledges not among them have no name here. */
export function linesAround(pledge: LinedPledge, others: readonly LinedPledge[]): LinesAround {
  const places = placesIn([pledge, ...others]);
  const nameOf = (reference: string, contribution: string): LineName => ({
    ...{ pledge: reference, contribution },
    place: places.get(contribution) ?? null,
  });
  const own = new Set(pledge.contributions.map(({ id }) => id));
  return {
    named: Object.fromEntries(
      pledge.contributions.flatMap(({ id, sameAs }) =>
        sameAs ? [[id, nameOf(sameAs.pledge, sameAs.contribution)]] : [],
      ),
    ),
    naming: [pledge, ...others].flatMap(({ reference, voided, contributions }) =>
      contributions.flatMap(({ id, sameAs }) =>
        voided === null && sameAs && sameAs.state !== "DECLINED" && own.has(sameAs.contribution)
          ? { line: sameAs.contribution, by: nameOf(reference, id), state: sameAs.state }
          : [],
      ),
    ),
    places: Object.fromEntries(pledge.contributions.map(({ id }, index) => [id, index + 1])),
    alike: others.flatMap((other) =>
      pledge.contributions.flatMap((line) =>
        other.contributions
          .filter((one) => looksTheSame({ pledge, line }, { pledge: other, line: one }))
          .map(({ id }) => ({ line: line.id, other: nameOf(other.reference, id) })),
      ),
    ),
  };
}

function placesIn(pledges: readonly LinedPledge[]): Map<string, number> {
  return new Map(
    pledges.flatMap(({ voided, contributions }) =>
      voided === null ? contributions.map(({ id }, index) => [id, index + 1] as const) : [],
    ),
  );
}

interface PlacedLine {
  pledge: LinedPledge;
  line: Contribution;
}

/** Dates that lie no further apart are near. */
export const NEAR_DAYS = 60;

/**
 * Two lines of different pledges in force that share a participant, the kind, a number in one measure, and
 * near dates where both state them; and neither says anything of the other, even if it was declined. A sealed
 * number is compared with none.
 */
export function looksTheSame(one: PlacedLine, other: PlacedLine): boolean {
  const [own, theirs] = [positionsOf(one.pledge), positionsOf(other.pledge)];
  return (
    one.pledge.reference !== other.pledge.reference &&
    [one, other].every(({ pledge: { stage, voided } }) => voided === null && isOnLadder(stage)) &&
    own.some((code) => theirs.includes(code)) &&
    one.line.kind === other.line.kind &&
    one.line.sameAs?.contribution !== other.line.id &&
    other.line.sameAs?.contribution !== one.line.id &&
    sameAmount(one.line, other.line) &&
    areNear(daysOf(one), daysOf(other))
  );
}

/** From when and until when: the line's own days, or the pledge's window where it states none. */
function daysOf({ pledge, line }: PlacedLine): (Day | null)[] {
  const isDated = line.availableFrom !== null || line.availableTo !== null;
  return isDated ? [line.availableFrom, line.availableTo] : [pledge.windowStart, pledge.windowEnd];
}

const areNear = (days: readonly (Day | null)[], others: readonly (Day | null)[]): boolean =>
  days.every((day, index) => {
    const other = others[index] ?? null;
    return day === null || other === null || Math.abs(daysBetween(day, other)) <= NEAR_DAYS;
  });
