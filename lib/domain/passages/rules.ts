import { FRENCH } from "./in-french";
import { UKRAINIAN } from "./in-ukrainian";
import type { LanguageRules } from "./language-rules";

/** In addition to English; all are tried on every text, since a text may quote another language. */
export const LANGUAGE_RULES: readonly LanguageRules[] = [FRENCH, UKRAINIAN];
