import type { Messages } from "@/lib/i18n/message-files";
import { translator, type MessageGroup } from "@/lib/i18n/translator";

const domain = translator("domain");

export interface Option {
  value: string;
  label: string;
  meaning?: string;
}

/** Words that every form has, made on the server: the browser gets no translation code. */
export type FormWords = Messages["form"];
/** Words about a request that failed. */
export type SaveWords = Pick<FormWords, "offline" | "signedOut" | "failed">;

/** Codes of the domain as options. `meaning`: the messages that explain them. */
export const codeOptions = (
  group: MessageGroup<"domain">,
  codes: readonly (string | number)[],
  meaning?: MessageGroup<"domain">,
): Option[] =>
  codes.map((code) => ({
    value: String(code),
    label: domain.ofCode(group, code, { n: 2 }),
    ...(meaning ? { meaning: domain.ofCode(meaning, code) } : {}),
  }));

/** "A – completely reliable". */
export const gradedOptions = (group: MessageGroup<"domain">, codes: readonly (string | number)[]): Option[] =>
  codes.map((code) => ({ value: String(code), label: `${code} – ${domain.ofCode(group, code)}` }));
