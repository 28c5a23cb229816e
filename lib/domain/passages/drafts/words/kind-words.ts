// What names a kind of contribution, where a clause is known to promise something: broader than in `capabilities.ts`.
import type { ContributionKind } from "../../../pledge/contribution";
import { whole } from "../../language-rules";
import { EXACT_KINDS } from "./exact-kinds";
import { WIDER_KINDS } from "./wider-kinds";

export const KIND_WORDS: readonly (readonly [ContributionKind, RegExp])[] = [
  ...EXACT_KINDS,
  ...WIDER_KINDS,
].map(([kind, words]) => [kind, whole(words.join("|"))]);

/** A verb that makes those counted trainees. */
export const TRAINS = whole(
  "train(?:ing)?|be trained|instruct|teach(?:ing)?|coach|mentor|school|instruir\\p{L}*|encadr\\p{L}+|вчити\\p{L}*|інструкту\\p{L}+|тренува\\p{L}+|прийме на навчання|form(?:er|era|eront|erons|ons|ent|ation|ées?|és?)|entraîn\\p{L}+|навч\\p{L}+|підготу\\p{L}+|підготовл\\p{L}+|підготовк\\p{L}+|навчанн\\p{L}+|готуватим\\p{L}+|вишкол\\p{L}+|тренув\\p{L}+",
);
