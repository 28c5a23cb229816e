import { numberWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { accessHref, isNarrowed, WHOLE, type AccessView } from "./view";

const t = translator("access");

export function Summary({ view, total, capped }: { view: AccessView; total: number; capped: boolean }) {
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
          <a href={accessHref(WHOLE)}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** No row: nothing noted yet, or nothing that fits the view. */
export function Nothing({ view }: { view: AccessView }) {
  const state = isNarrowed(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
