import { expect, expectAccessible, logPledge, signIn, test } from "./fixtures";

// Each story causes a stale save on purpose, which the browser writes into its console.
test.use({ expectedErrors: [/status of 409/] });

test("two people change different things of one pledge: both are kept without asking", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 1, title: "Sensors" });
  await page.goto(`/pledges/${reference}/edit`);
  const colleague = await meet("manager", `/pledges/${reference}/edit`);
  await colleague.locator("#authorisedBy").fill("Federal Chancellor");
  await colleague.getByRole("button", { name: "Save changes" }).click();
  await expect(colleague).toHaveURL(`/pledges/${reference}`);

  await page.locator("#nextAction").fill("Ask for the number of sensors");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(facts).toContainText("Federal Chancellor");
  await expect(facts).toContainText("Ask for the number of sensors");
});

test("two people change the same: theirs stands beside mine, I choose, and nothing is lost", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, {
    participant: "AT",
    priority: 1,
    title: "Observers",
    contributions: [line("OBSERVERS")],
  });
  await page.goto(`/pledges/${reference}/edit`);
  const colleague = await meet("manager", `/pledges/${reference}/edit`);
  await colleague.locator("#title").fill("Forty observers");
  await colleague.locator("#authorisedBy").fill("Federal Chancellor");
  await colleague.locator('[id="contributions.0.quantity.kind"]').selectOption("EXACT");
  await colleague.locator('[id="contributions.0.quantity.min"]').fill("40");
  await colleague.getByRole("button", { name: "Save changes" }).click();
  await expect(colleague).toHaveURL(`/pledges/${reference}`);

  await page.locator("#title").fill("Some observers");
  await page.locator("#summary").fill("Austria would send observers.");
  await page.locator('[id="contributions.0.quantity.kind"]').selectOption("AT_LEAST");
  await page.locator('[id="contributions.0.quantity.min"]').fill("30");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { name: "Somebody else changed this pledge" })).toBeFocused();
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText(/Title.*Forty observers.*Some observers/s);
  await expect(rows.nth(1)).toContainText(/Contributions.*Exactly 40 .*At least 30/is);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("radio").first()).toBeFocused();
  await page.getByRole("radio", { name: "Forty observers" }).check();
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Some observers");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("radio", { name: "Forty observers" }).check();
  await rows.nth(1).getByRole("radio").last().check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forty observers");
  await expect(page.getByText("Austria would send observers.").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Contributions" })).toContainText("at least 30");
  await expect(page.getByRole("region", { name: "Facts" })).toContainText("Federal Chancellor");
});

test("an edit of nothing says so and changes nothing", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem")).toHaveCount(1);
});

const line = (kind: string) => ({
  kind,
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "NOT_STATED", unit: "PERSON" },
});
