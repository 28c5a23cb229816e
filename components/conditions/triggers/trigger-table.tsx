// Facts that pledges wait for: the state of each, and how many wait.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Grade } from "@/components/pledges/pledge/grade";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { NotStated } from "@/components/ui/not-stated";
import { WAITINGS, type TriggerEvidence } from "@/lib/domain/pledge/trigger";
import type { TriggerRow } from "@/lib/domain/details/trigger-details";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { KeystoneStateMark, WaitingMark } from "../conditions/marks";
import { leafHref, waitingHref } from "../conditions/view";

const t = translator("conditions");
const ui = translator("ui");
const domain = translator("domain");

interface Given {
  triggers: readonly TriggerRow[];
}

export function TriggerTable({ triggers }: Given) {
  if (triggers.length === 0) return <p className="text-muted">{t("triggers.none")}</p>;
  const groups = WAITINGS.map((waiting) => ({
    key: waiting,
    heading: (
      <>
        <WaitingMark waiting={waiting} /> <span>{domain(`waitingMeaning.${waiting}`)}</span>
      </>
    ),
    rows: triggers.filter((one) => one.waiting === waiting),
  }));
  return (
    <Ledger
      className="trigs"
      caption={t("triggers.caption")}
      groups={groups.filter(({ rows }) => rows.length > 0)}
      rowKey={({ code }) => code}
      columns={[
        {
          heading: t("triggers.column.trigger"),
          names: true,
          cell: ({ code, title }) => <a href={asOfHref(leafHref({ trigger: code }))}>{title}</a>,
        },
        {
          heading: t("triggers.column.state"),
          className: "whitespace-nowrap",
          cell: ({ state }) => <KeystoneStateMark state={state} />,
        },
        {
          heading: t("triggers.column.since"),
          className: "whitespace-nowrap",
          cell: ({ since }) => (since === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(since)),
        },
        {
          heading: t("triggers.column.evidence"),
          cell: ({ evidence }) => <Newest piece={evidence.at(-1)} />,
        },
        {
          heading: t("triggers.column.pledges"),
          numeric: true,
          cell: ({ code, pledges }) => <Count n={pledges} href={waitingHref({ trigger: code })} />,
        },
      ]}
    />
  );
}

function Newest({ piece }: { piece: TriggerEvidence | undefined }) {
  if (!piece) return <span className="text-muted">{t("triggers.noEvidence")}</span>;
  return (
    <span className="evidence-head inline-flex gap-y-1 gap-x-2 m-0 text-text">
      {domain(`evidenceKind.${piece.kind}`)} <Grade piece={piece} />
      {piece.supports ? null : ` ${domain("supports.false")}`}{" "}
      {t("triggers.on", { day: shortDay(registerDay(piece.recordedAt)) })}
    </span>
  );
}
