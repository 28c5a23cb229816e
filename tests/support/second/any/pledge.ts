// A random pledge of a small register: at any stage, with a condition that names the register's own things.
import fc from "fast-check";
import { LEAF_BASES, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { EVIDENCE_FIELDS, EVIDENCE_KINDS, type Evidence } from "@/lib/domain/pledge/evidence";
import { LINK_STATES, type ParticipantLink } from "@/lib/domain/pledge/link";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { FURTHER_APPROVALS } from "@/lib/domain/pledge/pledge-fields";
import { LADDER, OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import type { Priority } from "@/lib/domain/base/priority";
import { aPiece, aPledge } from "../../cast";
import { anyCondition } from "../../any/random-conditions";
import { aLine, anyDay, anyInstant, maybe, mostly, rarely } from "./lines";

export const REFERENCES = ["FR-3-001", "FR-3-002", "GB-3-001", "US-4-001", "UA-4-001", "FR-1-001"] as const;
export const TRIGGERS = ["CEASEFIRE_IN_FORCE", "US_MONITORING_ACTIVE", "UKRAINE_REQUEST", "OUR_OWN"] as const;
export const APPROVALS = ["approval-1", "approval-2", "approval-3"] as const;

/** So many leaves that trying every way stays quick. */
const MOST_HERE = 5;

const grounds = {
  basis: fc.constantFrom(...LEAF_BASES),
  evidence: fc.subarray(["0", "1", "2"], { maxLength: 2 }),
};
const aLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ trigger: fc.constantFrom(...TRIGGERS), ...grounds }, { requiredKeys: ["trigger"] }),
  fc.record({ approval: fc.constantFrom(...APPROVALS), ...grounds }, { requiredKeys: ["approval"] }),
  {
    weight: 2,
    arbitrary: fc.record(
      { pledge: fc.constantFrom(...REFERENCES), atLeast: fc.constantFrom(...LADDER), ...grounds },
      { requiredKeys: ["pledge", "atLeast"] },
    ),
  },
);

/** Half of them short, about other pledges alone: so that some wait for each other. */
const aCondition = fc.oneof(
  anyCondition(aLeaf, MOST_HERE),
  fc
    .array(
      fc.record({
        pledge: fc.constantFrom(...REFERENCES),
        atLeast: fc.constantFrom("COMMITTED" as const, "FULFILLED" as const),
        ...grounds,
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((all): Condition => ({ all })),
);

const FIELDS = ["stage", "contributions.quantity", "condition"] as const;
const anEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    supports: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, fc.boolean()),
    field: mostly(fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom(...EVIDENCE_FIELDS))),
    claims: maybe(fc.constant("4,000")),
    validUntil: rarely(anyDay),
    recordedAt: anyInstant,
    retracted: rarely(anyInstant.map((at) => ({ at, reason: "Withdrawn by its publisher" }))),
    publisher: fc.constantFrom("Agency One", "Agency Two"),
  })
  .map(({ kind, ...change }) => aPiece(kind, change));

/** `by` says which of the two lists it goes into. */
const aLink: fc.Arbitrary<ParticipantLink> = fc
  .record({
    participant: fc.constantFrom("FR", "GB", "US", "UA", "DE"),
    state: fc.constantFrom(...LINK_STATES),
    by: fc.constantFrom("joint", "behalf"),
  })
  .map((link) => ({ ...link, reason: null }));

/** Now and then a line is the same as any other of a small register, whether that one is there or not. */
const aSameLine: fc.Arbitrary<Contribution> = fc
  .tuple(
    aLine,
    maybe(
      fc.record({
        pledge: fc.constantFrom(...REFERENCES),
        n: fc.nat(2),
        state: fc.constantFrom("CONFIRMED" as const, ...LINK_STATES),
      }),
    ),
  )
  .map(([line, same]) => ({
    ...line,
    sameAs: same && {
      ...{ pledge: same.pledge, contribution: `line-${same.pledge}-${String(same.n)}` },
      ...{ state: same.state, by: "somebody", reason: null },
    },
  }));

const others = (links: readonly ParticipantLink[], reference: string): ParticipantLink[] =>
  links.filter(({ participant }) => participant !== reference.slice(0, 2));

export const aSmallPledge = (reference: string): fc.Arbitrary<Pledge & { next: number }> =>
  fc
    .record({
      stage: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...OPEN_STAGES) }, fc.constantFrom(...STAGES)),
      suspendedFrom: fc.constantFrom(...OPEN_STAGES),
      stageSetOn: anyDay,
      pledgedByStepOn: maybe(anyDay),
      statedOn: maybe(anyDay),
      windowStart: rarely(anyDay),
      windowEnd: rarely(anyDay),
      dueOn: rarely(anyDay),
      authorisedBy: maybe(fc.constant("Prime Minister")),
      furtherApproval: fc.constantFrom(...FURTHER_APPROVALS),
      owner: maybe(fc.constant("officer@register.example")),
      nextAction: maybe(fc.constant("Ask")),
      nextActionDueOn: maybe(anyDay),
      lastConfirmedOn: maybe(anyDay),
      contributions: fc.array(aSameLine, { maxLength: 3 }),
      evidence: fc.array(anEvidence, { maxLength: 4 }),
      condition: mostly(aCondition),
      conditionSetOn: anyDay,
      voided: rarely(anyInstant.map((at) => ({ at, reason: "Wrong priority" }))),
      createdAt: anyInstant,
      next: fc.integer({ min: 0, max: 2 }),
      links: fc.uniqueArray(aLink, { selector: ({ participant }) => participant, maxLength: 3 }),
    })
    .map(({ suspendedFrom, condition, conditionSetOn, links, ...given }) => ({
      suspendedFrom,
      condition,
      conditionSetOn,
      links,
      rest: named(given, reference),
    }))
    .map(({ suspendedFrom, condition, conditionSetOn, links, rest }) => ({
      ...aPledge(),
      ...rest,
      ...{ reference, participant: reference.slice(0, 2), priority: Number(reference[3]) as Priority },
      jointWith: others(links, reference).filter(({ by }) => by === "joint"),
      onBehalfOf: others(links, reference).filter(({ by }) => by === "behalf"),
      suspendedFrom: rest.stage === "SUSPENDED" ? suspendedFrom : null,
      stageReason: rest.stage === "SUSPENDED" ? "An election" : null,
      // A pledge can't name itself, and there is no condition without a day.
      ...(condition === null || namesItself(condition, reference)
        ? { condition: null, conditionSetOn: null }
        : { condition: citing(condition, rest.evidence), conditionSetOn }),
    }));

/** Ids that nothing else has: random ones are the same now and then, above all when a failing case is made smaller. */
const named = <G extends Pick<Pledge, "contributions" | "evidence">>(given: G, reference: string) => ({
  ...given,
  id: `pledge-${reference}`,
  contributions: given.contributions.map((line, n) => ({ ...line, id: `line-${reference}-${n}` })),
  evidence: given.evidence.map((piece, n) => ({ ...piece, id: `piece-${reference}-${n}` })),
});

const namesItself = (condition: Condition, reference: string): boolean =>
  JSON.stringify(condition).includes(`"${reference}"`);

/** Places of evidence become ids; what isn't there isn't named. */
const citing = (condition: Condition, evidence: readonly Evidence[]): Condition =>
  JSON.parse(
    JSON.stringify(condition, (key, value: unknown) =>
      key === "evidence" && Array.isArray(value)
        ? value.flatMap((place) => evidence[Number(place)]?.id ?? [])
        : value,
    ),
  ) as Condition;
