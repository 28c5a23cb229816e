// Draws lib/domain/people/confusables.ts from Unicode's confusables.txt (UTS 39), which is at
// https://www.unicode.org/Public/17.0.0/security/confusables.txt: node scripts/generate/confusables.mjs FILE
// It keeps characters that look like Latin, Cyrillic or Greek letters, ASCII, or a mark on one of these.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

const WIDTH = 110;
/** Marks of other scripts. */
const LEFT_OUT = /^[^\P{M}\u0300-\u036f]/u;
const KEPT = /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\u0020-\u007e]|[\u0300-\u036f])+$/u;

const text = readFileSync(process.argv[2] ?? "", "utf8");
const version = /^# Version: (\S+)/m.exec(text)?.[1] ?? "";
const words = text.split(/\r?\n/).flatMap((line) => {
  const [from = "", to = ""] = line.split(";").map((part) => part.trim());
  if (!/^[0-9A-F]+$/.test(from)) return [];
  const [letter, looks] = [from, to].map((codes) =>
    String.fromCodePoint(...codes.split(" ").map((code) => Number.parseInt(code, 16))),
  );
  // Characters that the compatibility form decomposes need no line.
  if (letter === undefined || letter !== letter.normalize("NFKD") || LEFT_OUT.test(letter)) return [];
  if (!KEPT.test(looks ?? "")) return [];
  return [`${from}=${to.replaceAll(" ", "+")}`.toLowerCase()];
});

/** @type {string[]} */
const lines = [];
for (const word of words) {
  const line = lines.at(-1);
  if (line !== undefined && line.length + 1 + word.length <= WIDTH)
    lines[lines.length - 1] = `${line} ${word}`;
  else lines.push(word);
}
writeFileSync(
  path.join(ROOT, "lib/domain/people/confusables.ts"),
  `// Letters that look like others, from Unicode's confusables.txt, version ${version} (UTS 39, © Unicode, Inc., Unicode License v3).
// Drawn by scripts/generate/confusables.mjs: a letter's code point = those of what it looks like, in hexadecimal.
export const CONFUSABLES = \`
${lines.join("\n")}
\`;
`,
);
console.log(`${words.length} letters of Unicode ${version}`);
