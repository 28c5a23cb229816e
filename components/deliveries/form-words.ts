import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

/** The words of the forms. Groups of words are said on the server alone. */
export function formWordsOf(): Words {
  const { col: _table, ...words } = messages.deliveries;
  return { ...messages.form, ...messages["pledge-form"], ...words };
}
