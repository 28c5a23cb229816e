// What a bundle has to have: each command, and each program in TypeScript that a script starts.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "@/scripts/base/paths.mjs";
import { COMMANDS, PROGRAMS } from "@/scripts/build/bundle.mjs";
import { writeImage } from "@/scripts/build/oci.mjs";
import { npmComponents, sbomOf } from "@/scripts/build/sbom.mjs";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "register-bundle-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("each program that a command or a script starts is in the bundle", () => {
  const commands = COMMANDS.map((name) => scripts[name] ?? "");
  const texts = readdirSync(path.join(ROOT, "scripts"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mjs") && !file.startsWith("build/") && !file.startsWith("testing/"))
    .map((file) => readFileSync(path.join(ROOT, "scripts", file), "utf8"));
  const started = [...commands, ...texts].flatMap((text) => [
    ...(text.match(/\b(?:scripts|prisma)\/[\w/-]+\.ts\b/g) ?? []),
  ]);
  const own = new Set(started.filter((file) => file !== "scripts/worker/main.ts"));
  expect([...own].sort()).toEqual(PROGRAMS);
});

test("the bundle's starter runs commands as npm would, and lists them", () => {
  const starter = path.join(folder, "register.mjs");
  writeFileSync(starter, readFileSync(path.join(ROOT, "scripts/build/register.mjs")));
  writeFileSync(path.join(folder, "said.mjs"), "console.log(JSON.stringify(process.argv.slice(2)));");
  const own = { verify: "node said.mjs first", start: "exec node said.mjs" };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", scripts: own }));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [starter, ...args], { cwd: os.tmpdir(), encoding: "utf8" });
  expect(run("verify", "--", "--key", "K")).toBe('["first","--key","K"]\n');
  expect(run("start")).toBe("[]\n");
  const unknown = spawnSync(process.execPath, [starter, "toString"], { encoding: "utf8" });
  expect(unknown).toMatchObject({ status: 1, stderr: "Which command? One of verify, start.\n" });
});

test("the list of components has each package once, and depends only on the content", () => {
  const components = npmComponents(ROOT);
  expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length);
  expect(components.find(({ name }) => name === "@prisma/client")).toMatchObject({
    purl: expect.stringMatching(/^pkg:npm\/%40prisma\/client@\d/) as string,
    scope: "required",
    licenses: [{ expression: "Apache-2.0" }],
  });
  expect(components.find(({ name }) => name === "vitest")).toBeUndefined();
  const of = { name: "pledge-register", version: "1", revision: "r", madeAt: "2026-11-29T00:00:00.000Z" };
  expect(sbomOf(of, components)).toEqual(sbomOf(of, components));
  expect(sbomOf({ ...of, revision: "s" }, components).serialNumber).not.toBe(
    sbomOf(of, components).serialNumber,
  );
});

test("an image of the same content has the same digest, wherever and whenever it is made", async () => {
  const make = async (name: string): Promise<string> => {
    const layer = path.join(folder, name, "layer");
    mkdirSync(path.join(layer, "opt"), { recursive: true });
    writeFileSync(path.join(layer, "opt/file"), "content", { mode: name === "one" ? 0o600 : 0o664 });
    const { digest } = await writeImage({
      folder: path.join(folder, name, "work"),
      to: path.join(folder, `${name}.tar`),
      tag: "register:1",
      madeAt: "2026-11-29T00:00:00.000Z",
      layers: [{ folder: layer, entries: ["opt"] }],
      config: { User: "10001:10001" },
      labels: {},
    });
    return digest;
  };
  expect(await make("one")).toBe(await make("another"));
  expect(readFileSync(path.join(folder, "one.tar"))).toEqual(readFileSync(path.join(folder, "another.tar")));
});
