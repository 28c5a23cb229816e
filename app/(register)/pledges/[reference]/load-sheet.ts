import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadPledge } from "@/lib/pledges/pledges/queries";

/** The pledge of a page, for whoever may read it; a reference that isn't there is no page. */
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

/** The pledge of a form. Who may only read it is led to it. */
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
