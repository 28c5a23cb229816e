// Words of the participant form: the browser gets only these.
import type { Option, Words } from "@/components/form/words";
import { PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { currentMessages, translator } from "@/lib/i18n/translator";

const domain = translator("domain");
const t = translator("participants");

export const participantWords = (): Words => {
  const { error, ...form } = currentMessages().participants.form;
  return {
    ...currentMessages().form,
    ...form,
    en: t("nameIn", { language: languageWords("en") }),
    fr: t("nameIn", { language: languageWords("fr") }),
    uk: t("nameIn", { language: languageWords("uk") }),
    ...Object.fromEntries(Object.entries(error).map(([key, word]) => [`error.names.en.${key}`, word])),
  };
};

export const participantRoles = (): Option[] =>
  PARTICIPANT_ROLES.map((role) => ({
    value: role,
    label: domain(`participantRole.${role}`),
    meaning: domain(`participantRoleMeaning.${role}`),
  }));
