import type { Page } from "@playwright/test";
import { errorsOn, expect, logPledge, openFold, piece, post, signIn, test } from "../fixtures";

test("France's number: the sides are shown together, a manager rules, and another rules again", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/pledges/FR-3-001");
  await expect(sides(page)).toContainText([
    /“several thousand” \(people\).*the record/s,
    /several thousand.*supports the record.*Interfax-Ukraine.*B1/s,
    /6,000 persons in a contingent of 10,000.*contradicts.*D4/s,
    /6,000 persons.*contradicts.*Ukrainska Pravda.*B3/s,
  ]);
  await expect(disputes(page).getByRole("link", { name: "Rule on it" })).toHaveCount(0);
  await page.goto("/pledges/FR-3-001/disputes/contributions.quantity");
  await expect(page).toHaveURL("/pledges/FR-3-001");

  const manager = await meet("manager", "/pledges/FR-3-001");
  await openFold(manager.getByRole("region", { name: "Unresolved" }), "Resolve");
  await manager.getByRole("link", { name: "See both sources" }).click();
  await disputes(manager).getByRole("link", { name: "Rule on it" }).click();
  await manager.getByRole("radio", { name: /Interfax-Ukraine/ }).check();
  await expect(manager.locator("#finding")).toHaveValue("several thousand");
  await manager.locator("#reason").fill("The minister speaks for the government.");
  await manager.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(disputes(manager)).toContainText("Manager ruled on 25 February 2026: several thousand");
  await expect(disputes(manager).locator("tr", { hasText: "accepted" })).toContainText("Interfax-Ukraine");
  await expect(openItems(manager, "Sources disagree")).toHaveCount(0);

  const another = await meet("manager-2", "/pledges/FR-3-001/disputes/contributions.quantity");
  await another.getByRole("radio", { name: /Ukrainska Pravda/ }).check();
  await another.getByRole("radio", { name: /Something else, in words/ }).check();
  await another.locator("#reason").fill("The group leader quoted the ministry.");
  await another.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(disputes(another)).toContainText("Second manager ruled on 25 February 2026: 6,000 persons");
  await openFold(disputes(another), "quantity");
  await another.getByText("One earlier ruling, superseded").click();
  await expect(disputes(another)).toContainText("The minister speaks for the government.");
  await expect(steps(another)).toContainText([
    /Second manager ruled on a dispute.*quoted the ministry.*→.*6,000 persons/s,
    /Manager ruled on a dispute.*speaks for the government.*→.*several thousand/s,
  ]);
  await expect(openItems(another, "Ruling not applied")).toHaveCount(1);
  await disputes(another).getByRole("link", { name: "Change the record to match" }).click();
  await expect(another).toHaveURL("/pledges/FR-3-001/edit#contributions");

  // Later evidence opens it again.
  const source = { publisher: "Le Monde", language: "fr", ownership: "INDEPENDENT" };
  const more = { source, kind: "MEDIA_REPORT", reliability: "B", credibility: 3, supports: false };
  await post(page, "/pledges/FR-3-001/evidence", {
    ...more,
    field: "contributions.quantity",
    claims: "8,000",
  });
  await page.goto("/pledges/FR-3-001");
  await expect(openItems(page, "Sources disagree")).toHaveCount(1);
  await expect(disputes(page)).toContainText("Since then, new evidence contradicts the ruling");
});

test.describe("a ruling", () => {
  test.use({ expectedErrors: [/status of (409|422)/] });

  test("that comes second names who ruled first; without a choice or a reason it says what is missing", async ({
    page,
    meet,
  }) => {
    await signIn(page, "manager");
    const against = { ...piece("MEDIA_REPORT"), supports: false, field: "stage", claims: "nothing promised" };
    const evidence = [piece("OFFICIAL_STATEMENT"), against];
    const pledge = await logPledge(page, { participant: "NZ", priority: 1, evidence });
    await page.goto(`/pledges/${pledge}`);
    await disputes(page).getByRole("link", { name: "Rule on it" }).click();
    await page.getByRole("button", { name: "Rule", exact: true }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText("Choose which side you accept");
    await page.getByRole("radio", { name: /The record stays as it is/ }).check();
    await page.locator("#finding").fill("No commitment");
    await page.getByRole("button", { name: "Rule", exact: true }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#reason");
    await page.locator("#reason").fill("The final text says so.");

    const faster = await meet("manager-2");
    const ruling = { pledge, field: "stage", holds: null, finding: "None", reason: "Taken out." };
    await post(faster, "/rulings", ruling);
    await page.getByRole("button", { name: "Rule", exact: true }).click();
    await expect(errorsOn(page)).toContainText("Second manager has ruled on this in the meantime.");
    await expect(page.locator("#reason")).toHaveValue("The final text says so.");
  });
});

const disputes = (page: Page) => page.getByRole("region", { name: "Disputes" });
const sides = (page: Page) => disputes(page).locator("tbody tr");
const steps = (page: Page) => page.getByRole("region", { name: "Activity" }).locator("ol > li");
const openItems = (page: Page, title: string) =>
  page.getByRole("region", { name: "Unresolved" }).locator("h3", { hasText: title });
