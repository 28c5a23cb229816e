/**
 * "note verbale" for "Note verbale". Only the first letter changes, so that names and abbreviations inside
 * ("Повідомлення ЗМІ", "No troops in Ukraine") and at the start ("SHA-256") stay as they are.
 */
export const inSentence = (words: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
