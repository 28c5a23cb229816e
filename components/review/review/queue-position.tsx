// This proposal's position in the queue, and links to its neighbours.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { ReviewNeighbours as Neighbours } from "@/lib/domain/proposals/review";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { hasProposalsFilter, queueHref, reviewHref, tabOf, type ReviewView } from "./view";

const t = translator("review");

export function QueuePosition({ view, neighbours }: { view: ReviewView; neighbours: Neighbours }) {
  const { previous, next, total, capped } = neighbours;
  const figure = `${numberInWords(total)}${capped ? "+" : ""}`;
  return (
    <nav className="flex justify-between gap-4 mb-4 pb-2 border-b border-b-rule" aria-label={t("beside")}>
      <a href={asOfHref(queueHref(view))}>
        {t("place", {
          status: tabOf(view),
          total: figure,
          count: total,
          narrowed: String(hasProposalsFilter(view)),
        })}
      </a>
      <span className="flex gap-4">
        {previous === null ? null : (
          <Other href={reviewHref(view, previous)} words={t("previous")} letter="K" />
        )}
        {next === null ? null : <Other href={reviewHref(view, next)} words={t("next")} letter="J" />}
      </span>
    </nav>
  );
}

function Other({ href, words, letter }: { href: string; words: string; letter: string }) {
  return (
    <span>
      <a href={asOfHref(href)}>{words}</a>{" "}
      <kbd className="rkeys noscript:hidden max-md:hidden print:hidden" aria-hidden="true">
        {letter}
      </kbd>
    </span>
  );
}
