// Who does what a clause says: the participants named before its verb, or those that "we", "it" and the like mean.
import { type TextSpan, matchesIn } from "../../../base/sentences";
import type { NamedSpan } from "../../names";
import type { TextLine } from "../lines";
import type { Tongue } from "../tongues";
import { officeIn, type Offices } from "./offices";

export interface Who {
  codes: string[];
  onBehalfOf: string[];
  spans: TextSpan[];
}

/** The code of a state that is no participant. */
export const STRANGER = "-";

export const NO_ONE: Who = { codes: [], onBehalfOf: [], spans: [] };

/** In these words: a subject of its own, that of the clause before, or one that is no participant. */
export type ClauseSubject = { is: "own"; who: Who } | { is: "same" | "stranger" | "none" };

export interface Cast {
  plain: string;
  /** The same text with conditions blank. */
  withoutConditions: string;
  names: readonly NamedSpan[];
  namesIn: (line: TextLine) => readonly NamedSpan[];
  offices: Offices;
  /** Who "we" are. */
  us: readonly string[];
}

export function subjectIn(
  { plain, withoutConditions, names, namesIn, us, offices }: Cast,
  place: TextSpan,
  line: TextLine,
): ClauseSubject {
  const { tongue } = line;
  const words = withoutConditions.slice(place.start, place.end);
  // "Norway, which borders Russia, will …".
  const aside = RELATED_ASIDE.exec(words);
  const isAside = (start: number): boolean =>
    aside !== null && start >= place.start + aside.index && start < place.end;
  const named = namesIn(line).filter(
    ({ start, end }) =>
      start >= place.start && end <= place.end && withoutConditions[start] !== " " && !isAside(start),
  );
  const groups = groupsOf(plain, named, tongue);
  const isBehalf = ([first]: readonly NamedSpan[]): boolean =>
    tongue.behalf.test(plain.slice(Math.max(0, (first?.start ?? 0) - NEAR), first?.start ?? 0));
  const onBehalfOf = groups.filter(isBehalf).flatMap(codesOf);
  // "As agreed in Vilnius, Estonia will …": only what follows the comma may be the subject.
  const eligible = groups.flatMap((group) =>
    [group, behindComma(plain, group)]
      .filter((one) => one.length > 0 && isSubject(plain, one, place, line))
      .slice(0, 1),
  );
  const subject = eligible.findLast((one) => codesOf(one).join() !== "UA") ?? eligible.at(-1);
  // "Together with Norway, we …".
  const withThem = groups
    .filter(([first]) =>
      tongue.togetherWith.test(plain.slice(Math.max(0, (first?.start ?? 0) - NEAR), first?.start ?? 0)),
    )
    .flatMap(codesOf);
  const own = (
    said: readonly string[],
    spans: TextSpan[],
    codes = [...new Set([...said, ...withThem])],
  ): ClauseSubject => ({
    is: "own",
    who: { codes, onBehalfOf: onBehalfOf.filter((code) => !codes.includes(code)), spans },
  });
  const last = (pattern: RegExp): TextSpan | null => {
    const found = matchesIn(words, pattern).at(-1);
    if (!found) return null;
    const start = place.start + found.index;
    return { start, end: start + found[0].length };
  };
  const group = subject?.map(({ start, end }) => ({ start, end })) ?? [];
  const end = group.at(-1)?.end ?? 0;
  const both = last(tongue.bothOf);
  if (both && both.end > end) {
    const before = namedBefore(plain, names, both, tongue);
    const isOurs = us.length > 1 || (us.length > 0 && OF_US.test(plain.slice(both.start, both.end)));
    if (before.length === 0 && !isOurs) return { is: "stranger" };
    return own(isOurs ? us : before, [both]);
  }
  const we = last(tongue.we);
  // "The parties agreed to …", in the words of one of them.
  if (we && us.length < 2 && we.end > end && PARTIES.test(plain.slice(we.start, we.end)))
    return { is: "stranger" };
  if (we && we.end > end) return us.length === 0 ? quoted(plain, namesIn(line), we, line) : own(us, [we]);
  // "Germany said it will": the same Germany.
  if (subject) return codesOf(subject).length === 0 ? { is: "stranger" } : own(codesOf(subject), group);
  const same = last(tongue.same);
  const stranger = last(tongue.strangers);
  // "The minister hopes that other countries will …".
  if (same && (stranger?.start ?? 0) <= same.start) {
    const holder = offices.get(officeIn(plain.slice(same.start, same.end)) ?? "");
    if (holder !== undefined) return own([holder], [same]);
    // "In Ottawa, the minister said".
    const [seat] = named;
    const isAt = seat?.people === true && AT.test(plain.slice(place.start, seat.start));
    return isAt && plain[seat.end] === "," ? own(codesOf([seat]), [seat]) : { is: "same" };
  }
  return { is: stranger ? "stranger" : "none" };
}

/** "“We will send ships,” said the Polish minister.", or "The Polish minister said: “We …". */
function quoted(plain: string, names: readonly NamedSpan[], we: TextSpan, line: TextLine): ClauseSubject {
  const opens = /^[^«“"„]{1,160}(?=[«“"„])/u.exec(plain.slice(line.start, we.start))?.[0].length;
  const sayer =
    opens === undefined
      ? undefined
      : names.find(({ end, code }) => end <= line.start + opens && code !== "UA");
  if (sayer && sayer.code !== STRANGER)
    return { is: "own", who: { codes: [sayer.code], onBehalfOf: [], spans: [we] } };
  const close = /[”»"]/u.exec(plain.slice(we.end, line.end))?.index;
  const said =
    close === undefined
      ? undefined
      : names.find(({ start }) => start > we.end + close && start < we.end + close + NEAR);
  return said ? { is: "own", who: { codes: [said.code], onBehalfOf: [], spans: [we] } } : { is: "same" };
}

export const codesOf = (group: readonly NamedSpan[]): string[] => [
  ...new Set(group.map(({ code }) => code).filter((code) => code !== STRANGER)),
];

/** "The three governments": the last three that were named in one breath, or else the last ones. */
function namedBefore(plain: string, names: readonly NamedSpan[], both: TextSpan, tongue: Tongue): string[] {
  const count = COUNTS.findIndex((words) => words.test(plain.slice(both.start, both.end))) + 3;
  const before = names
    .filter(({ end, code }) => end <= both.start && code !== "UA" && code !== STRANGER)
    .slice(-MOST_BEFORE);
  const group = groupsOf(plain, before, tongue)
    .map(codesOf)
    .findLast((codes) => codes.length === count);
  if (group) return group;
  const last = [...new Set(before.map(({ code }) => code).reverse())].slice(0, count).reverse();
  return last.length === count ? last : [];
}
const PARTIES = /^(?:сторони|учасники|підписанти|міністри)$/iu;
const OF_US = /(?: us|nous|нас|сторін|учасників)$/iu;
/** Of three and more. */
const COUNTS = [
  /three|trois|три|трьох/iu,
  /four|quatre|чотир/iu,
  /five|cinq|п'ят/iu,
  /six|шіст/iu,
  /seven|sept|сім|семи/iu,
  /eight|huit|вісім|восьми/iu,
];
const MOST_BEFORE = 40;

export function groupsOf(plain: string, names: readonly NamedSpan[], { nameJoin }: Tongue): NamedSpan[][] {
  const groups: NamedSpan[][] = [];
  for (const name of names) {
    const last = groups.at(-1)?.at(-1);
    const join = last ? plain.slice(last.end, name.start) : "";
    // "the needs of the Ukrainian forces, Bulgaria will …".
    const isApart = last?.people === true && !name.people && join.startsWith(",");
    if (last && !isApart && nameJoin.test(join)) groups.at(-1)?.push(name);
    else groups.push([name]);
  }
  return groups;
}

const RELATED_ASIDE =
  /(?<=\p{L}), (?:which|who|whose|where|qui|dont|où|lequel|laquelle|як(?:ий|а|е|і|ої|ого)|що|де) [^;.,]{2,140}, ?(?:[\p{Ll}']+ ){0,2}$/u;
const AT = /^["«“]?(?:in|à|у|в) $/iu;

function behindComma(plain: string, [first, ...others]: readonly NamedSpan[]): NamedSpan[] {
  const join = plain.slice(first?.end ?? 0, others[0]?.start ?? 0);
  return /^, (?:l[ae] |les |l'|the )?$/u.test(join) ? others : [];
}

const NEAR = 60;
/** "As for Finland, it …" */
const TOPIC =
  /(?:^|[.;:,–—] |\n)(?:and |but |et |mais |а |і )?(?:as for|as to|quant (?:à|aux?)|pour ce qui (?:est|concerne) (?:de )?|s'agissant de|що стосується|щодо) ?(?:the |la |le |les |l')?$/iu;
const OFFICE_OF = /(?: of| in| de| du| des| d'| en| à)(?: |(?<='))$/u;

/** "Two Danish F-16s will …", right before the verb; but not "our American partners will". */
function isTheirThing(
  plain: string,
  { code, start, end }: Pick<NamedSpan, "code" | "start" | "end">,
  place: TextSpan,
  { preposition, strangers }: Tongue,
): boolean {
  const noun = plain.slice(end, place.end);
  if (code === "UA" || !/^(?: [\p{L}\d/-]+){1,3} ?$/u.test(noun)) return false;
  return (
    !preposition.test(plain.slice(Math.max(0, start - NEAR), start)) &&
    noun.search(strangers) < 0 &&
    !FELLOWS.test(noun)
  );
}
const TO_UKRAINE = /^(?:Україн[іу]|Києву)$/u;
/** Right before the verb, or with an aside between commas: "Рим, зі свого боку, …". */
const ASIDE = /^(?: ?|, [^,;.]{2,60}, ?)$/u;
const FELLOWS =
  /friends|partners|allies|colleagues?|counterparts?|compan|industr|people|public|press|media|expert|amis|alliés|partenaires|homologue|peuple|друз|партнер|союзник|колег|компан|народ|глядач|ЗМІ/iu;

function isSubject(plain: string, group: readonly NamedSpan[], place: TextSpan, line: TextLine): boolean {
  const { tongue } = line;
  const start = group[0]?.start ?? 0;
  const before = plain.slice(Math.max(0, start - NEAR), start);
  if (tongue.behalf.test(before)) return false;
  if (TOPIC.test(before)) return true;
  const isRelative = /^, (?:which|who|qui|як\p{L}+) /u.test(plain.slice(group.at(-1)?.end ?? 0, place.end));
  const office = OFFICE_OF.test(before) ? tongue.officeBefore.exec(before) : null;
  // "The Prime Minister of Denmark", but not "to the Prime Minister of Denmark".
  const isOffice = office !== null && !tongue.preposition.test(before.slice(0, office.index));
  if (tongue.preposition.test(before) && !isRelative && !isOffice && !tongue.togetherWith.test(before))
    return false;
  // "would hand Ukraine 18 vehicles and …": to whom.
  if (
    codesOf(group).join() === "UA" &&
    place.start > line.start &&
    plain.slice(place.start, start).trim() === ""
  )
    return false;
  // "Україні буде передано 20 гаубиць".
  if (codesOf(group).join() === "UA" && TO_UKRAINE.test(plain.slice(start, group.at(-1)?.end))) return false;
  // The country that is helped is a subject only where a clause begins, unless its case says so.
  if (
    codesOf(group).join() === "UA" &&
    !/^(?:Україна|Київ)$/u.test(plain.slice(start, group.at(-1)?.end)) &&
    /[\p{L}\d] $/u.test(plain.slice(place.start, start)) &&
    !/(?<![\p{L}])(?:and|et|і|й|та|that|que|що) $/u.test(before)
  )
    return false;
  return group.every(({ people, code, end, start: from }) => {
    if (!people) return true;
    // "15 тис. українських військовослужбовців пройдуть підготовку".
    if (code === "UA" && /(?:их|ого|ої|ому)$/u.test(plain.slice(from, end))) return false;
    const after = plain.slice(end, Math.min(plain.length, end + NEAR));
    const ahead = plain.slice(Math.max(0, from - NEAR), from);
    return (
      tongue.officeAfter.test(after) ||
      tongue.officeBefore.test(ahead) ||
      ASIDE.test(plain.slice(end, place.end)) ||
      isTheirThing(plain, { code, start: from, end }, place, tongue)
    );
  });
}
