import { isSeq } from "@/lib/domain/log/logged";
import { NOTICE_KINDS, NOTICE_SHOWS, type NoticeFilter } from "@/lib/domain/notices/notice";
import { listQuery, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, oneOfParameter } from "@/lib/schema/parameters";

/** Newest first. */
export const noticeQuery = listQuery({
  filters: {
    show: oneOfParameter(NOTICE_SHOWS, "all"),
    kind: listParameter(NOTICE_KINDS),
  } satisfies FiltersOf<NoticeFilter>,
  order: "-seq",
  keyOf: ({ seq }: { seq: number }) => [String(seq)],
  isKey: ([seq = "", ...rest]) => rest.length === 0 && isSeq(seq),
});
