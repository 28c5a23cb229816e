import { stripVTControlCharacters } from "node:util";

/** How many tests passed, and what failed by name, over all steps of a run. */
export class TestTally {
  passed = 0;
  /** @type {string[]} */
  failures = [];

  /** @param {{ passed: number, failures: string[] }} result */
  add({ passed, failures }) {
    this.passed += passed;
    this.failures.push(...failures);
  }

  /** Tests that ended in an error without naming one, or of which none ran, are one failure.
   * @param {string} name @param {{ passed: number, failures: string[], code: number }} result */
  addTests(name, { passed, failures, code }) {
    const silent = failures.length === 0 && (code !== 0 || passed === 0);
    this.add({
      passed,
      failures: silent
        ? [`${name}: ${passed} passed, none failed, and it ended with code ${code}`]
        : failures,
    });
  }

  /** What failed, a line each, and the totals at the very end: of a long run only the end may be kept. */
  get summary() {
    const lines = this.failures.map((failure) =>
      stripVTControlCharacters(failure).replace(/\s+/g, " ").slice(0, 400),
    );
    return [
      ...lines.map((line) => `✗ ${line}`),
      `${this.passed} passed, ${this.failures.length} failed`,
    ].join("\n");
  }
}
