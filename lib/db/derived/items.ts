// Unresolved items by the domain's rules, for records in the database.
import { dayOf } from "@/lib/domain/base/day";
import { namesPledges } from "@/lib/domain/pledge/condition";
import { factsBy, NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import type { Leaving } from "@/lib/domain/people/participant";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { unresolvedCell, unresolvedEver, type UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import type { RuleSettings } from "@/lib/domain/people/register";
import { selectCycles, selectFacts } from "../statements/condition-facts";
import { approvalOf } from "../records/approval";
import { deliveryOf } from "../records/delivery";
import { participantOf } from "../records/participant";
import { pledgeFromRow } from "../records/pledge";
import { proposalOf } from "../records/proposal";
import { rulingOf } from "../records/ruling";
import type { Queryable } from "../connection";
import {
  LEAVING,
  OFFERS_ON,
  offersOn,
  RECORDS,
  selectRecords,
  SHARING,
  type JsonOf,
  type OfferOnRow,
} from "../statements/record-json";
import { sentTogether } from "../sql/sent-together";
import type { TouchedPosition } from "./unit-of-work";
import { acrossGenerations } from "./across-generations";
import type { PledgeInContext } from "./in-context";
import { NEVER, type ItemRow, type StoredItemRow } from "./item-row";
import { ALWAYS, type PreparedGeneration } from "../sql/generation";

/** Current items and, if a change is being prepared, those after it. */
export const itemsIn = (
  pledges: readonly PledgeInContext[],
  settings: RuleSettings,
  ahead: PreparedGeneration | null,
): StoredItemRow[] =>
  pledges.flatMap(({ pledge, facts, ...context }) =>
    acrossGenerations(pledge.condition, facts, ahead, (known) =>
      unresolvedEver(pledge, { ...context, facts: known, ...settings }).map((item) =>
        itemRow(pledge, item, pledge),
      ),
    ),
  );

export async function selectInContext(q: Queryable, ids: readonly string[]): Promise<PledgeInContext[]> {
  if (ids.length === 0) return [];
  const { rows: stored } = await q.query<StoredWithContext>(
    ids.length === 1 ? PLEDGE_WITH_CONTEXT : PLEDGES_WITH_CONTEXT,
    [ids],
  );
  const rows = stored.map(withContext);
  const conditions = rows.map(({ pledge }) => pledge.condition);
  const waiting = rows.flatMap(({ pledge }) => (namesPledges(pledge.condition) ? pledge.reference : []));
  const [facts, cycles] = await sentTogether([selectFacts(q, conditions), selectCycles(q, waiting)]);
  const factsOf = factsBy(facts);
  return rows.map(({ pledge, ...context }) => ({
    pledge,
    ...context,
    facts: factsOf(pledge.condition),
    cycle: cycles.get(pledge.reference) ?? null,
  }));
}

/** The same for a pledge without any related records. */
export const itemsAlone = (pledge: Pledge, left: Leaving | null, settings: RuleSettings): StoredItemRow[] =>
  unresolvedEver(pledge, { ...NOTHING, left, ...settings }).map((item) => ({
    ...itemRow(pledge, item, pledge),
    ...ALWAYS,
  }));

const NOTHING = {
  approvals: [],
  sharing: [],
  proposals: [],
  rulings: [],
  offers: [],
  deliveries: [],
  facts: NO_FACTS,
  cycle: null,
};

export async function itemsOfCells(
  q: Queryable,
  cells: readonly TouchedPosition[],
  { timeZone }: RuleSettings,
): Promise<StoredItemRow[]> {
  if (cells.length === 0) return [];
  const [[baseline], { rows }] = await sentTogether([
    selectRecords(q, "baseline", "true", [], "ORDER BY r.as_of LIMIT 1"),
    q.query<{
      participant: JsonOf["participant"];
      priority: TouchedPosition["priority"];
      pledges: StagedPledge[];
    }>(CELLS, [cells.map((cell) => cell.participant), cells.map((cell) => cell.priority)]),
  ]);
  const context = { firstBaselineOn: baseline ? dayOf(baseline.asOf, timeZone) : null, timeZone };
  return rows.flatMap(({ participant, priority, pledges }) =>
    unresolvedCell(participantOf(participant), priority, pledges, context).map((item) => ({
      ...itemRow({ participant: participant.code, priority }, item, null),
      ...ALWAYS,
    })),
  );
}

/** Of the participants that leave or have left, by code. */
export async function selectLeavings(q: Queryable): Promise<ReadonlyMap<string, Leaving>> {
  const { rows } = await q.query<{ code: string } & Leaving>(
    "SELECT code, left_on::text AS on, left_reason AS reason FROM participant WHERE left_on IS NOT NULL",
  );
  return new Map(rows.map(({ code, on, reason }) => [code, { on, reason }]));
}

interface StoredWithContext {
  pledge: JsonOf["pledge"];
  approvals: JsonOf["approval"][];
  sharing: JsonOf["pledge"][];
  proposals: JsonOf["proposal"][];
  rulings: JsonOf["ruling"][];
  offers: OfferOnRow[];
  deliveries: JsonOf["delivery"][];
  left: Leaving | null;
}

const withContext = (stored: StoredWithContext): Omit<PledgeInContext, "facts" | "cycle"> => ({
  pledge: pledgeFromRow(stored.pledge),
  approvals: stored.approvals.map(approvalOf),
  sharing: stored.sharing.map(pledgeFromRow),
  proposals: stored.proposals.map(proposalOf),
  rulings: stored.rulings.map(rulingOf),
  offers: offersOn(stored.offers),
  deliveries: stored.deliveries.map(deliveryOf),
  left: stored.left,
});

type StagedPledge = Pick<Pledge, "stage" | "voided">;

export function itemRow(
  cell: { participant: string; priority: number },
  item: UnresolvedItem,
  pledge: Pick<Pledge, "id" | "reference" | "owner"> | null,
): ItemRow {
  return {
    participant: cell.participant,
    priority: cell.priority,
    reference: pledge?.reference ?? null,
    pledge_id: pledge?.id ?? null,
    code: item.code,
    class: item.class,
    since: item.since,
    until: item.until ?? NEVER,
    causes: item.params.causes,
    owner: pledge?.owner ?? null,
  };
}

const withContextOf = (chosen: string): string => `
  SELECT x.pledge, (
      SELECT coalesce(json_agg(${RECORDS.approval.json} ORDER BY r.created_at, r.id), '[]')
        FROM approval r JOIN approval_pledge link ON link.approval_id = r.id
       WHERE link.pledge_id = x.id AND link.removed_in IS NULL) AS approvals, (${SHARING} x.id)) AS sharing, (
      SELECT coalesce(json_agg(${RECORDS.proposal.json} ORDER BY r.created_at, r.id), '[]')
        FROM proposal r WHERE r.concerns @> ARRAY[x.reference] AND r.status IN ('OPEN', 'RETURNED')) AS proposals, (
      SELECT coalesce(json_agg(${RECORDS.ruling.json} ORDER BY r.created_at, r.id), '[]')
        FROM ruling r WHERE r.pledge_id = x.id) AS rulings, (${OFFERS_ON} x.id) AS offers, (
      SELECT coalesce(json_agg(${RECORDS.delivery.json} ORDER BY r.delivered_on, r.created_at, r.id), '[]')
        FROM delivery r WHERE r.pledge_id = x.id) AS deliveries, ${LEAVING.json} AS left
    FROM (SELECT r.id, r.reference, r.participant, ${RECORDS.pledge.json} AS pledge FROM pledge r WHERE r.id ${chosen}) x
    ${LEAVING.join}`;

const CELLS = `
  SELECT ${RECORDS.participant.json} AS participant, cell.priority, (
      SELECT coalesce(json_agg(json_build_object('stage', p.stage, 'voided', NULL)), '[]')
        FROM (SELECT DISTINCT stage FROM pledge
               WHERE participant = cell.participant AND priority = cell.priority AND voided_at IS NULL
              UNION SELECT stage FROM pledge
               WHERE promisers <> '{}' AND promisers @> ARRAY[cell.participant] AND priority = cell.priority AND voided_at IS NULL) p) AS pledges
    FROM unnest($1::text[], $2::smallint[]) AS cell (participant, priority) JOIN participant r ON r.code = cell.participant`;

const PLEDGES_WITH_CONTEXT = withContextOf("= ANY ($1)");
/** Not `ANY`: for a list PostgreSQL expects ten rows until it sees it, and so plans each time. */
const PLEDGE_WITH_CONTEXT = { name: "pledge-with-context", text: withContextOf("= ($1::uuid[])[1]") };
