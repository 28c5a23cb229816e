import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

interface Props {
  /** The address of the page after a row; without a cursor, the first page. */
  href: (cursor?: string) => string;
  next: string | null;
  /** Not the first page. */
  further: boolean;
  of?: "list" | "log";
}

/** The next page starts after the last row shown; back leads to the first page. */
export function Pager({ href, next, further, of = "list" }: Props) {
  if (next === null && !further) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {further ? <a href={href()}>{t("pager.first")}</a> : <span />}
      {next === null ? <span>{t(`pager.end.${of}`)}</span> : <a href={href(next)}>{t("pager.next")}</a>}
    </nav>
  );
}
