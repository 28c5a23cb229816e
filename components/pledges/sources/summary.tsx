import { asOfHref } from "@/components/ui/address/kept";
import { numberWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { isNarrowed, sourcesHref, type SourcesView } from "./view";

const t = translator("sources");

export function Summary({ view, total, capped }: { view: SourcesView; total: number; capped: boolean }) {
  const narrowed = isNarrowed(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberWords(total),
        count: total,
        narrowed: String(narrowed),
      })}
      {narrowed ? (
        <>
          {" · "}
          <a href={asOfHref(sourcesHref({ q: null, ownership: [] }))}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** No row: no document recorded yet, or none that fits the view. */
export function Nothing({ view }: { view: SourcesView }) {
  const state = isNarrowed(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
