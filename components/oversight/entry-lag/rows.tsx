import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { counted } from "@/components/tables/counted";
import { Pager } from "@/components/tables/pager";
import { Ledger } from "@/components/ui/ledger/ledger";
import { NotStated } from "@/components/ui/not-stated";
import { Section } from "@/components/ui/page/section";
import type { LagRow } from "@/lib/domain/details/entry-lag";
import type { Listed } from "@/lib/domain/base/listing";
import { numberInWords } from "@/lib/i18n/numbers";
import { registerDay, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { ReferenceLink } from "@/components/ui/link-to";
import { lagHref, rowsHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");
const ui = translator("ui");

interface Given {
  rows: Listed<LagRow>;
  view: LagView;
  /** Not the first page. */
  further: boolean;
}

/** The pledges that the figures count, or those behind the figure that was clicked. */
export function LagRows({ rows, view, further }: Given) {
  return (
    <Section
      id="rows"
      title={t("rows.title")}
      aside={
        <p>
          {t("rows.total", counted(rows))}
          <Narrowed view={view} />
        </p>
      }
    >
      <Ledger
        caption={t("rows.caption")}
        rows={rows.items}
        rowKey={({ reference }) => reference}
        columns={[
          { heading: t("column.pledge"), names: true, cell: Pledge },
          {
            heading: t("column.statedOn"),
            className: "whitespace-nowrap",
            cell: ({ statedOn: day }) =>
              day === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(day),
          },
          {
            heading: t("column.loggedAt"),
            className: "whitespace-nowrap",
            cell: ({ loggedAt }) => (
              <span title={shortMoment(loggedAt)}>{shortDay(registerDay(loggedAt))}</span>
            ),
          },
          { heading: t("column.by"), cell: ({ by }) => by.name },
          {
            heading: t("column.days"),
            numeric: true,
            cell: ({ days }) => (days === null ? <NotStated>{t("unknown")}</NotStated> : numberInWords(days)),
          },
        ]}
      />
      <Pager
        href={(cursor) => (cursor === undefined ? rowsHref(view) : `${lagHref(view, cursor)}#rows`)}
        next={rows.next}
        further={further}
      />
    </Section>
  );
}

function Narrowed({ view }: { view: LagView }) {
  const { stated, least } = view;
  if (stated.length === 0 && least === null) return null;
  const said = [
    ...stated.map((one) => t(one === "yes" ? "rows.with" : "rows.without")),
    ...(least === null ? [] : [t("rows.least", { days: least })]),
  ];
  return (
    <>
      {" · "}
      {said.join(", ")} · <a href={rowsHref(wholeOf(view))}>{t("rows.whole")}</a>
    </>
  );
}

const Pledge = ({ reference, title, voided }: LagRow) => (
  <>
    <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
    <CoalitionMark reference={reference} /> {title}
    {voided ? <span className="text-muted"> {t("rows.void")}</span> : null}
  </>
);
