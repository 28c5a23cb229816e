// In which language whoever is answered reads. It is said once, where it is known, and every word asks for it when it is
// said. A page holds it for as long as it is drawn; whatever else answers (a route, a job) holds it for its own calls; in
// the browser the document says it. So no two answers can mix, and nothing is handed through.
import type { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { isLanguage, type Language } from "@/lib/domain/base/language";

/** English where nobody has said. */
export function currentLanguage(): Language {
  return calls?.getStore() ?? page().language ?? documents();
}

/** For all of the page that is being drawn, before anything of it is said. */
export function setLanguage(language: Language): void {
  page().language = language;
}

/** For what is called here, and for whatever that waits for. What is read later (a stream) must say it again. */
export function withLanguage<T>(language: Language, call: () => T): T {
  return calls ? calls.run(language, call) : call();
}

/** As dates, figures and names are written: the day before the month, the clock to twenty-four. */
export const currentLocale = (): string => LOCALES[currentLanguage()];

const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-FR", uk: "uk-UA" };

/** One of its own for each page that is drawn; outside of one, React gives a new one each time. */
const page = cache((): { language: Language | null } => ({ language: null }));

/** Not imported: the browser, which has no such thing, reads this file as well. */
const calls = storage();

function storage(): AsyncLocalStorage<Language> | null {
  if (typeof process === "undefined" || typeof process.getBuiltinModule !== "function") return null;
  return new (process.getBuiltinModule("node:async_hooks").AsyncLocalStorage)<Language>();
}

function documents(): Language {
  const said = typeof document === "undefined" ? null : document.documentElement.lang;
  return isLanguage(said) ? said : "en";
}
