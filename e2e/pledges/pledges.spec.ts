import { expect, figure, findingOf, openFold, referencesOn, signIn, test } from "../fixtures";

test("the list pages through all pledges without repeating one", async ({ page }) => {
  await signIn(page, "manager", "/pledges");
  const total = figure(await page.getByText(/^\d[\d,+]* pledges/).innerText());
  const seen = await referencesOn(page).allInnerTexts();
  while (await page.getByRole("link", { name: "Next page" }).isVisible()) {
    const last = seen.at(-1);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(referencesOn(page).first()).not.toHaveText(String(last));
    await expect(page).toHaveURL(/cursor=/);
    seen.push(...(await referencesOn(page).allInnerTexts()));
  }
  expect(new Set(seen).size).toBe(total);
  expect(seen.length).toBe(total);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(referencesOn(page).first()).toHaveText(String(seen[0]));
});

test("filters, search and order live in the address", async ({ page }) => {
  await signIn(page, "auditor", "/pledges");
  await openFold(page, "More filters");
  await page.getByLabel("Participant").selectOption({ label: "United Kingdom" });
  await page.getByLabel("Priority").selectOption("3");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/participant=GB&priority=3/);
  await expect(referencesOn(page)).toHaveText([/^GB-3/, /^GB-3/, /^GB-3/]);

  await page.getByRole("link", { name: "Open", exact: true }).click();
  await expect(page).toHaveURL("/pledges?participant=GB&priority=3&sort=-unresolved");
  await expect(page.getByRole("columnheader", { name: "Open" })).toHaveAttribute("aria-sort", "descending");
  // Neither the order nor the cell counts dormant items.
  await page.goto("/pledges?sort=-unresolved");
  const counts = (await page.locator("tbody td.number").allInnerTexts()).map(figure);
  expect(counts).toHaveLength(50);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));

  await page.goto("/pledges?q=brigade");
  expect(await page.locator("tbody tr").count()).toBeGreaterThan(3);
  for (const row of await page.locator("tbody tr").allInnerTexts())
    expect(row.toLowerCase()).toContain("brigade");
});

test("the search in the top bar leads to the list, and a slash leads to the search", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  await expect(async () => {
    await page.keyboard.press("Slash");
    await expect(page.locator("#search")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("Gripen");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pledges?q=Gripen");
  await expect(page.getByRole("row", { name: /SE-3-001/ })).toBeVisible();
});

test("unknown amounts stay in words, money is next to quantities, nothing is summed", async ({ page }) => {
  await signIn(page, "manager", "/pledges?participant=GB,BE&priority=3");
  await expect(page.getByRole("row", { name: /GB-3-003/ })).toContainText("GBP 200m");
  await expect(page.getByRole("row", { name: /GB-3-001/ })).toContainText("given in confidence");
  await expect(page.getByRole("row", { name: /BE-3-001/ })).toContainText("not stated");
  await expect(page.locator("tfoot")).toHaveCount(0);
});

test("the view can be downloaded as CSV", async ({ page }) => {
  await signIn(page, "manager", "/pledges?participant=FR");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export this view (CSV)" }).click(),
  ]);
  const text = await (await import("node:fs/promises")).readFile(await download.path(), "utf8");
  const references = [...text.matchAll(/FR-\d-\d{3}/g)].map(([reference]) => reference);
  expect(new Set(references).size).toBe(await page.locator("tbody tr").count());
});

test("an empty list says so and leads back", async ({ page }) => {
  await signIn(page, "manager", "/pledges?q=zzzzz");
  await expect(page.getByRole("heading", { name: "No pledge matches this view" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL("/pledges");
  await page.goto("/pledges?sort=nonsense");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/cannot show what the address asks for/);
});

test("an officer starts with what is due, and a late item leads to its next step", async ({ page }) => {
  await signIn(page, "officer-south");
  await expect(page).toHaveURL("/mine");
  const due = page.getByRole("region", { name: "Due this week" });
  const late = due.getByRole("row", { name: /CZ-2-001/ });
  await expect(late).toContainText(/days? late/);
  await expect(late.getByRole("link").last()).toHaveAttribute("href", /^\/pledges\/CZ-2-001\/edit#/);
  await findingOf(page).getByRole("link", { name: /late$/ }).click();
  await expect(page).toHaveURL("/mine#mine-due");
  await page.getByRole("link", { name: "All open items on the pledges you own" }).click();
  await expect(page).toHaveURL("/unresolved?owner=officer-south@register.example");
});
