// How a word of a list goes on within a sentence.

/** "note verbale" for "Note verbale": its first letter alone is small, so that names and abbreviations in it ("Повідомлення
    ЗМІ", "No troops in Ukraine") and at its head ("SHA-256") stay what they are. */
export const inSentence = (words: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
