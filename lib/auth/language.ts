// The language of a reader who isn't signed in or has chosen none: this browser's choice on the sign-in page, else its
// own.
import { acceptedLanguage, isLanguage, type Language } from "@/lib/domain/base/language";
import { cookieIn, setCookie } from "./cookies";

export function browserLanguage(headers: Headers): Language {
  const chosen = cookieIn(headers, COOKIE);
  return isLanguage(chosen) ? chosen : acceptedLanguage(headers.get("accept-language"));
}

/** Lasts a year. Null deletes the choice: the browser's Accept-Language applies again. */
export const giveLanguage = (language: Language | null): string =>
  setCookie(COOKIE, language ?? "", language === null ? 0 : 31_536_000);

const COOKIE = "language";
