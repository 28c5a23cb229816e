// The user's own proposals: sent back, with the note, or waiting for a decision.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { resubmissionHref } from "@/components/review/proposal/resubmission-href";
import { ActButton } from "@/components/form/sending/act-button";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";

const t = translator("mine");

interface Props {
  which: "returned" | "waiting";
  proposals: readonly ProposalRow[];
  /** The user's id. */
  me: string;
  at: string;
}

export function MyProposals({ which, proposals, me, at }: Props) {
  if (proposals.length === 0) return null;
  const moment = (when: string) => <Ago at={when} now={at} />;
  return (
    <Section
      id={`mine-${which}`}
      title={t(`${which}.title`)}
      aside={<p>{t("proposals", { count: proposals.length })}</p>}
    >
      <Ledger
        caption={t(`${which}.title`)}
        rows={proposals}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: t("column.pledge"),
            bare: true,
            cell: (proposal) => <PledgeLink reference={pledgeOf(proposal)} at="#proposal" />,
          },
          { heading: t("column.wish"), names: true, cell: ProposedCell },
          { heading: t(`${which}.said`), cell: which === "returned" ? Returned : ({ reason }) => reason },
          {
            heading: t(`${which}.when`),
            cell: ({ decidedAt, updatedAt, createdAt }) =>
              moment(which === "returned" ? (decidedAt ?? updatedAt) : createdAt),
          },
          {
            heading: t("column.step"),
            bare: true,
            cell: (proposal) => (
              <>
                {which === "returned" ? (
                  <a className={buttonLook()} href={asOfHref(resubmissionHref(proposal))}>
                    {t("returned.step")}
                  </a>
                ) : null}{" "}
                {proposal.proposerId === me ? (
                  <ActButton
                    request={{ method: "POST", path: `/proposals/${proposal.id}/withdraw`, body: {} }}
                    done={t(`${which}.withdrawn`, { reference: pledgeOf(proposal) })}
                    look="plain"
                    words={currentMessages().form}
                  >
                    {t(`${which}.withdraw`)}
                  </ActButton>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const ProposedCell = ({ wish, title }: ProposalRow) => (
  <>
    {proposedChangeWords(wish)}
    <br />
    <span className="text-muted">{title}</span>
  </>
);

const Returned = ({ note, decidedBy }: ProposalRow) => (
  <span>
    <q>{note}</q> <span className="text-muted">{decidedBy}</span>
  </span>
);

const pledgeOf = ({ reference, concerns }: ProposalRow): string => reference ?? concerns[0] ?? "";
