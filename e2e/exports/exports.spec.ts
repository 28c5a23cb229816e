// An auditor downloads a part of the record as of a moment, and has it checked.
import { DESKTOP, errorsOn, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

test("an auditor makes a package of a priority as of a moment, and it is verified in the browser", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "auditor", "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("State of the record");
  await expect(page.getByRole("main")).toContainText(/The record is sealed up to entry [\d,]+\./);
  await expect(page.getByRole("region", { name: "The log" })).toContainText(/Written today\d/);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.getByLabel("What", { exact: true }).selectOption("Register");
  await page.getByLabel("Priority", { exact: true }).selectOption({ index: 3 });
  await page.getByLabel("As of", { exact: true }).fill("2026-01-07T20:00");
  await expect(page.getByRole("status").filter({ hasText: "Pledges 31" })).toBeVisible();
  await page.getByRole("button", { name: "Make the package" }).click();
  await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#purpose");
  await page.getByLabel("Purpose").fill("A question from a parliament");
  await page.getByRole("button", { name: "Make the package" }).click();
  await expect(page.getByText(/EX-\d{4} is being made/)).toBeVisible();
  await expect(page).toHaveURL("/");
  await page.evaluate(() => document.body.setAttribute("data-document", "first"));

  const row = page.getByRole("row").filter({ hasText: "A question from a parliament" }).first();
  const download = row.getByRole("link", { name: /^Download EX-/ });
  await expect(download).toBeVisible({ timeout: 45_000 });
  await expect(row).toContainText("7 Jan 2026, 20:00");
  await expect(page.locator("body"), "the page was not loaded again").toHaveAttribute(
    "data-document",
    "first",
  );
  await expectAccessible(page);
  const [taken] = await Promise.all([page.waitForEvent("download"), download.click()]);
  expect(taken.suggestedFilename()).toMatch(/^EX-\d{4}\.zip$/);
  const file = await taken.path();

  await page.getByRole("link", { name: "Verify a package" }).first().click();
  await expect(page).toHaveURL("/exports/verify");
  await page.getByLabel("The package as it was downloaded").setInputFiles(file);
  await page.getByRole("button", { name: "Use the key that this register publishes" }).click();
  await page.getByRole("button", { name: "Check the package" }).click();
  await expect(page.getByRole("heading", { name: /^EX-\d{4} is what the register exported/ })).toBeFocused();
  await expect(page.getByRole("region", { name: /^EX-\d{4} is what the register exported/ })).toContainText(
    "pledge 31",
  );
});

test("an auditor who looks at the past is offered a package as of that moment", async ({ page }) => {
  await signIn(page, "auditor", "/?asOf=2026-01-27T10:00:00Z");
  await expect(page).toHaveURL(/\/exports\?asOf=/);
  await expect(page.getByLabel("As of", { exact: true })).toHaveValue("27 January 2026, 12:00");
});

test("a manager starts a package from the current view, as of the moment it shows", async ({ page }) => {
  await signIn(page, "manager", "/unresolved?priority=3&class=BLOCKED&asOf=2026-01-27T10:00:00Z");
  await page.getByRole("link", { name: "Make a package" }).click();
  await expect(page).toHaveURL(/^[^?]*\/exports\?what=UNRESOLVED/);
  await expect(page.getByRole("radio", { name: /^Unresolved/ })).toBeChecked();
  await expect(page.getByLabel("Priority", { exact: true })).toHaveValue("3");
  await expect(page.getByLabel("As of", { exact: true })).toHaveValue("27 January 2026, 12:00");
  await expect(page.getByText(/^Filters from the page.*: class: Blocked$/)).toBeVisible();

  // "me" is somebody else to another reader of the package.
  await page.goto("/unresolved?q=-owner:me");
  await page.getByRole("link", { name: "Make a package" }).click();
  await expect(page).toHaveURL(/manager(%2540|@)register/);
  await expect(page.getByRole("status").filter({ hasText: "The log up to entry" })).toBeVisible();

  // A draft left behind for one view says nothing of the next.
  await page.getByLabel("Purpose").fill("The next meeting");
  await page.goto("/coverage?asOf=2026-01-27T10:00:00Z");
  await page.getByRole("link", { name: "Make a package" }).click();
  await expect(page.getByRole("radio", { name: /^Coverage/ })).toBeChecked();
  await expect(page.getByLabel("As of", { exact: true })).toHaveValue("27 January 2026, 12:00");
  await expect(page.getByLabel("Purpose")).toHaveValue("");
});

test("an officer, who can't make packages, is shown what to download instead", async ({ page }) => {
  await signIn(page, "officer", "/exports");
  await expect(page.getByText("You can export the current view of every list as CSV")).toBeVisible();
});
