// More accents on one letter than any language writes (UAX 15, stream-safe text). Composing a text takes time that grows
// with the square of such a pile: text from outside is checked before anything composes it.
const PILE = /(\p{M}{30})\p{M}+/gu;

export const hasPiledMarks = (text: string): boolean => text.search(PILE) >= 0;

export const withoutPiledMarks = (text: string): string => text.replace(PILE, "$1");
