// The decision form for users who may decide; others see who may.
import { Section } from "@/components/ui/page/section";
import { maybeApproved, maybeReturned } from "@/lib/domain/proposals/checks";
import type { Review } from "@/lib/domain/proposals/review";
import { translator } from "@/lib/i18n/translator";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";
import { DecideForm } from "./decide-form";
import { decideWords } from "./decide-words";
import { KeysHint } from "./keys-hint";
import { queueHref, reviewHref, type ReviewView } from "./view";
import { WhoDecides } from "./who-decides";

const t = translator("review");

interface Props {
  review: Review;
  view: ReviewView;
  /** Names of other people who may decide. */
  deciders: readonly string[];
}

export function DecisionPanel({ review, view, deciders }: Props) {
  const { proposal, checks, neighbours, version, since } = review;
  if (proposal.status !== "OPEN") return null;
  if (!maybeReturned(checks)) return <WhoDecides review={review} deciders={deciders} />;
  const mayApprove = maybeApproved(checks);
  const following = neighbours.next ?? neighbours.first;
  const next = following === null ? queueHref(view) : reviewHref(view, following);
  const what = [proposal.reference ?? proposal.title, proposedChangeWords(proposal.wish)].join(", ");
  return (
    <Section
      id="decision"
      title={t(mayApprove ? "form.title" : "form.only")}
      aside={mayApprove ? <KeysHint of="decision" /> : null}
      className="col-1"
    >
      <DecideForm
        id={proposal.id}
        title={t("reviewOf", { reference: proposal.reference ?? proposal.title })}
        version={version}
        mayApprove={mayApprove}
        toLookAt={since.length > 0}
        here={reviewHref(view, proposal.id)}
        next={next}
        later={next}
        words={decideWords(what)}
      />
    </Section>
  );
}
