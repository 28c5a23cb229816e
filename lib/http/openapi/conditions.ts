import { z } from "zod";
import { CREDIBILITIES, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import { KEYSTONE_KINDS } from "@/lib/domain/conditions/keystone-list";
import { LADDER } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { answers, code, day, reference } from "./parts";

const count = z.int().min(0);

const leaf = z.union([
  z.strictObject({ trigger: z.string() }),
  z.strictObject({ approval: z.uuid() }),
  z.strictObject({ pledge: reference, atLeast: z.enum(LADDER) }),
]);

/** The number, and the references of the first fifty. */
const some = z.strictObject({ count, pledges: z.array(reference) });
const hindrances = z.array(z.strictObject({ leaf, title: z.string(), pledges: count }));

export const keystones = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        leaf,
        kind: z.enum(KEYSTONE_KINDS),
        title: z.string(),
        dormant: z.boolean(),
        holds: z.boolean().nullable(),
        participants: z.array(code),
        named: some,
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
  .strictObject({
    pledges: z.array(reference),
    participants: z.array(code),
    deadlock: z.boolean(),
    since: day,
    edges: z.array(z.strictObject({ from: reference, to: reference, atLeast: z.enum(LADDER) })),
    openers: z.array(z.strictObject({ leaf, title: z.string() })),
    evidence: z.array(
      z.strictObject({
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
  .strictObject({
    freed: some,
    stopped: some,
    waiting: count,
    next: hindrances,
    items: z.array(
      z.strictObject({
        code: z.enum(UNRESOLVED_CODES),
        class: z.enum(UNRESOLVED_CLASSES),
        gone: count,
        come: count,
      }),
    ),
    counted: z.int(),
  })
  .register(answers, { id: "TriggerEffect" });
