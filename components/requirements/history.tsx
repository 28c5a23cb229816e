import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Ago } from "@/components/tables/ago";
import { EntryNumber } from "@/components/tables/entry-number";
import { FieldChanges } from "@/components/pledges/changes/changes";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const pledge = translator("pledge");

/** Who changed what, and who offered what, newest first. */
export function RequirementHistory({
  entries,
  at,
  timeZone,
}: {
  entries: readonly HistoryEntry[];
  at: string;
  timeZone: string;
}) {
  return (
    <section className="sec" aria-labelledby="history">
      <header>
        <h2 id="history">{t("history")}</h2>
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
              {entry.reason ? <p className="muted">{pledge("reason", { reason: entry.reason })}</p> : null}
              <FieldChanges changes={entry.changes} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
