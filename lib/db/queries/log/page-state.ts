import { ask } from "../../sql/ask";
import { rememberedUntilChange } from "../remembered";
import { sql } from "../../sql/sql";

export interface PageState {
  /** The number of the last entry; not newer than what is read after this. */
  position: number;
  /** References of the pledges that are for the coalition alone today. */
  coalitionOnly: ReadonlySet<string>;
}

interface StateAt extends PageState {
  leafHash: string;
}

interface StateRow {
  position: number;
  leafHash: string;
  /** Pledges that changed since the state that is known; null: too many, or it isn't known. */
  changed: { reference: string; isCoalitionOnly: boolean }[] | null;
  references: string | null;
}

/** The last that this process read. */
let known: StateAt = { position: -1, leafHash: "", coalitionOnly: new Set() };

/** Of entries since then; where there are more, all pledges are looked at. */
const FEW = 200;

/** What every page needs to know before it is read. */
export const findPageState = (): Promise<PageState> =>
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
             CASE WHEN NOT follows.few THEN
               (SELECT string_agg(p.reference, ' ') FROM pledge p WHERE p.handling = 'COALITION')
             END AS references
        FROM audit.head h,
             LATERAL (SELECT EXISTS (SELECT FROM audit.event e
                                      WHERE e.seq = ${from.position}::bigint AND e.leaf_hash = ${from.leafHash}
                                        AND h.seq <= e.seq + ${FEW}) AS few) follows`);
    const { position = 0, leafHash = "", changed = null, references = null } = row ?? {};
    const coalitionOnly = changed
      ? changedBy(from.coalitionOnly, changed)
      : new Set(references?.split(" ") ?? []);
    return (known = { position, leafHash, coalitionOnly });
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
