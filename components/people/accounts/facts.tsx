import type { AccountReview } from "@/lib/domain/proposals/account";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";
import { changeWords, proposedFields, statusWords } from "./words";

const t = translator("people");

/** Who proposes what for whom, from what to what, and why. */
export function AccountProposalFacts({ review }: { review: AccountReview }) {
  const { proposal, person } = review;
  const { wish, proposedBy, createdAt, reason, decidedAt, note, linkShownAt } = proposal;
  const isDone = proposal.status === "APPROVED";
  return (
    <dl className="facts max-w-2xl">
      <Fact name={t("proposals.what")}>{changeWords(wish)}</Fact>
      {person ? (
        <>
          <Fact name={t("form.email")}>{person.email}</Fact>
          <Fact name={t("proposals.hasPassword")}>
            {t(person.hasPassword ? "proposals.set" : "proposals.notSet")}
          </Fact>
        </>
      ) : null}
      {proposedFields(wish, isDone ? null : person).map(({ name, from, to }) => (
        <Fact key={name} name={name}>
          {from === null ? to : t("proposals.fromTo", { from, to })}
        </Fact>
      ))}
      <Fact name={t("proposals.why")}>{reason}</Fact>
      <Fact name={t("proposals.by")}>
        {proposedBy.name}, {proposedBy.email}
      </Fact>
      <Fact name={t("proposals.on")}>{shortMoment(createdAt)}</Fact>
      <Fact name={t("proposals.state")}>
        {statusWords(proposal)}
        {decidedAt ? <span className="text-muted"> {shortMoment(decidedAt)}</span> : null}
      </Fact>
      {note ? <Fact name={t("proposals.note")}>{note}</Fact> : null}
      {linkShownAt ? (
        <Fact name={t("link.label")}>{t("proposals.linkShown", { when: shortMoment(linkShownAt) })}</Fact>
      ) : null}
    </dl>
  );
}
