// What every page has in common.
import { DESKTOP, expect, post, scriptThere, signIn, test } from "./fixtures";
import { MOST_SCRIPT, scriptsOf } from "./support/script-size";

const READING = [
  "/",
  "/unresolved",
  "/unresolved?open=NO_QUANTITY",
  "/coverage",
  "/coverage?cell=FR-3",
  "/coverage/map",
  "/coverage/over-time",
  "/unresolved/ages",
  "/briefing",
  "/briefing/FR",
  "/pledges",
  "/pledges/FR-3-001",
  "/participants",
  "/participants/FR",
  "/requirements",
  "/sources",
  "/definitions",
  "/mine",
  "/review",
  "/profile",
];

const A4 = { width: 794, height: 1123 };

test("the page behind a link is prefetched when it is pressed, by rules that the content policy allows", async ({
  page,
}) => {
  await signIn(page, "manager", "/definitions");
  const response = await page.goto("/pledges");
  const rules = page.locator('script[type="speculationrules"]');
  await expect(rules).toHaveCount(1);
  const [nonce, text] = await rules.evaluate((one) => [(one as HTMLScriptElement).nonce, one.textContent]);
  expect(nonce).toMatch(/^\w{32}$/);
  expect(response?.headers()["content-security-policy"]).toContain(`script-src 'nonce-${nonce}'`);
  expect(JSON.parse(text)).toEqual({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: "/*" },
            { not: { href_matches: "/api/*" } },
            { not: { selector_matches: "[data-keep], [data-inline]" } },
          ],
        },
        eagerness: "conservative",
      },
    ],
  });
});

test("every reading page follows the same conventions, on the screen and on paper", async ({ page }) => {
  test.slow();
  await signIn(page, "manager", "/definitions");
  const scriptOf = await scriptsOf(page);
  const titles = new Set<string>();
  for (const path of READING) {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ media: "screen" });
    const total = await scriptOf(path);
    expect(total, path).toBeGreaterThan(0);
    expect(total, path).toBeLessThanOrEqual(MOST_SCRIPT);

    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    if (!path.includes("?")) titles.add(await page.title());
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" }), path).toBeFocused();

    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(A4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
      A4.width,
    );
    await expect(page.getByRole("complementary", { name: "Marking" }), path).toBeVisible();
    await expect(page.locator(".foot"), path).toContainText(path.split("?")[0] ?? "");
    await expect(page.locator(".foot"), path).toContainText("as of 25 February 2026");
    await expect(page.getByRole("navigation", { name: "Main" }), path).toBeHidden();
    expect(
      await page
        .getByRole("main")
        .locator("button, .button")
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent),
        ),
      path,
    ).toEqual([]);
  }
  expect(titles.size).toBe(READING.filter((path) => !path.includes("?")).length);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("every reading page reads the same", async ({ page }) => {
    await signIn(page, "manager");
    for (const path of READING) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expect(page.locator(".foot"), path).toBeVisible();
    }
    await page.goto("/pledges/FR-3-001");
    await expect(page.getByText("“several thousand”").first()).toBeVisible();
    await page.getByRole("link", { name: "Comments", exact: true }).click();
    await expect(page).toHaveURL("/pledges/FR-3-001?activity=comments#activity");
    await expect(page.locator(".timeline > li .comment-text").first()).toBeVisible();
  });

  test("a box that can be filled in says that it needs one, and a single button is hidden", async ({
    page,
  }) => {
    await signIn(page, "officer");
    // The browser of the tests reads no <noscript> where only the context disables scripts.
    for (const path of ["/mine", "/pledges/FR-3-001"])
      expect(await (await page.request.get(path)).text(), path).toMatch(
        /<noscript>[^]*?This form needs JavaScript\.[^]*?<\/noscript>/,
      );
    const name = `Plain ${crypto.randomUUID()}`;
    const view = await post<{ id: string }>(page, "/views", { name, address: "/pledges?owner=none" });
    await page.goto(`/views/${view.id}`);
    await expect(page.getByText("Fields marked * are required.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove" })).toBeHidden();
    const document = { publisher: "A ministry", language: "en", ownership: "OFFICIAL", text: "A speech." };
    const source = await post<{ id: string }>(page, "/sources", { ...document, title: name });
    await page.goto(`/sources/${source.id}/log`);
    await expect(page.getByRole("button", { name: "Save pledge" })).toBeDisabled();
    await expect(page.locator(".keysrow")).toBeHidden();
  });
});

test("going back shows the page as it was sent, and going forward shows the opened group again", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved");
  await scriptThere(page);
  const table = page.getByRole("table").first();
  const before = await table.innerText();
  const group = table.locator("a[data-keep]").first();
  const name = await group.innerText();
  await group.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]open=/);
  await expect(table.locator("[data-row]").first()).toBeVisible();
  await expect(table.locator("a[data-keep]", { hasText: name }).first()).toBeFocused();
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("open"));
  await expect(table.locator("[data-row]")).toHaveCount(0);
  expect(await table.innerText()).toBe(before);
  await page.goForward();
  await expect(table.locator("[data-row]").first()).toBeVisible();
});

test.describe("a page that something changed before its script ran", () => {
  test.use({ expectedErrors: [/Minified React error #418/] });

  test("is drawn whole", async ({ page }) => {
    await signIn(page, "manager", "/definitions");
    // As an extension that translates does.
    await page.route("**/pledges?participant=FR", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace("<span>Register as of", "<span>Registre du");
      await route.fulfill({ response: answer, body });
    });
    const drawnAgain = page.waitForEvent("pageerror", (error) => error.message.includes("error #418"));
    await page.goto("/pledges?participant=FR");
    await drawnAgain;
    await scriptThere(page);
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await expect(page.getByRole("table")).toHaveClass(/\bledger\b/);
    await expect(page.getByRole("table").getByRole("link", { name: "FR-3-001", exact: true })).toBeVisible();
    await page.keyboard.press("KeyJ");
    await expect(page.locator("tr[aria-current=true]")).toHaveCount(1);
  });
});
