// An empty cell says how far somebody has looked, and stays empty.
import { DESKTOP, expect, expectAccessible, PHONE, signIn, test } from "./fixtures";

test("an officer looked and found nothing; everybody sees until when, and the gap keeps its age", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/unresolved?code=NO_PLEDGE&participant=AT&open=NO_PLEDGE");
  const item = page.getByRole("row", { name: /AT.*Defence cooperation/s }).first();
  const age = await item.innerText();
  await page.goto("/coverage?cell=AT-5");
  await page.getByRole("link", { name: "Record a search that found nothing" }).click();
  await expect(page).toHaveURL("/participants/AT/searched/5");
  await page.getByLabel("Where did you look?").fill("The chancellery’s site and parliament’s records");
  await page.locator("#until").fill("2026-02-12");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/participants/AT#priority-5");
  await expect(page.getByRole("region", { name: /Defence cooperation/ })).toContainText(
    /Searched until 12 February 2026 by .*nothing found: The chancellery’s site and parliament’s records/,
  );
  await expectAccessible(page);

  const auditor = await meet("auditor", "/coverage?cell=AT-5");
  await expect(auditor.locator("#AT-5").getByRole("link")).toHaveAccessibleName(
    /no pledge, searched until 12 February 2026/,
  );
  await expect(auditor.getByRole("complementary", { name: "Defence cooperation" })).toContainText(
    "searched until 12 February 2026: The chancellery’s site",
  );
  await expectAccessible(auditor);
  await auditor.goto("/unresolved?code=NO_PLEDGE&participant=AT&open=NO_PLEDGE");
  const after = auditor.getByRole("row", { name: /AT.*Defence cooperation/s }).first();
  await expect(after).toContainText("searched until 12 February 2026");
  expect(daysIn(await after.innerText())).toBe(daysIn(age));
  await auditor.goto("/briefing/AT");
  await expect(auditor.locator("main")).toContainText("Searched until 12 February 2026");
  await expectAccessible(auditor);
});

const daysIn = (text: string): string | undefined => /(\d+) ?d/.exec(text)?.[1];
