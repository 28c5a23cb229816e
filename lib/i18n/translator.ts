// Messages in the current reader's language. A translator may be created at the top of a file; it looks up the language
// only when it is called.
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { en, fr, uk } from "./generated/message-files";
import { currentLanguage } from "./reader";

/** The namespace is the file's name: `translator("pledge-form")`. */
export type Messages = typeof en;
export type Namespace = keyof Messages;
/** Its keys, composed ones too: `stage.PLEDGED`. */
export type MessageKey<N extends Namespace> = KeyOf<Messages[N]>;
/** What holds several: `stage`. */
export type MessageGroup<N extends Namespace> = GroupOf<Messages[N]>;

type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];
type GroupOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? never : Key | `${Key}.${GroupOf<Node[Key]>}`;
}[keyof Node & string];

type Values = Readonly<Record<string, string | number>>;
/** With what a tag becomes: `(inside) => <b>{inside}</b>`. */
type RichValues = Readonly<Record<string, string | number | ((inside: ReactNode) => ReactNode)>>;

export interface Translate<Key extends string, Group extends string> {
  (key: Key, values?: Values): string;
  rich(key: Key, values: RichValues): ReactNode;
  /** For a code that comes as data, such as a stored one: itself where it has no text. */
  ofCode(group: Group, code: string | number | boolean, values?: Values): string;
  has(key: string): key is Key;
}

export function translator<N extends Namespace>(namespace: N): Translate<MessageKey<N>, MessageGroup<N>> {
  const now = () => translatorIn(currentLanguage(), namespace);
  // The package's own `has` is true of groups, too.
  const has = (key: string): key is MessageKey<N> => now().has(key) && typeof now().raw(key) === "string";
  return Object.assign((key: MessageKey<N>, values?: Values) => now()(key, values), {
    rich: (key: MessageKey<N>, values: RichValues) => now().rich(key, values),
    ofCode(group: MessageGroup<N>, code: string | number | boolean, values?: Values) {
      const key = `${group}.${code}`;
      return has(key) ? now()(key, values) : String(code);
    },
    has,
  });
}

/** All messages of a language; missing ones are in English. */
export const messagesIn = (language: Language): Messages => OWN[language];

/** For forms that take all messages. */
export const currentMessages = (): Messages => messagesIn(currentLanguage());

/** The package's translator without its types of keys, which are slow. */
interface Untyped {
  (key: string, values?: Values): string;
  rich(key: string, values: RichValues): ReactNode;
  raw(key: string): unknown;
  has(key: string): boolean;
}

const made = new Map<string, Untyped>();

function translatorIn(language: Language, namespace: Namespace): Untyped {
  const key = `${language} ${namespace}`;
  const found = made.get(key) ?? createIn(language, namespace);
  made.set(key, found);
  return found;
}

function createIn(locale: Language, namespace: Namespace): Untyped {
  const messages = bare(messagesIn(locale)) as Record<Namespace, Record<string, string>>;
  return createTranslator({ locale, messages, namespace });
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
