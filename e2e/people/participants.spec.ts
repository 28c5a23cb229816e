import { expect, figure, referencesOn, signIn, test } from "../fixtures";

test("participants are grouped by role, and each count is the number of its rows", async ({ page }) => {
  await signIn(page, "auditor", "/participants");
  await expect(page.getByRole("rowheader", { name: /^Co-lead 2/ })).toBeVisible();
  const france = page.getByRole("row", { name: /France/ });
  const [pledges = 0, unresolved = 0] = (await france.locator("td.number").allInnerTexts()).map(figure);

  await france.locator("td.number a").first().click();
  await expect(page).toHaveURL("/pledges?participant=FR");
  await expect(referencesOn(page)).toHaveCount(pledges);

  await page.goto("/unresolved?participant=FR");
  const counted = await page.locator("tbody td.number a").allInnerTexts();
  expect(counted.map(figure).reduce((all, one) => all + one, 0)).toBe(unresolved);
});

test("a column heading sorts within each role, and the address keeps the order", async ({ page }) => {
  await signIn(page, "manager", "/participants");
  await page.getByRole("columnheader", { name: "Unresolved" }).getByRole("link").click();
  await expect(page).toHaveURL("/participants?sort=-unresolved");
  await expect(page.getByRole("columnheader", { name: "Unresolved" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const members = page.locator("tbody").nth(1).locator("tr:not(.group-head) td.number:nth-of-type(4)");
  const counts = (await members.allInnerTexts()).map(figure);
  expect(counts.length).toBeGreaterThan(20);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test("a participant's page distinguishes no pledge, a refusal and a pledge", async ({ page }) => {
  await signIn(page, "manager", "/participants/FR");
  await expect(page).toHaveTitle(/^France/);
  const monitoring = page.getByRole("region", { name: "Ceasefire monitoring" });
  await expect(monitoring).toContainText("No pledge, not even a declined one");
  await expect(monitoring.locator(".hatch")).toBeVisible();
  const force = page.getByRole("region", { name: "Deterrent force" });
  await expect(force.getByRole("link", { name: "FR-3-001" })).toHaveAttribute("href", "/pledges/FR-3-001");
  await page.goto("/participants/IT");
  await expect(page.getByRole("region", { name: "Deterrent force" })).toContainText("Declined");
});

test("logging is offered to the participant's desk, with participant and priority filled in", async ({
  page,
}) => {
  await signIn(page, "officer-south", "/participants/CZ");
  await page.getByRole("link", { name: /Log a pledge here on Ceasefire monitoring/ }).click();
  await expect(page).toHaveURL("/pledges/new?participant=CZ&priority=1");
  await page.goto("/participants/FR");
  await expect(page.getByRole("link", { name: /Log a pledge here/ })).toHaveCount(0);
});

test("an administrator sees who takes part, and nothing of what they pledged", async ({ page }) => {
  await signIn(page, "admin", "/participants");
  await page.getByRole("link", { name: "France" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("France");
  await expect(page.getByText("In your role you see who takes part")).toBeVisible();
  await expect(page.locator("main")).not.toContainText("FR-3-001");
});

test("an unknown code is not found", async ({ page }) => {
  await signIn(page, "manager");
  expect((await page.request.get("/participants/ZZ")).status()).toBe(404);
  for (const path of ["/participants/%00", "/pledges/%00", "/sources/%00"])
    expect((await page.request.get(path)).status()).toBe(404);
});
