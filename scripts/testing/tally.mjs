/** Totals of passed and failed tests, over all steps of a run. */
export class TestTally {
  passed = 0;
  failed = 0;

  /** @param {{ passed: number, failed: number }} counts */
  add({ passed, failed }) {
    this.passed += passed;
    this.failed += failed;
  }

  /** A step that ran nothing, or failed without naming a failed test, counts as one failure.
   * @param {{ passed: number, failed: number, code: number }} result */
  addTests({ passed, failed, code }) {
    const silent = failed === 0 && (code !== 0 || passed === 0);
    this.add({ passed, failed: silent ? 1 : failed });
  }

  get line() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
