import { expect, openFold, expectAccessible, signIn, test } from "../fixtures";

test.use({ viewport: { width: 1366, height: 768 } });

test("a manager begins with what matters: five lines, the first whole on the screen, each with one action", async ({
  page,
}) => {
  await signIn(page, "manager");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1, name: "What matters" })).toBeVisible();
  const lines = page.getByRole("region", { name: "What matters" }).getByRole("listitem");
  await expect(lines).toHaveCount(5);
  const first = lines.first();
  await expect(first).toBeInViewport({ ratio: 1 });
  await expect(first).toContainText("Ukraine and United States wait for each other");
  await expect(first).toContainText(/\d+ pledges of .+ cannot start/);
  await expect(first).toContainText("Sources contradict");
  await expectAccessible(page);

  await first.getByRole("link", { name: "See who waits" }).click();
  await expect(page).toHaveURL("/conditions#deadlocks");
});

test("the next step is one link away, and somebody who only reads is offered none", async ({
  page,
  meet,
}) => {
  await signIn(page, "manager");
  const lines = page.getByRole("region", { name: "What matters" }).getByRole("listitem");
  await lines
    .filter({ hasText: "Parliament of Romania" })
    .getByRole("link", { name: "Ask for a date" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ask");

  const auditor = await meet("auditor");
  await auditor.goto("/briefing");
  await openFold(auditor.getByRole("main"), "More for the call");
  const same = auditor.getByRole("region", { name: "What matters" }).getByRole("listitem");
  await expect(same).toHaveCount(5);
  await expect(same.getByRole("link", { name: "Ask for a date" })).toHaveCount(0);
});

test("the past has its own lines", async ({ page }) => {
  await signIn(page, "manager", "/?asOf=2025-01-01T00:00:00Z");
  await expect(page.getByText("Nothing needs you now")).toBeVisible();
});
