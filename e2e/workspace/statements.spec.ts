// How many statements a page sends to the database. Figures of the whole register are remembered until something
// changes, so a page is read twice before it is counted.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, signIn, test, type Who } from "../fixtures";

const MOST: readonly [Who, path: string, most: number][] = [
  ["manager", "/unresolved", 4],
  ["manager", "/unresolved?open=NO_QUANTITY", 5],
  ["manager", "/coverage", 3],
  ["manager", "/pledges", 5],
  ["manager", "/pledges?participant=FR", 5],
  ["manager", "/pledges/FR-3-001", 8],
  ["officer", "/pledges/FR-3-001", 8],
  ["officer", "/mine", 7],
  ["manager", "/", 4],
  ["manager", "/review", 3],
];

/** The fewest of the last three times: once a minute, a session is also noted as used. */
async function statementsOf(page: Page, path: string): Promise<string[]> {
  const counted: string[][] = [];
  for (let time = 0; time < 5; time += 1) {
    const name = randomUUID();
    const answer = await page.request.get(path, { headers: { "x-count-statements": name } });
    expect(answer.status(), path).toBe(200);
    counted.push((await (await page.request.get(`/statements/${name}`)).json()) as string[]);
  }
  return counted.slice(2).reduce((least, one) => (one.length < least.length ? one : least));
}

test("a page sends no more statements to the database than it needs", async ({ page }) => {
  test.slow();
  for (const [who, path, most] of MOST) {
    await signIn(page, who, "/definitions");
    const statements = await statementsOf(page, path);
    expect(statements.length, path).toBeGreaterThan(0);
    expect.soft(statements.length, `${who} ${path}\n${statements.join("\n")}`).toBeLessThanOrEqual(most);
  }
});
