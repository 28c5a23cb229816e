#!/usr/bin/env node
// `node register.mjs COMMAND …` in a bundle: what `npm run COMMAND -- …` does, without npm.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { scripts } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const [command = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(scripts, command)) {
  console.error(`Which command? One of ${Object.keys(scripts).join(", ")}.`);
  process.exit(1);
}
const [file, ...given] = scripts[command].replace(/^(exec )?node /, "").split(" ");
const program = new URL(file, import.meta.url);
process.argv = [
  process.execPath,
  fileURLToPath(program),
  ...given,
  ...(args[0] === "--" ? args.slice(1) : args),
];
await import(program.href);
