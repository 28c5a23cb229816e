import type { Page } from "@playwright/test";
import { countedOn, expect, factOf, figure, findingOf, openFold, signIn, test } from "../fixtures";

test("the figures of unresolved items add up", async ({ page }) => {
  await signIn(page, "manager", "/unresolved");
  const figures = (await figuresOn(page).locator("dd:first-of-type").allInnerTexts()).map(figure);
  const [gap = 0, blocked = 0, quality = 0, total, dormant] = figures;
  expect(gap + blocked + quality).toBe(total);
  expect(dormant).toBeGreaterThan(0);
  expect(figure(await countedOn(page).innerText())).toBe(total);

  const groups = (await page.locator(".group-line .group-count").allInnerTexts()).map(figure);
  expect(groups.reduce((sum, one) => sum + one, 0)).toBe(total);
});

test("each number of the headline leads to the same number of rows", async ({ page }) => {
  await signIn(page, "manager", "/unresolved");
  const links = findingOf(page).getByRole("link");
  const [without, open, lacking] = (await links.allInnerTexts()).map((text) =>
    figure(text.split(" of ")[0] ?? ""),
  );

  await links.nth(0).click();
  await expect(countedOn(page)).toHaveText(String(without));
  await page.goBack();
  await links.nth(1).click();
  await expect(page.getByText(new RegExp(`^${open} pledges in this view`))).toBeVisible();
  await page.goBack();
  await links.nth(2).click();
  await expect(page.getByText(new RegExp(`^${lacking} pledges in this view`))).toBeVisible();
});

test("a reason opens in place, and its rows say what is missing and what would resolve it", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved");
  await page.getByRole("link", { name: "Overdue", exact: true }).click();
  await expect(page).toHaveURL("/unresolved?open=OVERDUE");
  const row = page.getByRole("row", { name: /CZ-2-001/ });
  await expect(row).toContainText("The next action was due on");
  await expect(row).toContainText("Resolved by");
  await row.getByRole("link", { name: "CZ-2-001" }).click();
  await expect(page).toHaveURL("/pledges/CZ-2-001");
  await page.goBack();
  await expect(row).toBeVisible();
  await page.getByRole("link", { name: "Overdue", exact: true }).click();
  await expect(page).toHaveURL("/unresolved");
});

test("every grouping has the same total, and a filter narrows the count and the figures alike", async ({
  page,
}) => {
  await signIn(page, "auditor", "/unresolved");
  const total = await countedOn(page).innerText();
  for (const group of ["class", "participant", "priority", "owner"]) {
    await page.goto(`/unresolved?group=${group}`);
    await expect(countedOn(page)).toHaveText(total);
  }
  await page.goto("/unresolved");
  await openFold(page, "More filters");
  await page.getByLabel("Participant").selectOption({ label: "France" });
  await page.getByLabel("Priority").selectOption("3");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/participant=FR&priority=3/);
  const narrowed = await countedOn(page).innerText();
  await expect(totalIn(page)).toHaveText(narrowed);
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(countedOn(page)).toHaveText(total);
});

test("headline, figures and table of a filtered page count the same, and the headline names the filter", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved");
  const all = await countedOn(page).innerText();
  for (const [asked, words] of [
    ["participant=FR", "participant: France"],
    ["class=QUALITY&priority=3", "class: Quality; priority:"],
    ["code=NO_QUANTITY,STALE&group=owner", "reason: "],
    ["participant=PL&owner=none&group=class", "owner: none"],
    ["priority=3&since=2026-01-07", "since: 7 January 2026"],
  ] as const) {
    await page.goto(`/unresolved?${asked}`);
    const headline = findingOf(page);
    await expect(headline, asked).toContainText(words);
    await expect(headline, asked).toContainText(`of ${all} in the register`);
    const counted = figure((await headline.innerText()).split("unresolved")[0] ?? "");
    const parts = (await figuresOn(page).locator(".part dd:first-of-type").allInnerTexts()).map(figure);
    expect(
      parts.reduce((sum, one) => sum + one, 0),
      asked,
    ).toBe(counted);
    expect(figure(await totalIn(page).innerText()), asked).toBe(counted);
    expect(figure(await countedOn(page).innerText()), asked).toBe(counted);
  }
});

test("the dormant pledges of a filtered page follow its filter, and so do the rows behind their number", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved?priority=3");
  const section = page.getByRole("region", { name: "Dormant, not counted" });
  const said = await section.getByText(/in this view (is|are) dormant/).innerText();
  const count = figure(said.split(" pledge")[0] ?? "");
  expect(count).toBeGreaterThan(0);
  await section.getByRole("link").click();
  await expect(page).toHaveURL("/unresolved?class=DORMANT&priority=3");
  await expect(page.locator(".group-line .group-count")).toHaveText(String(count));
  await expect(findingOf(page)).toContainText(`${String(count)} dormant`);
});

test("declined positions are not listed", async ({ page }) => {
  await signIn(
    page,
    "manager",
    "/unresolved?class=GAP&code=NO_PLEDGE&participant=IT,IE,FI,HR,CZ&group=participant&open=IT",
  );
  await expect(page.getByRole("row").filter({ hasText: "IT-5" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "IT-3" })).toHaveCount(0);
});

test("Denmark's statement of 10 March 2025 is listed as stale", async ({ page }) => {
  await signIn(page, "manager", "/unresolved?code=STALE&participant=DK&open=STALE");
  await expect(page.getByRole("row", { name: /DK-3-001/ })).toContainText("Last confirmed on 10 March 2025.");
});

test("an address with an unknown value says so, and so does an empty view", async ({ page }) => {
  await signIn(page, "manager", "/unresolved?class=NOPE");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/cannot show what the address asks for/);
  await page.goto("/unresolved?participant=AL&code=OVERDUE");
  await expect(page.getByRole("heading", { name: "No item matches this view" })).toBeVisible();
});

test("an administrator sees who may read the record", async ({ page }) => {
  await signIn(page, "admin", "/unresolved");
  await expect(page.getByText("Desk officers, managers and auditors can")).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("groups still open, and filters still apply", async ({ page }) => {
    await signIn(page, "manager", "/unresolved");
    await page.getByRole("link", { name: "Overdue", exact: true }).click();
    await expect(page).toHaveURL("/unresolved?open=OVERDUE#g-OVERDUE");
    await expect(page.getByRole("row", { name: /CZ-2-001/ })).toBeVisible();
    await openFold(page, "More filters");
    await page.getByLabel("Participant").selectOption({ label: "Denmark" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/participant=DK/);
    await page.getByText("Group by reason").click();
    await page.getByRole("link", { name: "Priority", exact: true }).click();
    await expect(page).toHaveURL(/group=priority/);
  });
});

const figuresOn = (page: Page) => page.getByRole("region", { name: "Figures" });
const totalIn = (page: Page) => factOf(figuresOn(page), "Unresolved items").getByRole("definition").first();
