import "server-only";
import { type Actor, mayKeepPeople, mayReadRegister } from "@/lib/domain/people/actor";
import { plusDays, type Instant } from "@/lib/domain/base/day";
import type { Listed } from "@/lib/domain/base/listing";
import type { NoticeChoices, Notice, NoticeFilter } from "@/lib/domain/notices/notice";
import { OWN_ACCOUNT_DAYS } from "@/lib/domain/people/account-need";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findChoices } from "@/lib/db/accounts/choices";
import {
  countNotices,
  findNotice,
  findNotices,
  findOwnAccountNotices,
} from "@/lib/db/queries/workspace/notices";
import { noticeQuery } from "./filter";

/** The actor's own, newest first. */
export async function loadInbox(actor: Actor, filter: NoticeFilter): Promise<Result<Listed<Notice>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findNotices(actor, filter), countNotices(actor, filter)]);
  return ok(noticeQuery.page(found, filter, total));
}

/** `not-found` also for an entry that the actor had no notice of. */
export async function loadNotice(actor: Actor, seq: number): Promise<Result<Notice>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const notice = await findNotice(actor, seq);
  return notice ? ok(notice) : refuse("not-found");
}

/** For administrators, who have no inbox: what happened lately to their own account, newest first. */
export async function loadOwnAccountNotices(actor: Actor, at: Instant): Promise<Result<Notice[]>> {
  if (!mayKeepPeople(actor)) return refuse("role");
  const from = plusDays(at.slice(0, 10), -OWN_ACCOUNT_DAYS);
  const newest = await findOwnAccountNotices(actor, MOST_SHOWN);
  return ok(newest.filter((notice) => notice.at >= from));
}

const MOST_SHOWN = 5;

/** Called by every page. */
export async function loadUnread(actor: Actor): Promise<Result<number>> {
  return mayReadRegister(actor)
    ? ok(await countNotices(actor, { show: "unread", kind: [] }))
    : refuse("role");
}

export async function loadInboxChoices(actor: Actor): Promise<Result<NoticeChoices>> {
  return mayReadRegister(actor) ? ok(await findChoices(actor)) : refuse("role");
}
