// The language of whoever isn't signed in, or has chosen none: what this browser chose on the page for signing in, else what
// it asks for.
import { acceptedLanguage, isLanguage, type Language } from "@/lib/domain/base/language";
import { cookieIn, setCookie } from "./cookies";

export function browserLanguage(headers: Headers): Language {
  const chosen = cookieIn(headers, COOKIE);
  return isLanguage(chosen) ? chosen : acceptedLanguage(headers.get("accept-language"));
}

/** For a year; without a choice the browser's own wish holds again. */
export const giveLanguage = (language: Language | null): string =>
  setCookie(COOKIE, language ?? "", language === null ? 0 : 31_536_000);

const COOKIE = "language";
