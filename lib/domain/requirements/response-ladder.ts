// The response ladder: who is there on each day from the day a trigger holds, and what is needed by then.
// Offers are weighed by coverage, as if the trigger were met. Domains, units and currencies are never mixed.
import type { Handling } from "../pledge/pledge-fields";
import { plusDays, type Day } from "../base/day";
import { groupedBy } from "../base/listing";
import { DOMAINS } from "../pledge/contribution";
import { UNITS } from "../pledge/quantity";
import type { Trigger } from "../pledge/trigger";
import { isSameMeasure, plus, type Amount, type Measure, type QuantityRange } from "./quantity-range";
import type { Requirement } from "./requirement";
import { hasArrived, missingFrom, spanOf, type Covered, type Weighed } from "./requirement-coverage";
import { strengthFigures, STRENGTHS, type Strength, type StrengthFigures } from "./strength-figures";

/** Days after the one on which the trigger holds. */
export const RESPONSE_DAYS = [1, 2, 3, 7, 30] as const;

export const FIRST_TRIGGER = "RENEWED_ATTACK";

export interface ResponseLadder {
  trigger: Pick<Trigger, "code" | "title" | "state" | "since">;
  /** D: the day from which the trigger is met on record, otherwise the day of the moment asked for. */
  from: Day;
  rows: ResponseRow[];
  /** Those to choose from. */
  triggers: Pick<Trigger, "code" | "title">[];
}

/** One domain in one measure. */
export interface ResponseRow {
  domain: Requirement["domain"];
  measure: Measure;
  rungs: ResponseRung[];
  /** Offers that would count but are there on no day, as they don't say how long they take. */
  unplaced: Weighed[];
  /** Offers that would count, but wait for something other than the trigger. */
  waiting: Weighed[];
  /** Offers that count and can start, but on none of these days: they take longer, or aren't available then. */
  other: Weighed[];
  /** References of requirements that name neither a day nor a date: needed in no column. */
  undated: string[];
}

export interface ResponseRung extends StrengthFigures {
  /** D+n, and its date. */
  day: number;
  on: Day;
  /** Of the requirements due by then. */
  need: Amount;
  /** Due requirements that firm offers there leave uncovered. One's surplus doesn't count for another. */
  short: { requirement: string; amount: Amount; sealed: boolean }[];
  /** Sorted codes of the participants that are there, by strength. */
  there: Record<Strength, string[]>;
}

/** `covered`: as if the trigger held on the day `from`. Closed requirements ask for nothing. */
export function responseLadder(covered: readonly Covered[], from: Day): ResponseRow[] {
  return rowsOf(covered.filter(({ requirement }) => requirement.closed === null)).map((row) => {
    const { domain } = row[0].requirement;
    const { measure } = row[0].coverage;
    const counting = row.flatMap(({ coverage }) => coverage.offers).filter(({ counts }) => counts !== null);
    const [ready, waiting] = parted(counting, ({ pledge }) => pledge.actionable);
    const [unplaced, placed] = parted(ready, ({ line }) => line?.noticeToMoveDays == null);
    const days = RESPONSE_DAYS.map((day) => ({ day, on: plusDays(from, day) }));
    return {
      ...{ domain, measure, unplaced, waiting },
      rungs: days.map((one) => rungOn(row, measure, one)),
      other: placed.filter((offer) => !days.some((one) => isThere(offer, one))),
      undated: row
        .filter(({ requirement: { neededBy } }) => neededBy.day === null && neededBy.date === null)
        .map(({ requirement }) => requirement.reference),
    };
  });
}

/** A row on one of its days, as tables list it. */
export interface LadderLine {
  trigger: string;
  row: ResponseRow;
  rung: ResponseRung;
  /** Of the pledges it names: COALITION where one is for the coalition alone. */
  handling: Handling | null;
}

/** `coalitionOnly`: the pledges that are for the coalition alone. */
export const rungRows = (
  trigger: string,
  rows: readonly ResponseRow[],
  coalitionOnly: ReadonlySet<string>,
): LadderLine[] =>
  rows.flatMap((row) => {
    const named = pledgesOf([...row.unplaced, ...row.waiting, ...row.other]);
    const isMarked = named.some((reference) => coalitionOnly.has(reference));
    return row.rungs.map((rung) => ({ trigger, row, rung, handling: isMarked ? "COALITION" : null }));
  });

/** References of their pledges, sorted, each once. */
export const pledgesOf = (offers: readonly Weighed[]): string[] =>
  sortedOnce(offers, ({ pledge }) => pledge.reference);

type Days = Pick<ResponseRung, "day" | "on">;
type SameMeasure = [Covered, ...Covered[]];

/** By domain, then by measure, each in the order of lists. */
function rowsOf(covered: readonly Covered[]): SameMeasure[] {
  const rows: SameMeasure[] = [];
  for (const one of covered) {
    const row = rows.find(
      ([first]) =>
        first.requirement.domain === one.requirement.domain &&
        isSameMeasure(first.coverage.measure, one.coverage.measure),
    );
    if (row) row.push(one);
    else rows.push([one]);
  }
  return rows.sort(([a], [b]) => placeOf(a) - placeOf(b) || (currencyOf(a) < currencyOf(b) ? -1 : 1));
}

const placeOf = ({ requirement, coverage: { measure } }: Covered): number =>
  DOMAINS.indexOf(requirement.domain) * 100 + ("unit" in measure ? UNITS.indexOf(measure.unit) : 99);
const currencyOf = ({ coverage: { measure } }: Covered): string =>
  "currency" in measure ? measure.currency : "";

function rungOn(row: SameMeasure, measure: Measure, { day, on }: Days): ResponseRung {
  const there = (offers: readonly Weighed[]): Weighed[] => offers.filter((one) => isThere(one, { day, on }));
  const due = row.filter(({ requirement }) => isDue(requirement, { day, on }));
  const present = there(row.flatMap(({ coverage }) => coverage.offers));
  return {
    ...{ day, on },
    ...strengthFigures(eachLineOnce(present, measure)),
    need: due.reduce((sum, { coverage }) => sum + coverage.need, 0n),
    short: due.flatMap(({ requirement: { reference }, coverage: { need, offers } }) => {
      const figures = strengthFigures(there(offers));
      const amount = missingFrom(need, figures);
      return amount === 0n ? [] : [{ requirement: reference, amount, sealed: figures.firm.sealed > 0 }];
    }),
    there: {
      firm: participantsOf(present, "firm"),
      conditional: participantsOf(present, "conditional"),
      indicative: participantsOf(present, "indicative"),
    },
  };
}

/** It counts, can start, has arrived, and is available that day, by its own days or the pledge's window. */
function isThere({ counts, pledge, line }: Weighed, { day, on }: Days): boolean {
  if (counts === null || line === null || !pledge.actionable || !hasArrived(line, day)) return false;
  const isDated = line.availableFrom !== null || line.availableTo !== null;
  const [start, end] = isDated
    ? [line.availableFrom, line.availableTo]
    : [pledge.windowStart, pledge.windowEnd];
  return (start === null || start <= on) && (end === null || on <= end);
}

const isDue = ({ neededBy }: Requirement, { day, on }: Days): boolean =>
  neededBy.day === null ? neededBy.date !== null && neededBy.date <= on : neededBy.day <= day;

/**
 * A contribution may be offered for several requirements. Together its parts are no more than all of it; where they
 * differ in strength, a weaker one counts what the stronger leaves.
 */
function eachLineOnce(offers: readonly Weighed[], measure: Measure): Weighed[] {
  const lines = groupedBy(offers, ({ offer }) => offer.contribution);
  return [...lines.values()].flatMap((own) => (own.length === 1 ? own : together(own, measure)));
}

function together(own: readonly Weighed[], measure: Measure): Weighed[] {
  let used: QuantityRange | null = null;
  let isSaid = false;
  return STRENGTHS.flatMap((strength): Weighed[] => {
    const same = own.filter(({ counts }) => counts === strength);
    const [first] = same;
    if (!first?.line) return [];
    const sum = same.flatMap(({ span }) => span ?? []).reduce<QuantityRange | null>(added, null);
    const whole = spanOf(first.line, measure, strength);
    // A line without a number is listed once, with its strongest offer.
    const wasSaid = isSaid;
    isSaid = true;
    if (sum === null || whole === null) return wasSaid ? [] : [first];
    const span = atMost(sum, used === null ? whole : minus(whole, used));
    used = added(used, span);
    return [{ ...first, span }];
  });
}

const added = (sum: QuantityRange | null, one: QuantityRange): QuantityRange =>
  sum === null ? one : plus(sum, one);

const atMost = (sum: QuantityRange, whole: QuantityRange): QuantityRange => ({
  low: least(sum.low, whole.low),
  high: sum.high === null ? whole.high : whole.high === null ? sum.high : least(sum.high, whole.high),
  about: sum.about,
});

const minus = (whole: QuantityRange, used: QuantityRange): QuantityRange => ({
  low: whole.low > used.low ? whole.low - used.low : 0n,
  high:
    whole.high === null || used.high === null ? null : whole.high > used.high ? whole.high - used.high : 0n,
  about: whole.about,
});

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b);

const participantsOf = (offers: readonly Weighed[], strength: Strength): string[] =>
  sortedOnce(
    offers.filter(({ counts }) => counts === strength),
    ({ pledge }) => pledge.participant,
  );

const sortedOnce = (offers: readonly Weighed[], name: (one: Weighed) => string): string[] =>
  [...new Set(offers.map(name))].sort();

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
