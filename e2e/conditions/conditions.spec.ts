// The first two stories: the keystone, and the deadlock.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, openFold, referencesOn, signIn, test } from "../fixtures";

const NEEDING = ["BE-2-001", "BE-3-001", "DE-3-001", "SE-3-001", "SE-3-002", "UA-4-001"];

test("the American guarantee is the item that holds back most, and its page shows what it would free", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Dependencies" }).click();
  await expect(finding(page)).toContainText("37 open pledges wait for something");
  await expect(finding(page)).toContainText("US-4-001 at Committed holds back the most");

  const card = page.getByRole("region", { name: "Keystones" }).getByRole("row", { name: /^US-4-001/ });
  await openFold(card, "More");
  await expect(card).toContainText("8 open pledges of 6 participants wait for it");
  await expect(card).toContainText("6 cannot start without it. Alone, it lets none start");
  await expect(card).toContainText("with all dormant triggers and approvals assumed as well, 3.");
  await card.getByRole("link", { name: "US-4-001 at Committed" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("US-4-001 at Committed");
  await expect(referencesOn(page)).toHaveCount(8);
  await waiters(page).getByRole("link", { name: "Cannot start without it 6" }).click();
  await expect(referencesOn(page)).toHaveText(NEEDING);
  await waiters(page).getByRole("link", { name: "Start with it alone 0" }).click();
  await expect(waiters(page)).toContainText("Alone, it lets no pledge start.");
  await waiters(page).getByRole("link", { name: "Start with approvals assumed 3" }).click();
  await expect(referencesOn(page)).toHaveText(["DE-3-001", "GB-3-001", "UA-4-001"]);
  await waiters(page).getByRole("link", { name: "As a list of pledges" }).click();
  await expect(page.getByText("8 pledges in this view. Only open pledges that wait for")).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL("/pledges");
});

test("the ceasefire is necessary for 21 of 37 pledges, frees 7 alone, and can be left out as dormant", async ({
  page,
}) => {
  await signIn(page, "auditor", "/conditions");
  const row = page
    .getByRole("region", { name: "Keystones" })
    .getByRole("row", { name: /Ceasefire in force/ });
  await expect(row).toContainText("Trigger, dormant");
  await expect(row.getByRole("cell")).toHaveText(["22", "21", "7", /\d+/]);
  await page.getByLabel("Dormant or not").selectOption("without");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/dormant=without/);
  await expect(page.getByRole("region", { name: "Keystones" }).locator("tbody tr").first()).toContainText(
    "US-4-001 at Committed",
  );
  await page.getByRole("link", { name: "Start with it alone", exact: true }).click();
  await expect(page).toHaveURL(/dormant=without&sort=frees/);

  await page.goto("/conditions/CEASEFIRE_IN_FORCE?show=frees");
  await expect(referencesOn(page)).toHaveCount(7);
  await expect(waiters(page).getByText("can then start")).toHaveCount(7);
  await expect(page.getByRole("region", { name: "History" })).toContainText("Manager changed a trigger");
  await expect(page.getByRole("link", { name: "Change", exact: true })).toHaveCount(0);
});

test("the guarantee and the settlement wait for each other, with the denial; the other cycle can be opened", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges/US-4-001");
  const unresolved = page.getByRole("region", { name: "Unresolved" });
  await openFold(unresolved, "Resolve");
  await unresolved.getByRole("link", { name: "See the cycle" }).click();
  await expect(page).toHaveURL("/conditions#deadlocks");
  const [shut, open] = [cycles(page).first(), cycles(page).nth(1)];
  // The link led to the first one, so it is open.
  await expect(shut.getByRole("table")).toBeVisible();
  await expect(open.getByRole("table")).toBeHidden();
  await openFold(open, "France, United Kingdom and United States");
  await expect(shut).toContainText("Ukraine and United States");
  await expect(shut).toContainText("Deadlock");
  await expect(shut).toContainText("since 27 January 2026, 29 days");
  await expect(shut.getByRole("row", { name: /^UA-4-001/ })).toContainText("US-4-001");
  await expect(shut.getByRole("row", { name: /^US-4-001/ })).toContainText("UA-4-001");
  await expect(shut.getByRole("listitem").filter({ hasText: "contradicts" })).toContainText(
    "report denied by the White House",
  );
  await expect(open).toContainText("France, United Kingdom and United States");
  await expect(open).toContainText("Not a deadlock");
  await expect(open).toContainText("It can be opened from outside: US-4-001 at Committed.");
});

test("the page begins with what holds up most, is short, and folds its long parts", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, "manager", "/conditions");
  const first = page.getByRole("list", { name: "What matters" }).getByRole("listitem");
  await expect(first).toContainText("Ukraine and United States wait for each other");
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2_500);
  await expect(page.getByRole("table", { name: "Triggers" })).toBeHidden();
  await openFold(page, "Triggers");
  await expect(page.getByRole("table", { name: "Triggers" })).toBeVisible();

  const keystones = page.getByRole("region", { name: "Keystones" });
  await expect(keystones.locator("tbody tr")).toHaveCount(5);
  await keystones.getByRole("link", { name: "Show all 31 keystones" }).click();
  await expect(keystones.locator("tbody tr")).toHaveCount(31);

  await first.getByRole("link", { name: "See who waits" }).click();
  await expect(cycles(page).first().getByRole("table")).toBeVisible();
  await expectAccessible(page);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("folded parts still open", async ({ page }) => {
    await signIn(page, "auditor", "/conditions");
    await openFold(page, "The same as a table");
    await expect(page.getByRole("table", { name: "The same as a table" })).toBeVisible();
    await openFold(page, "Ukraine and United States");
    await expect(cycles(page).first().getByRole("table")).toBeVisible();
  });
});

test("an unknown code is not found, and an administrator may not read the page", async ({ page }) => {
  await signIn(page, "manager");
  for (const path of ["NOTHING", "nothing", "US-4-999", "US-4-001?stage=HALFWAY"])
    expect((await page.request.get(`/conditions/${path}`)).status()).toBe(404);
  await page.goto("/conditions?kind=weather");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This page cannot show what the address asks for",
  );
  await page.context().clearCookies();
  await signIn(page, "admin", "/conditions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not allow this");
});

for (const who of ["officer", "auditor"] as const)
  test(`an ${who} is offered no change of a trigger, and can't change one`, async ({ page }) => {
    await signIn(page, who, "/conditions");
    await expect(page.getByRole("link", { name: "Record a trigger" })).toHaveCount(0);
    await page.goto("/conditions/CEASEFIRE_IN_FORCE");
    await expect(page.getByText("Only managers can change triggers.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Change", exact: true })).toHaveCount(0);
    for (const path of ["/conditions/new", "/conditions/CEASEFIRE_IN_FORCE/edit"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not allow this");
      await expect(page.getByText("Only managers can change triggers.")).toBeVisible();
    }
  });

const finding = (page: Page) => page.getByRole("paragraph").filter({ hasText: "wait for something" });
const waiters = (page: Page) => page.getByRole("region", { name: "Who waits for it" });
const cycles = (page: Page) => page.getByRole("region", { name: "Deadlocks" }).getByRole("article");
