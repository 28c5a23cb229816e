import type { Language } from "../../../base/language";

/** By its letters, then by its small words; where these don't say, the text's own. */
export function languageOf(words: string, languages: readonly Language[]): Language {
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic * 2 > words.length / 2) return "uk";
  const english = words.match(ENGLISH)?.length ?? 0;
  const french = words.match(FRENCH)?.length ?? 0;
  if (english !== french) return english > french ? "en" : "fr";
  return languages.find((one) => one !== "uk") ?? "en";
}

const ENGLISH =
  /(?<![\p{L}])(?:the|of|and|to|will|with|for|by|is|are|we|our|its|has|have|that|from)(?![\p{L}'])/giu;
const FRENCH =
  /(?<![\p{L}])(?:le|la|les|l|des|du|et|une?|de|nous|pour|par|avec|sera|seront|est|sont|dans|ses|son|notre|d|au|aux|en)(?![\p{L}])/giu;
