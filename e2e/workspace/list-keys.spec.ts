// The keys of the list of pledges, and its panel: by keyboard alone.
import {
  DESKTOP,
  expect,
  expectAccessible,
  PHONE,
  referencesOn,
  scriptThere,
  signIn,
  test,
} from "../fixtures";

test.use({ viewport: DESKTOP });

test("J and K move the focus by a row, X ticks it, Space shows it in the panel, which follows and closes", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges?participant=FR,GB");
  const rows = referencesOn(page);
  const names = await rows.allInnerTexts();
  await scriptThere(page);
  await page.keyboard.press("KeyJ");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("KeyK");
  await expect(rows.nth(1)).toBeFocused();
  await expect(page.locator("tr[aria-current=true]")).toContainText(String(names[1]));

  await page.keyboard.press("KeyX");
  await expect(page.getByText("1 pledge selected")).toBeVisible();
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("Shift+KeyX");
  await expect(page.getByText("3 pledges selected")).toBeVisible();
  await page.keyboard.press("KeyZ");
  await expect(page.getByText("1 pledge selected")).toBeVisible();

  const panel = page.getByRole("complementary", { name: "In short" });
  await page.keyboard.press("Space");
  await expect(panel).toContainText(String(names[3]));
  await expect(panel).toContainText("Next action");
  expect((await panel.boundingBox())?.width).toBe(392);
  const bar = page.getByRole("region", { name: "Change several" });
  await expect(bar.getByRole("button", { name: "Change them" })).toBeInViewport({ ratio: 1 });
  const status = await bar.getByText("1 pledge selected").boundingBox();
  expect(status?.height).toBeLessThanOrEqual(24);
  const clear = await bar.getByRole("button", { name: "Clear the selection" }).boundingBox();
  expect((clear?.x ?? 0) + (clear?.width ?? 0)).toBeLessThanOrEqual(DESKTOP.width - 392);
  await expectAccessible(page);
  await page.keyboard.press("KeyK");
  await expect(panel).toContainText(String(names[2]));
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(rows.nth(2)).toBeFocused();

  await page.keyboard.press("KeyN");
  await expect(page.getByLabel("Next action", { exact: true })).toBeFocused();
  // In a field, letters are text and no shortcuts.
  await page.keyboard.press("KeyF");
  await expect(page.getByLabel("Next action", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("KeyF");
  await expect(page.getByRole("combobox", { name: "Words or reference" })).toBeFocused();

  // If rows are ticked, a key applies to all of them.
  await rows.first().focus();
  await page.keyboard.press("KeyA");
  await expect(page.getByRole("button", { name: "Change 1" })).toBeVisible();
  await expect(page.locator("#bulk-owner")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Set owner" })).toBeFocused();
});

test("keys pressed before their script has loaded take effect afterwards, in order", async ({ page }) => {
  await signIn(page, "auditor", "/pledges?participant=FR,GB");
  await scriptThere(page);
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_next/static/**", async (route) => {
    await arrived;
    await route.continue();
  });
  const asked = page.waitForRequest("**/_next/static/**");
  for (const key of ["KeyJ", "KeyJ", "KeyJ", "KeyK"]) await page.keyboard.press(key);
  await asked;
  arrive();
  await expect(referencesOn(page).nth(1)).toBeFocused();
});

test("single keys do nothing when they are switched off", async ({ page }) => {
  await signIn(page, "auditor", "/profile");
  await page.context().addCookies([{ name: "keys", value: "off", url: page.url() }]);
  await page.goto("/pledges");
  await expect(page.getByRole("combobox", { name: "Words or reference" })).toBeVisible();
  await page.keyboard.press("KeyJ");
  await expect(page.locator("tr[aria-current=true]")).toHaveCount(0);
});

test("on a phone the panel's content is a page", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, "auditor", "/pledges/FR-3-001/peek");
  await expect(page.getByRole("main")).toContainText("Several thousand");
  await expect(page.getByRole("main")).toContainText(/Unresolved: \d/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await expect(page).toHaveURL("/pledges/FR-3-001");
});

const LISTS = [
  { path: "/unresolved?open=NO_QUANTITY", as: "manager", says: /Next action/ },
  { path: "/sources", as: "auditor", says: /Publisher/ },
  { path: "/audit", as: "auditor", says: /Entry/ },
  { path: "/changes", as: "manager", says: /Next action/ },
  { path: "/requirements", as: "manager", says: /Criticality/ },
  { path: "/participants", as: "manager", says: /Role/ },
  { path: "/admin/people", as: "admin", says: /Status/ },
] as const;

for (const { path, as, says } of LISTS)
  test(`keys move through the rows of ${path} and show them in the panel`, async ({ page }) => {
    await signIn(page, as, path);
    const rows = page.locator("main [data-row]:visible");
    await scriptThere(page);
    await page.keyboard.press("KeyJ");
    await expect(rows.first().getByRole("link").first()).toBeFocused();
    await page.keyboard.press("KeyJ");
    const second = rows.nth(1).getByRole("link").first();
    await expect(second).toBeFocused();
    await expect(rows.nth(1)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("KeyK");
    await page.keyboard.press("KeyJ");
    await page.keyboard.press("Space");
    const panel = page.getByRole("complementary", { name: "In short" });
    await expect(panel).toContainText(says);
    await expect(panel.getByRole("heading").first()).toBeVisible();
    // The panel has nothing that needs the script of another page.
    await expect(panel.locator("form, input")).toHaveCount(0);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    const address = await second.getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(address ?? "");
  });
