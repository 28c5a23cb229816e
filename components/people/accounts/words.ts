import type { AccountProposalRow, ProposedAccountChange } from "@/lib/domain/proposals/account";
import type { Person } from "@/lib/domain/people/person";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("people");
const domain = translator("domain");

export const changeWords = ({ do: what }: ProposedAccountChange): string => t(`proposals.do.${what}`);

export const statusWords = ({ status, decidedBy }: AccountProposalRow): string =>
  t(`proposals.status.${status}`, { by: decidedBy ?? "" });

export interface ProposedField {
  name: string;
  /** Null: there is nothing before. */
  from: string | null;
  to: string;
}

/** What the account would have, next to what it has. */
export function proposedFields(
  wish: ProposedAccountChange,
  person: Pick<Person, "name" | "role" | "sealed" | "desk" | "disabledAt"> | null,
): ProposedField[] {
  const fields =
    wish.do === "create-account" ? wish.account : wish.do === "change-account" ? wish.changes : {};
  const { email, name, role, desk, sealed, disabled } = fields as Partial<AccountFields>;
  const text = (value: string): string => value;
  return [
    ...field(t("form.email"), email, null, text),
    ...field(t("form.name"), name, person?.name ?? null, text),
    ...field(t("role"), role, person?.role ?? null, (value) => domain(`role.${value}`)),
    ...field(t("desk"), desk, person?.desk ?? null, (codes) => codes.join(" ") || t("noDesk")),
    ...field(t("clearance"), sealed, person?.sealed ?? null, (value) => t(value ? "cleared" : "notCleared")),
    ...field(t("status"), disabled, person && person.disabledAt !== null, (value) =>
      t(value ? "disabled" : "active"),
    ),
  ].filter(({ from, to }) => from !== to);
}

function field<T>(
  name: string,
  to: T | undefined,
  from: T | null,
  words: (value: T) => string,
): ProposedField[] {
  return to === undefined ? [] : [{ name, from: from === null ? null : words(from), to: words(to) }];
}

/** "Role: Manager, Desk: none" */
export const proposedWords = (wish: ProposedAccountChange): string =>
  proposedFields(wish, null)
    .map(({ name, to }) => labelled(name, to))
    .join(", ");

/** "Change the account. Role: Manager, Desk: none" */
export const accountChangeWords = (wish: ProposedAccountChange): string =>
  [changeWords(wish), proposedWords(wish)].filter((part) => part !== "").join(". ");

interface AccountFields extends Pick<Person, "email" | "name" | "role" | "desk" | "sealed"> {
  disabled: boolean;
}
