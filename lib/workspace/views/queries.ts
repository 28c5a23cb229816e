import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { maySeeView, type SavedView, type ViewPage } from "@/lib/domain/people/saved-view";
import { findView } from "@/lib/db/accounts/views";
import { findViews } from "@/lib/db/queries/workspace/views";

/** The actor's own by name, then shared ones whose page the actor may open; optionally of one page. */
export async function loadViews(
  actor: Actor,
  { page }: { page: ViewPage | null },
): Promise<Result<SavedView[]>> {
  const found = await findViews(actor.id, page);
  return ok(found.filter((view) => maySeeView(actor, view)));
}

export async function loadSavedView(actor: Actor, id: string): Promise<Result<SavedView>> {
  const view = isId(id) ? await findView(id) : null;
  return view && maySeeView(actor, view) ? ok(view) : refuse("not-found");
}
