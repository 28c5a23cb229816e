// Which conditions hold for which clauses: those in the clause, those that open its sentence or its list,
// those that the next sentence adds, and those of a section.
import { groupedBy } from "../../base/listing";
import { type TextSpan, matchesIn } from "../../base/sentences";
import type { NamedSpan } from "../names";
import type { Clause } from "./clauses/clause";
import type { TextLine } from "./lines";
import { SAID_BEFORE } from "./words/condition-ends";
import { CONDITIONS_FOLLOW } from "./words/condition-words";
import { NEEDED, NEEDS_NOTHING } from "./words/needed";

export type ConditionsOf = (clause: Clause, participant: string | null) => TextSpan[];

interface AroundLines {
  namesIn: (line: TextLine) => readonly NamedSpan[];
  /** It promises, refuses or repeats something: its conditions are its own. */
  isSettled: (line: TextLine) => boolean;
  /** It names what is promised, refused or repeated. */
  isPromising: (line: TextLine) => boolean;
}

interface Added {
  spans: readonly TextSpan[];
  /** The participants it names; null: all. */
  codes: readonly string[] | null;
  holdsFor: (line: TextLine, participant: string | null) => boolean;
}

export function conditionsOfDrafts(
  plain: string,
  byLine: ReadonlyMap<TextLine, readonly TextSpan[]>,
  clauses: readonly Clause[],
  { namesIn, isSettled, isPromising }: AroundLines,
): ConditionsOf {
  const clausesIn = groupedBy(clauses, ({ line }) => line);
  const general: Added[] = [];
  const next = new Map<TextLine, Added[]>();
  const adds = (to: TextLine, spans: readonly TextSpan[], codes: readonly string[] | null): void => {
    next.set(to, [...(next.get(to) ?? []), { spans, codes, holdsFor: () => true }]);
  };
  const listed = new Map<TextLine, TextSpan[]>();
  const add = (one: Added): void => void (general.length < MOST_GENERAL && general.push(one));
  let before: TextLine | null = null;
  let promising: TextLine | null = null;
  let title: TextLine | null = null;
  let isOfBefore = false;
  // "We have one condition: a mandate. With it, two companies will leave."
  let waiting: { line: TextLine; spans: readonly TextSpan[] } | null = null;
  const titles = new Map<TextLine, TextLine | null>();
  let question: { line: TextLine; spans: readonly TextSpan[] } | null = null;
  for (const [line, said] of byLine) {
    const spans: readonly TextSpan[] =
      said.length > 0 || isPromising(line) ? said : neededBy(plain, line, promising);
    const isTitle = line.isTitle && !line.opens;
    if (isTitle) {
      title = line;
      if (before !== null) add({ spans, codes: null, holdsFor: (other) => titles.get(other) === line });
    }
    titles.set(line, title);
    const words = plain.slice(line.start, line.end);
    isOfBefore = OF_BEFORE.test(words) || (isOfBefore && before?.paragraph === line.paragraph);
    const refersBack =
      before?.paragraph === line.paragraph && (REFERS_BACK.test(words) || ADDS_TO_IT.test(words));
    // "The force will deploy after a ceasefire. To this force:".
    if (before?.paragraph === line.paragraph && line.opens && !isSettled(before) && TO_THAT.test(words))
      listed.set(line, [...(byLine.get(before) ?? [])]);
    if (words.endsWith("?")) question = { line, spans };
    if (clausesIn.has(line)) {
      promising = line;
      if (waiting?.line.paragraph === line.paragraph) adds(line, waiting.spans, null);
      if (before && refersBack) adds(line, byLine.get(before) ?? [], null);
      // "And after a ceasefire? – We will …"
      if (question && question.line !== line && line.paragraph - question.line.paragraph < 2)
        adds(line, question.spans, null);
      waiting = null;
    }
    const { head } = line;
    if (head && CONDITIONS_FOLLOW.test(plain.slice(head.start, head.end))) {
      const target = clausesIn.has(head) ? head : promising;
      if (target) listed.set(target, [...(listed.get(target) ?? []), ...spans]);
    } else if (
      spans.length > 0 &&
      question?.line !== line &&
      !(said.length > 0 && isSettled(line)) &&
      !isTitle
    ) {
      const isPackage = promising?.paragraph !== line.paragraph && PACKAGE.test(words);
      const reach =
        reachOf(line, words, namesIn(line), spans[0]?.start ?? 0) ?? (isPackage ? () => true : null);
      if (reach) {
        add({ spans, codes: null, holdsFor: reach });
      } else if (before?.head && before.isItem && !line.isItem) {
        // "The package needs the consent of parliament", after a list: all its items do.
        const list = before.head;
        add({ spans, codes: null, holdsFor: (other) => other.head === list });
      } else if (
        promising &&
        (promising.paragraph === line.paragraph || (promising.paragraph === line.paragraph - 1 && isOfBefore))
      ) {
        const codes = codesAhead(plain, namesIn(line), spans[0]?.start, clausesIn.get(promising));
        for (const one of meantBy(plain, words, promising, clausesIn)) adds(one, spans, codes);
      } else if (said.length > 0) waiting = { line, spans };
    }
    before = line;
  }
  return conditionsAround(plain, { byLine, clausesIn, listed, general, next });
}

interface Attached {
  byLine: ReadonlyMap<TextLine, readonly TextSpan[]>;
  clausesIn: ReadonlyMap<TextLine, readonly Clause[]>;
  listed: ReadonlyMap<TextLine, readonly TextSpan[]>;
  general: readonly Added[];
  next: ReadonlyMap<TextLine, readonly Added[]>;
}

function conditionsAround(
  plain: string,
  { byLine, clausesIn, listed, general, next }: Attached,
): ConditionsOf {
  return (clause, participant) => {
    const { line } = clause;
    const own = withinIt(plain, clause, clausesIn.get(line) ?? [], byLine.get(line) ?? []);
    const opening = line.head ? [...(byLine.get(line.head) ?? []), ...(listed.get(line.head) ?? [])] : [];
    const added = [...general, ...(next.get(line) ?? [])].flatMap((one) =>
      one.holdsFor(line, participant) && (one.codes?.includes(participant ?? "") ?? true) ? one.spans : [],
    );
    return [...own, ...opening, ...(listed.get(line) ?? []), ...added].sort((a, b) => a.start - b.start);
  };
}

/** The promises of its paragraph up to this line; few paragraphs have more. */
function inParagraphOf(line: TextLine, clausesIn: ReadonlyMap<TextLine, unknown>): TextLine[] {
  const lines = [...clausesIn.keys()];
  const at = lines.indexOf(line);
  return lines
    .slice(Math.max(0, at - MOST_IN_PARAGRAPH), at + 1)
    .filter(({ paragraph }) => paragraph === line.paragraph);
}
const MOST_IN_PARAGRAPH = 8;

/** The sentences it is a condition of: all in the paragraph, that about the thing it names, or the last. */
function meantBy(
  plain: string,
  words: string,
  promising: TextLine,
  clausesIn: ReadonlyMap<TextLine, unknown>,
): TextLine[] {
  const all = inParagraphOf(promising, clausesIn);
  return WHOLE.test(words) ? all : [ofThing(plain, words, all) ?? promising];
}

/** "Parliament has to vote on the loan": the one of these sentences that speaks of a loan. */
function ofThing(plain: string, words: string, lines: readonly TextLine[]): TextLine | null {
  const thing = (OF_THE_THING.exec(words) ?? THING_FIRST.exec(words))?.[1]?.toLowerCase().slice(0, STEM);
  if (thing === undefined) return null;
  const found = lines.filter(({ start, end }) => {
    const line = plain.slice(start, end).toLowerCase();
    return line.includes(thing) || (LOAN.test(thing) && LENDS.test(line));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
const STEM = 6;
const THING_FIRST = /^["«“„]?(?:the|le|la|ce|cette|this) (\p{Ll}{4,})/iu;
const LOAN = /^(?:loan|prêt)/u;
const LENDS = /lend|lent |prêt/u;
const OF_THE_THING =
  /(?<![\p{L}])(?:sur|pour|for|on|to|щодо|про|на) (?:les? |la |l'|the |this |these |that |cet?t?e? |ces |цю |цей |ці )(\p{Ll}{4,})/u;

/** Those who promise and are named before it: it is their condition. Null: everyone's. */
function codesAhead(
  plain: string,
  names: readonly NamedSpan[],
  begins = 0,
  clauses: readonly Clause[] = [],
): string[] | null {
  const ours = clauses.flatMap(({ who }) => who.codes);
  const ahead = names.filter(({ end, people, code }) => end <= begins && !people && code !== "UA");
  const codes = ahead.flatMap(({ code }) => (ours.includes(code) ? [code] : []));
  // "Finland will decide once its parliament has debated it": nobody else's.
  const isOthers = ahead.some(({ end }) => WILL.test(plain.slice(end, begins)));
  return codes.length === 0 && !isOthers ? null : codes;
}

const WILL = /(?<![\p{L}])(?:will|would|may|could)(?![\p{L}])|\p{L}r(?:a|ont|ait|aient)(?![\p{L}])/u;

/** A whole sentence that is a condition of what was promised before it. */
function neededBy(plain: string, line: TextLine, promising: TextLine | null): TextSpan[] {
  const { start, end, tongue, paragraph } = line;
  if (promising === null || line === promising || promising.paragraph < paragraph - 1) return [];
  const words = plain.slice(start, end);
  if (words.length > LONGEST_NEED || words.endsWith("?") || NEEDS_NOTHING.test(words)) return [];
  return NEEDED[tongue.language].test(words) ? [{ start, end: end - (/[.!;]$/u.test(words) ? 1 : 0) }] : [];
}
const LONGEST_NEED = 220;

/** Those in the same sentence. */
function withinIt(
  plain: string,
  clause: Clause,
  others: readonly Clause[],
  spans: readonly TextSpan[],
): TextSpan[] {
  const { line } = clause;
  const first = others[0]?.cue?.start ?? others[0]?.start ?? line.start;
  const after = others.find(({ start }) => start > clause.start)?.start ?? line.end;
  const chain = others.filter(({ start }) => start > clause.start);
  const isOne = chain.every(({ who }) => who.codes.join() === clause.who.codes.join());
  // "will send ships and train soldiers, if parliament agrees and the Americans help": both.
  const behind = spans.findIndex(
    ({ start }, index) =>
      plain.slice(start - 2, start) === ", " &&
      spans.slice(index).every((one, at, some) => (some[at + 1]?.start ?? line.end) - one.end < SHORT),
  );
  const closes = ({ start }: TextSpan): boolean =>
    isOne && behind >= 0 && start >= (spans[behind]?.start ?? line.end);
  return spans.filter(
    (one) => one.start < first || (one.end > clause.start && one.start < after) || closes(one),
  );
}

const SHORT = 10;

/** The lines it speaks of: of the paragraphs it numbers, of a section, or all. Null: only its neighbours. */
function reachOf(
  line: TextLine,
  words: string,
  names: readonly NamedSpan[],
  begins: number,
): Added["holdsFor"] | null {
  const numbers = numbersIn(words);
  if (numbers.size > 0) {
    const but = EXCEPT.exec(words)?.index ?? line.end;
    const spared = names.filter(({ start }) => start >= line.start + but && start < begins);
    return (other, one) =>
      numbers.has(other.number) && other.number !== line.number && !spared.some(({ code }) => code === one);
  }
  const section = SECTION.exec(words)?.[1] ?? null;
  if (section !== null) return (other) => other.label === section;
  return ALL.test(words) ? (other) => other.section === line.section : null;
}

/** "The offers in paragraphs 3 and 4", "пункти 2–5". */
function numbersIn(words: string): ReadonlySet<string> {
  const said = REFERS.exec(words)?.[1] ?? "";
  const ends = matchesIn(said, /\d{1,2}/gu).map(([number]) => Number(number));
  const [first = 0, last = 0] = ends;
  if (ends.length === 2 && TO.test(said))
    return new Set(
      Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index)),
    );
  return new Set(ends.map(String));
}
const TO = /to|through|à|до|по|–|-/u;
const REFERS =
  /(?<![\p{L}])(?:paragraphs?|points?|items?|clauses?|paragraphes?|alinéas?|пункт\p{L}{0,4}|абзац\p{L}{0,4}) (\d{1,2}(?:(?:,? (?:and|et|і|й|та|to|through|à|до|по|or|ou) |, | ?[–-] ?)\d{1,2}){0,8})(?![\d%])/iu;
const EXCEPT =
  /(?<![\p{L}])(?:except|excluding|other than|apart from|save|à l'exception|sauf|hormis|excepté|крім|окрім|за винятком)(?![\p{L}])/iu;

/** A text with more conditions for all of it says the same one again and again. */
const MOST_GENERAL = 20;
const SECTION =
  /(?<![\p{L}])(?:section|part|chapter|розділ\p{L}*|partie|titre) (\p{Lu}|[IVX]{1,4}|\d{1,2})(?![\p{L}])/u;
const THINGS_EN =
  "contributions?|commitments?|pledges?|deployments?|measures?|offers?|packages?|undertakings?|promises?|amounts?|sums?";
const THINGS_FR =
  "contributions?|engagements?|mesures?|offres?|promesses?|déploiements?|paquet|dispositif|apports?|montants?|sommes?";
const ALL = new RegExp(
  String.raw`(?<![\p{L}])(?:all (?:of )?(?:these|the|our|this|that|${THINGS_EN})|unless (?:otherwise )?stated|every (?:${THINGS_EN})|(?:these|any of these|none of these) (?:${THINGS_EN})|the (?:entire|whole) \p{L}+|everything|(?:none of|any of) (?:this|it|them)|усі|всі|усе|все (?:це|сказане|назване)|увесь|весь (?:цей )?пакет|кожен внесок|жоден (?:із|з) (?:цих )?внесків|tous|toutes|tout cela|l'ensemble|chaque (?:${THINGS_FR})|ces (?:${THINGS_FR}))(?![\p{L}])`,
  "iu",
);
/** "The plan must still be approved", "disbursement depends on …": of all that its paragraph promises. */
const WHOLE =
  /^(?:the |this |le |la |ce |cette |l'|цей |ця |весь |увесь )?(?:whole |entire |present )?(?:plan|package|programme|program|disbursements?|budget|bill|proposals?|scheme|paquet|projet|programme|enveloppe|décaissement|versement|ensemble|план|пакет|програма|виплата|законопроєкт|бюджет|everything|all|tout|усе|все)(?![\p{L}])|^both (?=are|will|would|need|require|must|have|depend)|(?:^|[,;:] |dans )(?:both|all (?:two|three|four|five)|les (?:deux|trois|quatre)|обид\p{L}+|усі (?:три|чотири)) (?:sums?|amounts?|measures?|offers?|contributions?|commitments?|deployments?|cases?|sommes?|montants?|mesures?|offres?|engagements?|déploiements?|cas|сум\p{L}*|внески|заходи)(?![\p{L}])/iu;
/** In a paragraph of its own, "The package needs a vote" holds for the text. */
const PACKAGE = /^(?:the |this |le |ce |цей |весь |увесь )?(?:package|paquet|пакет) (?!of |d['eu]|із |з )/iu;
const TO_THAT =
  /(?<![\p{L}])(?:this|that|these|such|it|them|ce|cette|ces|celle-ci|цієї|цих|цього|них|неї|нього)(?![\p{L}])/iu;
/** "On that basis, we are prepared to …", "… in the same event": under what the sentence before says. */
const REFERS_BACK = new RegExp(
  `(?<![\\p{L}])${SAID_BEFORE.source}|` +
    /^(?:and |but |et |mais |і |але )?(?:on (?:that|this|such a) (?:basis|footing|condition|understanding)|with (?:that|this|these|those|it)(?: in (?:place|hand|force))?|in (?:such|those|these) circumstances|if so|if (?:they|these|those|both|all|all this|that) (?:are|is|were) (?:met|fulfilled|satisfied|given|the case)|si (?:elles|ils|ces conditions) (?:sont|étaient) (?:réunies?|remplies?)|якщо (?:їх|вони|ці умови) (?:буде )?(?:виконан|дотриман)\p{L}+|in that case|only then|then|under (?:those|these) conditions|à (?:cette|ces) (?:seule )?conditions?|sur cette base|dans ces conditions|dans ce cas|alors|ce n'est qu'alors|за (?:таких|цих) умов|на цій (?:основі|підставі)|тоді|лише тоді|лише після цього)(?![\p{L}])/u
      .source,
  "iu",
);
/** "She could also send officers": in the case that the sentence before speaks of. */
const ADDS_TO_IT =
  /^(?:[\p{L}'-]+[ ,]+){1,14}?(?:(?:could|would|might|may) also|pourrai(?:t|ent|ons) (?:également|aussi|en outre|(?:eux|elles?|lui) aussi)|y (?:ajouter|joindr)\p{L}+|(?:pourrai?|pourr)\p{L}+ compléter ce(?:t|tte)?)(?![\p{L}])/iu;
/** "This still needs the consent of parliament", alone in its paragraph. */
const OF_BEFORE =
  /^(?:(?:le |la |les |the )?(?:parlement|parliament|chambre|diète|sénat|députés|bundestag|seimas|sejm|riksdag|storting|folketing|saeima|riigikogu|парламент|сейм|бундестаг|верховна рада)(?: \p{L}+)? (?=(?:doi|devr|must|has|have|will|aura|sera|still|має|мусить|ще))|(?:(?:\p{Lu}[\p{L} ]{2,20}'s|the|our|its|this|that|such an?|l'|la|le|notre|son|sa|ця|цей|наша?|його|її) ?(?:\p{L}+ ){0,2}(?:offer|contribution|commitment|pledge|package|deployment|decision|mission|support|undertaking|proposal|move|allocation|donation|offre|proposition|engagement|déploiement|décision|paquet|aide|пропозиці\p{L}|внесок|зобов'язання|рішення|пакет|розгортання|допомога|відправлення|передача)|[«“"]?(?:this|that|it|they|these|those)|[«“"]?(?:це|ce)|the (?:decision|package|deployment|commitment|offer|contribution|mission|dispatch|move|plan|pledge)|both|cela|ceci|il|elle|cet?t?e?|ces|le (?:déploiement|paquet)|l'(?:envoi|offre|engagement|ensemble)|la (?:décision|contribution|mission)|the (?:money|funds?|funding)|l'argent|ces fonds|гроші|кошти|це|цей|ця|ці|вон[аи]|воно|пакет|рішення|внесок|відправлення|розгортання)(?![\p{L}]))/iu;
