// The letters that do something in a list, by their place on the keyboard.
export const LIST_LETTERS = ["J", "K", "X", "Z", "C", "A", "N", "Q", "E", "F"] as const;
export type ListLetter = (typeof LIST_LETTERS)[number];

/** Of a `KeyboardEvent.code`. */
export const listLetterOf = (code: string): ListLetter | undefined =>
  LIST_LETTERS.find((letter) => code === `Key${letter}`);
