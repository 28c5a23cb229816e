// Changing pledges where they are listed: one in place, several at once, by keyboard.
import type { Page } from "@playwright/test";
import { errorsOn, expect, expectAccessible, logPledge, signIn, tabTo, test } from "../fixtures";

// Invalid input, and changes that someone else made first.
test.use({ expectedErrors: [/status of (409|422)/] });

const patch = (page: Page, reference: string, version: number, body: object) =>
  page.request.patch(`/api/v1/pledges/${reference}`, {
    data: body,
    headers: { "If-Match": `"${String(version)}"`, "Sec-Fetch-Site": "same-origin" },
  });

test("a pledge is changed in its row by keyboard: Escape, an error at its field, a conflict, a confirmation", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const title = `Rowed ${String(Date.now())}`;
  const reference = await logPledge(page, { participant: "CY", priority: 4, title });
  await page.goto(`/pledges?q=${encodeURIComponent(title)}`);
  const link = page.getByRole("link", { name: new RegExp(`Change owner.* of ${reference}`) });
  await expect(page.getByText("pledges to change them together")).toBeVisible();

  await tabTo(page, link);
  await page.keyboard.press("Enter");
  const editor = page.getByRole("group", { name: `Change ${reference} here` });
  await expect(editor.getByLabel("Owner")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(editor).toBeHidden();
  await expect(link).toBeFocused();

  await page.keyboard.press("Enter");
  await editor.getByLabel("Next action", { exact: true }).fill("x".repeat(301));
  await page.keyboard.press("Enter");
  await expect(editor.getByLabel("Next action", { exact: true })).toHaveAccessibleDescription(
    /300 characters/,
  );
  await expect(editor.locator("p.errmsg:not(.field *)")).toHaveCount(0);

  const manager = await meet("manager", "/profile");
  await patch(manager, reference, 1, { title: `${title} anew`, nextAction: "Theirs" });
  await editor.getByLabel("Next action", { exact: true }).fill("Mine");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Someone else changed this too" })).toBeVisible();
  await editor.getByRole("radio", { name: "Mine" }).check();
  await editor.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${reference} is saved.` })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(reference) })).toContainText("Mine");

  await link.press("Enter");
  await editor.getByRole("button", { name: "Confirm as of today" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${reference} is confirmed` })).toBeVisible();
});

test("several pledges are changed at once by keyboard; one that fails says why and is tried again", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const title = `Many ${String(Date.now())}`;
  const references = [];
  for (let n = 0; n < 3; n += 1)
    references.push(await logPledge(page, { participant: "CY", priority: 5, title }));
  const [, second = ""] = references;
  await page.goto(`/pledges?q=${encodeURIComponent(title)}`);
  const all = page.getByRole("checkbox", { name: "Select all on this page" });
  await expect(page.getByText("pledges to change them together")).toBeVisible();

  // What is typed in one row is still there after another row was opened.
  const rows = page.getByRole("link", { name: /^Change owner/ });
  const typed = page.getByLabel("Next action", { exact: true });
  await rows.nth(0).press("Enter");
  await typed.fill("Half typed");
  await rows.nth(1).press("Enter");
  await expect(typed).toHaveValue("");
  await rows.nth(0).press("Enter");
  await expect(typed).toHaveValue("Half typed");
  await page.getByRole("button", { name: "Discard the draft" }).press("Enter");
  await expect(typed).toHaveValue("");
  await typed.press("Escape");

  await page.getByRole("checkbox", { name: references[0] ?? "" }).press("Space");
  await page.getByRole("checkbox", { name: references[2] ?? "" }).press("Shift+Space");
  await expect(page.getByText("3 pledges selected")).toBeVisible();
  await page.getByRole("button", { name: "Change them" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Change the selected pledges" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Change them" })).toBeFocused();
  await page.getByRole("button", { name: "Clear the selection" }).press("Enter");
  await tabTo(page, all);
  await page.keyboard.press("Space");
  await expect(page.getByText("3 pledges selected")).toBeVisible();

  const manager = await meet("manager", "/profile");
  await patch(manager, second, 1, { nextAction: "Theirs" });

  const open = page.getByRole("button", { name: "Change them" });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Change the selected pledges" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change 3" }).press("Enter");
  await expect(errorsOn(page)).toContainText("Tick what you want to change");
  const due = page.getByRole("textbox", { name: "Pledge due" });
  await due.fill("31 February");
  await page.keyboard.press("Enter");
  const line = errorsOn(page).getByRole("link");
  await expect(line).toHaveText(/^Pledge due: /);
  await line.click();
  await expect(due).toBeFocused();
  await page.getByRole("checkbox", { name: "Change pledge due" }).uncheck();
  // As copied from Word.
  const action = page.getByLabel("Next action", { exact: true });
  await action.fill("Ask\u000bin Nicosia");
  await expect(action).toHaveValue("Ask in Nicosia");
  await page.keyboard.press("Enter");

  await expect(
    page.getByRole("heading", { name: "2 changed, 0 already as asked, 1 to check." }),
  ).toBeVisible();
  await expect(
    page.getByRole("row", { name: new RegExp(`${second} .*changed it in the meantime: Next action`) }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try these again" }).press("Enter");
  await expect(
    page.getByRole("heading", { name: "3 changed, 0 already as asked, 0 to check." }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("cell", { name: /Ask in Nicosia/ })).toHaveCount(3);
  await expect(page.getByText("pledges to change them together")).toBeVisible();
});

test("an owner whose desk lacks the participant is said in the row, and of how many selected pledges", async ({
  page,
}) => {
  await signIn(page, "manager");
  const title = `Given ${String(Date.now())}`;
  const north = "officer-north@register.example";
  const cyprus = await logPledge(page, { participant: "CY", priority: 4, title });
  await logPledge(page, { participant: "NO", priority: 4, title });
  await page.goto(`/pledges?q=${encodeURIComponent(title)}`);
  await expect(page.getByText("pledges to change them together")).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`Change owner.* of ${cyprus}`) }).click();
  const editor = page.getByRole("group", { name: `Change ${cyprus} here` });
  const said = editor.getByText(/not on the desk of Desk officer, northern desk, who can own/);
  const owner = editor.getByLabel("Owner");
  await owner.selectOption(north);
  await expect(said).toBeVisible();
  await owner.selectOption("officer@register.example");
  await expect(said).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("button", { name: "Set owner" }).click();
  const form = page.getByRole("form", { name: "Change the selected pledges" });
  await form.getByRole("combobox", { name: "Owner" }).selectOption(north);
  const ofMany = form.getByText(/not on the desk of Desk officer, northern desk: 1 of 2\./);
  await expect(ofMany).toBeVisible();
  await expectAccessible(page);
  await form.getByRole("combobox", { name: "Owner" }).selectOption("manager@register.example");
  await expect(ofMany).toHaveCount(0);
});

test("an officer's own item is changed in place, and is gone when that settles it", async ({ page }) => {
  await signIn(page, "officer");
  const owned = { participant: "CY", priority: 2, owner: "officer@register.example" };
  const reference = await logPledge(page, { ...owned, nextAction: "Ask", nextActionDueOn: "2026-01-15" });
  await page.goto("/mine");
  const link = page.getByRole("link", { name: new RegExp(`Change owner.* of ${reference}`) }).first();
  await link.click();
  const editor = page.getByRole("group", { name: `Change ${reference} here` });
  await editor.getByRole("textbox", { name: "Next action due" }).fill("2099-01-15");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: `${reference} is saved.` })).toBeVisible();
  const late = page.getByRole("region", { name: "Due this week" }).getByRole("row");
  await expect(late.filter({ hasText: reference })).toHaveCount(0);
});

test("without a script the link leads to the form, and there are no boxes to tick in vain", async ({
  browser,
  page,
  baseURL,
}) => {
  await signIn(page, "officer", "/profile");
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await context.addCookies(await page.context().cookies());
  const bare = await context.newPage();
  await bare.goto("/pledges?participant=FR");
  await expect(bare.locator("[data-many]").first()).toBeHidden();
  await bare.locator("a[data-inline]").first().click();
  await expect(bare).toHaveURL(/\/pledges\/FR-\d-\d+\/edit/);
  await bare.getByRole("searchbox").first().waitFor();
  await context.close();
});
