// Clauses that no verb of theirs makes: items of lists, "perhaps a company", and what stands as it was announced.
import { BUT_NO, DENIES_A_THING, RECALLS_A_THING } from "../words/denials";
import { NUMBER } from "../words/item-words";
import type { TextLine } from "../lines";
import { hasNothing, type Clause, type ClauseReading } from "./clause";
import type { Cue } from "./cues";
import { isOfItself } from "./of-itself";
import { codesOf, STRANGER, subjectIn, type Who } from "./who";

/** "Germany will:"; or "The following contributions:", promises without a verb. */
export function openingBy(
  line: TextLine,
  last: Clause | undefined,
  who: Who,
  { plain }: ClauseReading,
): Clause | null {
  const words = plain.slice(line.start, line.end);
  const led = line.tongue.leads.find(([, pattern]) => pattern.test(words))?.[0];
  if (!led && last) return last;
  // A heading right above its items.
  const isHeading = line.isTitle && !words.endsWith(":");
  if (isHeading && !led && SO_FAR.test(words)) return null;
  const said = !isHeading
    ? "WILL"
    : words.search(DENIES_A_THING) >= 0 || NOT_PLANNED.test(words)
      ? "REFUSES"
      : isOld(words)
        ? "REPEATS"
        : CONSIDERED.test(words)
          ? "MAY"
          : "WILL";
  return { start: line.start, end: line.end, does: led ?? said, cue: null, who, line };
}

const NOT_PLANNED =
  /^(?:not (?:\p{L}+ )?(?:foreseen|planned|envisaged|offered|included|on offer|intended|provided)|what [^.:]{1,40} not|non (?:prévu|retenu|envisagé)|pas prévu|ce qui n|не (?:передбач|плану|розгляда)|чого не|що не)/iu;
const CONSIDERED =
  /(?<![\p{L}])(?:being (?:examined|considered|explored|studied|discussed|weighed)|under (?:consideration|review|study|examination|discussion)|possible|possibilities|options?|to be (?:examined|considered|discussed)|à l'(?:étude|examen)|en (?:discussion|réflexion)|envisag\p{L}+|possibles?|розгляда\p{L}+|на розгляді|можлив\p{L}+|опрацьову\p{L}+)(?![\p{L}])/iu;

const SO_FAR =
  /(?<![\p{L}])(?:so far|to date|until now|previously (?:donated|delivered|given|provided)|(?:earlier|past|previous) (?:donations|deliveries|packages|support)|donated|(?:aides?|livraisons?|dons?) (?:antérieure?s?|précédente?s?)|précédemment (?:livré|donné|fourni)|already (?:delivered|given|provided|done)|delivered|background|facts|figures|questions|contacts?|agenda|participants|since|jusqu'(?:ici|à présent)|à ce jour|déjà (?:livré|fourni|fait)|contexte|rappel des faits|досі|дотепер|вже (?:передано|зроблено|надано)|передано|довідка|контакти|учасники)(?![\p{L}])/iu;
const isOld = (words: string): boolean =>
  words.search(RECALLS_A_THING) >= 0 ||
  /(?<![\p{L}])(?:still (?:valid|in force)|unchanged|announced (?:earlier|before)|toujours|maintenu|inchangé|déjà annoncé|чинні|раніше оголошен)/iu.test(
    words,
  );

/** "Denmark: 200 soldiers", or what "Germany will provide:" goes on with. */
export function itemOf(line: TextLine, head: Clause, { plain, namesIn }: ClauseReading): Clause[] {
  if (isLabel(line, plain)) return [];
  const colon = /^[^:;]{1,80}?(?::| [–—•-] )/u.exec(plain.slice(line.start, line.end))?.[0].length ?? 0;
  const named = namesIn(line);
  const ahead = named.filter(({ end }) => end <= line.start + colon);
  const from = named.filter(({ start }) => FROM.test(plain.slice(line.start, start)));
  const own = ahead.length > 0 || head.who.codes.length > 0 ? ahead : from;
  const who =
    own.length === 0
      ? head.who
      : { codes: codesOf(own), onBehalfOf: [], spans: own.map(({ start, end }) => ({ start, end })) };
  const words = plain.slice(line.start, line.end);
  if ((own.length > 0 && who.codes.length === 0) || isOfItself(words, words, head.does)) return [];
  const isPerhaps = head.does === "WILL" && PERHAPS_FIRST.test(words);
  const does = isPerhaps ? "MAY" : head.does;
  return [{ start: line.start, end: line.end, does, cue: head.cue, who, line }];
}

const PERHAPS_FIRST =
  /^(?:[^:;]{1,60}: ?)?(?:possibly|perhaps|maybe|peut-être|éventuellement|можливо|імовірно)(?![\p{L}])/iu;

/** "• Drones. The Commission will …" */
const isLabel = ({ start, end }: TextLine, plain: string): boolean =>
  /^[^\d.:;]{2,40}\.$/u.test(plain.slice(start, end)) && /^ \S/u.test(plain.slice(end, end + 2));

/** "500 soldiers from Norway". */
const FROM = /(?<![\p{L}])(?:from|by|par|de la part de|venant de|від|з боку) (?:the |la |le |les |l')?$/iu;

/** "Perhaps a company of infantry", without a verb. */
export function perhapsOf(
  line: TextLine,
  who: Who,
  { plain, thingsIn }: ClauseReading,
  end = line.end,
): Clause[] {
  const words = plain.slice(line.start, end);
  const ahead = plain.slice(Math.max(0, line.start - 16), line.start);
  if (hasNothing({ start: line.start, end }, thingsIn(line)) || who.codes.length === 0) return [];
  if (words.search(line.tongue.perhaps) < 0 && !PERHAPS_ALONE.test(ahead)) return [];
  return [{ start: line.start, end, does: "MAY", cue: null, who, line }];
}
const PERHAPS_ALONE =
  /(?<![\p{L}])(?:perhaps|possibly|maybe|peut-être|c'est possible|можливо|імовірно|цілком можливо)\. $/iu;

/** "Will infantry go there? That is not part of our plans.": the thing is in the question. */
export function answersTo(
  question: TextLine,
  { start, end }: TextLine,
  { clauses, isOld, who }: { clauses: readonly Clause[]; isOld: boolean; who: Who },
  { plain, thingsIn }: ClauseReading,
): Clause[] {
  const words = plain.slice(start, end);
  const about = plain.slice(question.start, question.end);
  // "Does he still rule it out? – Nothing has changed."
  const isDenied =
    DENIED.test(words) || clauses.some(({ does }) => does === "REFUSES") || (isOld && REFUSED.test(about));
  // "Perhaps. Six to eight aircraft": what follows says it.
  const goesOn = words.length < SHORT && /^ \S/u.test(plain.slice(end, end + 2));
  const isOpen =
    !goesOn &&
    (WEIGHED.test(words) ||
      (!isDenied && clauses.some(({ does }) => does === "MAY")) ||
      (!isDenied && words.search(question.tongue.perhaps) >= 0));
  // "Has the position changed? No."
  if (isDenied && CHANGED.test(about)) return [];
  const isSaidBefore = isOld || (!isDenied && !isOpen && PROMISED.test(about));
  if ((!isDenied && !isSaidBefore && !isOpen) || who.codes.length === 0) return [];
  if (hasNothing(question, thingsIn(question)) && !(isSaidBefore && NUMBER.test(about))) return [];
  return [
    {
      start: question.start,
      end,
      does: isDenied ? "REFUSES" : isOpen ? "MAY" : "REPEATS",
      cue: null,
      who,
      line: question,
    },
  ];
}
const REFUSED =
  /(?<![\p{L}])(?:rul(?:e|es|ed|ing) out|exclud\p{L}+|refus\p{L}+|oppos\p{L}+|exclu\p{L}*|écart\p{L}+|виключа\p{L}+|відмовля\p{L}+|проти)(?![\p{L}])/iu;
const SHORT = 45;
const CHANGED = /(?<![\p{L}])(?:change[ds]?|changé|зміни\p{L}+)(?![\p{L}])/iu;
/** "The 40 guns that you promised?" */
const PROMISED =
  /(?<![\p{L}])(?:promised|pledged|announced|offered|promi(?:s|se|ses)|annoncée?s?|обіцян\p{L}+|обіця(?:ли|в|ла)|оголошен\p{L}+|анонсован\p{L}+)(?![\p{L}])/iu;
const WEIGHED =
  /^["«“„]?(?:\p{Lu}[\p{L} ]{0,20} ?[:–—] ?|[–—-] )?(?:(?:perhaps|possibly|maybe|peut-être|можливо|імовірно)[.!]?$|(?:I|we|that|this|it)(?: am|'m| are|'re| is|'s|) (?:would(?:n't| not)|can(?:no|')t|do(?:n't| not)|won't|not|possible)(?: rule| ruling)?(?: (?:it|that|this|anything))?(?: out| excluded)?[.!]?$|(?:ce n'est|cela n'est|rien n'est) pas (?:exclu|impossible)|(?:це |таке )?не виключено|не (?:виключаю|відкидаю)|(?:виключати|відкидати) (?:нічого|цього) не|(?:[\p{L}'-]+ ){0,3}y réfléchi\p{L}+|je n'exclus rien|je ne dis pas non|(?:I|we) rule nothing out|(?:I|we)(?: am|'m| are|'re) ruling nothing out|(?:ми )?(?:про це|над цим|це) (?:ще |зараз )?(?:думаємо|розмірковуємо|розглядаємо|обговорюємо|вивчаємо|працюємо|опрацьовуємо)|розглядаємо, |we'll see|on verra|побачимо|we(?: are|'re) (?:considering|looking (?:at|into)|examining|studying) (?:it|that|this)|розгляда(?:ємо|ється)|nous (?:y réfléchissons|l'étudions)|c'est (?:à l'étude|possible))[.!]?$/iu;
const DENIED =
  /^["«“„]?(?:\p{Lu}[\p{L} ]{0,20} ?[:–—] ?|[–—-] )?(?:(?:I|let me|je|скажу)[^.!?]{1,60}[:,] )?(?:(?:the|my|our|la|наша?|моя) (?:answer|réponse|відповідь)(?: is| remains| est| reste|:| [–—-])? ?[«“"]?(?:no|non|ні)(?![\p{L}])|(?:[\p{L}']+ ){1,4}(?:ne (?:le|la|les) permet(?:tent)? pas|(?:does|do)(?:n't| not) (?:allow|permit) (?:it|that|this))|(?:no|non|ні|(?:il n'en est )?pas question)[.!]?$|(?:we|I|they|nous|on)(?: have|'ve| n'en avons| n'en a) (?:none|nothing|no more|plus|aucun)(?: left| to (?:spare|give)| à donner)?[.!]?$|(?:(?:no|non|ні)[.,!]? ?)?(?:they|we|it|he|she|I|there) (?:(?:will|would|shall|do|does|are|is|can|could)(?: not|n't)|can't|cannot|won't)[.!]?$|(?:жодн\p{L}+|так\p{L}{2,3}) (?:рішен|план|намір)\p{L}+ (?:немає|нема|не)|(?:(?:no|non|ні)[.,!]? ?)?(?:(?:that|this|it|there) (?:is|are)(?:n't| not| no) (?:part of|planned|envisaged|foreseen|intended|under consideration|on (?:the|our) (?:agenda|table|cards)|in (?:the|our) plans|such plans?|plans?)|(?:ce n'est|cela n'est|cela ne fait|il n'en est|rien de tel n'est) (?:pas )?(?:dans nos|notre (?:intention|politique)|partie|prévu|envisagé|à l'ordre du jour|à l'étude|question|dans nos)|(?:це|цього|такого|таких планів) (?:не|немає|нема)(?: (?:планується|плануємо|передбачено|передбачається|входить до|стоїть на порядку|розглядається|розглядаємо|у планах|в планах))?))/iu;

/** "is unchanged", "were promised in Rome". */
export const isOfBefore = ({ kind, words }: Cue): boolean =>
  kind === "AS_BEFORE" || (kind === "ANNOUNCED" && WAS.test(words));
const WAS = /^(?:was|were|had|has|have|a|ont|avai\p{L}+|бу\p{L}+) /iu;

/** "The offer made in February, of 500 places, stands": no verb of it promises. */
export function repetitionOf(
  line: TextLine,
  cues: readonly Cue[],
  who: Who,
  reading: ClauseReading,
): Clause[] {
  // "… remains in force and needs no comment": what comes after changes nothing.
  const told = cues.findLastIndex(isOfBefore);
  if (cues.slice(0, told).some(({ kind }) => kind === "DONE" || kind === "ASKS")) return [];
  if (hasNothing(line, reading.thingsIn(line)) && !NUMBER.test(reading.plain.slice(line.start, line.end)))
    return [];
  // "У вересні міністр оборони оголосив про …": within it.
  const [said] = cues;
  const first = said ? (said.kind === "AS_BEFORE" ? said.end : said.start) : line.end;
  const subject = subjectIn(reading, { start: line.start, end: first }, line);
  if (subject.is === "stranger") return [];
  return [
    {
      ...{ start: line.start, end: line.end, does: "REPEATS", cue: null, line },
      who: subject.is === "own" ? subject.who : who,
    },
  ];
}

/** "First, 60 instructors"; or an item without a line that opens its list: "Air defence: delivery of a battery". */
export function announcedIn(
  line: TextLine,
  who: Who,
  { plain, thingsIn, namesIn }: ClauseReading,
  question: TextLine | null = null,
): Clause[] {
  const words = plain.slice(line.start, line.end);
  // "Latvia: 12,000 drones."
  const [first] = question || line.head ? [] : namesIn(line);
  if (
    first?.start === line.start &&
    (IS_FOLLOWED.test(plain.slice(line.end, line.end + 60)) ||
      IS_LISTED.test(plain.slice(Math.max(0, line.start - 160), line.start)) ||
      IN_A_ROW.test(words)) &&
    /^ ?[:–—] ?/u.test(plain.slice(first.end, line.end)) &&
    !hasNothing(line, thingsIn(line))
  )
    return first.code === STRANGER
      ? []
      : [
          {
            start: line.start,
            end: line.end,
            does: "WILL",
            cue: null,
            line,
            who: { codes: codesOf([first]), onBehalfOf: [], spans: [first] },
          },
        ];
  // "How many people? – 150 soldiers."
  if (question && (!ANSWERS_WITH_NUMBER.test(words) || HAS_VERB.test(words))) return [];
  if (who.codes.length === 0 || hasNothing(line, thingsIn(line)) || isLabel(line, plain)) return [];
  const isLoose =
    line.isItem && (line.head === null || !SO_FAR.test(plain.slice(line.head.start, line.head.end)));
  if (!isLoose && !question && !FIRSTLY.test(words) && !NEWS.test(words)) return [];
  if (isLoose && IN_THE_PAST.test(words)) return [];
  const isNamed =
    question !== null ||
    (FIRSTLY.test(words) && /\d/u.test(words)) ||
    ACTION.test(words) ||
    NUMBER.test(words) ||
    LABELLED.test(words) ||
    ANSWERS_WITH_NUMBER.test(words);
  if (words.search(DENIES_A_THING) >= 0 || !isNamed) return [];
  const isOld = question !== null && PROMISED.test(plain.slice(question.start, question.end));
  return [{ start: line.start, end: line.end, does: isOld ? "REPEATS" : "WILL", cue: null, who, line }];
}
/** "The contributions are as follows. Latvia: 12,000 drones. Sweden: 300 jammers." */
const IS_LISTED =
  /(?:as follows|the following|comme suit|suivante?s?|так[еі]|наступн\p{L}+)[.:]\s+$|(?:^|[.;]\s|\n)\p{Lu}[\p{L} ]{2,30} ?[:–—] [^.;]{3,140}[.;]\s+$/u;
const IS_FOLLOWED = /^\s*\n\p{Lu}[\p{L} ]{2,30} ?[:–—] /u;
const IN_A_ROW = /[;.] (?:the |la |les? |l')?\p{Lu}[\p{L} -]{2,30} ?[:–—] /u;
/** "Два тральщики перебувають у Портсмуті". */
const HAS_VERB = /[аяую]ють(?:ся)?(?![\p{L}])/iu;
const ANSWERS_WITH_NUMBER =
  /^["«“„]?(?:[\p{Lu}][\p{L} .]{0,30} ?[:–—] ?|[–—-] )?(?:(?:yes|oui|так)[,.] )?(?:(?:between|entre|від|about|around|some|up to|at least|roughly|environ|quelque|jusqu'à|au moins|près de|близько|до|приблизно|щонайменше|понад) )?(?:\d|[$€£]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|one|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|дв[аі]|три|чотири|п'ять|шість|сім|вісім|дев'ять|десять|дванадцять|двадцять|тридцять|сорок|п'ятдесят|сто|двісті|триста)(?![\p{L}]))/iu;
/** "Good news: 30 more vehicles for Ukraine." */
const NEWS =
  /^[^:.;]{3,60}: (?:\d|[€$£]|another |a further |up to |some |encore |jusqu'à |ще |до |two |three |four |five |six |ten |deux |trois |quatre |cinq |six |dix |дв|три |чотири |п'ять |шість |десять )[^.;]*(?<![\p{L}])(?:for|to|pour|à|для) (?:l')?(?:Ukraine|Україн)/u;
/** "Sweden has presented 23 packages", in a list of facts. */
const IN_THE_PAST =
  /(?<![\p{L}])(?:(?:has|have|had) (?:been )?\p{L}+(?:ed|en|ent|ught)|amounted|consisted|totalled|reached|exceeded|stood at|(?:a|ont) (?:été|atteint|représenté|comporté)|s'(?:est|élevait)|становил\p{L}|склала|склав|сягнул\p{L}|перевищил\p{L})(?![\p{L}])/iu;
/** "Naval forces: a minehunter". */
const LABELLED = /^[^:.;]{3,60} ?: /u;
const FIRSTLY =
  /^(?:and |et |і |й )?(?:first(?:ly)?|second(?:ly)?|the (?:first|second|third|fourth|fifth|last|other)(?: (?:measure|one|element|point|decision|step))? (?:is|concerns|will be|would be)|third(?:ly)?|fourth(?:ly)?|next|then|finally|lastly|also new|new(?: today)? (?:is|are)|what(?:'s| is) new(?: today)? is|d'abord|ensuite|puis|enfin|premièrement|deuxièmement|troisièmement|(?:en )?(?:premier|deuxième|second|troisième) lieu|nouveau(?:té)?|(?:перш(?:а|ий|е)|друг(?:а|ий|е)|трет(?:я|ій|є)|четверт(?:а|ий|е)|остан(?:ня|ній|нє))(?= (?:\p{L}+ )?[–—:])|по-перше|по-друге|по-третє|далі|нарешті|і нарешті|нове)(?:,| [–—:]|:| )/iu;
const ACTION =
  /(?<![\p{L}])(?:delivery|provision|dispatch|training|purchase|transfer|donation|loan|deployment|supply|livraison|envoi|formation|achat|cession|don|prêt|déploiement|fourniture|remise|mise à disposition|постачання|передача|навчання|закупівля|надання|направлення|розгортання|позика)(?![\p{L}])/iu;

/** No known verb decides, but the sentence denies or recalls a thing: "German soldiers there are not an issue for us". */
export function deniedOrRecalled(
  line: TextLine,
  cues: readonly Cue[],
  before: Who,
  reading: ClauseReading,
): Clause[] {
  const words = reading.asked.slice(line.start, line.end);
  if (cues.some(({ kind }) => kind === "DONE" || kind === "ASKS")) return [];
  if (hasNothing(line, reading.thingsIn(line))) return [];
  const denies = words.search(DENIES_A_THING);
  const isAnnounced = cues.some(({ kind, words: said }) => kind === "ANNOUNCED" && SAID.test(said));
  const recalls = isAnnounced && denies < 0 ? 0 : words.search(RECALLS_A_THING);
  if (denies < 0 && recalls < 0) return [];
  const subject = subjectIn(reading, line, line);
  if (subject.is === "stranger") return [];
  const alone = codesOf(reading.namesIn(line)).filter((code) => code !== "UA");
  const who =
    subject.is === "own"
      ? subject.who
      : alone.length === 1 && (subject.is === "none" || before.codes.length === 0)
        ? { codes: alone, onBehalfOf: [], spans: [] }
        : before;
  if (who.codes.length === 0 || who.codes.join() === "UA") return [];
  return [
    { start: line.start, end: line.end, does: recalls < 0 ? "REFUSES" : "REPEATS", cue: null, who, line },
  ];
}

const SAID =
  /promis|announc|pledg|offer|commit|unveil|decid|annonc|décid|propos|обіця|оголош|анонс|запропон/iu;

/** "…, but no troops." */
export function butNo(clauses: Clause[], line: TextLine, { plain, thingsIn }: ClauseReading): void {
  for (const { index } of plain.slice(line.start, line.end).matchAll(BUT_NO)) {
    const start = line.start + index;
    const clause = clauses.findLast((one) => one.start < start && start < one.end);
    const rest = clause && { start, end: clause.end };
    if (!clause || !rest || clause.does === "REFUSES" || hasNothing(rest, thingsIn(line))) continue;
    clauses.push({ ...rest, does: "REFUSES", cue: null, who: clause.who, line });
    clause.end = start;
  }
}
