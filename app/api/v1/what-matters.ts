import { z } from "zod";
import { loadWhatMatters } from "@/app/what-matters";
import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { answers, code, count, day, leaf, reference } from "@/lib/api/parts";
import { decimalOf } from "@/lib/domain/base/amount";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { withoutGrounds } from "@/lib/domain/pledge/condition";
import { ONE_STEPS } from "@/lib/domain/requirements/one-step";
import { CRITICALITIES, REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { DUE_KINDS, type MatterKind, type ShownMatter } from "@/lib/domain/unresolved/what-matters";

const some = z.object({ count, pledges: z.array(reference) });
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const matter = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("holds-up"),
      leaf: leaf.nullable(),
      /** The pledges of a deadlock; empty if it isn't one. */
      deadlock: z.array(reference),
      pledges: some,
      inferred: some,
      contradicted: some,
      participants: z.array(code),
      criticality: z.literal(CRITICALITIES).nullable(),
      since: day,
    }),
    z.object({
      kind: z.literal("lacks"),
      requirement: z.string().regex(REQUIREMENT_REFERENCE),
      need: decimal,
      firm: decimal,
      shortfall: decimal,
      steps: z.array(z.object({ reference, participant: code, step: z.enum(ONE_STEPS) })),
    }),
    z.object({
      kind: z.literal("due"),
      what: z.enum(DUE_KINDS),
      on: day,
      reference,
      participant: code,
      about: z.string().nullable(),
      id: z.uuid().nullable(),
    }),
    z.object({
      kind: z.literal("disputed"),
      reference,
      participant: code,
      field: z.string(),
      claims: z.string(),
      publisher: z.string(),
      since: day,
    }),
  ])
  .register(answers, { id: "Matter" });
type Presented = z.output<typeof matter>;

export const whatMattersOperations = [
  operation({
    method: "GET",
    path: "/what-matters",
    summary:
      "List what matters most, at most five lines: what holds others up, is missing, falls due or is disputed",
    may: mayReadRegister,
    asOf: true,
    answer: one(z.object({ items: z.array(matter) }), (matters: ShownMatter[]) => ({
      items: matters.map(present),
    })),
    run: ({ actor, when }) => loadWhatMatters(actor, when),
  }),
];

type Of<Kind extends MatterKind> = Extract<ShownMatter, { kind: Kind }>;

const PRESENTED: { [Kind in MatterKind]: (one: Of<Kind>) => Extract<Presented, { kind: Kind }> } = {
  "holds-up": ({ what, pledges, inferred, contradicted, participants, criticality, since }) => ({
    kind: "holds-up",
    leaf: "leaf" in what ? withoutGrounds(what.leaf) : null,
    deadlock: "cycle" in what ? what.cycle.pledges : [],
    pledges: firstOf(pledges),
    inferred: firstOf(inferred),
    contradicted: firstOf(contradicted),
    participants,
    criticality,
    since,
  }),
  lacks: ({ requirement, coverage: { need, firm, shortfall }, steps }) => ({
    kind: "lacks",
    requirement: requirement.reference,
    need: decimalOf(need),
    firm: decimalOf(firm.low),
    shortfall: decimalOf(shortfall),
    steps,
  }),
  due: ({ kind, what, on, reference: about, participant, about: named, id }) => ({
    kind,
    what,
    on,
    reference: about,
    participant,
    about: named,
    id,
  }),
  disputed: ({ kind, reference: about, participant, field, claims, publisher, since }) => ({
    kind,
    reference: about,
    participant,
    field,
    claims,
    publisher,
    since,
  }),
};

const present = (one: ShownMatter): Presented =>
  (PRESENTED[one.kind] as (one: ShownMatter) => Presented)(one);

/** The number, and the first fifty. */
const firstOf = (pledges: readonly string[]): { count: number; pledges: string[] } => ({
  count: pledges.length,
  pledges: pledges.slice(0, 50),
});
