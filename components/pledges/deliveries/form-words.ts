import { pledgeFormWords } from "../pledge-form/options";
import { currentMessages } from "@/lib/i18n/translator";

export type DeliveryFormWords = ReturnType<typeof deliveryFormWords>;

/** Without `col`: a group of words that only tables on the server use. */
export function deliveryFormWords() {
  const { col: _table, ...words } = currentMessages().deliveries;
  return { ...pledgeFormWords(), ...words };
}
