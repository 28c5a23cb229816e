// Who is there from the day a trigger holds, once more (decision 81): each offer asked on each day, then each line counted.
import type { Day } from "@/lib/domain/base/day";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { intervalIn, type Interval } from "./amounts";
import { later } from "./days";
import { partOffered, strengthOf, type Starting } from "./figures";
import { groupsOf, linesThatAreOne } from "./same";
import {
  figureTogether,
  plusFigure,
  NOTHING,
  STRENGTHS,
  type Figure,
  type PartOfLine,
  type Strength,
} from "./together";
import { measureAsked } from "./offers";
import type { SmallRegister } from "./register";

export const RESPONSE_DAYS = [1, 2, 3, 7, 30];

interface Offered {
  requirement: Requirement;
  offer: Offer;
  pledge: Pledge;
  line: Contribution;
  strength: (typeof STRENGTHS)[number];
}

/** By domain and measure. */
export function ladderByAsking(register: SmallRegister, starts: Starting, from: Day) {
  const open = register.requirements.filter(({ closed }) => closed === null);
  const names = new Set(open.map(nameOf));
  return [...names].map((name) => {
    const row = open.filter((requirement) => nameOf(requirement) === name);
    const offers = row.flatMap((requirement) => offersFor(register, requirement, starts));
    const ready = offers.filter(({ pledge }) => starts(pledge));
    const days = RESPONSE_DAYS.map((day) => ({ day, on: later(from, day) }));
    const isEver = (one: Offered): boolean => days.some((day) => isThere(one, day));
    return {
      name,
      ...{ waiting: idsOf(offers.filter(({ pledge }) => !starts(pledge))) },
      unplaced: idsOf(ready.filter(({ line }) => line.noticeToMoveDays === null)),
      other: idsOf(ready.filter((one) => one.line.noticeToMoveDays !== null && !isEver(one))),
      undated: row
        .filter(({ neededBy }) => neededBy.day === null && neededBy.date === null)
        .map(({ reference }) => reference),
      rungs: days.map(({ day, on }) => {
        const there = ready.filter((one) => isThere(one, { day, on }));
        const due = row.filter(
          ({ neededBy: { day: n, date } }) =>
            (n !== null && n <= day) || (n === null && date !== null && date <= on),
        );
        return {
          ...{ day, on, ...figuresOf(register, there) },
          need: due.reduce((sum, requirement) => sum + needOf(requirement), 0n),
          short: due.flatMap((requirement) => {
            const own = there.filter((one) => one.requirement === requirement);
            const { firm = NOTHING } = figuresTogether(
              register,
              own.map((one) => ({ line: one.line.id, counts: one.strength, part: partOf(one) })),
            );
            const amount = needOf(requirement) - firm.low;
            return amount > 0n
              ? [{ requirement: requirement.reference, amount, sealed: firm.sealed > 0 }]
              : [];
          }),
          there: Object.fromEntries(
            STRENGTHS.map((strength) => [
              strength,
              [
                ...new Set(
                  there.filter((one) => one.strength === strength).map(({ pledge }) => pledge.participant),
                ),
              ].sort(),
            ]),
          ),
        };
      }),
    };
  });
}

export const nameOf = (requirement: Requirement): string =>
  `${requirement.domain} ${measureAsked(requirement)}`;
const needOf = (requirement: Requirement): bigint =>
  intervalIn(requirement.money ?? requirement.quantity)?.low ?? 0n;
const idsOf = (offers: readonly Offered[]): string[] => offers.map(({ offer }) => offer.id).sort();
const partOf = ({ requirement, pledge, offer, strength }: Offered) =>
  partOffered(requirement, pledge, offer, strength);

const offersFor = (register: SmallRegister, requirement: Requirement, starts: Starting): Offered[] =>
  register.offers.flatMap((offer) => {
    const pledge = register.pledges.find(({ reference }) => reference === offer.pledge);
    const line = pledge?.contributions.find(({ id }) => id === offer.contribution);
    if (!pledge || !line || offer.requirement !== requirement.reference) return [];
    const strength = strengthOf(requirement, pledge, offer, starts);
    return strength ? [{ requirement, offer, pledge, line, strength }] : [];
  });

/** It has had the time it takes, and is available: on its own days, where it states none in the pledge's window. */
function isThere({ line, pledge }: Offered, { day, on }: { day: number; on: Day }): boolean {
  const { noticeToMoveDays, availableFrom, availableTo } = line;
  if (noticeToMoveDays === null || noticeToMoveDays > day) return false;
  const isOwn = availableFrom !== null || availableTo !== null;
  const [first, last] = isOwn ? [availableFrom, availableTo] : [pledge.windowStart, pledge.windowEnd];
  return (first ?? "0000") <= on && on <= (last ?? "9999");
}

const figuresTogether = (
  { pledges }: SmallRegister,
  parts: readonly PartOfLine[],
): Record<string, Figure> => {
  const ones = linesThatAreOne(pledges);
  const groups = groupsOf(parts, ({ line: a }, { line: b }) => ones(a, b));
  return Object.fromEntries(
    STRENGTHS.map((strength) => [
      strength,
      groups.map((alike) => figureTogether(alike, strength)).reduce(plusFigure, NOTHING),
    ]),
  );
};

/** Each line once: its parts are no more than all of it, and a weaker figure counts what the stronger ones leave. */
function figuresOf(register: SmallRegister, there: readonly Offered[]): Record<string, Figure> {
  const counted: PartOfLine[] = [];
  for (const id of new Set(there.map(({ line }) => line.id))) {
    const own = there.filter(({ line }) => line.id === id);
    const add = (counts: Strength, part: PartOfLine["part"]): void =>
      void counted.push({ line: id, counts, part });
    let used: Interval | null = null;
    let isSaid = false;
    for (const strength of STRENGTHS) {
      const same = own.filter((one) => one.strength === strength);
      const [first] = same;
      if (!first) continue;
      const parts = same.map(partOf);
      const [silent] = parts.filter((part) => typeof part === "string");
      const whole = partOffered(first.requirement, first.pledge, { ...first.offer, amount: null }, strength);
      if (silent !== undefined || typeof whole === "string") {
        // Without a number it is said once that there is something.
        if (!isSaid) add(strength, silent ?? "unsaid");
        isSaid = true;
        continue;
      }
      isSaid = true;
      const sum = parts.reduce<Interval | null>(
        (all, part) => (typeof part === "string" ? all : joined(all, part)),
        null,
      );
      if (sum === null) continue;
      const part =
        same.length === 1 && used === null ? sum : within(sum, used === null ? whole : without(whole, used));
      add(strength, part);
      used = joined(used, part);
    }
  }
  return figuresTogether(register, counted);
}

const joined = (one: Interval | null, other: Interval): Interval => ({
  ...other,
  low: (one?.low ?? 0n) + other.low,
  high: one?.high === null || other.high === null ? null : (one?.high ?? 0n) + other.high,
  about: (one?.about ?? false) || other.about,
});

const within = (sum: Interval, whole: Interval): Interval => ({
  ...sum,
  low: sum.low < whole.low ? sum.low : whole.low,
  high: sum.high === null || (whole.high !== null && whole.high < sum.high) ? whole.high : sum.high,
});

const without = (whole: Interval, used: Interval): Interval => ({
  ...whole,
  low: whole.low > used.low ? whole.low - used.low : 0n,
  high:
    whole.high === null || used.high === null ? null : whole.high > used.high ? whole.high - used.high : 0n,
});
