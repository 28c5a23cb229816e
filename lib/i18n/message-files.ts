// The messages of a language, read from its files when one is first asked for. They aren't imported: each bundle of
// pages and routes would hold all languages, as program text and as objects.
import { readFileSync, readdirSync, watch } from "node:fs";
import path from "node:path";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import type { MessageTypes } from "./generated/message-types";

/** By namespace, which is the file's name. */
export type Messages = MessageTypes["en"];

/** A language that lacks a message doesn't compile. */
export const messagesIn = (language: Language): Messages => (held[language] ??= read(language));

const FOLDER = path.join(process.cwd(), "lib", "i18n", "messages");

const shared = globalThis as typeof globalThis & { registerMessages?: Partial<MessageTypes> };
const held = (shared.registerMessages ??= heldUntilChanged());

/** While one develops, changed words show on the next reload. */
function heldUntilChanged(): Partial<MessageTypes> {
  const all: Partial<MessageTypes> = {};
  if (process.env.NODE_ENV === "development")
    watch(FOLDER, { recursive: true }, () => LANGUAGES.forEach((one) => delete all[one])).unref();
  return all;
}

function read<L extends Language>(language: L): MessageTypes[L] {
  const folder = path.join(FOLDER, language);
  const files = readdirSync(folder).map((file) => [
    path.basename(file, ".json"),
    JSON.parse(readFileSync(path.join(folder, file), "utf8")) as unknown,
  ]);
  return Object.fromEntries(files) as MessageTypes[L];
}
