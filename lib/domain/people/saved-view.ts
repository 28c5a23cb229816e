// A named address of the register, for its author or for everyone who may open its page. It stores no rows: each
// reader's own request runs again when they open it.
import { mayDecide, mayReadAccessLog, mayReadLog, mayReadRegister, type Actor } from "./actor";
import type { Instant } from "../base/day";
import { invalid, refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";
import { mayWatch } from "./watch";

export interface SavedView {
  id: string;
  name: string;
  /** Path and parameters in their one canonical form. */
  address: string;
  shared: boolean;
  owner: { id: string; name: string };
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export const MOST_VIEWS = 50;
export const VIEW_LIMITS = { name: 80, address: 2_000 } as const;

/** Pages whose views can be saved, with who may open them. */
export const VIEW_PAGES = {
  "/pledges": mayReadRegister,
  "/unresolved": mayReadRegister,
  "/coverage": mayReadRegister,
  "/changes": mayReadRegister,
  "/requirements": mayReadRegister,
  "/conditions": mayReadRegister,
  "/sources": mayReadRegister,
  "/review": mayReadRegister,
  "/findings": mayReadRegister,
  "/questions": mayReadRegister,
  "/calendar": mayReadRegister,
  "/inbox": mayWatch,
  "/entry-lag": mayReadLog,
  "/audit": mayReadLog,
  "/access-log": mayReadAccessLog,
} as const satisfies Record<string, (actor: Actor) => boolean>;
export type ViewPage = keyof typeof VIEW_PAGES;

const isViewPage = (path: string): path is ViewPage => Object.hasOwn(VIEW_PAGES, path);

/** Null: not a page whose views can be saved. */
export function pageOfView(address: string): ViewPage | null {
  const path = address.split("?")[0] ?? "";
  return isViewPage(path) ? path : null;
}

/** A person sees their own views of any page, and shared views of the pages that they may open. */
export function maySeeView(actor: Actor, view: SavedView): boolean {
  if (view.owner.id === actor.id) return true;
  const page = pageOfView(view.address);
  return view.shared && page !== null && VIEW_PAGES[page](actor);
}

export interface ViewChange {
  name?: string | undefined;
  shared?: boolean | undefined;
  /** Must be of the same list. */
  address?: string | undefined;
}

/** The author may change it. A manager may stop another's sharing, which leaves the view to its owner. */
export function mayChangeView(actor: Actor, view: SavedView, change: ViewChange): Result<null> {
  if (view.owner.id !== actor.id) {
    const { shared, ...others } = change;
    const endsSharing = shared === false && Object.values(others).every((value) => value === undefined);
    return mayTakeDown(actor, view) && endsSharing ? ok(null) : refuse("role");
  }
  return change.address === undefined || pageOfView(change.address) === pageOfView(view.address)
    ? ok(null)
    : invalid({ path: "address", code: "other-list" });
}

export const mayTakeDown = (actor: Actor, view: SavedView): boolean =>
  view.shared && view.owner.id !== actor.id && mayDecide(actor) && maySeeView(actor, view);
