import { viewHref } from "@/components/ui/address/view-href";
import type { NoticeFilter } from "@/lib/domain/notices/notice";

export type InboxView = Omit<NoticeFilter, "after" | "limit">;

export const inboxHref = ({ show, kind }: Partial<InboxView>, cursor?: string): string =>
  viewHref("/inbox", { show: show === "all" ? null : show, kind, cursor });

export const noticeHref = (seq: number): string => `/inbox/${seq}`;

export const hasInboxFilter = (view: InboxView): boolean => inboxHref(view) !== inboxHref({});
