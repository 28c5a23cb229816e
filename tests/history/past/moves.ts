// Anything that people may do to the register, drawn by chance; most of it is accepted, some is refused.
import type { Chance } from "@/bench/data/chance";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import { nameBaseline } from "@/lib/history/baselines/commands";
import { pool } from "@/lib/db/client";
import type { Result } from "@/lib/domain/base/result";
import { reportDelivery } from "@/lib/pledges/deliveries/commands";
import { deliveryInput } from "@/lib/pledges/deliveries/schema";
import { changeParticipant } from "@/lib/people/participants/commands";
import { changePerson } from "@/lib/people/people/commands";
import {
  addEvidence,
  changePledge,
  confirmPledge,
  logPledge,
  retractEvidence,
  setStage,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { LEAF_BASES } from "@/lib/domain/pledge/condition";
import { conditionInput } from "@/lib/pledges/pledges/condition-schema";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { decideProposal } from "@/lib/review/proposals/commands";
import { changeRequirement, recordRequirement } from "@/lib/requirements/commands";
import { makeOffer, withdrawOffer } from "@/lib/requirements/offers";
import { offerInput, requirementChanges, requirementInput } from "@/lib/requirements/schema";
import { applyRuling } from "@/lib/pledges/pledges/apply-ruling";
import { makeRuling } from "@/lib/review/rulings/commands";
import { rulingInput } from "@/lib/review/rulings/schema";
import { changeSettings } from "@/lib/workspace/settings/commands";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import { answers, equates, links } from "./linked";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

type Move = (register: StaffedRegister, by: Chance) => Promise<Result<unknown> | null>;

const one = async <Row>(by: Chance, text: string): Promise<Row | null> => {
  const { rows } = await pool().query(`${text} ORDER BY 1`);
  return rows.length === 0 ? null : (by.of(rows) as Row);
};
const aPledge = (by: Chance) =>
  one<{ reference: string; version: number; stage: string }>(
    by,
    "SELECT reference, version, stage FROM pledge WHERE voided_at IS NULL",
  );

const KINDS = ["MEDIA_REPORT", "OFFICIAL_STATEMENT", "SIGNED_DOCUMENT", "BUDGET_DOCUMENT"] as const;
const FIELD = "contributions.quantity";

const logs: Move = ({ manager }, by) =>
  logPledge(
    manager,
    aSentPledge({
      participant: by.of(["FR", "DE", "SE", "US"]),
      priority: 1 + by.upTo(4),
      stage: by.of(["SIGNALLED", "PLEDGED"]),
      statedOn: by.of(["2026-01-06", null]),
      evidence: [aSentPiece({ kind: by.of(KINDS) })],
      ...(by.odds(0.3) ? { contributions: [] } : {}),
      owner: by.of([null, manager.email]),
    }),
    LATER,
  );

const steps: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  if (!pledge) return null;
  const to = by.of(["PLEDGED", "COMMITTED", "ALLOCATED", "SUSPENDED", "DECLINED", "LAPSED", "WITHDRAWN"]);
  const evidence = [aSentPiece({ kind: by.of(KINDS) })];
  const input = stageInput.parse({ to, evidence, reason: "As agreed" });
  return setStage(manager, { reference: pledge.reference, ifMatch: pledge.version, ...input }, LATER);
};

const decides: Move = async ({ manager2 }, by) => {
  const proposal = await one<{ id: string }>(by, "SELECT id FROM proposal WHERE status = 'OPEN'");
  const decision = by.odds(0.8) ? ("APPROVE" as const) : ("RETURN" as const);
  return proposal && decideProposal(manager2, { id: proposal.id, decision, note: "So." });
};

const changes: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  if (!pledge) return null;
  const sent = by.of([
    { dueOn: by.of(["2025-12-01", "2199-01-01", null]) },
    { authorisedBy: by.of(["Prime Minister", null]), furtherApproval: by.of(["YES", "UNKNOWN"]) },
    { nextAction: by.of(["Ask", null]), owner: by.of([manager.email, null]) },
    { contributions: [] },
    { windowStart: by.of(["2026-06-01", null]) },
  ]);
  const held = { reference: pledge.reference, ifMatch: pledge.version, reason: "As agreed" };
  return changePledge(manager, { ...held, changes: pledgeChanges.parse(sent) }, LATER);
};

const waits: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  if (!pledge) return null;
  const other = await aPledge(by);
  const trigger = await one<{ code: string }>(by, "SELECT code FROM trigger");
  const approval = await one<{ id: string }>(by, "SELECT id FROM approval");
  const leaves = [
    other && { pledge: other.reference, atLeast: by.of(["PLEDGED", "COMMITTED"]) },
    trigger && { trigger: trigger.code },
    approval && { approval: approval.id },
  ].filter((leaf) => leaf !== null);
  const condition = by.odds(0.15)
    ? null
    : by.of([
        { all: leaves },
        { any: leaves },
        { kOf: leaves.length, of: leaves },
        { not: { ...by.of(leaves), basis: by.of(LEAF_BASES) } },
      ]);
  const parsed = conditionInput.safeParse({ condition, reason: "As agreed" });
  if (!parsed.success) return null;
  return setCondition(
    manager,
    { reference: pledge.reference, ifMatch: pledge.version, ...parsed.data },
    LATER,
  );
};

const learns: Move = async ({ manager }, by) => {
  const code = by.of(["CEASEFIRE_IN_FORCE", "US_MONITORING_ACTIVE"]);
  const known = await one<{ version: number }>(by, `SELECT version FROM trigger WHERE code = '${code}'`);
  const {
    validUntil: _until,
    field: _field,
    claims: _claims,
    files: _files,
    span: _span,
    ...piece
  } = aSentPiece();
  const waiting = code === "CEASEFIRE_IN_FORCE" ? "DORMANT" : by.of(["BLOCKING", "DORMANT"]);
  if (!known) return recordTrigger(manager, triggerInput.parse({ code, title: code, waiting }));
  const state = by.of(["MET", "NOT_MET", "UNKNOWN"]);
  const changed = triggerChanges.parse({ state, waiting, evidence: [piece] });
  return changeTrigger(manager, { code, ifMatch: known.version, changes: changed });
};

const approves: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  const known = await one<{ id: string; version: number }>(by, "SELECT id, version FROM approval");
  const status = by.of(["UNKNOWN", "REQUIRED", "TABLED", "NOT_REQUIRED"]);
  const serves = pledge && by.odds(0.8) ? [pledge.reference] : [];
  if (!known || by.odds(0.4)) {
    const participant = pledge?.reference.slice(0, 2) ?? "FR";
    const input = { participant, kind: "PARLIAMENT_VOTE", body: "Parliament", status, serves };
    return recordApproval(manager, approvalInput.parse(input));
  }
  const sent = approvalChanges.parse({ status, statusSince: "2026-01-20" });
  return changeApproval(manager, { id: known.id, ifMatch: known.version, changes: sent });
};

const proves: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  if (!pledge) return null;
  const against = { supports: false, field: FIELD, claims: "fewer" };
  const piece = { kind: by.of(KINDS), ...(by.odds(0.4) ? against : {}) };
  return addEvidence(manager, { reference: pledge.reference, evidence: aSentPiece(piece) }, LATER);
};

const retracts: Move = async ({ manager }, by) => {
  const piece = await one<{ id: string }>(by, "SELECT id FROM evidence WHERE retracted_at IS NULL");
  return piece && retractEvidence(manager, { id: piece.id, reason: "Wrong" }, LATER);
};

const rules: Move = async ({ manager }, by) => {
  const disputed = await one<{
    pledge: string;
    supersedes: string | null;
    against: string;
    line: string | null;
  }>(
    by,
    `SELECT p.reference AS pledge, (
        SELECT r.id FROM ruling r WHERE r.pledge_id = p.id AND NOT EXISTS (SELECT FROM ruling n WHERE n.supersedes = r.id) LIMIT 1) AS supersedes,
        (SELECT e.id FROM evidence e WHERE e.pledge_id = p.id AND NOT e.supports AND e.retracted_at IS NULL LIMIT 1) AS against,
        (SELECT c.id FROM contribution c WHERE c.pledge_id = p.id LIMIT 1) AS line
       FROM pledge p JOIN unresolved_item i ON i.pledge_id = p.id AND i.code = 'DISPUTED'`,
  );
  if (!disputed) return null;
  const { against, line, ...named } = disputed;
  const said = { field: FIELD, holds: null, finding: "6,000", reason: "Said so" };
  const denied = {
    holds: against,
    ...(line === null || by.odds(0.3) ? {} : { says: { lines: { [line]: { kind: "NOT_STATED" } } } }),
  };
  return makeRuling(manager, rulingInput.parse({ ...named, ...said, ...(by.odds(0.6) ? denied : {}) }));
};

const applies: Move = async ({ manager }, by) => {
  const waiting = await one<{ reference: string; ifMatch: number; ruling: string }>(
    by,
    `SELECT p.reference, p.version AS "ifMatch", i.causes->0->'data'->>'ruling' AS ruling
       FROM pledge p JOIN unresolved_item i ON i.pledge_id = p.id AND i.code = 'RULING_NOT_APPLIED'`,
  );
  return waiting && applyRuling(manager, waiting, LATER);
};

const voids: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  return (
    pledge &&
    voidPledge(manager, { reference: pledge.reference, ifMatch: pledge.version, reason: "Twice" }, LATER)
  );
};

const confirms: Move = async ({ manager }, by) => {
  const pledge = await aPledge(by);
  const on = by.of(["2026-01-07", "2026-02-01"]);
  return pledge && confirmPledge(manager, { reference: pledge.reference, on }, LATER);
};

const restaffs: Move = async ({ admin }, by) => {
  const code = by.of(["SE", "US"]);
  const known = await one<{ version: number }>(by, `SELECT version FROM participant WHERE code = '${code}'`);
  const role = by.of(["MEMBER", "PARTNER"] as const);
  const joinedOn = by.of(["2025-12-01", null]);
  const names = { en: by.of(["Sweden", "Norrland", "United States"]), fr: null, uk: null };
  const leftOn = by.of([null, "2026-01-05", "2026-01-20", "2026-03-01"]);
  const leaving = by.odds(0.5) ? { leftOn, reason: by.of(["An election", "A treaty"]) } : {};
  const changes = { role, joinedOn, ...leaving, ...(by.odds(0.5) ? { names } : {}) };
  return changeParticipant(admin, { code, ifMatch: known?.version ?? 1, changes });
};

const hires: Move = async ({ admin, officerNorth: { id } }, by) => {
  const known = await one<{ version: number }>(by, `SELECT version FROM person WHERE id = '${id}'`);
  const changes = by.of([{ name: by.of(["Ada", "Olga"]) }, { disabled: by.odds(0.5) }]);
  return changePerson(admin, { id, ifMatch: known?.version ?? 1, changes });
};

const seals: Move = async ({ officer }, by) => {
  const number = 1_000 + by.upTo(9_000);
  const quantity = { kind: "SEALED", unit: "PERSON", min: number, max: number };
  const line = { kind: "TROOPS", domain: "LAND", location: by.of(["IN_UKRAINE", "UNSTATED"]), quantity };
  return logPledge(officer, aSentPledge({ contributions: [line] }), LATER);
};

const NEEDS = ["NEED-1", "NEED-2"];

const needs: Move = async ({ manager }, by) => {
  const reference = by.of(NEEDS);
  const known = await one<{ version: number; closed: boolean }>(
    by,
    `SELECT version, closed_at IS NOT NULL AS closed FROM requirement WHERE reference = '${reference}'`,
  );
  const number = 1_000 * (1 + by.upTo(9));
  const quantity = { kind: "EXACT", min: number, max: number, unit: "PERSON" };
  if (!known) {
    const place = { priority: 3, domain: "LAND", location: "IN_UKRAINE", criticality: by.of([1, 2]) };
    const input = { reference, title: "Troops", capability: "TROOPS", ...place, quantity };
    return recordRequirement(manager, requirementInput.parse(input));
  }
  const closed = known.closed ? null : by.odds(0.2) ? { reason: "Met" } : undefined;
  const changes = requirementChanges.parse({
    quantity,
    reason: "As agreed",
    ...(closed === undefined ? {} : { closed }),
  });
  return changeRequirement(manager, { reference, ifMatch: known.version, changes });
};

const offers: Move = async ({ manager }, by) => {
  const made = await one<{ id: string }>(by, "SELECT id FROM offer WHERE withdrawn_at IS NULL");
  if (made && by.odds(0.3)) return withdrawOffer(manager, { id: made.id, reason: "Not any more" });
  const line = await one<{ pledge: string; contribution: string }>(
    by,
    `SELECT p.reference AS pledge, c.id AS contribution FROM contribution c JOIN pledge p ON p.id = c.pledge_id
      WHERE c.removed_in IS NULL AND p.voided_at IS NULL`,
  );
  if (!line) return null;
  const input = offerInput.parse({ ...line, amount: by.of([null, "500"]), fit: by.of([null, "PARTIAL"]) });
  return makeOffer(manager, { reference: by.of(NEEDS), ...input });
};

const delivers: Move = async ({ manager }, by) => {
  const line = await one<{ pledge: string; contribution: string; piece: string }>(
    by,
    `SELECT p.reference AS pledge, c.id AS contribution, e.id AS piece
       FROM contribution c JOIN pledge p ON p.id = c.pledge_id JOIN evidence e ON e.pledge_id = p.id
      WHERE c.removed_in IS NULL AND p.voided_at IS NULL AND e.supports AND e.retracted_at IS NULL`,
  );
  if (!line) return null;
  const quantity = { kind: "EXACT", min: 100, max: 100, unit: "PERSON" };
  const what = { contribution: line.contribution, evidence: [line.piece], quantity };
  const report = deliveryInput.safeParse({ ...what, deliveredOn: "2026-01-09", definition: "HANDED_OVER" });
  return report.success ? reportDelivery(manager, { reference: line.pledge, ...report.data }) : null;
};

const names: Move = ({ manager }, by) =>
  nameBaseline(manager, {
    name: by.id(),
    asOf: by.of(["2026-01-06T12:00:00.000Z", "2026-02-06T12:00:00.000Z"]),
  });

const resets: Move = async ({ admin }, by) => {
  const known = await one<{ version: number }>(by, "SELECT version FROM register");
  const timeZone = by.of(["Europe/Kyiv", "Pacific/Kiritimati"]);
  const settings = { timeZone, staleDays: by.of([20, 30, 90]) };
  return changeSettings(admin, { ifMatch: known?.version ?? 1, changes: settings });
};

const MOVES: readonly (readonly [number, Move])[] = [
  [16, logs],
  [14, steps],
  [14, decides],
  [12, changes],
  [14, waits],
  [6, learns],
  [8, approves],
  [8, proves],
  [4, retracts],
  [4, rules],
  [3, applies],
  [2, voids],
  [3, confirms],
  [2, restaffs],
  [2, names],
  [1, resets],
  [2, hires],
  [3, seals],
  [4, needs],
  [7, offers],
  [3, delivers],
  [6, links],
  [8, equates],
  [8, answers],
];

/** Makes a move; returns whether something was changed. */
export async function move(register: StaffedRegister, by: Chance): Promise<boolean> {
  let at = by.upTo(MOVES.reduce((sum, [weight]) => sum + weight, 0) - 1);
  const found = MOVES.find(([weight]) => (at -= weight) < 0);
  const done = found ? await found[1](register, by) : null;
  return done?.ok ?? false;
}
