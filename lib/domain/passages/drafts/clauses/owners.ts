// Who a verb's subject is, and whose a thing is where its clause has no subject.
import { covers, type TextSpan } from "../../../base/sentences";
import type { NamedSpan } from "../../names";
import type { TextLine } from "../lines";
import type { ClauseReading } from "./clause";
import type { Cue } from "./cues";
import { agentOf, subjectBehind } from "./subjects";
import { codesOf, NO_ONE, STRANGER, subjectIn, type ClauseSubject } from "./who";

interface Around {
  last: Cue | null;
  /** Someone was named before, or by the line that opens the list. */
  isKnown: boolean;
}

/** Who does it, and where the verb's relative clause begins, if it is in one. */
export function doerOf(
  reading: ClauseReading,
  line: TextLine,
  cue: Cue,
  gap: TextSpan,
  { last, isKnown }: Around,
): { subject: ClauseSubject; related: number | null } {
  const ahead = reading.plain.slice(gap.start, gap.end);
  // "La Lituanie nous enverra": to us.
  const toUs = WE_DO.test(cue.words) ? undefined : TO_US.exec(ahead)?.[0].length;
  const place = toUs === undefined ? gap : { start: gap.start, end: gap.end - toUs };
  const said: ClauseSubject = cue.kind === "AND" && last ? { is: "same" } : subjectIn(reading, place, line);
  // "all EU sanctions that may have been eased": the sanctions belong to the verb before.
  const related = cue.kind === "OTHER" && last ? RELATED.exec(reading.plain.slice(gap.start, gap.end)) : null;
  if (related) return { subject: { is: "none" }, related: gap.start + related.index };
  const named =
    said.is === "none" ? (agentOf(reading, cue, line) ?? subjectBehind(reading, cue, line) ?? said) : said;
  const owner = named.is === "none" ? ownerOfThing(reading, gap, cue, line, isKnown) : null;
  const subject = owner ?? named;
  // "for the countries that will send their soldiers there".
  if (OF_STRANGERS.test(reading.plain.slice(gap.start, gap.end)))
    return { subject: { is: "stranger" }, related: null };
  const givers = giversTo(reading, cue, named, line);
  if (!givers) return { subject, related: null };
  return {
    subject: givers.length > 0 ? { is: "own", who: { ...NO_ONE, codes: givers } } : { is: "stranger" },
    related: null,
  };
}
const OF_STRANGERS =
  /(?<![\p{L}])(?:countries|states|nations|partners|allies|those|others|companies|firms|pays|états|partenaires|alliés|ceux|celles|entreprises|країн\p{L}*|держав\p{L}*|партнер\p{L}*|союзник\p{L}*|тих|тим|компані\p{L}*),? (?:which|who|that|qui|як(?:і|их|им)|що) (?!(?:it|they|we|he|she|elles?|ils?|nous|він|вона|воно|вони|ми) )(?:\p{L}+ )?$/iu;
const TO_US = /(?<=[\p{L}\d] )(?:nous|vous) (?:y |en )?$/iu;
const WE_DO = /(?:ons|sommes|[âî]mes|ions)(?![\p{L}])/iu;
const FAR = 80;
const RELATED = / (?:that|which|who|qui|що|як\p{L}{1,3}) (?:[\p{Ll}']+ ){0,3}$/u;

/** "Ukraine will receive two more ships from us": who gives them; nobody, where it isn't said. Null: it receives nothing. */
function giversTo(
  { plain, namesIn, speaker }: ClauseReading,
  cue: Cue,
  subject: ClauseSubject,
  line: TextLine,
): string[] | null {
  if (!RECEIVES.test(cue.words)) return null;
  const isYou = subject.is === "none" && YOU.test(plain.slice(Math.max(line.start, cue.start - 24), cue.end));
  if (isYou) return speaker === null || speaker === "UA" ? null : [speaker];
  const isHelped =
    subject.is === "own" ? subject.who.codes.join() === "UA" : OURS.test(plain.slice(line.start, cue.start));
  // "the army, which will receive eight F-16".
  if (!isHelped)
    return OWN_GAIN.test(cue.words) &&
      (subject.is !== "none" || WHICH.test(plain.slice(line.start, cue.start)))
      ? []
      : null;
  const named = namesIn(line).find(
    ({ start, code }) => code !== "UA" && FROM_ONE.test(plain.slice(Math.max(line.start, start - 40), start)),
  );
  if (named) return codesOf([named]);
  const isOthers = FROM_OTHERS.test(plain.slice(cue.end, line.end));
  return speaker === null || isOthers || speaker === "UA" ? [] : [speaker];
}
/** "наші підрозділи отримають", where Ukraine speaks. */
const OURS = /(?<![\p{L}])(?:our|nos|наші|українські) (?:\p{L}+ )?(?:\p{L}+ )?$/iu;
const YOU = /(?<![\p{L}])(?:you|vous|ви)(?![\p{L}])/iu;
const RECEIVES =
  /(?:receive|get|obtain|be (?:given|handed|sent|supplied|provided)|(?:count|rely|bank) on|(?:can|may) (?:expect|look forward to))$|recevr(?:a|ont|ait)|recevoir$|obtiendr(?:a|ont)|verra remettre|recevrez|aurez|отрима(?:є|ють|ти|єте)|одерж(?:ить|ать|ати|ите)|дістан(?:е|уть|ете)|матим(?:е|уть|ете)|отримуватим|(?:розраховувати|покластися|покладатися) на$|(?:при)?дба(?:ти|є|ємо)$|(?:за)?куп(?:ити|ить|имо|увати|овувати|уємо|овуємо)$/iu;
const WHICH = /, як\p{L}{1,2} [^,.;]{0,40}$/u;
const OWN_GAIN = /^(?:отрима|одерж|дістан)/iu;
const FROM_ONE =
  /(?<![\p{L}])(?:from|by|courtesy of|від|з боку|з|par|de la part d(?:e|u|es|')|de|des|du|d') ?(?:the |la |les? |l')?(?:[\p{Ll}]+ (?:of |de )?)?$/iu;
const FROM_OTHERS =
  /(?<![\p{L}])(?:from|від|de la part d(?:e|u)) (?!us|нас|nous|our|наш|stocks|the stocks)/iu;

/** "The dispatch of Norwegian soldiers is excluded", "300 vehicles will come from Norway": whose the thing is. */
function ownerOfThing(
  { plain, namesIn }: ClauseReading,
  gap: TextSpan,
  cue: Cue,
  line: TextLine,
  isKnown: boolean,
): ClauseSubject | null {
  const others = namesIn(line).filter(({ code }) => code !== "UA" && code !== STRANGER);
  const isOwner = ({ start, end, people }: NamedSpan): boolean =>
    people
      ? OWN_THING.test(plain.slice(end, Math.min(end + FAR, Math.max(gap.end, end))))
      : OF_ONE.test(plain.slice(Math.max(line.start, start - 40), start));
  const own = others.filter((one) => covers(gap, one) && isOwner(one));
  const found = own.length > 0 ? own : isKnown ? [] : others;
  const codes = codesOf(found);
  return codes.length === 1 && (cue.kind !== "OTHER" || own.length > 0)
    ? { is: "own", who: { codes, onBehalfOf: [], spans: [] } }
    : null;
}
const OWN_THING =
  /^(?: |-)(?:\p{L}+ ){0,2}(?:soldiers?|troops|forces?|military|army|armed|air force|navy|contingents?|contributions?|participation|involvement|presence|deliver(?:y|ies)|deployments?|units?|battalions?|brigades?|compan(?:y|ies)|instructors|personnel|boots|offers?|pledges?|proposals?|support|aid|money|taxpayers?|soldats|troupes|militaires|armée|marine|participation|contribution|présence|livraisons?|déploiements?|unités?|bataillons?|instructeurs|offre|engagement|promesse|військ\p{L}*|солдат\p{L}*|сил\p{L}*|армі\p{L}+|флот\p{L}*|контингент\p{L}*|внес\p{L}+|участ\p{L}+|підрозділ\p{L}*|інструктор\p{L}*|батальйон\p{L}*)(?![\p{L}])/iu;
const OF_ONE =
  /(?<![\p{L}])(?:of|by|from|de|du|des|d'|par|від|з боку) ?(?:the |la |les? |l')?(?:(?:government|army|armée|gouvernement|уряду|армії) (?:of |de )?)?$/iu;
