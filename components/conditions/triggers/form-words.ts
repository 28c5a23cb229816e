// Words and choices of the forms about triggers: the browser gets only these.
import { codeOptions } from "@/components/form/words";
import { formOptions, pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { FOLLOWS_FROM_TRIGGERS } from "@/lib/domain/unresolved/trigger-change";
import { namesOf } from "@/lib/domain/base/field";
import { TRIGGER_FIELDS, TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { currentMessages, translator } from "@/lib/i18n/translator";

const domain = translator("domain");

export type TriggerWords = ReturnType<typeof triggerWords>;

export const triggerWords = () => ({
  ...pledgeFormWords(),
  ...currentMessages().conditions.form,
  codes: Object.fromEntries(FOLLOWS_FROM_TRIGGERS.map((code) => [code, domain(`code.${code}`)])),
});

export type TriggerOptions = ReturnType<typeof triggerOptions>;

export function triggerOptions() {
  const { ownerships, evidenceKinds, reliabilities, credibilities } = formOptions([], []);
  return {
    ownerships,
    evidenceKinds,
    reliabilities,
    credibilities,
    // Evidence of a trigger is about the whole trigger, so no field can be chosen.
    fields: [],
    states: codeOptions("triggerState", TRIGGER_STATES, "triggerStateMeaning"),
    waitings: codeOptions("waiting", WAITINGS, "waitingMeaning"),
  };
}

/** Names of the fields, for comparing two people's changes. */
export const triggerNames = (): Record<string, string> => {
  const { form } = currentMessages().conditions;
  const nameOf = (field: keyof typeof TRIGGER_FIELDS) =>
    field === "evidence" ? form.evidencePart : form[field];
  return Object.fromEntries(namesOf(TRIGGER_FIELDS).map((field) => [field, nameOf(field)]));
};
