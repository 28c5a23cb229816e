import { errorsOn, expect, findingOf, signIn, test } from "../fixtures";

test.describe("a manager", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("gives a past moment a unique name; others compare with it but name none", async ({ page, meet }) => {
    await signIn(page, "manager", "/changes");
    await page.getByText("Name a moment").click();
    await page.getByRole("button", { name: "Name this moment" }).click();
    await expect(errorsOn(page)).toContainText("Enter a name");
    await page.locator("#name").fill("Before Munich");
    await page.locator("#asOf").fill("2026-02-13T09:00");
    await page.getByRole("button", { name: "Name this moment" }).click();
    await expect(page.getByText("“Before Munich” is now a baseline.")).toBeVisible();
    await expect(page.getByRole("paragraph").filter({ hasText: "Since Before Munich:" })).toBeVisible();
    await expect(page.getByText("13 Feb 2026, 09:00 to")).toBeVisible();

    await page.getByText("Name a moment").click();
    await page.locator("#name").fill("before munich");
    await page.getByRole("button", { name: "Name this moment" }).click();
    await expect(errorsOn(page)).toContainText("A baseline already has this name");

    const auditor = await meet("auditor", "/changes?since=Before+Munich&until=2026-02-20");
    await expect(findingOf(auditor)).toContainText("From Before Munich to 20 February 2026, 23:59");
    await expect(auditor.getByText("Name a moment")).toHaveCount(0);
    const admin = await meet("admin", "/changes");
    await expect(admin.getByText("Your role cannot open the record.")).toBeVisible();
  });
});
