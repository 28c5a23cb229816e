// A pledge is a row, its contributions and its evidence: read whole, written whole.
import { atomsOf } from "@/lib/domain/condition";
import type { Evidence } from "@/lib/domain/evidence";
import type { Contribution } from "@/lib/domain/contribution";
import type { Pledge } from "@/lib/domain/pledge";
import { pledgeRecord } from "@/lib/domain/record";
import { instantSql, membersOf, objectWith, rowOf, type Fields, type Shape } from "./shape";

const PLEDGE: Fields<Pledge> = {
  id: "plain",
  reference: "plain",
  participant: "plain",
  priority: "plain",
  version: "plain",
  title: "plain",
  summary: "plain",
  stage: "plain",
  stageReason: "plain",
  stageSetOn: "plain",
  suspendedFrom: "plain",
  pledgedByStepOn: "plain",
  statedOn: "plain",
  windowStart: "plain",
  windowEnd: "plain",
  dueOn: "plain",
  authorisedBy: "plain",
  furtherApproval: "plain",
  owner: "plain",
  nextAction: "plain",
  nextActionDueOn: "plain",
  handling: "plain",
  lastConfirmedOn: "plain",
  condition: "json",
  conditionSetOn: "plain",
  supersededBy: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

const QUANTITY =
  "'kind', c.quantity_kind, 'min', c.quantity_min, 'max', c.quantity_max, 'unit', c.quantity_unit, 'asStated', c.quantity_as_stated";

const CONTRIBUTIONS = `(
  SELECT coalesce(json_agg(json_build_object(
      'id', c.id, 'kind', c.kind, 'domain', c.domain, 'location', c.location,
      'quantity', CASE WHEN c.quantity_commitment IS NULL THEN json_build_object(${QUANTITY}) ELSE json_build_object(${QUANTITY}, 'commitment', c.quantity_commitment) END,
      'money', CASE WHEN c.money_amount IS NOT NULL THEN json_build_object('amount', c.money_amount::text, 'currency', c.money_currency) END,
      'noticeToMoveDays', c.notice_to_move_days, 'availableFrom', c.available_from, 'availableTo', c.available_to, 'caveats', c.caveats,
      'allocated', CASE WHEN c.allocated_on IS NOT NULL THEN json_build_object('quantity', c.allocated_quantity, 'money', c.allocated_money, 'on', c.allocated_on) END
    ) ORDER BY c.position), '[]')
    FROM contribution c WHERE c.pledge_id = r.id AND c.removed_in IS NULL)`;

const PIECE = `
  'id', e.id,
  'source', json_build_object('id', s.id, 'publisher', s.publisher, 'url', s.url, 'title', s.title, 'publishedOn', s.published_on, 'language', s.language, 'ownership', s.ownership),
  'kind', e.kind, 'reliability', e.reliability, 'credibility', e.credibility, 'quote', e.quote, 'supports', e.supports, 'field', e.field, 'claims', e.claims,
  'validUntil', e.valid_until, 'recordedAt', ${instantSql("e.recorded_at")},
  'retracted', ${atAndReason("e.retracted_at", "e.retract_reason")}`;

const EVIDENCE = `(
  SELECT coalesce(json_agg(
      ${objectWith(PIECE, [
        ["e.files <> '[]'", "'files', e.files"],
        ["e.span_start IS NOT NULL", "'span', json_build_object('start', e.span_start, 'end', e.span_end)"],
      ])}
      ORDER BY e.position), '[]')
    FROM evidence e JOIN source s ON s.id = e.source_id WHERE e.pledge_id = r.id)`;

export const pledge: Shape<Pledge> = {
  table: "pledge",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(PLEDGE, "r")}, 'voided', ${atAndReason("r.voided_at", "r.void_reason")},
    'contributions', ${CONTRIBUTIONS}, 'evidence', ${EVIDENCE})`,
  row: pledgeRow,
  canonical: pledgeRecord,
};

function pledgeRow(record: Pledge): Record<string, unknown> {
  return {
    ...rowOf(PLEDGE, record),
    number: Number(record.reference.slice(record.reference.lastIndexOf("-") + 1)),
    voided_at: record.voided?.at ?? null,
    void_reason: record.voided?.reason ?? null,
  };
}

function atAndReason(at: string, reason: string): string {
  return `CASE WHEN ${at} IS NOT NULL THEN json_build_object('at', ${instantSql(at)}, 'reason', ${reason}) END`;
}

/** What its condition names, each once. */
export function leafRows({
  condition,
}: Pick<Pledge, "condition">): { kind: string; key: string; at_least: string }[] {
  return atomsOf(condition).map((leaf) => {
    if ("trigger" in leaf) return { kind: "trigger", key: leaf.trigger, at_least: "" };
    if ("approval" in leaf) return { kind: "approval", key: leaf.approval, at_least: "" };
    return { kind: "pledge", key: leaf.pledge, at_least: leaf.atLeast };
  });
}

/** Makes the leaves what the record says: $1 its id, $2 the rows. */
export const PUT_LEAVES = `
  WITH wanted AS (SELECT * FROM json_to_recordset($2) AS w (kind text, key text, at_least text)),
  gone AS (
    DELETE FROM condition_leaf l WHERE l.pledge_id = $1
       AND NOT EXISTS (SELECT FROM wanted w WHERE w.kind = l.kind AND w.key = l.key AND w.at_least = l.at_least))
  INSERT INTO condition_leaf (pledge_id, kind, key, at_least) SELECT $1, kind, key, at_least FROM wanted
  ON CONFLICT DO NOTHING`;

/** The rows of a pledge's lines, by column, in their order. */
export function contributionRows(record: Pledge): (Record<string, unknown> & { id: string })[] {
  return record.contributions.map(({ id, quantity, money, allocated, ...line }: Contribution, position) => ({
    id,
    pledge_id: record.id,
    position,
    kind: line.kind,
    domain: line.domain,
    location: line.location,
    quantity_kind: quantity.kind,
    quantity_min: quantity.min,
    quantity_max: quantity.max,
    quantity_unit: quantity.unit,
    quantity_as_stated: quantity.asStated,
    quantity_commitment: quantity.commitment ?? null,
    money_amount: money?.amount ?? null,
    money_currency: money?.currency ?? null,
    notice_to_move_days: line.noticeToMoveDays,
    available_from: line.availableFrom,
    available_to: line.availableTo,
    caveats: line.caveats,
    allocated_on: allocated?.on ?? null,
    allocated_quantity: allocated?.quantity ?? null,
    allocated_money: allocated?.money ?? null,
    removed_in: null,
  }));
}

export function evidenceRows(record: Pledge): (Record<string, unknown> & { id: string })[] {
  return record.evidence.map(({ id, source, retracted, ...piece }: Evidence, position) => ({
    id,
    pledge_id: record.id,
    source_id: source.id,
    position,
    kind: piece.kind,
    reliability: piece.reliability,
    credibility: piece.credibility,
    quote: piece.quote,
    supports: piece.supports,
    field: piece.field,
    claims: piece.claims,
    valid_until: piece.validUntil,
    files: piece.files ?? [],
    span_start: piece.span?.start ?? null,
    span_end: piece.span?.end ?? null,
    recorded_at: piece.recordedAt,
    retracted_at: retracted?.at ?? null,
    retract_reason: retracted?.reason ?? null,
  }));
}
