import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  // Outside Next, importing this package throws.
  "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
};

const PURE = [
  "tests/domain/**/*.test.ts",
  "tests/form/**/*.test.ts",
  "tests/look/**/*.test.ts",
  "tests/verifier/**/*.test.ts",
  "tests/witness/**/*.test.ts",
  "tests/*.test.ts",
];
/** These tests need settings and a clock of their own, watch all requests of their process, or measure it. */
const DOORS = [
  "tests/http/request-fixes.test.ts",
  "tests/http/watch/{metrics,requests,traces}.test.ts",
  "tests/scripts/early-requests.test.ts",
  "tests/auth/**/*.test.ts",
  "tests/http/security-txt.test.ts",
  "tests/people/powers/mail.test.ts",
  "tests/pledges/drafts/long-texts.test.ts",
  "tests/people/single-sign-on/**/*.test.ts",
];

/**
 * The timeout grows with the number of cases. It is long because the machine may be busy with other things.
 */
const times = Number(process.env["TEST_CASES_TIMES"] ?? 1);

/** The longest tests begin first, so that no worker is left alone with one at the end. */
const LONG = [
  "domain/passages/drafts/statements",
  "domain/second/smallest-sets",
  "db/conditions-derived",
  "api/sealed",
  "history/past/snapshot",
  "api/hostile-bodies",
  "api/who-may",
  "api/decided-once",
  "api/strain",
  "api/hostile",
  "four-eyes/four-eyes",
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** The same as the server's, in scripts/start/application.mjs. */
const execArgv = ["--no-regexp-tier-up"];

const server = {
  execArgv,
  globalSetup: "tests/support/global-setup.ts",
  setupFiles: "tests/support/row-types/setup.ts",
  env: {
    NEXTAUTH_SECRET: "tests-alone-sign-with-this-0123456789-abcdef",
    CHANGES_AT_ONCE: "0",
    // Where files go; swept out by the global set-up.
    DATA_DIR: path.join(os.tmpdir(), `register-files-${String(process.pid)}`),
    // The row types of SQL queries, and which of these returned rows: `npm test` reads both at the end.
    ROW_TYPES:
      process.env["ROW_TYPES"] ?? path.join(os.tmpdir(), `register-row-types-${String(process.pid)}`),
  },
  testTimeout: 600_000 * times,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongFirst },
    maxWorkers: 2,
    // Transformed files are kept in node_modules from one run to the next: a tenth less processor time. It misses a file
    // whose extension changes; `npx vitest --clearCache` helps.
    experimental: { fsModuleCache: true },
    projects: [
      {
        resolve: { alias },
        test: { name: "domain", execArgv, include: PURE, isolate: false, testTimeout: 60_000 * times },
      },
      {
        resolve: { alias },
        test: {
          ...server,
          name: "server",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...PURE, ...DOORS],
          // Test files of a worker share the modules that it has loaded; each has a database of its own.
          isolate: false,
        },
      },
      { resolve: { alias }, test: { ...server, name: "doors", include: DOORS } },
    ],
  },
});
