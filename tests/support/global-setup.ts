import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openTestServer, type TestServer } from "@/scripts/testing/databases.mjs";
import { describeLib } from "./row-types/describe";

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** Once for both projects of a run. */
function describeRows(folder: string): void {
  const file = path.join(folder, "described.json");
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(describeLib(path.resolve(import.meta.dirname, "../.."))));
}

/** One database server for all tests: the one that `npm test` opened, else a new one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATA_DIR: files = "", ROW_TYPES: rowTypes = "" } = project.config.env;
  describeRows(rowTypes);
  const own = process.env["ROW_TYPES"] === undefined ? [files, rowTypes] : [files];
  const sweep = () => own.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  const shared = process.env["REGISTER_TEST_SERVER"];
  if (shared) {
    project.provide("server", JSON.parse(shared) as TestServer);
    return async () => sweep();
  }
  const { close, ...server } = await openTestServer();
  project.provide("server", server);
  return async () => {
    sweep();
    await close();
  };
}
