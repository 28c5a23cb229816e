import { notFound } from "next/navigation";
import { NoticeFacts, WhatHappened } from "@/components/inbox/entry";
import { MarkButton } from "@/components/inbox/mark-button";
import { MarkSeen } from "@/components/inbox/mark-seen";
import { noticeHref } from "@/components/inbox/view";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { conditionsIn } from "@/lib/domain/proposals/history";
import { isSeq } from "@/lib/domain/log/logged";
import { didWords } from "@/lib/i18n/words/notice-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { loadInbox, loadNotice } from "@/lib/inbox/inbox/queries";
import { loadPledgeLeafFacts } from "@/lib/pledges/pledges/queries";
import { or404, RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("inbox");

export const generateMetadata = titled<PageOf<"seq">>(async ({ params }) => {
  const { seq } = await params;
  return isSeq(seq) ? t("entry.title", { seq: numberInWords(Number(seq)) }) : t("title");
});

export default async function NoticePage({ params, searchParams }: PageOf<"seq">) {
  const [{ actor, at }, { seq }, search] = await Promise.all([requireActorPage(), params, searchParams]);
  if (!isSeq(seq)) notFound();
  const [loaded, further] = await Promise.all([
    loadNotice(actor, Number(seq)).then(or404),
    loadInbox(actor, { show: "unread", kind: [], after: [seq], limit: 1 }),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/inbox" />;
  const notice = loaded.value;
  const facts = await loadPledgeLeafFacts(actor, conditionsIn(notice.changes), at);
  const [next] = further.ok ? further.value.items : [];
  const isSaidUnread = textOf(search.done) === "unread";
  return (
    <>
      {notice.isRead || isSaidUnread ? null : <MarkSeen seq={notice.seq} />}
      <PageHead title={didWords(notice)}>
        <MarkButton seq={notice.seq} isRead={notice.isRead} back={noticeHref(notice.seq)} />
      </PageHead>
      <p>
        <a href="/inbox">{t("entry.back")}</a>
        {next ? (
          <>
            {" · "}
            <a href={noticeHref(next.seq)}>{t("entry.next")}</a>
          </>
        ) : null}
      </p>
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <WhatHappened notice={notice} facts={facts} />
        </div>
        <div className="side pt-8 max-md:contents">
          <NoticeFacts notice={notice} actor={actor} />
        </div>
      </div>
    </>
  );
}
