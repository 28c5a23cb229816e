// "What would it take, and who has to decide?"
import { expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

test("a manager finds what would let a pledge start, supposes one way, and can print what follows", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges/UA-4-001");
  const start = page.getByRole("region", { name: "What would let it start" });
  await expect(start.getByText("It takes")).toHaveCount(0);
  await start.getByRole("link", { name: "Find the fewest decisions" }).click();
  await expect(start).toContainText("It takes 2 decisions. No single decision would be enough.");
  await expect(start.getByRole("link", { name: /^US-4-001 has reached/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await start.getByRole("link", { name: "Suppose this, way 1, in a scenario" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New scenario" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^US-4-001 has reached/ }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Result" })).toContainText("UA-4-001");
  const print = page.getByRole("button", { name: "Print for the call" });
  await expect(print).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(print).toBeHidden();
});

test("a requirement's page says what would make it firm, and whom to ask", async ({ page }) => {
  await signIn(page, "manager", "/requirements/DEMO-1");
  const firm = page.getByRole("region", { name: "What would make it firm" });
  await firm.getByRole("link", { name: "Find the fewest decisions" }).click();
  await expect(firm).toContainText(/decision/);
  await expect(firm.getByRole("heading", { name: "Who to ask" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/scenarios/new");
  await page.getByRole("link", { name: "open a requirement" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Requirements" })).toBeVisible();
});

test("the ceasefire can be counted as a decision, and an auditor is offered no scenario", async ({
  page,
}) => {
  await signIn(page, "auditor", "/pledges/GB-3-001?decisions=assumed");
  const start = page.getByRole("region", { name: "What would let it start" });
  await expect(start).toContainText("Assumed: Ceasefire in force: met");
  await expect(start.getByRole("link", { name: /^Suppose this/ })).toHaveCount(0);
  await start.getByRole("link", { name: "Count ceasefire and peace as decisions" }).click();
  await expect(page).toHaveURL(/decisions=asTheyAre/);
  await expect(start.getByRole("link", { name: "Ceasefire in force: met" }).first()).toBeVisible();
  await expect(start.getByRole("link", { name: "Assume ceasefire and peace" })).toBeVisible();
  await expectAccessible(page);
});
