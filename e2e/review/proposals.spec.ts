import type { Page } from "@playwright/test";
import { errorsOn, expect, expectAccessible, logPledge, piece, post, signIn, test } from "../fixtures";

test("an officer proposes with evidence and fixes what comes back, and the activity shows the whole story", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const manager = await meet("manager");
  const reference = await logPledge(page, { participant: "CY", priority: 1, title: "A ship on watch" });
  await page.goto(`/pledges/${reference}`);
  await page.getByRole("link", { name: "Propose a stage" }).click();
  const committed = page.getByRole("radio", { name: /^Committed/ });
  await expect(committed).toHaveAccessibleName(/lacks note verbale or stronger/);
  await page.getByRole("radio", { name: /^Committed/ }).check();
  await page.locator("#reason").fill("The note binds the government.");
  await page.getByRole("button", { name: "Add new evidence" }).click();
  await bring(page, "NOTE_VERBALE");
  await expect(committed).not.toContainText("lacks");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Propose the stage" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByText("Proposed: Committed. A manager decides.")).toBeVisible();
  await expect(stage(page).getByRole("link", { name: "proposed" })).toBeVisible();
  await expect(proposal(page)).toContainText(/Note verbale.*would be recorded with it/s);
  await expect(proposal(page)).toContainText("A manager other than you decides.");
  await page.goto(`/pledges/${reference}/stage`);
  await expect(page.getByText("It has to be decided or withdrawn")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);

  const note = "Which ship? Say that none is named.";
  await decide(manager, reference, { decision: "RETURN", note });
  await page.goto(`/pledges/${reference}`);
  await expect(proposal(page)).toContainText(note);
  await proposal(page).getByRole("link", { name: "Fix and resubmit" }).click();
  await expect(page.getByText(note)).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Committed/ })).toBeChecked();
  await expect(page.locator('[id="evidence.0.kind"]')).toHaveValue("NOTE_VERBALE");
  await page.locator("#reason").fill("The note binds the government. No ship is named.");
  await page.getByRole("button", { name: "Propose the stage" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);

  await decide(manager, reference, { decision: "APPROVE", note: "Seen the note." });
  await manager.goto(`/pledges/${reference}`);
  await expect(stage(manager)).toContainText("Committed since 25 February 2026");
  await expect(proposal(manager)).toHaveCount(0);
  await expect(steps(manager)).toContainText([
    /^(?=.*Manager approved the proposal)(?=.*Note: Seen the note)/s,
    /Manager set the stage.*Pledged.*→.*Committed/s,
    /Desk officer.* proposed.*No ship is named.*→.*Committed/s,
    /Desk officer.* replaced the earlier proposal/s,
    /Manager sent the proposal back.*Note: Which ship/s,
    /Desk officer.* proposed.*→.*Committed.*Note verbale/s,
    /Desk officer.* logged the pledge/s,
  ]);
});

test.describe("a binding pledge", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("changes its number, and becomes void, by a proposal; a change that isn't material is saved at once", async ({
    page,
    meet,
  }) => {
    await signIn(page, "officer");
    const manager = await meet("manager");
    const reference = await committed(page, manager);
    await page.goto(`/pledges/${reference}/edit`);
    await page.locator("#nextAction").fill("Ask for the name of the ship");
    await expect(page.getByText("A manager other than you decides.")).toHaveCount(0);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);

    await page.goto(`/pledges/${reference}/edit`);
    await page.locator('[id="contributions.0.min"], [id="contributions.0.quantity.min"]').fill("3");
    await expect(page.getByText("Contributions: A manager other than you decides.")).toBeVisible();
    await page.getByRole("button", { name: "Propose the changes" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#reason");
    await page.locator("#reason").fill("Two more were named.");
    await page.getByRole("button", { name: "Propose the changes" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}`);
    await expect(proposal(page)).toContainText(/1 ship\s*→\s*3 ships/);
    await expect(page.getByRole("region", { name: "Contributions" })).toContainText("1 ship");

    await page.goto(`/pledges/${reference}/void`);
    await expect(page.getByRole("link", { name: "See the proposal" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Propose to void it" })).toHaveCount(0);
    await page.goto(`/pledges/${reference}`);
    await proposal(page).getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("The proposal is withdrawn. You can make a new one.")).toBeVisible();
    await expect(proposal(page)).toHaveCount(0);

    await page.getByRole("link", { name: "Propose to void it" }).click();
    await page.locator("#reason").fill("It was meant for another priority.");
    await page.getByRole("button", { name: "Propose to void it" }).click();
    await expect(page.getByText("Proposed: to void it. A manager decides.")).toBeVisible();
    await decide(manager, reference, { decision: "APPROVE", note: null });
    await page.goto(`/pledges/${reference}`);
    await expect(page.getByText("This pledge was voided").first()).toBeVisible();
  });
});

test("an approval's outcome for a binding pledge is proposed, sent back, and recorded once decided", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const manager = await meet("manager");
  const reference = await committed(page, manager);
  await page.goto(`/pledges/${reference}/approvals/new`);
  await page.locator("#body").fill("House of Representatives");
  await page.locator("#kind").selectOption("PARLIAMENT_VOTE");
  await page.locator("#status").selectOption("APPROVED");
  await expect(page.getByText("It serves a binding pledge.")).toBeVisible();
  await page.locator("#reason").fill("Voted today.");
  await page.getByRole("button", { name: "Propose the outcome" }).click();
  await expect(page.getByText("Proposed: House of Representatives, Approved.")).toBeVisible();
  await decide(manager, reference, { decision: "RETURN", note: "Which day?" });
  await page.goto(`/pledges/${reference}`);
  await proposal(page).getByRole("link", { name: "Fix and resubmit" }).click();
  await expect(page.locator("#body")).toHaveValue("House of Representatives");
  await page.locator("#decidedOn").fill("2026-02-24");
  await page.getByRole("button", { name: "Propose the outcome" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(proposal(page).locator(".prop")).toHaveCount(1);
  await decide(manager, reference, { decision: "APPROVE", note: null });
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Approvals" })).toContainText("decided 24 Feb 2026");
});

const proposal = (page: Page) => page.getByRole("region", { name: /^Proposals?$/ });
const stage = (page: Page) => page.getByRole("region", { name: "Stage" });
const steps = (page: Page) => page.getByRole("region", { name: "Activity" }).locator("ol > li");

/** A pledge of one ship at Committed, proposed by the officer on the page and approved by the manager. */
async function committed(page: Page, manager: Page): Promise<string> {
  const quantity = { kind: "EXACT", min: 1, max: 1, unit: "SHIP" };
  const contributions = [{ kind: "MARITIME", domain: "SEA", location: "BLACK_SEA", quantity }];
  const given = { participant: "CY", priority: 2, evidence: [piece("NOTE_VERBALE")], contributions };
  const reference = await logPledge(page, given);
  const step = { to: "COMMITTED", reason: "Signed." };
  await post(page, `/pledges/${reference}/stage`, step, { "If-Match": '"1"' });
  await decide(manager, reference, { decision: "APPROVE", note: null });
  return reference;
}

/** Decides the proposal that is open on the pledge, or on an approval of it. */
async function decide(manager: Page, reference: string, decision: object): Promise<void> {
  const participant = reference.slice(0, 2);
  const answer = await manager.request.get(`/api/v1/proposals?participant=${participant}`);
  const { items } = (await answer.json()) as { items: { id: string; concerns: string[] }[] };
  const open = items.find(({ concerns }) => concerns.includes(reference));
  await post(manager, `/proposals/${open?.id ?? ""}/decision`, decision);
}

async function bring(page: Page, kind: string): Promise<void> {
  const at = (field: string) => page.locator(`[id="evidence.0.${field}"]`);
  await at("source.publisher").fill("A ministry");
  await at("source.ownership").selectOption("OFFICIAL");
  await at("kind").selectOption(kind);
  await at("reliability").selectOption("B");
  await at("credibility").selectOption("2");
  await at("quote").fill("The Republic undertakes to send a ship.");
}
