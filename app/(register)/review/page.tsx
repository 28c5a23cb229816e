import { Markup } from "@/components/ui/page/markup/markup";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Arrival } from "@/components/review/review/arrival";
import { arrivalWords } from "@/components/review/review/decide-words";
import { ProposalsFilterForm } from "@/components/review/review/filter-form";
import { Keys } from "@/components/review/review/keys";
import { KeysHint } from "@/components/review/review/keys-hint";
import { ProposalsSummary } from "@/components/review/review/summary";
import { ProposalTable } from "@/components/review/review/table";
import { ProposalsTabs } from "@/components/review/review/tabs";
import { hasProposalsFilter, queueHref, reviewHref, tabOf } from "@/components/review/review/view";
import { MOST_RULINGS, RulingsToApply } from "@/components/pledges/rulings/to-apply";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { countWaitingForAccounts } from "@/lib/people/account-proposals/queries";
import { loadProposals } from "@/lib/review/proposals/queries";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import { askedTogether } from "@/lib/workspace/pages/queries";
import { RefusedAndNoted } from "../refused";
import { loadNames } from "../names";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { loadSavedViews, SavedViewsMenu } from "../saved-views-menu";

const t = translator("review");

const RULINGS = {
  group: "code",
  class: [],
  code: ["RULING_NOT_APPLIED"],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: MOST_RULINGS + 1,
} satisfies UnresolvedFilter;

export const generateMetadata = titled(() => t("title"));

export default async function ReviewPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(proposalQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/review" />;
  const [loaded, { participants }, waiting, rulings] = await askedTogether(() =>
    Promise.all([
      loadProposals(actor, asked.value),
      loadNames(actor, at),
      countWaitingForAccounts(actor),
      loadUnresolvedItems(actor, RULINGS, at),
      loadSavedViews(),
    ]),
  );
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/review" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next } = loaded.value;
  const tab = tabOf(view);
  const state = hasProposalsFilter(view) ? "filtered" : tab;
  const oldest = mayDecide(actor) && after === null && tab === "waiting" ? items[0] : undefined;
  return (
    <>
      <PageHead id="review" title={t("title")}>
        <SavedViewsMenu />
        {oldest ? (
          <a className={buttonLook()} href={asOfHref(reviewHref(view, oldest.id))}>
            {t("start")}
          </a>
        ) : null}
      </PageHead>
      <Arrival words={arrivalWords()} />
      <p className="text-muted">{t("intro")}</p>
      {waiting.ok && waiting.value > 0 ? (
        <p className="mb-4">
          <a href="/review/accounts">{translator("people")("proposals.link", { count: waiting.value })}</a>
        </p>
      ) : null}
      {rulings.ok ? <RulingsToApply items={rulings.value.items} /> : null}
      <ProposalsTabs view={view} />
      <ProposalsFilterForm view={view} participants={participants} />
      <div className="flex flex-wrap justify-between gap-y-0.5 gap-x-4 mb-2">
        <ProposalsSummary view={view} found={loaded.value} />
        {items.length === 0 ? null : <KeysHint of="rows" />}
      </div>
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />
      ) : (
        <Markup>
          <ProposalTable proposals={items} {...{ view, participants, at }} />
        </Markup>
      )}
      <Pager href={(cursor) => asOfHref(queueHref(view, cursor))} next={next} further={after !== null} />
      <Keys />
    </>
  );
}
