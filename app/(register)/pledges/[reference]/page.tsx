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
import { Ladder, type NextRung } from "@/components/pledges/pledge/ladder";
import { Linked } from "@/components/pledges/pledge/linked";
import { PledgeOpenItems } from "@/components/pledges/pledge/open-items";
import { PledgeProposals } from "@/components/pledges/pledge/proposals";
import { PledgeTop } from "@/components/pledges/pledge/top";
import { VoidBand } from "@/components/pledges/pledge/void-band";
import { loadMayConfirm } from "@/lib/pledges/deliveries/queries";
import { holds, mayDecide, type Actor } from "@/lib/domain/people/actor";
import { stageFactsOf, EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import { dayOf } from "@/lib/domain/base/day";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { missingFor, type StageContext } from "@/lib/domain/pledge/stage";
import { isOpen, LADDER, rungOf } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { loadParticipant } from "@/lib/people/participants/queries";
import {
  loadCellPledges,
  loadHistoryOf,
  loadLinesAround,
  loadPledgeLeafFacts,
} from "@/lib/pledges/pledges/queries";
import { askedTogetherByKeys } from "@/lib/workspace/pages/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
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
import { loadSheet } from "./sheet";
import { titled } from "../../../titled";

const ACTIVITY_PAGE = 50;
const BESIDE = 20;

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) => (await params).reference);

export default async function PledgePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, viewer, at, moment } = await readAt();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const sheet = await loadSheet(actor, reference, at);
  if (sheet === null) return <RefusedAndNoted refusal={{ code: "role" }} home={`/pledges/${reference}`} />;

  const { timeZone } = await loadSettings();
  const today = dayOf(moment, timeZone);
  const [names, participant, history, others, lines, mayConfirm, around, beside] = await askedTogetherByKeys(
    () =>
      Promise.all([
        loadNames(actor, at),
        loadParticipant(actor, sheet.participant, at),
        loadHistoryOf(actor, sheet, { cursor: textOf(search.before), limit: ACTIVITY_PAGE }, at),
        loadCellPledges(actor, sheet, BESIDE, at),
        loadLinesAround(actor, sheet, at),
        sheet.deliveries.length > 0 && !isPast(at) ? loadMayConfirm(actor, sheet.participant) : false,
        loadWaiters(actor, sheet, MOST_AROUND, at),
        loadPresentOnly(actor, sheet, today, at),
      ]),
  );
  if (!history.ok) return <RefusedAndNoted refusal={history.refusal} home={`/pledges/${reference}`} />;

  const facts = await loadLeafFacts(actor, sheet, history.value.items, at);
  const name = names.participants[sheet.participant] ?? sheet.participant;
  const ownerName = sheet.owner === null ? null : (names.owners[sheet.owner] ?? null);
  const { bars, words } = barsOf(participant.ok ? participant.value.cells : []);
  const comment = translator("pledge");
  return (
    <>
      {sheet.voided ? <VoidBand voided={sheet.voided} timeZone={timeZone} /> : null}
      <PledgeTop
        sheet={sheet}
        participant={name}
        names={names.participants}
        bars={bars}
        barsLabel={translator("ui")("bars", { list: words })}
        actions={<WatchOn topic={{ kind: "pledge", key: reference }} found={beside?.watched} />}
      />
      {isPast(at) ? null : <Actions sheet={sheet} actor={actor} participant={name} />}
      <div className="cols pledge max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1 md:grid-cols-[minmax(0,1fr)_240px]">
        <div className="pt-3">
          <Markup>
            <PledgeNextStep sheet={sheet} ownerName={ownerName} today={today} />
          </Markup>
          <PledgeProposals sheet={sheet} actor={viewer} facts={facts} at={moment} timeZone={timeZone} />
          <Claims sheet={sheet} lines={lines} actor={isPast(at) ? null : actor} names={names.participants} />
          <SuggestionsOn participant={sheet.participant} found={beside?.suggestions} />
          <Markup>
            <Contributions sheet={sheet} lines={lines}>
              <Facts sheet={sheet} today={today} />
            </Contributions>
          </Markup>
          <DeliveryList sheet={sheet} mayConfirm={mayConfirm} today={today} timeZone={timeZone} />
          <Markup>
            <Ladder sheet={sheet} next={nextRung(sheet, { ...stageFactsOf(sheet), today, timeZone })} />
          </Markup>
          <Markup>
            <PledgeCondition sheet={sheet} around={around.ok ? around.value : { waiters: [], more: false }}>
              {isWaiting(sheet) ? (
                <DecisionsOn about={{ kind: "pledge", reference }} search={search} />
              ) : null}
              <Approvals sheet={sheet} viewer={viewer} names={names.participants} timeZone={timeZone} />
            </PledgeCondition>
          </Markup>
          <Markup>
            <PledgeOpenItems sheet={sheet} asking={beside?.asking ?? null} today={today} />
          </Markup>
          <Markup>
            <PledgeEvidence sheet={sheet} timeZone={timeZone}>
              <Disputes sheet={sheet} mayRule={mayDecide(viewer)} timeZone={timeZone} />
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
              timeZone={timeZone}
            />
          </Markup>
          {holds(viewer, sheet.participant) ? (
            <Fold summary={comment("comments")} opensFor="comment">
              <CommentForm account={actor.id} reference={reference} words={commentWords()} />
            </Fold>
          ) : null}
        </div>
        <aside className="side pt-8 max-md:contents" aria-label={comment("sideLabel")}>
          <PledgeIndex sheet={sheet} />
          <Markup>
            <KeptFacts sheet={sheet} ownerName={ownerName} />
          </Markup>
          <Markup>
            <Linked sheet={sheet} others={others.ok ? others.value : []} />
          </Markup>
          <QuestionsOn
            pledge={{ ...sheet, pledge: reference }}
            isVoid={sheet.voided !== null}
            found={beside?.questions}
          />
          <FindingsOn about={{ kind: "pledge", key: reference }} found={beside?.findings} />
        </aside>
      </div>
    </>
  );
}

const isWaiting = ({ stage, voided, actionable }: PledgeDetails): boolean =>
  isOpen(stage) && voided === null && !actionable;

/** The rung above the stage of an open pledge, with what is still missing for it. */
function nextRung(sheet: PledgeDetails, context: StageContext): NextRung | null {
  const stage = isOpen(sheet.stage) && sheet.voided === null ? LADDER[rungOf(sheet.stage) + 1] : undefined;
  if (stage === undefined) return null;
  return { stage, least: EVIDENCE_REQUIREMENTS[stage] ?? null, missing: missingFor(sheet, stage, context) };
}

function viewOf(search: Search): ActivityView {
  const asked = textOf(search.activity);
  return asked === "changes" || asked === "comments" ? asked : "all";
}

/**
 * Facts about the leaves of conditions in the history and in proposals; loaded only if the sheet lacks some.
 */
async function loadLeafFacts(
  actor: Actor,
  sheet: PledgeDetails,
  entries: readonly HistoryEntry[],
  at: NowOrAsOf,
): Promise<LeafFacts> {
  const told = [
    ...entries.flatMap(({ changes }) => conditionsIn(changes)),
    ...sheet.proposals.flatMap(({ wish }) => conditionsIn(proposedFieldChanges(wish))),
  ];
  const strange = told.filter(
    (condition) => !leavesOf(condition).every((leaf) => isKnown(leaf, sheet.facts)),
  );
  if (strange.length === 0) return sheet.facts;
  return loadPledgeLeafFacts(actor, [...told, ...ownOf(sheet)], at);
}

const ownOf = ({ condition }: PledgeDetails): Condition[] => (condition === null ? [] : [condition]);

/** Pledges need no facts: a sentence names them by reference. */
function isKnown(leaf: Leaf, { triggers, approvals }: LeafFacts): boolean {
  if ("trigger" in leaf) return triggers.some(({ code }) => code === leaf.trigger);
  return "approval" in leaf ? approvals.some(({ id }) => id === leaf.approval) : true;
}
