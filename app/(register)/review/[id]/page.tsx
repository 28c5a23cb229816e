import { redirect } from "next/navigation";
import { LinesInReview } from "@/components/pledges/links/lines-in-review";
import { Arrival } from "@/components/review/review/arrival";
import { QueuePosition } from "@/components/review/review/queue-position";
import { ProposedChanges } from "@/components/review/proposal/changes";
import { Checks } from "@/components/review/review/checks";
import { arrivalWords } from "@/components/review/review/decide-words";
import { DecisionPanel } from "@/components/review/review/decision";
import { InTheWay } from "@/components/review/review/in-the-way";
import { Keys } from "@/components/review/review/keys";
import { ProposalOutcome } from "@/components/review/review/outcome";
import { RestsOn } from "@/components/review/proposal/rests-on";
import { Since } from "@/components/review/proposal/since";
import { ReviewTop } from "@/components/review/review/top";
import { reviewHref } from "@/components/review/review/view";
import { requireActorPage } from "@/lib/auth/page";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { pledgeProposed } from "@/lib/domain/proposals/review";
import { conditionsIn } from "@/lib/domain/proposals/history";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { loadLinesAround, loadPledgeLeafFacts } from "@/lib/pledges/pledges/queries";
import { loadAccountProposal } from "@/lib/people/account-proposals/queries";
import { loadDeciders } from "@/lib/people/people/queries";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { loadReview } from "@/lib/review/proposals/queries";
import { FindingsOn } from "../../findings-on";
import { RefusedAndNoted } from "../../refused";
import { loadNames } from "../../names";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

export const generateMetadata = titled(() => translator("review")("one"));

export default async function ReviewOnePage({ params, searchParams }: PageOf<"id">) {
  const [{ actor, at }, { id }, search] = await Promise.all([requireActorPage(), params, searchParams]);
  const asked = parseListAddress(proposalQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home={`/review/${id}`} />;
  const { after: _after, limit: _limit, ...view } = asked.value;
  if ((await loadAccountProposal(actor, id)).ok) redirect(`/review/accounts/${id}`);
  const [loaded, deciders, { participants }] = await Promise.all([
    loadReview(actor, id, asked.value, at),
    loadDeciders(actor),
    loadNames(actor, at),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/review" />;

  const review = loaded.value;
  const { proposal, neighbours } = review;
  const listed = [...review.changes, ...review.since.flatMap(({ changes }) => changes)];
  const facts = await loadPledgeLeafFacts(actor, conditionsIn(listed), at);
  const proposed = pledgeProposed(review, { at, today: registerDay(at) });
  const lines = proposed && (await loadLinesAround(actor, proposed, at));
  const others = deciders.ok ? deciders.value.filter(({ email }) => email !== proposal.proposedBy.email) : [];
  const hrefOf = (other: string | null) => (other === null ? null : reviewHref(view, other));
  return (
    <>
      <QueuePosition view={view} neighbours={neighbours} />
      <Arrival words={arrivalWords()} />
      <ReviewTop
        review={review}
        participant={participants[proposal.participant] ?? proposal.participant}
        at={at}
      />
      <ProposalOutcome proposal={proposal} next={hrefOf(neighbours.next ?? neighbours.first)} at={at} />
      <InTheWay review={review} />
      {proposed && lines ? <LinesInReview pledge={proposed} around={lines} /> : null}
      <Since review={review} facts={facts} at={at} />
      <div className="grid grid-cols-[minmax(0,1fr)_400px] grid-rows-[auto_auto_1fr] gap-y-0 gap-x-12 max-xl:grid-cols-[minmax(0,1fr)_320px] max-xl:gap-y-0 max-xl:gap-x-8 max-md:block">
        <ProposedChanges review={review} facts={facts} />
        <RestsOn review={review} today={registerDay(at)} />
        {proposal.status === "OPEN" ? <Checks checks={review.checks} /> : null}
        <DecisionPanel review={review} view={view} deciders={others.map(({ name }) => name)} />
      </div>
      {mayNoteFindings(actor) ? (
        <div className="side pt-8 max-md:contents">
          <FindingsOn about={{ kind: "proposal", key: id }} />
        </div>
      ) : null}
      <Keys previous={hrefOf(neighbours.previous)} next={hrefOf(neighbours.next)} />
    </>
  );
}
