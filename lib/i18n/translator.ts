// Messages in the current reader's language. A translator may be created at the top of a file; it looks up the language
// only when it is called.
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import type { Language } from "@/lib/domain/base/language";
import { formattersIn } from "./formatters";
import { messagesIn, type Messages } from "./message-files";
import { currentLanguage } from "./reader";
import { textAt } from "./text-at";

/** The file's name: `translator("pledge-form")`. */
export type Namespace = keyof Messages;
/** Its keys, composed ones too: `stage.PLEDGED`. */
export type MessageKey<N extends Namespace> = KeyOf<Messages[N]>;
/** A group of keys: `stage`. */
export type MessageGroup<N extends Namespace> = GroupOf<Messages[N]>;

type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];
type GroupOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? never : Key | `${Key}.${GroupOf<Node[Key]>}`;
}[keyof Node & string];

type Values = Readonly<Record<string, string | number>>;
/** Values, including what a tag becomes: `(inside) => <b>{inside}</b>`. */
type RichValues = Readonly<Record<string, string | number | ((inside: ReactNode) => ReactNode)>>;

export interface Translate<Key extends string, Group extends string> {
  (key: Key, values?: Values): string;
  rich(key: Key, values: RichValues): ReactNode;
  /** For a code that comes as data, such as a stored one: the code itself if it has no text. */
  ofCode(group: Group, code: string | number | boolean, values?: Values): string;
  has(key: string): key is Key;
}

export function translator<N extends Namespace>(namespace: N): Translate<MessageKey<N>, MessageGroup<N>> {
  const say = (key: string, values?: Values) => inLanguage(currentLanguage(), namespace)(key, values);
  // The package's own `has` is also true for groups, and for properties of every object.
  const has = (key: string): key is MessageKey<N> => textAt(currentMessages()[namespace], key) !== undefined;
  return Object.assign((key: MessageKey<N>, values?: Values) => say(key, values), {
    rich: (key: MessageKey<N>, values: RichValues) =>
      inLanguage(currentLanguage(), namespace).rich(key, values),
    ofCode(group: MessageGroup<N>, code: string | number | boolean, values?: Values) {
      const key = `${group}.${code}`;
      return has(key) ? say(key, values) : String(code);
    },
    has,
  });
}

/** For forms, which take many at once. */
export const currentMessages = (): Messages => messagesIn(currentLanguage());

/** The package's translator without its types of keys, which are slow. */
interface Untyped {
  (key: string, values?: Values): string;
  rich(key: string, values: RichValues): ReactNode;
}

/** By the messages of a namespace in a language. */
const made = new WeakMap<object, Untyped>();
const FORMATTERS = { en: formattersIn("en"), fr: formattersIn("fr"), uk: formattersIn("uk") };

function inLanguage(locale: Language, namespace: Namespace): Untyped {
  const messages = messagesIn(locale);
  const found = made.get(messages[namespace]) ?? create(locale, messages, namespace);
  made.set(messages[namespace], found);
  return found;
}

function create(locale: Language, messages: object, namespace: Namespace): Untyped {
  return createTranslator({
    locale,
    messages: messages as Record<Namespace, Record<string, string>>,
    namespace,
    _formatters: FORMATTERS[locale],
  });
}
