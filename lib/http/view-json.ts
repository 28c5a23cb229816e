import type { Actor } from "@/lib/domain/people/actor";
import { mayTakeDown, type SavedView } from "@/lib/domain/people/saved-view";
import { isUnderstood } from "./view-address";

export interface ViewSheet extends SavedView {
  /** Whether its list still understands all parameters. */
  understood: boolean;
  may: { change: boolean; takeDown: boolean };
}

export const viewSheet = (actor: Actor, view: SavedView): ViewSheet => ({
  ...view,
  understood: isUnderstood(view.address),
  may: { change: view.owner.id === actor.id, takeDown: mayTakeDown(actor, view) },
});

export const viewJson = ({ owner, ...view }: ViewSheet) => ({
  id: view.id,
  version: view.version,
  name: view.name,
  address: view.address,
  shared: view.shared,
  owner: owner.name,
  understood: view.understood,
  may: view.may,
  createdAt: view.createdAt,
  updatedAt: view.updatedAt,
});
