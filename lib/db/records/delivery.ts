// A delivery report is one row; it names its pledge by reference.
import type { Delivery } from "@/lib/domain/delivery";
import { deliveryRecord } from "@/lib/domain/record";
import { instantSql, membersOf, rowOf, type Fields, type Shape } from "./shape";

const DELIVERY: Fields<Delivery> = {
  id: "plain",
  quantity: "json",
  money: "json",
  deliveredOn: "plain",
  definition: "plain",
  evidence: "plain",
  confirmation: "json",
  note: "plain",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const delivery: Shape<Delivery> = {
  table: "delivery",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.id} of ${record.pledge}`,
  json: `json_build_object(${membersOf(DELIVERY, "r")}, 'contribution', r.contribution_id,
    'pledge', (SELECT p.reference FROM pledge p WHERE p.id = r.pledge_id),
    'retracted', CASE WHEN r.retracted_at IS NOT NULL THEN json_build_object('at', ${instantSql("r.retracted_at")}, 'reason', r.retract_reason) END)`,
  row: (record) => ({
    ...rowOf(DELIVERY, record),
    pledge_id: record.pledge,
    contribution_id: record.contribution,
    retracted_at: record.retracted?.at ?? null,
    retract_reason: record.retracted?.reason ?? null,
  }),
  found: { pledge_id: (parameter) => `(SELECT p.id FROM pledge p WHERE p.reference = ${parameter})` },
  canonical: deliveryRecord,
};

/** The order in which the reports of a pledge are told. */
export const DELIVERIES_IN_ORDER = "ORDER BY r.delivered_on, r.created_at, r.id";
