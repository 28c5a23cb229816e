import { RecordMark } from "./record-mark";
import { Ago } from "@/components/tables/ago";
import type { FindingRow } from "@/lib/domain/oversight/finding-details";
import { translator } from "@/lib/i18n/translator";
import { keyedRecordHref, shortName } from "./record-href";
import { FindingStateMark } from "./state-mark";

const t = translator("findings");

const COLUMNS = ["reference", "about", "text", "state", "by"] as const;

export function FindingTable({
  findings,
  at,
  timeZone,
}: {
  findings: readonly FindingRow[];
  at: string;
  timeZone: string;
}) {
  return (
    <table className="ledger stack fnds">
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
        {findings.map(({ finding, state, about, by }) => (
          <tr key={finding.id}>
            <th scope="row" className="nowrap">
              <a className="ref" href={`/findings/${finding.reference}`}>
                {finding.reference}
              </a>
            </th>
            <td data-l={t("column.about")}>
              <span>
                <span className="muted">{t(`kind.${about.kind}`)}</span>{" "}
                <a
                  className={shortName(about) === about.key ? "ref" : undefined}
                  href={keyedRecordHref(about)}
                >
                  {shortName(about)}
                </a>
                <RecordMark record={about} />
              </span>
            </td>
            <td className="doc">
              <p className="clip">{finding.text}</p>
            </td>
            <td data-l={t("column.state")} className="nowrap">
              <FindingStateMark state={state} />
            </td>
            <td data-l={t("column.by")}>
              <span>
                {by.name}
                <br />
                <Ago at={finding.createdAt} now={at} timeZone={timeZone} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
