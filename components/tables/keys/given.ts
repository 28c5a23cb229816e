import { currentAsOf } from "@/components/ui/address/as-of-href";
import { currentMessages } from "@/lib/i18n/translator";
import type { KeysApartProps } from "./keys-apart";

/** What the keys and the panel of a page are given. */
export function keysGiven(): KeysApartProps {
  const { inline, bulk, lists } = currentMessages();
  const { title: label, close, away, loading } = lists.peek;
  return {
    asOf: currentAsOf(),
    keys: { confirmed: inline.confirmed, away: bulk.away },
    panel: { label, close, away, loading },
  };
}
