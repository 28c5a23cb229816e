// The graph as JSON, with only the first fifty entries of long lists.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, count, day, leaf, reference, stage } from "@/lib/api/parts";
import { BOX_KINDS } from "@/lib/domain/conditions/graph/collapse";
import { MOST_HOLDING, type GraphBox, type NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { LEAF_BASES } from "@/lib/domain/pledge/condition";
import { LADDER } from "@/lib/domain/pledge/stages";
import { boxTitle, leafTitle } from "@/lib/i18n/words/leaf-words";

const firstPledges = z.object({ count, pledges: z.array(reference) });

export const graph = z
  .object({
    boxes: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(BOX_KINDS),
        title: z.string(),
        participant: code.nullable(),
        stage: stage.nullable(),
        nodes: z.object({ count, ids: z.array(z.string()) }),
        waiting: count,
        starting: count,
        freed: count,
        dormant: count,
        holdsUp: count,
        necessary: count,
        inside: count,
      }),
    ),
    edges: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        kind: z.enum(["condition", "offer"]),
        basis: z.enum(LEAF_BASES).nullable(),
        negated: z.boolean(),
        enough: z.object({ needed: count, of: count }).nullable(),
        holds: z.boolean(),
        decides: z.boolean(),
        count,
        stages: z.array(z.enum(LADDER)),
      }),
    ),
    cycles: z.array(
      z.object({
        pledges: firstPledges,
        participants: z.array(code),
        deadlock: z.boolean(),
        since: day,
        boxes: z.array(z.string()),
      }),
    ),
    /** Pledges that wait only for dormant triggers. */
    asleep: firstPledges,
    waiting: count,
    startingNow: count,
    starting: count,
    freed: firstPledges,
    held: count,
    holding: z.array(z.object({ leaf, title: z.string(), pledges: count })),
  })
  .register(answers, { id: "DependencyGraph" });

export const presentGraph = (named: NamedGraph): Shaped<typeof graph> => ({
  boxes: named.boxes.map((box) => presentBox(box, named)),
  edges: named.edges.map(({ isOffer, ...edge }) => ({ ...edge, kind: isOffer ? "offer" : "condition" })),
  cycles: named.cycles.map(({ pledges, isDeadlock, ...cycle }) => ({
    ...cycle,
    pledges: first(pledges),
    deadlock: isDeadlock,
  })),
  asleep: first(named.asleep),
  waiting: named.waiting,
  startingNow: named.startingNow,
  starting: named.starting,
  freed: first(named.freed),
  held: named.held,
  holding: named.holding
    .slice(0, MOST_HOLDING)
    .map((one) => ({ ...one, title: leafTitle(one.leaf, named.facts) })),
});

const MOST = 50;

const first = (pledges: readonly string[]): Shaped<typeof firstPledges> => ({
  count: pledges.length,
  pledges: pledges.slice(0, MOST),
});

function presentBox(box: GraphBox, named: NamedGraph): Shaped<typeof graph>["boxes"][number] {
  const { nodes, ...shown } = box;
  return {
    ...shown,
    title: boxTitle(box, named),
    participant: box.kind === "rest" ? null : (nodes[0]?.participant ?? null),
    stage: named.pledges.get(box.id)?.stage ?? null,
    nodes: { count: nodes.length, ids: nodes.slice(0, MOST).map(({ id }) => id) },
    necessary: named.keystones.get(box.id)?.necessary ?? 0,
  };
}
