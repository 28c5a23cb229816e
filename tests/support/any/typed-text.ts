import { printTerms } from "@/lib/domain/base/typed-terms";
import {
  typedTerms,
  type TypedFilter,
  type TypedKeys,
  type TypedVocabulary,
} from "@/lib/domain/details/typed-filter";

/** `understandTyped` reads it as the same filter. */
export const typedText = (filter: TypedFilter, keys: TypedKeys, say: TypedVocabulary): string =>
  printTerms([
    ...typedTerms(filter, keys, say).map(({ term }) => term),
    ...filter.words.map((word) => ({ key: null, not: false, values: [word] })),
  ]);
