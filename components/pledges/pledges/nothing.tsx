import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { hasPledgesFilter, type PledgesView } from "./view";

const t = translator("pledges");

/** Nothing logged yet, or nothing that fits the view. */
export function NoPledges({ view, mayLog }: { view: PledgesView; mayLog: boolean }) {
  const state = hasPledgesFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "first" && mayLog ? (
        <p>
          <a href={asOfHref("/pledges/new")}>{t("nothing.log")}</a>
        </p>
      ) : null}
    </div>
  );
}
