// The sampled records, in the order of their digests. On paper with boxes to tick and room for remarks.
import { RecordMark } from "@/components/oversight/findings/record-mark";
import { noteHref, keyedRecordHref, shortName } from "@/components/oversight/findings/record-href";
import { referenceLook, codeLook } from "@/components/ui/looks";
import type { TitledRecord } from "@/lib/domain/oversight/record-key";
import { translator } from "@/lib/i18n/translator";

const t = translator("sample");

const CHECKS = ["evidence", "fields", "history"] as const;
const SHOWN = 12;

export function SampleTable({
  items,
  mayNote,
}: {
  items: readonly { record: TitledRecord; digest: string }[];
  mayNote: boolean;
}) {
  const ofPledges = items.some(({ record }) => record.kind === "pledge");
  return (
    <table className="ledger screen-stack sample-table">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col" className="number print:h-[9mm]">
            {t("column.number")}
          </th>
          <th className="print:h-[9mm]" scope="col">
            {t("column.record")}
          </th>
          <th className="print:h-[9mm]" scope="col">
            {t("column.title")}
          </th>
          {ofPledges ? (
            <th scope="col" className="print:hidden print:h-[9mm]">
              {t("column.further")}
            </th>
          ) : null}
          <th className="print:h-[9mm]" scope="col">
            {t("column.digest")}
          </th>
          {mayNote ? (
            <th scope="col" className="print:hidden print:h-[9mm]">
              {t("column.note")}
            </th>
          ) : null}
          <th scope="col" className="on-paper print:table-cell print:h-[9mm]">
            {t("column.checks")}
          </th>
          <th scope="col" className="on-paper print:table-cell print:h-[9mm]">
            {t("column.remarks")}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ record, digest }, index) => (
          <tr key={record.key}>
            <td className="number print:h-[9mm]" data-l={t("column.number")}>
              {index + 1}
            </td>
            <th className="print:h-[9mm]" scope="row">
              <a
                className={shortName(record) === record.key ? referenceLook() : undefined}
                href={keyedRecordHref(record)}
              >
                {shortName(record)}
              </a>
              <RecordMark record={record} />
            </th>
            <td className="documents print:h-[9mm]">
              {shortName(record) === record.title ? <Id record={record} /> : record.title}
            </td>
            {ofPledges ? (
              <td className="print:hidden whitespace-nowrap print:h-[9mm]">
                <a href={`/pledges/${record.key}#evidence`}>{t("evidence")}</a> ·{" "}
                <a href={`/pledges/${record.key}#activity`}>{t("activity")}</a>
              </td>
            ) : null}
            <td data-l={t("column.digest")} className={codeLook("print:h-[9mm]")}>
              {digest.slice(0, SHOWN)}
            </td>
            {mayNote ? (
              <td className="print:hidden whitespace-nowrap print:h-[9mm]">
                <a href={noteHref(record)}>{t("note")}</a>
              </td>
            ) : null}
            <td className="on-paper print:table-cell print:h-[9mm]">
              <Boxes />
            </td>
            <td className="on-paper print:table-cell print:w-[38mm] print:h-[9mm]" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The text that the digest is of, where that isn't the record's name. */
const Id = ({ record }: { record: TitledRecord }) => (
  <span className={codeLook("text-muted")}>{record.key}</span>
);

function Boxes() {
  return (
    <ul className="boxes print:whitespace-nowrap">
      {CHECKS.map((one) => (
        <li className="print:inline-block print:whitespace-nowrap print:mr-[2mm]" key={one}>
          <i className="print:inline-block print:align-[-0.4mm] print:w-[3mm] print:h-[3mm]" />{" "}
          {t(`check.${one}`)}
        </li>
      ))}
    </ul>
  );
}
