// Who is notified of a change: those who watch its subject, and those it concerns anyway. Few events notify
// anyone, or nobody would read them.
import type { Action } from "../base/audit";
import type { Role } from "../people/actor";
import type { AccountProposal } from "../proposals/account";
import type { Approval } from "../pledge/approval";
import type { Finding } from "../oversight/finding";
import type { Handover } from "../people/handover";
import type { NoticeKind } from "./notice";
import type { Comment } from "../proposals/comment";
import type { Person } from "../people/person";
import { confirmedIn } from "../pledge/link";
import { notificationsOfLinks, settledClaims } from "./link-notifications";
import type { Pledge } from "../pledge/pledge";
import type { Proposal } from "../proposals/proposal";

/** Exactly one of five names the recipients: watchers of a topic, a person by id or address, a whole role, or the officers of a desk. */
export interface Notification {
  kind: NoticeKind;
  /** Id of a proposal, a suggestion, a handover or a pledge's claim that no longer waits: its recipients needn't read the earlier notice. */
  settles?: string;
  /** Of a pledge: the participant whose claim no longer waits, and those whose claims still do. */
  settledFor?: string;
  stillFor?: string[];
  topic?: string;
  person?: string;
  email?: string;
  role?: Role;
  /** Of the role, all but this person. */
  other?: string;
  /** A participant; where no officer holds it, managers are meant. */
  desk?: string;
}

export function notificationsOfPledge(before: Pledge | null, after: Pledge): Notification[] {
  const isNewOwner = after.owner !== null && after.owner !== before?.owner;
  return [
    ...(isNewOwner ? [{ kind: "OWNER" as const, email: after.owner ?? "" }] : []),
    ...notificationsOfLinks(before, after),
    ...settledClaims(before, after),
    ...about(confirmedIn(after.jointWith), [after.reference]),
  ];
}

/** A suggestion concerns the desk that holds the pledge; its outcome, the author. */
export function notificationsOfComment({ id, pledge, authorId, suggestion }: Comment): Notification[] {
  const watched = aboutPledges([pledge]);
  if (!suggestion) return watched;
  if (suggestion.outcome === null)
    return [{ kind: "TO_DECIDE", desk: pledge.split("-")[0] ?? "" }, ...watched];
  return [{ kind: "TO_DECIDE", settles: id }, { kind: "DECISION", person: authorId }, ...watched];
}

/** Deliveries, rulings and offers: any change about one pledge. */
export const notificationsOnPledge = ({ pledge }: { pledge: string }): Notification[] =>
  aboutPledges([pledge]);

export const notificationsOfApproval = (before: Approval | null, after: Approval): Notification[] =>
  about([after.participant], [...(before?.serves ?? []), ...after.serves]);

/** A replaced proposal is covered by the notification of its successor. */
export function notificationsOfProposal(after: Proposal): Notification[] {
  const settled: Notification[] = after.status === "OPEN" ? [] : [{ kind: "TO_DECIDE", settles: after.id }];
  if (after.status === "REPLACED") return settled;
  const concerned: Partial<Record<Proposal["status"], Notification[]>> = {
    OPEN: [{ kind: "TO_DECIDE", role: "MANAGER" }],
    APPROVED: [{ kind: "DECISION", person: after.proposerId }],
    RETURNED: [{ kind: "DECISION", person: after.proposerId }],
  };
  return [...settled, ...(concerned[after.status] ?? []), ...about([after.participant], after.concerns)];
}

/** The managers: not the account's holder, who doesn't decide. Administrators see on their pages what waits. */
export function notificationsOfAccountProposal({ id, status, subjectId }: AccountProposal): Notification[] {
  if (status === "OPEN") return [{ kind: "TO_DECIDE", role: "MANAGER", other: subjectId }];
  return [{ kind: "TO_DECIDE", settles: id }];
}

/**
 * The holder is notified of what others change; administrators, of the use of a break-glass account. An administrator's
 * webhook sends nothing, and only the page Programs shows it.
 */
export function notificationsOfPerson(before: Person | null, after: Person, action: Action): Notification[] {
  if (action === "person.break-glass-used") return [{ kind: "ACCOUNT", role: "ADMIN" }];
  if (action === "person.webhook-paused" && after.role === "ADMIN") return [];
  const hasOtherRights = before !== null && (before.role !== after.role || before.sealed !== after.sealed);
  return hasOtherRights || TO_ITS_HOLDER.includes(action) ? [{ kind: "ACCOUNT", person: after.id }] : [];
}

const TO_ITS_HOLDER: readonly Action[] = [
  "person.enabled",
  "person.link-made",
  "person.second-factor-removed",
  "person.new-device",
  "person.identity-bound",
  "person.identity-removed",
  "person.token-revoked",
  "person.webhook-removed",
  "person.webhook-paused",
];

/** An answer notifies the finding's author; closing and reopening notify those who answered. */
export function notificationsOfFinding({ about: record, authorId, entries }: Finding): Notification[] {
  const last = entries.at(-1);
  const answerers = entries.filter(({ does }) => does === "answer").map(({ by }) => by);
  const concerned = last === undefined ? [] : last.does === "answer" ? [authorId] : [...new Set(answerers)];
  return [
    ...concerned.map((person) => ({ kind: "FINDING" as const, person })),
    ...(record.kind === "pledge" ? aboutPledges([record.key]) : []),
    ...(record.kind === "participant" || record.kind === "trigger"
      ? [watched(`${record.kind}:${record.key}`)]
      : []),
  ];
}

/** The taker answers an offer, managers decide on an accepted one; everyone concerned learns the outcome. */
export function notificationsOfHandover({ id, entries, fromId, toId }: Handover): Notification[] {
  const last = entries?.at(-1);
  if (!entries || !last) return [];
  if (last.does === "offer") return [{ kind: "TO_DECIDE", person: toId }];
  const settled = { kind: "TO_DECIDE", settles: id } as const;
  if (last.does === "accept") return [settled, { kind: "TO_DECIDE", role: "MANAGER" }];
  const concerned = new Set([fromId, toId, ...entries.map(({ by }) => by)]);
  return [settled, ...[...concerned].map((person) => ({ kind: "DECISION" as const, person }))];
}

export const notificationsOfTrigger = ({ code }: { code: string }): Notification[] => [
  watched(`trigger:${code}`),
];
export const notificationsOfParticipant = ({ code }: { code: string }): Notification[] => [
  watched(`participant:${code}`),
];

const aboutPledges = (references: readonly string[]): Notification[] => about([], references);

/** Nearest first: a person who watches a pledge and its participant is notified because of the pledge. */
function about(participants: readonly string[], references: readonly string[]): Notification[] {
  const parts = references.map((reference) => reference.split("-"));
  const topics = [
    ...references.map((reference) => `pledge:${reference}`),
    ...[...participants, ...parts.map(([code]) => code)].map((code) => `participant:${code}`),
    ...parts.map(([, priority]) => `priority:${priority}`),
  ];
  return [...new Set(topics)].map(watched);
}

const watched = (topic: string): Notification => ({ kind: "WATCHED", topic });
