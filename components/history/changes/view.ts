import { viewHref } from "@/components/ui/address/view-href";
import type { ChangesFilter } from "@/lib/history/changes/filter";
import type { ChangeSection } from "@/lib/domain/history/changes";

export interface ChangesView extends Pick<
  ChangesFilter,
  "group" | "participant" | "priority" | "class" | "show"
> {
  /** As in the address; `until` is null for now. */
  since: string;
  until: string | null;
}

export function changesHref(view: ChangesView, more: { cursor?: string; fragment?: string } = {}): string {
  const { group, ...values } = view;
  const grouped = { group: group === "participant" ? null : group };
  return viewHref("/changes", { ...values, ...grouped, cursor: more.cursor }, more.fragment);
}

export const changesCsvHref = ({ group: _group, ...values }: ChangesView): string =>
  viewHref("/api/v1/changes.csv", values);

export const sectionHref = (view: ChangesView, show: ChangeSection): string => changesHref({ ...view, show });

export const hasChangesFilter = ({ participant, priority, class: classes }: ChangesView): boolean =>
  participant.length + priority.length + classes.length > 0;
