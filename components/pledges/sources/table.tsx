import { asOfHref } from "@/components/ui/address/as-of-href";
import { Count } from "@/components/ui/count";
import { NotStated } from "@/components/ui/not-stated";
import type { SourceRow } from "@/lib/domain/details/citation";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";

const t = translator("sources");
const ui = translator("ui");
const domain = translator("domain");

const COLUMNS = ["publisher", "title", "publishedOn", "language", "ownership"] as const;

export function SourceTable({ sources }: { sources: readonly SourceRow[] }) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`column.${name}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("column.pledges")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row key={source.id} source={source} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ source }: { source: SourceRow }) {
  const { id, publisher, publishedOn, language, ownership, pledges } = source;
  return (
    <tr>
      <th scope="row">
        <a href={asOfHref(`/sources/${id}`)}>{publisher}</a>
      </th>
      <td className="doc">{nameOf(source)}</td>
      <td data-l={t("column.publishedOn")} className="nowrap">
        {publishedOn === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(publishedOn)}
      </td>
      <td data-l={t("column.language")}>{languageWords(language)}</td>
      <td data-l={t("column.ownership")} className="nowrap">
        {domain(`ownership.${ownership}`)}
      </td>
      <td data-l={t("column.pledges")} className="num">
        <Count n={pledges} href={`/sources/${id}#evidence`} />
      </td>
    </tr>
  );
}

/** Its title; else its address, which tells apart documents of one publisher. */
function nameOf({ title, url, language }: SourceRow) {
  if (title !== null) return <span lang={language}>{title}</span>;
  if (url !== null) return <span className="mono muted">{url.replace(/^https?:\/\/(www\.)?/, "")}</span>;
  return <NotStated>{ui("notStated")}</NotStated>;
}
