/** The number of random cases: `few` in `npm test`, times `--cases` in `npm run test:long`. */
export const cases = (few: number): number => few * Number(process.env["TEST_CASES_TIMES"] ?? 1);

/** For cases whose number the long run promises: at least that many in it, whatever `--cases` is. */
export const casesAtLeast = (few: number, promised: number): number =>
  Math.max(cases(few), isLongRun ? promised : 0);

export const isLongRun = process.env["TEST_CASES_TIMES"] !== undefined;
