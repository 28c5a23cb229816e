// Words before or after a number that make it a bound or an estimate.
import { phrases, phrasesOf, type Phrases } from "./tokens";

export type AmountBound = "ABOUT" | "AT_LEAST" | "UP_TO";

const BEFORE: Readonly<Record<AmountBound, string>> = {
  AT_LEAST: [
    ">=|=>|≥|>|at least|at minimum|at a minimum|no fewer than|no less than|not fewer than|not less than|more than|over|well over|just over|slightly over|a little over|slightly more than|a little more than|well more than|far more than|greater than|above|well above|just above|upwards of|upward of|in excess of|exceeding|north of|a minimum of|the minimum of|minimum of|minimum|min|min .",
    "au moins|au minimum|minimum|à tout le moins|pas moins de|pas moins d'|plus de|plus d'|un peu plus de|un peu plus d'|bien plus de|un minimum de|un minimum d'|au - delà de|supérieur à|supérieure à|supérieurs à|supérieures à",
    "щонайменше|принаймні|як мінімум|мінімум|понад|не менше|не менше ніж|не менше за|не менше як|не менш ніж|не менш як|не менш|більше|більше ніж|більше за|більше як|більш ніж|більш як|дещо більше|дещо більше ніж|трохи більше|трохи більше ніж|значно більше|значно більше ніж|трохи понад|дещо понад|значно понад",
    "mindestens|mehr als|über",
  ].join("|"),
  UP_TO: [
    "<=|=<|≤|<|up to|anything up to|at most|at the most|no more than|not more than|not over|fewer than|less than|under|just under|slightly under|a little under|slightly fewer than|slightly less than|below|just below|as many as|as much as|max|max .|maximum|maximum of|a maximum of|the maximum of|not exceeding|not to exceed|no greater than|capped at|limited to|a ceiling of|a cap of|up to a maximum of",
    "jusqu' à|tout au plus|au plus|au maximum|maximum|moins de|moins d'|un peu moins de|un peu moins d'|pas plus de|pas plus d'|un maximum de|un maximum d'|à concurrence de|dans la limite de|un plafond de|plafonné à|plafonnée à|plafonnés à|plafonnées à|ne dépassant pas|n' excédant pas|inférieur à|inférieure à",
    "до|аж до|щонайбільше|не більше|не більше ніж|не більше за|не більше як|не більш ніж|не більш як|не більш|менше|менше ніж|менше за|менше як|менш ніж|менш як|трохи менше|трохи менше ніж|дещо менше|дещо менше ніж|максимум|як максимум|не понад|у межах|в межах",
    "bis zu|höchstens|maximal|weniger als|unter",
  ].join("|"),
  ABOUT: [
    "~|≈|∼|c .|ca|ca .|circa|about|just about|approx|approx .|approximately|around|somewhere around|roughly|very roughly|nearly|almost|some|close to|near|near to|in the region of|in the order of|on the order of|of the order of|an estimated|something like|more or less|give or take",
    "env|env .|environ|près de|près d'|quelque|à peu près|autour de|presque|aux alentours de|aux environs de|de l' ordre de|approximativement|plus ou moins",
    "зо|близько|біля|приблизно|орієнтовно|майже|десь|десь близько|приблизно біля|порядку|бл|бл .",
    "etwa|rund|ungefähr|zirka|cca|ok|ok .|około|apie|aproximadamente|aprox|aprox .|omtrent|omkring|umbes|noin",
  ].join("|"),
};

/** Words that count in cells only: nothing precedes them there that they could belong to. */
const IN_CELLS: Readonly<Record<AmountBound, string>> = { AT_LEAST: "from|від|ab", UP_TO: "to", ABOUT: "c" };

const AFTER: Readonly<Record<AmountBound, string>> = {
  AT_LEAST:
    "+|or more|and more|and above|or above|at least|at a minimum|minimum|ou plus|et plus|au moins|au minimum|oder mehr|або більше|або понад|чи більше|і більше|та більше|щонайменше|як мінімум|мінімум",
  UP_TO:
    "or fewer|or less|at most|at the most|maximum|max|max .|ou moins|au plus|tout au plus|au maximum|maximum|або менше|чи менше|щонайбільше|як максимум|максимум",
  ABOUT: "- odd|or so|or thereabouts|approximately|give or take|environ|à peu près|приблизно|орієнтовно",
};

/** The bound of each phrase, and all phrases in one pattern. */
interface Bounds {
  of: ReadonlyMap<string, AmountBound>;
  phrases: Phrases;
}

function bounds(...lists: readonly Readonly<Record<AmountBound, string>>[]): Bounds {
  const of = new Map<string, AmountBound>();
  for (const list of lists)
    for (const bound of ["AT_LEAST", "UP_TO", "ABOUT"] as const)
      for (const phrase of list[bound].split("|")) of.set(phrase, bound);
  return { of, phrases: phrasesOf([...of.keys()]) };
}

export const BOUNDS_BEFORE = bounds(BEFORE);
export const BOUNDS_IN_CELLS = bounds(BEFORE, IN_CELLS);
export const BOUNDS_AFTER = bounds(AFTER);

/** Words around a bound or a number that belong to neither. */
export const NEUTRAL = phrases(
  "another|additional|a|an|further|extra|the|these|those|its|their|our|his|all|initial|a further|an additional|an extra|an initial|un autre|les|ces|ses|leurs|nos|encore|autres|ще|цих|ці|цей|інших|своїх|наших|додаткових|додатково|die|den",
);

/** The words that open a range and join its ends. */
export interface Opening {
  opens: Phrases;
  joins: Phrases;
}

export const OPENINGS: readonly Opening[] = [
  {
    opens: phrases("between|entre|zwischen|між|поміж"),
    joins: phrases("and|et|und|і|й|та|to|à|a|bis|до|-|–|—|‑|−"),
  },
  { opens: phrases("from|von|від"), joins: phrases("to|bis|до|-|–|—|‑|−") },
  { opens: phrases("de|d'"), joins: phrases("à|a") },
];
export const JOINS = phrases("-|–|—|‑|−|to|à|a|bis|до|...|..|…|or|ou|або|чи");
