import { errorsOn, expect, expectAccessible, logPledge, nameOn, signIn, test } from "../fixtures";

const REFERENCE = /^[A-Z]{2,3}-[1-5]-\d{3}$/;

test.describe("a finding", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("is noted on a record, answered, read before it is closed, and opened again", async ({
    page,
    meet,
  }) => {
    const manager = await meet("manager");
    const reference = await logPledge(manager, { participant: "NZ", priority: 5, title: "Instructors" });

    await signIn(page, "auditor", `/pledges/${reference}`);
    await expect(page.getByRole("region", { name: "Findings" })).toContainText(
      "No finding on this record is open.",
    );
    await page.getByRole("link", { name: "Note a finding" }).click();
    await expect(page.getByRole("main")).toContainText(`On the pledge ${reference} Instructors`);
    await page.getByRole("button", { name: "Note the finding" }).click();
    await expect(errorsOn(page)).toContainText("Enter the text");
    await page.getByLabel("What was found").fill("The ministry speaks of trainers, not of instructors.");
    await page.getByRole("button", { name: "Note the finding" }).click();
    await expect(page.getByRole("status").filter({ hasText: /F-\d{4} is noted/ })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Finding on ${reference}`);
    const name = await nameOn(page);
    expect(name).toMatch(/^F-\d{4}$/);
    await page.getByLabel("Why it is closed").fill("Nobody answers.");

    // The manager finds it by the rail and its tab and answers, while the auditor's page is open.
    await manager
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Decisions/ })
      .click();
    await manager.getByRole("link", { name: /^Findings \d+$/ }).click();
    await manager.getByRole("row").filter({ hasText: name }).getByRole("link", { name }).click();
    await manager.getByLabel("Your answer").fill("The word is the ministry’s own; see the annex.");
    await manager.getByRole("button", { name: "Answer" }).click();
    await expect(manager.getByRole("status").filter({ hasText: "Your answer is on record." })).toBeVisible();
    await expect(manager.getByRole("main").getByText("Answered", { exact: true }).first()).toBeVisible();
    await expectAccessible(manager);

    await page.getByRole("button", { name: "Close the finding" }).click();
    await expect(errorsOn(page)).toContainText("Manager has added to this finding in the meantime.");
    await page.getByRole("button", { name: "Load the page again" }).click();
    await expect(page.getByRole("main")).toContainText("see the annex");
    await expect(page.getByLabel("Why it is closed")).toHaveValue("Nobody answers.");
    await page.getByLabel("Why it is closed").fill("The annex says so.");
    await page.getByRole("button", { name: "Close the finding" }).click();
    await expect(page.getByRole("status").filter({ hasText: "The finding is closed." })).toBeVisible();
    await page.goto("/findings?q=instructors");
    await expect(page.getByRole("main")).not.toContainText(name);

    await page.goto(`/findings/${name}`);
    await page.getByLabel("Why it is open again").fill("The annex was withdrawn.");
    await page.getByRole("button", { name: "Open it again" }).click();
    await expect(
      page.getByRole("main").getByText("Waiting for an answer", { exact: true }).first(),
    ).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "of the log" })).toHaveCount(4);

    const officer = await meet("officer", `/pledges/${reference}`);
    await officer.getByRole("region", { name: "Findings" }).getByRole("link", { name }).click();
    await expect(officer.getByRole("main")).toContainText("A manager answers.");
    await expect(officer.getByRole("button", { name: /Answer|Close|Open it again/ })).toHaveCount(0);
    await officer.goto("/findings/new");
    await expect(officer.getByRole("main")).toContainText("Only auditors note findings.");
    const admin = await meet("admin", `/findings/${name}`);
    await expect(admin.getByRole("main")).toContainText("Your role cannot open the record.");
  });
});

test("a finding about nothing, or about no record, is refused at the top and at the box", async ({
  page,
}) => {
  await signIn(page, "auditor", "/findings/new");
  const box = page.getByLabel("Reference or code of the record");
  for (const [typed, error] of [
    ["", "Enter the reference or code of a record"],
    ["nothing", "The register has no record called “nothing”."],
  ] as const) {
    await box.fill(typed);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(errorsOn(page)).toContainText(error);
    await expect(errorsOn(page)).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(box).toHaveAttribute("aria-invalid", "true");
  }
});

test("an auditor finds findings, sample and entry lag by their names", async ({ page }) => {
  await signIn(page, "auditor");
  const rail = page.getByRole("navigation", { name: "Main" });
  const tabs = page.getByRole("navigation", { name: "More on this" });
  await rail.getByRole("link", { name: "Exports" }).click();
  await tabs.getByRole("link", { name: "Draw a sample" }).click();
  await expect(page).toHaveURL(/\/sample\?of=pledges&n=25&seed=[0-9a-f]{16}&position=\d+$/);
  const rows = page.getByRole("table", { name: "Records drawn" }).getByRole("row");
  await expect(rows).toHaveCount(26);
  // Other stories may give a drawn record another title meanwhile, so only what the draw decides is compared.
  const references = rows.getByText(REFERENCE);
  const drawn = await references.allTextContents();
  expect(drawn).toHaveLength(25);
  await page.reload();
  expect(await references.allTextContents()).toEqual(drawn);
  await page.getByRole("link", { name: "Draw with a new seed" }).click();
  await expect(page.getByRole("heading", { name: "How to repeat this draw" })).toBeVisible();
  await expect.poll(() => references.allTextContents()).not.toEqual(drawn);
  const reference = (await references.first().textContent()) ?? "";
  await rows.nth(1).getByRole("link", { name: "Note a finding" }).click();
  await expect(page.getByRole("main")).toContainText(`On the pledge ${reference}`);

  await rail.getByRole("link", { name: /^Findings/ }).click();
  await page.getByRole("link", { name: "Note a finding" }).click();
  await page.getByLabel("Reference or code of the record").fill("fr");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("main")).toContainText("On the participant FR France");

  await rail.getByRole("link", { name: "Coverage" }).click();
  await page
    .getByRole("navigation", { name: "Show coverage as" })
    .getByRole("link", { name: "Entry lag" })
    .click();
  const total = page.getByRole("table", { name: "Entry lag in days" }).getByRole("row").last();
  const longest = (await total.getByRole("cell").nth(2).textContent()) ?? "";
  await total.getByRole("cell").nth(2).getByRole("link").click();
  const behind = page.getByRole("table", { name: "Pledges by their entry lag" }).getByRole("row");
  await expect(behind.nth(1).getByRole("cell").last()).toHaveText(longest);
  await page.getByRole("link", { name: "Show all pledges" }).click();
  await page.getByRole("link", { name: "Participant", exact: true }).click();
  await expect(page).toHaveURL("/entry-lag?group=participant");
});
