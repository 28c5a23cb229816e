// Each contribution's amount in words, separately: units and currencies are never added up.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { Unsaid } from "./unsaid";

const t = translator("pledges");
const domain = translator("domain");

const SHOWN = 3;

export function PledgeAmounts({
  pledge: { contributions, stage },
}: {
  pledge: Pick<PledgeRow, "contributions" | "stage">;
}) {
  if (contributions.length === 0 && (stage === "DECLINED" || stage === "WITHDRAWN"))
    return <span className="muted">{t("nothingOffered")}</span>;
  if (contributions.length === 0) return <Unsaid stage={stage} />;
  return (
    <ul>
      {contributions.slice(0, SHOWN).map((line) => (
        <li key={line.id}>
          {domain(`contributionKind.${line.kind}`)}
          {colon()} {amountOf(line) ?? <Unsaid stage={stage} />}
        </li>
      ))}
      {contributions.length > SHOWN ? (
        <li className="muted">{t("moreLines", { count: contributions.length - SHOWN })}</li>
      ) : null}
    </ul>
  );
}

/** Quantity and money side by side; null where neither is stated. */
function amountOf({ quantity, money }: Contribution): string | null {
  const parts = [quantity.kind === "NOT_STATED" ? null : quantityWords(quantity), money && moneyWords(money)];
  return parts.filter((part) => part !== null).join(", ") || null;
}
