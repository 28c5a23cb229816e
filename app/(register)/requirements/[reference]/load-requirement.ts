import { notFound, redirect } from "next/navigation";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { RequirementSheet } from "@/lib/domain/requirements/requirement-sheet";
import { loadRequirement } from "@/lib/requirements/queries";

/** The requirement of a page, for whoever may read it; a reference that isn't there is no page. */
export async function loadOr404(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<RequirementSheet | null> {
  const loaded = await loadRequirement(actor, reference, at);
  if (loaded.ok) return loaded.value;
  if (loaded.refusal.code === "not-found") notFound();
  return null;
}

/** The requirement of a form. Who may only read it is led to it. */
export async function loadForManaging(
  actor: Actor,
  reference: string,
  at: Instant,
): Promise<RequirementSheet> {
  const sheet = await loadOr404(actor, reference, at);
  if (sheet === null || !mayDecide(actor)) redirect(`/requirements/${encodeURIComponent(reference)}`);
  return sheet;
}
