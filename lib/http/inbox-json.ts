import type { NoticeChoices, Notice } from "@/lib/domain/notices/notice";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { topicName, type PersonWatch } from "@/lib/domain/people/watch";

export const noticeJson = (notice: Notice) => ({
  seq: notice.seq,
  kind: notice.kind,
  watch: notice.watch,
  entries: notice.entries,
  read: notice.isRead,
  at: notice.at,
  actor: notice.actor,
  action: notice.action,
  record: notice.record,
  reason: notice.reason,
  comment: notice.comment,
  changes: hiddenIn(notice.changes),
});

export const watchJson = (watch: PersonWatch) => ({
  topic: topicName(watch),
  kind: watch.kind,
  key: watch.key,
  title: watch.title,
});

export const watchSetJson = ({ watching, ...watch }: PersonWatch & { watching: boolean }) => ({
  ...watchJson(watch),
  watching,
});

export const markedJson = ({ marked, unread }: { marked: number; unread: number }) => ({ marked, unread });

export const choicesJson = ({ kinds, digest, hour, timeZone }: NoticeChoices) => ({
  kinds,
  digest,
  hour,
  timeZone,
});
