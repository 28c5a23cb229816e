import { NoticeList } from "@/components/inbox/list";
import { AllReadButton } from "@/components/inbox/mark-button";
import { ReadInPlace } from "@/components/inbox/read-in-place";
import { InboxFilterForm } from "@/components/inbox/filter-form";
import { hasInboxFilter, inboxHref, type InboxView } from "@/components/inbox/view";
import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { translator } from "@/lib/i18n/translator";
import { faultWords } from "@/lib/i18n/words/fault-words";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { loadInbox, loadUnread } from "@/lib/inbox/inbox/queries";
import { parseListAddress } from "@/lib/schema/listed";
import { titled } from "../../titled";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("inbox");
const ui = translator("ui");

/** Each is two or three lines high, so that a page can be read through. */
const ROWS = 20;

export const generateMetadata = titled(() => t("title"));

export default async function InboxPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(noticeQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/inbox" />;
  const [loaded, unread] = await Promise.all([
    loadInbox(actor, { ...asked.value, limit: ROWS }),
    loadUnread(actor),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/inbox" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next } = loaded.value;
  const [newest] = items;
  const count = unread.ok ? unread.value : 0;
  // The button marks every notice, so it is only on the first page of a view with every unread one.
  const mayMarkAll = count > 0 && after === null && view.kind.length === 0 && view.show !== "read";
  const back = inboxHref(view, typeof search.cursor === "string" ? search.cursor : undefined);
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {mayMarkAll && newest ? <AllReadButton through={newest.seq} /> : null}
      </PageHead>
      <ErrorSummary
        title={ui("problem")}
        errors={faultWords(faultInAddress(search.error), "inbox")}
        attempt={0}
      />
      <p className="headline">{t("count", { unread: count })}</p>
      <p className="text-muted">
        {t("intro")} <a href="/inbox/watching">{t("watching")}</a> ·{" "}
        <a href="/profile#inbox">{t("choices")}</a>
      </p>
      <InboxFilterForm view={view} actor={actor} />
      <ListSummary whole={toWholeList(hasInboxFilter(view), "/inbox")}>
        {t("total", counted(loaded.value))}
      </ListSummary>
      {items.length === 0 ? (
        <NoNotices view={view} />
      ) : (
        <>
          <ReadInPlace words={{ read: t("done.read"), unread: t("done.unread"), failed: t("failed") }} />
          <NoticeList notices={items} {...{ actor, at, back }} />
        </>
      )}
      <Pager href={(cursor) => inboxHref(view, cursor)} next={next} further={after !== null} />
    </>
  );
}

/** No notices yet, all are read, or none fits the view. */
function NoNotices({ view }: { view: InboxView }) {
  const isUnread = view.show === "unread" && view.kind.length === 0;
  const state = isUnread ? "unread" : hasInboxFilter(view) ? "filtered" : "first";
  return (
    <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
      {state === "first" ? <a href="/inbox/watching">{t("watching")}</a> : null}
    </EmptyState>
  );
}
