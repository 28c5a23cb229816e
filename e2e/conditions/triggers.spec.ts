// A trigger is recorded and changed, with the effect that the page announced.
import type { Page } from "@playwright/test";
import { errorsOn, expect, logPledge, signIn, test } from "../fixtures";

test.describe("a trigger", () => {
  test.use({ expectedErrors: [/status of (409|422)/] });

  test("is recorded, waited for and met, with the effect that the form announced", async ({ page }) => {
    await signIn(page, "manager", "/conditions");
    await page.getByRole("link", { name: "Record a trigger" }).click();
    await page.getByRole("button", { name: "Record trigger" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText([
      /capitals, digits and underscores/,
      "Enter a title",
    ]);
    await page.locator("#code").fill("HARBOUR_OPEN");
    await page.locator("#title").fill("Harbour open again");
    await page.getByRole("button", { name: "Record trigger" }).click();
    await expect(page).toHaveURL("/conditions/HARBOUR_OPEN");
    await expect(page.getByText("No open pledge waits for it.")).toBeVisible();

    const free = await waitingFor(page, { trigger: "HARBOUR_OPEN" });
    const held = await waitingFor(page, {
      all: [{ trigger: "HARBOUR_OPEN" }, { trigger: "FORCE_RULES_AGREED" }],
    });
    await page.reload();
    await expect(row(page, free)).toContainText("can then start");
    await expect(row(page, held)).toContainText("still waits for Clear rules for the force agreed");

    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByRole("radio", { name: /^Met/ }).check();
    await expect(effect(page)).toContainText("Could then start: 1");
    await expect(effect(page)).toContainText(free);
    await expect(effect(page)).toContainText("Would still wait: 1");
    await expect(effect(page)).toContainText("Clear rules for the force agreed (1)");
    await expect(effect(page)).toContainText("Blocking trigger not met: 1 gone");
    await expect(effect(page)).toContainText("Change in the number of unresolved items: -1");

    await page.getByRole("button", { name: "Save" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText(["Enter the day this state began"]);
    await page.locator("#since").fill("2025-02-01");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(errorsOn(page).getByRole("link").first()).toHaveText("Enter who published it");
    await page.locator("[id='evidence.0.source.publisher']").fill("Harbour authority");
    await page.locator("[id='evidence.0.source.ownership']").selectOption("OFFICIAL");
    await page.locator("[id='evidence.0.kind']").selectOption("OFFICIAL_STATEMENT");
    await page.locator("[id='evidence.0.reliability']").selectOption("A");
    await page.locator("[id='evidence.0.credibility']").selectOption("1");
    await page.locator("#reason").fill("The first ship has moored.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL("/conditions/HARBOUR_OPEN");
    await expect(
      page
        .getByRole("main")
        .getByText(/^Met\b/)
        .first(),
    ).toBeVisible();
    await expect(row(page, free)).toContainText("can already start");
    await expect(row(page, held)).toContainText("still waits for Clear rules for the force agreed");
    await expect(page.getByRole("region", { name: "Pledges that name it" })).toContainText(
      "no pledge waits for it any more",
    );
    const evidence = page.getByRole("region", { name: "Evidence" });
    await expect(evidence).toContainText("Harbour authority");
    await expect(evidence).toContainText("supports “Met”");
    await expect(page.getByRole("region", { name: "History" })).toContainText("The first ship has moored.");

    await page.goto(`/pledges/${free}`);
    await expect(
      page.getByRole("region", { name: "Unresolved" }).locator("h3", { hasText: "Blocking trigger not met" }),
    ).toHaveCount(0);
    await page.goto(`/pledges/${held}`);
    await expect(
      page.getByRole("region", { name: "Unresolved" }).locator("h3", { hasText: "Blocking trigger not met" }),
    ).toHaveCount(1);
  });

  test("that two managers change at once is merged where possible; for the rest the second one chooses", async ({
    page,
    meet,
  }) => {
    await signIn(page, "manager", "/conditions/new");
    await page.locator("#code").fill("ROAD_OPEN");
    await page.locator("#title").fill("Road open");
    await page.getByRole("button", { name: "Record trigger" }).click();
    await expect(page).toHaveURL("/conditions/ROAD_OPEN");
    await page.goto("/conditions/ROAD_OPEN/edit");
    await page.locator("#title").fill("Road open to convoys");

    const other = await meet("manager-2", "/conditions/ROAD_OPEN/edit");
    await other.locator("#title").fill("Road open to lorries");
    await other.locator("#description").fill("Both lanes.");
    await other.getByRole("button", { name: "Save" }).click();
    await expect(other).toHaveURL("/conditions/ROAD_OPEN");

    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Someone else changed this too" })).toBeFocused();
    await page.getByRole("radio", { name: "Road open to convoys" }).check();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Road open to convoys");
    await expect(page.getByText("Both lanes.").first()).toBeVisible();
  });
});

/** Logs a pledge of New Zealand with that condition; returns its reference. */
async function waitingFor(page: Page, condition: object): Promise<string> {
  const reference = await logPledge(page, { participant: "NZ", priority: 2 });
  const origin = new URL(page.url()).origin;
  const answer = await page.request.put(`/api/v1/pledges/${reference}/condition`, {
    data: condition,
    headers: { Origin: origin, "If-Match": '"1"' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return reference;
}

const effect = (page: Page) => page.getByRole("region", { name: "What would change" });
const row = (page: Page, reference: string) =>
  page
    .getByRole("region", { name: /^(Who waits for|Pledges that name) it$/ })
    .getByRole("row", { name: new RegExp(reference) });
