import { expect, openFold, expectAccessible, signIn, test } from "../fixtures";

test.use({ viewport: { width: 1366, height: 768 } });

test("a manager starts with what matters: five lines, the first one wholly in view, each with one action", async ({
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

test("the next step is one link away for a manager, and an auditor is not offered it", async ({
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

test("below are how far each priority is covered, what changed, what waits and what comes next", async ({
  page,
}) => {
  await signIn(page, "manager");
  const covered = page.getByRole("region", { name: "Coverage by priority" });
  await expect(covered.getByRole("row")).toHaveCount(7);
  const counts = await covered
    .getByRole("row", { name: /^All five/ })
    .getByRole("cell")
    .allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(5 * 33);
  // Other stories may change a few pledges many times, so the number of rows varies.
  await expect(
    page.getByRole("region", { name: "Latest changes" }).getByRole("listitem").first(),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Next dates" }).getByRole("listitem")).toHaveCount(5);
  await expectAccessible(page);
  await page
    .getByRole("region", { name: "Decisions waiting" })
    .getByRole("link", { name: "All decisions" })
    .click();
  await expect(page).toHaveURL("/review");
});

test("the past has its own lines", async ({ page }) => {
  await signIn(page, "manager", "/?asOf=2025-01-01T00:00:00Z");
  await expect(page.getByText("Nothing needs your attention now")).toBeVisible();
  await expect(page.getByText("No pledge has changed yet.")).toBeVisible();
  // Nothing records who was waiting for a decision at that moment.
  await expect(page.getByRole("region", { name: "Decisions waiting" })).toHaveCount(0);
});
