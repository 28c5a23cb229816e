import { isSeq } from "@/lib/domain/log/logged";
import { NOTICE_KINDS, NOTICE_SHOWS } from "@/lib/domain/notices/notice";
import { listQuery } from "@/lib/schema/listed";
import { listParameter, oneOfParameter } from "@/lib/schema/parameters";

/** Newest first. */
export const noticeQuery = listQuery({
  filters: {
    show: oneOfParameter(NOTICE_SHOWS, "all"),
    kind: listParameter(NOTICE_KINDS),
  },
  order: "-seq",
  keyOf: ({ seq }: { seq: number }) => [String(seq)],
  isKey: ([seq = "", ...rest]) => rest.length === 0 && isSeq(seq),
});
