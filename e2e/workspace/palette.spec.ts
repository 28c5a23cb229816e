import { expect, expectAccessible, PHONE, scriptThere, signIn, test } from "../fixtures";

test("Ctrl+K leads to a page, a pledge and a country by keyboard alone, on any layout", async ({ page }) => {
  await signIn(page, "manager", "/coverage");
  const opener = page.getByRole("button", { name: "Go to a page, a record or a task" });
  await expect(opener).toBeEnabled();
  await opener.focus();
  // As a Ukrainian layout sends it: another letter in the same position.
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "л",
        code: "KeyK",
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  );
  const box = page.getByRole("combobox", { name: "A page, a record or a task" });
  await expect(box).toBeFocused();
  await expect(page.getByRole("option", { name: "Log a pledge" })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Control+k");
  await box.pressSequentially("fr-3-001");
  await expect(page.getByRole("option", { name: /FR-3-001/ })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 result" })).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pledges/FR-3-001");

  await expect(opener).toBeEnabled();
  await page.keyboard.press("Control+k");
  await box.pressSequentially("Німеч");
  await page.getByRole("option", { name: /Germany/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/participants/DE");

  await expect(opener).toBeEnabled();
  await page.keyboard.press("Control+k");
  await box.pressSequentially("zzzz");
  await expect(page.getByText(/^Nothing found/)).toBeVisible();
});

test("? lists the keys, G and a letter open a page, and single keys can be disabled", async ({ page }) => {
  await signIn(page, "auditor", "/pledges");
  await scriptThere(page);
  await page.keyboard.press("Shift+Slash");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("heading", { name: "Keyboard shortcuts" })).toBeFocused();
  await expect(sheet.getByText("Coverage", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL("/coverage");

  await page.goto("/profile");
  await page.getByRole("group", { name: "Single-key shortcuts" }).getByLabel("Off").check();
  await page.goto("/pledges");
  await scriptThere(page);
  await page.keyboard.press("Shift+Slash");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL("/pledges");
});

test("at a past moment it keeps the moment and offers no changes; on a phone it fits", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, "officer", "/pledges?asOf=2026-01-20T12:00Z");
  await page.getByRole("button", { name: "Go to a page, a record or a task" }).click();
  const box = page.getByRole("combobox", { name: "A page, a record or a task" });
  await expect(page.getByRole("option", { name: "Coverage", exact: true })).toBeVisible();
  await expect(page.getByRole("option", { name: "Log a pledge" })).toBeHidden();
  await expectAccessible(page);
  await box.fill("GB-3");
  await page.getByRole("option", { name: /GB-3-001/ }).click();
  await expect(page).toHaveURL("/pledges/GB-3-001?asOf=2026-01-20T12:00Z");
});
