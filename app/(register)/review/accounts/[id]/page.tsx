import { AccountProposalFacts } from "@/components/people/accounts/facts";
import { ShowLink } from "@/components/people/accounts/show-link";
import { changeWords } from "@/components/people/accounts/words";
import { personWords } from "@/components/people/people/words";
import { ActButton } from "@/components/form/sending/act-button";
import { Arrival } from "@/components/review/review/arrival";
import { DecideForm } from "@/components/review/review/decide-form";
import { arrivalWords, decideWords } from "@/components/review/review/decide-words";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import type { Actor } from "@/lib/domain/people/actor";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { refusalWords } from "@/lib/i18n/words/refusal-words";
import type { AccountReview } from "@/lib/domain/proposals/account";
import { loadAccountReview } from "@/lib/people/account-proposals/queries";
import { RefusedAndNoted } from "../../../refused";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("people");
const LIST = "/review/accounts";

export const generateMetadata = titled(() => t("proposals.one"));

export default async function AccountProposalPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const loaded = await loadAccountReview(actor, id, at);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home={LIST} />;
  const review = loaded.value;
  const { proposal, may } = review;
  return (
    <>
      <PageHead id="review" title={proposal.title}>
        <a className={buttonLook()} href={LIST}>
          {t("proposals.all")}
        </a>
      </PageHead>
      <Arrival words={arrivalWords()} />
      <AccountProposalFacts review={review} />
      {may.seeLink ? (
        <ShowLink
          id={id}
          name={proposal.title}
          label={t("proposals.showLink")}
          hint={t("proposals.showLinkHint")}
          words={personWords()}
        />
      ) : null}
      <Decision actor={actor} review={review} />
      {may.withdraw ? (
        <ActButton
          request={{ method: "POST", path: `/proposals/${id}/withdraw`, body: {} }}
          done={t("proposals.withdrawn")}
          look="plain"
          words={currentMessages().form}
        >
          {t("proposals.withdraw")}
        </ActButton>
      ) : null}
    </>
  );
}

function Decision({
  actor,
  review: { proposal, version, may, heldUntil },
}: {
  actor: Actor;
  review: AccountReview;
}) {
  const { id, title, basedOn, status } = proposal;
  if (status !== "OPEN") return null;
  if (may.decide) {
    const isChanged = version !== basedOn;
    return (
      <>
        {isChanged ? <p className={noticeLook()}>{t("proposals.changedSince")}</p> : null}
        <DecideForm
          id={id}
          title={title}
          version={version}
          mayApprove
          toLookAt={isChanged}
          here={`${LIST}/${id}`}
          next={LIST}
          later={LIST}
          words={decideWords(`${changeWords(proposal.wish)}, ${title}`)}
        />
      </>
    );
  }
  return <p className="text-muted mb-4">{whoDecides(actor, proposal, heldUntil)}</p>;
}

function whoDecides(actor: Actor, proposal: AccountReview["proposal"], heldUntil: string | null): string {
  if (proposal.subjectId === actor.id) return t("proposals.ownAccount");
  if (heldUntil !== null) return refusalWords({ code: "held-back", params: { until: heldUntil } }).detail;
  return t(proposal.proposerId === actor.id ? "proposals.own" : "proposals.others");
}
