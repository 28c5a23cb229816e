// That something happened which concerns somebody: an entry of the log, why they are told of it, and whether they have read
// it.
import type { Actor, Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { FieldChange } from "../proposals/history";
import type { Paged } from "../base/listing";
import type { Action } from "../base/audit";
import type { LoggedRecord } from "../log/logged";
import type { Participant } from "../people/participant";

/** Made owner; the own proposal decided; a proposal to decide; an own finding answered; something watched. */
export const NOTICE_KINDS = ["OWNER", "DECISION", "TO_DECIDE", "FINDING", "WATCHED"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a role can be told of. Who has another role now isn't told of what went with the old one. */
export const kindsOf = ({ role }: Pick<Actor, "role">): readonly NoticeKind[] => KINDS[role];

const KINDS: Record<Role, readonly NoticeKind[]> = {
  OFFICER: ["OWNER", "DECISION", "WATCHED"],
  MANAGER: ["TO_DECIDE", "OWNER", "DECISION", "FINDING", "WATCHED"],
  AUDITOR: ["FINDING", "WATCHED"],
  ADMIN: [],
};

export interface Notice {
  /** Of the entry in the log. */
  seq: number;
  kind: NoticeKind;
  /** What of it they watch, `participant:FR`; null where it concerns them anyway. */
  watch: string | null;
  /** The participant that is watched, as it is called today. */
  participant: Pick<Participant, "code" | "names"> | null;
  /** More than one: so many of one step, of which this entry is the last. */
  entries: number;
  isRead: boolean;
  at: Instant;
  /** Name and role as they were. */
  actor: { name: string; role: Role };
  action: Action;
  record: LoggedRecord;
  /** Is its pledge marked for the coalition alone? */
  isForCoalition: boolean;
  reason: string | null;
  /** What was written: a comment, a finding, an answer. */
  comment: string | null;
  changes: FieldChange[];
}

export const NOTICE_SHOWS = ["all", "unread", "read"] as const;
export type NoticeShow = (typeof NOTICE_SHOWS)[number];

/** Notices come newest first. */
export interface NoticeFilter extends Paged {
  show: NoticeShow;
  /** Empty: of every kind. */
  kind: NoticeKind[];
}

/** What a person wants to be told, and when. */
export interface NoticeChoices {
  /** The kinds that are told, of those that go with the role. */
  kinds: NoticeKind[];
  digest: boolean;
  /** Of the day, on the clocks of the zone. */
  hour: number;
  /** Null: the register's. */
  timeZone: string | null;
}

/** What was read goes once its entry is so old; the entry itself stays for ever. */
export const NOTICE_DAYS = 365;

/** Marked by hand at once: as many as a page shows. */
export const MOST_MARKED = 200;
