// How much, in words: each contribution by itself, because units and currencies are never added up.
import { NotStated } from "@/components/ui/not-stated";
import type { Contribution } from "@/lib/domain/contribution";
import { moneyWords, quantityWords } from "@/lib/i18n/domain-words";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");
const ui = translator("ui");

const SHOWN = 3;

export function Amounts({ contributions }: { contributions: readonly Contribution[] }) {
  if (contributions.length === 0) return <NotStated>{ui("notStated")}</NotStated>;
  return (
    <ul>
      {contributions.slice(0, SHOWN).map((line) => (
        <li key={line.id}>
          {domain(`contributionKind.${line.kind}`)}: {amountOf(line)}
        </li>
      ))}
      {contributions.length > SHOWN ? <li className="muted">{translator("pledges")("moreLines", { count: contributions.length - SHOWN })}</li> : null}
    </ul>
  );
}

function amountOf({ quantity, money }: Contribution) {
  if (quantity.kind !== "NOT_STATED") return [quantityWords(quantity), money && moneyWords(money)].filter(Boolean).join(", ");
  return money ? moneyWords(money) : <NotStated>{ui("notStated")}</NotStated>;
}
