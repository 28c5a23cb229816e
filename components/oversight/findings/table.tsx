import { RecordMark } from "./record-mark";
import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import { referenceLook } from "@/components/ui/looks";
import type { FindingRow } from "@/lib/domain/oversight/finding-details";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { keyedRecordHref, shortName } from "./record-href";
import { FindingStateMark } from "./state-mark";

const t = translator("findings");

interface Given {
  findings: readonly FindingRow[];
  at: string;
}

export function FindingTable({ findings, at }: Given) {
  return (
    <Ledger
      className="fnds"
      caption={t("caption")}
      rows={findings}
      rowKey={({ finding }) => finding.id}
      columns={[
        {
          heading: t("column.reference"),
          names: true,
          className: "whitespace-nowrap",
          cell: ({ finding: { reference } }) => (
            <ReferenceLink href={`/findings/${reference}`}>{reference}</ReferenceLink>
          ),
        },
        { heading: t("column.about"), cell: About },
        {
          heading: t("column.text"),
          bare: true,
          className: "documents",
          cell: ({ finding }) => <p className="clip">{finding.text}</p>,
        },
        {
          heading: t("column.state"),
          className: "whitespace-nowrap",
          cell: ({ state }) => <FindingStateMark state={state} />,
        },
        {
          heading: t("column.by"),
          cell: ({ finding, by }) => (
            <span>
              {by.name}
              <br />
              <Ago at={finding.createdAt} now={at} />
            </span>
          ),
        },
      ]}
    />
  );
}

const About = ({ about }: FindingRow) => (
  <span>
    <span className="text-muted">{t(`kind.${about.kind}`)}</span>{" "}
    <a className={shortName(about) === about.key ? referenceLook() : undefined} href={keyedRecordHref(about)}>
      {shortName(about)}
    </a>
    <RecordMark record={about} />
  </span>
);
