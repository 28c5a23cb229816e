import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { env } from "@/lib/platform/env";

/** Files go to a folder that the tests of this file have to themselves: others look at what lies in theirs at the same time. To be called once the register is open. */
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
