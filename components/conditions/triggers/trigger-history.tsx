import { FieldChanges } from "@/components/pledges/changes/changes";
import { Ago } from "@/components/tables/ago";
import { EntryNumber } from "@/components/tables/entry-number";
import type { TriggerDetails } from "@/lib/domain/details/trigger-details";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("conditions");

interface Given {
  history: TriggerDetails["history"];
  at: string;
  timeZone: string;
}

export function TriggerHistory({ history, at, timeZone }: Given) {
  return (
    <section className="sec" aria-labelledby="history">
      <header>
        <h2 id="history">{t("sheet.history")}</h2>
      </header>
      <ol className="tl">
        {history.map((entry) => (
          <li key={entry.seq}>
            <div className="tw">
              <Ago at={entry.at} now={at} timeZone={timeZone} />
              <EntryNumber seq={entry.seq} leafHash={entry.leafHash} />
            </div>
            <div className="tb">
              <p>
                <b>{entry.actor.name}</b>
                {deedWords(entry.action)}
              </p>
              {entry.reason ? <p className="muted">{t("sheet.reason", { reason: entry.reason })}</p> : null}
              <FieldChanges changes={entry.changes} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
