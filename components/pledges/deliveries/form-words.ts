import type { Words } from "@/components/form/words";
import { messagesNow } from "@/lib/i18n/translator";

/** The words of the forms. Groups of words are said on the server alone. */
export function formWordsOf(): Words {
  const { col: _table, ...words } = messagesNow().deliveries;
  return { ...messagesNow().form, ...messagesNow()["pledge-form"], ...words };
}
