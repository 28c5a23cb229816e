// Story 6: Britain's number, given in confidence. An invented one is entered, counted for those who may know it, and read
// by nobody else on any page; then it is taken off again.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, signIn, test } from "../fixtures";

// Long enough that nothing else on a page, an id or a nonce, holds it by chance.
const NUMBER = "7421963";
const ANY_FORM = /7[,\s\u00a0\u202f]?421[,\s\u00a0\u202f]?963/;
const REFERENCE = "GB-3-001";
const PAGE = `/pledges/${REFERENCE}`;

test("only the desk and cleared people see a sealed number, and no total includes it for others", async ({
  page,
  meet,
}) => {
  // It reads every page as each of several people.
  test.slow();
  await signIn(page, "officer-north", `${PAGE}/edit`);
  await expect(page.getByText("kept apart from the record")).toBeVisible();
  await page.getByLabel("Sealed number, from").fill(NUMBER);
  await page.getByLabel("Sealed number, to").fill(NUMBER);
  await page.getByLabel("In the words of the source").first().fill("Invented for demonstration");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL((url) => url.pathname === PAGE);
  await expect(line(page)).toContainText("7,421,963 people (sealed)");
  await expectAccessible(page);

  const cleared = await meet("manager-2", PAGE);
  await expect(line(cleared)).toContainText("7,421,963 people (sealed)");
  await cleared.goto("/requirements/DEMO-1");
  await expect(cleared.getByRole("main")).toContainText(ANY_FORM);

  const manager = await meet("manager", PAGE);
  await expect(line(manager)).toContainText("sealed number of people");
  await expectAccessible(manager);
  await manager.goto(`${PAGE}/edit`);
  await expect(manager.getByText("A sealed number is on record.")).toBeVisible();
  await expect(manager.getByLabel("Sealed number, from")).toHaveCount(0);
  await manager.goto("/requirements/DEMO-1");
  await expect(manager.getByRole("main")).toContainText("sealed");

  const auditor = await meet("auditor", PAGE);
  for (const reader of [manager, auditor])
    for (const path of READ) expect(await htmlOf(reader, path), path).not.toMatch(ANY_FORM);

  await page.goto(`${PAGE}/edit`);
  await page.getByLabel("Sealed number, from").fill("");
  await page.getByLabel("Sealed number, to").fill("");
  await page.getByLabel("In the words of the source").first().fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL((url) => url.pathname === PAGE);
  await expect(line(page)).toContainText("no number on record");
  expect(await htmlOf(manager, PAGE)).not.toMatch(ANY_FORM);
});

/** Where the pledge, its history or a figure that counts it can be read. */
const READ = [
  PAGE,
  `${PAGE}/edit`,
  "/pledges?participant=GB",
  "/participants/GB",
  "/coverage",
  "/unresolved?participant=GB",
  "/requirements",
  "/requirements/DEMO-1",
  "/changes",
  "/review",
  `/api/v1/pledges/${REFERENCE}/history`,
  "/api/v1/pledges.csv?participant=GB",
];

const line = (page: Page) => page.getByRole("region", { name: "Contributions" });

/** The page as it is sent, including the data for its client components. */
async function htmlOf(page: Page, path: string): Promise<string> {
  return (await page.request.get(path)).text();
}
