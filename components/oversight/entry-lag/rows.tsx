import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Pager } from "@/components/tables/pager";
import { NotStated } from "@/components/ui/not-stated";
import { dayOf } from "@/lib/domain/base/day";
import type { LagRow } from "@/lib/domain/details/entry-lag";
import type { Listed } from "@/lib/domain/base/listing";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { momentIn, shortDay } from "@/lib/i18n/when";
import { lagHref, rowsHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");
const ui = translator("ui");

/** The pledges that the figures count, or those behind the figure that was clicked. */
export function LagRows({
  rows: { items, next, total, capped },
  view,
  further,
  timeZone,
}: {
  rows: Listed<LagRow>;
  view: LagView;
  /** Not the first page. */
  further: boolean;
  timeZone: string;
}) {
  return (
    <section className="sec" aria-labelledby="rows">
      <header>
        <h2 id="rows">{t("rows.title")}</h2>
        <p>
          {t("rows.total", { capped: String(capped), total: numberInWords(total), count: total })}
          <Narrowed view={view} />
        </p>
      </header>
      <table className="ledger stack">
        <caption className="vh">{t("rows.caption")}</caption>
        <thead>
          <tr>
            {(["pledge", "statedOn", "loggedAt", "by"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t("column.days")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <Row key={row.reference} row={row} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
      <Pager
        href={(cursor) => (cursor === undefined ? rowsHref(view) : `${lagHref(view, cursor)}#rows`)}
        next={next}
        further={further}
      />
    </section>
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

function Row({ row, timeZone }: { row: LagRow; timeZone: string }) {
  return (
    <tr>
      <th scope="row">
        <a className="ref" href={`/pledges/${row.reference}`}>
          {row.reference}
        </a>
        <CoalitionMark reference={row.reference} /> {row.title}
        {row.voided ? <span className="muted"> {t("rows.void")}</span> : null}
      </th>
      <td data-l={t("column.statedOn")} className="nowrap">
        {row.statedOn === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(row.statedOn)}
      </td>
      <td data-l={t("column.loggedAt")} className="nowrap" title={momentIn(timeZone, row.loggedAt)}>
        {shortDay(dayOf(row.loggedAt, timeZone))}
      </td>
      <td data-l={t("column.by")}>{row.by.name}</td>
      <td data-l={t("column.days")} className="num">
        {row.days === null ? <NotStated>{t("unknown")}</NotStated> : numberInWords(row.days)}
      </td>
    </tr>
  );
}
