import type { EntityType } from "@/lib/domain/base/audit";
import { ask } from "../../sql/ask";
import { remembered, rememberedUntilChange } from "../remembered";
import { sql } from "../../sql/sql";

export interface PageState {
  /** The number of the last entry; not newer than what is read after this. */
  position: number;
  /** References of the pledges that are for the coalition alone today. */
  coalitionOnly: ReadonlySet<string>;
}

interface StateAt extends PageState {
  leafHash: string;
  /** By kind of record: the hash that the log had when a new entry of that kind was last found. */
  moved: ReadonlyMap<string, string>;
  /** As `moved`, of kinds that aren't in it. */
  since: string;
}

interface StateRow {
  position: number;
  leafHash: string;
  /** Pledges that changed since the state that is known; null: too many, or it isn't known. */
  changed: { reference: string; isCoalitionOnly: boolean }[] | null;
  /** Of records with an entry since that state; null as `changed`. */
  kinds: string[] | null;
  references: string | null;
}

/** The last that this process read. */
let known: StateAt = { position: -1, leafHash: "", coalitionOnly: new Set(), moved: new Map(), since: "" };

/** Of entries since then; where there are more, all pledges are looked at. */
const FEW = 200;

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
    const [row] = await ask<StateRow>(sql`
      SELECT h.seq::float8 AS position, h.leaf_hash AS "leafHash",
             CASE WHEN follows.few THEN coalesce(
               (SELECT json_agg(json_build_object('reference', p.reference, 'isCoalitionOnly', p.handling = 'COALITION'))
                  FROM pledge p
                 WHERE p.id IN (SELECT e.entity_id::uuid FROM audit.event e
                                        WHERE e.seq > ${from.position}::bigint AND e.entity_type = 'pledge')), '[]')
             END AS changed,
             CASE WHEN follows.few THEN
               ARRAY(SELECT DISTINCT e.entity_type FROM audit.event e WHERE e.seq > ${from.position}::bigint)
             END AS kinds,
             CASE WHEN NOT follows.few THEN
               (SELECT string_agg(p.reference, ' ') FROM pledge p WHERE p.handling = 'COALITION')
             END AS references
        FROM audit.head h,
             LATERAL (SELECT EXISTS (SELECT FROM audit.event e
                                      WHERE e.seq = ${from.position}::bigint AND e.leaf_hash = ${from.leafHash}
                                        AND h.seq <= e.seq + ${FEW}) AS few) follows`);
    const { position = 0, leafHash = "", changed = null, kinds = null, references = null } = row ?? {};
    const coalitionOnly = changed
      ? changedBy(from.coalitionOnly, changed)
      : new Set(references?.split(" ") ?? []);
    const follows = kinds
      ? {
          moved: new Map([...from.moved, ...kinds.map((kind) => [kind, leafHash] as const)]),
          since: from.since,
        }
      : { moved: new Map<string, string>(), since: leafHash };
    return (known = { position, leafHash, coalitionOnly, ...follows });
  });

function changedBy(
  before: ReadonlySet<string>,
  changed: NonNullable<StateRow["changed"]>,
): ReadonlySet<string> {
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
