// What becomes of a promise: restated smaller, waited for in vain, said by media and denied.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, momentsOf, openFold, signIn, test } from "../fixtures";
import { approveByForm, at, openItems, logByForm, proposeStep, region, sourceByForm } from "./by-form";

const troops = (n: string) => [{ quantity: { kind: "EXACT", min: n, unit: "PERSON" } }];

test("two thousand are withdrawn and five hundred promised instead: what waited follows, the past stays", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-south");
  const given = {
    at: "/pledges/new?participant=RO&priority=1",
    window: ["2026-06-01", "2026-12-31"] as const,
  };
  const first = await logByForm(page, {
    ...given,
    title: "Two thousand on the border",
    lines: troops("2000"),
  });
  const waiting = await logByForm(page, {
    at: "/pledges/new?participant=BG&priority=1",
    title: "A company alongside them",
    lines: troops("120"),
  });
  await waitFor(page, waiting, first);
  const [before = ""] = await momentsOf(page, waiting);

  const manager = await meet("manager");
  await proposeStep(page, first, { to: "WITHDRAWN", reason: "Said in parliament." });
  await approveByForm(manager, first);
  await page.goto(`/pledges/${waiting}`);
  await expect(openItems(page)).toContainText(["Waits for an ended pledge"]);

  // The smaller promise is logged from the page of the one that it replaces.
  await page.goto(`/pledges/${first}`);
  await page.getByRole("link", { name: "Log its replacement" }).click();
  await expect(at(page, "participant")).toHaveValue("RO");
  await expect(page.getByText(`Replaces ${first}`)).toBeVisible();
  await expectAccessible(page);
  const second = await logByForm(page, {
    ...given,
    at: page.url(),
    title: "Five hundred on the border",
    lines: troops("500"),
  });
  await expect(region(page, "Linked pledges").or(region(page, /[Ll]inked/))).toContainText(first);
  await page.goto(`/pledges/${first}`);
  await expect(page.getByRole("complementary", { name: "Facts and actions" })).toContainText(
    `Replaced by ${second}`,
  );
  await expect(page.getByRole("link", { name: "Log its replacement" })).toHaveCount(0);

  await page.goto(`/pledges/${waiting}`);
  await expect(openItems(page).filter({ hasText: "Waits for an ended pledge" })).toHaveCount(0);
  await expect(region(page, "Unresolved")).toContainText(second);
  await page.goto("/pledges?participant=RO&priority=1&stage=SIGNALLED,PLEDGED");
  await expect(page.getByRole("row", { name: second })).toContainText("500");
  await expect(page.getByRole("row", { name: first })).toHaveCount(0);
  await page.goto(`/pledges/${first}?asOf=${before}`);
  await expect(region(page, "Stage")).toContainText("Pledged");
  await expect(page.getByRole("complementary", { name: "Facts and actions" })).not.toContainText(second);
});

test("a pledge that waits for a withdrawn one says that it waits in vain, and leads to its condition", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-south");
  const first = await logByForm(page, {
    at: "/pledges/new?participant=SI&priority=1",
    title: "An airfield for the observers",
  });
  const waiting = await logByForm(page, {
    at: "/pledges/new?participant=AL&priority=1",
    title: "Observers by air",
  });
  await waitFor(page, waiting, first);
  await expect(openItems(page)).toContainText(["Depends on another pledge"]);
  const manager = await meet("manager");
  await proposeStep(page, first, { to: "WITHDRAWN", reason: "The airfield is closed." });
  await approveByForm(manager, first);

  await page.goto("/unresolved?participant=AL&priority=1&open=CONDITION_DEAD");
  await expect(page.getByRole("row", { name: waiting })).toBeVisible();
  await page.goto(`/pledges/${waiting}`);
  const open = region(page, "Unresolved");
  await expect(open).toContainText(/Waits for .*and nothing has replaced it/);
  await expect(openItems(page).filter({ hasText: "Depends on another pledge" })).toHaveCount(0);
  await expectAccessible(page);
  await openFold(open, "Resolve");
  await open.locator("li, tr", { hasText: "Waits for an ended pledge" }).getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${waiting}/condition`));
  await page
    .getByRole("button", { name: /^Remove: / })
    .first()
    .click();
  await page.getByRole("button", { name: "Save condition" }).click();
  await expect(page).toHaveURL(`/pledges/${waiting}#condition`);
  await expect(openItems(page).filter({ hasText: "Waits for an ended pledge" })).toHaveCount(0);
});

test("a number reported by media and denied by the ministry is disputed until a ruling removes it", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-south");
  const reference = await logByForm(page, {
    at: "/pledges/new?participant=BG&priority=3",
    title: "Troops, by a newspaper",
    evidence: "MEDIA_REPORT",
    stage: "SIGNALLED",
    lines: troops("4000"),
  });
  await expect(openItems(page)).toContainText(["No official source"]);
  await page.goto(`/pledges/${reference}/evidence`);
  await sourceByForm(page, "OFFICIAL_STATEMENT", { publisher: "Ministry of Defence", prefix: "" });
  await at(page, "supports").selectOption("false");
  await at(page, "field").selectOption("contributions.quantity");
  await at(page, "claims").fill("no figure was given");
  await page.locator("form button[type=submit]").last().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}`));
  await expect(openItems(page)).toContainText(["Sources disagree"]);
  await expect(region(page, "Disputes")).toContainText("no figure was given");

  const manager = await meet("manager", `/pledges/${reference}`);
  await region(manager, "Disputes").getByRole("link", { name: "Rule on it" }).click();
  await manager.getByRole("radio", { name: /no figure was given/ }).check();
  await manager.getByRole("radio", { name: /A value/ }).check();
  await at(manager, "says.quantity.kind").selectOption("NOT_STATED");
  await at(manager, "reason").fill("The ministry speaks for the government.");
  await manager.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(openItems(manager)).toContainText(["Ruling not applied"]);
  await page.reload();
  await region(page, "Disputes")
    .getByRole("button", { name: /Apply the ruling/i })
    .click();
  await expect(region(page, "Contributions")).not.toContainText("4,000");
  await expect(openItems(page).filter({ hasText: /Sources disagree|Ruling not applied/ })).toHaveCount(0);
  await expect(region(page, "Activity")).toContainText(/4,000/);
});

async function waitFor(page: Page, waiting: string, first: string): Promise<void> {
  await page.goto(`/pledges/${waiting}/condition`);
  await page.getByRole("button", { name: "Pledge", exact: true }).click();
  await page.getByRole("combobox", { name: "Pledge" }).fill(first);
  await page.getByRole("option", { name: new RegExp(first) }).click();
  await page.getByLabel("Who says so").selectOption("INFERRED");
  await page.getByRole("button", { name: "Save condition" }).click();
  await expect(page).toHaveURL(`/pledges/${waiting}#condition`);
}
