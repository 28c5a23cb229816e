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
  return createTranslator({ locale: "en", messages, namespace }) as unknown as Say;
}
