// An empty cell says until when someone has searched, and stays empty.
import type { Page } from "@playwright/test";
import { DESKTOP, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

test("an officer records a search that found nothing; everyone sees its date, and the gap keeps its age", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const { since, priority } = await missing(page);
  const cell = `IE-${String(priority)}`;
  await page.goto(`/coverage?cell=${cell}`);
  await page.getByRole("link", { name: "Record a search that found nothing" }).click();
  await expect(page).toHaveURL(`/participants/IE/searched/${String(priority)}`);
  await page.getByLabel("Where did you look?").fill("The chancellery’s site and parliament’s records");
  await page.locator("#until").fill("2026-02-12");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(`/participants/IE#priority-${String(priority)}`);
  await expect(page.getByRole("region", { name: new RegExp(`^${String(priority)} `) })).toContainText(
    /searched until 12 February 2026 and found nothing: The chancellery’s site and parliament’s records/,
  );
  await expectAccessible(page);

  const auditor = await meet("auditor", `/coverage?cell=${cell}`);
  await expect(auditor.locator(`#${cell}`).getByRole("link")).toHaveAccessibleName(
    /no pledge, searched until 12 February 2026/,
  );
  await expect(
    auditor.getByRole("complementary").getByText("searched until 12 February 2026: The chancellery’s site"),
  ).toBeVisible();
  await expectAccessible(auditor);
  await auditor.goto("/unresolved?code=NO_PLEDGE&participant=IE&open=NO_PLEDGE");
  await expect(auditor.locator("main")).toContainText("searched until 12 February 2026");
  expect((await missing(auditor)).since).toBe(since);
  await auditor.goto("/briefing/IE");
  await expect(auditor.locator("main")).toContainText("searched until 12 February 2026");
  await expectAccessible(auditor);
});

/** The first priority on which Ireland has no position. */
async function missing(page: Page): Promise<{ since: string; priority: number }> {
  const answer = await page.request.get("/api/v1/unresolved?code=NO_PLEDGE&participant=IE");
  const { items } = (await answer.json()) as { items: { since: string; priority: number }[] };
  const [first] = items.toSorted((a, b) => a.priority - b.priority);
  if (!first) throw new Error("Ireland has a position on everything");
  return first;
}
