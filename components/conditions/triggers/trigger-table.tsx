// Facts that pledges wait for: the state of each, and how many wait.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Grade } from "@/components/pledges/pledge/grade";
import { Count } from "@/components/ui/count";
import { NotStated } from "@/components/ui/not-stated";
import { dayOf } from "@/lib/domain/base/day";
import { WAITINGS, type TriggerEvidence } from "@/lib/domain/pledge/trigger";
import type { TriggerRow } from "@/lib/domain/details/trigger-details";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
import { KeystoneStateMark, WaitingMark } from "../conditions/marks";
import { leafHref, waitingHref } from "../conditions/view";

const t = translator("conditions");
const ui = translator("ui");
const domain = translator("domain");

const COLUMNS = ["trigger", "state", "since", "evidence"] as const;

interface Given {
  triggers: readonly TriggerRow[];
  timeZone: string;
}

export function TriggerTable({ triggers, timeZone }: Given) {
  if (triggers.length === 0) return <p className="muted">{t("triggers.none")}</p>;
  return (
    <table className="ledger stack trigs">
      <caption className="vh">{t("triggers.caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`triggers.column.${name}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("triggers.column.pledges")}
          </th>
        </tr>
      </thead>
      {WAITINGS.map((waiting) => {
        const rows = triggers.filter((one) => one.waiting === waiting);
        return rows.length === 0 ? null : (
          <tbody key={waiting}>
            <tr className="rg">
              <th colSpan={COLUMNS.length + 1} scope="rowgroup">
                <WaitingMark waiting={waiting} /> <span>{domain(`waitingMeaning.${waiting}`)}</span>
              </th>
            </tr>
            {rows.map((trigger) => (
              <Row key={trigger.code} trigger={trigger} timeZone={timeZone} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ trigger, timeZone }: { trigger: TriggerRow; timeZone: string }) {
  const { code, title, state, since, evidence, pledges } = trigger;
  const leaf = { trigger: code };
  return (
    <tr>
      <th scope="row">
        <a href={asOfHref(leafHref(leaf))}>{title}</a>
      </th>
      <td data-l={t("triggers.column.state")} className="nowrap">
        <KeystoneStateMark state={state} />
      </td>
      <td data-l={t("triggers.column.since")} className="nowrap">
        {since === null ? <NotStated>{ui("notStated")}</NotStated> : shortDay(since)}
      </td>
      <td data-l={t("triggers.column.evidence")}>
        <Newest piece={evidence.at(-1)} timeZone={timeZone} />
      </td>
      <td data-l={t("triggers.column.pledges")} className="num">
        <Count n={pledges} href={waitingHref(leaf)} />
      </td>
    </tr>
  );
}

function Newest({ piece, timeZone }: { piece: TriggerEvidence | undefined; timeZone: string }) {
  if (!piece) return <span className="muted">{t("triggers.noEvidence")}</span>;
  return (
    <span className="evh">
      {domain(`evidenceKind.${piece.kind}`)} <Grade piece={piece} />
      {piece.supports ? null : ` ${domain("supports.false")}`}{" "}
      {t("triggers.on", { day: shortDay(dayOf(piece.recordedAt, timeZone)) })}
    </span>
  );
}
