// Prisma's client, the types of the message files and this build's version are generated on demand and are
// not in git.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateMessages } from "./generate/messages.mjs";
import { IS_BUNDLE, ROOT, runsItself } from "./base/paths.mjs";

const SCHEMA = path.join(ROOT, "prisma/schema.prisma");
const OUTPUT = path.join(ROOT, "lib/db/generated");
const MADE_FROM = path.join(OUTPUT, ".made-from");
const THIS_BUILD = path.join(OUTPUT, "this-build.ts");

/** Generates everything that is imported but not in git. */
export function generate() {
  if (IS_BUNDLE) return;
  generateMessages();
  generateClient();
  generateBuild();
}

/** A built server has neither the migrations nor package.json, but says whether its database fits. */
function generateBuild() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const names = readdirSync(path.join(ROOT, "prisma/migrations")).filter((name) => /^\d{14}_/.test(name));
  const build = { migration: names.sort().at(-1), version };
  const text = `export const THIS_BUILD = ${JSON.stringify(build)};\n`;
  if (!existsSync(THIS_BUILD) || readFileSync(THIS_BUILD, "utf8") !== text) writeFileSync(THIS_BUILD, text);
}

/** Does nothing if this version of Prisma has made the client from this schema. */
function generateClient() {
  const source = fingerprint();
  if (existsSync(MADE_FROM) && readFileSync(MADE_FROM, "utf8") === source) return;
  rmSync(MADE_FROM, { force: true });
  const prisma = path.join(ROOT, "node_modules/prisma/build/index.js");
  const run = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: ROOT,
    env: offline(),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`Prisma could not generate its client.\n${run.stdout}${run.stderr}`);
  writeFileSync(MADE_FROM, source);
}

const fingerprint = () =>
  createHash("sha256")
    .update(readFileSync(SCHEMA))
    .update(readFileSync(path.join(ROOT, "node_modules/prisma/package.json")))
    .digest("hex");

// Generating needs no engine, but Prisma downloads one first unless it is given an executable.
const offline = () => ({
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: "1",
});

if (runsItself(import.meta.url)) generate();
