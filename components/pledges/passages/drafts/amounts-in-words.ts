import type { DraftedLine } from "@/lib/domain/passages/pledge-draft";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";

/** Null: none is stated. */
export function amountsInWords({
  contributions,
}: {
  contributions: readonly Pick<DraftedLine, "quantity" | "money">[];
}): string | null {
  const said = contributions.flatMap(({ quantity, money }) => [
    ...(quantity.kind === "NOT_STATED" ? [] : [quantityWords(quantity)]),
    ...(money ? [moneyWords(money)] : []),
  ]);
  return said.length === 0 ? null : said.join(" · ");
}
