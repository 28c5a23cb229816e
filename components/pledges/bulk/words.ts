// These words load with the script on demand: the bulk form's own, and those of all forms.
import { documentLanguage } from "@/components/ui/language/document-language";
import english from "@/lib/i18n/messages/en/bulk.json";
import englishForm from "@/lib/i18n/messages/en/form.json";
import french from "@/lib/i18n/messages/fr/bulk.json";
import frenchForm from "@/lib/i18n/messages/fr/form.json";
import ukrainian from "@/lib/i18n/messages/uk/bulk.json";
import ukrainianForm from "@/lib/i18n/messages/uk/form.json";

export const bulkWords = (): typeof englishForm & typeof english => WORDS[documentLanguage()];

const WORDS = {
  en: { ...englishForm, ...english },
  fr: { ...frenchForm, ...french },
  uk: { ...ukrainianForm, ...ukrainian },
};
