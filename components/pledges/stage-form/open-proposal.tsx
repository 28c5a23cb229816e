// What a form shows about a proposal on the record that it changes.
import { noticeLook } from "@/components/ui/looks";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";

const t = translator("pledge-form");

interface Props {
  proposal: KnownProposal;
  reference: string;
}

/** An open proposal must be closed before anything else is proposed. */
export function OpenProposal({ proposal, reference }: Props) {
  const day = dayInWords(registerDay(proposal.createdAt));
  return (
    <div className={noticeLook("max-w-3xl")}>
      <p>
        {t("openProposal", { who: proposal.proposedBy.name, day, wish: proposedChangeWords(proposal.wish) })}{" "}
        <a href={`/pledges/${reference}#proposal`}>{t("seeProposal")}</a>
      </p>
    </div>
  );
}

/** A proposal that was sent back: its note comes before the form that resubmits it. */
export function SentBack({ proposal }: Omit<Props, "reference">) {
  const day = dayInWords(registerDay(proposal.decidedAt ?? proposal.updatedAt));
  // The stage form has no fields for these changes, and sends them again.
  const along = proposal.wish.do === "stage" ? Object.keys(proposal.wish.changes) : [];
  return (
    <div className={noticeLook("max-w-3xl")}>
      <p>
        <b>
          {t("sentBack", { who: proposal.decidedBy ?? "", day, wish: proposedChangeWords(proposal.wish) })}
        </b>
      </p>
      <p className="comment-text">{proposal.note}</p>
      <p>{t("sentBackFilled")}</p>
      {along.length > 0 ? <p>{t("changesWithStep", { fields: along.map(fieldWords).join(", ") })}</p> : null}
    </div>
  );
}
