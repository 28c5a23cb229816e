import type { Actor } from "@/lib/domain/people/actor";
import type { LogEntry } from "@/lib/domain/log/logged";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { EntryMoment } from "./moment";
import { RecordLink } from "./record";
import { auditHref, entryHref, type AuditView } from "./view";

const t = translator("audit");
const domain = translator("domain");

const COLUMNS = ["seq", "at", "actor", "action", "record", "reason"] as const;

export function LogTable({
  entries,
  view,
  actor,
  at,
  timeZone,
}: {
  entries: readonly LogEntry[];
  view: AuditView;
  actor: Actor;
  at: string;
  timeZone: string;
}) {
  return (
    <table className="ledger stack logt">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <th scope="row">
              <a href={entryHref(entry.seq)}>
                <span className="logn">{t("column.seq")} </span>
                {numberInWords(entry.seq)}
              </a>
            </th>
            <td data-l={t("column.at")} className="nowrap">
              <EntryMoment entry={entry} now={at} timeZone={timeZone} />
            </td>
            <td data-l={t("column.actor")}>
              <Who entry={entry} view={view} />
            </td>
            <td data-l={t("column.action")}>{actionWords(entry.action)}</td>
            <td data-l={t("column.record")}>
              <div>
                <RecordLink actor={actor} record={entry.record} />
                <br />
                <span className="muted">{t(`type.${entry.record.type}`)}</span>
              </div>
            </td>
            <td data-l={t("column.reason")} className="doc wrap-anywhere">
              {entry.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Their name and role at the time. */
function Who({ entry: { actor }, view }: { entry: LogEntry; view: AuditView }) {
  const role = domain(`role.${actor.role}`);
  return (
    <div>
      <a href={auditHref({ ...view, actor: actor.id })}>{actor.name}</a>
      <br />
      <span className="muted">{role}</span>
    </div>
  );
}
