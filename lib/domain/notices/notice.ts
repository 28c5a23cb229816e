// A notice to a person: an entry of the log, why it concerns them, and whether they have read it.
import type { Actor, Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { AccountProposal } from "../proposals/account";
import type { FieldChange } from "../proposals/history";
import type { Paged } from "../base/listing";
import type { Action } from "../base/audit";
import type { LoggedRecord } from "../log/logged";
import type { Participant } from "../people/participant";

/** Made owner; own proposal or desk decided on; something to decide; own finding answered; own account; something watched. */
export const NOTICE_KINDS = ["OWNER", "DECISION", "TO_DECIDE", "FINDING", "ACCOUNT", "WATCHED"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds that a role can receive. After a change of role, notices of the old role are hidden. */
export const kindsOf = ({ role }: Pick<Actor, "role">): readonly NoticeKind[] => KINDS[role];

const KINDS: Record<Role, readonly NoticeKind[]> = {
  OFFICER: ["TO_DECIDE", "OWNER", "DECISION", "ACCOUNT", "WATCHED"],
  MANAGER: ["TO_DECIDE", "OWNER", "DECISION", "FINDING", "ACCOUNT", "WATCHED"],
  AUDITOR: ["FINDING", "ACCOUNT", "WATCHED"],
  ADMIN: ["ACCOUNT"],
};

/** Kinds that can't be turned off: what others do with a person's own account. */
export const UNMUTED: readonly NoticeKind[] = ["ACCOUNT"];

export const choosableKinds = (actor: Pick<Actor, "role">): NoticeKind[] =>
  kindsOf(actor).filter((kind) => !UNMUTED.includes(kind));

export interface Notice {
  /** The entry's number in the log. */
  seq: number;
  kind: NoticeKind;
  /** The watched topic, `participant:FR`; null: it concerns the person anyway. */
  watch: string | null;
  /** The watched participant, with its current names. */
  participant: Pick<Participant, "code" | "names"> | null;
  /** Above one: entries of the same step, of which this is the last. */
  entries: number;
  isRead: boolean;
  at: Instant;
  /** Name and role at that time. */
  actor: { name: string; role: Role };
  action: Action;
  record: LoggedRecord;
  /** The pledge is marked for the coalition alone. */
  isForCoalition: boolean;
  reason: string | null;
  /** What a proposal about an account asks for; null: the record is no such proposal. */
  asks: Pick<AccountProposal, "subjectId" | "wish"> | null;
  /** The text of a comment, a finding or an answer. */
  comment: string | null;
  changes: FieldChange[];
}

export const NOTICE_SHOWS = ["all", "unread", "read"] as const;
export type NoticeShow = (typeof NOTICE_SHOWS)[number];

/** Newest first. */
export interface NoticeFilter extends Paged {
  show: NoticeShow;
  /** Empty: every kind. */
  kind: NoticeKind[];
}

/** A person's choices: which notices, and when. */
export interface NoticeChoices {
  /** The chosen kinds, among those of the role. */
  kinds: NoticeKind[];
  digest: boolean;
  /** Hour of the day, in the zone. */
  hour: number;
  /** Null: the register's. */
  timeZone: string | null;
}

/** Read notices are deleted once their entry is this old; the entry itself stays for ever. */
export const NOTICE_DAYS = 365;

/** Marked as read in one request: at most one page. */
export const MOST_MARKED = 200;
