import { windowSentence } from "@/components/pledges/pledge/contributions";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { allocatedWords, domainWords, moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");
const pledge = translator("pledge");

/** A whole contribution in few lines: the decision covers all of it. */
export function ProposedLine({ line }: { line: Contribution }) {
  const {
    kind,
    location,
    quantity,
    money,
    noticeToMoveDays,
    availableFrom,
    availableTo,
    caveats,
    allocated,
  } = line;
  return (
    <ul>
      <li>
        <b>{domain(`contributionKind.${kind}`)}</b>, {domainWords(line.domain)}
      </li>
      <li>{domain(`location.${location}`)}</li>
      <li>{quantityWords(quantity)}</li>
      {money ? <li>{moneyWords(money)}</li> : null}
      {allocated ? <li>{pledge("setAside", { what: allocatedWords(allocated) })}</li> : null}
      {availableFrom === null && availableTo === null ? null : (
        <li>{windowSentence(availableFrom, availableTo)}</li>
      )}
      {noticeToMoveDays === null ? null : <li>{pledge("notice", { days: noticeToMoveDays })}</li>}
      {caveats.map((caveat) => (
        <li key={`${caveat.category} ${caveat.text}`}>
          {domain(`caveat.${caveat.category}`)}
          {colon()} {caveat.text}
        </li>
      ))}
    </ul>
  );
}
