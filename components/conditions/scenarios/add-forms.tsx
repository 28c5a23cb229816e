// Forms that add an assumption, one for each kind. Plain forms: each leads to the address that includes it.
import type { ComponentProps, ReactNode } from "react";
import { buttonLook } from "@/components/ui/looks";
import {
  ASSUMED_STATES,
  ASSUMED_STATUSES,
  type AssumptionKind,
} from "@/lib/domain/history/scenarios/assumption";
import { assumptionName } from "@/lib/domain/history/scenarios/assumption-name";
import type { ScenarioChoices } from "@/lib/domain/history/scenarios/scenario-details";
import { LADDER } from "@/lib/domain/pledge/stages";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { withMarking } from "@/lib/i18n/coalition-only";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import type { NewScenarioView } from "./view";

const t = translator("scenarios");
const domain = translator("domain");

interface Given {
  view: NewScenarioView;
  choices: ScenarioChoices;
  names: Readonly<Record<string, string>>;
}

export function AddForms({ view, choices, names }: Given) {
  const nameOf = (code: string): string => names[code] ?? code;
  return (
    <div
      className="grid grid-cols-2 gap-y-4 gap-x-8 mt-4 max-md:grid-cols-1 print:hidden"
      role="group"
      aria-label={t("add.title")}
    >
      <Add kind="approval" view={view}>
        <Pick name="subject" id="add-approval" label={t("add.approvalPick")}>
          {choices.approvals.map(({ id, participant, body, kind, status }) => (
            <option key={id} value={id}>
              {t("add.option", {
                participant: nameOf(participant),
                body,
                kind: inSentence(domain(`approvalKind.${kind}`)),
                status: inSentence(domain(`approvalStatus.${status}`)),
              })}
            </option>
          ))}
        </Pick>
        <Pick name="value" id="add-decision" label={t("add.decision")} chosen="APPROVED">
          {ASSUMED_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`add.${status}`)}
            </option>
          ))}
        </Pick>
      </Add>
      <Add kind="trigger" view={view}>
        <Pick name="subject" id="add-trigger" label={t("add.triggerPick")}>
          {choices.triggers.map(({ code, title, state }) => (
            <option key={code} value={code}>
              {t("add.triggerOption", { title, state: inSentence(domain(`triggerState.${state}`)) })}
            </option>
          ))}
        </Pick>
        <Pick name="value" id="add-state" label={t("add.state")} chosen="MET">
          {ASSUMED_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`add.${state}`)}
            </option>
          ))}
        </Pick>
      </Add>
      <Add kind="pledge" view={view}>
        <Box label={t("add.pledgePick")} id="add-pledge" name="subject" list="add-pledges" maxLength={15} />
        <datalist id="add-pledges">
          {choices.pledges.map(({ reference, participant, title, stage }) => (
            <option key={reference} value={reference}>
              {withMarking(
                labelled(nameOf(participant), `${title} (${domain(`stage.${stage}`)})`),
                reference,
              )}
            </option>
          ))}
        </datalist>
        <Pick name="value" id="add-stage" label={t("add.stage")} chosen="COMMITTED">
          {LADDER.map((stage) => (
            <option key={stage} value={stage}>
              {domain(`stage.${stage}`)}
            </option>
          ))}
        </Pick>
      </Add>
      <Add kind="contribution" view={view}>
        {choices.lines.length === 0 ? (
          <p className="text-caption text-muted col-span-full">{t("add.noLines")}</p>
        ) : null}
        <Pick name="subject" id="add-contribution" label={t("add.contributionPick")}>
          {choices.lines.map(({ id, reference, participant, requirement, kind, unit }) => (
            <option key={id} value={`${id}:${unit}`}>
              {t("add.line", {
                reference: `${reference} ${nameOf(participant)}`,
                requirement,
                kind: inSentence(domain(`contributionKind.${kind}`)),
                unit: domain(`unit.${unit}`, { n: 2 }),
              })}
            </option>
          ))}
        </Pick>
        <Box label={t("add.amount")} id="add-amount" name="value" inputMode="numeric" maxLength={16} />
      </Add>
    </div>
  );
}

function Add({ kind, view, children }: { kind: AssumptionKind; view: NewScenarioView; children: ReactNode }) {
  const { asOf, assumptions, priority } = view;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_152px] max-[561px]:grid-cols-1 items-end gap-y-2 gap-x-3 pt-3 border-t border-t-rule"
      action="/scenarios/new"
      aria-label={t(`add.${kind}`)}
    >
      <h3 className="col-span-full">{t(`add.${kind}`)}</h3>
      {asOf === null ? null : <input className="hover:bg-sunken" type="hidden" name="asOf" value={asOf} />}
      {priority === null ? null : (
        <input className="hover:bg-sunken" type="hidden" name="priority" value={priority} />
      )}
      <input type="hidden" name="suppose" value={assumptions.map(assumptionName).join(",")} />
      <input type="hidden" name="add" value={kind} />
      {children}
      <button className={buttonLook("justify-self-start col-span-full")}>{t("add.suppose")}</button>
    </form>
  );
}

function Pick({
  name,
  id,
  label,
  chosen,
  children,
}: {
  name: string;
  id: string;
  label: string;
  chosen?: string;
  children: ReactNode;
}) {
  return (
    <div className="field m-0">
      <label htmlFor={id}>{label}</label>
      <select className="input w-full" id={id} name={name} {...(chosen ? { defaultValue: chosen } : {})}>
        {chosen ? null : <option value="">{t("add.choose")}</option>}
        {children}
      </select>
    </div>
  );
}

function Box({ label, ...props }: ComponentProps<"input"> & { label: string; id: string }) {
  return (
    <div className="field m-0">
      <label htmlFor={props.id}>{label}</label>
      <input className="input w-full" autoComplete="off" {...props} />
    </div>
  );
}
