// Words of the forms about tokens: the browser gets only these.
import type { Option } from "@/components/form/words";
import { TOKEN_GROUPS, type Role } from "@/lib/domain/people/actor";
import { tokenRoles } from "@/lib/domain/people/token";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("tokens");
const domain = translator("domain");

export type TokenWords = ReturnType<typeof tokenWords>;

export const tokenWords = () => {
  const { groupOf: _groupOf, ...form } = currentMessages().tokens.form;
  return { ...currentMessages().form, ...form };
};

export const groupOptions = (): Option[] =>
  TOKEN_GROUPS.map((group) => ({ value: group, label: currentMessages().tokens.form.groupOf[group] }));

export const tokenRoleOptions = (role: Role): Option[] =>
  tokenRoles(role).map((one) => ({ value: one, label: domain(`role.${one}`) }));

export const dayOptions = (): Option[] =>
  [30, 90, 180, 365].map((count) => ({ value: String(count), label: t("daysOf", { count }) }));
