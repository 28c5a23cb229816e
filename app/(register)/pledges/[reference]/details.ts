import { redirect } from "next/navigation";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { or404 } from "../../refused";

/** The page's pledge, for users who may read it; "not found" for an unknown reference. */
export async function loadDetails(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<PledgeDetails | null> {
  const loaded = or404(await loadPledge(actor, reference, at));
  return loaded.ok ? loaded.value : null;
}

/** The form's pledge. A user who may only read it is redirected to its page. */
export async function loadForEditing(
  actor: Actor,
  reference: string,
  at: Instant,
  may: (details: PledgeDetails) => boolean = (details) => details.may.edit,
): Promise<PledgeDetails> {
  const details = await loadDetails(actor, reference, at);
  if (details === null || !may(details)) redirect(`/pledges/${reference}`);
  return details;
}
