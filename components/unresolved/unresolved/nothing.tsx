// Nothing to show: nothing recorded yet, nothing unresolved, or nothing that fits the filter.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { isWhole, unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");

export function NothingUnresolved({
  view,
  empty,
  mayLog,
}: {
  view: UnresolvedView;
  empty: boolean;
  mayLog: boolean;
}) {
  const state = empty ? "first" : isWhole(view) ? "done" : "filtered";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "filtered" ? (
        <p>
          <a href={asOfHref(unresolvedHref({ ...WHOLE_UNRESOLVED, group: view.group }))}>
            {t("filter.clear")}
          </a>
        </p>
      ) : null}
      {state === "first" && mayLog ? (
        <p>
          <a href={asOfHref("/pledges/new")}>{t("nothing.log")}</a>
        </p>
      ) : null}
    </div>
  );
}
