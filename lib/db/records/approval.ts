// An approval is a row and its links to the pledges it serves; a link taken off stays, marked.
import type { Approval } from "@/lib/domain/approval";
import { approvalRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const APPROVAL: Fields<Approval> = {
  id: "plain",
  participant: "plain",
  kind: "plain",
  body: "plain",
  subject: "plain",
  status: "plain",
  statusSince: "plain",
  scheduledFor: "plain",
  decidedOn: "plain",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const approval: Shape<Approval> = {
  table: "approval",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.body} (${record.participant}, ${record.id})`,
  json: `json_build_object(${membersOf(APPROVAL, "r")}, 'serves', (
    SELECT coalesce(json_agg(p.reference ORDER BY p.reference COLLATE "C"), '[]')
      FROM approval_pledge ap JOIN pledge p ON p.id = ap.pledge_id WHERE ap.approval_id = r.id AND ap.removed_in IS NULL))`,
  row: (record) => rowOf(APPROVAL, record),
  canonical: approvalRecord,
};

/** Makes the links what the record says: $1 its id, $2 the references, $3 its version. Answers how many it has. */
export const LINK_APPROVAL = `
  WITH off AS (
    UPDATE approval_pledge ap SET removed_in = $3
      FROM pledge p WHERE p.id = ap.pledge_id AND ap.approval_id = $1 AND ap.removed_in IS NULL AND p.reference <> ALL ($2::text[])),
  served AS (
    INSERT INTO approval_pledge AS ap (approval_id, pledge_id)
    SELECT $1, p.id FROM pledge p WHERE p.reference = ANY ($2::text[]) ORDER BY p.id
    ON CONFLICT (approval_id, pledge_id) DO UPDATE SET removed_in = NULL WHERE ap.removed_in IS NOT NULL)
  SELECT count(*)::int AS links FROM pledge WHERE reference = ANY ($2::text[])`;
