import { expect, expectAccessible, signIn, test } from "../fixtures";

test.use({ viewport: { width: 1366, height: 768 } });

test("an administrator begins with how the register runs, and finds what accounts need", async ({ page }) => {
  await signIn(page, "admin", "/");
  await expect(page.getByRole("heading", { level: 1, name: "How the register runs" })).toBeVisible();
  await expect(page.getByText(/Everything that the register needs works|needs? you/)).toBeInViewport();
  const facts = page.getByRole("region", { name: "Accounts" });
  await expect(facts.getByText("Decide on accounts")).toBeVisible();

  const needs = page.getByRole("region", { name: "To do" });
  const without = needs.getByRole("listitem").filter({ hasText: "no second factor" });
  await expect(without).toContainText("Ask them to set one up in their profile.");
  await expect(page.getByRole("region", { name: "State of this instance" })).toContainText("Database");
  await expectAccessible(page);

  await without.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/admin\/people\/[0-9a-f-]{36}$/);
});

test("who keeps no accounts begins elsewhere", async ({ page }) => {
  await signIn(page, "officer", "/");
  await expect(page).toHaveURL("/mine");
});
