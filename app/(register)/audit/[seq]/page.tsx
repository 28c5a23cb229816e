import { notFound } from "next/navigation";
import { EntryLinks, EntryFacts } from "@/components/history/audit/entry-facts";
import { EntryTop } from "@/components/history/audit/entry-top";
import { Hashed, KeptRecord } from "@/components/history/audit/hashed";
import { shownEvent } from "@/components/history/audit/shown-event";
import { WhatChanged } from "@/components/history/audit/what-changed";
import { InTheLog } from "@/components/trust/checkpoints/in-the-log";
import { loadLogEntry, loadPeopleIn } from "@/lib/history/audit/queries";
import { loadProof } from "@/lib/trust/checkpoints/queries";
import { requireActorPage } from "@/lib/auth/page";
import { conditionsIn } from "@/lib/domain/proposals/history";
import { isSeq } from "@/lib/domain/log/logged";
import { translator } from "@/lib/i18n/translator";
import { loadPledgeLeafFacts } from "@/lib/pledges/pledges/queries";
import { RefusedAndNoted } from "../../refused";
import { numberInWords } from "@/lib/i18n/numbers";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("audit");

export const generateMetadata = titled<PageOf<"seq">>(async ({ params }) => {
  const { seq } = await params;
  return isSeq(seq) ? t("entry.title", { seq: numberInWords(Number(seq)) }) : t("title");
});

export default async function EntryPage({ params }: PageOf<"seq">) {
  const { actor, at } = await requireActorPage();
  const { seq } = await params;
  if (!isSeq(seq)) notFound();
  const loaded = await loadLogEntry(actor, Number(seq));
  if (!loaded.ok)
    return <RefusedAndNoted refusal={loaded.refusal} home={`/audit/${seq}`} why={t("forWhom")} />;

  const entry = loaded.value;
  const proof = await loadProof(actor, Number(seq));
  const people = await loadPeopleIn(actor, [entry.before, entry.after]);
  const event = shownEvent(entry, people);
  const facts = await loadPledgeLeafFacts(actor, conditionsIn([...event.changes, ...event.proposed]), at);
  return (
    <>
      <EntryTop entry={entry} actor={actor} />
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <WhatChanged event={event} isNew={entry.before === null} facts={facts} />
          <Hashed entry={entry} />
          <InTheLog proven={proof.ok ? proof.value : null} />
          <KeptRecord entry={entry} />
        </div>
        <div className="side pt-8 max-md:contents">
          <EntryFacts entry={entry} />
          <EntryLinks entry={entry} />
        </div>
      </div>
    </>
  );
}
