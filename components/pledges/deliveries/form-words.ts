import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

/** The words of the forms. Groups of words are said on the server alone. */
export function deliveryFormWords(): Words {
  const { col: _table, ...words } = currentMessages().deliveries;
  return { ...currentMessages().form, ...currentMessages()["pledge-form"], ...words };
}
