import { viewHref } from "@/components/ui/address/view-href";
import type { AccessFilter } from "@/lib/domain/log/access";

export type AccessView = Omit<AccessFilter, "after" | "limit">;

export const WHOLE_ACCESS_LOG: AccessView = { kind: [], person: null, address: null, from: null, to: null };

export const accessHref = (view: AccessView, cursor?: string): string =>
  viewHref("/access-log", { ...view, cursor });

export const hasAccessLogFilter = (view: AccessView): boolean =>
  accessHref(view) !== accessHref(WHOLE_ACCESS_LOG);
