// All messages, read from their files. They aren't imported: otherwise each bundle of pages and routes would
// contain all languages, as program text and as objects.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import type { MessageTypes } from "./generated/message-types";

/** By namespace, which is the file's name. */
export type Messages = MessageTypes["en"];

/** A language that lacks a message doesn't compile. */
export const messagesIn = (language: Language): Messages => allMessages()[language];

const shared = globalThis as typeof globalThis & { registerMessages?: MessageTypes | undefined };

function allMessages(): MessageTypes {
  if (shared.registerMessages) return shared.registerMessages;
  // In development, changed texts show a second later.
  if (process.env.NODE_ENV === "development")
    setTimeout(() => (shared.registerMessages = undefined), 1_000).unref();
  const all = LANGUAGES.map((language) => [language, read(language)]);
  return (shared.registerMessages = Object.fromEntries(all) as MessageTypes);
}

// Read now, and not when first needed: by then another release may have replaced the files.
allMessages();

function read(language: Language): object {
  const folder = path.join(process.cwd(), "lib", "i18n", "messages", language);
  const files = readdirSync(folder).filter((file) => /^[\w-]+\.json$/.test(file));
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, ".json"),
      JSON.parse(readFileSync(path.join(folder, file), "utf8")) as unknown,
    ]),
  );
}
