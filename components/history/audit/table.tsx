import type { Actor } from "@/lib/domain/people/actor";
import type { LogEntry } from "@/lib/domain/log/logged";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { Ledger } from "@/components/ui/ledger/ledger";
import { EntryMoment } from "./moment";
import { RecordLink } from "./record";
import { auditHref, entryHref, type AuditView } from "./view";

const t = translator("audit");
const domain = translator("domain");

interface Given {
  entries: readonly LogEntry[];
  view: AuditView;
  actor: Actor;
  at: string;
  timeZone: string;
}

export function LogTable({ entries, view, actor, at, timeZone }: Given) {
  return (
    <Ledger
      className="logt"
      caption={t("caption")}
      rows={entries}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: t("column.seq"),
          names: true,
          cell: ({ seq }) => (
            <a href={entryHref(seq)}>
              <span className="logn">{t("column.seq")} </span>
              {numberInWords(seq)}
            </a>
          ),
        },
        {
          heading: t("column.at"),
          className: "nowrap",
          cell: (entry) => <EntryMoment entry={entry} now={at} timeZone={timeZone} />,
        },
        { heading: t("column.actor"), cell: (entry) => <Who entry={entry} view={view} /> },
        { heading: t("column.action"), cell: ({ action }) => actionWords(action) },
        {
          heading: t("column.record"),
          cell: ({ record }) => (
            <div>
              <RecordLink actor={actor} record={record} />
              <br />
              <span className="muted">{t(`type.${record.type}`)}</span>
            </div>
          ),
        },
        { heading: t("column.reason"), className: "doc wrap-anywhere", cell: ({ reason }) => reason },
      ]}
    />
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
