// Context that shows a number isn't an amount: it belongs to a name, a part, a rate or a date.
import { isArticleAt, type StatedNumber } from "./stated-number";
import { fixed } from "./digits";
import { isNumeral } from "./numeral";
import { isDash, keysOf, phrases, type Phrases, type TextToken } from "./tokens";

/** False: the text before makes it a name, or a part of something. */
export function mayBegin(tokens: readonly TextToken[], measure: StatedNumber): boolean {
  const { from, number, opens, first, bound } = measure;
  if (first.asksQualifier && bound === null) return false;
  if (opens !== null && !/^d(?:e|')$/.test(opens)) return false;
  if (isGluedTo(tokens, from) || (isYear(tokens, measure) && measure.currency === undefined)) return false;
  const before = tokens[from - 1];
  if (!before || tokens[from]?.first) return true;
  if (isNumeral(before)) return isYearText(before.text);
  if (before.key === "." && LABEL.test(tokens[from - 2]?.key ?? "")) return false;
  if (tokens[from]?.key === "до" && JOINS_A_GROUP.test(before.key) && !isJoined(tokens, measure))
    return false;
  if (tokens[from]?.key === "до" && before.key.startsWith("переда") && isFormation(tokens, measure.to))
    return false;
  if (before.is === "mark") return !/^[%№#§/+=×x*−]$/.test(before.text);
  // "deux fois moins que dix"; but "il a dit que dix avions …".
  if (before.key === "que" && COMPARES.test(tokens[from - 2]?.key ?? "")) return false;
  if (STOPS.has(before.key) || LABEL.test(before.key)) return false;
  if (isSecondOf(tokens, from) || isPartOf(tokens, from, isArticleAt(tokens, measure))) return false;
  if (measure.high !== null && CHANGES.test(keysOf(tokens, Math.max(0, from - 6), from))) return false;
  return measure.currency !== undefined || !isName(tokens, from, number);
}

/** False: the text after makes it a rate, or the start of a compound. */
export function mayEnd(tokens: readonly TextToken[], to: number): boolean {
  const next = tokens[to];
  if (!next || next.first) return true;
  if (next.glued && (next.is === "word" || next.is === "number" || next.is === "sign")) return false;
  if (next.glued && /^[-‑/%]$/.test(next.text) && tokens[to + 1]?.glued) return false;
  if (next.text === "%") return false;
  return (
    longestAt(tokens, to, RATES) === 0 &&
    !/^(?:each|apiece|chacune?|кожен|кожна|кожне|щороку|щорічно|щомісяця|щомісячно|щодня|щотижня|annually|yearly|monthly|daily|weekly|annuels?|annuelles?|mensuels?|mensuelles?)$/.test(
      next.key,
    )
  );
}

/** "приєднається до двох бригад": "to two brigades", not "up to two"; but "передасть до двох машин". */
const JOINS_A_GROUP = /^(?:приєдн|долуч|належ|входит|увійд|додат)/u;
/** "до місії можуть приєднатися до 150 саперів": what they join is said. */
const isJoined = (tokens: readonly TextToken[], { from, low }: StatedNumber): boolean =>
  low >= MANY && /(?:^| )до \p{L}/u.test(keysOf(tokens, Math.max(0, from - 8), from - 1));
const MANY = fixed(10);
const isFormation = (tokens: readonly TextToken[], from: number): boolean =>
  tokens
    .slice(from, from + 3)
    .some(({ key }) => /^(?:бригад|батальйон|рот|підрозділ|частин|полк)/u.test(key));

/** "F-16", "1/2", "x3". */
function isGluedTo(tokens: readonly TextToken[], from: number): boolean {
  const [token, before, further] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  if (!token?.glued || !before) return false;
  if (before.is !== "mark") return !before.key.endsWith("'");
  if (/^[(["“„«'‘’:;,~≈…—–]$/.test(before.text))
    return /^[:,'’]$/.test(before.text) && further?.is === "number";
  return isDash(before) || /^[-/.\\#№§_@&*+=%]$/.test(before.text);
}

export const isYearText = (text: string): boolean => /^(?:19[89]|20[0-5])\d$/.test(text);

const NO_YEAR = fixed(2060);
/** Written as a year. 2000 as a single number is one only after a word such as "in". */
function isYear(tokens: readonly TextToken[], { number, first, last, high }: StatedNumber): boolean {
  const text = tokens[number]?.text ?? "";
  // "від 2000 до 3000 військових".
  if (high !== null && high >= NO_YEAR) return false;
  if (!first.isDigits || !isYearText(text)) return false;
  return (
    text !== "2000" ||
    last !== first ||
    /^(?:in|en|у|в|since|by|until|depuis)$/.test(tokens[number - 1]?.key ?? "")
  );
}

/** The second of several numbers, where the first has its unit elsewhere or none. */
function isSecondOf(tokens: readonly TextToken[], from: number): boolean {
  const before = tokens[from - 1];
  if (!before || !JOINING.has(before.key)) return false;
  return isNumeral(tokens[from - 2]);
}

const JOINING = new Set("and or to et ou à і й та або чи до , - – — between".split(" "));

/** "two of the six", "half of", "one in five". */
function isPartOf(tokens: readonly TextToken[], from: number, isArticle: boolean): boolean {
  let at = from - 1;
  while (ARTICLES.has(tokens[at]?.key ?? "")) at -= 1;
  const of = tokens[at]?.key ?? "";
  if (/^(?:in|sur|на|pour)$/.test(of) && isNumeral(tokens[at - 1])) return true;
  if (!/^(?:of|de|des|du|d'|з|із|зі|out|від)$/.test(of)) return false;
  const whole = tokens[at - 1];
  if (isArticle) return !ACTS.test(whole?.key ?? "");
  return whole !== undefined && (isNumeral(whole) || PARTS.test(whole.key) || whole.text === "%");
}

const ARTICLES = new Set(
  "the these those its their all les ces ses leurs l' цих тих своїх усіх всіх".split(" "),
);
/** "the dispatch of a minehunter". */
const ACTS =
  /^(?:dispatch|deployment|delivery|transfer|purchase|supply|loan|lease|donation|sending|provision|gift|contribution|handover|secondment|envoi|déploiement|livraison|cession|achat|prêt|don|fourniture|disposition|remise|détachement|transfert|participation|octroi|construction)$/u;
const PARTS =
  /^(?:half|third|thirds|quarter|quarters|fifth|tenth|part|parts|most|some|each|none|all|many|any|out|percent|portion|share|majority|moitié|tiers|quart|quarts|partie|part|plupart|majorité|chacun|chacune|un|une|один|одна|одне|одну|половина|половину|половини|третина|третину|чверть|частина|частину|більшість|решта|жоден|кожен|кожна|відсотків|відсотка|%)$/u;

const STOPS = new Set(
  "x × fois рази разів ч half quarter third twice double triple thrice not no nor without except minus fewer less than equivalent point oh times per pas moitié double triple tiers sans sauf не без крім окрім половина половину половини третина третину чверть удвічі вдвічі утричі ніж як по жоден менш більш number numbers".split(
    " ",
  ),
);

const COMPARES = /^(?:plus|moins|autant|autres?|aussi|sauf|alors|tandis)$/u;

/** Nouns that are numbered: "Article 5", "phase 2", "46-та бригада". */
const LABEL =
  /^(?:articles?|art|sections?|phases?|priorit(?:y|ies|é|és)|resolutions?|résolutions?|chapters?|chapitres?|annex(?:e|es)?|paragraphs?|paragraphes?|clauses?|levels?|niveaux?|niveau|types?|categor(?:y|ies)|catégories?|class(?:es)?|classes?|group|numéro|numbers?|nr|no|operation|opération|day|points?|items?|tables?|tableaux?|figures?|pages?|rooms?|hill|route|camp|zones?|sectors?|secteurs?|areas?|blocks?|blocs?|tiers?|steps?|étapes?|stages?|versions?|mark|model|modèle|grades?|lots?|tranches?|packages?|paquets?|battalion|bataillon|brigade|company|compagnie|squadron|regiment|régiment|division|unit|unité|протокол\p{L}*|protocol|protocole|статт\p{L}*|ст|розділ\p{L}*|фаз\p{L}*|етап\p{L}*|пріоритет\p{L}*|резолюці\p{L}*|додат\p{L}*|пункт\p{L}*|параграф\p{L}*|рівен\p{L}*|рівн\p{L}*|тип\p{L}*|категорі\p{L}*|клас\p{L}*|групи|група|групу|групою|номер\p{L}*|бригад(?:а|и|у|ою|і)|батальйон|рота|полк\p{L}*|дивізі\p{L}*|день|таблиц\p{L}*|сторінк\p{L}*|зон(?:а|и|і|у)|сектор\p{L}*|указ\p{L}*|закон\p{L}*|квартал\p{L}*|частин(?:а|и|і)|в\/ч|операці\p{L}*|пакет\p{L}*|quarter|trimestre)$/u;

/** "will grow from 300 to 500": neither end is pledged. */
const CHANGES =
  /(?:^| )(?:gr[oe]w\p{L}*|rais\p{L}*|rose|rise\p{L}*|rising|increas\p{L}*|reduc\p{L}*|cut\p{L}*|expand\p{L}*|go|goes|went|going|mov\p{L}*|fell|fall\p{L}*|drop\p{L}*|shrink\p{L}*|doubl\p{L}*|pass\p{L}*|port(?:er|era|erait|é|ée)|augment\p{L}*|rédui\p{L}*|montera?|monter|збільш\p{L}*|зрост\p{L}*|зріс|скорот\p{L}*|скороч\p{L}*|зменш\p{L}*)(?: |$)/u;

/** Digits after a capitalised word belong to a name: "Leopard 2 tanks", "Mirage 2000". */
function isName(tokens: readonly TextToken[], from: number, number: number): boolean {
  const before = tokens[from - 1];
  if (!before || before.is !== "word" || from !== number || !/^\p{Lu}/u.test(before.text)) return false;
  if (tokens[number]?.is !== "number") return false;
  const begins = from - 1 === 0 || before.first || /^[.!?:;•–—-]$/.test(tokens[from - 2]?.text ?? "");
  // "will send Ukraine 10,000 rounds": to whom.
  if (RECEIVERS.has(before.key)) return false;
  // "to train at Fetești 24 pilots": a place.
  if (AT.test(tokens[from - 2]?.key ?? "")) return false;
  return !(begins && (OPENERS.has(before.key) || VERB.test(before.key)));
}

const RECEIVERS = new Set("ukraine kyiv kiev україні україни києву києва києві".split(" "));
const AT = /^(?:in|at|to|from|near|à|vers|depuis|у|в|до|біля)$/u;
const VERB =
  /^(?:\p{Script=Cyrillic}+(?:ано|ено|ито|уто|ати|ити|яти|уть|ють|ать|ять)|\p{Script=Latin}{3,}(?:era|eront|ira|iront|dra|dront)|\p{Script=Latin}{3,}(?:ing|ly))$/u;
const OPENERS = new Set(
  "the these those some about around roughly nearly almost over with of its our their all send sends sending deploy deploys provide provides deliver delivers offer offers train trains and in for to by only another les des ces nos ses leurs avec environ quelque plus envoi livraison déployer envoyer former fournir livrer près de ще понад близько до майже приблизно ці усі всі надати надіслати передати можливо імовірно ймовірно орієнтовно щонайменше perhaps maybe".split(
    " ",
  ),
);

const RATES = [
  phrases("a|per|each|every|par|chaque|на|за|в|щ|/"),
  phrases(
    "day|days|week|weeks|month|months|year|years|quarter|hour|rotation|annum|jour|semaine|mois|an|année|trimestre|день|добу|тиждень|місяць|рік|квартал",
  ),
] as const;

function longestAt(
  tokens: readonly TextToken[],
  at: number,
  [first, then]: readonly [Phrases, Phrases],
): number {
  const [one, two] = [tokens[at]?.key ?? "", tokens[at + 1]?.key ?? ""];
  return first.all.has(one) && then.all.has(two) ? 2 : 0;
}
