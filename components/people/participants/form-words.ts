// Words of the participant form: the browser gets only these.
import { codeOptions, type Option } from "@/components/form/words";
import { PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("participants");

export type ParticipantWords = ReturnType<typeof participantWords>;

export const participantWords = () => {
  const { error, ...form } = currentMessages().participants.form;
  return {
    ...currentMessages().form,
    ...form,
    en: t("nameIn", { language: languageWords("en") }),
    fr: t("nameIn", { language: languageWords("fr") }),
    uk: t("nameIn", { language: languageWords("uk") }),
    error: { names: { en: error } },
  };
};

export type SearchedFormWords = ReturnType<typeof searchedFormWords>;

export const searchedFormWords = () => ({
  ...currentMessages().form,
  ...currentMessages().participants.searchForm,
});

export const participantRoles = (): Option[] =>
  codeOptions("participantRole", PARTICIPANT_ROLES, "participantRoleMeaning");
