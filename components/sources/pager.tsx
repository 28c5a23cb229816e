import { kept } from "@/components/ui/kept";
import { translator } from "@/lib/i18n/translator";
import { sourcesHref, type SourcesView } from "./view";

const t = translator("sources");

/** A page goes on from the last row seen; back leads to the first. */
export function Pager({ view, next, further }: { view: SourcesView; next: string | null; further: boolean }) {
  if (next === null && !further) return null;
  return (
    <nav className="pager" aria-label={t("pages")}>
      {further ? <a href={kept(sourcesHref(view))}>{t("firstPage")}</a> : <span />}
      {next === null ? (
        <span>{t("lastPage")}</span>
      ) : (
        <a href={kept(sourcesHref(view, next))}>{t("nextPage")}</a>
      )}
    </nav>
  );
}
