// Words of the forms about people: the browser gets only these.
import type { Option } from "@/components/form/words";
import { ROLES } from "@/lib/domain/people/actor";
import { currentMessages, translator } from "@/lib/i18n/translator";

const domain = translator("domain");

export type PersonWords = ReturnType<typeof personWords>;

export const personWords = () => {
  const { form, actions, link, error } = currentMessages().people;
  return {
    ...currentMessages().form,
    ...form,
    noDesk: currentMessages().people.noDesk,
    actions,
    identity: currentMessages()["single-sign-on"].person,
    link,
    error,
    changed: {
      name: form.name,
      role: form.role,
      desk: form.desk,
      sealed: form.clearance,
      disabledAt: currentMessages().people.status,
    },
  };
};

export const roleOptions = (): Option[] =>
  ROLES.map((role) => ({
    value: role,
    label: domain(`role.${role}`),
    meaning: currentMessages().people.roleMeaning[role],
  }));
