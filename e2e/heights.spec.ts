// How tall pages are at 1440 × 900 before anything is opened: these are at most 2,500 px tall. Lists of fifty rows
// scroll, and so does Definitions.
import type { Page } from "@playwright/test";
import { DESKTOP, expect, expectAccessible, openFold, signIn, test, type Who } from "./fixtures";

const MOST = 2_500;

const PAGES: Partial<Record<Who, string[]>> = {
  manager: [
    "/",
    "/calendar",
    "/conditions",
    "/conditions/new",
    "/coverage",
    "/coverage/map",
    "/coverage/over-time",
    "/coverage/stages",
    "/participants/AT",
    "/pledges/FR-3-001/stage",
    "/profile",
    "/requirements",
    "/scenarios",
  ],
  officer: ["/imports", "/pledges/new"],
  auditor: ["/", "/exports"],
  admin: ["/", "/admin/settings"],
};

test.use({ viewport: DESKTOP });

for (const [who, addresses = []] of Object.entries(PAGES) as [Who, string[]][])
  test(`no page that the ${who} reads is too long`, async ({ page }) => {
    await signIn(page, who, "/profile");
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, address).toBeLessThanOrEqual(MOST);
    }
  });

test.describe("a pledge's page", () => {
  test("is short; a link into a folded part opens it; the index stays in view", async ({ page }) => {
    await signIn(page, "manager", "/pledges/FR-3-001");
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2_200);
    await expect(page.getByRole("region", { name: "Next action" })).toContainText(
      "Ask the ministry for a number",
    );
    await expect(open(page).getByText("Waits for US-3-001", { exact: false }).first()).toBeHidden();

    const index = page.getByRole("navigation", { name: "On this page" });
    await index.getByRole("link", { name: "Unresolved 8" }).click();
    await expect(open(page).getByRole("listitem")).toHaveCount(8);
    await expect(index).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    // The index follows what is being read.
    await page.getByRole("heading", { name: /^Activity/ }).scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(index.locator("[aria-current]")).toHaveText(/^Activity/);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(index.locator("[aria-current]")).not.toHaveText(/^Activity/);

    const [piece = ""] = await page
      .locator("[id^=evidence-]")
      .evaluateAll((all) => all.slice(1).map(({ id }) => id));
    await page.goto(`/pledges/FR-3-001#${piece}`);
    await page.reload();
    await expect(page.locator(`[id="${piece}"]`).getByText("aggregator", { exact: false })).toBeVisible();
  });

  test("draws what the pledge waits for, and what waits for it", async ({ page }) => {
    await signIn(page, "auditor", "/pledges/FR-3-001");
    const drawing = page.getByRole("group", { name: /^What FR-3-001 waits for/ });
    await expect(drawing.getByRole("link")).toHaveCount(5);
    await expect(
      drawing.getByRole("link", { name: /^Ceasefire in force, not yet, not counted/ }),
    ).toBeVisible();
    await expect(
      drawing.getByRole("link", { name: /^US-4-001 .*, Signalled, our reading, 1 of 2 is enough/ }),
    ).toBeVisible();
    await expect(drawing.locator(".gline.ours")).toHaveCount(3);
    await openFold(page.getByRole("region", { name: "Condition" }), "As text");
    await expect(page.getByText("Waits for it: US-3-001")).toBeVisible();
    await drawing.getByRole("link", { name: /US-4-001/ }).click();
    await expect(page).toHaveURL("/pledges/US-4-001#condition");

    const shut = page.getByRole("group", { name: /^What US-4-001 waits for/ });
    await expect(shut.locator(".gline.shut").first()).toBeAttached();
    await expect(shut.getByText("and more")).toBeVisible();
    await page.getByRole("link", { name: "All dependencies" }).click();
    await expect(page).toHaveURL("/conditions?about=US-4-001#graph");
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("all parts of a pledge's page open", async ({ page }) => {
    await signIn(page, "auditor", "/pledges/FR-3-001");
    await openFold(open(page), "Resolve");
    await expect(open(page).getByRole("listitem")).toHaveCount(8);
    await openFold(page.getByRole("region", { name: "Activity" }), "6 Jan 2026");
    await expect(steps(page).last()).toBeVisible();
  });
});

const open = (page: Page) => page.getByRole("region", { name: "Unresolved" });
const steps = (page: Page) => page.getByRole("region", { name: "Activity" }).locator("ol > li");
