import { Markup } from "@/components/ui/page/markup/markup";
import { Arrival } from "@/components/review/review/arrival";
import { arrivalWords } from "@/components/review/review/decide-words";
import { ProposalsFilterForm } from "@/components/review/review/filter-form";
import { Keys } from "@/components/review/review/keys";
import { KeysHint } from "@/components/review/review/keys-hint";
import { ProposalsSummary } from "@/components/review/review/summary";
import { ProposalTable } from "@/components/review/review/table";
import { ProposalsTabs } from "@/components/review/review/tabs";
import { queueHref, reviewHref } from "@/components/review/review/view";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("review");

export default function ReviewTwin() {
  const { at, names, review } = memory();
  const { view, items, next } = review;
  const { participants } = names;
  return (
    <>
      <PageHead id="review" title={t("title")}>
        <a className={buttonLook()} href={reviewHref(view, items[0]?.id ?? "")}>
          {t("start")}
        </a>
      </PageHead>
      <Arrival words={arrivalWords()} />
      <p className="text-muted">{t("intro")}</p>
      <ProposalsTabs view={view} />
      <ProposalsFilterForm view={view} participants={participants} />
      <div className="flex flex-wrap justify-between gap-y-0.5 gap-x-4 mb-2">
        <ProposalsSummary view={view} found={review} />
        <KeysHint of="rows" />
      </div>
      <Markup>
        <ProposalTable proposals={items} {...{ view, participants, at }} />
      </Markup>
      <Pager href={(cursor) => asOfHref(queueHref(view, cursor))} next={next} further={false} />
      <Keys />
    </>
  );
}
