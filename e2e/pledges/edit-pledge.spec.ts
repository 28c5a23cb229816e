import { expect, logPledge, signIn, test } from "../fixtures";

test("saving without a change says so and logs nothing", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem")).toHaveCount(1);
});

test("a change says where it is in the log, and the activity says the same", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 2 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.getByLabel("Title").fill("Renamed, with a receipt");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(`**/pledges/${reference}`);
  await expect(page.getByRole("status").filter({ hasText: /^Saved\.$/ })).toBeVisible();
  const receipt = page.getByText(/Recorded as entry \d+ of the log\./);
  await receipt.click();
  const entry = Number(/\d+/.exec(await receipt.innerText())?.[0]);
  const hash = /[0-9a-f]{64}/.exec(await page.locator("details", { has: receipt }).innerText())?.[0] ?? "";

  const activity = page.getByRole("region", { name: "Activity" });
  await activity.getByText(`Entry ${entry.toLocaleString("en")}`, { exact: true }).click();
  await expect(activity.getByText(hash)).toBeVisible();
});
