import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { choosableKinds, type NoticeChoices } from "@/lib/domain/notices/notice";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayWatch } from "@/lib/domain/people/watch";
import { saveChoices } from "@/lib/db/accounts/choices";
import { findNotified, markEntries, markThrough } from "@/lib/db/accounts/notices";
import { loadUnread } from "./queries";
import type { ChoiceChanges, MarkInput } from "./schema";

export interface Marked {
  /** The number marked read or unread. */
  marked: number;
  /** The number now unread. */
  unread: number;
}

/** Only the actor's own notices: an unknown entry is `not-found`, and then nothing is marked. */
export async function markNotices(
  actor: Actor,
  { entries = [], through, read }: MarkInput,
): Promise<Result<Marked>> {
  if (!mayWatch(actor)) return refuse("role");
  const notified = await findNotified(actor, through === undefined ? entries : [through]);
  if (through !== undefined && !notified.has(through)) return invalid({ path: "through", code: "unknown" });
  const unknown = entries.findIndex((seq) => !notified.has(seq));
  if (unknown !== -1) return invalid({ path: `entries.${unknown}`, code: "unknown" });
  const marked =
    through === undefined ? await markEntries(actor, entries, read) : await markThrough(actor, through);
  const unread = await loadUnread(actor);
  return unread.ok ? ok({ marked, unread: unread.value }) : unread;
}

export async function changeChoices(actor: Actor, changes: ChoiceChanges): Promise<Result<NoticeChoices>> {
  if (!mayWatch(actor)) return refuse("role");
  const other = changes.kinds?.findIndex((kind) => !choosableKinds(actor).includes(kind)) ?? -1;
  if (other !== -1) return invalid({ path: `kinds.${other}`, code: "not-told" });
  return ok(await saveChoices(actor, changes as Partial<NoticeChoices>));
}
