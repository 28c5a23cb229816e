// A parameter that its page doesn't know is named, never silently ignored.
import { DESKTOP, expect, expectAccessible, PHONE, scriptThere, signIn, test } from "./fixtures";

test("a misspelled moment shows nothing, and leads to the moment or to now", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await signIn(page, "manager", "/unresolved?asof=2026-01-06T12:00Z&priority=3");
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We do not understand this address");
  await expect(main).toContainText("This page has no parameter “asof”. Did you mean “asOf”?");
  await expect(page.getByRole("table")).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await main.getByRole("link", { name: "Open the page with “asOf”" }).click();
  await expect(page).toHaveURL(/\/unresolved\?asOf=2026-01-06T12(:|%3A)00Z&priority=3$/);
  await expect(page.getByRole("region", { name: "As of", exact: true })).toContainText("6 January 2026");
  await page.goBack();
  await main.getByRole("link", { name: "Open the page as it is now" }).click();
  await expect(page).toHaveURL("/unresolved?priority=3");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Unresolved");
});

test("the start page keeps a misspelled moment, and so does signing in", async ({ page }) => {
  await page.goto("/?AsOf=2026-01-06T12:00Z");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.locator("#email").fill("manager@register.example");
  await page.locator("#password").fill(process.env.DEMO_PASSWORD ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/\?AsOf=2026-01-06T12(:|%3A)00Z$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We do not understand this address");
});

test("a misspelled filter is named with the likely one, and the page is still shown", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await signIn(page, "officer", "/pledges?stge=PLEDGED&priority=3&utm_source=mail");
  const notice = page.getByRole("region", { name: "Unknown parameters" });
  await expect(notice).toContainText(
    "This page has no parameters “stge” and “utm_source”. They were not applied.",
  );
  await expect(notice).toContainText("Did you mean “stage” instead of “stge”?");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await notice.getByRole("link", { name: "“stage”" }).click();
  await expect(page).toHaveURL("/pledges?stage=PLEDGED&priority=3&utm_source=mail");
  await expect(notice).toContainText("This page has no parameter “utm_source”. It was not applied.");
  await notice.getByRole("link", { name: "Open the page without it" }).click();
  await expect(page).toHaveURL("/pledges?stage=PLEDGED&priority=3");
  await expect(notice).toHaveCount(0);
});

test("the notice disappears when a part opens in place under an address without it", async ({ page }) => {
  await signIn(page, "manager", "/unresolved?fbclid=x");
  const notice = page.getByRole("region", { name: "Unknown parameters" });
  await expect(notice).toBeVisible();
  await scriptThere(page);
  await page.getByRole("link", { name: "Overdue", exact: true }).click();
  await expect(page).toHaveURL("/unresolved?open=OVERDUE");
  await expect(notice).toHaveCount(0);
});

test("pages before signing in and pages without any parameter name unknown ones, too", async ({ page }) => {
  const notice = page.getByRole("region", { name: "Unknown parameters" });
  await page.goto("/sign-in?asof=2026-01-06T12:00Z");
  await expect(notice).toContainText("“asof”");
  await expectAccessible(page);
  await page.goto("/set-password/nothing?q=x");
  await expect(notice).toContainText("“q”");
  const many = Array.from({ length: 8 }, (_, at) => `x${String(at)}=1`).join("&");
  await page.goto(`/sign-in?<script>=1&${"y".repeat(500)}=1&${many}`);
  await expect(notice).toContainText(`“<script>”, “${"y".repeat(40)}…”, “x0”, “x1”, “x2” and 5 more`);
  await signIn(page, "admin", "/admin/settings?asOf=2026-01-06T12:00Z");
  await expect(notice).toContainText("This page has no parameter “asOf”. It was not applied.");
});

test("a moment that is named twice is refused", async ({ page }) => {
  await signIn(page, "manager", "/pledges?asOf=2026-01-06T12:00Z&asOf=2026-02-06T12:00Z");
  await expect(page.getByRole("main")).toContainText("asOf");
  await expect(page.locator("table")).toHaveCount(0);
});
