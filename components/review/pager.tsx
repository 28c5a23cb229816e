import { kept } from "@/components/ui/kept";
import { translator } from "@/lib/i18n/translator";
import { queueHref, type ReviewView } from "./view";

const t = translator("review");

/** A page goes on from the last row seen; back leads to the first. */
export function Pager({ view, next, further }: { view: ReviewView; next: string | null; further: boolean }) {
  if (next === null && !further) return null;
  return (
    <nav className="pager" aria-label={t("pages")}>
      {further ? <a href={kept(queueHref(view))}>{t("firstPage")}</a> : <span />}
      {next === null ? (
        <span>{t("lastPage")}</span>
      ) : (
        <a href={kept(queueHref(view, next))}>{t("nextPage")}</a>
      )}
    </nav>
  );
}
