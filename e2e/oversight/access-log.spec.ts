import { errorsOn, expect, expectAccessible, PHONE, signIn, signInByForm, test } from "../fixtures";

test.describe("after a failed sign-in", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("an auditor finds who failed to sign in, who was refused, and who downloaded something", async ({
    page,
    meet,
  }) => {
    const typed = `nobody-${crypto.randomUUID()}@register.example`;
    await page.goto("/sign-in");
    await page.locator("#email").fill(typed);
    await page.locator("#password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page)).toBeVisible();

    const manager = await meet("manager", "/access-log");
    await expect(manager.getByRole("main")).toContainText("Only auditors can see the access log.");
    await manager.request.get("/api/v1/pledges.csv?participant=FR");
    await manager.close();

    await signInByForm(page, "auditor");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Access log" }).click();
    const rows = page.getByRole("table", { name: "Access log" }).getByRole("row");
    const rowsSaying = (...texts: (string | RegExp)[]) =>
      texts.reduce((found, hasText) => found.filter({ hasText }), rows);
    await expect(rowsSaying("Signed in", "Auditor").first()).toBeVisible();
    await expect(rowsSaying("Downloaded", "Manager", "GET /api/v1/pledges.csv").first()).toBeVisible();
    await expect(rowsSaying("Refused", "the role doesn’t allow it", "GET /access-log").first()).toBeVisible();
    await expect(
      rowsSaying("Could not sign in", /No such account \(mark [0-9a-f]{12}\)/).first(),
    ).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(typed);

    await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Refused" });
    await page.getByRole("combobox", { name: "Who" }).selectOption({ label: "Manager" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/kind=REFUSAL&person=manager(@|%40)register\.example/);
    await expect(rowsSaying("GET /access-log").first()).toBeVisible();
    await expect(rowsSaying("Signed in")).toHaveCount(0);
    await page.getByRole("link", { name: "Clear the filter" }).click();
    await expect(page).toHaveURL("/access-log");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, expectedErrors: [/status of 401/] });

  test("a long name doesn't hide what happened", async ({ page }) => {
    await page.goto("/sign-in");
    await page.locator("#email").fill(`a.minister.with.a.long.name-${crypto.randomUUID()}@register.example`);
    await page.locator("#password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page)).toBeVisible();
    await signIn(page, "auditor", "/access-log?kind=SIGN_IN_FAILED");
    const row = page.getByRole("row").filter({ hasText: "No such account" }).first();
    await expect(row.getByText("Could not sign in")).toBeInViewport({ ratio: 1 });
    await expect(row.getByText(/^No such account/)).toBeVisible();
    // In all rows, the whole word is inside its cell.
    const cut = await page.locator(".linelist tbody .status-mark").evaluateAll(
      (all) =>
        all.filter((one) => {
          const cell = one.closest("td, th")?.getBoundingClientRect();
          return !cell || one.getBoundingClientRect().right > cell.right + 1;
        }).length,
    );
    expect(cut).toBe(0);
    await expectAccessible(page);
  });
});

test("an end before the start and a view without entries are explained", async ({ page }) => {
  await signIn(page, "auditor", "/access-log?from=2026-02-25&to=2026-02-01");
  await expect(page.getByRole("main")).toContainText("The end must not come before the start");
  await page.goto("/access-log?kind=EXPORT&to=2020-01-01");
  await expect(page.getByRole("heading", { name: "No entry matches this view" })).toBeVisible();
});

test.describe("after many refusals and downloads", () => {
  test.use({ expectedErrors: [/status of 403/] });

  test("fifty entries fit on a page that isn't too long", async ({ page, meet }) => {
    const manager = await meet("manager", "/profile");
    for (let count = 0; count < 25; count += 1) {
      await manager.request.get("/access-log");
      await manager.request.get("/api/v1/pledges.csv?participant=LU");
    }
    await manager.close();
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, "auditor", "/access-log");
    await expect(page.getByRole("row")).toHaveCount(51);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2_500);
  });
});
