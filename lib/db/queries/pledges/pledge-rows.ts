// The rows of a list. Unresolved items are read as stored: each change rewrites the items that it affects.
import type { Cause } from "@/lib/domain/conditions/cause";
import type { Day } from "@/lib/domain/base/day";
import { NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import { rowOf, type PledgeRow } from "@/lib/domain/details/pledge-details";
import { CODES_OF_PLEDGES, type UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { approvalOf } from "../../records/approval";
import { pledgeFromRow } from "../../records/pledge";
import { outside } from "../../sql/ask";
import { withGenericPlan } from "../../sql/planned-once";
import { raw, sql, type Sql } from "../../sql/sql";
import { PLEDGE_WITH_LINES, type JsonOf } from "../../statements/record-json";
import { approvalsOf, supersededBy } from "./around";
import { KNOWN_PROPOSAL, knownProposalOf, type KnownProposalRow } from "./known-proposals";
import { instrumentAt, LEAF_FACTS, STRENGTH, type FactsRow } from "./pledge-csv";

/** In the order of the ids given. */
export async function findPledgeRows(ids: readonly string[], today: Day): Promise<PledgeRow[]> {
  if (ids.length === 0) return [];
  const { text, values } = selectRows(ids, today);
  const { rows } = await outside.query<Answered>(
    { name: "pledge-rows", text: withGenericPlan(text) },
    values,
  );
  return rows.map(({ pledge, approvals, proposal, strength, items, ...row }) => {
    const { evidence: _none, ...record } = pledgeFromRow(pledge);
    const context = {
      ...row,
      instrument: instrumentAt(strength),
      items: items.map(itemOf),
      approvals: approvals.map(approvalOf),
      proposal: proposal && knownProposalOf(proposal),
      facts: row.facts ?? NO_FACTS,
    };
    return rowOf(record, context, today);
  });
}

function itemOf({ until, causes, ...item }: StoredItem): UnresolvedItem {
  const ends = until === null ? {} : { until };
  return { ...item, ...ends, params: { causes } };
}

const selectRows = (ids: readonly string[], today: Day): Sql => sql`
  SELECT p.pledge, ${raw(approvalsOf("p"))} AS approvals, ${raw(PROPOSAL)} AS proposal, ${LEAF_FACTS} AS facts, ${STRENGTH} AS strength,
         (SELECT coalesce(json_agg(item), '[]')
            FROM (SELECT i.code, i.class, i.since, nullif(i.until, 'infinity') AS until, i.causes FROM unresolved_item_now i WHERE i.pledge_id = p.id AND i.since <= ${today} AND i.until > ${today}
                   ORDER BY array_position(${CODES_OF_PLEDGES}::text[], i.code)) item) AS items,
         ${raw(supersededBy("p"))} AS supersedes
    FROM (SELECT r.id, r.reference, r.condition, ${raw(PLEDGE_WITH_LINES)} AS pledge FROM pledge r WHERE r.id = ANY(${ids}::uuid[])) p
   ORDER BY array_position(${ids}::uuid[], p.id)`;

/** The one on pledge p itself. */
const PROPOSAL = `(
  SELECT ${KNOWN_PROPOSAL.json} FROM ${KNOWN_PROPOSAL.from}
   WHERE r.concerns @> ARRAY[p.reference] AND r.subject_id = p.id AND r.status IN ('OPEN', 'RETURNED') ORDER BY r.created_at, r.id LIMIT 1)`;

interface StoredItem extends Pick<UnresolvedItem, "code" | "class" | "since"> {
  /** null: nothing but a change ends it. */
  until: Day | null;
  causes: Cause[];
}

interface Answered {
  pledge: JsonOf["pledge"];
  approvals: JsonOf["approval"][];
  proposal: KnownProposalRow | null;
  facts: FactsRow | null;
  strength: number | null;
  items: StoredItem[];
  supersedes: string | null;
}
