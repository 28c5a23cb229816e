import type { Page } from "@playwright/test";
import { countedOn, expect, figure, signIn, test } from "../fixtures";

test("the matrix has a row for every participant, and its totals add up to what is unresolved", async ({
  page,
}) => {
  await signIn(page, "manager", "/coverage");
  await expect(page.locator("#matrix tbody th[scope=row]")).toHaveCount(38);
  const sums = (await page.locator("#matrix tbody td:last-child").allInnerTexts()).map(figure);
  const feet = (await totals(page).allInnerTexts()).map(figure);
  const total = feet.pop();
  expect(sums.reduce((all, one) => all + one, 0)).toBe(total);
  expect(feet.reduce((all, one) => all + one, 0)).toBe(total);

  await totals(page).last().getByRole("link").click();
  await expect(countedOn(page)).toHaveText(String(total));
});

test("every total leads to the same number of rows", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  const france = page.getByRole("row", { name: /^FR ?France/ });
  const own = await france.getByRole("cell").last().innerText();
  await france.getByRole("cell").last().getByRole("link").click();
  await expect(page).toHaveURL("/unresolved?participant=FR");
  await expect(countedOn(page)).toHaveText(own);

  await page.goto("/coverage");
  const column = totals(page).nth(2);
  const third = await column.innerText();
  await column.getByRole("link").click();
  await expect(page).toHaveURL("/unresolved?priority=3");
  await expect(countedOn(page)).toHaveText(third);

  await page.goto("/coverage");
  const missing = page.locator("tfoot").getByRole("row").last().locator("td").nth(2);
  const gaps = await missing.innerText();
  await missing.getByRole("link").click();
  await expect(countedOn(page)).toHaveText(gaps);
});

test("no pledge, declined and not expected never look alike", async ({ page }) => {
  await signIn(page, "auditor", "/coverage");
  await expect(page.locator("#AL-1 .hatch")).toHaveCount(1);
  for (const declined of ["IT-3", "IE-3", "HR-3", "CZ-3", "FI-4"]) {
    await expect(page.locator(`#${declined}`)).toHaveClass(/\bdeclined-cell\b/);
    await expect(page.locator(`#${declined} .hatch`)).toHaveCount(0);
    await expect(page.locator(`#${declined} a`)).toHaveAttribute("aria-label", /Declined, 0 unresolved/);
  }
  for (const partly of ["BG-3", "GR-3", "PL-3", "RO-3"])
    await expect(page.locator(`#${partly} a`)).toHaveAttribute("aria-label", /partly declined/);
  const austria = page.getByRole("row", { name: /^AT ?Austria/ });
  await expect(austria.locator(".not-asked")).toHaveCount(5);
});

test("a cell opens its pledges, with what is unresolved on each", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  await page.locator("#FR-3 a").click();
  await expect(page).toHaveURL("/coverage?cell=FR-3");
  const panel = page.getByRole("complementary", { name: "Deterrent force" });
  await expect(panel.getByRole("article")).toHaveCount(2);
  await expect(panel).toContainText("“several thousand”");
  const items = await panel.locator(".item-list li").count();
  await expect(page.locator("#FR-3 a span").last()).toHaveText(String(items));
  await panel.getByRole("link", { name: "Open both pledges" }).click();
  await expect(page).toHaveURL("/pledges?participant=FR&priority=3");
});

test("the shading of the matrix is charted, a column leads to its cells, and what has the focus is highlighted", async ({
  page,
}) => {
  await signIn(page, "manager", "/coverage");
  const shading = page.getByRole("region", { name: /^At least half of the \d+ cells with open items/ });
  const drawing = shading.getByRole("group", { name: "Cells of the matrix by the number of open items" });
  const columns = drawing.getByRole("link");
  const drawn = (
    await columns.evaluateAll((all) => all.map((one) => one.querySelectorAll("rect").length - 1))
  ).reduce((all, one) => all + one, 0);
  expect(drawn).toBe(Number(/half of the (\d+) cells/.exec((await shading.innerText()) ?? "")?.[1]));
  const second = columns.nth(1);
  const lines = drawing.locator(".lit-line");
  await second.hover();
  await expect(lines.nth(1)).toHaveCSS("visibility", "visible");
  await expect(lines.first()).toHaveCSS("visibility", "hidden");
  const said = (await second.getAttribute("aria-label")) ?? "";
  await second.focus();
  await page.keyboard.press("Enter");
  const row = shading.getByRole("row", { name: new RegExp(`^${/^\S+/.exec(said)?.[0] ?? ""} `) });
  await expect(row).toBeVisible();
  expect(await row.getByRole("link").count()).toBe((await second.locator("rect").count()) - 1);

  const france = page.locator("#matrix tbody tr").filter({ hasText: "France" });
  await page.locator("#FR-3 a").focus();
  await expect(france.locator("th")).not.toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("#matrix thead th").nth(3)).toHaveCSS("box-shadow", /inset/);
  await expect(page.locator("#matrix thead th").nth(2)).toHaveCSS("box-shadow", "none");
});

test("arrow keys go from cell to cell, Enter opens, Escape closes, and the cell keeps the focus", async ({
  page,
}) => {
  await signIn(page, "manager", "/coverage?sort=name");
  await page.locator("#FR-3 a").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#FR-4 a")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#GB-4 a")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/coverage?sort=name&cell=GB-4");
  await expect(page.locator("#GB-4 a")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/coverage?sort=name");
  await expect(page.locator("#GB-4 a")).toBeFocused();
});

test("a gap leads the participant's desk to logging a pledge, and tells others who may log it", async ({
  page,
}) => {
  await signIn(page, "officer", "/coverage?cell=LU-1");
  await page.getByRole("link", { name: "Log a pledge here" }).click();
  await expect(page).toHaveURL("/pledges/new?participant=LU&priority=1");
  await page.goto("/coverage?cell=AL-1");
  await expect(page.getByText("Only this participant’s desk or a manager can log a pledge.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Log a pledge here" })).toHaveCount(0);
});

test("rows by name are sorted by name within their role", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  await page.getByText("Rows: most unresolved").click();
  await page.getByRole("link", { name: "by name" }).click();
  await expect(page).toHaveURL("/coverage?sort=name");
  const names = await page.locator("tbody").nth(1).getByRole("rowheader").getByRole("link").allInnerTexts();
  expect(names.length).toBeGreaterThan(20);
  const bare = names.map((name) => name.replace(/^[A-Z]+\s*\n?(?=[A-Z])/, "").trim());
  expect(bare).toEqual([...bare].sort((a, b) => a.localeCompare(b, "en")));
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("cells open, and the page comes back to them", async ({ page }) => {
    await signIn(page, "manager", "/coverage");
    await page.locator("#RO-3 a").click();
    await expect(page).toHaveURL("/coverage?cell=RO-3#RO-3");
    await expect(page.getByRole("complementary", { name: "Deterrent force" })).toBeVisible();
    await expect(page.locator("#RO-3")).toBeInViewport();
    await page.getByRole("link", { name: "Close the panel" }).click();
    await expect(page).toHaveURL("/coverage");
  });
});

const totals = (page: Page) => page.locator("tfoot").getByRole("row").first().getByRole("cell");
