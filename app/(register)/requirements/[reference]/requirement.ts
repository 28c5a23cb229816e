import { redirect } from "next/navigation";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { loadRequirement } from "@/lib/requirements/queries";
import { or404 } from "../../refused";

/** The page's requirement, for users who may read it; "not found" for an unknown reference. */
export async function loadOr404(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<RequirementDetails | null> {
  const loaded = or404(await loadRequirement(actor, reference, at));
  return loaded.ok ? loaded.value : null;
}

/** The form's requirement. A user who may only read it is redirected to its page. */
export async function loadForManaging(
  actor: Actor,
  reference: string,
  at: Instant,
): Promise<RequirementDetails> {
  const details = await loadOr404(actor, reference, at);
  if (details === null || !mayDecide(actor)) redirect(`/requirements/${encodeURIComponent(reference)}`);
  return details;
}
