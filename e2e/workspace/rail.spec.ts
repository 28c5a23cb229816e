// The rail has at most twelve entries, all visible on a laptop. In a lower window its middle scrolls
// separately, and the entry with the focus stays visible.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

const LAPTOP = { width: 1366, height: 768 };
const LOW = { width: 1366, height: 480 };

for (const who of ["officer", "manager", "auditor", "admin"] as const)
  test(`${who}: each entry and Sign out is reached by keyboard alone, and is in view`, async ({ page }) => {
    await page.setViewportSize(LAPTOP);
    await signIn(page, who, "/definitions");
    const entries = page.locator("#rail a, #rail button, #rail input").filter({ visible: true });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const doors = page.locator("#rail li a").filter({ visible: true });
    const count = await entries.count();
    expect(await doors.count()).toBeGreaterThan(3);
    expect(await doors.count()).toBeLessThanOrEqual(12);
    for (const door of await doors.all()) {
      await expect(door).toBeInViewport({ ratio: 1 });
      expect((await door.boundingBox())?.height).toBe(32);
      expect(await door.innerText()).not.toMatch(/ 0$/);
    }
    await page.setViewportSize(LOW);
    await entries.first().focus();
    for (let place = 0; place < count; place += 1) {
      const entry = entries.nth(place);
      await expect(entry).toBeFocused();
      await expect(entry).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("Tab");
    }
    const account = page.locator("#rail").getByRole("button", { name: "Account" });
    await expect(account).toBeInViewport({ ratio: 1 });
    // Back up, too.
    await page.keyboard.press("Shift+Tab");
    for (let place = count - 1; place >= 0; place -= 1) {
      await expect(entries.nth(place)).toBeFocused();
      await expect(entries.nth(place)).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("Shift+Tab");
    }
    await account.press("Enter");
    for (const name of ["Profile", ...(who === "admin" ? [] : ["Saved views"]), "Definitions"]) {
      await page.keyboard.press("Tab");
      await expect(page.locator("#account").getByRole("link", { name })).toBeFocused();
    }
    await page.keyboard.press("Tab");
    const out = page.locator("#rail").getByRole("button", { name: "Sign out" });
    await expect(out).toBeFocused();
    await expect(out).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(out).toBeHidden();
    await expect(account).toBeFocused();
  });

test("scrolling past the rail's end doesn't scroll the page; brand and account stay", async ({ page }) => {
  await page.setViewportSize(LOW);
  await signIn(page, "manager", "/definitions");
  const rail = page.locator("#rail");
  const middle = rail.locator("> div").first();
  const overflow = await middle.evaluate((one) => one.scrollHeight - one.clientHeight);
  expect(overflow).toBeGreaterThan(0);
  await middle.hover();
  for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, overflow);
  await expect
    .poll(() => middle.evaluate((one) => Math.ceil(one.scrollTop)))
    .toBeGreaterThanOrEqual(overflow);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(rail.getByRole("link", { name: "Pledge register" })).toBeInViewport({ ratio: 0.99 });
  await expect(rail.getByRole("button", { name: "Account" })).toBeInViewport({ ratio: 0.99 });
});

for (const [name, size] of [
  ["a phone", PHONE],
  ["a laptop at 200 %", { width: 683, height: 384 }],
] as const)
  test(`on ${name} the drawer leads to Sign out as well`, async ({ page }) => {
    await page.setViewportSize(size);
    await signIn(page, "manager", "/definitions");
    await page.getByRole("button", { name: "Menu" }).click();
    const rail = page.locator("#rail");
    for (const door of await rail.locator("li a").filter({ visible: true }).all()) {
      await door.focus();
      await expect(door).toBeInViewport({ ratio: 0.99 });
    }
    await rail.getByRole("button", { name: "Account" }).press("Enter");
    const out = rail.getByRole("button", { name: "Sign out" });
    await out.focus();
    await expect(out).toBeInViewport({ ratio: 0.99 });
    await expectAccessible(page);
  });

test("a page that is only a tab keeps the moment, and the entry of its group in the rail is marked", async ({
  page,
}) => {
  await signIn(page, "auditor", "/coverage?asOf=2026-02-01T00:00:00Z");
  const tabs = page.getByRole("navigation", { name: "Show coverage as" });
  await tabs.getByRole("link", { name: "Ages", exact: true }).click();
  await expect(page).toHaveURL("/unresolved/ages?asOf=2026-02-01T00:00Z");
  await expect(tabs.getByRole("link", { name: "Ages", exact: true })).toHaveAttribute("aria-current", "page");
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Coverage" }),
  ).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: /^Inbox/ }).click();
  await expect(page).toHaveURL(/\/inbox/);
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

/** Open menus that extend beyond the window. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("details.menu[open] > ul")]
      .map((list) => ({ text: list.textContent ?? "", box: list.getBoundingClientRect() }))
      .filter(
        ({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth || box.width === 0,
      )
      .map(({ text, box }) => `${text}: ${String(box.left)} to ${String(box.right)}`),
  );

for (const language of ["en", "fr", "uk"])
  test(`in ${language} each breadcrumb link is visible and large enough to hit, however narrow the window`, async ({
    page,
  }) => {
    await signIn(page, "manager", "/pledges/FR-3-001/peek");
    const { origin: url } = new URL(page.url());
    await page.context().addCookies([{ name: "language", value: language, url }]);
    for (const width of [1440, 1280, 1024, 902, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const address of ["/pledges/FR-3-001/peek", "/conditions/CEASEFIRE_IN_FORCE/edit"]) {
        await page.goto(address);
        const small = await page.locator(".crumbs a:visible").evaluateAll((all) =>
          all.flatMap((link) => {
            const [own, nav] = [link, link.closest(".crumbs")].map((one) => one?.getBoundingClientRect());
            if (!own || !nav) return ["not there"];
            const wide = Math.min(own.right, nav.right) - Math.max(own.left, nav.left);
            return wide >= 24 && own.height >= 24 ? [] : [`${link.textContent ?? ""} ${String(wide)}`];
          }),
        );
        expect(small, `${address} at ${String(width)}`).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        String(width),
      ).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    await page.context().addCookies([{ name: "language", value: "en", url }]);
  });
