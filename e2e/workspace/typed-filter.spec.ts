// The typed filter of pledges: by keyboard with suggestions, as a plain form without a script, in three languages.
import { DESKTOP, expect, expectAccessible, referencesOn, signIn, test } from "../fixtures";

test.use({ viewport: DESKTOP });

test("a term is suggested while typing, with how many pledges it leaves, and taken by keyboard", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges?participant=GB");
  const field = page.getByRole("combobox", { name: "Words or reference" });
  await field.click();
  await field.pressSequentially("st");
  const pledged = page.getByRole("option", { name: /^stage:pledged/ });
  await expect(pledged).toBeVisible();
  await expect(
    page.getByRole("status").filter({ hasText: /suggestions\. Use the arrow keys/ }),
  ).toBeAttached();
  const left = Number((await pledged.innerText()).match(/\d+$/)?.[0]);
  while ((await pledged.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-activedescendant", String(await pledged.getAttribute("id")));
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pledges?participant=GB&q=stage:pledged");
  await expect(page.getByRole("link", { name: "Remove stage:pledged" })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await expect(referencesOn(page)).toHaveCount(left);

  await field.pressSequentially("-owner:none brigade");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Remove -owner:nobody" })).toBeVisible();
  await expect(field).toHaveValue("brigade");
  await field.fill("");
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("link", { name: "Remove -owner:nobody" })).toHaveCount(0);
});

test("an unknown term is named under the field with the known ones; nothing is lost", async ({ page }) => {
  await signIn(page, "auditor", "/pledges?priority=3&q=colour:red+gripen");
  const field = page.getByLabel("Words or reference");
  await expect(field).toHaveValue("colour:red gripen");
  await expect(field).toHaveAccessibleDescription(/“colour” is not known here\. Known: who, stage, priority/);
  await expect(page.getByRole("link", { name: "Remove priority:3" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/pledges?q=stage:pledgd");
  await expect(field).toHaveAccessibleDescription(
    /“pledgd” is not known for “stage”\. Known: open, signalled/,
  );
  for (const hostile of [
    '"""".,:',
    "a:".repeat(200),
    "\u202Estage:pledged",
    "stage:\u200Fpledged,,",
    "-:-:-",
  ]) {
    await page.goto(`/pledges?q=${encodeURIComponent(hostile)}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("an empty list says which term to drop, and how many pledges that leaves", async ({ page }) => {
  await signIn(page, "manager", "/pledges?participant=FR&stage=FULFILLED");
  const state = page.getByRole("main");
  await expect(state.getByRole("heading", { name: "No pledge matches this view" })).toBeVisible();
  const without = state.getByRole("link", { name: /^Without stage:fulfilled: \d+ pledges?$/ });
  const left = Number((await without.innerText()).match(/(\d+) pledge/)?.[1]);
  await without.click();
  await expect(page).toHaveURL("/pledges?participant=FR");
  await expect(referencesOn(page)).toHaveCount(left);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("terms are sent by a plain form, and each is removed by a link", async ({ page }) => {
    await signIn(page, "auditor", "/pledges");
    await page.getByLabel("Words or reference").fill('who:"United Kingdom" priority:3');
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(referencesOn(page)).toHaveText([/^GB-3/, /^GB-3/, /^GB-3/]);
    await page.getByLabel("Words or reference").fill("stage:committed");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(referencesOn(page)).toHaveText(["GB-3-003"]);
    await page.getByRole("link", { name: "Remove stage:committed" }).click();
    await expect(referencesOn(page)).toHaveCount(3);

    await page.goto("/pledges?priority=3&age=%3E30&not=stage:PLEDGED");
    await page.getByRole("link", { name: "Clear the filter" }).first().click();
    await expect(page).toHaveURL("/pledges");
  });
});

test("unresolved, changes and sources take the same grammar", async ({ page }) => {
  await signIn(page, "officer", "/unresolved");
  const field = page.getByRole("combobox", { name: "Which items" });
  await field.click();
  await field.pressSequentially("who:fr");
  const france = page.getByRole("option", { name: /^who:FR/ });
  await expect(france).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/unresolved?q=who:FR");
  await expect(page.getByRole("link", { name: "Remove who:France" })).toBeVisible();
  await field.fill("owner:me -open:quality");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Remove owner:me" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove -open:quality" })).toBeVisible();
  // Exclusions: of owners, of participants, and of a code that nobody has.
  await field.fill("-owner:nobody -who:GB,XW");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Remove -owner:nobody" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove -who:United Kingdom, XW" })).toBeVisible();
  await expect(page.getByText("No participant on record has the code XW.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("without participant: United Kingdom, XW");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove -who:United Kingdom, XW" }).click();
  await expect(page.getByRole("link", { name: /^Remove -who/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Remove -owner:nobody" })).toBeVisible();
  await field.click();
  await field.pressSequentially("-who:fr");
  await expect(page.getByRole("option", { name: /^-who:FR/ })).toBeVisible();
  await field.fill("gripen");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAccessibleDescription(/can’t be searched for words such as “gripen”/);
  await expect(page.getByRole("link", { name: "Remove who:France" })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/changes");
  const changes = page.getByRole("combobox", { name: "Which changes" });
  await changes.fill("who:GB");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Remove who:United Kingdom" })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/sources?q=-ownership:official");
  await expect(page.getByRole("link", { name: "Remove -ownership:official" })).toBeVisible();
  await expect(page.getByRole("table").getByRole("cell", { name: "Official", exact: true })).toHaveCount(0);
  await expectAccessible(page);
});
