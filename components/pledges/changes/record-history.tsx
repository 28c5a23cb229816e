import { Ago } from "@/components/tables/ago";
import { EntryNumber } from "@/components/tables/entry-number";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { PledgeLink } from "../pledge/pledge-link";
import { FieldChanges } from "./changes";

const t = translator("pledge");

interface Props {
  title: string;
  /** Newest first; `about`: a pledge. */
  entries: readonly HistoryEntry[];
  at: string;
  timeZone: string;
}

/** Who changed what in a requirement or a trigger. */
export function RecordHistory({ title, entries, at, timeZone }: Props) {
  return (
    <section className="sec" aria-labelledby="history">
      <header>
        <h2 id="history">{title}</h2>
      </header>
      <ol className="tl">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <div className="tw">
              <Ago at={entry.at} now={at} timeZone={timeZone} />
              <EntryNumber seq={entry.seq} leafHash={entry.leafHash} />
            </div>
            <div className="tb">
              <p>
                <b>{entry.actor.name}</b>
                {deedWords(entry.action)}
                {entry.about ? (
                  <>
                    {colon()} <PledgeLink reference={entry.about} />
                  </>
                ) : null}
              </p>
              {entry.reason ? <p className="muted">{t("reason", { reason: entry.reason })}</p> : null}
              <FieldChanges changes={entry.changes} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
