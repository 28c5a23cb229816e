// What stands around the pledges of a small register: rulings, deliveries, requirements and offers.
import fc from "fast-check";
import { REQUIREMENT_FIELDS, type Requirement, CRITICALITIES } from "@/lib/domain/requirements/requirement";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { DELIVERED_AS, type Delivery } from "@/lib/domain/pledge/delivery";
import { FITS, type Offer } from "@/lib/domain/requirements/offer";
import type { Json } from "@/lib/domain/base/canonical";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import { unstatedIn } from "@/lib/domain/base/field";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { RuledValue } from "@/lib/domain/proposals/ruled-value";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import { aDelivery, aRuling } from "../../cast";
import { STAGES } from "@/lib/domain/pledge/stages";
import { anyDay, anyInstant, anyNumber, anyQuantity, maybe, mostlyOne, rarely } from "./lines";

const end = rarely(anyInstant.map((at) => ({ at, reason: "Counted twice" })));
const place = fc.nat(5);
const of = { pledge: place, line: fc.nat(2) };

export const aRulingOn = fc.record({
  ...{ pledge: place, createdAt: anyInstant },
  field: fc.constantFrom("stage" as const, "contributions.quantity" as const),
  weighed: fc.subarray([0, 1, 2, 3]),
  holds: maybe(fc.nat(3)),
  says: maybe(
    fc.record({
      stage: fc.constantFrom(...STAGES),
      line: fc.nat(2),
      quantity: maybe(fc.oneof(anyQuantity, anyNumber)),
      inWords: fc.boolean(),
    }),
  ),
});

export const aDeliveryOf = fc.record({
  ...of,
  deliveredOn: anyDay,
  definition: fc.constantFrom(...DELIVERED_AS),
  evidence: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
  confirmedBy: maybe(fc.nat(3)),
  retracted: end,
});

export const REQUIREMENTS = ["LAND-1", "LAND-2", "SEA-2", "MONEY-3"];

export const anOfferOf = fc.record({
  ...{ pledge: fc.nat(2), line: fc.nat(4) },
  isAlike: fc.boolean(),
  requirement: fc.constantFrom(...REQUIREMENTS),
  amount: maybe(fc.nat(40).map((tenths) => String(tenths / 10))),
  fit: maybe(fc.constantFrom(...FITS)),
  withdrawn: end,
  createdAt: anyInstant,
});

export const aRequirement = (reference: string): fc.Arbitrary<Requirement> =>
  fc
    .record({
      capability: mostlyOne("TROOPS", CONTRIBUTION_KINDS),
      domain: mostlyOne("LAND", DOMAINS),
      location: mostlyOne("IN_UKRAINE", LOCATIONS),
      criticality: fc.constantFrom(...CRITICALITIES),
      lead: maybe(fc.constant("FR")),
      closed: rarely(fc.constant({ at: "2026-01-20T09:00:00.000Z", reason: "Met" })),
      createdAt: anyInstant,
      amount: fc.integer({ min: 1, max: 12 }),
      neededBy: fc.oneof(
        fc.constantFrom(2, 7, 30).map((day) => ({ day, date: null })),
        maybe(anyDay).map((date) => ({ day: null, date })),
      ),
    })
    .map(({ amount, ...change }) => ({
      ...unstatedIn(REQUIREMENT_FIELDS),
      ...{ id: `requirement-${reference}`, reference, title: reference, priority: 3, version: 1 },
      ...change,
      updatedAt: change.createdAt,
      ...asked(reference, amount),
    }));

function asked(reference: string, amount: number): Pick<Requirement, "quantity" | "money"> {
  if (reference === "MONEY-3") return { quantity: null, money: { amount: `${amount}.50`, currency: "EUR" } };
  const unit = reference === "SEA-2" ? "SHIP" : "PERSON";
  return { quantity: { kind: "EXACT", min: amount, max: amount, unit, asStated: null }, money: null };
}

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** On one field, each takes the place of the one before. */
export function rulingsFrom(all: readonly Value<typeof aRulingOn>[], pledges: readonly Pledge[]): Ruling[] {
  const made: Ruling[] = [];
  for (const [n, { pledge: at, weighed, holds, says, ...change }] of all.entries()) {
    const pledge = pledges[at % pledges.length];
    if (!pledge) continue;
    const onField = pledge.evidence.filter(({ field }) => field === change.field);
    const before = made.findLast((one) => one.pledge === pledge.reference && one.field === change.field);
    made.push(
      aRuling({
        ...{ ...change, id: `ruling-${n}`, pledge: pledge.reference },
        weighed: weighed.flatMap((index) => onField.filter(({ supports }) => !supports)[index]?.id ?? []),
        holds: holds === null ? null : (onField[holds]?.id ?? null),
        supersedes: before?.id ?? null,
        ...(says && { says: ruledFrom(change.field, says, pledge) }),
      }),
    );
  }
  return made;
}

/** Often what is on record, or for a quantity nothing stated. */
function ruledFrom(
  field: Value<typeof aRulingOn>["field"],
  { stage, line: at, quantity, inWords }: NonNullable<Value<typeof aRulingOn>["says"]>,
  pledge: Pledge,
): RuledValue {
  const line = pledge.contributions[at];
  if (field === "stage") return inWords ? { not: stage } : { value: stage };
  const saidOf = ({ commitment: _commitment, sealed: _sealed, ...said }: Quantity) => ({ ...said });
  // In words alone: what it was, of each line that there was.
  const was = pledge.contributions.map((one) => [
    one.id,
    saidOf(one === line && quantity ? quantity : one.quantity),
  ]);
  if (inWords || !line) return { not: Object.fromEntries(was) as Json };
  return { lines: { [line.id]: saidOf(quantity ?? line.quantity), gone: saidOf(line.quantity) } };
}

export function deliveriesFrom(
  all: readonly Value<typeof aDeliveryOf>[],
  pledges: readonly Pledge[],
): Delivery[] {
  return all.flatMap(({ pledge: at, line, evidence, confirmedBy, ...change }, n) => {
    const pledge = pledges[at % pledges.length];
    if (!pledge) return [];
    const by = confirmedBy === null ? undefined : pledge.evidence[confirmedBy];
    const confirmation = by ? { on: change.deliveredOn, by: "Ministry of Defence", evidence: by.id } : null;
    return aDelivery({
      ...{ ...change, id: `delivery-${n}`, pledge: pledge.reference, confirmation },
      contribution: pledge.contributions[line]?.id ?? "gone",
      evidence: evidence.flatMap((index) => pledge.evidence[index]?.id ?? []),
    });
  });
}

export function offersFrom(all: readonly Value<typeof anOfferOf>[], pledges: readonly Pledge[]): Offer[] {
  return all.flatMap(({ pledge: at, line: of, isAlike, ...change }, n) => {
    const pledge = pledges[at % pledges.length];
    if (!pledge) return [];
    // One in five of a line that was taken off since; half of the others for what is measured alike.
    const line = of === 4 ? undefined : pledge.contributions[of % pledge.contributions.length];
    const alike = line?.quantity.unit === "SHIP" ? "SEA-2" : "LAND-1";
    return {
      ...{ ...change, id: `offer-${n}`, pledge: pledge.reference, reason: change.fit && "So." },
      ...{ contribution: line?.id ?? "gone", requirement: isAlike ? alike : change.requirement },
      ...{ version: 1, updatedAt: change.createdAt },
    };
  });
}
