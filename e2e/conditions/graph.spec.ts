// The drawing of who waits for whom: the deadlock at first sight, arrow keys, suppositions, and the table.
import { expect, expectAccessible, openFold, signIn, test } from "../fixtures";

test("the deadlock between Washington and Kyiv is visible without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, "manager", "/conditions");
  const drawing = page.getByRole("group", { name: /^Who waits for whom/ });
  for (const name of [/^US-4-001 Security guarantee.*8 pledges wait for it/, /^UA-4-001 /])
    await expect(drawing.getByRole("link", { name })).toBeInViewport({ ratio: 1 });
  await expect(drawing.getByText("each waits for the other")).toBeInViewport();
  await expect(page.getByText("Deadlock since 27 January 2026.")).toBeInViewport();
  const { width = 0 } = (await drawing.boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(1_144);
  await expectAccessible(page);
});

test("arrow keys move from box to box: right to what waits for it, left to what it waits for", async ({
  page,
}) => {
  await signIn(page, "officer", "/conditions");
  const drawing = page.getByRole("group", { name: /^Who waits for whom/ });
  const guarantee = drawing.getByRole("link", { name: /^US-4-001 / });
  await guarantee.focus();
  await page.keyboard.press("ArrowDown");
  await expect(drawing.getByRole("link", { name: /^UA-4-001 / })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(guarantee).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(guarantee).not.toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(guarantee).toBeFocused();
  await page.keyboard.press("t");
  await expect(page.locator("summary", { hasText: "The same as a table" })).toBeFocused();
  await expect(page.getByRole("table", { name: "The same as a table" })).toBeVisible();

  await guarantee.focus();
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/suppose=US-4-001%3ACOMMITTED/);
  await expect(page.getByText("could start; 0 can today.")).toBeVisible();
});

test("supposing the guarantee, the ceasefire and every approval lets 28 of 37 pledges start", async ({
  page,
}) => {
  await signIn(page, "auditor", "/conditions");
  const section = page.getByRole("region", { name: "Who waits for whom" }).first();
  // Each page is loaded before it is left: React reports one that is left earlier as a lost connection.
  await section.getByRole("link", { name: "Ceasefire and peace", exact: true }).click();
  await page.waitForURL(/suppose=dormant/);
  await section.getByRole("link", { name: "All approvals given", exact: true }).click();
  await page.waitForURL(/approvals/);
  await section
    .getByRole("link", { name: /^Security guarantee/, exact: false })
    .first()
    .click();
  await expect(section.getByText("28 of 37 pledges could start; 0 can today.")).toBeVisible();
  await expect(
    section.getByText("3 only because of the last assumption: DE-3-001, GB-3-001 and UA-4-001."),
  ).toBeVisible();
  await expect(page.locator(".gbox.gifso").first()).toBeVisible();
  await expect(section.getByText(/^Deadlock since/)).toHaveCount(0);
  await expectAccessible(page);
});

test("the table says what the drawing shows, also for one participant's pledges", async ({ page }) => {
  await signIn(page, "manager", "/conditions?participant=DE&depth=1");
  const drawing = page.getByRole("group", { name: /^Who waits for whom/ });
  await openFold(page, "The same as a table");
  const table = page.getByRole("table", { name: "The same as a table" });
  const lines = await page.locator(".gline").count();
  expect(lines).toBeGreaterThan(3);
  expect(await table.locator("tbody tr td:nth-of-type(2) > div > span").count()).toBe(lines);
  await expect(drawing.getByRole("link", { name: /^DE-3-001 / })).toBeVisible();
  await expect(drawing.getByRole("link", { name: /^RO-/ })).toHaveCount(0);
  await expect(table.getByRole("row", { name: /US-4-001/ })).toContainText("DE-3-001");
});
