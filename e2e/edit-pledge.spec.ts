import { expect, logPledge, signIn, test } from "./fixtures";

test("an edit of nothing says so and changes nothing", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem")).toHaveCount(1);
});
