import type { Page } from "@playwright/test";
import { expect, expectAccessible, logPledge, post, signIn, test } from "../fixtures";

// Each story causes a stale save on purpose, which the browser writes into its console.
test.use({ expectedErrors: [/status of 409/] });

test("a colleague's other changes are merged automatically, line by line, and named on the page that follows", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const given = { participant: "AT", priority: 1, title: "Sensors" };
  const reference = await logPledge(page, { ...given, contributions: [line("OBSERVERS"), line("TRAINING")] });
  await page.goto(`/pledges/${reference}/edit`);
  const colleague = await meet("manager", `/pledges/${reference}/edit`);
  await colleague.locator("#authorisedBy").fill("Federal Chancellor");
  await quantity(colleague, 0, "EXACT", "40");
  await save(colleague);
  await expect(colleague).toHaveURL(`/pledges/${reference}`);

  await page.locator("#nextAction").fill("Ask for the number of sensors");
  await quantity(page, 1, "AT_LEAST", "30");
  await save(page);
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByRole("status").filter({ hasText: "in the meantime" })).toHaveText(
    "Saved. Manager had changed this in the meantime: Authorised by, Contributions. Both changes are kept.",
  );
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(facts).toContainText("Federal Chancellor");
  await expect(page.getByRole("region", { name: "Next action" })).toContainText(
    "Ask for the number of sensors",
  );
  const contributions = page.getByRole("region", { name: "Contributions" });
  await expect(contributions).toContainText("40");
  await expect(contributions).toContainText("at least 30");
});

test("for what both changed, the officer chooses theirs, mine or a new value, even if another change comes meanwhile", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const given = { participant: "AT", priority: 1, title: "Observers in Nicosia" };
  const reference = await logPledge(page, { ...given, contributions: [line("OBSERVERS")] });
  await page.goto(`/pledges/${reference}/edit`);
  const colleague = await meet("manager", `/pledges/${reference}/edit`);
  await colleague.locator("#title").fill("Forty observers");
  await colleague.locator("#summary").fill("Theirs");
  await quantity(colleague, 0, "EXACT", "40");
  await save(colleague);
  await expect(colleague).toHaveURL(`/pledges/${reference}`);

  await page.locator("#title").fill("Some observers");
  await page.locator("#summary").fill("Mine");
  await page.locator("#authorisedBy").fill("Federal Chancellor");
  await quantity(page, 0, "AT_LEAST", "30");
  await save(page);
  await expect(page.getByRole("heading", { name: "Someone else changed this too" })).toBeFocused();
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText(/Title.*Forty observers.*Some observers/s);
  await expect(rows.nth(2)).toContainText(/Contribution 1: Quantity.*40 .*at least 30/is);
  await expectAccessible(page);

  await save(page);
  await expect(page.getByText("Choose a value for: Title, Summary, Contribution 1: Quantity")).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeFocused();
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Some observers");
  await save(page);
  await rows.nth(0).getByRole("radio").first().check();
  await rows.nth(1).getByRole("radio").nth(1).check();
  await rows.nth(2).getByRole("radio").last().check();
  await change(colleague, reference, 2, { summary: "Theirs, a second time" });
  await save(page);

  await expect(page.locator('[id="contributions.0.quantity.kind"]')).toBeFocused();
  await expect(page.getByText("Theirs was: Contribution 1: Quantity: 40")).toBeVisible();
  await quantity(page, 0, "AT_LEAST", "35");
  await save(page);
  await expect(rows).toHaveCount(1);
  await expect(rows.nth(0)).toContainText(/Summary.*Theirs, a second time.*Mine/s);
  await rows.nth(0).getByRole("radio").nth(1).check();
  await save(page);
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forty observers");
  await expect(page.getByText("Mine", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Contributions" })).toContainText("at least 35");
  await expect(page.getByRole("region", { name: "Facts" })).toContainText("Federal Chancellor");
});

test("a step is saved despite a changed title, and chosen over another step; voiding shows what changed", async ({
  page,
  meet,
}) => {
  await signIn(page, "manager");
  const colleague = await meet("officer");
  const signalled = { participant: "AT", priority: 1, stage: "SIGNALLED" };
  const first = await logPledge(page, signalled);
  await page.goto(`/pledges/${first}/stage`);
  await change(colleague, first, 1, { title: "A better title" });
  await page.getByRole("radio", { name: /^Pledged/ }).check();
  await page.locator("form button[type=submit]").last().click();
  await expect(page).toHaveURL(`/pledges/${first}`);
  await expect(
    page.getByText("Desk officer, western desk had changed this in the meantime: Title."),
  ).toBeVisible();

  const second = await logPledge(page, signalled);
  await page.goto(`/pledges/${second}/stage`);
  await page.getByRole("radio", { name: /^Withdrawn/ }).check();
  await page.locator("#reason").fill("Taken back");
  await post(colleague, `/pledges/${second}/stage`, { to: "PLEDGED" }, { "If-Match": '"1"' });
  await page.locator("form button[type=submit]").last().click();
  await expect(page.getByRole("table")).toContainText(/Stage.*Pledged.*Withdrawn/s);
  await page.getByRole("radio", { name: "Withdrawn" }).check();
  await save(page);
  await expect(page).toHaveURL(new RegExp(`/pledges/${second}(#.*)?$`));

  await page.goto(`/pledges/${first}/void`);
  await page.locator("#reason").fill("Logged twice");
  await change(colleague, first, 3, { summary: "It was not logged twice" });
  await page.locator("form button[type=submit]").last().click();
  await expect(page.getByRole("table")).toContainText(/Keep it. Changed: Summary.*Void this pledge/s);
  await page.getByRole("radio", { name: /^Keep it/ }).check();
  await save(page);
  await expect(page.getByText("Their version is kept.")).toBeVisible();
  await expect(page).toHaveURL(`/pledges/${first}`);
});

const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();

async function quantity(page: Page, line: number, kind: string, number: string): Promise<void> {
  await page.locator(`[id="contributions.${line}.quantity.kind"]`).selectOption(kind);
  await page.locator(`[id="contributions.${line}.quantity.min"]`).fill(number);
}

/** Changes the pledge over the API, as the person signed in on the page. */
async function change(page: Page, reference: string, version: number, data: object): Promise<void> {
  const headers = { Origin: new URL(page.url()).origin, "If-Match": `"${version}"` };
  const answer = await page.request.patch(`/api/v1/pledges/${reference}`, { data, headers });
  expect(answer.status(), await answer.text()).toBe(200);
}

const line = (kind: string) => ({
  kind,
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "NOT_STATED", unit: "PERSON" },
});
