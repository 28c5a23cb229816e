// What pledges wait for: the records that leaves refer to, and the cycles that conditions form.
import type { Approval } from "@/lib/domain/pledge/approval";
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { cyclesAmong, type Cycle, type WaitingOn } from "@/lib/domain/conditions/deadlock";
import { truthIn, type LeafFacts, type PledgeFact } from "@/lib/domain/conditions/leaf-facts";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import type { Queryable } from "../connection";
import { selectRecords } from "./record-json";
import { instantSql } from "../sql/instant-sql";

/** The known facts about these conditions' leaves, in one query per kind of leaf. */
export async function selectFacts(
  q: Queryable,
  conditions: readonly (Condition | null)[],
): Promise<LeafFacts> {
  const { triggers, approvals, pledges } = namesIn(conditions.flatMap(leavesOf));
  return {
    triggers:
      triggers.length === 0
        ? []
        : await selectRecords(q, "trigger", "r.code = ANY ($1)", [triggers], "ORDER BY r.code"),
    approvals: approvals.length === 0 ? [] : await selectApprovals(q, approvals),
    pledges: pledges.length === 0 ? [] : await selectPledgeFacts(q, pledges),
  };
}

/** Locks the records a condition refers to until the end of the transaction. */
export async function lockLeaves(q: Queryable, condition: Condition): Promise<void> {
  const { triggers, approvals, pledges } = namesIn(leavesOf(condition));
  const lock = (text: string, names: string[]): Promise<unknown> =>
    names.length === 0 ? Promise.resolve() : q.query(text, [names]);
  await lock("SELECT FROM approval WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE", approvals);
  await lock("SELECT FROM trigger WHERE code = ANY ($1) ORDER BY code FOR SHARE", triggers);
  await lock("SELECT FROM pledge WHERE reference = ANY ($1) ORDER BY id FOR SHARE", pledges);
}

/** Only pledges in a cycle have an entry. */
export async function selectCycles(q: Queryable, references: readonly string[]): Promise<Map<string, Cycle>> {
  if (references.length === 0) return new Map();
  const graph = await selectGraph(q, references);
  if (graph.length === 0) return new Map();
  const facts = await selectFacts(
    q,
    graph.map(({ condition }) => condition),
  );
  const cycles = cyclesAmong(graph, truthIn(facts));
  return new Map(cycles.flatMap((cycle) => cycle.pledges.map((reference) => [reference, cycle] as const)));
}

/** These pledges and all they wait for, directly or not, where open and waiting. */
export async function selectGraph(q: Queryable, references: readonly string[]): Promise<WaitingOn[]> {
  const { rows } = await q.query<WaitingOn>(GRAPH, [references, OPEN_STAGES]);
  return rows;
}

/** The columns of a pledge p that a leaf needs. */
const PLEDGE_FACT = `json_build_object('reference', p.reference, 'participant', p.participant, 'priority', p.priority, 'title', p.title,
    'stage', p.stage, 'stageSetOn', p.stage_set_on,
    'voided', CASE WHEN p.voided_at IS NOT NULL THEN json_build_object('at', ${instantSql("p.voided_at")}, 'reason', p.void_reason) END)`;

interface Names {
  triggers: string[];
  approvals: string[];
  pledges: string[];
}

function namesIn(leaves: readonly Leaf[]): Names {
  const named = (name: (leaf: Leaf) => string | null): string[] => [
    ...new Set(leaves.flatMap((leaf) => name(leaf) ?? [])),
  ];
  return {
    triggers: named((leaf) => ("trigger" in leaf ? leaf.trigger : null)),
    approvals: named((leaf) => ("approval" in leaf ? leaf.approval : null)),
    pledges: named((leaf) => ("pledge" in leaf ? leaf.pledge : null)),
  };
}

const selectApprovals = (q: Queryable, ids: readonly string[]): Promise<Approval[]> =>
  selectRecords(q, "approval", "r.id = ANY ($1::uuid[])", [ids], "ORDER BY r.created_at, r.id");

async function selectPledgeFacts(q: Queryable, references: readonly string[]): Promise<PledgeFact[]> {
  const { rows } = await q.query<{ fact: PledgeFact }>(
    `SELECT ${PLEDGE_FACT} AS fact FROM pledge p WHERE p.reference = ANY ($1)`,
    [references],
  );
  return rows.map(({ fact }) => fact);
}

const GRAPH = `
  WITH RECURSIVE reached (reference) AS (
    SELECT unnest($1::text[])
    UNION
    SELECT leaf.key FROM reached
      JOIN pledge p ON p.reference = reached.reference
      JOIN condition_leaf leaf ON leaf.pledge_id = p.id AND leaf.kind = 'pledge')
  SELECT p.reference, p.participant, p.condition, p.condition_set_on::text AS "conditionSetOn"
    FROM reached JOIN pledge p USING (reference)
   WHERE p.condition IS NOT NULL AND p.voided_at IS NULL AND p.stage = ANY ($2)
     AND EXISTS (SELECT FROM condition_leaf leaf WHERE leaf.pledge_id = p.id AND leaf.kind = 'pledge')
   ORDER BY p.reference COLLATE "C"`;
