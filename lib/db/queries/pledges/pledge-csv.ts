// The list of pledges for download: all of one moment, as they arrive. The query includes exactly the facts each row
// needs.
import { isActionable, type Condition } from "@/lib/domain/pledge/condition";
import type { Caveat, ContributionKind, Location } from "@/lib/domain/pledge/contribution";
import type { Day } from "@/lib/domain/base/day";
import { fieldOf, VALUE_FIELDS, valuesOf } from "@/lib/domain/pledge/pledge-fields";
import type { SameAs } from "@/lib/domain/pledge/same-as";
import { EVIDENCE_KINDS, type EvidenceKind } from "@/lib/domain/pledge/evidence";
import { NO_FACTS, truthIn, type KnownLeaves } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeFilter } from "@/lib/domain/details/pledge-filter";
import type { NumberedKind, QuantityKind, Unit } from "@/lib/domain/pledge/quantity";
import type { PledgeLine } from "@/lib/domain/exchange/tables/pledge-table";
import { CLASS_OF, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { currentStatus } from "./approvals";
import { supersededBy } from "./around";
import { instantSql } from "../../sql/instant-sql";
import { streamed } from "../../bulk/stream";
import { moneyOf } from "../../records/pledge-lines";
import { pledgesAsked } from "./pledge-list";
import { raw, sql, type Sql } from "../../sql/sql";

export const streamPledgeLines = (filter: PledgeFilter, today: Day): Promise<AsyncIterable<PledgeLine[]>> =>
  streamed(pledgeLinesAsked(filter, today), (row: Answered) => lineOf(row, today));

/** Also used to measure the rate of an export. */
export const pledgeLinesAsked = (filter: PledgeFilter, today: Day): Sql => sql`
  SELECT p.reference, p.participant, p.priority, p.stage, p.stage_reason AS "stageReason",
         ${raw(VALUES)}, p.last_confirmed_on::text AS "lastConfirmedOn", p.superseded_by AS "supersededBy", p.version,
         ${raw(instantSql("p.created_at"))} AS "createdAt", ${raw(instantSql("p.updated_at"))} AS "updatedAt",
         p.void_reason AS "voidReason", p.condition, p.joint_with AS "jointWith", p.on_behalf_of AS "onBehalfOf",
         ${LEAF_FACTS} AS facts,
         (SELECT json_agg(json_build_array(c.kind, c.location, c.quantity_kind, c.quantity_min, c.quantity_max, c.quantity_unit,
                   c.quantity_as_stated, c.money_stated, c.money_currency, c.money_kind, c.money_max, c.money_as_stated,
                   c.caveats, c.same_as) ORDER BY c.position)
            FROM contribution c WHERE c.pledge_id = p.id AND c.removed_in IS NULL) AS lines,
         (SELECT json_agg(json_build_object('body', a.body, 'status', ${currentStatus(sql`a`, today)}) ORDER BY a.created_at, a.id)
            FROM approval_pledge s JOIN approval a ON a.id = s.approval_id
           WHERE s.pledge_id = p.id AND s.removed_in IS NULL) AS approvals,
         ${STRENGTH} AS strength,
         (SELECT string_agg(i.code || ' ' || i.since, ',')
            FROM unresolved_item_now i WHERE i.pledge_id = p.id AND i.since <= ${today} AND i.until > ${today}) AS items,
         ${raw(supersededBy("p"))} AS supersedes
    FROM ${pledgesAsked(filter, today)}`;

/** `p.stated_on::text AS "statedOn"` */
const VALUES = VALUE_FIELDS.map((name) => {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `p.${column}${fieldOf(name).is === "day" ? "::text" : ""} AS "${name}"`;
}).join(", ");

/** Replacements of a named pledge; there are hardly ever any, and then this costs nothing. */
const LATER = sql`
  SELECT later.* FROM pledge later WHERE named.superseded_by IS NOT NULL AND later.reference IN (
    WITH RECURSIVE line (reference) AS (
      SELECT named.superseded_by
      UNION SELECT o.superseded_by FROM line JOIN pledge o USING (reference))
    SELECT reference FROM line)`;

/** The known facts about the leaves of pledge p's condition; null without a condition. */
export const LEAF_FACTS = sql`CASE WHEN p.condition IS NOT NULL THEN json_build_object(
  'triggers', (SELECT coalesce(json_agg(json_build_object('code', t.code, 'state', t.state)), '[]')
      FROM condition_leaf l JOIN trigger t ON t.code = l.key WHERE l.pledge_id = p.id AND l.kind = 'trigger'),
  'approvals', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'body', a.body, 'status', a.status, 'validUntil', a.valid_until)), '[]')
      FROM condition_leaf l JOIN approval a ON a.id = l.key::uuid WHERE l.pledge_id = p.id AND l.kind = 'approval'),
  'pledges', (SELECT coalesce(json_agg(json_build_object('reference', w.reference, 'stage', w.stage, 'supersededBy', w.superseded_by,
             'voided', CASE WHEN w.voided_at IS NOT NULL THEN json_build_object('reason', w.void_reason) END)), '[]')
      FROM condition_leaf l JOIN pledge named ON named.reference = l.key
      CROSS JOIN LATERAL (SELECT named.* UNION ALL ${LATER}) w WHERE l.pledge_id = p.id AND l.kind = 'pledge')) END`;

export type FactsRow = KnownLeaves & PledgeLine["facts"];

/** How strong pledge p's evidence is, from 1; null: nothing supports it. */
export const STRENGTH = sql`(
  SELECT max(array_position(${EVIDENCE_KINDS}::text[], e.kind))
    FROM evidence e WHERE e.pledge_id = p.id AND e.supports AND e.retracted_at IS NULL)`;

export const instrumentAt = (strength: number | null): EvidenceKind | null =>
  strength === null ? null : (EVIDENCE_KINDS[strength - 1] ?? null);

type Answered = Omit<
  PledgeLine,
  "contributions" | "approvals" | "facts" | "unresolved" | "voided" | "actionable" | "instrument"
> & {
  voidReason: string | null;
  condition: Condition | null;
  facts: FactsRow | null;
  lines: LineAnswered[] | null;
  approvals: PledgeLine["approvals"] | null;
  strength: number | null;
  /** "NO_WINDOW 2026-01-06,STALE 2026-02-06". */
  items: string | null;
};

type LineAnswered = [
  kind: ContributionKind,
  location: Location,
  quantityKind: QuantityKind,
  min: number | null,
  max: number | null,
  unit: Unit | null,
  asStated: string | null,
  moneyStated: string | null,
  moneyCurrency: string | null,
  moneyKind: NumberedKind,
  moneyMax: string | null,
  moneyAsStated: string | null,
  caveats: Caveat[],
  sameAs: SameAs | null,
];

/**
 * Copies members one by one, and the values of fields by assignment: rest and spread are slow for a million
 * rows.
 */
function lineOf(row: Answered, today: Day): PledgeLine {
  const { lines, approvals, facts, strength, items, voidReason } = row;
  const line = {
    reference: row.reference,
    participant: row.participant,
    priority: row.priority,
    stage: row.stage,
    stageReason: row.stageReason,
    lastConfirmedOn: row.lastConfirmedOn,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    condition: row.condition,
    jointWith: row.jointWith,
    onBehalfOf: row.onBehalfOf,
    contributions: lines?.map(contributionOf) ?? [],
    approvals: approvals ?? [],
    facts: facts ?? NO_FACTS,
    actionable: facts === null || isActionable(row.condition, truthIn(facts, today)),
    instrument: instrumentAt(strength),
    unresolved: items?.split(",").map(itemOf) ?? [],
    voided: voidReason === null ? null : { reason: voidReason },
  };
  return Object.assign(line, valuesOf(row));
}

function contributionOf(line: LineAnswered): PledgeLine["contributions"][number] {
  const [kind, location, quantityKind, min, max, unit, asStated, ...rest] = line;
  const [moneyStated, moneyCurrency, moneyKind, moneyMax, moneyAsStated, caveats, sameAs] = rest;
  return {
    kind,
    location,
    quantity: { kind: quantityKind, min, max, unit, asStated },
    money: moneyOf({ moneyStated, moneyCurrency, moneyKind, moneyMax, moneyAsStated }),
    caveats,
    sameAs,
  };
}

function itemOf(text: string): PledgeLine["unresolved"][number] {
  const [code, since] = text.split(" ") as [UnresolvedCode, string];
  return { code, class: CLASS_OF[code], since };
}
