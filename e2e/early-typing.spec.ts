import { expect, signIn, test } from "./fixtures";

test("what is typed before the page's script arrives is not lost", async ({ page }) => {
  await signIn(page, "officer");
  let letIn = () => {};
  const scripts = new Promise<void>((resolve) => (letIn = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto("/pledges/new?participant=CY&priority=1", { waitUntil: "commit" });
  await page.locator("#title").fill("Observers for the line");
  await page.locator("#summary").fill("Typed early");
  await page.locator('[id="evidence.0.source.publisher"]').fill("A ministry");
  await page.locator('[id="evidence.0.source.title"]').fill("A statement");
  letIn();

  await expect(page.getByText("22 of 120 characters")).toBeVisible();
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Observers for the line");
  await expect(page.locator("#summary")).toHaveValue("Typed early");
  await expect(page.locator('[id="evidence.0.source.publisher"]')).toHaveValue("A ministry");
  await expect(page.locator('[id="evidence.0.source.title"]')).toHaveValue("A statement");
});
