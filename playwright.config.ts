import { createServer, type AddressInfo } from "node:net";
import { defineConfig } from "@playwright/test";
import { STORIES_PASSWORD } from "./e2e/support/register.mjs";
import { findBrowser } from "./scripts/testing/browser.mjs";

// The workers read this file again and use the values found first.
process.env["E2E_PORT"] ??= String(await freePort());
process.env["CHROMIUM_PATH"] ??= (await findBrowser()).path;
process.env["DEMO_PASSWORD"] ||= STORIES_PASSWORD;
const baseURL = `http://localhost:${process.env["E2E_PORT"]}`;

const READING =
  /\/(surface|unresolved|coverage|as-of|export-view|map|briefing|changes|conditions|graph|who-says-so|pledges|participants|sources|definitions|heights|lists|typed-filter|list-keys|statements|bytes)\.spec\.ts$/;

const ALONE = /\/required-factor\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // More workers than the two cores: while one waits, the others work.
  workers: 4,
  // Long, because the machine may be busy with other things; a test that passes doesn't wait for it.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "list",
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/Kyiv",
    // A trace doubles the duration of a story.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"],
      // Nothing but our own pages is opened, and root and many containers have no sandbox.
      chromiumSandbox: false,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // All stories share one register: those that compare counts come before those that change them, and one
  // that signs people out comes last.
  projects: [
    { name: "reading", testMatch: READING },
    { name: "changing", testIgnore: [READING, ALONE], dependencies: ["reading"] },
    { name: "alone", testMatch: ALONE, dependencies: ["changing"] },
  ],
  webServer: {
    command: "exec node e2e/support/serve.mjs",
    url: `${baseURL}/api/health/ready`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    stderr: "pipe",
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
