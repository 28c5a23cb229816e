import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/domain/people/actor";
import { refuse, type Conflict } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import {
  mayChangeView,
  maySeeView,
  pageOfView,
  VIEW_PAGES,
  type SavedView,
} from "@/lib/domain/people/saved-view";
import { createView, deleteView, findView, updateView } from "@/lib/db/accounts/views";
import type { ViewChanges, ViewInput } from "./schema";

/** Only for a page that the actor may open. `address` is in the list's canonical form. */
export async function saveView(actor: Actor, input: ViewInput): Promise<Result<SavedView>> {
  const page = pageOfView(input.address);
  if (page === null || !VIEW_PAGES[page](actor)) return refuse("role");
  return createView({ id: randomUUID(), owner: { id: actor.id }, ...input });
}

/** `address` is in the list's canonical form. */
export async function changeView(
  actor: Actor,
  { id, ifMatch, changes }: { id: string; ifMatch: number; changes: ViewChanges },
): Promise<Result<SavedView>> {
  const view = await seen(actor, id);
  if (!view.ok) return view;
  const may = mayChangeView(actor, view.value, changes);
  if (!may.ok) return may;
  if (view.value.version !== ifMatch) return refused({ code: "version", conflict: conflictWith(view.value) });
  const after = {
    name: changes.name ?? view.value.name,
    shared: changes.shared ?? view.value.shared,
    address: changes.address ?? view.value.address,
  };
  if (isDeepStrictEqual({ ...view.value, ...after }, view.value)) return view;
  const updated = await updateView(view.value, after);
  if (!updated.ok) return updated;
  if (updated.value) return ok(updated.value);
  const now = await seen(actor, id);
  return now.ok ? refused({ code: "version", conflict: conflictWith(now.value) }) : now;
}

/** Deleted for good: views are not part of the record. */
export async function removeView(actor: Actor, id: string): Promise<Result<SavedView>> {
  const view = await seen(actor, id);
  if (!view.ok) return view;
  if (view.value.owner.id !== actor.id) return refuse("role");
  return (await deleteView(id)) ? view : refuse("not-found");
}

async function seen(actor: Actor, id: string): Promise<Result<SavedView>> {
  const view = await findView(id);
  return view && maySeeView(actor, view) ? ok(view) : refuse("not-found");
}

/** Views have no events to name an actor: it was the owner, or a manager who ended the sharing. */
const conflictWith = ({ version, owner, updatedAt }: SavedView): Conflict => ({
  current: version,
  changedBy: owner.name,
  changedAt: updatedAt,
  fields: ["name", "shared", "address"],
});
