// These words load with the script on demand: the editor's own, and those of all forms.
import { documentLanguage } from "@/components/ui/language/document-language";
import english from "@/lib/i18n/messages/en/inline.json";
import englishForm from "@/lib/i18n/messages/en/form.json";
import french from "@/lib/i18n/messages/fr/inline.json";
import frenchForm from "@/lib/i18n/messages/fr/form.json";
import ukrainian from "@/lib/i18n/messages/uk/inline.json";
import ukrainianForm from "@/lib/i18n/messages/uk/form.json";

export const inlineWords = (): typeof englishForm & typeof english => WORDS[documentLanguage()];

const WORDS = {
  en: { ...englishForm, ...english },
  fr: { ...frenchForm, ...french },
  uk: { ...ukrainianForm, ...ukrainian },
};
