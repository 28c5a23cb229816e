import { expect, figure, openFold, signIn, test } from "../fixtures";

test("the list pages through all sources without repeating one", async ({ page }) => {
  await signIn(page, "auditor", "/sources");
  const total = figure(await page.getByText(/^\d[\d,]* sources/).innerText());
  const hrefs = () =>
    page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const seen = await hrefs();
  while (await page.getByRole("link", { name: "Next page" }).isVisible()) {
    const next = await page.getByRole("link", { name: "Next page" }).getAttribute("href");
    await page.goto(String(next));
    seen.push(...(await hrefs()));
  }
  expect(seen.length).toBe(total);
  expect(new Set(seen).size).toBe(total);
});

test("words and ownership live in the address", async ({ page }) => {
  await signIn(page, "manager", "/sources");
  await page.getByRole("combobox", { name: "Words or ownership" }).fill("President");
  await openFold(page, "More filters");
  await page.getByLabel("Ownership", { exact: true }).selectOption("OFFICIAL");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL("/sources?q=President&ownership=OFFICIAL");
  for (const row of await page.locator("tbody tr").allInnerTexts()) expect(row).toContain("Official");
  await page.goto("/sources?q=zzzzz");
  await expect(page.getByRole("heading", { name: "No source matches this view" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL("/sources");
});

test("a source shows each pledge that rests on it, with the passage in its own language", async ({
  page,
}) => {
  await signIn(page, "manager", "/sources?ownership=OFFICIAL");
  const row = page.locator("tbody tr").first();
  const pledges = figure(await row.locator("td.number").innerText());
  await row.locator("th a").click();
  const evidence = page.getByRole("region", { name: "Evidence from this source" });
  await expect(evidence.locator("h3")).toHaveCount(pledges);
  for (const quote of await evidence.locator("blockquote").all())
    await expect(quote).toHaveAttribute("lang", /^[a-z]{2,3}/);
  const out = page.getByRole("link", { name: /^Read it at/ });
  await expect(out).toHaveAttribute("href", /^https?:/);
  await expect(out).toHaveAttribute("rel", "noopener noreferrer");
  const reference = await evidence.locator("h3 a").first().innerText();
  await evidence.locator("h3 a").first().click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
});

test("an unknown source is not found, and an administrator may read none", async ({ page }) => {
  await signIn(page, "manager");
  for (const id of ["nothing", "00000000-0000-4000-8000-000000000000"])
    expect((await page.request.get(`/sources/${id}`)).status()).toBe(404);
  await page.context().clearCookies();
  await signIn(page, "admin", "/sources");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not allow this");
});
