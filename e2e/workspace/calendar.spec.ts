import { expect, expectAccessible, signIn, test } from "../fixtures";

// The demonstration's clock starts on 25 February 2026.

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`a month is shown day by day and as a list (${colorScheme})`, async ({ page }) => {
      await signIn(page, "manager", "/calendar");
      await expect(page.getByRole("heading", { level: 1, name: "Calendar" })).toBeVisible();
      await expect(page.getByRole("heading", { level: 2, name: "February 2026" })).toBeVisible();
      const month = page.getByRole("table", { name: "February 2026, day by day" });
      await expect(month.getByRole("columnheader")).toHaveCount(7);
      await expect(month.locator("[aria-current=date]")).toContainText("Today");
      await expectAccessible(page);

      await page.getByRole("link", { name: "Later: March 2026" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "March 2026" })).toBeVisible();
      await expect(page).toHaveURL("/calendar?month=2026-03");
      await page.getByRole("link", { name: "This month" }).click();
      await expect(page).toHaveURL("/calendar");

      await page.getByRole("link", { name: "List", exact: true }).click();
      await expect(page.getByRole("table", { name: "What is expected, by day" })).toBeVisible();
      await expectAccessible(page);
    });
  });

test("three entries of a day are shown, and the others are one link away; a filter narrows the list", async ({
  page,
}) => {
  await signIn(page, "officer", "/calendar?month=2026-06");
  const api = page.request;
  const headers = { "Sec-Fetch-Site": "same-origin", Origin: new URL(page.url()).origin };
  for (const title of ["One", "Two", "Three", "Four", "Five"]) {
    const evidence = { source: { publisher: "Le Monde", language: "fr", ownership: "INDEPENDENT" } };
    const grades = { kind: "MEDIA_REPORT", reliability: "B", credibility: 2 };
    const pledge = { participant: "FR", priority: 2, title, stage: "SIGNALLED", dueOn: "2026-06-17" };
    const data = { ...pledge, evidence: [{ ...evidence, ...grades }] };
    expect((await api.post("/api/v1/pledges", { headers, data })).status()).toBe(201);
  }
  await page.reload();
  const more = page.getByRole("link", { name: "2 more on Wednesday 17 June 2026" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/calendar?show=list&from=2026-06-17&to=2026-06-17");
  const list = page.getByRole("table", { name: "What is expected, by day" });
  await expect(list.getByRole("rowgroup").getByRole("link")).toHaveCount(5);
  await expect(page.getByText("5 entries on Wednesday 17 June 2026")).toBeVisible();

  await page.getByRole("combobox", { name: "Kind" }).selectOption("Decision");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Nothing here matches this filter" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).first().click();
  await expect(list.getByRole("rowgroup").getByRole("link")).toHaveCount(5);
});

test("an officer downloads their own calendar, and sees it as of a past moment", async ({ page }) => {
  await signIn(page, "officer", "/calendar");
  await page.getByRole("link", { name: "Mine", exact: true }).click();
  await expect(page).toHaveURL("/calendar?owner=officer@register.example");
  const calendar = page.getByRole("link", { name: "Download for your calendar" });
  const [download] = await Promise.all([page.waitForEvent("download"), calendar.click()]);
  expect(download.suggestedFilename()).toMatch(/^calendar-filtered-as-of-2026-02-25T\d{6}Z\.ics$/);

  await page.goto("/calendar?asOf=2026-01-10T12:00Z");
  await expect(page.getByRole("heading", { level: 2, name: "January 2026" })).toBeVisible();
  await expect(page.locator("[aria-current=date]")).toContainText("10");
  const later = page.getByRole("link", { name: "Later: February 2026" });
  await expect(later).toHaveAttribute("href", "/calendar?month=2026-02&asOf=2026-01-10T12:00Z");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a month is the list of its days", async ({ page }) => {
    await signIn(page, "officer", "/calendar?month=2026-03");
    await expect(page.getByRole("heading", { level: 2, name: "March 2026" })).toBeVisible();
    await expect(page.getByText("Mon", { exact: true })).toBeHidden();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
