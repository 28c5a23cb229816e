// The amounts of a statement, in which a name or a first word before a number is no name of a model.
import { amountsIn } from "../../amounts";
import type { TextSpan } from "../../../base/sentences";
import type { OwnMoney } from "../../../import/amounts/find";
import type { NamedThings } from "../../../import/amounts/counted";
import type { Suggestion } from "../../suggestion";

export const countedIn = (
  text: string,
  days: readonly TextSpan[],
  names: readonly TextSpan[],
  things: NamedThings,
  own: OwnMoney = {},
): Suggestion[] =>
  amountsIn(withoutYears(withoutCapitals(text, names)), days, own, things).map((one) => asWritten(text, one));

/** In the words of the text. */
function asWritten(text: string, one: Suggestion): Suggestion {
  const asStated = text.slice(one.start, one.end);
  if (one.type === "quantity" && one.value.asStated !== null)
    return { ...one, value: { ...one.value, asStated } };
  return one.type === "money" && one.value.asStated ? { ...one, value: { ...one.value, asStated } } : one;
}

/** "in 2028 and €35 million", "додаткові 700 млн": the year is no number, and the adjective counts nothing. */
const withoutYears = (text: string): string =>
  text
    .replace(YEAR, (year) => "y".repeat(year.length))
    .replace(MORE, (more) => " ".repeat(more.length))
    .replace(AND_ONE, (digits) => "x".repeat(digits.length))
    .replace(NAMED, (_, the: string, more: string, name: string) => `${the}${more}${oneOf(name)}`)
    .replace(MODEL, (name) => name.replace(/\d/gu, "x"))
    .replace(
      BY_NAME,
      (_, the: string, ship: string, name: string) =>
        `${the.length > 2 ? "one" : "un"}${ship}${" ".repeat(name.length)}`,
    )
    .replace(TRAINED, (of) => "people".padEnd(of.length))
    .replace(PLACES, (places) => "people".padEnd(places.length))
    .replace(ORDINAL, (one) => " ".repeat(one.length));
const YEAR =
  /(?<=(?<![\p{L}])(?:in|for|until|by|from|since|through|during|en|pour|jusqu['’]en|dès|de|depuis|у|в|на|до|з|із|від) )20\d\d(?=,? (?:and|et|і|й|та|as well as|ainsi que|plus) )/giu;
/** "quatre F-16 et un chasseur de mines": not sixteen and one. */
const AND_ONE = /(?<=\p{Lu}-?)\d{1,3}(?= (?:et|і|й|та) )/gu;
/** "20 M1A1 tanks", "deux A400M": the digits of a name count nothing. */
const MODEL =
  /(?<![\p{L}\d-])\p{Lu}\d{1,3}\p{Lu}\d{0,2}(?![\p{L}\d])|(?<=\d )M\d{2,4}(?=s?(?![\p{L}\d/-]))/gu;
/** "a C-130", "un SAMP/T": one, though no noun says of what. */
const NAMED =
  /(?<![\p{L}])(an?|another|one|une?|d'un)( (?:(?!syst|batter|launch|lanc|avion|appareil|aéronef|aircraft|plane|jet|hélico|helico|chasseur|missile|section|unit|escadr|squadron|fleet|flotte|demi|half|série|series|lot|batch|patrou)\p{Ll}[\p{L}-]+ ){0,3}?)(E-?[37]A?(?: Wedgetail)?|P-?[38][AC]?(?: Poseidon| Orion)?|K?C-?(?:130|17|30|390)J?|A-?400M|(?:A330 )?MRTT|A330|AWACS|Wedgetail|Poseidon|Orion|Hercules|Chinook|Gripen|Rafale|Typhoon|F-?(?:16|35A?)|Mirage(?: 2000(?:-5)?)?|Global ?(?:Hawk|Eye)|CP-140(?: Aurora)?|Aurora|Atlantique(?: 2)?|Saab 340|ASC 890|NH-?90|Caracal|Black Hawk|Sea King|SAMP\/T(?: NG)?|Patriot|NASAMS|IRIS-T(?: SL[MS])?|HIMARS|Skynex)(?=[,.;:)]|$| (?:to|for|in|from|at|on|over|with|will|would|could|might|may|can|and|or|is|has|which|that|once|if|after|when|pour|à|au|aux|en|dans|de|du|des|sur|et|ou|qui|dès|si|après|pourra\p{L}*|sera\p{L}*|supplémentaire)(?![\p{L}]))/gu;
const oneOf = (name: string): string =>
  (/^(?:SAMP|Patr|NASA|IRIS|HIMA|Skyn)/u.test(name) ? "radar" : name.length > 4 ? "plane" : "jet").padEnd(
    name.length,
  );
/** "un troisième système": one more. */
const ORDINAL =
  /(?<=(?<![\p{L}])(?:une?|an?) )(?:deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|nouveau|nouvelle|second|third|fourth|fifth|sixth|seventh|eighth)(?= \p{L})/giu;
/** "the minehunter Tsibar": one. */
const BY_NAME =
  /(?<![\p{L}])(the|la|le)( (?:frigate|minehunter|minesweeper|corvette|destroyer|submarine|ship|vessel|(?:patrol|support|hospital|supply|landing) (?:ship|vessel|boat)|frégate|chasseur de mines|dragueur de mines|destroyer|sous-marin|patrouilleur|navire|bâtiment))( (?:HMS |HNLMS |[«“"])?\p{Lu}\p{Ll}[\p{L}-]*(?: \p{Lu}\p{Ll}+)?[»”"]?)/gu;
/** "will train 600 of their Ukrainian colleagues", "…, some 250 of them". */
const TRAINED =
  /(?<=(?:train|instruct|form(?:er|era|eront|erons)|instrui)\p{L}*(?![\p{L}])[^.;:\d]{0,80} \d[\d,]* )(?:of (?:them|(?:their|its|our) (?:\p{Lu}\p{L}+ )?(?:colleagues|comrades|counterparts))|de leurs (?:collègues|homologues|camarades)|d'entre eux)(?![\p{L}])/giu;
/** "40 places for wounded soldiers", "300 training places": as many people. */
const PLACES =
  /(?<=\d )(?:places|spots|slots|beds|lits)(?= (?:for|at|in|pour|à|au|dans) )|(?<=\d (?:training|treatment|rehabilitation|course) )places(?! (?:a|per|each|every) year| annually)/giu;
const MORE =
  /(?<![\p{L}])(?:додатково|додаткові|додаткових|нові|нових|чергові|чергових|перші|перших)(?= \d)/giu;

/** "from Norway 300 vehicles", "About 300 …": no name of a model, such as "Leopard 2". */
const withoutCapitals = (text: string, names: readonly TextSpan[]): string =>
  lowered(
    text
      .replace(FIRST_WORD, (word) => word.toLowerCase())
      .replace(BEFORE_THOUSANDS, (word) => word.toLowerCase())
      .replace(PLACE, (word) => word.toLowerCase()),
    names.filter(({ end }) => /^[ \u00a0]\d/u.test(text.slice(end, end + 2))),
  );
const FIRST_WORD =
  /(?<=^|[.!?:;–—]\s{1,3}|\n)(?:About|Around|Some|Over|Under|From|With|Another|Nearly|Almost|Roughly|Up to|At least|More than|These|Those|The|All|Our|Its|Their|Those|Of|Quelque|Quelques|Environ|Plus de|Près de|Avec|De|Ces|Les|Des|Nos|Ses|Leurs|Sur|Pour|Au moins|Jusqu'à|Про|До|На|Із|З|Ці|Ті|Ще|Усі|Всі|Понад|Близько|Майже|Щонайменше|Наші|Їхні|Перші|Нові|Також|Крім|Передача|Постачання|Відправлення|Направлення|Навчання|Закупівля|Надання|Виділення|Розгортання|Підготовка|\p{Lu}[\p{Script=Cyrillic}']{3,16}(?:ємо|имо|їмо|ють|уть|ять|ить|ає|ує|ити|ати))(?= \d)/gu;
/** "à Drawsko Pomorskie 3 000 soldats": no model has thousands. */
const BEFORE_THOUSANDS =
  /(?<![\p{L}\d-])(?:Europeans|Ukrainians|Allies|Partners|Americans|Poles|Germans|Kyiv|Kiev|Européens|Ukrainiens|Alliés)(?= \d)|(?<![\p{L}\d-])\p{Lu}\p{Ll}{2,}(?= \d{1,3}[  \u202f,]\d{3}(?!\d))/gu;
/** "у Вараждинських Топлицях 120 поранених": a place. */
const PLACE = /(?<![\p{L}\d-])\p{Lu}[\p{Script=Cyrillic}'’-]{3,}(?= \d{2,6} \p{Ll}{3,})/gu;
const lowered = (text: string, spans: readonly TextSpan[]): string =>
  spans.reduce(
    (made, { start, end }) => made.slice(0, start) + made.slice(start, end).toLowerCase() + made.slice(end),
    text,
  );
