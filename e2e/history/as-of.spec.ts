// The register at a past moment: chosen in the bar, kept by every link, not editable, and left again.
import type { Page } from "@playwright/test";
import { DESKTOP, expect, expectAccessible, PHONE, scriptThere, signIn, test } from "../fixtures";

const NOON = "asOf=2026-01-06T12:00Z";
const EVENING = "asOf=2026-01-07T18:00Z";

/** Every page that can show the past. */
const PAGES = [
  "/unresolved?open=NO_QUANTITY",
  "/unresolved?group=participant&class=GAP",
  "/unresolved/ages",
  "/coverage?cell=US-3",
  "/coverage/map?cell=FR-3",
  "/coverage/over-time",
  "/briefing",
  "/briefing/US",
  "/pledges?priority=3&sort=-unresolved",
  "/pledges?q=zzzzz",
  "/pledges/US-3-001",
  "/participants",
  "/participants/FR",
  "/sources?ownership=OFFICIAL",
  "/conditions",
  "/conditions/CEASEFIRE_IN_FORCE",
  "/requirements",
  "/changes?since=2026-01-06T12:00Z",
];

test("a manager sees what the register said of US support at noon on the 6th and on the evening of the 7th", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await signIn(page, "manager", "/pledges?priority=3&participant=US");
  await page.getByRole("button", { name: /^As of now, 25 Feb 2026/ }).click();
  const form = page.getByRole("form", { name: "As of another moment" });
  await form.getByRole("textbox", { name: "Date and time, Kyiv" }).fill("2026-01-06T14:00");
  await form.getByRole("button", { name: "Show this moment" }).click();
  await expect(page).toHaveURL(`/pledges?priority=3&participant=US&${NOON}`);
  await expect(band(page)).toContainText("As of 6 January 2026, 14:00 Kyiv (12:00 UTC).");
  await expect(band(page)).toContainText("You cannot edit anything.");
  await expectAccessible(page);

  await page.getByRole("link", { name: "US-3-001" }).first().click();
  await expect(page).toHaveURL(`/pledges/US-3-001?${NOON}`);
  await expect(page.getByRole("region", { name: "Stage" })).toContainText("Pledged since 6 January 2026");
  await expect(page.getByRole("region", { name: "You can" })).toHaveCount(0);
  await expectAccessible(page);

  await band(page).getByRole("button", { name: "Change the moment" }).click();
  const moment = form.getByRole("textbox", { name: "Date and time, Kyiv" });
  await expect(moment).toHaveValue("6 January 2026, 14:00");
  await moment.fill("7 January 2026, 20:00");
  await form.getByRole("button", { name: "Show this moment" }).click();
  await expect(page).toHaveURL(`/pledges/US-3-001?${EVENING}`);
  await expect(page.getByRole("button", { name: "As of 7 Jan 2026, 20:00 Kyiv" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Stage" })).toContainText("Signalled since 6 January 2026");

  await band(page).getByRole("link", { name: "Return to now" }).click();
  await expect(page).toHaveURL("/pledges/US-3-001");
  await expect(band(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit pledge" })).toBeVisible();
});

test("typing before the script has loaded continues in the same box, and an unreadable moment is not sent", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await signIn(page, "manager", "/participants");
  await scriptThere(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: /^As of now/ }).click();
  const form = page.getByRole("form", { name: "As of another moment" });
  const moment = form.getByRole("textbox", { name: "Date and time, Kyiv" });
  await moment.fill("6 January");
  await moment.press("Enter");
  await moment.pressSequentially(" 2026");
  release();
  await expect(form.locator(".errmsg")).toContainText("Add the time");
  await expect(moment).toBeFocused();
  await expect(moment).toHaveValue("6 January 2026");
  await moment.pressSequentially(", 14:00");
  await form.getByRole("button", { name: "Show this moment" }).click();
  await expect(page).toHaveURL(`/participants?${NOON}`);
});

test("every link and form of every page keeps the moment, and none of them changes anything", async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(DESKTOP);
  await signIn(page, "manager", "/definitions");
  for (const address of PAGES) {
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}${EVENING}`);
    await expect(band(page), address).toContainText("You see what the register knew then");
    expect(await forgetful(page), address).toEqual([]);
    expect(await changing(page), address).toEqual([]);
  }
  await page.goto(`/pledges?priority=3&${EVENING}`);
  await page.getByRole("combobox", { name: "Words or reference" }).fill("force");
  await page.getByRole("main").getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/[?&]asOf=2026-01-07T18(:|%3A)00Z/);
  await expect(band(page)).toContainText("As of 7 January 2026, 20:00 Kyiv (18:00 UTC).");
});

test("an editing page leads to the page that shows the record; a page that can't show the past says so", async ({
  page,
}) => {
  await signIn(page, "manager", `/pledges/US-3-001/edit?${EVENING}`);
  await expect(page).toHaveURL(`/pledges/US-3-001?${EVENING}`);
  await page.goto(`/pledges/new?${EVENING}`);
  await expect(page).toHaveURL(`/pledges?${EVENING}`);
  await page.goto(`/review?${EVENING}`);
  await expect(band(page)).toContainText("This page shows the register as it is now.");
  await expectAccessible(page);
});

test("a future moment is refused, naming its parameter; before the register began nothing is on record", async ({
  page,
}) => {
  await signIn(page, "auditor", "/pledges?asOf=2031-01-01T00:00Z");
  await expect(page.getByRole("main")).toContainText("asOf");
  await page.goto("/pledges?asOf=yesterday");
  await expect(page.getByRole("main")).toContainText("asOf");
  await page.setViewportSize(PHONE);
  await page.goto("/pledges?asOf=2001-01-01T00:00Z");
  await expect(band(page)).toContainText("The register had not started yet");
  await expectAccessible(page);
  await page.goto("/coverage?asOf=2001-01-01T00:00Z");
  await expect(page.getByRole("main")).toContainText("No participant");
});

const band = (page: Page) => page.getByRole("region", { name: "As of", exact: true });

/** Internal links and forms that lose the moment, except those back to now and to the account. */
const forgetful = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isBack = (link: Element) => link.closest(".band, .asofform") !== null;
    const links = [...document.querySelectorAll("a[href]")].filter((link) => !isBack(link));
    const hrefs = links.map((link) => link.getAttribute("href") ?? "");
    const forms = [...document.querySelectorAll("form:not([method=post]):not(.asofform)")];
    return [
      ...hrefs.filter((href) => /^\/(?!profile)/.test(href) && !href.includes("asOf=2026-01-07T18:00Z")),
      ...forms.filter((form) => !form.querySelector("input[name=asOf]")).map((form) => form.outerHTML),
    ];
  });

/** Links and forms that would change the record; scenarios and saved views are no part of it. */
const changing = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll("main form[method=post]")].map((form) => form.outerHTML),
    ...[...document.querySelectorAll("main a[href], .topbar a[href]")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) =>
        /^\/(?!scenarios|views)[^?]*\/(new|edit|stage|void|evidence|offer|hand-over)(\?|$)/.test(href),
      ),
  ]);
