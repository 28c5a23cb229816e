import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

interface Props {
  /** Where the page after this row is; without one the first. */
  href: (cursor?: string) => string;
  next: string | null;
  /** Not the first page. */
  further: boolean;
  of?: "list" | "log";
}

/** A page goes on from the last row seen; back leads to the first. */
export function Pager({ href, next, further, of = "list" }: Props) {
  if (next === null && !further) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {further ? <a href={href()}>{t("pager.first")}</a> : <span />}
      {next === null ? <span>{t(`pager.end.${of}`)}</span> : <a href={href(next)}>{t("pager.next")}</a>}
    </nav>
  );
}
