/** How many random cases a test tries: that many in `npm test`, and `--cases` times as many in `npm run test:long`. */
export const cases = (few: number): number => few * Number(process.env["TEST_CASES_TIMES"] ?? 1);

/** Where the long run promises a number: that many in it at least, whatever `--cases` says. */
export const casesAtLeast = (few: number, promised: number): number =>
  Math.max(cases(few), isLongRun ? promised : 0);

export const isLongRun = process.env["TEST_CASES_TIMES"] !== undefined;
