// The types of all message files, so that adding one touches nothing else. They are not in git.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

const MESSAGES = path.join(ROOT, "lib/i18n/messages");
const OUTPUT = path.join(ROOT, "lib/i18n/generated");
const TYPES = path.join(OUTPUT, "message-types.ts");

/** Writes the types, unless they already name the existing files. */
export function generateMessages() {
  const text = allTypes();
  if (existsSync(TYPES) && readFileSync(TYPES, "utf8") === text) return;
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(TYPES, text);
}

function allTypes() {
  const languages = readdirSync(MESSAGES).sort();
  return `${["export interface MessageTypes {", ...languages.flatMap(typesOf), "}"].join("\n")}\n`;
}

/** @param {string} language */
function typesOf(language) {
  const types = readdirSync(path.join(MESSAGES, language))
    .filter((file) => /^[\w-]+\.json$/.test(file))
    .sort()
    .map(
      (file) => `    "${path.basename(file, ".json")}": typeof import("../messages/${language}/${file}");`,
    );
  return [`  ${language}: {`, ...types, "  };"];
}
