// The user's own proposals: sent back, with the note, or waiting for a decision.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { resubmissionHref } from "@/components/review/proposal/resubmission-href";
import { WithdrawButton } from "@/components/review/proposal/withdraw-button";
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
  timeZone: string;
}

export function MyProposals({ which, proposals, me, at, timeZone }: Props) {
  if (proposals.length === 0) return null;
  const moment = (when: string) => <Ago at={when} now={at} timeZone={timeZone} />;
  return (
    <section className="sec" aria-labelledby={`mine-${which}`}>
      <header>
        <h2 id={`mine-${which}`}>{t(`${which}.title`)}</h2>
        <p>{t("proposals", { count: proposals.length })}</p>
      </header>
      <table className="ledger stack">
        <caption className="vh">{t(`${which}.title`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.pledge")}</th>
            <th scope="col">{t("column.wish")}</th>
            <th scope="col">{t(`${which}.said`)}</th>
            <th scope="col">{t(`${which}.when`)}</th>
            <th scope="col">{t("column.step")}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr key={proposal.id}>
              <td>
                <PledgeLink reference={pledgeOf(proposal)} at="#proposal" />
              </td>
              <th scope="row">
                {proposedChangeWords(proposal.wish)}
                <br />
                <span className="muted">{proposal.title}</span>
              </th>
              <td data-l={t(`${which}.said`)}>
                {which === "returned" ? (
                  <span>
                    <q>{proposal.note}</q> <span className="muted">{proposal.decidedBy}</span>
                  </span>
                ) : (
                  proposal.reason
                )}
              </td>
              <td data-l={t(`${which}.when`)}>
                {moment(
                  which === "returned" ? (proposal.decidedAt ?? proposal.updatedAt) : proposal.createdAt,
                )}
              </td>
              <td>
                {which === "returned" ? (
                  <a className="btn" href={asOfHref(resubmissionHref(proposal))}>
                    {t("returned.step")}
                  </a>
                ) : null}{" "}
                {proposal.proposerId === me ? (
                  <WithdrawButton
                    id={proposal.id}
                    label={t(`${which}.withdraw`)}
                    said={t(`${which}.withdrawn`, { reference: pledgeOf(proposal) })}
                    words={currentMessages().form}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const pledgeOf = ({ reference, concerns }: ProposalRow): string => reference ?? concerns[0] ?? "";
