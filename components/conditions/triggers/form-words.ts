// Words and choices of the forms about triggers: the browser gets only these.
import { formOptions, pledgeFormWords } from "@/components/pledges/pledge-form/options";
import type { Words } from "@/components/form/words";
import { FOLLOWS_FROM_TRIGGERS } from "@/lib/domain/unresolved/trigger-change";
import { TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { currentMessages, translator } from "@/lib/i18n/translator";
import type { TriggerOptions } from "./trigger-fields";

const domain = translator("domain");

export function triggerWords(): Words {
  const { error, ...form } = currentMessages().conditions.form;
  const errors = Object.entries(error).flatMap(([field, said]) =>
    Object.entries(said).map(([code, message]) => [`error.${field}.${code}`, message] as const),
  );
  return {
    ...pledgeFormWords(),
    ...form,
    ...Object.fromEntries(errors),
    ...Object.fromEntries(FOLLOWS_FROM_TRIGGERS.map((code) => [`code.${code}`, domain(`code.${code}`)])),
  };
}

export function triggerOptions(): TriggerOptions {
  const { ownerships, evidenceKinds, reliabilities, credibilities } = formOptions([], []);
  return {
    ownerships,
    evidenceKinds,
    reliabilities,
    credibilities,
    // Evidence of a trigger is about the whole trigger, so no field can be chosen.
    fields: [],
    states: TRIGGER_STATES.map((value) => ({
      value,
      label: domain(`triggerState.${value}`),
      meaning: domain(`triggerStateMeaning.${value}`),
    })),
    waitings: WAITINGS.map((value) => ({
      value,
      label: domain(`waiting.${value}`),
      meaning: domain(`waitingMeaning.${value}`),
    })),
  };
}

/** Names of the fields, for comparing two people's changes. */
export const triggerNames = (): Record<string, string> => {
  const {
    title,
    description,
    waiting,
    state,
    since,
    evidencePart: evidence,
  } = currentMessages().conditions.form;
  return { title, description, waiting, state, since, evidence };
};
