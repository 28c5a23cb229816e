import { errorsOn, expect, signIn, test } from "../fixtures";

test.use({ expectedErrors: [/status of 422/] });

test("an administrator changes the register's marking; an auditor only reads the settings", async ({
  page,
  meet,
}) => {
  await signIn(page, "admin", "/admin/settings");
  const marking = page.getByRole("textbox", { name: "Marking" });
  const before = await marking.inputValue();
  await marking.fill("Exercise, not a record");
  await page.getByLabel("Days until a pledge is stale").fill("none");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(errorsOn(page)).toContainText("Enter a number of days, such as 30");
  await page.getByLabel("Days until a pledge is stale").fill("30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Marking" })).toContainText("Exercise, not a record");

  const auditor = await meet("auditor", "/admin/settings");
  await expect(auditor.getByText(/set by Administrator on/).first()).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Save" })).toHaveCount(0);

  await marking.fill(before);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("complementary", { name: "Marking" })).toContainText(before);
});

test.describe("with a name left out", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("an administrator edits a participant's name, and an officer can't", async ({ page, meet }) => {
    await signIn(page, "admin", "/participants/CZ");
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Name in English").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(errorsOn(page)).toContainText("Enter the name in English");
    await page.getByLabel("Name in English").fill("Czechia (CZ)");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Czechia (CZ)");

    const officer = await meet("officer-south", "/participants/CZ/edit");
    await expect(officer.getByLabel("Name in English")).toHaveCount(0);
    await page.goto("/participants/CZ/edit");
    await page.getByLabel("Name in English").fill("Czechia");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Czechia");
  });
});
