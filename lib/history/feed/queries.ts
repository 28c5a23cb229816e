import "server-only";
import { mayReadLog, mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { changesBetween } from "@/lib/domain/proposals/history";
import { feedTypes, type FeedEntry, type FeedPage } from "@/lib/domain/log/feed";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findHead } from "@/lib/db/past/position";
import { findEntries, type FoundEntry } from "@/lib/db/queries/log/feed";
import { shownTo } from "@/lib/db/queries/pledges/sealed";

/**
 * The entries after a position that the actor may read, oldest first. A page covers `limit` positions,
 * whether or not this reader may read them. `invalid` for a position that the log doesn't have: one from
 * before a backup was restored.
 */
export async function loadFeed(
  actor: Actor,
  { after, limit }: { after: number; limit: number },
): Promise<Result<FeedPage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { seq: head } = await findHead();
  if (after > head) return invalid({ path: "after", code: "position-ahead", params: { head } });
  const position = Math.min(head, after + limit);
  const found = await findEntries({ after, through: position }, feedTypes(actor), mayReadLog(actor));
  return ok({ items: await entriesShown(actor, found), position, head });
}

/** Sealed numbers as this reader may see them, in the changes of every kind of record. */
async function entriesShown(actor: Actor, found: readonly FoundEntry[]): Promise<FeedEntry[]> {
  const changed = found.map(({ entry, before, after }) => ({
    participant: participantOf(entry.record.reference, after),
    entry: { ...entry, changes: changesBetween(before, after) },
  }));
  const shown = await shownTo(actor, changed);
  return shown.map(({ entry }) => entry);
}

/** The record's own participant, or that of the pledge it is about. */
function participantOf(reference: string | null, record: FoundEntry["after"]): string {
  const own: unknown =
    typeof record === "object" && record !== null ? Reflect.get(record, "participant") : null;
  if (typeof own === "string") return own;
  const [, code] = /^([A-Z]{2,4})-[1-5]-\d+$/.exec(reference ?? "") ?? [];
  return code ?? NOBODYS;
}

/** Its numbers are shown only to those who are cleared for all participants. */
const NOBODYS = "";
