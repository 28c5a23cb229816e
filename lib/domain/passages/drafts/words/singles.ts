// What Ukrainian counts without a unit of the register: things in the singular, which are one without an
// article, and any noun after a number, where it is handed over.
import { amountsIn } from "../../amounts";
import { covers, overlap, type TextSpan, matchesIn } from "../../../base/sentences";
import type { Unit } from "../../../pledge/quantity";
import type { Suggestion } from "../../suggestion";

/** "передасть п'ять мобільних шпиталів", "відрядить 12 юристів": `verb` says that they are given, or is empty in a list. */
export function withNouns(
  plain: string,
  { start, end }: TextSpan,
  verb: string,
  all: readonly Suggestion[],
  days: readonly Suggestion[],
): readonly Suggestion[] {
  if (verb !== "" && !GIVES.test(verb)) return all;
  const found = matchesIn(plain.slice(start, end), COUNTED).flatMap((one): Suggestion[] => {
    const { index, 0: asStated, 1: bound = "", 2: number = "", 3: noun = "" } = one;
    const place = { start: start + index, end: start + index + asStated.length };
    if (verb === "" && index > 1) return [];
    const [read] = amountsIn(`${bound}${number} систем`, []);
    if (read?.type !== "quantity" || read.start !== 0 || (read.value.min ?? read.value.max ?? 0) < 2)
      return [];
    const isFew = /[2-4]$/u.test(String(read.value.max ?? read.value.min));
    if (NOT_COUNTED.test(noun) || (!isFew && /[аеєиіїоуюя]$/iu.test(noun))) return [];
    if ([...all, ...days].some((other) => overlap(other, place) && !isPlainThing(other))) return [];
    // "навчить 12 юристів", but not "12 справ".
    if (!PERSONS.test(noun) && !HANDS_OVER.test(verb) && verb !== "") return [];
    // If the register has a unit for it, the plain wording is read.
    const [known] = amountsIn(asStated, []);
    if (known?.type === "quantity" && known.start === 0) return [{ ...known, ...place }];
    const unit = PERSONS.test(noun) ? "PERSON" : "SYSTEM";
    return [{ ...place, type: "quantity", value: { ...read.value, unit, asStated } }];
  });
  const others = all.filter((one) => !found.some((other) => covers(other, one)));
  return [...others, ...found].sort((a, b) => a.start - b.start);
}
/** "20 гаубиць уже в дорозі, ще 10 прибудуть": ten of what was named before; `from`: where the verb is. */
export function withMore(
  plain: string,
  { start, end }: TextSpan,
  from: number,
  all: readonly Suggestion[],
): readonly Suggestion[] {
  const found = MORE.exec(plain.slice(start, end));
  const number = found?.[1];
  const [read] = number === undefined ? [] : amountsIn(`${number} систем`, []);
  if (!found || number === undefined || read?.type !== "quantity" || read.start !== 0) return all;
  const to = start + found.index + found[0].length;
  const place = { start: to - number.length, end: to };
  const before = all.findLast((one) => one.type === "quantity" && one.end <= place.start);
  if (before?.type !== "quantity" || all.some((one) => overlap(one, place))) return all;
  const value = { ...read.value, unit: before.value.unit, asStated: number };
  // An amount before the verb is there already.
  return [
    ...all.filter((one) => place.start > from || one.start >= from || one.end > place.start),
    { ...place, type: "quantity", value },
  ];
}
const isPlainThing = (one: Suggestion): boolean => one.type === "quantity" && one.value.kind === "NOT_STATED";
const GIVES =
  /(?:переда|нада|поста[вч]|наді[сш]л|надсил|відправ|направ|відряд|подару|дару|закуп|придба|куп[илу]|достав|відда[мсєв]|пошл|виділ|позич|прода|вруч|привез|встанов|замов|збуду|побуду|відбуду|звед|споруд|ремонт|постача|пошл|пришл|вистав|доправ|отрима|прийм|прийня|навч|підготу|лікува)/iu;
const HANDS_OVER = new RegExp(GIVES.source.replace(/\|прийм.*\)$/u, ")"), "iu");
const WORD =
  "(?:дв(?:а|і|ох|ома)|три|трьох|трьома|чотири|чотирьох|п'ят(?:ь|и|ьох)|шіст(?:ь|ьох)|шести|сім|семи|сімох|вісім|восьми|вісьмох|дев'ят(?:ь|и|ьох)|десят(?:ь|и|ьох)|\\p{L}{2,9}надцят(?:ь|и|ьох)|двадцят(?:ь|и|ьох)|тридцят(?:ь|и|ьох)|сорока?|п'ятдесят|шістдесят|сімдесят|вісімдесят|дев'яност[оа]|ст[оа]|двісті|двохсот|триста|трьохсот|чотириста|\\p{L}{2,6}сот|тисяч[аіу]?|тис\\.?)";
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,№/-]|№ |(?<!\\p{L})(?:для|з|із|зі|у|в|по|від|між|серед|через|після|під|над|за|калібром?) )((?:(?:до|близько|понад|щонайменше|не менше|приблизно|майже|принаймні|щонайбільше) )?)(\\d{1,3}(?: ?\\d{3}){0,2}(?:[ ]тис\\.?)?|${WORD}(?: ${WORD}){0,3}) (?:[\\p{Ll}'-]+(?:[иі]х|[взнкчлмтшжсщ]і|ої) ){0,3}(\\p{Ll}[\\p{Ll}'-]{2,24})(?![\\p{L}\\d-])`,
  "gu",
);
const MORE = new RegExp(
  `(?<![\\p{L}])(?:ще|решту,?|інші|решта,?) (\\d{1,4}|од(?:ин|на|ну|не)|${WORD}(?: ${WORD}){0,2})(?=[.,;!]|$|(?: [–—-])? (?:[ув] |до |пізніше|восени|навесні|влітку|взимку|прибуд|надійд|одерж|отрима|вируш))`,
  "iu",
);
/** Times, places, people that no one sends, and what is no thing. */
const NOT_COUNTED =
  /^(?:рок|рік|місяц|тижн|тижд|дн[іяю]|день|діб|доб|годин|хвилин|раз|відсот|країн|держав|партнер|союзник|міст|сел|операцій|позиц|конференц|інвестиц|дивіз|акці|санкц|област|район|громад|напрям|крок|пункт|етап|фаз|хвил|умов|питан|слів|слов|сторон|причин|пакет|парті|програм|про[єе]кт|ініціатив|угод|контракт|договор|меморандум|рішен|пропозиц|зустріч|візит|переговор|саміт|форум|мільйон|мільярд|млн|млрд|тисяч|тис|євро|долар|крон|злот|грив|фунт|франк|ієн|єн|лей|леїв|лир|км|кіломет|метр|мм|см|миль|тонн|літр|гектар|мегават|мвт|квт|градус|калібр|люд|осіб|особ|місц|січн|лют|берез|квітн|травн|червн|липн|серпн|верес|жовт|листопад|грудн|числ|сот|десятк|половин|третин|чверт|частин|раунд|голос|депутат|сенатор|міністр|уряд|президент|лідер|учасни|громадян|мешкан|жител|біжен|діте|дити|родин|сіме|українц|нових?$|інш|завод|лін[іи]|цех|школ|центр|баз|порт|аеродром|посольств|консульств|представництв|з$|із$|на$|та$|або$|для$|тому$|наших?$|його$|нього$)|міліметр|(?:[иі]х|(?<!ц)[иі]й|ими|ого|ому|ої|ою|т[иь]|ння)$/iu;
/** Not the tractors. */
const PERSONS =
  /(?:спецназів|хімік|викладач|тренер|енергетик|кулеметник|вибухотехнік|судд|монітор(?:ів|и)$|іст(?:ів|и|ам)|лог(?:ів|и)|граф(?:ів|и)|юрист|правник|прокурор|криміналіст|піротехнік|планувальник|будівельник|капелан|ветеринар|фахів|координатор|консультант|воїн|захисник|диспетчер|науков)/iu;

/** "надасть роту піхоти", "долучиться фрегатом": without an article, one. */
export function withSingles(
  plain: string,
  { start, end }: TextSpan,
  all: readonly Suggestion[],
  days: readonly Suggestion[],
): readonly Suggestion[] {
  // Without a number, "батарею SAMP/T" is no amount yet.
  const counted = all.filter((one) => one.type !== "quantity" || one.value.kind !== "NOT_STATED");
  const singles = matchesIn(plain.slice(start, end), ONE_UKRAINIAN).flatMap(({ index, 0: noun }) => {
    const unit = Object.entries(ONE_OF).find(([, words]) => words.test(noun))?.[0];
    // "протимінний корабель": its kind.
    const ahead = MINE_HUNTING.exec(plain.slice(Math.max(start, start + index - 24), start + index))?.[0];
    const place = { start: start + index - (ahead?.length ?? 0), end: start + index + noun.length };
    const value = { kind: "EXACT", min: 1, max: 1, unit: unit as Unit, asStated: noun } as const;
    if (unit === undefined || [...counted, ...days].some((one) => overlap(one, place))) return [];
    return NOT_ONE.test(plain.slice(Math.max(0, place.start - 40), place.start).replace(FOR_THAT, ""))
      ? []
      : [{ ...place, type: "quantity" as const, value }];
  });
  const others = all.filter(
    (one) => counted.includes(one) || !singles.some((single) => overlap(one, single)),
  );
  return [...others, ...singles].sort((a, b) => a.start - b.start);
}

const MINE_HUNTING = /(?<![\p{L}])(?:проти)?мінн\p{L}+ $/iu;
const ONE_OF = {
  COMPANY: /^рот/iu,
  BATTALION: /^батал/iu,
  BRIGADE: /^бриг/iu,
  SHIP: /^(?:фр|кор|тр|ес|пор)/iu,
  SYSTEM: /^батаре/iu,
  AIRCRAFT: /^(?:літ|вер|гел|вин)/iu,
};
const ONE_UKRAINIAN =
  /(?<![\p{L}\d-])(?:(?<=по )(?:роті|батальйону|бригаді|фрегату|кораблю|літаку|батареї)|рот(?:а|у|ою)|батальйон(?:ом)?|бригад(?:у|ою)|фрегат(?:ом)?|корвет(?:ом)?|корабель|кораблем|тральник(?:ом)?|тральщик(?:ом)?|есмінець|есмінцем|пором|літак(?:ом)?|вертоліт|батаре(?:я|ю|єю)|вертольотом|гелікоптер(?:ом)?|винищувач(?:ем)?)(?![\p{L}-])(?! (?:України|ЗСУ|Збройних|ворога))/giu;
const FOR_THAT = /(?:для|до|за|на|від) (?:цього|того|них|неї|нього|нас|початку) $/u;
/** One that is known, numbered, or counted by what is before it. */
const NOT_ONE =
  /(?:(?<![\p{L}])(?:ц(?:ю|ей|ією|им)|т(?:у|ой|ією|им)|кожн\p{L}+|перш\p{L}+|українськ\p{L}+|російськ\p{L}+|на|у|в|за|під|про|для|жодн\p{L}+|інш\p{L}+)(?: \p{L}+){0,1} |\d\S* )$/u;
