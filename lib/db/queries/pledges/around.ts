// Records shown with a pledge, for several pledges in one query.
import type { Around } from "@/lib/domain/details/pledge-details";
import type { Leaving } from "@/lib/domain/people/participant";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Prepared, Queryable } from "../../connection";
import { approvalOf } from "../../records/approval";
import { pledgeFromRow } from "../../records/pledge";
import { deliveryOf } from "../../records/delivery";
import { outside } from "../../sql/ask";
import { KNOWN_PROPOSAL, knownProposalOf, type KnownProposalRow } from "./known-proposals";
import { KNOWN_RULING, knownRulingOf, type KnownRulingRow } from "./known-rulings";
import {
  LEAVING,
  OFFERS_ON,
  offersOn,
  RECORDS,
  SHARING,
  type JsonOf,
  type OfferOnRow,
} from "../../statements/record-json";

/** By reference. */
export const findAround = (pledges: readonly Pick<Pledge, "id">[]): Promise<Map<string, Around>> =>
  selectAround(outside, pledges);

export async function selectAround(
  q: Queryable,
  pledges: readonly Pick<Pledge, "id">[],
): Promise<Map<string, Around>> {
  if (pledges.length === 0) return new Map();
  const { rows } = await q.query<AroundRow>(AROUND, [pledges.map(({ id }) => id)]);
  return new Map(rows.map(({ reference, ...row }) => [reference, aroundOf(row)]));
}

/** Of the pledge with this reference. */
export async function selectAroundNamed(q: Queryable, reference: string): Promise<Around | null> {
  const { rows } = await q.query<AroundRow>(AROUND_NAMED, [reference]);
  return rows[0] ? aroundOf(rows[0]) : null;
}

export interface PledgeWithAround {
  pledge: Pledge;
  around: Around;
}

export async function findPledgeWithAround(reference: string): Promise<PledgeWithAround | null> {
  const { rows } = await outside.query<Omit<AroundRow, "reference"> & { pledge: JsonOf["pledge"] }>(
    PLEDGE_AROUND,
    [reference],
  );
  const [found] = rows;
  if (!found) return null;
  const { pledge, ...row } = found;
  return { pledge: pledgeFromRow(pledge), around: aroundOf(row) };
}

const aroundOf = (row: Omit<AroundRow, "reference">): Around => ({
  approvals: row.approvals.map(approvalOf),
  sharing: row.sharing.map(pledgeFromRow),
  proposals: row.proposals.map(knownProposalOf),
  rulings: row.rulings.map(knownRulingOf),
  offers: offersOn(row.offers),
  deliveries: row.deliveries.map(deliveryOf),
  supersedes: row.supersedes,
  left: row.left,
});

interface AroundRow {
  reference: string;
  approvals: JsonOf["approval"][];
  sharing: JsonOf["pledge"][];
  proposals: KnownProposalRow[];
  rulings: KnownRulingRow[];
  offers: OfferOnRow[];
  deliveries: JsonOf["delivery"][];
  supersedes: string | null;
  left: Leaving | null;
}

const list = (json: string, order: string, from: string): string =>
  `(SELECT coalesce(json_agg(${json} ORDER BY ${order}), '[]') FROM ${from})`;

/** Of a pledge, the row of that name. */
export const approvalsOf = (row: string): string =>
  list(
    RECORDS.approval.json,
    "r.created_at, r.id",
    `approval r JOIN approval_pledge l ON l.approval_id = r.id AND l.removed_in IS NULL WHERE l.pledge_id = ${row}.id`,
  );
export const supersededBy = (row: string): string =>
  `(SELECT o.reference FROM pledge o WHERE o.superseded_by = ${row}.reference ORDER BY o.participant DESC, o.priority DESC, o.number DESC LIMIT 1)`;

/** Of a pledge x. */
const COLUMNS = `
    ${approvalsOf("x")} AS approvals,
    (${SHARING} x.id)) AS sharing,
    ${list(KNOWN_PROPOSAL.json, "r.created_at, r.id", `${KNOWN_PROPOSAL.from} WHERE r.concerns @> ARRAY[x.reference] AND r.status IN ('OPEN', 'RETURNED')`)} AS proposals,
    ${list(KNOWN_RULING.json, "r.created_at, r.id", `${KNOWN_RULING.from} WHERE r.pledge_id = x.id`)} AS rulings,
    (${OFFERS_ON} x.id) AS offers,
    ${list(RECORDS.delivery.json, "r.delivered_on, r.created_at, r.id", "delivery r WHERE r.pledge_id = x.id")} AS deliveries,
    ${supersededBy("x")} AS supersedes,
    ${LEAVING.json} AS left`;

// Prepared by name: planning takes longer than reading.
const around = (name: string, which: string): Prepared => ({
  name,
  text: `SELECT x.reference, ${COLUMNS} FROM pledge x ${LEAVING.join} WHERE ${which}`,
});
const AROUND = around("around", "x.id = ANY ($1::uuid[])");
const AROUND_NAMED = around("around-named", "x.reference = $1");

const PLEDGE_AROUND = {
  name: "pledge-around",
  text: `
  SELECT x.pledge, ${COLUMNS}
    FROM (SELECT r.id, r.reference, r.participant, ${RECORDS.pledge.json} AS pledge FROM pledge r WHERE r.reference = $1) x ${LEAVING.join}`,
};
