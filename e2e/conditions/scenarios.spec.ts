// "What is missing for the force if two parliaments say no?"
import { expect, expectAccessible, signIn, test } from "../fixtures";

test("a manager asks what is missing for the force if two parliaments say no, and keeps the answer", async ({
  page,
}) => {
  await signIn(page, "manager", "/requirements");
  await page.getByRole("link", { name: "New scenario" }).click();
  for (const body of ["House of Commons", "Bundestag"]) {
    const form = page.getByRole("form", { name: "Approval" });
    const option = form.getByRole("option", { name: body });
    await form.getByLabel("Which approval").selectOption((await option.first().getAttribute("value")) ?? "");
    await form.getByLabel("Decision").selectOption({ label: "is refused" });
    await form.getByRole("button", { name: "Suppose this" }).click();
    await expect(page.getByRole("link", { name: new RegExp(`^${body}.*refused$`) })).toBeVisible();
  }
  await page.getByRole("link", { name: "Deterrent force" }).click();
  const land = page.getByRole("row", { name: /DEMO-1/ });
  await expect(land).toContainText("15,000");
  await expect(land).toContainText("GB-3-001");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Two parliaments say no");
  await page.getByRole("button", { name: "Save scenario" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two parliaments say no" })).toBeVisible();
  await expect(page.getByText("Assumption – not on record.")).toBeVisible();
  await expect(page.getByText("the same result")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/scenarios");
  await expect(page.getByRole("link", { name: "Two parliaments say no" })).toBeVisible();
  await expectAccessible(page);
});

test("an auditor can read scenarios but not create them", async ({ page }) => {
  await signIn(page, "auditor", "/scenarios");
  await expect(page.getByRole("heading", { level: 1, name: "Scenarios" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New scenario" })).toHaveCount(0);
  await page.goto("/scenarios/new");
  await expect(page.getByText("Only managers can make scenarios.")).toBeVisible();
});
