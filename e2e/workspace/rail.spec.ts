// On a laptop's window the rail is longer than the window: it scrolls by itself, and what has the focus is in sight.
import type { Page } from "@playwright/test";
import { expect, PHONE, signIn, test } from "../fixtures";

const LAPTOP = { width: 1366, height: 768 };

for (const who of ["officer", "manager", "auditor", "admin"] as const)
  test(`${who}: each entry and Sign out is reached with the keyboard alone, and seen`, async ({ page }) => {
    await page.setViewportSize(LAPTOP);
    await signIn(page, who, "/definitions");
    const entries = page.locator("#rail a, #rail button, #rail input").filter({ visible: true });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const count = await entries.count();
    expect(count).toBeGreaterThan(5);
    await entries.first().focus();
    for (let place = 0; place < count; place += 1) {
      const entry = entries.nth(place);
      await expect(entry).toBeFocused();
      await expect(entry).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("Tab");
    }
    await expect(page.locator("#rail").getByRole("button", { name: "Sign out" })).toBeInViewport({
      ratio: 1,
    });
    // Back up, too.
    await page.keyboard.press("Shift+Tab");
    for (let place = count - 1; place >= 0; place -= 1) {
      await expect(entries.nth(place)).toBeFocused();
      await expect(entries.nth(place)).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("Shift+Tab");
    }
  });

test("at its end it doesn't take the page along", async ({ page }) => {
  await page.setViewportSize(LAPTOP);
  await signIn(page, "manager", "/definitions");
  const rail = page.locator("#rail");
  const overflow = await rail.evaluate((one) => one.scrollHeight - one.clientHeight);
  expect(overflow).toBeGreaterThan(0);
  await rail.hover();
  for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, overflow);
  await expect.poll(() => rail.evaluate((one) => Math.ceil(one.scrollTop))).toBeGreaterThanOrEqual(overflow);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(rail.getByRole("button", { name: "Sign out" })).toBeInViewport({ ratio: 0.99 });
});

for (const [name, size] of [
  ["a phone", PHONE],
  ["a laptop at 200 %", { width: 683, height: 384 }],
] as const)
  test(`on ${name} the drawer leads to Sign out as well`, async ({ page }) => {
    await page.setViewportSize(size);
    await signIn(page, "manager", "/definitions");
    await page.getByRole("button", { name: "Menu" }).click();
    const out = page.locator("#rail").getByRole("button", { name: "Sign out" });
    await out.focus();
    await expect(out).toBeInViewport({ ratio: 0.99 });
  });

test("on a phone each menu of a page opens within the window", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, "auditor", "/unresolved");
  for (const address of WITH_MENUS) {
    await page.goto(address);
    const menus = page.locator("details.menu");
    await expect(menus.first(), address).toBeVisible();
    const count = await menus.count();
    for (let place = 0; place < count; place += 1) {
      await menus.nth(place).locator("summary").click();
      expect(await outside(page), address).toEqual([]);
      await menus.nth(place).locator("summary").click();
    }
  }
});

const WITH_MENUS = [
  "/unresolved",
  "/pledges",
  "/coverage",
  "/changes",
  "/requirements",
  "/conditions",
  "/sources",
  "/review",
  "/findings",
  "/questions",
  "/inbox",
  "/entry-lag",
  "/audit",
  "/access-log",
  "/briefing",
];

/** Menus that are open and reach out of the window. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("details.menu[open] > ul")]
      .map((list) => ({ text: list.textContent ?? "", box: list.getBoundingClientRect() }))
      .filter(
        ({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth || box.width === 0,
      )
      .map(({ text, box }) => `${text}: ${String(box.left)} to ${String(box.right)}`),
  );
