import { linesAround } from "@/lib/domain/details/lines-around";
import { barsOf } from "@/components/unresolved/coverage/bars";
import { Actions } from "@/components/pledges/pledge/actions";
import { Activity } from "@/components/pledges/activity/activity";
import { Approvals } from "@/components/pledges/pledge/approvals";
import { CommentForm } from "@/components/pledges/activity/comment-form";
import { commentWords } from "@/components/pledges/activity/comment-words";
import { PledgeCondition } from "@/components/pledges/pledge/condition";
import { Contributions } from "@/components/pledges/pledge/contributions";
import { PledgeEvidence } from "@/components/pledges/pledge/evidence";
import { Facts, KeptFacts, PledgeNextStep } from "@/components/pledges/pledge/facts";
import { PledgeIndex } from "@/components/pledges/pledge/index-of";
import { Fold } from "@/components/ui/fold/fold";
import { Ladder } from "@/components/pledges/pledge/ladder";
import { Linked } from "@/components/pledges/pledge/linked";
import { PledgeOpenItems } from "@/components/pledges/pledge/open-items";
import { PledgeTop } from "@/components/pledges/pledge/top";
import { QuestionsOnRecord } from "@/components/oversight/questions/on-record";
import { askHref } from "@/components/oversight/questions/view";
import { Markup } from "@/components/ui/page/markup/markup";
import { stageFactsOf, EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import { missingFor } from "@/lib/domain/pledge/stage";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const STAGE = "COMMITTED";

/** The page of a pledge at PLEDGED. */
export default function PledgeTwin() {
  const { actor, at, today, settings, names, pledge } = memory();
  const { details, participant, history, others } = pledge;
  const about = { ...details, pledge: details.reference };
  const name = names.participants[details.participant] ?? details.participant;
  const ownerName = details.owner === null ? null : (names.owners[details.owner] ?? null);
  const { bars, words } = barsOf(participant.cells);
  const comment = translator("pledge");
  const missing = missingFor(details, STAGE, {
    ...stageFactsOf(details),
    today,
    timeZone: settings.timeZone,
  });
  return (
    <>
      <PledgeTop
        details={details}
        participant={name}
        names={names.participants}
        bars={bars}
        barsLabel={translator("ui")("bars", { list: words })}
      />
      <Actions details={details} actor={actor} participant={name} />
      <div className="cols pledge max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1 md:grid-cols-[minmax(0,1fr)_240px]">
        <div className="pt-3">
          <Markup>
            <PledgeNextStep details={details} ownerName={ownerName} today={today} />
          </Markup>
          <Markup>
            <Contributions details={details} lines={linesAround(details, [])}>
              <Facts details={details} today={today} />
            </Contributions>
          </Markup>
          <Markup>
            <Ladder
              details={details}
              next={{ stage: STAGE, least: EVIDENCE_REQUIREMENTS[STAGE] ?? null, missing }}
            />
          </Markup>
          <Markup>
            <PledgeCondition details={details} around={{ waiters: [], more: false }}>
              <Approvals details={details} viewer={actor} names={names.participants} />
            </PledgeCondition>
          </Markup>
          <Markup>
            <PledgeOpenItems
              details={details}
              questionContext={{ actor, open: new Map(), today }}
              today={today}
            />
          </Markup>
          <Markup>
            <PledgeEvidence details={details} />
          </Markup>
          <Markup>
            <Activity
              entries={history.items}
              facts={details.facts}
              next={history.next}
              view="all"
              reference={details.reference}
              at={at}
            />
          </Markup>
          <Fold summary={comment("comments")} opensFor="comment">
            <CommentForm reference={details.reference} words={commentWords()} />
          </Fold>
        </div>
        <aside className="side pt-8 max-md:contents" aria-label={comment("sideLabel")}>
          <PledgeIndex details={details} />
          <Markup>
            <KeptFacts details={details} ownerName={ownerName} />
          </Markup>
          <Markup>
            <Linked details={details} others={others} />
          </Markup>
          <QuestionsOnRecord view={{ about }} questions={[]} more={false} ask={askHref(about)} />
        </aside>
      </div>
    </>
  );
}
