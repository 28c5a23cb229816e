// English as one would say it to a colleague: nothing reads as translated, and no sentence is too long to take in at once.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FOLDER = path.resolve(import.meta.dirname, "../../lib/i18n/messages/en");
const MOST_WORDS = 25;

const messages = readdirSync(FOLDER).flatMap((file) =>
  flat(JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")), file.replace(".json", "")),
);

function flat(node: unknown, at: string): [string, string][] {
  return typeof node === "string"
    ? [[at, node]]
    : Object.entries(node as object).flatMap(([key, one]) => flat(one, `${at} ${key}`));
}

const PATTERNS: [say: string, instead: RegExp][] = [
  ["is shown, is notified", /\b(is|are|be|been|was|were|not) told\b/i],
  ["anyone who", /\bwho(m?so)?ever\b/i],
  ["again", /\banew\b/i],
  ["a manager other than you", /, who (isn’t|is not|aren’t)\b/],
  ["fix", /\bmend(s|ed|ing)?\b/i],
  ["next to", /\bbeside\b/i],
  ["download", /\b(take[ns]?|taking) (it |them )?away\b/i],
  ["we do not know", /\bnot known to us\b/i],
  ["discard", /\blet it go\b|\blet go\b/i],
  ["anyway", /\ball the same\b/i],
  ["fix", /\bput right\b/i],
  ["is", /\bstands? (here|there|below|above|twice|at|on it|for good)\b|\bwhere it stands\b/i],
];

const breaks = (message: string): string[] =>
  PATTERNS.filter(([, found]) => found.test(message)).map(([say]) => say);

test("no message reads as translated", () => {
  const found = messages.flatMap(([key, message]) =>
    breaks(message).map((say) => `${key}: say ${say}: ${message}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "Your own changes are not told.",
  "A manager decides, who isn’t you.",
  "Whoever keeps it may mend it.",
  "It is logged anew beside the other.",
  "How much is meant is not known to us.",
])("a phrase that reads as translated is found: %s", (message) => {
  expect(breaks(message)).not.toEqual([]);
});

/** The readme of packages is laid out by hand. */
const IN_LINES = new Set(["exports readme"]);

/** Each form of a message separately: `{count, plural, one {a} other {b}}` is a or b. */
function formsOf(message: string): string[] {
  const inner = /\{\w+, (?:plural|select), ((?:[^{}]|\{[^{}]*\})*)\}/.exec(
    message.replace(/\{(\w+)(, \w+)?\}/g, "$1"),
  );
  if (!inner) return [message];
  const plain = message.replace(/\{(\w+)(, \w+)?\}/g, "$1");
  return [...(inner[1] ?? "").matchAll(/\{([^{}]*)\}/g)].flatMap(([, form = ""]) =>
    formsOf(plain.replace(inner[0], form)),
  );
}

test("no sentence has more than 25 words", () => {
  const long = messages
    .filter(([key]) => !IN_LINES.has(key))
    .flatMap(([key, message]) =>
      formsOf(message).flatMap((form) =>
        form
          .replace(/<\/?\w+>/g, "")
          .split(/(?<=[.!?])\s+| · /)
          .filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS)
          .map((sentence) => `${key}: ${sentence}`),
      ),
    );
  expect([...new Set(long)]).toEqual([]);
});
