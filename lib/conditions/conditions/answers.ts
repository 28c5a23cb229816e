// Keystones, cycles and effects of a trigger change as JSON, with only the first few entries of long lists.
import { countedTo, type Listed } from "@/lib/domain/base/listing";
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, count, day, leaf, reference } from "@/lib/api/parts";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import type { KeystoneHindrance } from "@/lib/domain/conditions/keystone";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { KEYSTONE_KINDS, keystoneKind } from "@/lib/domain/conditions/keystone-list";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import { CREDIBILITIES, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import { LEAF_BASES } from "@/lib/domain/pledge/condition";
import { LADDER } from "@/lib/domain/pledge/stages";
import type { TriggerEffect } from "@/lib/domain/unresolved/trigger-effect";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { leafTitle } from "@/lib/i18n/words/leaf-words";

/** The number, and the references of the first fifty. */
const some = z.object({ count, pledges: z.array(reference) });

const hindrances = z.array(z.object({ leaf, title: z.string(), pledges: count }));

export const keystones = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        leaf,
        kind: z.enum(KEYSTONE_KINDS),
        title: z.string(),
        dormant: z.boolean(),
        holds: z.boolean().nullable(),
        participants: z.array(code),
        named: some,
        inferred: some,
        necessary: some,
        frees: some,
        freesAssumed: some,
        next: hindrances,
      }),
    ),
    next: z.string().nullable(),
    total: count,
    capped: z.boolean(),
    waiting: count,
  })
  .register(answers, { id: "Keystones" });

export const cycle = z
  .object({
    pledges: z.array(reference),
    participants: z.array(code),
    deadlock: z.boolean(),
    deadlockAsSaid: z.boolean(),
    since: day,
    edges: z.array(
      z.object({
        from: reference,
        to: reference,
        atLeast: z.enum(LADDER),
        basis: z.enum(LEAF_BASES).nullable(),
      }),
    ),
    openers: z.array(z.object({ leaf, title: z.string() })),
    evidence: z.array(
      z.object({
        pledge: reference,
        id: z.uuid(),
        kind: z.enum(EVIDENCE_KINDS),
        reliability: z.enum(RELIABILITIES),
        credibility: z.literal(CREDIBILITIES),
        supports: z.boolean(),
        claims: z.string().nullable(),
        source: z.uuid(),
        publisher: z.string(),
      }),
    ),
  })
  .register(answers, { id: "Cycle" });

export const triggerEffect = z
  .object({
    freed: some,
    stopped: some,
    waiting: count,
    next: hindrances,
    items: z.array(
      z.object({
        code: z.enum(UNRESOLVED_CODES),
        class: z.enum(UNRESOLVED_CLASSES),
        gone: count,
        come: count,
      }),
    ),
    counted: z.int(),
  })
  .register(answers, { id: "TriggerEffect" });

export const presentKeystones = ({
  items,
  ...page
}: Listed<KeystoneRow> & { waiting: number }): Shaped<typeof keystones> => ({
  ...page,
  items: items.map((row) => ({
    name: leafName(row.leaf),
    leaf: row.leaf,
    kind: keystoneKind(row),
    title: leafTitle(row.leaf, row.facts),
    dormant: row.isDormant,
    holds: row.truth,
    participants: row.participants,
    named: someOf(row.named),
    inferred: someOf(row.inferred),
    necessary: someOf(row.necessary),
    frees: someOf(row.frees),
    freesAssumed: someOf(row.freesAssumed),
    next: presentHindrances(row.next, row.facts),
  })),
});

export const presentCycles = ({
  items,
  total,
}: {
  items: readonly CycleDetails[];
  total: number;
}): Listed<Shaped<typeof cycle>> => ({
  items: items.map(presentCycle),
  next: null,
  ...countedTo(total),
});

const presentCycle = (one: CycleDetails): Shaped<typeof cycle> => ({
  ...one,
  pledges: one.pledges.slice(0, MOST),
  deadlock: one.isDeadlock,
  deadlockAsSaid: one.isDeadlockAsStated,
  edges: one.edges.slice(0, MOST),
  openers: one.openers.slice(0, MOST).map((open) => ({ leaf: open, title: leafTitle(open, one.facts) })),
  evidence: one.evidence.map(({ source, ...piece }) => ({
    ...piece,
    source: source.id,
    publisher: source.publisher,
  })),
});

export const presentEffect = ({
  effect,
  facts,
}: {
  effect: TriggerEffect;
  facts: LeafFacts;
}): Shaped<typeof triggerEffect> => ({
  ...effect,
  freed: someOf(effect.freed),
  stopped: someOf(effect.stopped),
  next: presentHindrances(effect.hindrances, facts),
});

const MOST = 50;

const someOf = (references: readonly string[]): Shaped<typeof some> => ({
  count: references.length,
  pledges: references.slice(0, MOST),
});

const presentHindrances = (
  found: readonly KeystoneHindrance[],
  facts: LeafFacts,
): Shaped<typeof hindrances> => found.map((one) => ({ ...one, title: leafTitle(one.leaf, facts) }));
