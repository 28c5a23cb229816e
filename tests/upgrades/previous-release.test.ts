// The release before this one works on this one's schema: during a rollout both do, and it is the way back.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import { deriveByNewerRules } from "@/lib/db/derived/newer-rules";
import { verifyRegister } from "@/lib/db/verify/verify";
import { withClient } from "@/scripts/database/client.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createTestDatabase } from "@/tests/support/registers/database";

const ROOT = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** The newest release that the CHANGELOG names with its commit. */
const [, RELEASE = "", COMMIT] =
  /^## (\S+)\n\nCommit `([0-9a-f]{40})`/m.exec(readFileSync(path.join(ROOT, "CHANGELOG.md"), "utf8")) ?? [];

const old = mkdtempSync(path.join(os.tmpdir(), "register-release-"));
let database: TestDatabase;
let isThere = false;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  isThere = await takeOut();
});
afterAll(async () => {
  await disconnect();
  await database.drop();
  rmSync(old, { recursive: true, force: true });
});

/** False if its commit isn't in this clone. */
async function takeOut(): Promise<boolean> {
  const archive = path.join(old, "release.tar");
  try {
    await run("git", ["archive", "--output", archive, COMMIT ?? ""], { cwd: ROOT });
  } catch {
    return false;
  }
  mkdirSync(path.join(old, "release"));
  await run("tar", ["-xf", archive, "-C", path.join(old, "release")]);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(old, "release/node_modules"));
  return true;
}

const inRelease = async (...args: string[]): Promise<string> => {
  const { stdout } = await run(process.execPath, args, {
    cwd: path.join(old, "release"),
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DEMO_PASSWORD: "correct horse battery staple",
      NODE_ENV: "production",
    },
    maxBuffer: 10_000_000,
  });
  return stdout;
};

/** The first migration that a build of this version can't run on. */
const migrationThatBars = (version: string): Promise<string | null> =>
  withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ migration: string }>(
      `SELECT migration FROM audit.oldest_build
        WHERE string_to_array(build, '.')::int[] > string_to_array($1, '.')::int[] ORDER BY migration LIMIT 1`,
      [version],
    );
    return rows[0]?.migration ?? null;
  });

test("the previous release is named in the changelog", () => expect(COMMIT).toBeDefined());

test("the previous release works on this schema, and all is in order; or it names what bars it", async ({
  skip,
}) => {
  if (!isThere) return skip("its commit isn't in this clone");
  await inRelease("scripts/generate.mjs");
  const barrier = await migrationThatBars(RELEASE);
  if (barrier !== null) {
    await expect(inRelease("scripts/database/migrate.mjs")).rejects.toThrow(barrier);
    return skip(`${barrier} bars ${RELEASE}, which says so`);
  }
  expect(await inRelease("scripts/database/migrate.mjs")).toContain("still runs on it");
  await inRelease("--conditions=react-server", "--import", "tsx", "prisma/seed/main.ts");
  // As this build's worker does.
  await deriveByNewerRules();
  expect(await verifyRegister()).toMatchObject({ intact: true, findings: [] });
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [], leaves: [] });
});
