import type { EntityType } from "@/lib/domain/base/audit";
import { ask, outside } from "../../sql/ask";
import { withGenericPlan } from "../../sql/planned-once";
import { remembered, rememberedUntilChange } from "../remembered";
import { raw, sql } from "../../sql/sql";

export interface PageState {
  /** The number of the last entry; not newer than what is read after this. */
  position: number;
  /** References of the pledges that are for the coalition only. */
  coalitionOnly: ReadonlySet<string>;
}

interface StateAt extends PageState {
  leafHash: string;
  /** By kind of record: the hash that the log had when a new entry of that kind was last found. */
  moved: ReadonlyMap<string, string>;
  /** As `moved`, of kinds that aren't in it. */
  since: string;
}

/** The changes since the known state, if there are few. */
interface Followed {
  position: number;
  leafHash: string;
  /** Pledges with an entry since. */
  changed: { reference: string; isCoalitionOnly: boolean }[];
  /** Kinds of records with an entry since. */
  kinds: string[];
}

/** The state that this process last read. */
let known: StateAt = { position: -1, leafHash: "", coalitionOnly: new Set(), moved: new Map(), since: "" };

/** Entries since then; if there are more, all pledges are read. */
const FEW = 200;

/** `Followed`, or null, of the log's head `h` and what is `known`. */
const FOLLOWED = `
  CASE WHEN EXISTS (SELECT FROM audit.event e
                     WHERE e.seq = known.seq AND e.leaf_hash = known.leaf_hash AND h.seq <= e.seq + ${String(FEW)})
  THEN json_build_object(
    'position', h.seq, 'leafHash', h.leaf_hash,
    'changed', (SELECT coalesce(json_agg(json_build_object('reference', p.reference, 'isCoalitionOnly', p.handling = 'COALITION')), '[]')
                  FROM pledge p
                 WHERE p.id IN (SELECT e.entity_id::uuid FROM audit.event e WHERE e.seq > known.seq AND e.entity_type = 'pledge')),
    'kinds', (SELECT coalesce(json_agg(DISTINCT e.entity_type), '[]') FROM audit.event e WHERE e.seq > known.seq))
  END`;

/** What every page needs to know before it is read. */
export const findPageState = (): Promise<PageState> => findState();

/** Remembered while no record of these kinds has a new entry; as `rememberedUntilChange` otherwise. */
export async function rememberedUntilChangeOf<T>(
  kinds: readonly EntityType[],
  question: string,
  work: () => Promise<T>,
): Promise<T> {
  const { moved, since } = await findState();
  return remembered(question, kinds.map((kind) => moved.get(kind) ?? since).join(), work);
}

const findState = (): Promise<StateAt> =>
  rememberedUntilChange("register state", async () => {
    const from = known;
    const [row] = await ask<{
      followed: Followed | null;
      position: number;
      leafHash: string;
      references: string | null;
    }>(sql`
      SELECT h.seq::float8 AS position, h.leaf_hash AS "leafHash", since.followed,
             CASE WHEN since.followed IS NULL
                  THEN (SELECT string_agg(p.reference, ' ') FROM pledge p WHERE p.handling = 'COALITION') END AS references
        FROM audit.head h, (SELECT ${from.position}::bigint AS seq, ${from.leafHash}::text AS leaf_hash) known,
             LATERAL (SELECT ${raw(FOLLOWED)} AS followed) since`);
    const { followed = null, position = 0, leafHash = "", references = null } = row ?? {};
    if (followed) return (known = after(from, followed));
    const coalitionOnly = new Set(references?.split(" ") ?? []);
    return (known = { position, leafHash, coalitionOnly, moved: new Map(), since: leafHash });
  });

const after = (
  { coalitionOnly, moved, since }: StateAt,
  { position, leafHash, changed, kinds }: Followed,
): StateAt => ({
  position,
  leafHash,
  coalitionOnly: changedBy(coalitionOnly, changed),
  moved: new Map([...moved, ...kinds.map((kind) => [kind, leafHash] as const)]),
  since,
});

function changedBy(before: ReadonlySet<string>, changed: Followed["changed"]): ReadonlySet<string> {
  const differ = changed.filter(
    ({ reference, isCoalitionOnly }) => before.has(reference) !== isCoalitionOnly,
  );
  if (differ.length === 0) return before;
  const after = new Set(before);
  for (const { reference, isCoalitionOnly } of differ)
    if (isCoalitionOnly) after.add(reference);
    else after.delete(reference);
  return after;
}

export const findCoalitionOnly = async (): Promise<ReadonlySet<string>> =>
  (await findPageState()).coalitionOnly;

/**
 * Those of these pledges. Queried for each answer of the API once it is made, so that the mark is as new as
 * the answer.
 */
export async function findCoalitionOnlyOf(references: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await outside.query<{ reference: string }>(COALITION_ONLY, [references]);
  return new Set(rows.map(({ reference }) => reference));
}

const COALITION_ONLY = {
  name: "coalition-only",
  text: withGenericPlan(
    "SELECT reference FROM pledge WHERE handling = 'COALITION' AND reference IN (SELECT unnest($1::text[]))",
  ),
};
