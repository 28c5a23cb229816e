import { buttonLook, leadLook } from "@/components/ui/looks";
import { RecordHead } from "@/components/ui/page/record-head";
import type { Actor } from "@/lib/domain/people/actor";
import type { LogEntryDetails } from "@/lib/domain/log/logged";
import { isCoalitionOnly, withMarking } from "@/lib/i18n/coalition-only";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { colon } from "@/lib/i18n/signs";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { reasonWords } from "./reason-words";
import { RecordLink } from "./record";

const t = translator("audit");
const domain = translator("domain");

/** The entry as a sentence: who did what to which record, when, and why. */
export function EntryTop({ entry, actor }: { entry: LogEntryDetails; actor: Actor }) {
  const { seq, at, recordedAt, record, action } = entry;
  const reason = reasonWords(entry);
  // For other pledges that the record names: the record's own name carries its mark.
  const isMarked = record.reference !== null && isCoalitionOnly(record.reference);
  const marking = isMarked ? "" : withMarking("", JSON.stringify([entry.before, entry.after])).trim();
  const moment = (value: string) => `${shortMoment(value)} ${registerZoneName()}`;
  return (
    <RecordHead
      title={t("entry.title", { seq: numberInWords(seq) })}
      actions={
        <a className={buttonLook()} href="/audit">
          {t("entry.back")}
        </a>
      }
    >
      <p className={leadLook()}>
        <b>{entry.actor.name}</b>
        {deedWords(action)}
        {record.reference === null && record.title === null ? null : (
          <>
            {colon()} <RecordLink actor={actor} record={record} />
          </>
        )}
      </p>
      <p className="pline">
        <span>{domain(`role.${entry.actor.role}`)}</span>
        <time dateTime={at}>{moment(at)}</time>
        {marking === "" ? null : <span>{marking}</span>}
        {recordedAt === at ? null : <span>{t("recorded", { when: moment(recordedAt) })}</span>}
      </p>
      {reason === null ? null : <p className="comment-text mt-3">{t("entry.reason", { reason })}</p>}
    </RecordHead>
  );
}
