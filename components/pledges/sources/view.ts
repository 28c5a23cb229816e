import { viewHref } from "@/components/ui/address/view-href";
import type { SourceFilter } from "@/lib/domain/pledge/source";

export type SourcesView = Omit<SourceFilter, "after" | "limit">;

export const sourcesHref = (view: SourcesView, cursor?: string): string =>
  viewHref("/sources", { ...view, cursor });

export const sourcesCsvHref = (view: SourcesView): string => viewHref("/api/v1/sources.csv", { ...view });

export const hasSourcesFilter = ({ q, ownership }: SourcesView): boolean =>
  q !== null || ownership.length > 0;
