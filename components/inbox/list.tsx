// Notifications by day: who did what to which record, why you were notified, and a link to the change.
import { RecordLink } from "@/components/history/audit/record";
import { Ago } from "@/components/tables/ago";
import { StatusMark } from "@/components/ui/marks/mark";
import { accountChangeWords } from "@/components/people/accounts/words";
import type { Actor } from "@/lib/domain/people/actor";
import type { Notice } from "@/lib/domain/notices/notice";
import { becauseWords, detailWords, didWords } from "@/lib/i18n/words/notice-words";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { byDay } from "./days";
import { MarkButton } from "./mark-button";
import { noticeHref } from "./view";

const t = translator("inbox");

interface Given {
  actor: Actor;
  at: string;
  /** The address of this view. */
  back: string;
}

export function NoticeList({ notices, ...given }: Given & { notices: readonly Notice[] }) {
  return (
    <>
      {byDay(notices).map(({ day, notices: ofDay }) => (
        <section className="mt-4 border-t-2 border-rule-strong pt-2" key={day} aria-labelledby={`day-${day}`}>
          <h2 className="text-ui font-semibold" id={`day-${day}`}>
            {dayInWords(day)}
          </h2>
          <ol className="inbox-list">
            {ofDay.map((notice) => (
              <li
                key={notice.seq}
                id={`entry-${notice.seq}`}
                className={`grid items-start grid-cols-[164px_minmax(0,1fr)_auto] gap-y-0 gap-x-4 px-0 py-2.5 border-b border-b-rule max-md:grid-cols-1 max-md:gap-1 ${notice.isRead ? undefined : "unread"}`}
              >
                <Row notice={notice} {...given} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Row({ notice, actor, at, back }: Given & { notice: Notice }) {
  const detail = notice.asks ? accountChangeWords(notice.asks.wish) : detailWords(notice);
  return (
    <>
      <div className="iw">
        <Ago at={notice.at} now={at} />
      </div>
      <div>
        {notice.entries > 1 ? <p className="text-muted">{t("many", { count: notice.entries })}</p> : null}
        <p className="flex flex-wrap items-center gap-y-0 gap-x-2 min-h-6">
          {notice.isRead ? null : (
            <StatusMark glyph="waiting" family="waiting" strong>
              {t("unreadMark")}
            </StatusMark>
          )}
          <a className="was-done" href={noticeHref(notice.seq)}>
            {didWords(notice)}
          </a>
          <span>
            <RecordLink actor={actor} record={notice.record} />
          </span>
        </p>
        {notice.comment === null ? null : <p className="clip">{notice.comment}</p>}
        <p className="text-muted mt-1">
          {detail === "" ? null : `${detail} `}
          <span className="text-caption">{becauseWords(notice)}</span>
        </p>
      </div>
      <MarkButton seq={notice.seq} isRead={notice.isRead} back={`${back}#entry-${notice.seq}`} inPlace />
    </>
  );
}
