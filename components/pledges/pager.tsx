import { kept } from "@/components/ui/kept";
import { translator } from "@/lib/i18n/translator";
import { pledgesHref, type PledgesView } from "./view";

const t = translator("pledges");

/** A page goes on from the last row seen; back leads to the first. */
export function Pager({ view, next, further }: { view: PledgesView; next: string | null; further: boolean }) {
  if (next === null && !further) return null;
  return (
    <nav className="pager" aria-label={t("pages")}>
      {further ? <a href={kept(pledgesHref(view))}>{t("firstPage")}</a> : <span />}
      {next === null ? (
        <span>{t("lastPage")}</span>
      ) : (
        <a href={kept(pledgesHref(view, next))}>{t("nextPage")}</a>
      )}
    </nav>
  );
}
