import { asOfHref } from "@/components/ui/address/as-of-href";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { codeLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import type { SourceRow } from "@/lib/domain/details/source-details";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("sources");
const ui = translator("ui");
const domain = translator("domain");

export function SourceTable({ sources }: { sources: readonly SourceRow[] }) {
  return (
    <Ledger
      caption={t("caption")}
      lines="normal"
      rows={sources}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("column.publisher"),
          names: true,
          headClassName: "w-72 in-data-peek:w-56",
          phone: "name",
          whole: ({ publisher }) => publisher,
          cell: ({ id, publisher }) => <a href={asOfHref(`/sources/${id}`)}>{publisher}</a>,
        },
        {
          heading: t("column.title"),
          phone: "text",
          whole: ({ title, url }) => title ?? url,
          cell: nameOf,
        },
        {
          heading: t("column.publishedOn"),
          headClassName: "w-32",
          phone: "end",
          cell: ({ publishedOn: day }) =>
            day === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(day),
        },
        {
          heading: t("column.language"),
          headClassName: "w-28 in-data-peek:hidden",
          className: "in-data-peek:hidden",
          cell: ({ language }) => languageWords(language),
        },
        {
          heading: t("column.ownership"),
          headClassName: "w-36 in-data-peek:hidden",
          className: "in-data-peek:hidden",
          cell: ({ ownership }) => domain(`ownership.${ownership}`),
        },
        {
          heading: t("column.pledges"),
          numeric: true,
          headClassName: "w-30",
          phone: "due",
          cell: ({ id, pledges }) => <Count n={pledges} href={`/sources/${id}#evidence`} />,
        },
      ]}
    />
  );
}

/** Its title; else its address, which tells apart documents of one publisher. */
function nameOf({ title, url, language }: SourceRow) {
  if (title !== null) return <span lang={language}>{title}</span>;
  if (url !== null)
    return (
      <span className={codeLook("text-muted wrap-anywhere overflow-hidden")}>
        {url.replace(/^https?:\/\/(www\.)?/, "")}
      </span>
    );
  return <NotStated>{ui("notStated")}</NotStated>;
}
