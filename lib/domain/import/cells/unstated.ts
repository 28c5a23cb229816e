// How people write that a cell states nothing.
import { wordKey } from "./cell";

/** Separated by bars, as the words of codes. */
export const UNSTATED_WORDS = [
  "not stated|none stated|unstated|not specified|none specified|unspecified|not given|none given|not known|unknown|n/a|na",
  "non précisé|non spécifié|non indiqué|non mentionné|non renseigné|pas précisé|inconnu",
  "не названо|не вказано|не зазначено|невідомо|не відомо|немає даних|н/д",
  "nicht genannt|nicht angegeben|unbekannt|k. A.|keine angabe|no especificado|non specificato|nie podano|nenurodyta|neuvedeno|nespecificat|não especificado",
].join("|");

/** Written where something is still open. Amounts and codes have no word for that; under conditions it says something. */
export const UNDECIDED_WORDS = "not yet known|tbd|t b d|tbc|t b c|tba|t b a|à préciser|не уточнено";

const UNSTATED: ReadonlySet<string> = new Set(UNSTATED_WORDS.split("|").map(wordKey));

/** Also of dashes and question marks alone. */
export const isUnstated = (cell: string): boolean =>
  UNSTATED.has(wordKey(cell)) || /^[-–—?./\s]+$/.test(cell);

const UNDECIDED: ReadonlySet<string> = new Set(UNDECIDED_WORDS.split("|").map(wordKey));

export const isUndecidedWord = (cell: string): boolean => UNDECIDED.has(wordKey(cell));
