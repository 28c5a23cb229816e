// What someone who sees the demonstration for the first time is offered, until they hide it.
import { expect, expectAccessible, signIn, test, type Who } from "../fixtures";

const FIRST: [Who, string, string][] = [
  ["officer", "/mine", "Fill in what FR-3-001 lacks"],
  ["manager", "/", "See who waits for whom"],
  ["auditor", "/", "Read the record as it was on 6 January"],
  ["admin", "/", "Create an account"],
];

for (const [who, home, first] of FIRST)
  test(`${who} is offered three things to try, each leads somewhere, and they can be hidden`, async ({
    page,
  }) => {
    await signIn(page, who, home);
    // Stories share browsers, and this one may have hidden it before.
    await page.context().clearCookies({ name: "tried" });
    await page.goto(home);
    const offered = page.getByRole("region", { name: "Try this" });
    await expect(offered.getByRole("link")).toHaveCount(3);
    await expect(offered.getByRole("link").first()).toHaveText(first);
    await expectAccessible(page);
    const addresses = await offered
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const band = page.getByRole("region", { name: "As of", exact: true });
      await expect(band).toHaveCount(address.includes("asOf=") ? 1 : 0);
    }
    await page.goto(home);
    await offered.getByRole("button", { name: "Hide" }).click();
    await expect(page).toHaveURL(home);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(offered).toHaveCount(0);
  });
