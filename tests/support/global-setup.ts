import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { openTestServer, type TestServer } from "@/scripts/test-databases.mjs";

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One database server for all tests: the one that `npm test` has opened, else one of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const files = project.config.env["DATA_DIR"] ?? "";
  const sweep = () => rmSync(files, { recursive: true, force: true });
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
