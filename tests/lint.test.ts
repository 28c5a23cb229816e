// A linter that sees no types would pass, too: what it is for must be found where it is planted.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

const PLANTED: [rule: string, file: string, text: string][] = [
  ["no-floating-promises", "a.ts", "async function late() {}\nlate();\n"],
  ["no-misused-promises", "b.ts", "[1].forEach(async () => {});\n"],
  ["no-unsafe-assignment", "c.ts", 'export const read: string = JSON.parse("1");\n'],
  ["restrict-template-expressions", "d.ts", "export const said = `${{ a: 1 }}`;\n"],
  ["no-explicit-any", "e.ts", "export const some: any = 1;\n"],
  ["consistent-type-imports", "f.ts", 'import { Shape } from "./g";\nexport const one: Shape = 1;\n'],
  ["no-unused-vars", "h.ts", "const idle = 1;\nexport {};\n"],
  [
    "rules-of-hooks",
    "i.tsx",
    "export function Box({ on }) {\n  if (on) React.useState(1);\n  return null;\n}\n",
  ],
  ["set-state-in-effect", "j.tsx", setsStateInEffect()],
  ["no-img-element", "k.tsx", 'export const Picture = () => <img src="/a.png" alt="" />;\n'],
  ["TS2322", "m.ts", 'export const count: number = "one";\n'],
  ["TS2339", "n.tsx", "export const Box = ({ a }: { a: string }) => <b>{a.size}</b>;\n"],
  ["TS2345", "o.mjs", '/** @param {number} n */\nexport const twice = (n) => n * 2;\ntwice("1");\n'],
  ["TS2578", "p.ts", "// @ts-expect-error nothing is wrong below\nexport const count: number = 1;\n"],
  ["alt-text", "l.tsx", 'export const Picture = () => <input type="image" src="/a.png" />;\n'],
];

describe("the linter", () => {
  let folder = "";
  let said = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "register-lint-"));
    const options = {
      strict: true,
      checkJs: true,
      noEmit: true,
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
    };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
    writeFileSync(path.join(folder, "g.ts"), "export type Shape = number;\n");
    for (const [, file, text] of PLANTED) writeFileSync(path.join(folder, file), text);
    mkdirSync(path.join(folder, "node_modules"));
    const linter = path.join(ROOT, "node_modules/oxlint/bin/oxlint");
    const config = path.join(ROOT, ".oxlintrc.json");
    const asked = spawnSync(process.execPath, [linter, "-c", config, "-f", "unix", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    said = asked.stdout + asked.stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(PLANTED)("finds %s", (rule, file) => {
    expect(
      said.split("\n").filter((line) => line.includes(`${file}:`) && line.includes(`(${rule})`)),
      said,
    ).not.toEqual([]);
  });
});

test("there are no server actions, since changes go only through /api/v1", () => {
  const files = ["app", "components", "lib"].flatMap((top) =>
    readdirSync(path.join(ROOT, top), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(top, file)),
  );
  expect(files.length).toBeGreaterThan(500);
  const marked = files.filter((file) =>
    /["']use server["']/.test(readFileSync(path.join(ROOT, file), "utf8")),
  );
  expect(marked).toEqual([]);
});

function setsStateInEffect(): string {
  return `import { useEffect, useState } from "react";
export function Clock() {
  const [now, setNow] = useState(0);
  useEffect(() => setNow(1), []);
  return <b>{now}</b>;
}
`;
}
