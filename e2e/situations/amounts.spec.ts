// Amounts: over several years and currencies, up to a limit that a parliament sets, and given in confidence.
import { errorsOn, expect, expectAccessible, PHONE, DESKTOP, signIn, test } from "../fixtures";
import {
  approvalByForm,
  approveByForm,
  at,
  openItems,
  logByForm,
  proposeStep,
  region,
  stepByForm,
} from "./by-form";

test("sums for several years in two currencies are three lines, and each currency is added up separately", async ({
  page,
}) => {
  const money = { kind: "FUNDING", domain: "NON_MILITARY" };
  await signIn(page, "officer-south");
  const reference = await logByForm(page, {
    at: "/pledges/new?participant=SI&priority=5",
    title: "Three years of loans and grants",
    lines: [
      { ...money, money: "€1bn", from: "2026-01-01", to: "2026-12-31" },
      { ...money, money: "about €500m", from: "2027-01-01", to: "2027-12-31" },
      { ...money, money: "£200m", from: "2028-01-01", to: "2028-12-31" },
    ],
  });
  const lines = region(page, "Contributions");
  for (const said of ["EUR 1,000,000,000", "about EUR 500,000,000", "GBP 200,000,000", "2027", "2028"])
    await expect(lines).toContainText(said);
  // Each line has dates, so no window is missing; and money counts as an amount.
  await expect(openItems(page).filter({ hasText: /No time window|Quantity missing/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/coverage/stages?priority=5&column=PLEDGED&in=EUR");
  const sums = page.getByRole("table", { name: /Amounts at each stage/ });
  await expect(sums.getByRole("row", { name: /^EUR/ })).toContainText("about");
  await page.goto("/coverage/stages?priority=5&column=PLEDGED&in=GBP");
  await expect(region(page, /Pledged, GBP/)).toContainText(reference);
  await expect(region(page, /Pledged, GBP/)).not.toContainText("EUR");
  const csv = await (await page.request.get("/api/v1/pledges.csv?participant=SI&priority=5")).text();
  for (const part of ["1000000000 EUR", "500000000 EUR", "200000000 GBP"]) expect(csv).toContain(part);
});

test.describe("approved in part", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("a parliament approves 200 of 500: setting 500 aside is refused with its limit, 200 is set aside", async ({
    page,
    meet,
  }) => {
    await signIn(page, "officer-south");
    const reference = await logByForm(page, {
      at: "/pledges/new?participant=HR&priority=3",
      title: "An engineer unit of five hundred",
      evidence: "SIGNED_DOCUMENT",
      window: ["2026-06-01", "2026-12-31"],
      lines: [{ quantity: { kind: "EXACT", min: "500", unit: "PERSON" } }],
    });
    await approvalByForm(page, reference, { body: "Sabor", limit: ["200", "PERSON"], until: "2026-12-31" });
    await expect(region(page, "Approvals")).toContainText("at most 200 people");
    await stepByForm(page, reference, { to: "ALLOCATED", reason: "The budget has it." });
    const refused = errorsOn(page);
    await expect(refused).toContainText("200");
    await expect(refused).toContainText("Sabor");
    await expectAccessible(page);

    const manager = await meet("manager");
    await page.locator("input[name=to][value=COMMITTED]").check();
    await at(page, "reason").fill("The agreement is signed.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await approveByForm(manager, reference);
    await page.goto(`/pledges/${reference}/edit`);
    await at(page, "contributions.0").getByText("Money, notice, dates, caveats").click();
    await at(page, "contributions.0.allocated.on").fill("2026-02-24");
    await at(page, "contributions.0.allocated.quantity.min").fill("200");
    await at(page, "reason").fill("What the Sabor allows");
    await page.getByRole("button", { name: "Propose the changes" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await approveByForm(manager, reference);
    await proposeStep(page, reference, { to: "ALLOCATED", reason: "Two hundred are set aside." });
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await approveByForm(manager, reference);
    await page.goto(`/pledges/${reference}`);
    await expect(region(page, "Stage")).toContainText("Allocated since");
    await expect(openItems(page)).toContainText(["Less set aside than committed"]);
    await expect(openItems(page).filter({ hasText: "More set aside than approved" })).toHaveCount(0);
  });
});

test("a number given in confidence on a coalition-only pledge is hidden from those who may not know it", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-north");
  const reference = await logByForm(page, {
    at: "/pledges/new?participant=EE&priority=3",
    title: "A reserve that isn’t spoken of",
    handling: "COALITION",
    window: ["2026-06-01", "2026-12-31"],
    lines: [{ quantity: { kind: "SEALED", min: "6418273", max: "6418273", unit: "PERSON" } }],
  });
  await expect(region(page, "Contributions")).toContainText("6,418,273 people (sealed)");
  // A sealed number counts as a number.
  await expect(openItems(page).filter({ hasText: "Quantity missing" })).toHaveCount(0);
  await expectAccessible(page);

  const south = await meet("officer-south", `/pledges/${reference}`);
  await expect(region(south, "Contributions")).toContainText("sealed number of people");
  await expect(south.getByRole("heading", { level: 1 })).toHaveText("A reserve that isn’t spoken of");
  await expect(south.getByRole("main")).toContainText(/coalition only/i);
  await south.setViewportSize(PHONE);
  await expectAccessible(south);
  await south.setViewportSize(DESKTOP);
  for (const path of [
    "/pledges?participant=EE",
    "/coverage/stages?priority=3",
    "/participants/EE",
    "/changes",
  ])
    expect(await (await south.request.get(path)).text(), path).not.toMatch(/6[,.\s]?418[,.\s]?273/);
  const csv = await (await south.request.get("/api/v1/pledges.csv?participant=EE&priority=3")).text();
  expect(csv).toContain("COALITION");
  expect(csv).not.toContain("6418273");
});
