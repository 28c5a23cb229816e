import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { SERVER } from "../../scripts/build/build.mjs";
import { production, startApplication } from "../../scripts/start/application.mjs";
import { freePort } from "../../tests/support/processes/free-port";

test("a request that comes in while a server starts is answered like any other", async () => {
  const files = mkdtempSync(path.join(os.tmpdir(), "register-start-"));
  const env = {
    ...process.env,
    // Nothing listens there.
    DATABASE_URL: "postgres://register@127.0.0.1:1/register",
    NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
    DATA_DIR: files,
  };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/sign-in`;
  const [first, server] = await Promise.all([
    firstAnswer(url),
    startApplication({ command: production(SERVER, env), host: "127.0.0.1", port, env, quiet: true }),
  ]);
  try {
    expect(first.status).toBe(503);
    expect(first.headers.get("retry-after")).toBe("5");
    expect(await first.text()).toContain("The register cannot reach its database");
    const later = await fetch(url);
    const names = (answer: Response) => [...answer.headers.keys()].toSorted();
    expect(names(first)).toEqual(names(later));
  } finally {
    await server.stop();
    rmSync(files, { recursive: true, force: true });
  }
});

/** Tries again until the server answers. */
async function firstAnswer(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
