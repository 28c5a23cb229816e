// Words of the forms about people: the browser gets only these.
import { ROLES } from "@/lib/domain/people/actor";
import { currentMessages, translator } from "@/lib/i18n/translator";

const domain = translator("domain");

export type PeopleWords = Readonly<Record<string, string>>;
export interface PersonOption {
  value: string;
  label: string;
  meaning?: string;
}

export const personWords = (): PeopleWords => {
  const { form, actions, link, error } = currentMessages().people;
  return {
    ...currentMessages().form,
    ...form,
    noDesk: currentMessages().people.noDesk,
    ...prefixed("action", actions),
    ...prefixed("link", link),
    ...prefixed("error.email", error.email),
    ...prefixed("error.name", error.name),
    ...prefixed("changed", {
      name: form.name,
      role: form.role,
      desk: form.desk,
      sealed: form.clearance,
      disabledAt: currentMessages().people.status,
    }),
  };
};

export const roleOptions = (): PersonOption[] =>
  ROLES.map((role) => ({
    value: role,
    label: domain(`role.${role}`),
    meaning: currentMessages().people.roleMeaning[role],
  }));

const prefixed = (prefix: string, words: PeopleWords): PeopleWords =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [`${prefix}.${key}`, value]));
