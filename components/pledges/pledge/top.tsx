import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { PriorityBars, type Bar } from "@/components/ui/marks/bars";
import { linkedWords } from "@/components/pledges/links/linked-with";
import { CopyButton } from "@/components/ui/copy-button";
import { referenceLook, leadLook } from "@/components/ui/looks";
import { MetaLine, RecordHead } from "@/components/ui/page/record-head";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { countedItems } from "@/lib/domain/unresolved/reasons";
import { completenessWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

export function PledgeTop({
  details,
  participant,
  bars,
  barsLabel,
  names,
  actions,
}: {
  details: PledgeDetails;
  participant: string;
  bars: readonly Bar[];
  barsLabel: string;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  actions?: ReactNode;
}) {
  const t = translator("pledge");
  const domain = translator("domain");
  const ui = translator("ui");
  const linked = linkedWords(details, names);
  return (
    <RecordHead
      title={details.title}
      meta={
        <>
          <span className={referenceLook()}>{details.reference}</span>
          <CopyButton
            path={asOfHref(`/pledges/${details.reference}`)}
            label={ui("copyLink", { reference: details.reference })}
            copied={ui("copied")}
          />
          <a href={asOfHref(`/participants/${details.participant}`)}>
            {participant} <PriorityBars bars={bars} label={barsLabel} />
          </a>
          <span>
            {t("onPriority", { number: details.priority, name: domain(`priority.${details.priority}`) })}
          </span>
          <StageMark stage={details.stage}>{domain(`stage.${details.stage}`)}</StageMark>
          {countedItems(details.unresolved).length > 0 ? (
            <a href="#unresolved">{openWords(details)}</a>
          ) : (
            <span>{t("nothingOpen")}</span>
          )}
          {details.proposals.length > 0 ? (
            <a href="#proposal">{t("proposal.stand", { count: details.proposals.length })}</a>
          ) : null}
          <span>{completenessWords(details.completeness)}</span>
        </>
      }
      actions={actions}
    >
      {linked === "" ? null : <MetaLine>{linked}</MetaLine>}
      {details.summary ? <p className={leadLook()}>{details.summary}</p> : null}
    </RecordHead>
  );
}

function openWords(details: PledgeDetails): string {
  const t = translator("pledge");
  const count = (name: string) => details.unresolved.filter((item) => item.class === name).length;
  return t("open", {
    count: countedItems(details.unresolved).length,
    gap: count("GAP"),
    blocked: count("BLOCKED"),
    quality: count("QUALITY"),
  });
}
