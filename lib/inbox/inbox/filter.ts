import { z } from "zod";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { isSeq } from "@/lib/domain/log/logged";
import { NOTICE_KINDS, NOTICE_SHOWS, type NoticeFilter } from "@/lib/domain/notices/notice";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cursor, limit, listParameter, oneOfParameter, parseParameters } from "@/lib/schema/parameters";

/** Newest first. */
export const NOTICE_ORDER = "-seq";

export const noticeParameters = z.strictObject({
  show: oneOfParameter(NOTICE_SHOWS, "all"),
  kind: listParameter(NOTICE_KINDS),
  cursor,
  limit,
});

export function parseNoticeFilter(params: URLSearchParams): Result<NoticeFilter> {
  const parsed = parseParameters(noticeParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, NOTICE_ORDER, isNoticeKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}

const isNoticeKey = ([seq = "", ...rest]: CursorKey): boolean => rest.length === 0 && isSeq(seq);
