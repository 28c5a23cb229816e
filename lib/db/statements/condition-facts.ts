// What pledges wait for: the records that leaves refer to, and the cycles that conditions form.
import type { Approval } from "@/lib/domain/pledge/approval";
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { circlesAmong } from "@/lib/domain/conditions/circles";
import { cyclesAmong, type Cycle, type WaitingOn } from "@/lib/domain/conditions/deadlock";
import { followed, type Successors } from "@/lib/domain/conditions/successors";
import { truthIn, type LeafFacts, type PledgeFact } from "@/lib/domain/conditions/leaf-facts";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import type { Queryable } from "../connection";
import { sentTogether } from "../sql/sent-together";
import { selectRecords } from "./record-json";
import { instantSql } from "../sql/instant-sql";

/** The known facts about these conditions' leaves, in one query per kind of leaf. */
export async function selectFacts(
  q: Queryable,
  conditions: readonly (Condition | null)[],
): Promise<LeafFacts> {
  const named = namesIn(conditions.flatMap(leavesOf));
  const [triggers, approvals, pledges] = await sentTogether([
    named.triggers.length === 0 ? [] : selectTriggers(q, named.triggers),
    named.approvals.length === 0 ? [] : selectApprovals(q, named.approvals),
    named.pledges.length === 0 ? [] : selectPledgeFacts(q, named.pledges),
  ]);
  return { triggers, approvals, pledges };
}

/** Locks the records a condition refers to, and what replaced its pledges, until the end of the transaction. */
export async function lockLeaves(q: Queryable, condition: Condition): Promise<void> {
  const { triggers, approvals, pledges } = namesIn(leavesOf(condition));
  const lock = (text: string, names: string[]): Promise<unknown> =>
    names.length === 0 ? Promise.resolve() : q.query(text, [names]);
  await lock("SELECT FROM approval WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE", approvals);
  await lock("SELECT FROM trigger WHERE code = ANY ($1::text[]) ORDER BY code FOR SHARE", triggers);
  const locked = new Set<string>();
  let names = pledges;
  while (names.length > 0) {
    const { rows } = await q.query<{ supersededBy: string | null }>(LOCK_PLEDGES, [names]);
    for (const name of names) locked.add(name);
    names = rows.flatMap(({ supersededBy }) => supersededBy ?? []).filter((name) => !locked.has(name));
  }
}

const LOCK_PLEDGES = `SELECT superseded_by AS "supersededBy" FROM pledge WHERE reference = ANY ($1::text[]) ORDER BY id FOR SHARE`;

/** Only pledges in a cycle have an entry. */
export async function selectCycles(q: Queryable, references: readonly string[]): Promise<Map<string, Cycle>> {
  if (references.length === 0) return new Map();
  const inCircles = circlesAmong(followedIn(await selectGraph(q, references))).flat();
  if (inCircles.length === 0) return new Map();
  const facts = await selectFacts(
    q,
    inCircles.map(({ condition }) => condition),
  );
  // Deadlocks follow only from pledges: the end of a mandate doesn't change them.
  const cycles = cyclesAmong(inCircles, truthIn(facts, null));
  return new Map(cycles.flatMap((cycle) => cycle.pledges.map((reference) => [reference, cycle] as const)));
}

export interface WaitingGraph {
  /** Their conditions as written. */
  waiting: WaitingOn[];
  replaced: Successors;
}

/** Those of these pledges, and of all that they wait for, directly or not, that are open and waiting. */
export async function selectGraph(q: Queryable, references: readonly string[]): Promise<WaitingGraph> {
  const { rows } = await q.query<WaitingOn & { replaced: Record<string, string> | null }>(GRAPH, [
    references,
    OPEN_STAGES,
  ]);
  return {
    waiting: rows.map(({ replaced: _replaced, ...one }) => one),
    replaced: new Map(Object.entries(rows[0]?.replaced ?? {})),
  };
}

/** Their conditions, with the pledges they name replaced by their replacements. */
export const followedIn = ({ waiting, replaced }: WaitingGraph): WaitingOn[] =>
  waiting.map((one) => ({ ...one, condition: followed(one.condition, replaced) }));

/** The replacements of these pledges, and the replacements of those. */
export async function selectReplaced(q: Queryable, references: readonly string[]): Promise<Successors> {
  if (references.length === 0) return new Map();
  const { rows } = await q.query<{ reference: string; supersededBy: string }>(REPLACED, [references]);
  return new Map(rows.map(({ reference, supersededBy }) => [reference, supersededBy]));
}

const REPLACED = `
  WITH RECURSIVE line (reference, successor) AS (
    SELECT reference, superseded_by FROM pledge WHERE reference = ANY ($1::text[]) AND superseded_by IS NOT NULL
    UNION
    SELECT p.reference, p.superseded_by FROM line JOIN pledge p ON p.reference = line.successor
     WHERE p.superseded_by IS NOT NULL)
  SELECT reference, successor AS "supersededBy" FROM line`;

/** The columns of a pledge p that a leaf needs. */
const PLEDGE_FACT = `json_build_object('reference', p.reference, 'participant', p.participant, 'priority', p.priority, 'title', p.title,
    'stage', p.stage, 'stageSetOn', p.stage_set_on, 'supersededBy', p.superseded_by,
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

const selectTriggers = (q: Queryable, codes: readonly string[]): Promise<Trigger[]> =>
  selectRecords(q, "trigger", "r.code = ANY ($1::text[])", [codes], "ORDER BY r.code");

const selectApprovals = (q: Queryable, ids: readonly string[]): Promise<Approval[]> =>
  selectRecords(q, "approval", "r.id = ANY ($1::uuid[])", [ids], "ORDER BY r.created_at, r.id");

async function selectPledgeFacts(q: Queryable, references: readonly string[]): Promise<PledgeFact[]> {
  const { rows } = await q.query<{ fact: PledgeFact }>(
    `WITH RECURSIVE line (reference) AS (
       SELECT unnest($1::text[])
       UNION
       SELECT p.superseded_by FROM line JOIN pledge p USING (reference) WHERE p.superseded_by IS NOT NULL)
     SELECT ${PLEDGE_FACT} AS fact FROM line JOIN pledge p USING (reference)`,
    [references],
  );
  return rows.map(({ fact }) => fact);
}

// OFFSET 0 looks up each pledge by its reference, however many the planner expects; otherwise it would read
// all pledges.
const GRAPH = `
  WITH RECURSIVE reached (reference) AS (
    SELECT unnest($1::text[])
    UNION
    SELECT next.reference FROM reached
      CROSS JOIN LATERAL (
        SELECT id, superseded_by FROM pledge WHERE pledge.reference = reached.reference OFFSET 0) p
      CROSS JOIN LATERAL (
        SELECT leaf.key FROM condition_leaf leaf WHERE leaf.pledge_id = p.id AND leaf.kind = 'pledge'
        UNION ALL SELECT p.superseded_by WHERE p.superseded_by IS NOT NULL) next (reference)),
  known AS MATERIALIZED (
    SELECT p.* FROM reached CROSS JOIN LATERAL (
      SELECT id, reference, participant, condition, condition_set_on, voided_at, stage, superseded_by
        FROM pledge WHERE pledge.reference = reached.reference OFFSET 0) p)
  SELECT p.reference, p.participant, p.condition, p.condition_set_on::text AS "conditionSetOn",
         (SELECT json_object_agg(o.reference, o.superseded_by) FROM known o WHERE o.superseded_by IS NOT NULL) AS replaced
    FROM known p
   WHERE p.condition IS NOT NULL AND p.voided_at IS NULL AND p.stage = ANY ($2::text[])
     AND EXISTS (SELECT FROM condition_leaf leaf WHERE leaf.pledge_id = p.id AND leaf.kind = 'pledge' OFFSET 0)
   ORDER BY p.reference COLLATE "C"`;
