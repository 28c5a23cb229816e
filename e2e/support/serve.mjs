// The register that the stories happen in: the real build, on a database of its own with the demonstration.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { SERVER, buildIfStale } from "../../scripts/build.mjs";
import { PlainError, run } from "../../scripts/plain-error.mjs";
import { startApplication } from "../../scripts/start/application.mjs";
import { fillRegister } from "../../scripts/start/content.mjs";
import { copyDatabase, openTestServer } from "../../scripts/test-databases.mjs";

await run(async () => {
  const port = Number(process.env.E2E_PORT);
  if (!port || !process.env.DEMO_PASSWORD)
    throw new PlainError("Run npx playwright test, which starts this.");
  const quit = new AbortController();
  const told = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
  });
  void told.then(() => quit.abort());
  const signal = quit.signal;

  await buildIfStale(signal);
  const server = await sharedOrOwnServer();
  const files = mkdtempSync(path.join(os.tmpdir(), "register-e2e-"));
  try {
    const { appUrl, ownerUrl } = await copyDatabase(server, { name: "e2e" });
    const {
      DATABASE_OWNER_URL: _owner,
      NEXTAUTH_URL: _url,
      MARKING: _marking,
      REGISTER_TIME_ZONE: _zone,
      ...rest
    } = process.env;
    const env = {
      ...rest,
      DATABASE_URL: appUrl,
      NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: files,
      DEMO: "1",
    };
    await fillRegister({ ownerUrl, demo: true, resumable: false, env, signal });
    const application = await startApplication({ command: [SERVER], host: "127.0.0.1", port, env, signal });
    await Promise.race([told, application.gone]);
    await application.stop();
  } finally {
    rmSync(files, { recursive: true, force: true });
    await server.close();
  }
});

/** `npm test` opens a server for all its steps, and closes it. */
async function sharedOrOwnServer() {
  const shared = process.env.REGISTER_TEST_SERVER;
  return shared ? { ...JSON.parse(shared), close: async () => {} } : openTestServer();
}
