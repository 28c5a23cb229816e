import { barsOf } from "@/components/unresolved/coverage/bars";
import { Actions } from "@/components/pledges/pledge/actions";
import { MOST_AROUND } from "@/components/conditions/graph/around";
import { loadWaiters } from "@/lib/conditions/graph/queries";
import { Activity, type ActivityView } from "@/components/pledges/activity/activity";
import { Approvals } from "@/components/pledges/pledge/approvals";
import { Claims } from "@/components/pledges/links/claims";
import { CommentForm } from "@/components/pledges/activity/comment-form";
import { commentWords } from "@/components/pledges/activity/comment-words";
import { DeliveryList } from "@/components/pledges/deliveries/deliveries";
import { Disputes } from "@/components/pledges/rulings/disputes";
import { PledgeCondition } from "@/components/pledges/pledge/condition";
import { Contributions } from "@/components/pledges/pledge/contributions";
import { PledgeEvidence } from "@/components/pledges/pledge/evidence";
import { Facts, KeptFacts, PledgeNextStep } from "@/components/pledges/pledge/facts";
import { PledgeIndex } from "@/components/pledges/pledge/index-of";
import { Fold } from "@/components/ui/fold/fold";
import { Markup } from "@/components/ui/page/markup/markup";
import { NoScript } from "@/components/ui/page/no-script";
import { Ladder, type NextRung } from "@/components/pledges/pledge/ladder";
import { Linked } from "@/components/pledges/pledge/linked";
import { PledgeOpenItems } from "@/components/pledges/pledge/open-items";
import { PledgeProposals } from "@/components/pledges/pledge/proposals";
import { PledgeTop } from "@/components/pledges/pledge/top";
import { VoidBand } from "@/components/pledges/pledge/void-band";
import { loadMayConfirm } from "@/lib/pledges/deliveries/queries";
import { holds, mayDecide, type Actor } from "@/lib/domain/people/actor";
import { stageFactsOf, EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { missingFor, type StageContext } from "@/lib/domain/pledge/stage";
import { isOpen, LADDER, rungOf } from "@/lib/domain/pledge/stages";
import { registerDay, registerZone } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadParticipant } from "@/lib/people/participants/queries";
import {
  loadCellPledges,
  loadHistoryOf,
  loadLinesAround,
  loadPledgeLeafFacts,
} from "@/lib/pledges/pledges/queries";
import { askedTogetherByKeys } from "@/lib/workspace/pages/queries";
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { conditionsIn, type HistoryEntry } from "@/lib/domain/proposals/history";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { proposedFieldChanges } from "@/lib/domain/proposals/proposed-change";
import { DecisionsOn } from "../../requirements/decisions-on";
import { FindingsOn } from "../../findings-on";
import { QuestionsOn } from "../../questions-on";
import { SuggestionsOn } from "./suggestions-on";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { WatchOn } from "../../watch-on";
import { loadNames } from "../../names";
import { textOf, type PageOf, type Search } from "../../search";
import { loadPresentOnly } from "./present-only";
import { loadDetails } from "./details";
import { titled } from "../../../titled";

const ACTIVITY_PAGE = 50;
const BESIDE = 20;

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) => (await params).reference);

export default async function PledgePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, viewer, at, moment } = await readAt();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const details = await loadDetails(actor, reference, at);
  if (details === null) return <RefusedAndNoted refusal={{ code: "role" }} home={`/pledges/${reference}`} />;
  const today = registerDay(moment);
  const [names, participant, history, others, lines, mayConfirm, around, presentOnly] =
    await askedTogetherByKeys(() =>
      Promise.all([
        loadNames(actor, at),
        loadParticipant(actor, details.participant, at),
        loadHistoryOf(actor, details, { cursor: textOf(search.before), limit: ACTIVITY_PAGE }, at),
        loadCellPledges(actor, details, BESIDE, at),
        loadLinesAround(actor, details, at),
        details.deliveries.length > 0 && !isPast(at) ? loadMayConfirm(actor, details.participant) : false,
        loadWaiters(actor, details, MOST_AROUND, at),
        loadPresentOnly(actor, details, today, at),
      ]),
    );
  if (!history.ok) return <RefusedAndNoted refusal={history.refusal} home={`/pledges/${reference}`} />;

  const facts = await loadLeafFacts(actor, details, history.value.items, at);
  const name = names.participants[details.participant] ?? details.participant;
  const ownerName = details.owner === null ? null : (names.owners[details.owner] ?? null);
  const { bars, words } = barsOf(participant.ok ? participant.value.cells : []);
  const comment = translator("pledge");
  return (
    <>
      {details.voided ? <VoidBand voided={details.voided} /> : null}
      <PledgeTop
        details={details}
        participant={name}
        names={names.participants}
        bars={bars}
        barsLabel={translator("ui")("bars", { list: words })}
        actions={<WatchOn topic={{ kind: "pledge", key: reference }} found={presentOnly?.watched} />}
      />
      {isPast(at) ? null : <Actions details={details} actor={actor} participant={name} />}
      <div className="cols pledge max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1 md:grid-cols-[minmax(0,1fr)_240px]">
        <div className="pt-3">
          <Markup>
            <PledgeNextStep details={details} ownerName={ownerName} today={today} />
          </Markup>
          <PledgeProposals details={details} actor={viewer} facts={facts} at={moment} />
          <Claims
            details={details}
            lines={lines}
            actor={isPast(at) ? null : actor}
            names={names.participants}
          />
          <SuggestionsOn participant={details.participant} found={presentOnly?.suggestions} />
          <Markup>
            <Contributions details={details} lines={lines}>
              <Facts details={details} today={today} />
            </Contributions>
          </Markup>
          <DeliveryList details={details} mayConfirm={mayConfirm} today={today} />
          <Markup>
            <Ladder
              details={details}
              next={nextRung(details, { ...stageFactsOf(details), today, timeZone: registerZone() })}
            />
          </Markup>
          <Markup>
            <PledgeCondition
              details={details}
              around={around.ok ? around.value : { waiters: [], more: false }}
            >
              {isWaiting(details) ? (
                <DecisionsOn about={{ kind: "pledge", reference }} search={search} />
              ) : null}
              <Approvals details={details} viewer={viewer} names={names.participants} />
            </PledgeCondition>
          </Markup>
          <Markup>
            <PledgeOpenItems
              details={details}
              questionContext={presentOnly?.questionContext ?? null}
              today={today}
            />
          </Markup>
          <Markup>
            <PledgeEvidence details={details}>
              <Disputes details={details} mayRule={mayDecide(viewer)} />
            </PledgeEvidence>
          </Markup>
          <Markup>
            <Activity
              entries={history.value.items}
              facts={facts}
              next={history.value.next}
              view={viewOf(search)}
              reference={reference}
              at={moment}
            />
          </Markup>
          {holds(viewer, details.participant) ? (
            <Fold summary={comment("comments")} opensFor="comment">
              <NoScript>{currentMessages().form.noScript}</NoScript>
              <CommentForm reference={reference} words={commentWords()} />
            </Fold>
          ) : null}
        </div>
        <aside className="side pt-8 max-md:contents" aria-label={comment("sideLabel")}>
          <PledgeIndex details={details} />
          <Markup>
            <KeptFacts details={details} ownerName={ownerName} />
          </Markup>
          <Markup>
            <Linked details={details} others={others.ok ? others.value : []} />
          </Markup>
          <QuestionsOn
            pledge={{ ...details, pledge: reference }}
            isVoid={details.voided !== null}
            found={presentOnly?.questions}
          />
          <FindingsOn about={{ kind: "pledge", key: reference }} found={presentOnly?.findings} />
        </aside>
      </div>
    </>
  );
}

const isWaiting = ({ stage, voided, actionable }: PledgeDetails): boolean =>
  isOpen(stage) && voided === null && !actionable;

/** The rung above the stage of an open pledge, with what is still missing for it. */
function nextRung(details: PledgeDetails, context: StageContext): NextRung | null {
  const stage =
    isOpen(details.stage) && details.voided === null ? LADDER[rungOf(details.stage) + 1] : undefined;
  if (stage === undefined) return null;
  return { stage, least: EVIDENCE_REQUIREMENTS[stage] ?? null, missing: missingFor(details, stage, context) };
}

function viewOf(search: Search): ActivityView {
  const asked = textOf(search.activity);
  return asked === "changes" || asked === "comments" ? asked : "all";
}

/**
 * Facts about the leaves of conditions in the history and in proposals; loaded only if the details lack some.
 */
async function loadLeafFacts(
  actor: Actor,
  details: PledgeDetails,
  entries: readonly HistoryEntry[],
  at: NowOrAsOf,
): Promise<LeafFacts> {
  const allConditions = [
    ...entries.flatMap(({ changes }) => conditionsIn(changes)),
    ...details.proposals.flatMap(({ wish }) => conditionsIn(proposedFieldChanges(wish))),
  ];
  const strange = allConditions.filter(
    (condition) => !leavesOf(condition).every((leaf) => isKnown(leaf, details.facts)),
  );
  if (strange.length === 0) return details.facts;
  return loadPledgeLeafFacts(actor, [...allConditions, ...ownOf(details)], at);
}

const ownOf = ({ condition }: PledgeDetails): Condition[] => (condition === null ? [] : [condition]);

/** Pledges need no facts: a sentence names them by reference. */
function isKnown(leaf: Leaf, { triggers, approvals }: LeafFacts): boolean {
  if ("trigger" in leaf) return triggers.some(({ code }) => code === leaf.trigger);
  return "approval" in leaf ? approvals.some(({ id }) => id === leaf.approval) : true;
}
