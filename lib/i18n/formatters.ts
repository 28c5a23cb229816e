import { IntlMessageFormat } from "intl-messageformat";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import type { Language } from "@/lib/domain/base/language";

type Formatters = ReturnType<typeof _createIntlFormatters> & {
  getMessageFormat: (...made: ConstructorParameters<typeof IntlMessageFormat>) => IntlMessageFormat;
};

/**
 * What messages of one language are formatted with. The package would look each up by the JSON of all that it was made from, which takes longer than formatting;
 * ours are given nothing but their text.
 */
export function formattersIn(language: Language): Formatters {
  const made = _createIntlFormatters(_createCache());
  const messages = new Map<unknown, IntlMessageFormat>();
  const plurals = new Map<unknown, Intl.PluralRules>();
  const number = new Intl.NumberFormat(language);
  return {
    ...made,
    getMessageFormat: (text, ...how) => kept(messages, text, () => new IntlMessageFormat(text, ...how)),
    getPluralRules: (_, options) =>
      kept(plurals, options?.type, () => new Intl.PluralRules(language, options)),
    getNumberFormat: (_, options) => (options ? made.getNumberFormat(language, options) : number),
  };
}

function kept<T>(all: Map<unknown, T>, key: unknown, make: () => T): T {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}
