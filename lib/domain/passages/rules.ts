import { FRENCH } from "./in-french";
import { UKRAINIAN } from "./in-ukrainian";
import type { LanguageRules } from "./language-rules";

/** Beside English; all of them are tried on each text, since a text may quote another language. */
export const LANGUAGE_RULES: readonly LanguageRules[] = [FRENCH, UKRAINIAN];
