import type { Page } from "@playwright/test";
import { countedOn, expect, figure, findingOf, signIn, test } from "../fixtures";

test("the map's table has every participant, and its figures are those of the matrix", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  const third = await page.locator("tfoot").getByRole("row").first().getByRole("cell").nth(2).innerText();
  await page.getByRole("navigation", { name: "Show coverage as" }).getByRole("link", { name: "Map" }).click();
  await expect(page).toHaveURL("/coverage/map");
  await expect(asTable(page).locator("tbody tr")).toHaveCount(38);
  await expect(asTable(page).locator("tfoot td").last()).toHaveText(third);
  const rows = (await asTable(page).locator("tbody td:last-child").allInnerTexts()).map(figure);
  expect(rows.reduce((sum, one) => sum + one, 0)).toBe(figure(third));

  const open = findingOf(page).getByRole("link").last();
  const items = figure(await open.innerText());
  await open.click();
  await expect(countedOn(page)).toHaveText(String(items));
});

test("every participant is a shape or a tile; gaps, refusals and what isn't expected look different", async ({
  page,
}) => {
  await signIn(page, "auditor", "/coverage/map?priority=3");
  await expect(page.locator(".map-drawing a")).toHaveCount(31);
  for (const name of ["Australia", "Canada", "Japan", "New Zealand", "United States", "NATO", "Luxembourg"])
    await expect(
      page
        .getByRole("region", { name: /^Next to the map/ })
        .getByText(name, { exact: true })
        .first(),
    ).toBeVisible();
  await expect(page.locator("#map-FR path.ramp-5")).toHaveCount(1);
  await expect(page.locator("#map-FI path.no-pledge")).toHaveCount(1);
  await expect(page.locator("#map-IT path.declined-cell")).toHaveCount(1);
  await expect(page.locator("#map-UA path.not-asked")).toHaveCount(1);
});

test("a country opens its cell and keeps it from priority to priority", async ({ page }) => {
  await signIn(page, "manager", "/coverage/map");
  await page.locator("#map-FR path").last().click();
  await expect(page).toHaveURL("/coverage/map?cell=FR-3");
  await expect(page.getByRole("complementary", { name: "Deterrent force" }).getByRole("article")).toHaveCount(
    2,
  );
  await page.getByRole("navigation", { name: "Priority" }).getByRole("link", { name: /^4/ }).click();
  await expect(page).toHaveURL("/coverage/map?cell=FR-4");
  await expect(page.getByRole("complementary", { name: "Response to aggression" })).toBeVisible();
  await page.getByRole("link", { name: "Close the panel" }).click();
  await expect(page).toHaveURL("/coverage/map?priority=4");
  await asTable(page)
    .getByRole("link", { name: /^Austria/ })
    .click();
  await expect(page).toHaveURL("/participants/AT");
});

test("administrators have no map of the record", async ({ page }) => {
  await signIn(page, "admin", "/coverage/map");
  await expect(page.locator(".map-drawing")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("a country still opens", async ({ page }) => {
    await signIn(page, "manager", "/coverage/map");
    await page.locator("#map-RO path").last().click();
    await expect(page).toHaveURL("/coverage/map?cell=RO-3");
    await expect(page.getByRole("complementary", { name: "Deterrent force" })).toBeVisible();
  });
});

const asTable = (page: Page) => page.getByRole("table", { name: /position and unresolved items/ });
