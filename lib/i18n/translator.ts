// The same sentences for doors, tests and server components, without a request.
import { createTranslator } from "use-intl/core";
import { messages } from "./messages";

export type Namespace = keyof typeof messages;

/** Says a message of one area; keys may be put together (`stage.PLEDGED`). */
export interface Say {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export function translator(namespace: Namespace): Say {
  const found = made.get(namespace) ?? make(namespace);
  made.set(namespace, found);
  return found;
}

const made = new Map<Namespace, Say>();

function make(namespace: Namespace): Say {
  // Keys put together at run time are beyond what its types can follow.
  return createTranslator({ locale: "en", messages: own, namespace }) as unknown as Say;
}

/** Without what every object has: keys come out of addresses, too, and "constructor" is no message. */
const own = bare(messages) as typeof messages;

function bare(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, bare(value)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as unknown;
}
