// The amounts of a statement, in which a name or a first word before a number is no name of a model.
import { amountsIn } from "../../amounts";
import type { TextSpan } from "../../../base/sentences";
import type { NamedThings } from "../../../import/amounts/counted";
import type { Suggestion } from "../../suggestion";

export const countedIn = (
  text: string,
  days: readonly TextSpan[],
  names: readonly TextSpan[],
  things: NamedThings,
): Suggestion[] => amountsIn(withoutCapitals(text, names), days, {}, things);

/** "from Norway 300 vehicles", "About 300 …": no name of a model, such as "Leopard 2". */
const withoutCapitals = (text: string, names: readonly TextSpan[]): string =>
  lowered(
    text.replace(FIRST_WORD, (word) => word.toLowerCase()),
    names.filter(({ end }) => /^[ \u00a0]\d/u.test(text.slice(end, end + 2))),
  );
const FIRST_WORD =
  /(?<=^|[.!?:;–—]\s+|\n)(?:About|Around|Some|Over|Under|From|With|Another|Nearly|Almost|Roughly|Up to|At least|More than|These|Those|The|All|Our|Its|Their|Those|Of|Quelque|Quelques|Environ|Plus de|Près de|Avec|De|Ces|Les|Des|Nos|Ses|Leurs|Sur|Pour|Au moins|Jusqu'à|Про|До|На|Із|З|Ці|Ті|Ще|Усі|Всі|Понад|Близько|Майже|Щонайменше|Наші|Їхні|Перші|Нові|Також|Крім|Передача|Постачання|Відправлення|Направлення|Навчання|Закупівля|Надання|Виділення|Розгортання|Підготовка)(?= \d)/gu;
const lowered = (text: string, spans: readonly TextSpan[]): string =>
  spans.reduce(
    (made, { start }) =>
      made.slice(0, start) + made.slice(start, start + 1).toLowerCase() + made.slice(start + 1),
    text,
  );
