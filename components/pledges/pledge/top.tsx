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
  sheet,
  participant,
  bars,
  barsLabel,
  names,
  actions,
}: {
  sheet: PledgeDetails;
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
  const linked = linkedWords(sheet, names);
  return (
    <RecordHead
      title={sheet.title}
      meta={
        <>
          <span className={referenceLook()}>{sheet.reference}</span>
          <CopyButton
            path={asOfHref(`/pledges/${sheet.reference}`)}
            label={ui("copyLink", { reference: sheet.reference })}
            copied={ui("copied")}
          />
          <a href={asOfHref(`/participants/${sheet.participant}`)}>
            {participant} <PriorityBars bars={bars} label={barsLabel} />
          </a>
          <span>
            {t("onPriority", { number: sheet.priority, name: domain(`priority.${sheet.priority}`) })}
          </span>
          <StageMark stage={sheet.stage}>{domain(`stage.${sheet.stage}`)}</StageMark>
          {countedItems(sheet.unresolved).length > 0 ? (
            <a href="#unresolved">{openWords(sheet)}</a>
          ) : (
            <span>{t("nothingOpen")}</span>
          )}
          {sheet.proposals.length > 0 ? (
            <a href="#proposal">{t("proposal.stand", { count: sheet.proposals.length })}</a>
          ) : null}
          <span>{completenessWords(sheet.completeness)}</span>
        </>
      }
      actions={actions}
    >
      {linked === "" ? null : <MetaLine>{linked}</MetaLine>}
      {sheet.summary ? <p className={leadLook()}>{sheet.summary}</p> : null}
    </RecordHead>
  );
}

function openWords(sheet: PledgeDetails): string {
  const t = translator("pledge");
  const count = (name: string) => sheet.unresolved.filter((item) => item.class === name).length;
  return t("open", {
    count: countedItems(sheet.unresolved).length,
    gap: count("GAP"),
    blocked: count("BLOCKED"),
    quality: count("QUALITY"),
  });
}
