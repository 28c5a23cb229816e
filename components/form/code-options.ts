import { translator, type MessageGroup } from "@/lib/i18n/translator";
import type { Option } from "./words";

const domain = translator("domain");

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
