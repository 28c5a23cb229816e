// What the domain says is unresolved, of records as they stand in the database.
import type { Approval } from "@/lib/domain/approval";
import { dayOf, type Day } from "@/lib/domain/day";
import { factsOf, NO_FACTS } from "@/lib/domain/leaf-facts";
import type { Delivery } from "@/lib/domain/delivery";
import type { OfferOn } from "@/lib/domain/offer";
import type { Participant } from "@/lib/domain/participant";
import type { Pledge } from "@/lib/domain/pledge";
import type { Proposal } from "@/lib/domain/proposal";
import type { Ruling } from "@/lib/domain/ruling";
import { unresolvedCell, unresolvedEver, type Cause, type UnresolvedItem } from "@/lib/domain/unresolved";
import { selectCycles, selectFacts } from "../records/conditions";
import { standingOn } from "../records/decisions";
import { DELIVERIES_IN_ORDER } from "../records/delivery";
import { SHAPES } from "../records/records";
import { OFFERS_ON } from "../records/requirement";
import { selectRecord, type Queryable } from "../records/select";
import type { Settings } from "../transaction/begin";
import type { Cell } from "../transaction/touched";
import { acrossWorlds } from "./across-worlds";
import { ALWAYS, type Ahead, type Span } from "./world";

/** A row of unresolved_item. */
export interface ItemRow {
  participant: string;
  priority: number;
  reference: string | null;
  pledge_id: string | null;
  code: string;
  class: string;
  since: Day;
  causes: Cause[];
  owner: string | null;
}

/** With how long it holds. */
export type KeptRow = ItemRow & Span;

/** What holds, and where a change is ahead, what will hold. */
export async function itemsOfPledges(
  q: Queryable,
  ids: readonly string[],
  settings: Settings,
  ahead: Ahead | null,
): Promise<KeptRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await q.query<PledgeWithContext>(PLEDGES_WITH_CONTEXT, [ids]);
  const facts = await selectFacts(
    q,
    rows.map(({ pledge }) => pledge.condition),
  );
  const cycles = await selectCycles(
    q,
    rows.filter(({ pledge }) => pledge.condition !== null).map(({ pledge }) => pledge.reference),
  );
  return rows.flatMap(({ pledge, ...context }) => {
    const cycle = cycles.get(pledge.reference) ?? null;
    return acrossWorlds(pledge.condition, factsOf(pledge.condition, facts), ahead, (known) =>
      unresolvedEver(pledge, { ...context, facts: known, cycle, ...settings }).map((item) =>
        itemRow(pledge, item, pledge),
      ),
    );
  });
}

/** The same of a pledge that nothing stands beside. */
export const itemsAlone = (pledge: Pledge, settings: Settings): KeptRow[] =>
  unresolvedEver(pledge, { ...NOTHING, ...settings }).map((item) => ({
    ...itemRow(pledge, item, pledge),
    ...ALWAYS,
  }));

const NOTHING = {
  approvals: [],
  proposals: [],
  rulings: [],
  offers: [],
  deliveries: [],
  facts: NO_FACTS,
  cycle: null,
};

export async function itemsOfCells(
  q: Queryable,
  cells: readonly Cell[],
  { timeZone }: Settings,
): Promise<KeptRow[]> {
  if (cells.length === 0) return [];
  const baseline = await selectRecord(q, "baseline", "true", [], "ORDER BY r.as_of LIMIT 1");
  const context = { firstBaselineOn: baseline && dayOf(baseline.asOf, timeZone), timeZone };
  const { rows } = await q.query<{
    participant: Participant;
    priority: Cell["priority"];
    pledges: Standing[];
  }>(CELLS, [cells.map((cell) => cell.participant), cells.map((cell) => cell.priority)]);
  return rows.flatMap(({ participant, priority, pledges }) =>
    unresolvedCell(participant, priority, pledges, context).map((item) => ({
      ...itemRow({ participant: participant.code, priority }, item, null),
      ...ALWAYS,
    })),
  );
}

interface PledgeWithContext {
  pledge: Pledge;
  approvals: Approval[];
  proposals: Proposal[];
  rulings: Ruling[];
  offers: OfferOn[];
  deliveries: Delivery[];
}

type Standing = Pick<Pledge, "stage" | "voided">;

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
    causes: item.params.causes,
    owner: pledge?.owner ?? null,
  };
}

const PLEDGES_WITH_CONTEXT = `
  SELECT x.pledge, (
      SELECT coalesce(json_agg(${SHAPES.approval.json} ORDER BY r.created_at, r.id), '[]')
        FROM approval r JOIN approval_pledge link ON link.approval_id = r.id
       WHERE link.pledge_id = x.id AND link.removed_in IS NULL) AS approvals, (
      SELECT coalesce(json_agg(${SHAPES.proposal.json} ORDER BY r.created_at, r.id), '[]')
        FROM proposal r WHERE ${standingOn("x.reference")}) AS proposals, (
      SELECT coalesce(json_agg(${SHAPES.ruling.json} ORDER BY r.created_at, r.id), '[]')
        FROM ruling r WHERE r.pledge_id = x.id) AS rulings, (${OFFERS_ON} x.id) AS offers, (
      SELECT coalesce(json_agg(${SHAPES.delivery.json} ${DELIVERIES_IN_ORDER}), '[]')
        FROM delivery r WHERE r.pledge_id = x.id) AS deliveries
    FROM (SELECT r.id, r.reference, ${SHAPES.pledge.json} AS pledge FROM pledge r WHERE r.id = ANY ($1)) x`;

const CELLS = `
  SELECT ${SHAPES.participant.json} AS participant, cell.priority, (
      SELECT coalesce(json_agg(json_build_object('stage', p.stage, 'voided', NULL)), '[]')
        FROM (SELECT DISTINCT stage FROM pledge
               WHERE participant = cell.participant AND priority = cell.priority AND voided_at IS NULL) p) AS pledges
    FROM unnest($1::text[], $2::smallint[]) AS cell (participant, priority) JOIN participant r ON r.code = cell.participant`;
