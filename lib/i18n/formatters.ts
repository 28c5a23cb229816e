import { IntlMessageFormat } from "intl-messageformat";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import type { Language } from "@/lib/domain/base/language";

type Formatters = ReturnType<typeof _createIntlFormatters> & {
  getMessageFormat: (...made: ConstructorParameters<typeof IntlMessageFormat>) => IntlMessageFormat;
};

/**
 * The formatters for messages of one language. The package would look each up by the JSON of all its
 * arguments, which takes longer than formatting; ours take only their text.
 */
export function formattersIn(language: Language): Formatters {
  const made = _createIntlFormatters(_createCache());
  const messages = new Map<unknown, IntlMessageFormat>();
  const plurals = new Map<unknown, Intl.PluralRules>();
  const number = new Intl.NumberFormat(language);
  return {
    ...made,
    getMessageFormat: (text, ...how) => cached(messages, text, () => new IntlMessageFormat(text, ...how)),
    getPluralRules: (_, options) =>
      cached(plurals, options?.type, () => new Intl.PluralRules(language, options)),
    getNumberFormat: (_, options) => (options ? made.getNumberFormat(language, options) : number),
  };
}

function cached<T>(all: Map<unknown, T>, key: unknown, make: () => T): T {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}
