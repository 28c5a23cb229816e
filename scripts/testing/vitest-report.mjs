import { writeFileSync } from "node:fs";
import path from "node:path";

/** A reporter for Vitest that counts what passed and names what didn't, hooks and stray errors included; into $VITEST_REPORT. */
export default class VitestReport {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<{ message: string }>} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const failures = strayErrors.map(({ message }) => `outside of any test: ${message}`);
    let passed = 0;
    for (const tested of modules) {
      const file = path.relative(process.cwd(), tested.moduleId);
      /** @param {string} what @param {ReadonlyArray<{ message: string }>} errors */
      const failed = (what, errors) => failures.push(`${file}: ${what}: ${errors[0]?.message ?? "failed"}`);
      if (tested.errors().length > 0) failed("loading, or a hook", tested.errors());
      for (const suite of tested.children.allSuites())
        if (suite.errors().length > 0) failed(`a hook of ${suite.fullName}`, suite.errors());
      for (const test of tested.children.allTests()) {
        const { state, errors } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed(test.fullName, errors);
      }
    }
    writeFileSync(process.env["VITEST_REPORT"] ?? "", JSON.stringify({ passed, failures }));
  }
}
