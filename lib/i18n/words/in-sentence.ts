/**
 * "note verbale" for "Note verbale". Only the first letter changes: names and abbreviations stay, inside ("Повідомлення
 * ЗМІ", "No troops in Ukraine") and at the start ("SHA-256").
 */
export const inSentence = (words: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
