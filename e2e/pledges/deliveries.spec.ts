import type { Page } from "@playwright/test";
import { errorsOn, expect, expectAccessible, logPledge, PHONE, piece, post, signIn, test } from "../fixtures";

test.describe("a delivery", () => {
  test.use({ expectedErrors: [/status of (409|422)/] });

  test("is reported by the desk, confirmed by the recipient's, and Fulfilled is decided on it", async ({
    page,
    meet,
  }) => {
    await signIn(page, "officer");
    const manager = await meet("manager");
    const pledge = await allocated(page, manager);
    await page.goto(`/pledges/${pledge}`);
    await expect(deliveries(page)).toContainText("No delivery is reported.");
    await deliveries(page).getByRole("link", { name: "Report a delivery" }).click();
    await page.waitForURL(/\/deliveries\/new$/);
    await expectAccessible(page);

    await page.getByRole("button", { name: "Report a delivery" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText([
      "Enter the day it was delivered",
      "Choose what “delivered” means",
      "Tick at least one piece of evidence",
    ]);
    await page.locator('[id="quantity.min"]').fill("12");
    await page.locator("#deliveredOn").fill("2026-01-12");
    await page.getByRole("radio", { name: /Handed over/ }).check();
    await page.getByRole("checkbox", { name: /Transfer document/ }).check();
    await page.getByRole("button", { name: "Report a delivery" }).click();
    await expect(rows(page)).toContainText([
      /12 systems.*12 Jan 2026.*Handed over.*not confirmed for 44 days/s,
    ]);
    await expect(openItems(page, "Delivery not confirmed")).toHaveCount(1);
    await expect(deliveries(page).getByRole("link", { name: "Confirm or retract" })).toHaveCount(0);

    const kyiv = await meet("officer-south", `/pledges/${pledge}`);
    await deliveries(kyiv).getByRole("link", { name: "Record the confirmation" }).click();
    await kyiv.waitForURL(/\/deliveries\/[0-9a-f-]{36}/);
    await expectAccessible(kyiv);
    await kyiv.getByRole("button", { name: "Record the confirmation" }).click();
    await expect(errorsOn(kyiv).getByRole("link").first()).toHaveText("Enter the day of the confirmation");
    await kyiv.locator("#on").fill("2026-01-20");
    await kyiv.locator("#by").fill("Ministry of Defence of Ukraine");
    await kyiv.locator("#evidence").selectOption({ index: 1 });
    await kyiv.getByRole("button", { name: "Record the confirmation" }).click();
    await expect(rows(kyiv)).toContainText([/confirmed on 20 Jan 2026.*Ministry of Defence of Ukraine/s]);
    await expectAccessible(kyiv);

    await page.goto(`/pledges/${pledge}/stage`);
    await page.getByRole("radio", { name: /^Fulfilled/ }).check();
    await page.locator("#reason").fill("All of it is there.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Proposed" })).toContainText(
      "Proposed: Fulfilled",
    );
    await look(manager, pledge);
    await expect(rules(manager)).toContainText("The recipient’s confirmation: equipment");
    await approve(manager, pledge);
    await manager.goto(`/pledges/${pledge}`);
    await expect(manager.getByText("Fulfilled since 25 February 2026")).toBeVisible();

    // A report on which the stage rests stays until a step down is decided.
    await page.goto(`/pledges/${pledge}#deliveries`);
    await deliveries(page).getByRole("link", { name: "Retract" }).click();
    await page.locator("#reason").fill("Counted twice.");
    await page.getByRole("button", { name: "Retract the report" }).click();
    await expect(errorsOn(page)).toContainText("The stage of the pledge depends on this report.");
    await page.setViewportSize(PHONE);
    await page.goto(`/pledges/${pledge}`);
    await expectAccessible(page);
  });

  test("does not start a pledge whose condition is not true, unless a manager decides that it may", async ({
    page,
    meet,
  }) => {
    await signIn(page, "officer");
    const manager = await meet("manager");
    const pledge = await allocated(page, manager, { trigger: "CEASEFIRE_IN_FORCE" });
    const { contributions, evidence } = await read(page, pledge);
    await post(page, `/pledges/${pledge}/deliveries`, {
      contribution: contributions[0]?.id,
      quantity: { kind: "EXACT", min: 3, max: 3, unit: "SYSTEM" },
      deliveredOn: "2026-02-20",
      definition: "LEFT_ORIGIN",
      evidence: [evidence[0]?.id],
    });
    await page.goto(`/pledges/${pledge}/stage`);
    await page.getByRole("radio", { name: /^Delivering/ }).check();
    await page.locator("#reason").fill("The first three have left.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#override");
    await page.locator("#override").fill("Training may begin before the ceasefire.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Proposed" })).toContainText(
      "Proposed: Delivering",
    );

    await look(manager, pledge);
    await expect(rules(manager)).toContainText(
      "Its condition is not true – overridden because: Training may begin before the ceasefire.",
    );
    await expectAccessible(manager);
    await approve(manager, pledge);
    await manager.goto(`/pledges/${pledge}`);
    await expect(manager.getByText("Delivering since 25 February 2026")).toBeVisible();
    await expect(manager.getByRole("region", { name: "Activity" })).toContainText(
      "Reason for starting although its condition is not true",
    );
  });
});

test("an amount set aside is decided, and shown next to what was committed", async ({ page, meet }) => {
  await signIn(page, "officer");
  const manager = await meet("manager");
  const pledge = await allocated(page, manager);
  await page.goto(`/pledges/${pledge}/edit`);
  await page.getByText("Money, notice, dates, caveats").click();
  await page.getByLabel("Number set aside").fill("8");
  await page.getByRole("textbox", { name: "Set aside on" }).fill("2026-02-02");
  await page.locator("#reason").fill("Named by the ministry.");
  await page.getByRole("button", { name: "Propose the changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Proposed" })).toContainText("Proposed");
  await look(manager, pledge);
  await expect(manager.getByText("8 systems, on 2 February 2026").first()).toBeVisible();
  await approve(manager, pledge);
  await manager.goto(`/pledges/${pledge}`);
  await expect(manager.getByRole("region", { name: "Contributions" })).toContainText(
    /Set aside: 8 systems.*less than committed/s,
  );
  await expect(openItems(manager, "Less set aside than committed")).toHaveCount(1);
});

test("£200m committed and a deployment that is only pledged are two lines, never one sum", async ({
  page,
}) => {
  await signIn(page, "manager", "/coverage");
  await page.getByRole("link", { name: "Stages", exact: true }).click();
  const pledged = page.getByRole("table", { name: /Amounts at each stage/ });
  const money = pledged.getByRole("row", { name: /^GBP/ });
  await expect(money.getByRole("link")).toHaveText(["200,000,000"]);
  await expect(
    pledged
      .getByRole("row", { name: /^people/ })
      .getByRole("cell")
      .nth(1),
  ).toContainText("sealed");
  await money.getByRole("link", { name: "200,000,000" }).click();
  const lines = page.getByRole("region", { name: /Committed, GBP/ });
  await expect(lines.locator("tbody tr")).toHaveCount(1);
  await expect(lines).toContainText("£200m to prepare forces for the deployment");
  await expect(page.getByText(/^As of 25 February 2026/).first()).toBeVisible();
  await expectAccessible(page);
  for (const priority of [1, 2, 4, 5]) {
    await page.goto(`/coverage/stages?priority=${priority}`);
    await expect(page.getByRole("heading", { name: "Stages side by side" })).toBeVisible();
  }
  await page.setViewportSize(PHONE);
  await page.goto("/coverage/stages?priority=2");
  await expectAccessible(page);
});

/** French equipment at Allocated, with a transfer document and, if given, a condition. */
async function allocated(page: Page, manager: Page, condition?: object): Promise<string> {
  const quantity = { kind: "EXACT", min: 12, max: 12, unit: "SYSTEM" };
  const reference = await logPledge(page, {
    title: `Vehicles ${crypto.randomUUID().slice(0, 8)}`,
    participant: "FR",
    priority: 2,
    windowStart: "2026-01-01",
    contributions: [{ kind: "EQUIPMENT", domain: "LAND", location: "IN_UKRAINE", quantity }],
    evidence: [piece("TRANSFER_DOCUMENT")],
  });
  const version = condition === undefined ? 1 : await waitFor(page, reference, condition);
  const wish = { to: "ALLOCATED", reason: "Set aside." };
  const { id } = await post<{ id: string }>(page, `/pledges/${reference}/stage`, wish, {
    "If-Match": `"${version}"`,
  });
  await post(manager, `/proposals/${id}/decision`, { decision: "APPROVE", note: null });
  return reference;
}

async function waitFor(page: Page, reference: string, condition: object): Promise<number> {
  const headers = { Origin: new URL(page.url()).origin, "If-Match": '"1"' };
  const answer = await page.request.put(`/api/v1/pledges/${reference}/condition`, {
    data: { condition },
    headers,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { version: number }).version;
}

interface Known {
  title: string;
  contributions: { id: string }[];
  evidence: { id: string }[];
}

async function read(page: Page, reference: string): Promise<Known> {
  return (await (await page.request.get(`/api/v1/pledges/${reference}`)).json()) as Known;
}

/** Opens the proposal on the pledge, as a manager does before deciding. */
async function look(manager: Page, pledge: string): Promise<void> {
  const { title } = await read(manager, pledge);
  await manager.goto("/review?participant=FR&priority=2");
  await manager.getByRole("link", { name: title, exact: true }).click();
}

async function approve(manager: Page, pledge: string): Promise<void> {
  await manager.locator('#decide input[value="APPROVE"]').check();
  await manager.locator('#decide button[type="submit"]').click();
  await expect(manager.getByText(`Approved: ${pledge}`)).toBeVisible();
}

const rules = (page: Page) => page.getByRole("region", { name: "The rules" });
const deliveries = (page: Page) => page.getByRole("region", { name: "Deliveries" });
const rows = (page: Page) => deliveries(page).locator("tbody tr");
const openItems = (page: Page, title: string) =>
  page.getByRole("region", { name: "Unresolved" }).locator("h3", { hasText: title });
