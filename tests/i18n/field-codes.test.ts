import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { translator } from "@/lib/i18n/translator";

const LIB = join(import.meta.dirname, "../../lib");
const CODE = /\b(?:says|wrong)\("([a-z-]+)"|\bcode: "([a-z-]+)"|"((?:not|too|password)-[a-z-]+)"/g;
/** Causes, checks, why a job stopped, and a file's name: not field errors. */
const ELSEWHERE = [
  "not-stated",
  "not-void",
  "not-pledge",
  "not-trigger",
  "custom",
  "own-password",
  "token",
  "logout-token",
  "not-made",
  "password-strength",
];

test("every code that a schema or a command gives a field has a sentence", () => {
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(?!client|i18n|db|domain).*\.ts$/.test(file),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(join(LIB, file), "utf8").matchAll(CODE)].map(
      (match) => match.slice(1).find(Boolean) ?? "",
    ),
  );
  const silent = [...new Set(codes)].filter(
    (code) =>
      ![...REFUSALS, ...ELSEWHERE].includes(code) &&
      !translator("fields").has(code) &&
      // Codes of cells in imported files.
      !translator("imports").has(`said.${code}`),
  );
  expect(codes.length).toBeGreaterThan(50);
  expect(silent).toEqual([]);
});
