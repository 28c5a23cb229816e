// These words load with the script on demand.
import { documentLanguage } from "@/components/ui/language/document-language";
import english from "@/lib/i18n/messages/en/palette.json";
import french from "@/lib/i18n/messages/fr/palette.json";
import ukrainian from "@/lib/i18n/messages/uk/palette.json";

export const paletteWords = (): typeof english => WORDS[documentLanguage()];

const WORDS = { en: english, fr: french, uk: ukrainian };
