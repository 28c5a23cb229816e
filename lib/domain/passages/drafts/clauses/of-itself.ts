// Clauses that are no news for others: an army's own purchases, running programmes, mere mentions.
import type { Doing } from "./clause";

/** `ahead`: the words before the verb. */
export const isOfItself = (words: string, ahead: string, does: Doing): boolean =>
  (does === "WILL" || does === "MAY") &&
  (OWN_USE.test(words) ||
    SHELTERS.test(words) ||
    MEETS.test(words) ||
    RUNS.test(ahead) ||
    GOES_ON.test(words) ||
    (OF_WHICH.test(ahead) && !/\d/u.test(words)));

/** "will buy 54 tanks for its own army". */
const OWN_USE =
  /(?<![\p{L}])(?:for (?:itself|themselves|ourselves|(?:its|our|their|his|her) own (?:army|forces|armed forces|troops|needs|use|defen[cs]e|navy|air force|security|stocks|purposes|soldiers|military))|pour (?:elle-même|lui-même|nous-mêmes|(?:ses|nos|leurs|son|sa|notre) propres? (?:armée|forces|besoins|défense|usage|marine|stocks))|для (?:себе|власн\p{L}+ (?:армі|сил|потреб|оборон|флот|військ)\p{L}*|потреб (?:власн|сво)\p{L}+))(?![\p{L}])/iu;
/** "hosts some 60,000 refugees": no promise. */
const SHELTERS =
  /(?<![\p{L}])(?:accueille(?:nt)?|héberge(?:nt)?|hosts|houses|shelters|прихистил\p{L}|прийняла) [^.;]{0,60}(?:réfugiée?s?|déplacée?s?|refugees|displaced|evacuees|біженц\p{L}+|переселенц\p{L}+)(?![\p{L}])/iu;
/** "візьмуть участь у конференції". */
const MEETS =
  /(?<![\p{L}])тиск\p{L}* на (?:росі|москв|кремл|агресор)|(?<![\p{L}])витрати [^,.;]{1,60} (?:не перевищ|станови|склада|сягн)\p{L}+|(?<![\p{L}])участь [ув] (?:\p{L}+ ){0,2}(?:конференц|зустріч|саміт|форум|засідан|переговор|виставц|консультац|нарад|круглом)\p{L}*/iu;
/** "готуватимемо й надалі": what continues is no news, unless it has a number. */
const GOES_ON =
  /^(?!.*(?:\d|тисяч|мільйон|мільярд|сот(?:ні|ень|ня)|дцять)).*(?<![\p{L}])(?:[ій] (?:на)?далі|як (?:і )?раніше)[.;!»”]*$/iu;
/** "The programme under way provides …". */
const RUNS =
  /(?<![\p{L}])(?:existing|current|ongoing|present|under way|underway|so far|running|already agreed|en cours|actuel(?:le)?s?|existante?s?|чинн(?:а|ий|і|е)|поточн(?:а|ий|і|е)|діюч(?:а|ий|і|е)|нинішн(?:я|ій|і|є)) (?:\p{L}+ ){0,4}?(?:programmes?|programs?|budgets?|plans?|packages?|contracts?|frameworks?|law|mission|programme|plan|contrat|loi|програм\p{L}+|бюджет\p{L}*|план\p{L}*|контракт\p{L}*)(?![\p{L}])|(?<![\p{L}])(?:programmes?|programs?|budgets?|plans?|contrats?|contracts?|loi|мiсі\p{L}+)(?: \p{L}+){0,3} (?:under way|underway|in progress|already running|currently running|en cours|actuel(?:le)?s?)(?![\p{L}])/iu;
/** "Each shell that we will send saves lives": the promise itself is stated elsewhere. */
const OF_WHICH =
  /(?<![\p{L}])(?:which|як(?:ий|у|а|е|і|их|им|ого|ою|ими)) (?:we|I|ми|я) (?:[\p{L}]+ ){0,2}$/iu;
