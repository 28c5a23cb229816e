// Dates are typed as people write them, the day first, in each language and browser; or picked, also by keyboard.
import type { Locator, Page } from "@playwright/test";
import { DESKTOP, errorsOn, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

const SAID = {
  en: {
    typed: ["6 January 2026", "6 Jan 2026", "6.1.2026", "06/01/2026", "06012026", "2026-01-06"],
    shown: "6 January 2026",
    none: ["31 February 2026", "13/14/2026"],
    wrong: "This day does not exist. Write the day before the month, for example 6 January 2026",
    calendar: /^Calendar: /,
    month: "January 2026",
    picked: "13 February 2026",
  },
  fr: {
    typed: ["6 janvier 2026", "6 janv. 2026", "6.1.2026", "06/01/2026", "2026-01-06", "6 January 2026"],
    shown: "6 janvier 2026",
    none: ["31 février 2026", "13/14/2026"],
    wrong: "Ce jour n’existe pas. Écrivez le jour avant le mois, par exemple 6 janvier 2026",
    calendar: /^Calendrier\s: /,
    month: "janvier 2026",
    picked: "13 février 2026",
  },
  uk: {
    typed: ["6 січня 2026", "6 січ. 2026 р.", "6.1.2026", "06/01/2026", "2026-01-06", "6 January 2026"],
    shown: "6 січня 2026 року",
    none: ["31 лютого 2026", "13/14/2026"],
    wrong: "Такого дня немає. Пишіть день перед місяцем, наприклад: 6 січня 2026 року",
    calendar: /^Календар: /,
    month: "січень 2026 р.",
    picked: "13 лютого 2026 року",
  },
} as const;

test.describe("in a form", () => {
  for (const language of ["en", "fr", "uk"] as const)
    test(`a date is typed or picked, the day before the month (${language})`, async ({ page }) => {
      const { typed, shown, none, wrong, calendar, month, picked } = SAID[language];
      await page.setViewportSize(language === "uk" ? PHONE : DESKTOP);
      await signIn(page, "officer", "/profile");
      await speak(page, language);
      await page.goto("/pledges/new");
      const date = page.locator("#statedOn");
      for (const text of typed) {
        await date.fill(text);
        await date.blur();
        await expect(date, text).toHaveValue(asShown(shown));
        await expect(error(page, "statedOn"), text).toHaveCount(0);
      }
      for (const text of none) {
        await date.fill(text);
        await date.blur();
        await expect(date).toHaveValue(text);
        await expect(date).toHaveAttribute("aria-invalid", "true");
        await expect(error(page, "statedOn")).toContainText(asShown(wrong));
      }
      await expectAccessible(page);

      await date.fill("2026-01-06");
      await date.press("Tab");
      const button = page.locator(".datefield", { has: date }).getByRole("button", { name: calendar });
      await expect(button).toBeFocused();
      await page.keyboard.press("Enter");
      const box = page.getByRole("dialog", { name: calendar });
      await expect(box.getByText(month, { exact: true })).toBeVisible();
      await expect(box.getByRole("gridcell", { selected: true }).getByRole("button")).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(box).toBeHidden();
      await expect(button).toBeFocused();
      await expect(date).toHaveValue(asShown(shown));

      await page.keyboard.press("Enter");
      await expect(box.getByRole("gridcell", { selected: true }).getByRole("button")).toBeFocused();
      await box.evaluate((month: HTMLElement) => {
        month.hidePopover();
        month.showPopover();
      });
      await expect(box.getByRole("gridcell", { selected: true }).getByRole("button")).toBeFocused();
      for (const key of ["PageDown", "ArrowDown", "End", "ArrowLeft", "ArrowLeft"])
        await page.keyboard.press(key);
      await page.keyboard.press("Enter");
      await expect(box).toBeHidden();
      await expect(date).toBeFocused();
      await expect(date).toHaveValue(asShown(picked));
    });
});

test.describe("a date that can't be read", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused in the same words at the top and at its field, and a readable one is sent as YYYY-MM-DD", async ({
    page,
  }) => {
    await signIn(page, "officer", "/pledges/new");
    const [stated, due] = [page.locator("#statedOn"), page.locator("#dueOn")];
    await stated.fill("6.1.26");
    await due.fill("le 1er mars 2026");
    const sent = page.waitForRequest(/\/api\/v1\/pledges$/);
    await page.getByRole("button", { name: "Save pledge" }).click();
    expect((await sent).postDataJSON()).toMatchObject({ statedOn: "6.1.26", dueOn: "2026-03-01" });
    const words = "Write the year in four digits, for example 6 January 2026";
    await expect(errorsOn(page).locator('a[href="#statedOn"]')).toHaveText(`Stated on: ${words}`);
    await expect(error(page, "statedOn")).toContainText(words);
    await expect(stated).toHaveValue("6.1.26");
    await expect(due).toHaveValue("1 March 2026");
    await errorsOn(page).locator('a[href="#statedOn"]').click();
    await expect(stated).toBeFocused();
    await page.reload();
    await expect(stated).toHaveValue("6.1.26");
  });
});

test("a list is narrowed by dates as they are typed, and its address has them as YYYY-MM-DD", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await signIn(page, "auditor", "/access-log");
  await page.locator("#from").fill("6.1.2026");
  const to = page.locator("#to");
  const show = page.getByRole("main").getByRole("button", { name: "Show", exact: true });
  await to.fill("31 February 2199");
  await show.click();
  await expect(to).toBeFocused();
  await expect(error(page, "to")).toContainText("This day does not exist.");
  await expect(page).toHaveURL("/access-log");
  await expectAccessible(page);

  await to.fill("28 February 2199");
  await show.click();
  await expect(page).toHaveURL(/from=2026-01-06&to=2199-02-28/);
  await expect(page.locator("#from")).toHaveValue("6 January 2026");
  await page.goto("/audit?from=6+січня+2026");
  await expect(page).toHaveURL("/audit?from=2026-01-06");
  await expect(page.locator("#log-from")).toHaveValue("6 January 2026");
});

test("the moment in the bar is typed with its time, and keeps it when a day is picked", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, "manager", "/pledges");
  await page.getByRole("button", { name: /^As of now/ }).click();
  const form = page.getByRole("form", { name: "As of another moment" });
  const moment = form.getByRole("textbox", { name: "Date and time, Kyiv" });
  await moment.fill("7 January 2026");
  await form.getByRole("button", { name: "Show this moment" }).click();
  await expect(error(page, "as-of-moment")).toContainText("Add the time, for example 6 January 2026, 14:00");
  await expectAccessible(page);

  await moment.fill("7.1.2026 20:00");
  await moment.press("Tab");
  await page.keyboard.press("Enter");
  const box = page.getByRole("dialog", { name: "Calendar: Date and time, Kyiv" });
  await box.getByRole("button", { name: /\b7 January 2026/ }).press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(moment).toHaveValue("6 January 2026, 20:00");
  await form.getByRole("button", { name: "Show this moment" }).click();
  await expect(page).toHaveURL("/pledges?asOf=2026-01-06T18:00Z");
});

test.describe("without a script", () => {
  test("dates can still be typed, and an unreadable one is kept and explained", async ({
    browser,
    page,
    baseURL,
  }) => {
    await signIn(page, "auditor", "/profile");
    const storageState = await page.context().storageState();
    const plain = { javaScriptEnabled: false, storageState, ...(baseURL ? { baseURL } : {}) };
    const context = await browser.newContext(plain);
    const tab = await context.newPage();
    await tab.goto("/entry-lag");
    await tab.locator("#from").fill("31/02/2026");
    await tab.locator("#to").fill("1er mars 2026");
    await tab.getByRole("button", { name: "Show" }).click();
    await expect(tab.locator("#from")).toHaveValue("31/02/2026");
    await expect(tab.locator("#to")).toHaveValue("1 March 2026");
    await expect(tab).toHaveTitle(/^Error: /);
    await expect(errorsOn(tab)).toContainText("This day does not exist.");
    await expect(error(tab, "from")).toContainText("This day does not exist.");
    await tab.locator("#from").fill("1 Feb 2026");
    await tab.getByRole("button", { name: "Show" }).click();
    await expect(tab).toHaveURL(/\?(.*&)?from=2026-02-01&to=2026-03-01$/);

    await tab.goto("/changes");
    const show = tab.getByRole("main").getByRole("button", { name: "Show", exact: true });
    await tab.locator("#sinceOn").fill("6 January 2026");
    await show.click();
    await expect(tab.locator("#sinceOn")).toHaveValue("6 January 2026");
    await expect(error(tab, "sinceOn")).toContainText("Add the time");
    await tab.locator("#sinceOn").fill("6.1.2026 14:00");
    await show.click();
    await expect(tab).toHaveURL(/since=2026-01-06T12%3A00%3A00.000Z/);

    await tab.goto("/pledges?asOf=31+February+2026");
    await tab.getByRole("button", { name: /^As of/ }).click();
    await expect(tab.locator("#as-of-moment")).toHaveValue("31 February 2026");
    await expect(error(tab, "as-of-moment")).toBeVisible();
    await context.close();
  });
});

const error = (page: Page, id: string): Locator => page.locator(`[id="${id}-error"]`);

/** The same text with any kind of space. */
const asShown = (text: string): RegExp => new RegExp(text.replace(/[.()]/g, "\\$&").replaceAll(" ", "\\s"));

async function speak(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: "language", value: language, url: new URL(page.url()).origin }]);
}
