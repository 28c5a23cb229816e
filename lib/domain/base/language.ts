// The languages of the interface. What people enter stays in the language they wrote it in.
export const LANGUAGES = ["en", "fr", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language =>
  LANGUAGES.some((language) => language === text);

/** By the weights of Accept-Language; English where it asks for none of ours. */
export function acceptedLanguage(header: string | null): Language {
  const accepted = (header ?? "")
    .slice(0, LONGEST)
    .split(",")
    .map(languageRangeOf)
    .filter((range): range is LanguageRange => range !== null && range.weight > 0);
  accepted.sort((a, b) => b.weight - a.weight);
  return accepted[0]?.language ?? "en";
}

const LONGEST = 1_000;

interface LanguageRange {
  language: Language;
  weight: number;
}

function languageRangeOf(part: string): LanguageRange | null {
  const [tag = "", ...parameters] = part.split(";").map((one) => one.trim().toLowerCase());
  const language = tag.split("-")[0];
  if (!isLanguage(language)) return null;
  const weight = parameters.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
  return { language, weight: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
}
