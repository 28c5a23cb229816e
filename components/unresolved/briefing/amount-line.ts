import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { listedApart, labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

/** "Troops: about 300. Funding: £200 million": each alone, because units and currencies are never added up. */
export function amountLine({ contributions }: Pick<PledgeRow, "contributions">): string {
  return listedApart(
    contributions.map(({ kind, quantity, money }) => {
      const amounts = [
        quantity.kind === "NOT_STATED" && money ? null : quantityWords(quantity),
        money && moneyWords(money),
      ];
      return labelled(domain(`contributionKind.${kind}`), amounts.filter((one) => one !== null).join(", "));
    }),
  );
}
