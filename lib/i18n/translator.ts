// Messages for routes, tests and server components, in the current reader's language. A translator may be created at
// the top of a file; it looks up the language only when it is called.
import { createTranslator } from "use-intl/core";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { en, fr, uk } from "./generated/message-files";
import { currentLanguage } from "./reader";

export type Messages = typeof en;
export type Namespace = keyof Messages;

/** A message of one area; keys may be composed (`stage.PLEDGED`). */
export interface Translate {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export function translator(namespace: Namespace): Translate {
  const found = made.get(namespace) ?? make(namespace);
  made.set(namespace, found);
  return found;
}

/** All messages of a language; missing ones are in English. */
export const messagesIn = (language: Language): Messages => OWN[language];

/** For forms that take all messages. */
export const currentMessages = (): Messages => messagesIn(currentLanguage());

const made = new Map<Namespace, Translate>();

function make(namespace: Namespace): Translate {
  const says = new Map<Language, Translate>();
  const now = (): Translate => {
    const language = currentLanguage();
    const found = says.get(language) ?? sayIn(language, namespace);
    says.set(language, found);
    return found;
  };
  const say = (key: string, values?: Record<string, string | number>): string => now()(key, values);
  return Object.assign(say, { has: (key: string): boolean => now().has(key) });
}

function sayIn(locale: Language, namespace: Namespace): Translate {
  // The types can't follow composed keys.
  const own = bare(messagesIn(locale)) as Record<Namespace, Record<string, string>>;
  return createTranslator({ locale, messages: own, namespace });
}

const FILES: Record<Language, object> = { en, fr, uk };
const OWN = Object.fromEntries(
  LANGUAGES.map((language) => [language, laidOver(en, FILES[language])]),
) as Record<Language, Messages>;

function laidOver(under: unknown, over: unknown): unknown {
  if (typeof under !== "object" || under === null) return typeof over === "string" ? over : under;
  const given = new Map(typeof over === "object" && over !== null ? Object.entries(over) : []);
  return Object.fromEntries(
    Object.entries(under).map(([key, value]) => [key, laidOver(value, given.get(key))]),
  );
}

/** Without Object's prototype: keys come out of addresses too, and "constructor" is no message. */
function bare(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, bare(value)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as unknown;
}
