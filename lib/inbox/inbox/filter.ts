import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { isSeq } from "@/lib/domain/log/logged";
import { NOTICE_KINDS, NOTICE_SHOWS, type NoticeFilter } from "@/lib/domain/notices/notice";
import type { Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter, oneOfParameter } from "@/lib/schema/parameters";

/** Newest first. */
export const NOTICE_ORDER = "-seq";

export const noticeParameters = z.strictObject({
  show: oneOfParameter(NOTICE_SHOWS, "all"),
  kind: listParameter(NOTICE_KINDS),
  cursor,
  limit,
});

export const parseNoticeFilter = (params: URLSearchParams): Result<NoticeFilter> =>
  parseListed(noticeParameters, params, { order: NOTICE_ORDER, isKey: isNoticeKey });

const isNoticeKey = ([seq = "", ...rest]: CursorKey): boolean => rest.length === 0 && isSeq(seq);
