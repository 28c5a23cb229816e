// Conditions as the demonstration has them: half of the pledges wait for something, mostly for triggers, then for
// approvals, then for pledges of others; most of it stated, some reported, some our reading.
import { LEAF_BASES, leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { atLeast, isOpen } from "@/lib/domain/pledge/stages";
import { plusDays, type Instant } from "@/lib/domain/base/day";
import type { Chance } from "./chance";

/** Percentages. */
const WAITING = 48;
const OF_TRIGGERS = 56;
const OF_APPROVALS = 28;
const STATED = 76;
const REPORTED = 12;
const UNRECORDED = 2;

export const TRIGGERS = [
  "CEASEFIRE_IN_FORCE",
  "PEACE_AGREEMENT_SIGNED",
  "RENEWED_ATTACK",
  "US_MONITORING_ACTIVE",
  "INTERNATIONAL_MANDATE",
  "UKRAINE_REQUEST",
  "FORCE_RULES_AGREED",
  "TERMS_ACCEPTED",
  "HOSTILITIES_CEASED",
  "MONITORS_IN_PLACE",
] as const;

export interface Nameable {
  /** Approvals by participant. */
  approvals: ReadonlyMap<string, readonly Approval[]>;
  /** Pledges recorded before it. */
  before: readonly Pledge[];
}

/** Gives the pledge a condition, or leaves it without one. */
export function waitingFor(by: Chance, pledge: Pledge, known: Nameable, at: Instant): Pledge {
  if (by.upTo(99) >= WAITING) return pledge;
  const evidence = by.odds(0.2) ? onCondition(pledge.evidence) : pledge.evidence;
  const named = { ...pledge, evidence };
  const parts = Array.from({ length: by.odds(0.37) ? 1 : 2 + by.upTo(2) }, () => leafOf(by, named, known));
  return {
    ...named,
    condition: joined(by, parts),
    conditionSetOn: plusDays(at.slice(0, 10), -by.upTo(360)),
  };
}

/** Makes the first supporting piece of evidence one on the condition. */
function onCondition(evidence: readonly Evidence[]): Evidence[] {
  const place = evidence.findIndex(({ supports }) => supports);
  return evidence.map((piece, index) => (index === place ? { ...piece, field: "condition" } : piece));
}

function joined(by: Chance, parts: Condition[]): Condition {
  const [first = { trigger: TRIGGERS[0] }, ...others] = parts;
  if (others.length === 0) return by.odds(0.05) ? { not: first } : first;
  const share = by.upTo(99);
  if (share < 6) return { any: parts };
  if (share < 12) return { kOf: parts.length - 1, of: parts };
  return share < 20 ? { all: [first, { any: others }] } : { all: parts };
}

function leafOf(by: Chance, pledge: Pledge, known: Nameable): Leaf {
  return { ...nameOf(by, pledge, known), ...groundsOf(by, pledge) };
}

function nameOf(by: Chance, { participant }: Pledge, { approvals, before }: Nameable): Leaf {
  const kind = by.upTo(99);
  const own = approvals.get(participant) ?? [];
  if (kind < OF_TRIGGERS) return { trigger: by.odds(0.4) ? TRIGGERS[0] : by.of(TRIGGERS) };
  if (kind < OF_TRIGGERS + OF_APPROVALS && own.length > 0) return { approval: by.of(own).id };
  if (before.length === 0) return { trigger: by.of(TRIGGERS) };
  // Half of them wait for the same few.
  const { reference } = by.odds(0.5) ? by.of(before.slice(0, HUBS)) : by.of(before);
  return { pledge: reference, atLeast: by.of(["COMMITTED", "COMMITTED", "ALLOCATED"]) };
}

export const HUBS = 12;

function groundsOf(by: Chance, { evidence }: Pledge): Pick<Leaf, "basis" | "evidence"> {
  const share = by.upTo(99);
  if (share < UNRECORDED) return {};
  const basis =
    share < UNRECORDED + STATED ? "STATED" : share < UNRECORDED + STATED + REPORTED ? "REPORTED" : "INFERRED";
  const [piece] = evidence;
  return piece && by.odds(0.3) ? { basis, evidence: [piece.id] } : { basis };
}

/** A circle is closed by giving the pledge at its end a condition that names the one at its beginning. */
export interface Closing {
  reference: string;
  condition: Condition;
}

/** Circles of two or three, some of them deadlocks. None runs through a pledge that many wait for. */
export function closingCircles(by: Chance, pledges: readonly Pledge[], most: number): Closing[] {
  const known = new Map(pledges.map((pledge) => [pledge.reference, pledge]));
  const hubs = new Set(pledges.slice(0, HUBS).map(({ reference }) => reference));
  const closed = new Map<string, Closing>();
  for (const pledge of [...pledges].reverse()) {
    if (closed.size >= most) break;
    const end = endOf(pledge, known);
    if (end === null || end === pledge || hubs.has(end.reference) || closed.has(end.reference)) continue;
    if (!isWaiting(end) || !isWaiting(pledge)) continue;
    const leaf = { pledge: pledge.reference, atLeast: "ALLOCATED" as const, basis: by.of(LEAF_BASES) };
    closed.set(end.reference, {
      reference: end.reference,
      condition: end.condition === null ? leaf : { all: [leaf, end.condition] },
    });
  }
  return [...closed.values()];
}

const isWaiting = ({ stage, voided }: Pledge): boolean =>
  voided === null && isOpen(stage) && !atLeast(stage, "COMMITTED");

/** Follows the pledges that each must wait for, to the last, which waits for no other. */
function endOf(pledge: Pledge, known: ReadonlyMap<string, Pledge>): Pledge | null {
  for (let at: Pledge | undefined = pledge; at;) {
    const named = leavesOf(at.condition).find((leaf) => "pledge" in leaf);
    if (!named || !("pledge" in named)) return at;
    if (at.condition && !("pledge" in at.condition) && !("all" in at.condition)) return null;
    at = known.get(named.pledge);
  }
  return null;
}
