import { viewHref } from "@/components/ui/address/view-href";
import type { LagGroup, LagFilter } from "@/lib/domain/details/entry-lag";

export type LagView = Omit<LagFilter, "after" | "limit">;

export const WHOLE_ENTRY_LAG: LagView = {
  group: "desk",
  from: null,
  to: null,
  participant: [],
  priority: [],
  stated: [],
  least: null,
};

/** `rowsHref` adds the fragment of the rows. */
export const lagHref = ({ group, ...view }: LagView, cursor?: string): string =>
  viewHref("/entry-lag", { group: group === "desk" ? null : group, ...view, cursor });

export const rowsHref = (view: LagView): string => `${lagHref(view)}#rows`;

export const narrowedTo = (view: LagView, { participants, priority }: LagGroup): LagView => ({
  ...view,
  participant: participants.length > 0 ? participants : view.participant,
  priority: priority === null ? view.priority : [priority],
});

/** The view that the figures count, without the filters of the rows. */
export const wholeOf = (view: LagView): LagView => ({ ...view, stated: [], least: null });

export const hasEntryLagFilter = (view: LagView): boolean =>
  lagHref({ ...wholeOf(view), group: "desk" }) !== lagHref(WHOLE_ENTRY_LAG);
