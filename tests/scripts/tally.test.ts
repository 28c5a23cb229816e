import { expect, it } from "vitest";
import { TestTally } from "@/scripts/testing/tally.mjs";

it("names each failure on its own line, and the totals last", () => {
  const tally = new TestTally();
  tally.addTests("Vitest", {
    passed: 2,
    failures: ["a.test.ts: adds: \u001B[31mexpected 1\nto be 2\u001B[39m"],
    code: 1,
  });
  tally.add({ passed: 1, failures: [] });
  expect(tally.summary).toBe("✗ a.test.ts: adds: expected 1 to be 2\n3 passed, 1 failed");
});

it.each([
  { why: "an exit code that no failed test explains", passed: 3, code: 1, failed: 1 },
  { why: "no test at all", passed: 0, code: 0, failed: 1 },
  { why: "tests that all passed", passed: 3, code: 0, failed: 0 },
])("counts $why as $failed failures", ({ passed, code, failed }) => {
  const tally = new TestTally();
  tally.addTests("Playwright", { passed, failures: [], code });
  expect(tally.failures).toHaveLength(failed);
});
