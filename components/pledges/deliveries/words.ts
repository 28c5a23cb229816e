import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

/** The contribution's kind, and how much; null where no number is reported. */
export function deliveredWords(
  { contributions }: Pick<Pledge, "contributions">,
  { contribution, quantity, money }: Delivery,
): { kind: string; amount: string | null } {
  const line = contributions.find(({ id }) => id === contribution);
  const said = [quantity && quantityWords(quantity), money && moneyWords(money)].filter(
    (one) => one !== null,
  );
  return {
    kind: line ? translator("domain")(`contributionKind.${line.kind}`) : translator("deliveries")("gone"),
    amount: said.length === 0 ? null : said.join(", "),
  };
}
