/** How many random cases a test tries: that many in `npm test`, and `--cases` times as many in `npm run test:long`. */
export const cases = (few: number): number => few * Number(process.env["TEST_CASES_TIMES"] ?? 1);
