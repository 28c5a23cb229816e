// Reported by media, denied by a ministry: a manager's ruling reaches the record, by two people if it binds.
import type { Page } from "@playwright/test";
import { DESKTOP, expect, expectAccessible, logPledge, PHONE, piece, post, signIn, test } from "../fixtures";

test("a number that the ministry denies is ruled out, removed by a proposal, and no longer counted", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const denial = {
    ...piece("OFFICIAL_STATEMENT"),
    supports: false,
    field: "contributions.quantity",
    claims: "no figure was given",
  };
  const reference = await logPledge(page, {
    participant: "PT",
    priority: 3,
    title: "Troops for the force, by report",
    evidence: [piece("SIGNED_DOCUMENT"), denial],
    windowStart: "2026-06-01",
    contributions: [
      {
        kind: "TROOPS",
        domain: "LAND",
        location: "IN_UKRAINE",
        quantity: { kind: "EXACT", min: 5000, max: 5000, unit: "PERSON" },
      },
    ],
  });
  const step = { to: "COMMITTED", reason: "Signed" };
  const { id } = await post<{ id: string }>(page, `/pledges/${reference}/stage`, step, {
    "If-Match": '"1"',
  });
  const manager = await meet("manager", "/requirements");
  await post(manager, `/proposals/${id}/decision`, { decision: "APPROVE", note: null });
  const { contributions } = await read(page, reference);
  await post(manager, "/requirements", NEEDED);
  await post(manager, "/requirements/BY-REPORT/offers", {
    pledge: reference,
    contribution: contributions[0]?.id,
  });
  await manager.goto("/requirements/BY-REPORT");
  await expect(bar(manager, "Conditional")).toContainText("5,000");

  await manager.goto(`/pledges/${reference}/disputes/contributions.quantity`);
  await manager.getByRole("radio", { name: /no figure was given/ }).check();
  await manager.getByRole("radio", { name: /A value/ }).check();
  await manager.locator('[id="says.quantity.kind"]').selectOption("NOT_STATED");
  await manager.locator("#reason").fill("The ministry denied the report.");
  await expectAccessible(manager);
  await manager.setViewportSize(PHONE);
  await expectAccessible(manager);
  await manager.setViewportSize(DESKTOP);
  await manager.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(disputes(manager)).toContainText("The record differs from the ruling.");
  await expect(notApplied(manager)).toHaveCount(1);
  await expectAccessible(manager);

  await page.goto("/review");
  await expect(page.getByRole("region", { name: "Rulings not applied" })).toContainText(reference);
  await expectAccessible(page);
  await page
    .getByRole("region", { name: "Rulings not applied" })
    .getByRole("link", { name: reference })
    .click();
  await disputes(page).getByRole("button", { name: "Propose to apply the ruling" }).click();
  await expect(disputes(page)).toContainText("A proposal waits for a decision.");
  await manager.goto("/requirements/BY-REPORT");
  await expect(bar(manager, "Conditional")).toContainText("5,000");

  const { proposal: asked } = await read(page, reference);
  await post(manager, `/proposals/${asked?.id ?? ""}/decision`, { decision: "APPROVE", note: null });
  await page.reload();
  await expect(notApplied(page)).toHaveCount(0);
  await expect(disputes(page)).not.toContainText("The record differs from the ruling.");
  await manager.reload();
  await expect(bar(manager, "Conditional")).not.toContainText("5,000");
  await post(manager, `/pledges/${reference}/void`, { reason: "Logged for a story" });
});

const NEEDED = {
  reference: "BY-REPORT",
  title: "Troops, by report",
  capability: "TROOPS",
  priority: 3,
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "AT_LEAST", min: 9000, unit: "PERSON" },
  neededBy: { day: 30 },
  criticality: 2,
};

interface Known {
  contributions: { id: string }[];
  proposal: { id: string } | null;
}

const read = async (page: Page, reference: string): Promise<Known> =>
  (await (await page.request.get(`/api/v1/pledges/${reference}`)).json()) as Known;
const disputes = (page: Page) => page.getByRole("region", { name: "Disputes" });
const notApplied = (page: Page) =>
  page.getByRole("region", { name: "Unresolved" }).locator("h3", { hasText: "Ruling not applied" });
/** The colon matters: the legend above the bars has their names, too. */
const bar = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(`^${name}: `) });
