// Contributions with few units, currencies and small numbers, so that what is promised, set aside, offered and asked
// often meets.
import fc from "fast-check";
import { plusDays } from "@/lib/domain/base/day";
import {
  CAVEAT_CATEGORIES,
  CONTRIBUTION_KINDS,
  DOMAINS,
  LOCATIONS,
  type Allocated,
  type Contribution,
} from "@/lib/domain/pledge/contribution";
import { moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { ENDS, NUMBERED_KINDS, QUANTITY_KINDS, type Quantity } from "@/lib/domain/pledge/quantity";
import { aContribution } from "../../cast";

export const anyDay = fc.integer({ min: -100, max: 100 }).map((days) => plusDays("2026-01-06", days));
/** At times of day at which zones disagree about the date. */
export const anyInstant = fc
  .tuple(
    anyDay,
    fc.constantFrom("00:30:00.000", "09:59:59.999", "11:00:00.000", "21:30:00.000", "22:30:00.000"),
  )
  .map(([day, time]) => `${day}T${time}Z`);
const orNull =
  (some: number, none: number) =>
  <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.oneof({ weight: none, arbitrary: fc.constant(null) }, { weight: some, arbitrary });
/** Three times in four the one, so that things meet. */
export const mostlyOne = <T>(one: T, all: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(one) }, { weight: 1, arbitrary: fc.constantFrom(...all) });
export const maybe = orNull(1, 1);
export const rarely = orNull(1, 7);
export const mostly = orNull(3, 1);

const ends = fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const quantityOf = (kinds: readonly Quantity["kind"][]): fc.Arbitrary<Quantity> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      ends,
      unit: fc.constantFrom("PERSON" as const, "SHIP" as const),
    })
    .map(({ kind, ends: [low, high], unit }) => {
      const has = ENDS[kind];
      const isNone = has === "none" || has === "either";
      return {
        kind,
        min: isNone ? null : has === "max" ? 0 : low,
        max: isNone || has === "min" ? null : has === "equal" ? low : high,
        unit: kind === "NOT_APPLICABLE" ? null : unit,
        asStated: kind === "QUALITATIVE" ? "several" : null,
        ...(kind === "SEALED" ? { commitment: "c0ffee" } : {}),
      };
    });
export const anyQuantity = quantityOf(QUANTITY_KINDS);
export const anyNumber = quantityOf(NUMBERED_KINDS);

export const anyMoney: fc.Arbitrary<Money> = fc
  .record({ kind: fc.constantFrom(...NUMBERED_KINDS), ends, currency: fc.constantFrom("EUR", "GBP") })
  .map(({ kind, ends: [low, high], currency }) =>
    moneyFrom({
      ...{ kind, currency, asStated: null },
      ...{ min: `${low}.50`, max: kind === "AT_LEAST" ? null : `${high}.50` },
    }),
  );

export const aLine: fc.Arbitrary<Contribution> = fc
  .record({
    kind: mostlyOne("TROOPS", CONTRIBUTION_KINDS),
    domain: mostlyOne("LAND", DOMAINS),
    location: mostlyOne("IN_UKRAINE", LOCATIONS),
    quantity: fc.oneof(anyQuantity, anyNumber),
    money: maybe(anyMoney),
    noticeToMoveDays: maybe(fc.constantFrom(0, 1, 2, 5, 10, 40)),
    availableFrom: rarely(anyDay),
    availableTo: rarely(anyDay),
    caveats: rarely(
      fc.uniqueArray(fc.constantFrom(...CAVEAT_CATEGORIES), { minLength: 1, maxLength: 2 }),
    ).map((all) => (all ?? []).map((category) => ({ category, text: "So." }))),
    allocated: maybe(fc.record({ quantity: maybe(anyNumber), money: maybe(anyMoney), on: anyDay })),
  })
  .map(({ allocated, ...change }) =>
    aContribution({ ...change, allocated: allocated && measuredAs(change, allocated) }),
  );

/** What is set aside is told in the unit and the currency of the contribution; where it names none, in any. */
const measuredAs = (
  { quantity, money }: Pick<Contribution, "quantity" | "money">,
  allocated: Allocated,
): Allocated => ({
  ...allocated,
  quantity: allocated.quantity && { ...allocated.quantity, unit: quantity.unit ?? allocated.quantity.unit },
  money: allocated.money && { ...allocated.money, currency: (money ?? allocated.money).currency },
});
