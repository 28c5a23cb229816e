import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

/** Without `col`: a group of words that only tables on the server use. */
export function deliveryFormWords(): Words {
  const { col: _table, ...words } = currentMessages().deliveries;
  return { ...currentMessages().form, ...currentMessages()["pledge-form"], ...words };
}
