import type { Page } from "@playwright/test";
import {
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  openFold,
  post,
  scriptThere,
  signIn,
  test,
} from "../fixtures";

test.describe("a step without a reason", () => {
  test.use({ expectedErrors: [/status of (422|403)/] });

  test("is refused at its field; with one the pledge is suspended, and can resume only at the same stage", async ({
    page,
    meet,
  }) => {
    await signIn(page, "manager");
    const other = await meet("manager-2");
    const reference = await logPledge(page, { participant: "JP", priority: 1, title: "Sensors on loan" });
    await page.goto(`/pledges/${reference}/stage`);
    await page.getByRole("radio", { name: /^Suspended/ }).check();
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#reason");
    await expect(page.locator("#reason")).toHaveAttribute("aria-invalid", "true");
    await page.locator("#reason").fill("Paused until the budget is passed.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await approve(other, reference);
    await page.reload();
    await openFold(open(page), "Resolve");
    await expect(openItem(page, "Suspended")).toBeVisible();

    await open(page).getByRole("link", { name: "Propose a stage" }).click();
    await expect(page.getByRole("radio")).toHaveCount(4);
    await expect(page.getByRole("radio", { name: /^(Signalled|Committed)/ })).toHaveCount(0);
    await page.getByRole("radio", { name: /^Pledged/ }).check();
    await page.locator("#reason").fill("The budget is passed.");
    await page.getByRole("button", { name: "Propose the stage" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await approve(other, reference);
    await page.reload();
    await expect(openItem(page, "Suspended")).toHaveCount(0);
    await expect(stage(page)).toContainText("Pledged since 20 February 2026");
  });

  test("voids nothing; with one the pledge stays on record and counts for nothing", async ({ page }) => {
    await signIn(page, "manager");
    const reference = await logPledge(page, { participant: "JP", priority: 4, title: "On the wrong line" });
    await page.goto(`/pledges/${reference}`);
    await page.getByRole("link", { name: "Void this pledge" }).click();
    await page.getByRole("button", { name: "Void this pledge" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#reason");
    await expectAccessible(page);
    await page.locator("#reason").fill("It belongs to priority 5.");
    await page.getByRole("button", { name: "Void this pledge" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await expect(page.getByText("It belongs to priority 5.").first()).toBeVisible();
    await expect(open(page)).toContainText("0 counted");
    await expect(page.getByRole("link", { name: "Edit pledge" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Add evidence" })).toHaveCount(0);
    await page.goto("/coverage?cell=JP-4");
    await expect(page.locator("#JP-4 .hatch")).toHaveCount(1);
    await page.goto(`/pledges/${reference}/edit`);
    await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  });
});

test("a pledge that another replaces leads to it, and the other way round", async ({ page, meet }) => {
  await signIn(page, "manager");
  const older = await logPledge(page, { participant: "JP", priority: 5, title: "First offer" });
  const newer = await logPledge(page, { participant: "JP", priority: 5, title: "Second offer" });
  await page.goto(`/pledges/${older}/stage`);
  await page.getByRole("radio", { name: /^Superseded/ }).check();
  await page.locator("#successor").selectOption(newer);
  await page.locator("#reason").fill("The second offer takes its place.");
  await page.getByRole("button", { name: "Propose the stage" }).click();
  await expect(page).toHaveURL(`/pledges/${older}`);
  await approve(await meet("manager-2"), older);
  await page.reload();
  await page.getByRole("region", { name: "Linked" }).getByRole("link", { name: newer }).click();
  await expect(page).toHaveURL(`/pledges/${newer}`);
  await expect(page.getByRole("region", { name: "Linked" })).toContainText(older);
});

test("evidence is added with all its fields, and retracted with a reason", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "BE", priority: 1, title: "Drones for the line" });
  await page.goto(`/pledges/${reference}/evidence`);
  await fillInEvidence(page, "MEDIA_REPORT");
  await page.locator('[id="source.title"]').fill("What Belgium will send");
  await page.locator('[id="source.url"]').fill("https://example.org/belgium");
  await page.locator("#supports").selectOption("false");
  await page.locator("#field").selectOption("contributions.quantity");
  await page.locator("#claims").fill("six drones");
  await page.locator("#validUntil").fill("2026-12-31");
  await page.reload();
  await expect(page.locator("#claims")).toHaveValue("six drones");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add evidence" }).click();
  const evidence = page.getByRole("region", { name: "Evidence", exact: true });
  await expect(evidence).toContainText("What Belgium will send");
  await expect(evidence).toContainText("contradicts");
  await openFold(open(page), "Resolve");
  await expect(openItem(page, "Sources disagree")).toBeVisible();

  await openFold(evidence.getByRole("listitem").last(), "More");
  await evidence.getByRole("link", { name: "Retract this" }).last().click();
  await page.locator("#reason").fill("The report was withdrawn.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retract evidence" }).click();
  await expect(evidence).toContainText("The report was withdrawn.");
  await expect(openItem(page, "Sources disagree")).toHaveCount(0);
  await openFold(evidence.getByRole("listitem").first(), "More");
  await expect(evidence.getByRole("link", { name: "Retract this" })).toHaveCount(1);
});

test.describe("empty evidence and an empty approval", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("are refused at their fields", async ({ page }) => {
    await signIn(page, "officer");
    const reference = await logPledge(page, { participant: "BE", priority: 1 });
    await page.goto(`/pledges/${reference}/evidence`);
    await page.getByRole("button", { name: "Add evidence" }).click();
    await expect(errorsOn(page)).toBeFocused();
    for (const link of await errorsOn(page).getByRole("link").all()) {
      const id = (await link.getAttribute("href"))?.slice(1) ?? "";
      await expect(page.locator(`[id="${id}"]`), id).toHaveAttribute("aria-invalid", "true");
    }
    await page.goto(`/pledges/${reference}/approvals/new`);
    await page.getByRole("button", { name: "Save approval" }).click();
    await expect(errorsOn(page)).toBeFocused();
    for (const link of await errorsOn(page).getByRole("link").all()) {
      const id = (await link.getAttribute("href"))?.slice(1) ?? "";
      await expect(page.locator(`[id="${id}"]`), id).toHaveAttribute("aria-invalid", "true");
    }
    await page.locator("#body").fill("Bundestag");
    await page.locator("#kind").selectOption("PARLIAMENT_VOTE");
    await page.locator("#status").selectOption("SCHEDULED");
    await page.getByRole("button", { name: "Save approval" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText([/^Enter the day for which it is scheduled/]);
    await page.locator("#status").selectOption("APPROVED");
    await page.locator("#decidedOn").fill("2026-02-01");
    await page.locator("#validUntil").fill("2026-01-01");
    await page.getByRole("button", { name: "Save approval" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText([
      "Valid until: The last day can’t be before the day of the decision",
    ]);
  });
});

test("an approval is recorded for two pledges, then decided", async ({ page }) => {
  await signIn(page, "officer");
  const one = await logPledge(page, { participant: "BE", priority: 4, title: "A brigade in reserve" });
  const two = await logPledge(page, { participant: "BE", priority: 4, title: "Fuel for it" });
  await page.goto(`/pledges/${one}`);
  await page.getByRole("link", { name: "Add an approval" }).click();
  await page.locator("#body").fill("Chamber of Representatives");
  await page.locator("#kind").selectOption("PARLIAMENT_VOTE");
  await page.locator("#status").selectOption("REQUIRED");
  await page.getByRole("checkbox", { name: new RegExp(two) }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save approval" }).click();
  await openFold(open(page), "Resolve");
  await expect(openItem(page, "Approval pending")).toBeVisible();

  await page.goto(`/pledges/${two}`);
  await openFold(open(page), "Resolve");
  await open(page).getByRole("link", { name: "Update approval" }).click();
  await page.locator("#status").selectOption("APPROVED");
  await page.locator("#decidedOn").fill("2026-02-24");
  await page.getByRole("button", { name: "Save approval" }).click();
  await expect(page.getByRole("region", { name: "Approvals" })).toContainText("decided 24 Feb 2026");
  await page.goto(`/pledges/${one}`);
  await expect(page.getByRole("region", { name: "Approvals" })).toContainText("Approved");
  await expect(openItem(page, "Approval pending")).toHaveCount(0);
  await expect(steps(page).first()).toContainText("Chamber of Representatives");
});

test("a comment is written by keyboard; a confirmed pledge is no longer stale", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, {
    participant: "ES",
    priority: 4,
    title: "Patrols",
    statedOn: "2025-11-01",
  });
  await page.goto(`/pledges/${reference}`);
  await openFold(open(page), "Resolve");
  await expect(openItem(page, "Not confirmed recently")).toBeVisible();
  await openFold(page, "Add a comment");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter a comment" })).toBeVisible();
  const filter = page.getByRole("navigation", { name: "Filter the activity" });
  await filter.getByRole("link", { name: "Changes" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}?activity=changes#activity`);
  await openFold(page, "Add a comment");
  await scriptThere(page);
  const comment = page.getByLabel("Comment", { exact: true });
  await comment.fill("Asked the embassy.\nNo answer yet.");
  await page.keyboard.press("Control+Enter");
  await expect(steps(page).first()).toContainText("Asked the embassy.");
  await expect(page).toHaveURL(`/pledges/${reference}#activity`);
  await expect(page.getByRole("status").filter({ hasText: "The comment was added." })).toBeInViewport();
  await expect(comment).toBeFocused();
  await expect(comment).toHaveValue("");
  // Another one, from the same address.
  await comment.fill("An answer.");
  await page.keyboard.press("Control+Enter");
  await expect(steps(page).first()).toContainText("An answer.");
  await expect(comment).toBeFocused();
  await expect(page.getByRole("region", { name: "Unknown parameters" })).toHaveCount(0);
  await page.getByRole("link", { name: "Comments", exact: true }).click();
  await expect(steps(page)).toHaveCount(2);

  await page.goto(`/pledges/${reference}`);
  await scriptThere(page);
  const confirm = page.getByRole("button", { name: "Confirm as of today" });
  await confirm.press("Enter");
  const said = page.getByRole("status").filter({ hasText: `${reference} is confirmed as of today.` });
  await expect(said).toBeVisible();
  await expect(page.getByText(/Recorded as entry \d+ of the log\./)).toBeVisible();
  await expect(steps(page)).toHaveCount(4);
  await expect(confirm).toBeFocused();
  // A second press changes nothing, and says the same.
  await confirm.press("Enter");
  await expect(page.getByText(/Recorded as entry \d+ of the log\./)).toHaveCount(0);
  await expect(said).toBeVisible();
  await expect(steps(page)).toHaveCount(4);
  await expect(openItem(page, "Not confirmed recently")).toHaveCount(0);
  await expect(steps(page).first()).toContainText(/Last confirmed\s*1 Nov 2025\s*→\s*25 Feb 2026/);
});

test("an auditor reads everything and is offered no change", async ({ page }) => {
  await signIn(page, "auditor", "/pledges/FR-3-001");
  await expect(page.getByText("You can read them.")).toBeVisible();
  const main = page.getByRole("main");
  for (const change of [/^Edit/, /^Add/, /Retract/, /Void/, /^(Set|Propose)/, /Update/, /Confirm/])
    await expect(main.getByRole("link", { name: change })).toHaveCount(0);
  await expect(main.getByRole("button", { name: /Add|Confirm/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Log a pledge" })).toHaveCount(0);
  for (const path of ["edit", "stage", "void", "evidence", "approvals/new"]) {
    await page.goto(`/pledges/FR-3-001/${path}`);
    await expect(page, path).toHaveURL(`/pledges/FR-3-001`);
  }
  await page.goto("/pledges/new");
  await expect(main.getByRole("button", { name: "Save pledge" })).toHaveCount(0);
});

test("an officer of another desk sees who keeps a participant's records", async ({ page }) => {
  await signIn(page, "officer-north", "/pledges/FR-3-001");
  await expect(page.getByText("Its desk and managers keep the records of France.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit pledge" })).toHaveCount(0);
  await page.goto("/pledges/new");
  await expect(page.locator("#participant option", { hasText: "France" })).toHaveCount(0);
  await expect(page.locator("#participant option", { hasText: "Sweden" })).toHaveCount(1);
});

test.describe("a pledge that doesn't exist", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("says so, and leads back", async ({ page }) => {
    await signIn(page, "manager", "/pledges/FR-3-999");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
    await expect(page.getByRole("navigation", { name: "Main" })).toContainText("Unresolved");
    await expect(page.getByRole("complementary", { name: "Marking" })).toContainText("Demonstration");
    await expect(page.locator("#g-bell")).toBeAttached();
    await page.goto("/pledges/FR-3-999/edit");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  });

  test("or didn't exist yet, leads to it as it is now", async ({ page }) => {
    await signIn(page, "officer");
    const reference = await logPledge(page, { participant: "BE", priority: 1 });
    await page.goto(`/pledges/${reference}?asOf=2026-01-06T12:00:00Z`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
    await page.getByRole("link", { name: "open it as it is now" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
  });
});

test("an administrator sees who may read a pledge", async ({ page }) => {
  await signIn(page, "admin", "/pledges/FR-3-001");
  await expect(page.getByText("Desk officers, managers and auditors can")).toBeVisible();
  await expect(page.getByText("Several thousand troops")).toHaveCount(0);
});

const open = (page: Page) => page.getByRole("region", { name: "Unresolved" });
const openItem = (page: Page, title: string) => open(page).locator("h3", { hasText: title });
const stage = (page: Page) => page.getByRole("region", { name: "Stage" });
const steps = (page: Page) => page.getByRole("region", { name: "Activity" }).locator("ol > li");

/** Approves the open proposal on the pledge. */
async function approve(manager: Page, reference: string): Promise<void> {
  const pledge = await manager.request.get(`/api/v1/pledges/${reference}`);
  const { proposal } = (await pledge.json()) as { proposal: { id: string } };
  await post(manager, `/proposals/${proposal.id}/decision`, { decision: "APPROVE", note: null });
}

async function fillInEvidence(page: Page, kind: string) {
  await page.locator('[id="source.publisher"]').fill("A ministry");
  await page.locator('[id="source.ownership"]').selectOption("OFFICIAL");
  await page.locator("#kind").selectOption(kind);
  await page.locator("#reliability").selectOption("B");
  await page.locator("#credibility").selectOption("2");
}
