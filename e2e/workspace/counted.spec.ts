// How many actions everyday work takes, by the words on the page alone.
import { expect, logPledge, piece, post, scriptThere, signIn, signInByForm, test } from "../fixtures";
import { CountingUser } from "../support/counting-user";

test("a manager takes three decisions in twelve actions from signing in", async ({ page, meet }) => {
  await signIn(page, "officer");
  const titles = ["A counted ship", "A counted course", "A counted depot"];
  for (const title of titles) {
    const given = { participant: "LU", priority: 5, title, evidence: [piece("NOTE_VERBALE")] };
    const reference = await logPledge(page, given);
    const wish = { to: "COMMITTED", reason: "The note binds the government." };
    await post(page, `/pledges/${reference}/stage`, wish, { "If-Match": '"1"' });
  }

  const manager = await meet("manager", "/");
  const user = new CountingUser(manager);
  for (const title of titles) {
    await user.click("link", /^Decisions \d/);
    await user.click("link", title);
    await expect(manager.getByRole("heading", { level: 1 })).toHaveText(title);
    await scriptThere(manager);
    await user.click("radio", /^Approve/);
    await user.click("button", /^Approve/);
    await expect(manager.getByText(/^Approved: LU-5-\d+, Committed\./)).toBeVisible();
  }
  expect(user.actions).toBeLessThanOrEqual(12);
});

test("a second pledge from a communiqué takes twelve actions, and no save of the first is refused", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/mine");
  const refused: string[] = [];
  page.on("response", (answer) => {
    if (answer.request().method() === "POST" && answer.status() >= 400) refused.push(answer.url());
  });
  const user = new CountingUser(page);
  await user.fill(
    "What was said: a communiqué, a speech, a letter",
    "France will send 200 soldiers to Ukraine after a ceasefire. France will provide 20 million euros for training in 2026.",
  );
  await user.click("button", "Find pledges");
  await page.waitForURL("/sources/new");
  await user.fill("Publisher", "A government");
  await user.fill("Title of the document", `Counted ${crypto.randomUUID()}`);
  await user.fill("Published on", "24 February 2026");
  await user.choose("Ownership of the publisher", "Official");
  await user.click("button", "Capture and log by hand");
  await page.waitForURL(/\/log$/);
  await scriptThere(page);

  const said: string[] = [];
  const save = async (): Promise<void> => {
    await user.click("button", "Save and log the next");
    const saved = page.getByRole("status").getByRole("link", { name: /^Saved as FR-/ });
    await expect(saved).toBeVisible();
    await expect.poll(() => saved.innerText()).not.toBe(said.at(-1) ?? "");
    said.push(await saved.innerText());
  };
  await user.click("option", /^France will send/);
  await user.click("button", /^Use as quote/);
  for (const found of [
    /Participant: France/,
    /Quantity: 200 people/,
    /Condition: Ceasefire/,
    /Contribution: Troops/,
  ])
    await user.click("button", found);
  await user.click("radio", /^3 /);
  await user.fill("Title", "Two hundred soldiers");
  await user.click("radio", /^Pledged/);
  await user.click("button", "The rest is not stated");
  await user.choose("Kind of evidence", "Official statement");
  await user.choose("Reliability of the source", "B");
  await user.choose("Credibility of the information", "2");
  await save();

  user.actions = 0;
  await user.click("option", /^France will provide/);
  await user.click("button", /^Use as quote/);
  for (const found of [/Participant: France/, /Money: /]) await user.click("button", found);
  await user.click("radio", /^5 /);
  await user.fill("Title", "Money for training");
  await user.click("radio", /^Pledged/);
  await user.choose("Kind", "Training");
  await user.click("button", "The rest is not stated");
  await save();
  expect(user.actions).toBeLessThanOrEqual(12);
  expect(refused).toEqual([]);
  const manager = await meet("manager");
  for (const saved of said)
    await post(manager, `/pledges/${/FR-\d-\d+/.exec(saved)?.[0] ?? ""}/void`, {
      reason: "Logged for a story",
    });
});

test("an auditor makes a package from the first page and verifies it in eight actions", async ({ page }, {
  outputDir,
}) => {
  await signInByForm(page, "auditor", "/");
  await scriptThere(page);
  const user = new CountingUser(page);
  await user.fill("Purpose", "To count actions");
  await user.click("button", "Make the package");
  const download = page.getByRole("link", { name: /^Download EX-/ }).first();
  await expect(download).toBeVisible({ timeout: 60_000 });
  const [taken] = await Promise.all([page.waitForEvent("download"), download.click()]);
  user.actions += 1;
  const file = `${outputDir}/${taken.suggestedFilename()}`;
  await taken.saveAs(file);
  await user.click("link", /^Verify a package/);
  await scriptThere(page);
  await user.bring("The package as it was downloaded", file);
  await user.click("button", "Use the key that this register publishes");
  await user.click("button", "Check the package");
  await expect(page.getByRole("heading", { name: /is what the register exported/ })).toBeVisible();
  expect(user.actions).toBeLessThanOrEqual(8);
});
