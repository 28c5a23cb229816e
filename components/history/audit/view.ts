import { viewHref } from "@/components/ui/address/view-href";
import type { LogFilter } from "@/lib/domain/log/logged";

/** Values as typed, also where they name nothing that can be searched for. */
export interface AuditView extends Pick<LogFilter, "actor" | "record" | "from" | "to"> {
  action: readonly string[];
}

export const WHOLE_LOG: AuditView = { actor: null, action: [], record: null, from: null, to: null };

export const auditHref = ({ actor, action, record, from, to }: AuditView, cursor?: string): string =>
  viewHref("/audit", { actor, action, record, from, to, cursor });

export const entryHref = (seq: number): string => `/audit/${String(seq)}`;

export const hasLogFilter = (view: AuditView): boolean => auditHref(view) !== auditHref(WHOLE_LOG);
