// The state of what pledges wait for, and a link to its record.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import type { KeystoneDetails } from "@/lib/domain/conditions/keystone-details";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { KeystoneStateMark } from "./marks";

const t = translator("conditions");
const domain = translator("domain");
const condition = translator("condition");

export function TriggerStateLine({
  trigger: { state, since },
}: {
  trigger: Pick<Trigger, "state" | "since">;
}) {
  return (
    <>
      <KeystoneStateMark state={state} />
      <span>{since === null ? t("sheet.sinceUnknown") : t("sheet.since", { day: dayInWords(since) })}</span>
    </>
  );
}

export function LeafStateLine({
  details,
  names,
}: {
  details: KeystoneDetails;
  names: Readonly<Record<string, string>>;
}) {
  const { leaf, truth, facts } = details;
  const mark = <TruthMark truth={truth} word={condition(`truth.${truthName(truth)}`)} />;
  if ("approval" in leaf) {
    const approval = facts.approvals.find(({ id }) => id === leaf.approval);
    if (!approval) return mark;
    const { participant, status, statusSince } = approval;
    return (
      <>
        {mark}
        <span>
          {domain(`approvalStatus.${status}`)}
          {statusSince === null ? null : ` ${t("sheet.since", { day: dayInWords(statusSince) })}`}
        </span>
        <a href={asOfHref(`/participants/${participant}#approvals`)}>
          {t("sheet.openApproval", { participant: names[participant] ?? participant })}
        </a>
      </>
    );
  }
  const pledge = "pledge" in leaf ? facts.pledges.find(({ reference }) => reference === leaf.pledge) : null;
  if (!pledge) return mark;
  return (
    <>
      {mark}
      <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
      <span>{pledge.title}</span>
      <a href={asOfHref(`/pledges/${pledge.reference}`)}>{t("sheet.open", { pledge: pledge.reference })}</a>
      <CoalitionMark reference={pledge.reference} />
    </>
  );
}
