// Random small registers with everything that the rules look at. Places in lists stand for ids until all is put together.
import fc from "fast-check";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES, type Participant } from "@/lib/domain/people/participant";
import { APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import type { Limit } from "@/lib/domain/pledge/measure";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { TRIGGER_STATES, WAITINGS, type Trigger, TRIGGER_FIELDS } from "@/lib/domain/pledge/trigger";
import { unstatedIn } from "@/lib/domain/base/field";
import type { Offer } from "@/lib/domain/requirements/offer";
import { anApproval, aProposal, france } from "../../cast";
import { anyDay, anyInstant, maybe, rarely } from "./lines";
import { APPROVALS, aSmallPledge, REFERENCES, TRIGGERS } from "./pledge";
import {
  aDeliveryOf,
  anOfferOf,
  aRequirement,
  aRulingOn,
  deliveriesFrom,
  offersFrom,
  rulingsFrom,
  REQUIREMENTS,
} from "./related";
import type { SmallRegister } from "../register";

const aParticipant = (code: string): fc.Arbitrary<Participant> =>
  fc
    .record({
      kind: fc.oneof(
        { weight: 3, arbitrary: fc.constant("STATE" as const) },
        fc.constantFrom(...PARTICIPANT_KINDS),
      ),
      role: fc.constantFrom(...PARTICIPANT_ROLES, "MEMBER" as const),
      joinedOn: maybe(anyDay),
      leftOn: rarely(anyDay),
      recordedAt: anyInstant,
    })
    .map((change) => ({
      ...france,
      ...{ code, names: { en: code } },
      ...change,
      leftReason: change.leftOn === null ? null : "An election",
    }));

const aTrigger = (code: string): fc.Arbitrary<Trigger> =>
  fc
    .record({
      waiting: fc.constantFrom(...WAITINGS),
      state: fc.constantFrom(...TRIGGER_STATES),
      since: maybe(anyDay),
      createdAt: anyInstant,
    })
    .map((change) => ({
      ...unstatedIn(TRIGGER_FIELDS),
      ...{ code, title: `What ${code} says`, evidence: [], version: 1, updatedAt: change.createdAt },
      ...change,
      waiting: code === "CEASEFIRE_IN_FORCE" ? "DORMANT" : change.waiting,
    }));

const someLimits = fc
  .tuple(fc.nat(5), fc.nat(5), fc.subarray([0, 1], { minLength: 1 }))
  .map(([people, euros, which]) =>
    which.map((n): Limit =>
      n === 0
        ? { quantity: { kind: "UP_TO", min: 0, max: people, unit: "PERSON", asStated: null }, money: null }
        : {
            quantity: null,
            money: { kind: "UP_TO", min: "0", max: `${euros}.50`, currency: "EUR", asStated: null },
          },
    ),
  );

const anApprovalOf = (id: string) =>
  fc
    .record({
      status: fc.oneof(fc.constant("APPROVED" as const), fc.constantFrom(...APPROVAL_STATUSES)),
      statusSince: maybe(anyDay),
      decidedOn: maybe(anyDay),
      validUntil: maybe(anyDay),
      limits: maybe(someLimits),
      serves: fc.subarray([...REFERENCES]),
      createdAt: anyInstant,
    })
    .map((change) => anApproval({ id, ...change }));

const aProposalOn = fc
  .record({
    status: fc.constantFrom(...PROPOSAL_STATUSES),
    concerns: fc.subarray([...REFERENCES], { minLength: 1, maxLength: 2 }),
    createdAt: anyInstant,
    decided: anyInstant,
  })
  .map(({ decided, concerns, ...change }) =>
    aProposal({
      ...change,
      concerns,
      decidedAt: change.status === "OPEN" ? null : decided,
      ...(concerns.length === 1
        ? { reference: concerns[0] ?? null }
        : {
            subject: "approval",
            reference: null,
            wish: { do: "change-approval", changes: { status: "APPROVED" } },
          }),
    }),
  );

const each = <T, Made>(all: readonly T[], make: (one: T) => fc.Arbitrary<Made>): fc.Arbitrary<Made[]> =>
  fc.tuple<Made[]>(...all.map(make));

export const aSmallRegister: fc.Arbitrary<SmallRegister> = fc
  .record({
    timeZone: fc.constantFrom("Europe/Kyiv", "UTC", "America/New_York", "Pacific/Kiritimati"),
    staleDays: fc.constantFrom(1, 30, 60),
    mandateDays: fc.constantFrom(10, 60),
    participants: each(["FR", "GB", "US", "UA", "DE"], aParticipant),
    pledges: each(REFERENCES, aSmallPledge),
    approvals: each(APPROVALS, anApprovalOf),
    triggers: each(TRIGGERS, aTrigger),
    proposals: fc.array(aProposalOn, { maxLength: 4 }),
    rulings: fc.array(aRulingOn, { maxLength: 4 }),
    deliveries: fc.array(aDeliveryOf, { maxLength: 4 }),
    requirements: each(REQUIREMENTS, aRequirement),
    offers: fc.array(anOfferOf, { minLength: 2, maxLength: 8 }),
    baselines: fc.array(anyInstant, { maxLength: 2 }),
    oneUnit: maybe(fc.nat(50)),
  })
  .map(({ pledges, proposals, rulings, deliveries, offers, baselines, oneUnit, ...rest }) => {
    const put = withSuccessors(pledges);
    return {
      ...rest,
      pledges: withOneUnit(put, offersFrom(offers, put), oneUnit),
      proposals: proposals.map((one, n) => ({ ...one, id: `proposal-${n}` })),
      rulings: rulingsFrom(rulings, put),
      deliveries: deliveriesFrom(deliveries, put),
      offers: offersFrom(offers, put),
      baselines: baselines.map((asOf, n) => ({
        ...{ id: `baseline-${n}`, name: `Number ${n}`, asOf, version: 1, createdAt: asOf },
      })),
    };
  });

/** Each that may have been replaced, by one that comes later in the list, so that lines end. */
function withSuccessors(pledges: readonly (Pledge & { next: number })[]): Pledge[] {
  return pledges.map(({ next, ...pledge }, place) => {
    const isOver = pledge.voided !== null || OVER.includes(pledge.stage);
    const successor = pledges[place + next];
    const supersededBy = isOver && next > 0 && successor ? successor.reference : null;
    // Replaced means that something replaced it.
    const stage = pledge.stage === "SUPERSEDED" && supersededBy === null ? "LAPSED" : pledge.stage;
    return { ...pledge, stage, supersededBy };
  });
}

/** Of two lines that are offered to one requirement, one is now and then the other. */
function withOneUnit(pledges: Pledge[], offers: readonly Offer[], which: number | null): Pledge[] {
  const pairs = offers.flatMap((one) =>
    offers
      .filter((other) => other.requirement === one.requirement && other.contribution !== one.contribution)
      .map((other) => [one, other] as const),
  );
  const [one, other] = (which === null ? undefined : pairs[which % pairs.length]) ?? [];
  if (!one || !other) return pledges;
  const sameAs = { pledge: other.pledge, contribution: other.contribution, by: "somebody", reason: null };
  return pledges.map((pledge) => ({
    ...pledge,
    contributions: pledge.contributions.map((line) =>
      line.id === one.contribution ? { ...line, sameAs: { ...sameAs, state: "CONFIRMED" } } : line,
    ),
  }));
}

const OVER: readonly Pledge["stage"][] = ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"];
