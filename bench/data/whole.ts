// A generated register with everything that depends on other records: conditions, joint promises, lines that
// are the same, limits of mandates, rulings, requirements, offers, questions, and participants that left.
import { closingCircles, HUBS, TRIGGERS, waitingFor, type Closing } from "./conditions";
import { plusDays, type Instant } from "@/lib/domain/base/day";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { leavesOf } from "@/lib/domain/pledge/condition";
import { questionReference, type Question } from "@/lib/domain/oversight/question";
import type { Participant } from "@/lib/domain/people/participant";
import type { Person } from "@/lib/domain/people/person";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Source } from "@/lib/domain/pledge/source";
import { isOpen } from "@/lib/domain/pledge/stages";
import { ALWAYS_DORMANT, type Trigger } from "@/lib/domain/pledge/trigger";
import { recordedValue } from "@/lib/domain/proposals/ruled-value";
import { contradicts, type Ruling } from "@/lib/domain/proposals/ruling";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { chance, type Chance } from "./chance";
import { generatePledges, inTurn, type Generated } from "./generate";
import { groupedBy } from "./grouped-by";
import { mandate, onBehalf, sameUnits, setAside } from "./linked";
import { offersFor, requirementsFor } from "./needs";

export interface Whole extends Generated {
  people: Person[];
  triggers: Trigger[];
  requirements: Requirement[];
  offers: Offer[];
  rulings: Ruling[];
  questions: Question[];
  /** Pledges that change once all are on record. */
  later: { reference: string; change: Partial<Pledge> }[];
}

export const NOTHING_MORE: Omit<Whole, keyof Generated> = {
  people: [],
  triggers: [],
  requirements: [],
  offers: [],
  rulings: [],
  questions: [],
  later: [],
};

const CIRCLES = 0.003;
const REPLACED = 0.01;
const RULED = 0.5;
const ASKED = 0.005;

export function generateWhole(size: { seed: number; pledges: number }, at: Instant): Whole {
  const by = chance(size.seed + 1);
  const plain = generatePledges(size, at);
  const drawn = inTurn(plain.pledges).map((pledge) => onBehalf(by, setAside(by, pledge, at)));
  const unified = sameUnits(by, drawn);
  const approvals = approvalsOf(by, plain.approvals, unified, at);
  const pledges = withConditions(by, unified, approvals, at);
  const requirements = requirementsFor(by, pledges.length, at);
  const ruler = rulerAt(by, at);
  const closings = closingCircles(by, pledges, Math.max(2, Math.floor(pledges.length * CIRCLES)));
  return {
    ...plain,
    ...{ pledges, approvals, requirements, people: [ruler] },
    participants: plain.participants.map((one, n) => comeAndGone(one, n, pledges, at)),
    triggers: TRIGGERS.map((code) => triggerOf(by, code, plain.sources, at)),
    offers: offersFor(by, requirements, pledges, at),
    rulings: pledges.flatMap((pledge) => rulingOn(by, pledge, ruler.id, at)),
    questions: questionsOn(by, pledges, ruler.id, at),
    later: [
      ...closings.map(({ reference, condition }) => ({
        reference,
        change: { condition, conditionSetOn: at.slice(0, 10) },
      })),
      ...replacedIn(by, pledges, closings, at),
    ],
  };
}

/** Pledges are recorded in this many waves, and name only those of earlier waves. */
const WAVES = 3;
export const wavesOf = (pledges: readonly Pledge[]): Pledge[][] => {
  const size = Math.ceil(pledges.length / WAVES);
  return Array.from({ length: WAVES }, (_, n) => pledges.slice(n * size, (n + 1) * size));
};

function withConditions(
  by: Chance,
  pledges: readonly Pledge[],
  all: readonly Approval[],
  at: Instant,
): Pledge[] {
  const approvals = groupedBy(all, ({ participant }) => participant);
  const before: Pledge[] = [];
  for (const wave of wavesOf(pledges)) {
    const known = { approvals, before: [...before] };
    before.push(...wave.map((pledge) => waitingFor(by, pledge, known, at)));
  }
  return before;
}

function approvalsOf(
  by: Chance,
  all: readonly Approval[],
  pledges: readonly Pledge[],
  at: Instant,
): Approval[] {
  const known = new Map(pledges.map((pledge) => [pledge.reference, pledge]));
  const own = groupedBy(pledges, ({ participant }) => participant);
  return all.map((approval) => {
    const served = approval.serves.flatMap((reference) => known.get(reference) ?? []);
    const others = by.odds(0.33) ? [by.of(own.get(approval.participant) ?? [])] : [];
    return mandate(by, approval, [...new Set([...served, ...others])], at);
  });
}

/** One has left, and one leaves soon; for some, a search found nothing on a priority without a pledge. */
function comeAndGone(one: Participant, place: number, pledges: readonly Pledge[], at: Instant): Participant {
  const day = (days: number) => plusDays(at.slice(0, 10), days);
  if (place === 2) return { ...one, leftOn: day(-40), leftReason: "It ended its part." };
  if (place === 3) return { ...one, leftOn: day(30), leftReason: "It will end its part." };
  const empty = PRIORITIES.filter((priority) => !isNamed(one.code, priority, pledges)).slice(0, place % 2);
  const search = (priority: Priority) => ({
    ...{ priority, until: day(-10), where: "Ministry and parliament, in its language", by: "Register" },
  });
  return { ...one, searches: empty.map(search) };
}

const isNamed = (code: string, priority: Priority, pledges: readonly Pledge[]): boolean =>
  pledges.some((one) => one.participant === code && one.priority === priority);

function triggerOf(by: Chance, code: string, sources: readonly Source[], at: Instant): Trigger {
  const piece = {
    ...{ id: by.id(), source: by.of(sources).id, kind: "OFFICIAL_STATEMENT" as const },
    ...{ reliability: "A" as const, credibility: 1 as const, quote: null, supports: true, recordedAt: at },
  };
  return {
    ...{
      code,
      title: code.toLowerCase(),
      description: null,
      since: plusDays(at.slice(0, 10), -by.upTo(200)),
    },
    waiting: ALWAYS_DORMANT.includes(code) ? "DORMANT" : "BLOCKING",
    state: by.odds(0.2) && !ALWAYS_DORMANT.includes(code) ? "UNKNOWN" : "NOT_MET",
    ...{ evidence: [piece], version: 1, createdAt: at, updatedAt: at },
  };
}

/** Half of the contradictions are ruled on; about half of the rulings aren't applied yet. */
function rulingOn(by: Chance, pledge: Pledge, rulerId: string, at: Instant): Ruling[] {
  const against = pledge.evidence.filter(contradicts).map(({ id }) => id);
  const [line] = pledge.contributions;
  if (against.length === 0 || !line || pledge.voided !== null || !by.odds(RULED)) return [];
  const field = "contributions.quantity" as const;
  const other = { kind: "EXACT", min: 7, max: 7, unit: "SHIP", asStated: null };
  const says = by.odds(0.5) ? recordedValue(pledge, [], field) : { lines: { [line.id]: other } };
  return [
    {
      ...{ id: by.id(), pledge: pledge.reference, field, says, holds: null, finding: "As recorded." },
      ...{ reason: "The ministry knows best.", weighed: against.sort(), supersedes: null, rulerId },
      ...{ version: 1, createdAt: at },
    },
  ];
}

function questionsOn(by: Chance, pledges: readonly Pledge[], authorId: string, at: Instant): Question[] {
  const asked = pledges.filter(({ stage, voided }) => voided === null && isOpen(stage) && by.odds(ASKED));
  return asked.map(({ reference, participant, priority }, n) => ({
    ...{ id: by.id(), reference: questionReference(n + 1), participant, priority, pledge: reference },
    ...{ code: null, askedOf: "Ministry of Defence", text: "From when?", language: null, authorId },
    ...{ dueOn: plusDays(at.slice(0, 10), by.upTo(90)), entries: [], version: 1 },
    ...{ createdAt: at, updatedAt: at },
  }));
}

/** Each is replaced by the next pledge of its cell. Other pledges' conditions name half of them. */
function replacedIn(by: Chance, pledges: readonly Pledge[], closings: readonly Closing[], at: Instant) {
  const kept = new Set([
    ...pledges.slice(0, HUBS).map(({ reference }) => reference),
    ...closings.map(({ reference }) => reference),
  ]);
  const named = new Set(
    pledges.flatMap(({ condition }) =>
      leavesOf(condition).flatMap((leaf) => ("pledge" in leaf ? leaf.pledge : [])),
    ),
  );
  const cells = groupedBy(pledges, ({ participant, priority }) => `${participant}-${String(priority)}`);
  const most = Math.max(4, Math.floor(pledges.length * REPLACED));
  const may = [...cells.values()].flatMap((cell) =>
    cell.slice(0, -1).flatMap((pledge, n) => {
      const next = cell[n + 1];
      if (!next || kept.has(pledge.reference) || pledge.voided !== null || !isOpen(pledge.stage)) return [];
      return next.voided === null && isOpen(next.stage) ? [{ pledge, next }] : [];
    }),
  );
  const wanted = [
    ...may.filter(({ pledge }) => named.has(pledge.reference)).slice(0, most / 2),
    ...may.filter(({ pledge }) => !named.has(pledge.reference)).slice(0, most / 2),
  ];
  return wanted.map(({ pledge, next }) => ({
    reference: pledge.reference,
    change: {
      ...{ stage: "SUPERSEDED" as const, stageReason: null, supersededBy: next.reference },
      stageSetOn: plusDays(at.slice(0, 10), -by.upTo(60)),
    },
  }));
}

function rulerAt(by: Chance, at: Instant): Person {
  return {
    ...{ id: by.id(), email: "ruler@register.example", name: "Ruler", role: "MANAGER", desk: [] },
    ...{ sealed: false, disabledAt: null, secondFactorAt: null, language: null, aloneAt: null },
    ...{ factorRemovedAt: null, version: 1, createdAt: at, updatedAt: at },
  };
}
