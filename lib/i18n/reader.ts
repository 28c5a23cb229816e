// The language of the current reader. Set once, where it is known, and looked up whenever a text is rendered.
// A page keeps it while it renders; a route or job keeps it for its own calls; in the browser the document
// has it. So answers can't mix languages, and no function has to pass it on.
import type { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { isLanguage, type Language } from "@/lib/domain/base/language";

/** English by default. */
export function currentLanguage(): Language {
  return calls?.getStore() ?? page().language ?? documents();
}

/** For the page being rendered; call it before its first text. */
export function setLanguage(language: Language): void {
  page().language = language;
}

/** For the call and everything it awaits. Whatever is read later (a stream) must set it again. */
export function withLanguage<T>(language: Language, call: () => T): T {
  return calls ? calls.run(language, call) : call();
}

/** The locale for dates, figures and names: day before month, 24-hour clock. */
export const currentLocale = (): string => LOCALES[currentLanguage()];

const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-FR", uk: "uk-UA" };

/** One per page render; outside of a render, React returns a new one each time. */
const page = cache((): { language: Language | null } => ({ language: null }));

/** Not imported: the browser reads this file too and has no such module. */
const calls = storage();

function storage(): AsyncLocalStorage<Language> | null {
  if (typeof process === "undefined" || typeof process.getBuiltinModule !== "function") return null;
  return new (process.getBuiltinModule("node:async_hooks").AsyncLocalStorage)<Language>();
}

function documents(): Language {
  const documentLanguage = typeof document === "undefined" ? null : document.documentElement.lang;
  return isLanguage(documentLanguage) ? documentLanguage : "en";
}
