// How much of a page goes over the wire, while nothing has changed the register yet.
import { expect, signIn, test } from "../fixtures";

/** In kB of 1,000 bytes, gzipped: 60 % of what these pages took while React's data came with them. */
const MOST_HTML = { "/pledges": 25.7, "/pledges/FR-3-001": 24.3, "/coverage": 24.1, "/unresolved": 14.9 };

test("main pages are sent once, as HTML, and hardly anything of them again as data", async ({ page }) => {
  await signIn(page, "manager");
  for (const [path, most] of Object.entries(MOST_HTML)) {
    const response = await page.goto(path);
    const { responseBodySize = NaN } = (await response?.request().sizes()) ?? {};
    expect(responseBodySize / 1_000, path).toBeLessThanOrEqual(most);
  }
});

/** Pages of tables, drawings and texts. The data that remains is for a page's frame, bars and forms. */
const READ = [
  ...["/", "/mine", "/review", "/sources", "/audit", "/questions", "/participants", "/participants/FR"],
  ...["/requirements", "/conditions", "/calendar", "/definitions", "/briefing", "/briefing/FR"],
  ...["/coverage/map", "/coverage/stages", "/coverage/over-time"],
];
/** In thousands of characters; a table sent twice has hundreds. */
const MOST_DATA = 45;

test("other pages that are read are sent once, too", async ({ page }) => {
  await signIn(page, "manager");
  for (const path of READ) {
    const html = (await (await page.goto(path))?.text()) ?? "";
    const data = html.match(/<script[^>]*>self\.__next_f[^<]*<\/script>/g)?.join("") ?? "";
    expect(data.length / 1_000, path).toBeLessThanOrEqual(MOST_DATA);
    expect(data.length, path).toBeGreaterThan(1_000);
  }
});
