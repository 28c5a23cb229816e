// Forms that add an assumption, one for each kind. Plain forms: each leads to the address that includes it.
import type { ReactNode } from "react";
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
    <div className="scadd" role="group" aria-label={t("add.title")}>
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
        <Pick name="value" id="add-decision" label={t("add.decision")} chosen="REJECTED">
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
        <div className="field">
          <label htmlFor="add-pledge">{t("add.pledgePick")}</label>
          <input
            className="input"
            id="add-pledge"
            name="subject"
            list="add-pledges"
            autoComplete="off"
            maxLength={15}
          />
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
        </div>
        <Pick name="value" id="add-stage" label={t("add.stage")} chosen="COMMITTED">
          {LADDER.map((stage) => (
            <option key={stage} value={stage}>
              {domain(`stage.${stage}`)}
            </option>
          ))}
        </Pick>
      </Add>
      <Add kind="contribution" view={view}>
        {choices.lines.length === 0 ? <p className="cap">{t("add.noLines")}</p> : null}
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
        <div className="field">
          <label htmlFor="add-amount">{t("add.amount")}</label>
          <input
            className="input"
            id="add-amount"
            name="value"
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
          />
        </div>
      </Add>
    </div>
  );
}

function Add({ kind, view, children }: { kind: AssumptionKind; view: NewScenarioView; children: ReactNode }) {
  const { asOf, assumptions, priority } = view;
  return (
    <form action="/scenarios/new" aria-label={t(`add.${kind}`)}>
      <h3>{t(`add.${kind}`)}</h3>
      {asOf === null ? null : <input type="hidden" name="asOf" value={asOf} />}
      {priority === null ? null : <input type="hidden" name="priority" value={priority} />}
      <input type="hidden" name="suppose" value={assumptions.map(assumptionName).join(",")} />
      <input type="hidden" name="add" value={kind} />
      {children}
      <button className="btn">{t("add.suppose")}</button>
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
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} {...(chosen ? { defaultValue: chosen } : {})}>
        {chosen ? null : <option value="">{t("add.choose")}</option>}
        {children}
      </select>
    </div>
  );
}
