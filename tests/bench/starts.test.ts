// The bench runs outside of Next: the code of pages that it loads may not load anything that only a page can.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT, RUN_TS } from "@/scripts/base/paths.mjs";

test("the bench loads all that it measures", async () => {
  const run = promisify(execFile)(process.execPath, [...RUN_TS, "bench/main.ts", "--sizes", "0"], {
    cwd: ROOT,
  });
  const stderr = await run.then(
    () => "",
    (error: unknown) => (error as { stderr: string }).stderr,
  );
  expect(stderr).toContain("are whole numbers");
});
