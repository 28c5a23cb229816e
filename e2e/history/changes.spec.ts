import type { Page } from "@playwright/test";
import { expect, expectAccessible, findingOf, signIn, test } from "../fixtures";

const PARIS = "Paris, 6 January 2026";
const NOON_AND_EVENING = "from=2026-01-06T12:00:00Z&to=2026-01-07T18:00:00Z";

test("a manager compares American support at noon on 6 January with the evening of the 7th", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges/US-3-001");
  await page.getByRole("link", { name: "Compare two moments" }).click();
  await expect(page.getByRole("heading", { name: "Choose two moments" })).toBeVisible();
  // In the register's time zone, two hours ahead of UTC.
  await page.getByRole("textbox", { name: "First moment (Kyiv time)" }).fill("2026-01-06T14:00");
  await page.getByRole("textbox", { name: "Second moment (Kyiv time)" }).fill("7.1.2026 20:00");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/compare\?from=2026-01-06T12%3A00%3A00.000Z&to=2026-01-07T18%3A00%3A00.000Z$/);

  await expect(sides(page)).toHaveText([
    /6 January 2026, 14:00.*Pledged.*Commitment to support the multinational force \(draft\)/s,
    /7 January 2026, 20:00.*Signalled.*Proposed support to the multinational force/s,
  ]);
  await expect(page.getByText("6 fields differ.")).toBeVisible();
  const stage = page.getByRole("row", { name: /^Stage differs/ });
  await expect(stage.locator("del")).toHaveText("Pledged");
  await expect(stage.locator("ins")).toHaveText("Signalled");
  const evidence = page.getByRole("row", { name: /^Evidence differs/ });
  await expect(evidence.getByRole("cell").first().getByRole("listitem")).toHaveText([
    /Media report, B 2, supports/,
    /Media report, B 2, supports/,
  ]);
  await expect(evidence.locator("ins").first()).toContainText("Joint declaration, A 1, supports");
  await expect(page.getByRole("row", { name: /^Stated on/ }).locator("del, ins")).toHaveCount(0);

  await page.getByRole("link", { name: "Only differences" }).click();
  await expect(page).toHaveURL(/show=differences/);
  await expect(page.getByRole("row", { name: /^Stated on/ })).toHaveCount(0);
  await expectAccessible(page);

  // Just before the manager's decision, and just after it.
  await page.getByRole("listitem").filter({ hasText: "Manager set the stage" }).getByRole("link").click();
  await expect(page.getByText("One field differs.").or(page.getByText("1 field differs."))).toBeVisible();
  await page.goto(`/pledges/LT-3-001/compare?from=2025-02-26T12:00:00Z&to=2026-01-07T18:00:00Z`);
  await expect(page.getByText("Not on record yet at this moment.")).toBeVisible();
});

test("the page says what changed since Paris, and its figures lead to their rows", async ({ page }) => {
  await signIn(page, "manager", "/unresolved");
  await page.getByRole("link", { name: "Changes", exact: true }).click();
  await expect(page).toHaveURL("/changes");
  const counts = await countsOf(page, PARIS);
  await expect(findingOf(page)).toContainText(
    `Since ${PARIS}: ${counts.new} new, ${counts.resolved} resolved, ${counts.open} still open.`,
  );
  expect(counts.new).toBeGreaterThan(0);
  expect(counts.resolved).toBeGreaterThan(0);
  const unresolved = await page.request.get("/api/v1/unresolved?limit=1");
  expect(((await unresolved.json()) as { counted: number }).counted).toBe(
    (counts.new ?? 0) + (counts.open ?? 0),
  );
  await expectAccessible(page);

  await findingOf(page)
    .getByRole("link", { name: `${counts.resolved} resolved` })
    .click();
  await expect(page).toHaveURL(/show=resolved/);
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(Math.min(counts.resolved ?? 0, 25));
  // Each row says what resolved it and when, such as the manager's step of 7 January.
  await expect(rows.first()).toContainText(/(2025|2026), \d\d:\d\d/);
  await page.getByRole("link", { name: "Back to all changes" }).click();
  await page.getByText("Group by participant").click();
  await page.getByRole("link", { name: "Priority", exact: true }).click();
  await expect(page.getByRole("row", { name: /^3 Deterrent force/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/unresolved?since=${encodeURIComponent(PARIS)}`);
  await expect(page.getByText(`Compared with ${PARIS}: ${counts.new} new`)).toBeVisible();
});

test("before a baseline is named, anyone chooses the moment to compare with", async ({ page }) => {
  await signIn(page, "officer", "/changes?asOf=2026-01-06T12:00Z");
  await expect(page.getByRole("heading", { name: "No baselines yet" })).toBeVisible();
  const since = page.getByRole("textbox", { name: "Since (Kyiv time)" });
  await page.goto("/changes?asOf=2026-01-06T12:00Z&sinceOn=31+February+2025");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Enter a date");
  await expect(since).toHaveValue("31 February 2025");
  await expectAccessible(page);
  await since.fill("2025-12-01 10:00");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/since=2025-12-01T08%3A00%3A00.000Z/);
  await expect(page).toHaveURL(/asOf=2026-01-06T12/);
  await expect(page.locator("main")).toContainText("Since 1 December 2025, 10:00");
});

test("an unknown or future moment is refused with the reason", async ({ page }) => {
  await signIn(page, "officer", "/changes?since=Nowhere");
  await expect(page.locator("main")).toContainText("No baseline has this name");
  await page.goto("/changes?since=2199-01-01");
  await expect(page.locator("main")).toContainText("This moment is in the future");
  await page.goto(`/pledges/US-3-001/compare?${NOON_AND_EVENING.replace("2026-01-07", "2025-01-07")}`);
  await expect(page.locator("main")).toContainText("The end must not come before the start");
});

const sides = (page: Page) => page.locator(".sides > div");

async function countsOf(page: Page, since: string): Promise<Record<string, number>> {
  const answer = await page.request.get(`/api/v1/changes?since=${encodeURIComponent(since)}`);
  return ((await answer.json()) as { counts: Record<string, number> }).counts;
}
