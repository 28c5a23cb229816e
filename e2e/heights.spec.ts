// How tall pages are at 1440 × 900 before anything is opened: these are at most 2,500 px tall. Lists of fifty rows
// scroll, and so does Definitions.
import { DESKTOP, expect, signIn, test, type Who } from "./fixtures";

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
  admin: ["/admin/settings"],
};

test.use({ viewport: DESKTOP });

for (const [who, addresses = []] of Object.entries(PAGES) as [Who, string[]][])
  test(`what ${who} reads is not too long`, async ({ page }) => {
    await signIn(page, who, "/profile");
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, address).toBeLessThanOrEqual(MOST);
    }
  });
