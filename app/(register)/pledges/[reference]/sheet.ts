import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadPledge } from "@/lib/pledges/pledges/queries";

/** The page's pledge, for users who may read it; "not found" for an unknown reference. */
export async function loadSheet(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<PledgeDetails | null> {
  const loaded = await loadPledge(actor, reference, at);
  if (loaded.ok) return loaded.value;
  if (loaded.refusal.code === "not-found") notFound();
  return null;
}

/** The form's pledge. A user who may only read it is redirected to its page. */
export async function loadForEditing(
  actor: Actor,
  reference: string,
  at: Instant,
  may: (sheet: PledgeDetails) => boolean = (sheet) => sheet.may.edit,
): Promise<PledgeDetails> {
  const sheet = await loadSheet(actor, reference, at);
  if (sheet === null || !may(sheet)) redirect(`/pledges/${reference}`);
  return sheet;
}
