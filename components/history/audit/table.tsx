import type { Actor } from "@/lib/domain/people/actor";
import type { LogEntry } from "@/lib/domain/log/logged";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { Ledger } from "@/components/ui/ledger/ledger";
import { EntryMoment, wholeMoment } from "./moment";
import { reasonWords } from "./reason-words";
import { RecordLink } from "./record";
import { auditHref, entryHref, type AuditView } from "./view";

const t = translator("audit");
const domain = translator("domain");

interface Given {
  entries: readonly LogEntry[];
  view: AuditView;
  actor: Actor;
  at: string;
}

export function LogTable({ entries, view, actor, at }: Given) {
  return (
    <Ledger
      lines="normal"
      caption={t("caption")}
      rows={entries}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: t("column.seq"),
          names: true,
          headClassName: "w-28",
          phone: "lead",
          cell: ({ seq }) => <a href={entryHref(seq)}>{numberInWords(seq)}</a>,
        },
        {
          heading: t("column.at"),
          headClassName: "w-64 in-data-peek:w-32",
          phone: "end",
          whole: wholeMoment,
          cell: (entry) => <EntryMoment entry={entry} now={at} />,
        },
        {
          heading: t("column.actor"),
          headClassName: "w-52 in-data-peek:w-40",
          phone: "name",
          whole: ({ actor: { name, role } }) => `${name}, ${domain(`role.${role}`)}`,
          cell: (entry) => <Who entry={entry} view={view} />,
        },
        {
          heading: t("column.action"),
          headClassName: "w-52",
          phone: "text",
          whole: ({ action }) => actionWords(action),
          cell: ({ action }) => actionWords(action),
        },
        {
          heading: t("column.record"),
          phone: "due",
          whole: ({ record: { type, reference, title } }) =>
            [reference, title, t(`type.${type}`)].filter((part) => part !== null).join(", "),
          cell: ({ record }) => (
            <div>
              <RecordLink actor={actor} record={record} />
              <br /> <span className="text-muted">{t(`type.${record.type}`)}</span>
            </div>
          ),
        },
        {
          heading: t("column.reason"),
          headClassName: "in-data-peek:hidden",
          className: "in-data-peek:hidden",
          whole: reasonWords,
          cell: reasonWords,
        },
      ]}
    />
  );
}

/** Their name and role at the time. */
function Who({ entry: { actor, token }, view }: { entry: LogEntry; view: AuditView }) {
  const role = domain(`role.${actor.role}`);
  return (
    <div>
      <a href={auditHref({ ...view, actor: actor.id })}>{actor.name}</a>
      <br /> <span className="text-muted">{token === null ? role : t("byToken", { role, token })}</span>
    </div>
  );
}
