// States by name, as people type them for a participant, in any of the languages.
import { foldedWord } from "@/lib/domain/base/typed-terms";
import type { Language } from "@/lib/domain/base/language";

const regions = new Map<Language, Map<string, string>>();

/** Every state's name, and its code. */
export function regionsIn(language: Language): Map<string, string> {
  const known = regions.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = isCurrent(first + second) ? names.of(first + second) : undefined;
      if (name !== undefined && !found.has(foldedWord(name))) found.set(foldedWord(name), first + second);
    }
  regions.set(language, found);
  return found;
}

/** False for the code of a state that was succeeded by another: DD is Germany too. */
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
