// The open pledges that wait for something, with the fields needed to say for what.
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { followed } from "@/lib/domain/conditions/successors";
import type { WaitingOn } from "@/lib/domain/conditions/deadlock";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { WaitingPledge } from "@/lib/domain/conditions/keystone";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { NamedPledge } from "@/lib/domain/pledge/pledge";
import { LADDER, OPEN_STAGES, rungOf } from "@/lib/domain/pledge/stages";
import { askPrisma } from "../../prisma";
import { selectPledges } from "../../records/pledge";
import { ask, outside } from "../../sql/ask";
import { selectReplaced } from "../../statements/condition-facts";
import { findFacts } from "./conditions";
import { all, sql, type Sql } from "../../sql/sql";

export type FoundWaiting = WaitingPledge & WaitingOn;

/**
 * By reference: those whose condition names it, or a lower stage of the same pledge or of its replacement.
 * Their conditions name the pledges of today; equal conditions are one shared object, which callers may rely
 * on.
 */
export async function findNaming(leaf: Leaf, most: number | null = null): Promise<FoundWaiting[]> {
  const rows = await findWaitingRows(naming([leaf]), most);
  const written = new Map<string, Condition>();
  for (const { condition: text } of rows)
    if (!written.has(text)) written.set(text, JSON.parse(text) as Condition);
  const replaced = await selectReplaced(outside, pledgesNamed([...written.values()]));
  const conditions = new Map([...written].map(([text, own]) => [text, followed(own, replaced)]));
  return rows.flatMap(({ condition: text, ...row }) => {
    const condition = conditions.get(text);
    return condition === undefined ? [] : { ...row, condition };
  });
}

/** Open pledges per trigger, by the trigger's code. */
export async function countNamingTriggers(): Promise<Map<string, number>> {
  const rows = await ask<{ code: string; n: number }>(sql`
    SELECT leaf.key AS code, count(*)::int AS n
      FROM condition_leaf leaf JOIN pledge p ON p.id = leaf.pledge_id
     WHERE leaf.kind = 'trigger' AND ${WAITS} GROUP BY leaf.key`);
  return new Map(rows.map(({ code, n }) => [code, n]));
}

export const findFactsFor = (pledges: readonly Pick<FoundWaiting, "condition">[]): Promise<LeafFacts> =>
  findFacts([...new Set(pledges.map(({ condition }) => condition))]);

export async function findNames(references: readonly string[]): Promise<Map<string, NamedPledge>> {
  if (references.length === 0) return new Map();
  const rows = await ask<NamedPledge>(sql`
    SELECT reference, title, stage FROM pledge WHERE reference = ANY(${references}::text[])`);
  return new Map(rows.map((row) => [row.reference, row]));
}

/** True if a pledge p names at least one of these. */
export function naming(leaves: readonly Leaf[]): Sql {
  const rows = leaves.flatMap(namesOf);
  return sql`p.id IN (
    WITH RECURSIVE named (kind, key, at_least) AS (
      SELECT * FROM unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ key }) => key)}::text[], ${rows.map(({ least }) => least)}::text[])
      UNION
      SELECT kind, CASE WHEN line.reference = named.key THEN line.superseded_by ELSE line.reference END, at_least
        FROM named JOIN pledge line ON line.superseded_by = named.key OR line.reference = named.key AND line.superseded_by IS NOT NULL
       WHERE kind = 'pledge')
    SELECT leaf.pledge_id FROM condition_leaf leaf JOIN named USING (kind, key, at_least))`;
}

/** An open pledge waits; a voided or ended one doesn't. */
export const WAITS = sql`p.condition IS NOT NULL AND p.voided_at IS NULL AND p.stage = ANY(${[...OPEN_STAGES]}::text[])`;

function namesOf(leaf: Leaf): { kind: string; key: string; least: string }[] {
  if ("trigger" in leaf) return [{ kind: "trigger", key: leaf.trigger, least: "" }];
  if ("approval" in leaf) return [{ kind: "approval", key: leaf.approval, least: "" }];
  const stages = LADDER.slice(0, rungOf(leaf.atLeast) + 1);
  return stages.map((least) => ({ kind: "pledge", key: leaf.pledge, least }));
}

/** Its condition as written. */
export type WrittenWaiting = Omit<FoundWaiting, "condition"> & { condition: string };

const WAITING_COLUMNS = sql`
  p.reference, p.participant, p.priority, p.condition::text, p.condition_set_on::text AS "conditionSetOn"`;

/** By reference. */
export const findWaitingRows = (which: Sql, most: number | null = null): Promise<WrittenWaiting[]> =>
  ask<WrittenWaiting>(sql`
    SELECT ${WAITING_COLUMNS}
      FROM pledge p WHERE ${all([WAITS, which])} ORDER BY p.reference COLLATE "C" LIMIT ${most}::int`);

/** Those of these pledges that are on record, by id; `row` null: it waits for nothing. */
export async function findChangedWaiting(
  ids: readonly string[],
): Promise<{ reference: string; row: WrittenWaiting | null }[]> {
  if (ids.length === 0) return [];
  type Changed = Omit<WrittenWaiting, "condition" | "conditionSetOn"> & {
    condition: string | null;
    conditionSetOn: string | null;
    waits: boolean;
  };
  const rows = await ask<Changed>(sql`
    SELECT ${WAITING_COLUMNS}, coalesce(${WAITS}, false) AS waits FROM pledge p WHERE p.id = ANY(${[...ids]}::uuid[])`);
  return rows.map(({ waits, condition, conditionSetOn, ...row }) => ({
    reference: row.reference,
    row:
      waits && condition !== null && conditionSetOn !== null ? { ...row, condition, conditionSetOn } : null,
  }));
}

const pledgesNamed = (conditions: readonly Condition[]): string[] => [
  ...new Set(conditions.flatMap(leavesOf).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : []))),
];

/** Unretracted evidence on the conditions of these pledges, newest first. */
export async function findConditionEvidence(
  references: readonly string[],
): Promise<(Evidence & { pledge: string })[]> {
  if (references.length === 0) return [];
  const pledges = await askPrisma((db) => selectPledges(db, { reference: { in: [...references] } }));
  return pledges
    .flatMap(({ reference, evidence }) => evidence.map((piece) => ({ ...piece, pledge: reference })))
    .filter(({ field, retracted }) => field === "condition" && retracted === null)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
}
