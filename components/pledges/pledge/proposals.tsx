// Open proposals about the pledge: what is asked, by whom, why, and what can be done about it.
import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { resubmissionHref } from "@/components/review/proposal/resubmission-href";
import { ActButton } from "@/components/form/sending/act-button";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { Section } from "@/components/ui/page/section";
import { holds, mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { mayWithdraw, type KnownProposal } from "@/lib/domain/proposals/proposal";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { shortMoment } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";
import { proposedNow } from "../changes/asked";
import { FieldChanges } from "../changes/changes";
import { CitedPieces } from "./cited-pieces";

const t = translator("pledge");
const domain = translator("domain");

interface Given {
  details: PledgeDetails;
  actor: Actor;
  /** Facts about the leaves of proposed conditions. */
  facts: LeafFacts;
  at: string;
}

interface OfOne extends Given {
  proposal: KnownProposal;
}

export function PledgeProposals({ details, ...given }: Given) {
  if (details.proposals.length === 0) return null;
  return (
    <Section
      id="proposal"
      title={t("proposal.title", { count: details.proposals.length })}
      aside={
        details.proposals.some(({ status }) => status === "OPEN") ? <p>{t("proposal.intro")}</p> : undefined
      }
    >
      {details.proposals.map((proposal) => (
        <OpenProposal key={proposal.id} proposal={proposal} details={details} {...given} />
      ))}
    </Section>
  );
}

function OpenProposal({ proposal, details, actor, facts, at }: OfOne) {
  const { wish, reason, proposedBy, createdAt, status, note, decidedBy, decidedAt } = proposal;
  const moment = (when: string) => <Ago at={when} now={at} />;
  return (
    <div className="prop grid grid-cols-[164px_minmax(0,1fr)] px-0 py-3 border-t border-t-rule first-of-type:border-t-0 max-md:grid-cols-1 max-md:gap-2">
      <div className="event-when">
        {moment(createdAt)}
        <p className="mt-2">
          <StatusMark glyph={status === "OPEN" ? "waiting" : "dispute"} family="waiting" strong>
            {t(`proposal.${status === "OPEN" ? "open" : "returned"}`)}
          </StatusMark>
        </p>
      </div>
      <div>
        <h3>
          {t("proposal.asks", { who: proposedBy.name })}{" "}
          {wish.do === "stage" ? (
            <StageMark stage={wish.to}>{domain(`stage.${wish.to}`)}</StageMark>
          ) : (
            proposedChangeWords(wish)
          )}
        </h3>
        <FieldChanges changes={proposedNow(proposal, details, at)} facts={facts} />
        <p className="text-muted">{t("reason", { reason })}</p>
        {wish.do === "stage" ? <CitedPieces wish={wish} evidence={details.evidence} /> : null}
        {status === "RETURNED" ? (
          <>
            <p>
              <b>{t("proposal.sentBack", { who: decidedBy ?? "" })}</b>
              {decidedAt ? <span className="text-muted"> {shortMoment(decidedAt)}</span> : null}
            </p>
            <p className="comment-text">{note}</p>
          </>
        ) : null}
        <Ways proposal={proposal} details={details} actor={actor} />
      </div>
    </div>
  );
}

function Ways({ proposal, details, actor }: Pick<OfOne, "proposal" | "details" | "actor">) {
  const isOpen = proposal.status === "OPEN";
  const own = proposal.proposerId === actor.id;
  const keeps = holds(actor, details.participant);
  return (
    <>
      <p className="btns flex flex-wrap items-center gap-2 mt-3">
        {isOpen && !own && mayDecide(actor) ? (
          <a className={buttonLook("primary")} href={asOfHref(`/review/${proposal.id}`)}>
            {t("proposal.review")}
          </a>
        ) : null}
        {!isOpen && keeps ? (
          <a className={buttonLook()} href={asOfHref(resubmissionHref(proposal))}>
            {t("proposal.mend")}
          </a>
        ) : null}
        {mayWithdraw(actor, proposal) ? (
          <ActButton
            request={{ method: "POST", path: `/proposals/${proposal.id}/withdraw`, body: {} }}
            done={t("proposal.withdrawn")}
            look="plain"
            words={currentMessages().form}
          >
            {t(isOpen ? "proposal.withdraw" : "proposal.letGo")}
          </ActButton>
        ) : null}
      </p>
      {isOpen && (own || !mayDecide(actor)) ? (
        <p className="text-muted">
          <Glyph name="lock" size={12} /> {t(own ? "proposal.othersDecide" : "proposal.managersDecide")}{" "}
          <a href={asOfHref(`/review/${proposal.id}`)}>{t("proposal.look")}</a>
        </p>
      ) : null}
    </>
  );
}
