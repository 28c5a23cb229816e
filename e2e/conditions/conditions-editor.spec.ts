import type { Page } from "@playwright/test";
import {
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  piece,
  post,
  signIn,
  tabTo,
  test,
} from "../fixtures";

const line = (page: Page, name: RegExp) => page.getByRole("group", { name }).last();
const adder = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const said = (page: Page) => page.locator("form > [role=status]").filter({ hasText: /./ });
const readsAs = (page: Page) => page.getByRole("region", { name: "Reads as" });

test("an officer builds a condition by keyboard alone, and the pledge's page shows it", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "AT", priority: 3, title: "Engineers" });
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByRole("region", { name: "Condition" })).toContainText(
    "No condition is on record for this pledge.",
  );
  await tabTo(page, page.getByRole("link", { name: "Set a condition" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/condition$/, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Condition of ${reference}`);
  await expect(readsAs(page)).toContainText("No condition: it waits for nothing on record.");

  // A trigger: the focus is on it as soon as it is there.
  await tabTo(page, adder(page, "Trigger"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Trigger" })).toBeFocused();
  await expect(said(page)).toContainText("Added. It is line 1 of 1.");
  await page.keyboard.type("Ceasefire in");
  await expect(readsAs(page)).toContainText("Starts when the ceasefire is in force.");

  // A pledge, found by words of its title.
  await tabTo(page, adder(page, "Pledge"));
  await page.keyboard.press("Enter");
  const pledge = page.getByRole("combobox", { name: "Pledge" });
  await expect(pledge).toBeFocused();
  await page.keyboard.type("backstop");
  await expect(page.getByRole("option", { name: /US-4-001/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(pledge).toHaveValue("US-4-001");
  await expect(page.getByText(/backstop\), now Signalled/)).toBeVisible();

  // Another trigger, which must not hold, and both of the last two in a group of which one is enough.
  await tabTo(page, adder(page, "Trigger"));
  await page.keyboard.press("Enter");
  await page.keyboard.type("International");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(readsAs(page)).toContainText(
    "the ceasefire is in force and US-4-001 is committed and no international mandate is given.",
  );
  await tabTo(page, page.getByRole("button", { name: /^Into a new group: no international/ }));
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Moved. It is now line 1 of 1 in “Any of these”. Can it start? no.");
  await page.keyboard.press("Shift+Tab");
  await tabBack(page, page.getByRole("button", { name: "Into the group below: US-4-001 is committed" }));
  await page.keyboard.press("Enter");
  await expect(readsAs(page)).toContainText(
    "Starts when the ceasefire is in force and (US-4-001 is committed or no international mandate is given).",
  );
  // The focus moved with the line.
  await expect(page.locator(":focus")).toHaveAccessibleName(/US-4-001 is committed$/);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);

  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(`/pledges/${reference}#condition`);
  const shown = page.getByRole("region", { name: "Condition" });
  await expect(shown).toContainText("Can it start? no");
  await expect(shown.getByRole("listitem").filter({ hasText: /^Trigger Ceasefire in force/ })).toContainText(
    /false.*dormant, not counted/s,
  );
  await expect(shown.getByRole("listitem").filter({ hasText: /^Pledge US-4-001/ })).toContainText(
    /false.*blocks, now Signalled/s,
  );
  await expect(shown.getByRole("listitem").filter({ hasText: /^Not: Trigger/ })).toContainText(
    /unknown.*blocks, nobody has recorded it/s,
  );
  await expect(shown.getByRole("link", { name: "US-4-001", exact: true })).toHaveAttribute(
    "href",
    "/pledges/US-4-001",
  );
  await expect(page.getByRole("region", { name: "Activity" })).toContainText(
    /Waits for\s*none → Starts when/,
  );
  await expect(page.getByRole("region", { name: "Unresolved", exact: true })).toContainText(
    "Depends on another pledge",
  );

  // Finally all of it is removed.
  await page.goto(`/pledges/${reference}/condition`);
  await tabTo(page, page.getByRole("button", { name: "Clear condition" }));
  await page.keyboard.press("Enter");
  await expect(adder(page, "Trigger")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(shown).toContainText("No condition is on record for this pledge.");
});

test.describe("an error in a condition", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is shown at its line, even after the line has moved", async ({ page }) => {
    await signIn(page, "officer");
    const reference = await logPledge(page, { participant: "AT", priority: 3, title: "Divers" });
    await page.goto(`/pledges/${reference}/condition`);
    await adder(page, "Trigger").click();
    await page.getByRole("combobox", { name: "Trigger" }).selectOption("CEASEFIRE_IN_FORCE");
    await adder(page, "Pledge").click();
    await page.getByRole("combobox", { name: "Pledge" }).fill(reference);
    await adder(page, "Approval").click();
    await page.getByRole("button", { name: "Save condition" }).click();
    await expect(page).toHaveTitle(/^Error: Condition of/);
    const summary = errorsOn(page);
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveText(["Choose an approval, or remove the line"]);
    await summary.getByRole("link").click();
    await expect(page.getByRole("combobox", { name: "Approval", exact: true })).toBeFocused();
    await page.getByRole("button", { name: /^Remove: Approval/ }).click();
    await page.getByRole("button", { name: "Save condition" }).click();
    await expect(summary.getByRole("link")).toHaveText(["A pledge cannot wait for itself"]);
    await page.getByRole("button", { name: /^Move up: .* is committed$/ }).click();
    await expect(line(page, /^Line 1: .* is committed$/)).toContainText("A pledge cannot wait for itself");
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Remove: .* is committed$/ }).click();
    await page.getByRole("button", { name: "Save condition" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}#condition`);
  });
});

test.describe("with a colleague at work", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("two conflicting conditions are shown as sentences, and one is chosen", async ({ page, meet }) => {
    await signIn(page, "officer");
    const reference = await logPledge(page, { participant: "AT", priority: 3, title: "Sappers" });
    await page.goto(`/pledges/${reference}/condition`);
    const colleague = await meet("manager", `/pledges/${reference}/condition`);
    await adder(colleague, "Trigger").click();
    await colleague.getByRole("combobox", { name: "Trigger" }).selectOption("UKRAINE_REQUEST");
    await colleague.getByRole("button", { name: "Save condition" }).click();
    await expect(colleague).toHaveURL(`/pledges/${reference}#condition`);

    await adder(page, "Trigger").click();
    await page.getByRole("combobox", { name: "Trigger" }).selectOption("CEASEFIRE_IN_FORCE");
    await page.getByRole("button", { name: "Save condition" }).click();
    await expect(page.getByRole("heading", { name: "Someone else changed this too" })).toBeFocused();
    const row = page.getByRole("table").locator("tbody tr");
    await expect(row).toContainText(
      /Waits for.*Starts when Ukraine has asked for it\..*Starts when the ceasefire is in force\./s,
    );
    await expectAccessible(page);
    await row.getByRole("radio").nth(1).check();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(`/pledges/${reference}#condition`);
    await expect(page.getByRole("region", { name: "Condition" })).toContainText("the ceasefire is in force");
    await expect(page.getByRole("region", { name: "Activity" })).toContainText(
      "Starts when Ukraine has asked for it. → Starts when the ceasefire is in force.",
    );
  });
});

test("a binding pledge's condition is proposed, reviewed as sentences, sent back and fixed", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, {
    participant: "AT",
    priority: 3,
    title: "Field hospital",
    evidence: [piece("SIGNED_DOCUMENT")],
  });
  const step = { to: "COMMITTED", reason: "Signed" };
  const { id } = await post<{ id: string }>(page, `/pledges/${reference}/stage`, step, { "If-Match": '"1"' });
  const manager = await meet("manager");
  await post(manager, `/proposals/${id}/decision`, { decision: "APPROVE", note: null });

  await page.goto(`/pledges/${reference}/condition`);
  await adder(page, "Trigger").click();
  await page.getByRole("combobox", { name: "Trigger" }).selectOption("CEASEFIRE_IN_FORCE");
  await expect(page.getByText("A manager other than you decides.")).toBeVisible();
  await page.locator("#reason").fill("The letter names it");
  await page.getByRole("button", { name: "Propose the condition" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Proposed: what it waits for" })).toBeVisible();
  const proposals = page.getByRole("region", { name: /proposal/i }).first();
  await expect(proposals).toContainText("Starts when the ceasefire is in force.");

  await proposals.getByRole("link", { name: "Open under Decisions" }).click();
  await manager.goto(page.url());
  await expect(manager.getByRole("region", { name: "What would change" })).toContainText(
    /Waits for.*Starts when the ceasefire is in force\./s,
  );
  const proposal = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await post(manager, `/proposals/${proposal}/decision`, {
    decision: "RETURN",
    note: "Also at Kyiv’s request.",
  });
  await page.goto(`/pledges/${reference}`);
  await page.getByRole("link", { name: "Fix and resubmit" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}/condition?proposal=${proposal}`);
  await expect(page.getByText("Also at Kyiv’s request.")).toBeVisible();
  await expect(readsAs(page)).toContainText("the ceasefire is in force");
  await expect(page.locator("#reason")).toHaveValue("The letter names it");
  await adder(page, "Trigger").click();
  await page.getByRole("combobox", { name: "Trigger" }).last().selectOption("UKRAINE_REQUEST");
  await page.getByRole("button", { name: "Propose the condition" }).click();
  await expect(page.getByRole("region", { name: /proposal/i }).first()).toContainText(
    "Starts when the ceasefire is in force and Ukraine has asked for it.",
  );
});

test("an auditor finds no way to change a condition", async ({ page }) => {
  await signIn(page, "auditor", "/pledges/DE-3-001/condition");
  await expect(page).toHaveURL("/pledges/DE-3-001");
  await expect(
    page.getByRole("region", { name: "Condition" }).getByRole("link", { name: /condition/ }),
  ).toHaveCount(0);
});

/** Presses Shift+Tab until the target has the focus. */
async function tabBack(page: Page, target: ReturnType<Page["locator"]>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Shift+Tab");
  }
  await expect(target).toBeFocused();
}
