import type { TestProject } from "vitest/node";
import { openTestServer, type TestServer } from "@/scripts/test-databases.mjs";

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One database server for all tests: the one that `npm test` has opened, else one of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = process.env["REGISTER_TEST_SERVER"];
  if (shared) {
    project.provide("server", JSON.parse(shared) as TestServer);
    return async () => {};
  }
  const { close, ...server } = await openTestServer();
  project.provide("server", server);
  return close;
}
