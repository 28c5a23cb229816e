// Clauses without a verb of their own: items of lists, "perhaps a company", announcements that still hold.
import { matchesIn } from "../../../base/sentences";
import {
  ACTION,
  ACTION_FIRST,
  AFFIRMED,
  ANSWERS_WITH_NUMBER,
  CHANGED,
  DENIED,
  FIRSTLY,
  GIVES_ONE,
  IN_THE_PAST,
  NEWS,
  OFFERED,
  WAS_PROMISED,
  REFUSED,
  WEIGHED,
  WILL_YOU,
} from "../words/answers";
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
    : UNCHANGED.test(words)
      ? "REPEATS"
      : words.search(DENIES_A_THING) >= 0 || NOT_PLANNED.test(words)
        ? "REFUSES"
        : isOld(words)
          ? "REPEATS"
          : CONSIDERED.test(words)
            ? "MAY"
            : "WILL";
  return { start: line.start, end: line.end, does: led ?? said, cue: null, who, line };
}

/** "What doesn't change", over a list. */
const UNCHANGED =
  /(?<![\p{L}])(?:(?:n.t|not) change|unchanged|stays? the same|ne change(?:nt)? pas|inchangé\p{L}*|не змін\p{L}+)(?![\p{L}])/iu;
const NOT_PLANNED =
  /^(?:not (?:\p{L}+ )?(?:foreseen|planned|envisaged|offered|included|on offer|intended|provided)|what [^.:]{1,40} not|non (?:prévu|retenu|envisagé)|pas prévu|ce qui n|не (?:передбач|плану|розгляда)|чого не|що не)/iu;
const CONSIDERED =
  /(?<![\p{L}])(?:being (?:examined|considered|explored|studied|discussed|weighed)|under (?:consideration|review|study|examination|discussion)|possible|possibilities|options?|to be (?:examined|considered|discussed)|à l'(?:étude|examen)|en (?:discussion|réflexion)|envisag\p{L}+|possibles?|розгляда\p{L}+|на розгляді|можлив\p{L}+|опрацьову\p{L}+)(?![\p{L}])/iu;

const SO_FAR =
  /(?<![\p{L}])(?:so far|to date|until now|previously (?:donated|delivered|given|provided)|(?:earlier|past|previous) (?:donations|deliveries|packages|support)|donated|(?:aides?|livraisons?|dons?) (?:antérieure?s?|précédente?s?)|précédemment (?:livré|donné|fourni)|already (?:delivered|given|provided|done)|delivered|background|facts|figures|chiffres|repères|цифри|questions|contacts?|agenda|participants|since|jusqu'(?:ici|à présent)|à ce jour|déjà (?:livré|fourni|fait)|contexte|rappel des faits|досі|дотепер|вже (?:передано|зроблено|надано)|передано|довідка|контакти|учасники)(?![\p{L}])/iu;
const isOld = (words: string): boolean =>
  words.search(RECALLS_A_THING) >= 0 ||
  /(?<![\p{L}])(?:still (?:valid|in force)|unchanged|announced (?:earlier|before)|toujours|maintenu|inchangé|déjà annoncé|чинні|раніше оголошен)/iu.test(
    words,
  );

/** "Denmark: 200 soldiers", or an item after "Germany will provide:". */
export function itemOf(line: TextLine, head: Clause, { plain, namesIn }: ClauseReading): Clause[] {
  if (isLabel(line, plain)) return [];
  const colon = /^[^:;(]{1,80}?(?::| [–—•-] )/u.exec(plain.slice(line.start, line.end))?.[0].length ?? 0;
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
  const isPerhaps = head.does === "WILL" && (PERHAPS_FIRST.test(words) || UNDER_STUDY.test(words));
  const does = isPerhaps ? "MAY" : head.does;
  return [{ start: line.start, end: line.end, does, cue: head.cue, who, line }];
}

/** "… (under consideration)". */
const UNDER_STUDY =
  /[(–—,] ?(?:still )?(?:under (?:consideration|study|review|discussion)|to be (?:confirmed|decided)|being (?:considered|examined|studied)|tbc|not yet decided|à l'étude|à confirmer|à l'examen|en discussion|envisagée?s?|розглядається|опрацьовується)\)?[.;,]?$/iu;
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
    DENIED.test(words) ||
    (!WEIGHED.test(words) && clauses.some(({ does }) => does === "REFUSES")) ||
    (isOld && REFUSED.test(about));
  // "Perhaps. Six to eight aircraft": what follows says it.
  const goesOn = words.length < SHORT && /^ \S/u.test(plain.slice(end, end + 2));
  const isOpen =
    !goesOn &&
    (WEIGHED.test(words) ||
      (!isDenied && clauses.some(({ does }) => does === "MAY")) ||
      (!isDenied && words.search(question.tongue.perhaps) >= 0));
  // "Has the position changed? No."
  if (isDenied && CHANGED.test(about)) return [];
  const isSaidBefore = isOld || (!isDenied && !isOpen && WAS_PROMISED.test(about));
  // "Will you send more? Yes, we will."
  // "A field hospital is another matter. We would send one."
  const isGiven =
    !isDenied && !isOpen && GIVES_ONE.test(words) && clauses.some(({ does }) => does === "WILL");
  const isAffirmed =
    isGiven || (AFFIRMED.test(words) && WILL_YOU.test(about) && !/^ \S/u.test(plain.slice(end, end + 2)));
  if ((!isDenied && !isSaidBefore && !isOpen && !isAffirmed) || who.codes.length === 0) return [];
  if (hasNothing(question, thingsIn(question)) && !(isSaidBefore && NUMBER.test(about))) return [];
  return [
    {
      start: question.start,
      end,
      does: isDenied ? "REFUSES" : isOpen ? "MAY" : isSaidBefore ? "REPEATS" : "WILL",
      cue: null,
      who,
      line: question,
    },
  ];
}
const SHORT = 45;

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
  isWithoutVerb = false,
): Clause[] {
  const words = plain.slice(line.start, line.end);
  // "Latvia: 12,000 drones."
  const [first] = question || line.head ? [] : namesIn(line);
  if (
    first?.start === line.start &&
    (IS_FOLLOWED.test(plain.slice(line.end, line.end + 60)) ||
      IS_LISTED.test(plain.slice(Math.max(0, line.start - 160), line.start)) ||
      IN_A_ROW.test(words) ||
      (/\n$/u.test(plain.slice(0, line.start).slice(-1)) && IS_ROW.test(plain.slice(first.end, line.end)))) &&
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
  const isOffered = isWithoutVerb && (OFFERED.test(words) || (!line.isItem && ACTION_FIRST.test(words)));
  if (!isLoose && !question && !isOffered && !FIRSTLY.test(words) && !NEWS.test(words)) return [];
  if (isLoose && IN_THE_PAST.test(words)) return [];
  const isNamed =
    question !== null ||
    isOffered ||
    (FIRSTLY.test(words) && /(?<![\p{L}\d-])\d/u.test(words)) ||
    ACTION.test(words) ||
    NUMBER.test(words) ||
    LABELLED.test(words) ||
    ANSWERS_WITH_NUMBER.test(words);
  if (words.search(DENIES_A_THING) >= 0 || !isNamed) return [];
  const isOld = question !== null && WAS_PROMISED.test(plain.slice(question.start, question.end));
  return [{ start: line.start, end: line.end, does: isOld ? "REPEATS" : "WILL", cue: null, who, line }];
}
/** "The contributions are as follows. Latvia: 12,000 drones. Sweden: 300 jammers." */
const IS_LISTED =
  /(?:as follows|the following|comme suit|suivante?s?|так[еі]|наступн\p{L}+)[.:]\s+$|(?:^|[.;]\s|\n)\p{Lu}[\p{L} ]{2,30} ?[:–—] [^.;]{3,140}[.;]\s+$/u;
/** "Ісландія – 300 млн", alone in its paragraph. */
const IS_ROW = /^ ?[–—] (?:(?:до|близько|понад|ще|up to|about|jusqu'à|environ) )?[\d€$£]/u;
const IS_FOLLOWED = /^\s*\n\p{Lu}[\p{L} ]{2,30} ?[:–—] /u;
const IN_A_ROW = /[;.] (?:the |la |les? |l')?\p{Lu}[\p{L} -]{2,30} ?[:–—] /u;
/** "Два тральщики перебувають у Портсмуті". */
const HAS_VERB = /[аяую]ють(?:ся)?(?![\p{L}])/iu;
/** "Naval forces: a minehunter". */
const LABELLED = /^[^:.;]{3,60} ?: /u;

/** No known verb decides, but the sentence denies or recalls a thing: "German soldiers there are not an issue for us". */
export function deniedOrRecalled(
  line: TextLine,
  cues: readonly Cue[],
  before: Who,
  reading: ClauseReading,
): Clause[] {
  const words = reading.withoutConditions.slice(line.start, line.end);
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
  for (const { index } of matchesIn(plain.slice(line.start, line.end), BUT_NO)) {
    const start = line.start + index;
    const clause = clauses.findLast((one) => one.start < start && start < one.end);
    const rest = clause && { start, end: clause.end };
    if (!clause || !rest || clause.does === "REFUSES" || hasNothing(rest, thingsIn(line))) continue;
    clauses.push({ ...rest, does: "REFUSES", cue: null, who: clause.who, line });
    clause.end = start;
  }
}
