// Generates a register of any size, identical for the same seed: shaped like the demonstration, with made-up words.
import { unstatedIn } from "@/lib/domain/base/field";
import {
  APPROVAL_FIELDS,
  APPROVAL_KINDS,
  APPROVAL_STATUSES,
  type Approval,
} from "@/lib/domain/pledge/approval";
import {
  CONTRIBUTION_FIELDS,
  CONTRIBUTION_KINDS,
  DOMAINS,
  LOCATIONS,
  type Contribution,
} from "@/lib/domain/pledge/contribution";
import { plusDays, type Day, type Instant } from "@/lib/domain/base/day";
import {
  CREDIBILITIES,
  EVIDENCE_KINDS,
  PLEDGE_PIECE_FIELDS,
  RELIABILITIES,
  type Evidence,
} from "@/lib/domain/pledge/evidence";
import type { Participant } from "@/lib/domain/people/participant";
import type { ParticipantLink } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { FURTHER_APPROVALS, UNSTATED_VALUES } from "@/lib/domain/pledge/pledge-fields";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { NOT_STATED, NUMBERED_KINDS, UNITS, type Quantity } from "@/lib/domain/pledge/quantity";
import { OWNERSHIPS, type Source } from "@/lib/domain/pledge/source";
import { chance, type Chance } from "./chance";
import { CODES, ROLES, STAGES, WORDS } from "./lists";

export interface Generated {
  participants: Participant[];
  sources: Source[];
  pledges: Pledge[];
  approvals: Approval[];
}

/** `at` is the moment at which everything is recorded; its dates are in the year before. */
export function generatePledges(size: { seed: number; pledges: number }, at: Instant): Generated {
  const by = chance(size.seed);
  const participants = CODES.map((code) => participantOf(code, at));
  const sources = Array.from({ length: Math.max(5, Math.ceil(size.pledges / 20)) }, (_, n) =>
    sourceOf(by, n, at),
  );
  const pledges = Array.from({ length: size.pledges }, (_, n) => pledgeOf(by, placeOf(n), sources, at));
  const approvals = pledges.filter(() => by.odds(0.25)).map((pledge) => approvalOf(by, pledge, at));
  return { participants, sources, pledges, approvals };
}

function participantOf(code: string, at: Instant): Participant {
  const role = code === "FR" || code === "GB" ? "CO_LEAD" : (ROLES[code] ?? "MEMBER");
  const kind = code === "EU" || code === "NATO" ? "ORGANISATION" : "STATE";
  return {
    code,
    kind,
    role,
    names: { en: code },
    joinedOn: null,
    leftOn: null,
    leftReason: null,
    searches: [],
    formerNames: [],
    version: 1,
    recordedAt: at,
  };
}

interface Place {
  participant: string;
  priority: Priority;
  number: number;
}

/** Pledges are spread over the cells, but a few cells stay empty, as in reality. */
function placeOf(index: number): Place {
  const cells = CODES.flatMap((participant) => PRIORITIES.map((priority) => ({ participant, priority })));
  const kept = cells.filter((_, n) => n % 9 !== 7);
  const cell = kept[(index * 7) % kept.length] ?? { participant: "FR", priority: 1 as const };
  return { ...cell, number: Math.floor(index / kept.length) + 1 };
}

function sourceOf(by: Chance, number: number, at: Instant): Source {
  return {
    id: by.id(),
    publisher: `Publisher ${String(number % 40)}`,
    url: `https://example.org/${String(number)}`,
    title: by.odds(0.8) ? wordsOf(by, 6) : null,
    publishedOn: by.odds(0.9) ? dayBefore(by, at) : null,
    language: by.of(["en", "fr", "de", "uk"]),
    ownership: by.of(OWNERSHIPS),
    version: 1,
    createdAt: at,
  };
}

/** Participants in pairs: only those of a pair promise jointly, so that a register can be filled in lanes. */
export const pairOf = (participant: string): number => Math.floor(CODES.indexOf(participant) / 2);

export const otherOf = (participant: string): string | null =>
  CODES.find((code) => code !== participant && pairOf(code) === pairOf(participant)) ?? null;

/** The other one of the pair, whose desk has mostly confirmed it. */
function othersOf(by: Chance, participant: string): ParticipantLink[] {
  const other = otherOf(participant);
  const state = by.odds(0.8) ? "CONFIRMED" : "CLAIMED";
  return other === null ? [] : [{ participant: other, state, by: by.id(), reason: null }];
}

/** Numbers are consecutive in each cell, so the first pledge of every cell comes before any second. */
export const inTurn = (pledges: readonly Pledge[]): Pledge[] =>
  [...pledges].sort((a, b) => numberOf(a.reference) - numberOf(b.reference));

export const numberOf = (reference: string): number =>
  Number(reference.slice(reference.lastIndexOf("-") + 1));

function pledgeOf(
  by: Chance,
  { participant, priority, number }: Place,
  sources: readonly Source[],
  at: Instant,
): Pledge {
  const stage = by.of(STAGES);
  const statedOn = by.odds(0.9) ? dayBefore(by, at) : null;
  const windowStart = by.odds(0.4) ? plusDays(statedOn ?? at.slice(0, 10), by.upTo(200)) : null;
  const nextAction = by.odds(0.7) ? wordsOf(by, 5) : null;
  return {
    id: by.id(),
    reference: `${participant}-${String(priority)}-${String(number).padStart(3, "0")}`,
    participant,
    priority,
    version: 1,
    ...UNSTATED_VALUES,
    title: wordsOf(by, 5),
    summary: by.odds(0.8) ? wordsOf(by, 30) : null,
    stage,
    stageReason: ["DECLINED", "SUSPENDED", "WITHDRAWN", "LAPSED"].includes(stage) ? wordsOf(by, 6) : null,
    stageSetOn: dayBefore(by, at),
    suspendedFrom: stage === "SUSPENDED" ? "COMMITTED" : null,
    pledgedByStepOn: null,
    statedOn,
    windowStart,
    windowEnd: windowStart !== null && by.odds(0.5) ? plusDays(windowStart, by.upTo(300)) : null,
    dueOn: by.odds(0.3) ? plusDays(dayBefore(by, at), 200) : null,
    authorisedBy: by.odds(0.6) ? "Prime Minister" : null,
    furtherApproval: by.of(FURTHER_APPROVALS),
    owner: by.odds(0.85) ? `desk-${String(by.upTo(12))}@register.example` : null,
    nextAction,
    nextActionDueOn: nextAction !== null && by.odds(0.8) ? plusDays(dayBefore(by, at), 330) : null,
    handling: by.odds(0.8) ? "PUBLIC" : "COALITION",
    jointWith: by.odds(0.05) ? othersOf(by, participant) : [],
    onBehalfOf: [],
    contributions: Array.from({ length: by.upTo(3) }, () => contributionOf(by, at)),
    lastConfirmedOn: by.odds(0.9) ? (statedOn ?? dayBefore(by, at)) : null,
    condition: null,
    conditionSetOn: null,
    evidence: Array.from({ length: 1 + by.upTo(2) }, () => pieceOf(by, by.of(sources), at)),
    voided: by.odds(0.01) ? { at, reason: "logged twice" } : null,
    supersededBy: null,
    createdAt: at,
    updatedAt: at,
  };
}

function contributionOf(by: Chance, at: Instant): Contribution {
  return {
    id: by.id(),
    ...unstatedIn(CONTRIBUTION_FIELDS),
    kind: by.of(CONTRIBUTION_KINDS),
    domain: by.of(DOMAINS),
    location: by.of(LOCATIONS),
    quantity: quantityOf(by),
    money: by.odds(0.2) ? moneyOf(by) : null,
    noticeToMoveDays: by.odds(0.1) ? by.upTo(60) : null,
    availableFrom: by.odds(0.2) ? dayBefore(by, at) : null,
    caveats: by.odds(0.3) ? [{ category: "GEOGRAPHIC", text: wordsOf(by, 6) }] : [],
  };
}

function moneyOf(by: Chance): Money {
  const [min, max] = [`${String(1 + by.upTo(900))}000000.00`, "1000000000.00"];
  const money = { min, max, currency: by.of(["EUR", "GBP", "SEK"]), asStated: null };
  const kind = by.odds(0.5) ? "EXACT" : by.of(NUMBERED_KINDS);
  return moneyFrom({ ...money, kind, ...(kind === "AT_LEAST" ? { max: null } : {}) });
}

function quantityOf(by: Chance): Quantity {
  const min = 1 + by.upTo(5_000);
  const unit = by.of(UNITS);
  return by.of<Quantity>([
    NOT_STATED,
    { kind: "EXACT", min, max: min, unit, asStated: null },
    { kind: "RANGE", min, max: min * 2, unit, asStated: null },
    { kind: "AT_LEAST", min, max: null, unit, asStated: "at least" },
    { kind: "UP_TO", min: 0, max: min, unit, asStated: "up to" },
    { kind: "APPROXIMATE", min, max: min, unit, asStated: "about" },
    { kind: "QUALITATIVE", min: null, max: null, unit, asStated: "several hundred" },
    { kind: "NOT_APPLICABLE", min: null, max: null, unit: null, asStated: null },
  ]);
}

function pieceOf(
  by: Chance,
  { version: _version, createdAt: _createdAt, ...source }: Source,
  at: Instant,
): Evidence {
  const supports = by.odds(0.95);
  return {
    id: by.id(),
    source,
    ...unstatedIn(PLEDGE_PIECE_FIELDS),
    kind: by.of(EVIDENCE_KINDS),
    reliability: by.of(RELIABILITIES),
    credibility: by.of(CREDIBILITIES),
    quote: by.odds(0.3) ? wordsOf(by, 20) : null,
    supports,
    field: supports ? null : "contributions.quantity",
    claims: supports ? null : "fewer",
    validUntil: by.odds(0.05) ? plusDays(at.slice(0, 10), by.upTo(60)) : null,
    recordedAt: at,
    retracted: by.odds(0.02) ? { at, reason: "cited wrongly" } : null,
  };
}

function approvalOf(by: Chance, pledge: Pledge, at: Instant): Approval {
  const status = by.of(APPROVAL_STATUSES);
  const number = numberOf(pledge.reference);
  return {
    id: by.id(),
    participant: pledge.participant,
    ...unstatedIn(APPROVAL_FIELDS),
    kind: by.of(APPROVAL_KINDS),
    body: "Parliament",
    subject: wordsOf(by, 4),
    status,
    statusSince: by.odds(0.8) ? dayBefore(by, at) : null,
    scheduledFor: status === "SCHEDULED" ? plusDays(at.slice(0, 10), number % 200) : null,
    // Every other mandate has an end, within three years.
    validUntil:
      status === "APPROVED" && number % 2 === 0 ? plusDays(at.slice(0, 10), (number * 7) % 1_100) : null,
    serves: [pledge.reference],
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}

const dayBefore = (by: Chance, at: Instant): Day => plusDays(at.slice(0, 10), -by.upTo(360));

const wordsOf = (by: Chance, count: number): string =>
  Array.from({ length: count }, () => by.of(WORDS)).join(" ");
