// All message files as one module, so that adding one touches nothing else. It is not in git.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

const MESSAGES = path.join(ROOT, "lib/i18n/messages");
const OUTPUT = path.join(ROOT, "lib/i18n/generated");
const MODULE = path.join(OUTPUT, "message-files.ts");

/** Writes the module unless it names the files that are there. */
export function generateMessages() {
  const text = moduleText();
  if (existsSync(MODULE) && readFileSync(MODULE, "utf8") === text) return;
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(MODULE, text);
}

function moduleText() {
  const languages = readdirSync(MESSAGES).sort();
  const files = languages.flatMap((language) =>
    readdirSync(path.join(MESSAGES, language))
      .sort()
      .map((file) => ({ language, file, namespace: path.basename(file, ".json") })),
  );
  const imports = files.map(
    ({ language, file }, n) => `import m${n} from "../messages/${language}/${file}" with { type: "json" };`,
  );
  const exports = languages.map((language) => {
    const own = files.flatMap((one, n) =>
      one.language === language ? [`  "${one.namespace}": m${n},`] : [],
    );
    return [`export const ${language} = {`, ...own, "};"].join("\n");
  });
  return `${[...imports, ...exports].join("\n")}\n`;
}
