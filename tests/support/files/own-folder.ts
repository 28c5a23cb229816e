import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { env } from "@/lib/platform/env";

/**
 * Gives this test file its own folder for stored files: other test files check the contents of theirs meanwhile. Call
 * it once the register is open.
 */
export function inOwnFolder(): void {
  const place = mkdtempSync(path.join(os.tmpdir(), "register-own-"));
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = env().DATA_DIR;
    env().DATA_DIR = place;
  });
  afterAll(() => {
    env().DATA_DIR = elsewhere;
    rmSync(place, { recursive: true, force: true });
  });
}
