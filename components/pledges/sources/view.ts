// The view of the list of sources: what its address says.
import { viewHref } from "@/components/ui/address/view-href";
import type { SourceFilter } from "@/lib/domain/pledge/source";

export type SourcesView = Omit<SourceFilter, "after" | "limit">;

export const sourcesHref = (view: SourcesView, cursor?: string): string =>
  viewHref("/sources", { ...view, cursor });

/** The same as a table to take away. */
export const sourcesCsvHref = (view: SourcesView): string => viewHref("/api/v1/sources.csv", { ...view });

/** Narrowed to less than all sources? */
export const hasSourcesFilter = ({ q, ownership }: SourcesView): boolean =>
  q !== null || ownership.length > 0;
