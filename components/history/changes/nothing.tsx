import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { changesHref, hasChangesFilter, type ChangesView } from "./view";

const t = translator("changes");

/** Nothing changed, or nothing fits the view. */
export function NoChanges({ view }: { view: ChangesView }) {
  const state = hasChangesFilter(view) ? "filtered" : view.show === null ? "same" : "section";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "same" ? null : (
        <p>
          <a href={asOfHref(changesHref({ ...view, participant: [], priority: [], class: [], show: null }))}>
            {t("showWhole")}
          </a>
        </p>
      )}
    </div>
  );
}
