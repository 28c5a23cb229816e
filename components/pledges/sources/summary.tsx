import { asOfHref } from "@/components/ui/address/as-of-href";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { hasSourcesFilter, sourcesHref, type SourcesView } from "./view";

const t = translator("sources");

export function SourcesSummary({
  view,
  total,
  capped,
}: {
  view: SourcesView;
  total: number;
  capped: boolean;
}) {
  const narrowed = hasSourcesFilter(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberInWords(total),
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

/** No document recorded yet, or none that fits the view. */
export function NoSources({ view }: { view: SourcesView }) {
  const state = hasSourcesFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
