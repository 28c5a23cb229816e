import type { AccountReview } from "@/lib/domain/proposals/account";
import { momentIn } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { changeWords, proposedFields, statusWords } from "./words";

const t = translator("people");

/** Who proposes what for whom, from what to what, and why. */
export function AccountProposalFacts({ review, timeZone }: { review: AccountReview; timeZone: string }) {
  const { proposal, person } = review;
  const { wish, proposedBy, createdAt, reason, decidedAt, note, linkShownAt } = proposal;
  const isDone = proposal.status === "APPROVED";
  return (
    <dl className="facts max-w-2xl">
      <dt>{t("proposals.what")}</dt>
      <dd>{changeWords(wish)}</dd>
      {person ? (
        <>
          <dt>{t("form.email")}</dt>
          <dd>{person.email}</dd>
          <dt>{t("proposals.hasPassword")}</dt>
          <dd>{t(person.hasPassword ? "proposals.set" : "proposals.notSet")}</dd>
        </>
      ) : null}
      {proposedFields(wish, isDone ? null : person).map(({ name, from, to }) => (
        <FieldFact key={name} {...{ name, from, to }} />
      ))}
      <dt>{t("proposals.why")}</dt>
      <dd>{reason}</dd>
      <dt>{t("proposals.by")}</dt>
      <dd>
        {proposedBy.name}, {proposedBy.email}
      </dd>
      <dt>{t("proposals.on")}</dt>
      <dd>{momentIn(timeZone, createdAt)}</dd>
      <dt>{t("proposals.state")}</dt>
      <dd>
        {statusWords(proposal)}
        {decidedAt ? <span className="text-muted"> {momentIn(timeZone, decidedAt)}</span> : null}
      </dd>
      {note ? (
        <>
          <dt>{t("proposals.note")}</dt>
          <dd>{note}</dd>
        </>
      ) : null}
      {linkShownAt ? (
        <>
          <dt>{t("link.label")}</dt>
          <dd>{t("proposals.linkShown", { when: momentIn(timeZone, linkShownAt) })}</dd>
        </>
      ) : null}
    </dl>
  );
}

function FieldFact({ name, from, to }: { name: string; from: string | null; to: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{from === null ? to : t("proposals.fromTo", { from, to })}</dd>
    </>
  );
}
