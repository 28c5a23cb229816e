// The view of the page Unresolved. Each link of the page changes one thing in it.
import type { QuestionContext } from "@/components/oversight/questions/question-context";
import { viewHref } from "@/components/ui/address/view-href";
import type { UnresolvedFilter, Grouping, UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, UNRESOLVED_CODES, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import type { UnresolvedClass } from "@/lib/domain/unresolved/reasons";
import { leftOutText } from "@/lib/schema/typed";

export type UnresolvedView = Omit<UnresolvedFilter, "after" | "limit"> & { open: string | null };

/** The opened group, with one page of its items. */
export interface OpenGroup {
  key: string;
  items: readonly UnresolvedRow[];
  next: string | null;
  /** Not the first page of its items. */
  further: boolean;
  /** Null on a page that shows the past. */
  questionContext: QuestionContext | null;
}

export const WHOLE_UNRESOLVED: UnresolvedView = {
  group: "code",
  class: [],
  code: [],
  participant: [],
  priority: [],
  owner: [],
  not: null,
  since: null,
  against: null,
  open: null,
};

/** No filter and no comparison; the grouping doesn't matter. */
export const isWhole = (view: UnresolvedView): boolean => !hasUnresolvedFilter(view) && view.against === null;

/** A comparison with a moment isn't a filter: it leaves no item out. */
export const hasUnresolvedFilter = (view: UnresolvedView): boolean =>
  view.since !== null ||
  [view.class, view.code, view.participant, view.priority, view.owner, leftOutText(view.not ?? {})].some(
    (list) => list.length > 0,
  );

/** Whether the view can hold items of a reason. Without a class filter, dormant items are shown apart. */
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
  const values = {
    ...filter,
    not: leftOutText(filter.not ?? {}),
    since,
    group: group === "code" ? null : group,
    open,
    cursor: more.cursor,
  };
  return viewHref("/unresolved", values, more.fragment);
}

export function unresolvedCsvHref({
  group: _group,
  open: _open,
  against,
  ...filter
}: UnresolvedView): string {
  return viewHref("/api/v1/unresolved.csv", {
    ...filter,
    not: leftOutText(filter.not ?? {}),
    since: filter.since ?? against?.text ?? null,
  });
}

/** The rows behind a group's count, grouped by reason. */
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
