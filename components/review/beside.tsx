// Where this one stands among the others, and the way on.
import type { Beside as Neighbours } from "@/lib/domain/review";
import { translator } from "@/lib/i18n/translator";
import { isNarrowed, queueHref, reviewHref, tabOf, type ReviewView } from "./view";

const t = translator("review");

export function Beside({ view, beside }: { view: ReviewView; beside: Neighbours }) {
  const { previous, next, total, capped } = beside;
  const figure = `${total.toLocaleString("en-GB")}${capped ? "+" : ""}`;
  return (
    <nav className="beside" aria-label={t("beside")}>
      <a href={queueHref(view)}>
        {t("place", { status: tabOf(view), total: figure, count: total, narrowed: String(isNarrowed(view)) })}
      </a>
      <span>
        {previous === null ? null : <a href={reviewHref(view, previous)}>{t("previous")}</a>}{" "}
        {next === null ? null : <a href={reviewHref(view, next)}>{t("next")}</a>}
      </span>
    </nav>
  );
}
