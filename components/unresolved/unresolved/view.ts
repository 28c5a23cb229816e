// The view of the page Unresolved: what its address says. Each link of the page is a view that differs in one thing.
import type { Asking } from "@/components/oversight/questions/asking";
import { viewHref } from "@/components/ui/address/view-href";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import type { Grouping, UnresolvedRow } from "@/lib/domain/unresolved/summary";
import {
  CLASS_OF,
  UNRESOLVED_CODES,
  type UnresolvedClass,
  type UnresolvedCode,
} from "@/lib/domain/unresolved/unresolved";

export type UnresolvedView = Omit<UnresolvedFilter, "after" | "limit"> & { open: string | null };

/** The group whose items are shown, a page of them. */
export interface OpenGroup {
  key: string;
  items: readonly UnresolvedRow[];
  next: string | null;
  /** Not the first page of its items. */
  further: boolean;
  /** Null where the past is shown. */
  asking: Asking | null;
}

export const WHOLE_UNRESOLVED: UnresolvedView = {
  group: "code",
  class: [],
  code: [],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  open: null,
};

/** Without a filter; how it is grouped doesn't matter. */
export const isWhole = (view: UnresolvedView): boolean => !hasUnresolvedFilter(view) && view.against === null;

/** It shows less than all items. Comparing them with a moment leaves none out. */
export const hasUnresolvedFilter = (view: UnresolvedView): boolean =>
  view.since !== null ||
  [view.class, view.code, view.participant, view.priority, view.owner].some((list) => list.length > 0);

/** Whether items of a reason can be in the view; where no class is asked for, dormant ones stand apart from it. */
export const hasReason = ({ class: classes, code: codes }: UnresolvedView, code: UnresolvedCode): boolean =>
  (classes.length === 0 || classes.includes(CLASS_OF[code])) && (codes.length === 0 || codes.includes(code));

export const hasClass = (view: UnresolvedView, which: UnresolvedClass): boolean =>
  UNRESOLVED_CODES.some((code) => CLASS_OF[code] === which && hasReason(view, code));

export function unresolvedHref(
  view: UnresolvedView,
  more: { cursor?: string; fragment?: string } = {},
): string {
  const { group, open, against, ...filter } = view;
  const since = filter.since ?? against?.text ?? null;
  const values = { ...filter, since, group: group === "code" ? null : group, open, cursor: more.cursor };
  return viewHref("/unresolved", values, more.fragment);
}

/** Its items as a table to take away. */
export function unresolvedCsvHref({
  group: _group,
  open: _open,
  against,
  ...filter
}: UnresolvedView): string {
  return viewHref("/api/v1/unresolved.csv", { ...filter, since: filter.since ?? against?.text ?? null });
}

/** The rows behind a group's count, by reason. */
export function behind(view: UnresolvedView, key: string): UnresolvedView {
  const only: Record<Grouping, Partial<UnresolvedView>> = {
    code: { code: [key as UnresolvedView["code"][number]], open: key },
    class: { class: [key as UnresolvedView["class"][number]] },
    participant: { participant: [key] },
    priority: { priority: [Number(key) as UnresolvedView["priority"][number]] },
    owner: { owner: [key] },
  };
  return { ...view, group: "code", open: null, ...only[view.group] };
}
