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
import { NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import { memory } from "../memory";

export default function ProposalTwin() {
  const { at, today, names, review: queue, proposal: review, deciders } = memory();
  const { proposal, neighbours } = review;
  const others = deciders.filter(({ email }) => email !== proposal.proposedBy.email);
  const hrefOf = (other: string | null) => (other === null ? null : reviewHref(queue.view, other));
  return (
    <>
      <QueuePosition view={queue.view} neighbours={neighbours} />
      <Arrival words={arrivalWords()} />
      <ReviewTop
        review={review}
        participant={names.participants[proposal.participant] ?? proposal.participant}
        at={at}
      />
      <ProposalOutcome proposal={proposal} next={hrefOf(neighbours.next ?? neighbours.first)} at={at} />
      <InTheWay review={review} />
      <Since review={review} facts={NO_FACTS} at={at} />
      <div className="grid grid-cols-[minmax(0,1fr)_400px] grid-rows-[auto_auto_1fr] gap-y-0 gap-x-12 max-xl:grid-cols-[minmax(0,1fr)_320px] max-xl:gap-y-0 max-xl:gap-x-8 max-md:block">
        <ProposedChanges review={review} facts={NO_FACTS} />
        <RestsOn review={review} today={today} />
        <Checks checks={review.checks} />
        <DecisionPanel review={review} view={queue.view} deciders={others.map(({ name }) => name)} />
      </div>
      <Keys previous={hrefOf(neighbours.previous)} next={hrefOf(neighbours.next)} />
    </>
  );
}
