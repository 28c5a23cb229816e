import { inject } from "vitest";
import { copyDatabase, type TestDatabase } from "@/scripts/test-databases.mjs";

/** A register of its own for one test file: migrated and empty. Drop it in `afterAll`, after closing its pools. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyDatabase(inject("server"));
}
