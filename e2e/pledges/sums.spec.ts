// A sum that nobody has stated exactly, from what an officer types to what the coalition can count on.
import type { Page } from "@playwright/test";
import {
  factOf,
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  momentsOf,
  PHONE,
  post,
  signIn,
  test,
} from "../fixtures";

test("“up to €2bn” is logged as it was said, counts as nothing firm, and is still shown for the past", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/pledges/new?participant=CY&priority=5");
  await describe(page, "Loans for the defence industry");
  await page.getByText("Money, notice, dates, caveats").click();
  await at(page, "contributions.0.money.amount").fill("up to €2bn");
  await at(page, "contributions.0.money.amount").blur();
  await expect(at(page, "contributions.0.money.kind")).toHaveValue("UP_TO");
  await expect(at(page, "contributions.0.money.max")).toHaveValue("2000000000");
  await expect(at(page, "contributions.0.money.currency")).toHaveValue("EUR");
  await expect(at(page, "contributions.0.money.asStated")).toHaveValue("up to €2bn");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "Save pledge" }).click();
  await expect(page).toHaveURL(/\/pledges\/CY-5-\d{3}$/);
  const reference = page.url().slice(-8);
  await expect(contributions(page)).toContainText("up to EUR 2,000,000,000");
  await expect(page.getByRole("region", { name: "Unresolved" })).not.toContainText("Quantity missing");
  await expectAccessible(page);

  await page.goto("/pledges?participant=CY&priority=5");
  await expect(page.getByRole("row", { name: reference })).toContainText("up to EUR 2bn");
  const csv = await (await page.request.get("/api/v1/pledges.csv?participant=CY&priority=5")).text();
  expect(csv).toContain('FUNDING NOT_STATED UP_TO 0–2000000000 EUR ""up to €2bn""');
  await page.goto("/coverage/stages?priority=5&column=PLEDGED&in=EUR");
  const euros = page.getByRole("table", { name: /Amounts at each stage/ }).getByRole("row", { name: /^EUR/ });
  await expect(euros.getByRole("link")).toHaveText(["up to 2,000,000,000"]);
  await expect(page.getByRole("region", { name: /Pledged, EUR/ })).toContainText("up to EUR 2,000,000,000");

  const manager = await meet("manager", "/requirements");
  const { contributions: lines } = await read(page, reference);
  const money = { kind: "AT_LEAST", min: "3000000000", currency: "EUR" };
  await post(manager, "/requirements", { ...NEEDED, money });
  await post(manager, "/requirements/LOANS-1/offers", { pledge: reference, contribution: lines[0]?.id });
  await manager.goto("/requirements/LOANS-1");
  await expect(bar(manager, "Indicative")).toContainText("up to EUR 2,000 million");
  await expect(bar(manager, "Firm")).toContainText("EUR 0");
  await expect(factOf(manager, "Shortfall").first()).toContainText("EUR 3,000 million");
  await expectAccessible(manager);

  await page.goto(`/pledges/${reference}/edit`);
  await at(page, "contributions.0.money.kind").selectOption("APPROXIMATE");
  await at(page, "contributions.0.money.min").fill("1.5 billion");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem").first()).toContainText(
    /Money\s*up to EUR 2,000,000,000\s*→\s*about EUR 1,500,000,000/,
  );
  await manager.reload();
  await expect(bar(manager, "Indicative")).toContainText("about EUR 1,500 million");

  const after = (await momentsOf(page, reference)).at(-1) ?? "";
  await page.goto(`/pledges/${reference}?asOf=${after}`);
  await expect(contributions(page)).toContainText("up to EUR 2,000,000,000");
  await post(manager, `/pledges/${reference}/void`, { reason: "Logged for a story" });
});

test.describe("an amount without its currency", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused until it is read with one from the words typed next", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new?participant=CY&priority=5");
    await page.getByText("Money, notice, dates, caveats").click();
    await at(page, "contributions.0.money.amount").fill("200");
    await page.getByRole("button", { name: "Save pledge" }).click();
    const currency = at(page, "contributions.0.money.currency");
    const inSummary = errorsOn(page).locator('a[href="#contributions.0.money.currency"]');
    await expect(inSummary).toHaveText("Currency: Choose a currency by its code, such as EUR");
    await expect(currency).toHaveAttribute("aria-invalid", "true");
    await at(page, "contributions.0.money.amount").fill("€200m");
    await at(page, "contributions.0.money.amount").blur();
    await expect(currency).toHaveValue("EUR");
    await expect(currency).not.toHaveAttribute("aria-invalid", "true");
    await expect(inSummary).toHaveCount(0);
    await expect(errorsOn(page).locator('a[href="#title"]')).toBeVisible();
  });
});

const NEEDED = {
  reference: "LOANS-1",
  title: "Loans for the defence industry",
  capability: "FUNDING",
  priority: 5,
  domain: "NON_MILITARY",
  location: "IN_UKRAINE",
  neededBy: { day: 90 },
  criticality: 3,
};

async function describe(page: Page, title: string): Promise<void> {
  await at(page, "evidence.0.source.publisher").fill("A ministry");
  await at(page, "evidence.0.source.ownership").selectOption("OFFICIAL");
  await at(page, "evidence.0.kind").selectOption("OFFICIAL_STATEMENT");
  await at(page, "evidence.0.reliability").selectOption("B");
  await at(page, "evidence.0.credibility").selectOption("2");
  await at(page, "title").fill(title);
  await page.getByRole("radio", { name: /^Pledged/ }).check();
  await at(page, "contributions.0.kind").selectOption("FUNDING");
  await at(page, "contributions.0.domain").selectOption("NON_MILITARY");
  await at(page, "contributions.0.location").selectOption("IN_UKRAINE");
  await at(page, "contributions.0.quantity.kind").selectOption("NOT_STATED");
}

interface Known {
  contributions: { id: string }[];
}

const read = async (page: Page, reference: string): Promise<Known> =>
  (await (await page.request.get(`/api/v1/pledges/${reference}`)).json()) as Known;

const at = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const contributions = (page: Page) => page.getByRole("region", { name: "Contributions" });
/** The colon matters: the legend above the bars has their names, too. */
const bar = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(`^${name}: `) });
