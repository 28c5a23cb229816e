// Lists of one-line rows: how many are visible, that the head stays, and that a phone shows two lines a row.
import type { Page } from "@playwright/test";
import { DESKTOP, expect, expectAccessible, PHONE, signIn, test, type Who } from "../fixtures";

const MOST = 18;

/** Lists that show at least so many whole rows at first sight. */
const AT_ONCE: [Who, string][] = [
  ["manager", "/pledges"],
  ["auditor", "/audit"],
  ["officer", "/sources"],
  ["admin", "/admin/people"],
];

test.describe("on 1440 × 900", () => {
  test.use({ viewport: DESKTOP });

  for (const [who, address] of AT_ONCE)
    test(`${address} shows ${String(MOST)} whole rows at first sight, each of one line of 36 px`, async ({
      page,
    }) => {
      await signIn(page, who, address);
      const { first, heights, rows } = await measured(page);
      expect(new Set(heights)).toEqual(new Set([36]));
      // A short list has room for as many.
      expect(Math.floor((DESKTOP.height - first) / 36)).toBeGreaterThanOrEqual(MOST);
      if (heights.length >= MOST) expect(rows).toBeGreaterThanOrEqual(MOST);
    });

  test("the head stays below the top bar, and a cut title is whole in its tooltip", async ({ page }) => {
    await signIn(page, "manager", "/pledges");
    const head = page.getByRole("columnheader", { name: "What", exact: true });
    const { y: before } = await boxOf(page, head);
    await page.mouse.wheel(0, 800);
    await expect.poll(async () => (await boxOf(page, head)).y).toBeLessThan(before);
    const bar = await boxOf(page, page.locator("header.topbar"));
    expect(Math.abs((await boxOf(page, head)).y - (bar.y + bar.height))).toBeLessThanOrEqual(1);
    expect((await measured(page)).rows).toBeGreaterThanOrEqual(MOST);

    const titles = page.getByRole("table").getByRole("rowheader");
    for (const cell of (await titles.all()).slice(0, 20))
      expect(await cell.innerText()).toContain(await cell.getAttribute("title"));
  });

  test("round millions are short in a cell, in full in its tooltip, and owners show what tells them apart", async ({
    page,
  }) => {
    await signIn(page, "manager", "/pledges?participant=CA");
    const row = page.getByRole("row", { name: /CA-2-003/ });
    await expect(row.getByRole("cell", { name: "about CAD 2bn" })).toHaveAttribute(
      "title",
      /about CAD 2,000,000,000/,
    );
    await expect(row.getByText("Desk officer, northern desk")).toBeVisible();
    expect((await boxOf(page, row)).height).toBe(36);
  });

  test("a press takes effect even before the script that moves columns has loaded", async ({ page }) => {
    await signIn(page, "manager", "/pledges");
    await page.getByText("Columns", { exact: true }).first().click();
    let letIn = () => {};
    const held = new Promise<void>((resolve) => (letIn = resolve));
    await page.route("**/_next/static/**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest("**/_next/static/**/*.js");
    await page.getByRole("button", { name: "Move How much up" }).click();
    await asked;
    letIn();
    await expect(page.getByRole("status").filter({ hasText: "How much is now number 3" })).toHaveCount(1);
  });

  test("columns are reordered by dragging, by the arrow keys and by buttons, and the address keeps the order", async ({
    page,
  }) => {
    await signIn(page, "manager", "/pledges");
    const form = page.locator("form").filter({ has: page.getByRole("group", { name: "Row height" }) });
    const open = () => page.getByText("Columns", { exact: true }).first().click();
    const order = () => form.locator("li").evaluateAll((all) => all.map((one) => one.dataset["name"] ?? ""));
    await open();
    const before = await order();
    expect(before.slice(0, 4)).toEqual(["Who", "What", "Stage", "How much"]);

    // By the arrow keys.
    const stage = form.getByRole("button", { name: "Drag Stage; the arrow keys move it" });
    await stage.focus();
    await expect(async () => {
      await page.keyboard.press("Home");
      expect(await order()).toEqual(["Stage", "Who", "What", ...before.slice(3)]);
    }).toPass();
    await expect(stage).toBeFocused();
    await expect(form.getByRole("status")).toHaveText("Stage is now number 1 of 11");
    await page.keyboard.press("ArrowDown");
    expect(await order()).toEqual(["Who", "Stage", "What", ...before.slice(3)]);

    // By one press each, without dragging.
    await form.getByRole("button", { name: "Move How much up" }).click();
    expect(await order()).toEqual(["Who", "Stage", "How much", "What", ...before.slice(4)]);

    // By dragging; what isn't ticked stays unticked.
    const owner = form.getByRole("button", { name: /^Drag Owner/ });
    const [from, to] = [await boxOf(page, owner), await boxOf(page, form.locator("li").first())];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 4, to.y + to.height + 2, { steps: 6 });
    await page.mouse.move(from.x + 4, to.y + 2, { steps: 3 });
    await page.mouse.up();
    expect((await order()).slice(0, 4)).toEqual(["Owner", "Who", "Stage", "How much"]);
    await expectAccessible(page);

    await form.getByRole("button", { name: "Show these columns" }).click();
    await expect(page).toHaveURL(/columns=owner/);
    expect(new URL(page.url()).searchParams.getAll("columns").join()).toBe(
      "owner,who,stage,amount,what,open,next,confirmed",
    );
    const heads = (await page.getByRole("columnheader").allInnerTexts()).map((one) => one.trim());
    expect(heads.indexOf("Owner")).toBeLessThan(heads.indexOf("Who"));
    await page.reload();
    await open();
    expect((await order()).slice(0, 4)).toEqual(["Owner", "Who", "Stage", "How much"]);
    await form.getByRole("link", { name: "Reset" }).click();
    await expect(page).toHaveURL("/pledges");
  });

  test("ticking a row moves nothing: the actions on ticked rows take the place of the head", async ({
    page,
  }) => {
    await signIn(page, "manager", "/pledges");
    await expect(page.getByText("pledges to change them together")).toBeAttached();
    const before = (await measured(page)).first;
    await page
      .getByRole("checkbox", { name: /^Select [A-Z]/ })
      .nth(3)
      .check();
    await expect(page.getByRole("button", { name: "Change them" })).toBeInViewport();
    expect((await measured(page)).first).toBe(before);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Clear the selection" }).click();
    await expect(page.getByRole("button", { name: "Change them" })).toHaveCount(0);
  });
});

for (const [language, amount] of [
  ["uk", /^приблизно\s892\sмлн\sCAD$/],
  ["fr", /^environ\s892\sM\sCAD$/],
] as const)
  test(`amounts and delays are whole in the list, in ${language}`, async ({ page }) => {
    await page.setViewportSize(DESKTOP);
    await signIn(page, "auditor", "/pledges?participant=CA,DK,GB,NO");
    await page.context().addCookies([{ name: "language", value: language, url: new URL(page.url()).origin }]);
    await page.reload();
    await expect(page.getByRole("cell", { name: amount })).toBeVisible();
    const cut = await page
      .locator(".linelist tbody td")
      .evaluateAll((all) =>
        all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
  });

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("a row has two lines: reference, participant and stage, then title and date", async ({ page }) => {
    await signIn(page, "manager", "/pledges");
    const row = page.getByRole("row", { name: /FR-3-001/ });
    const at = async (text: string | RegExp) => (await boxOf(page, row.getByText(text).first())).y;
    expect(Math.abs((await at("FR-3-001")) - (await at("France")))).toBeLessThan(6);
    expect((await at(/Several/)) - (await at("France"))).toBeGreaterThan(16);
    expect((await boxOf(page, row)).height).toBeLessThanOrEqual(68);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(page);
  });
});

/** Rows of the list: where the first begins, their heights, and how many are whole in the window. */
const measured = (page: Page) =>
  page.locator(".linelist tbody tr").evaluateAll((all) => {
    const boxes = all.map((row) => row.getBoundingClientRect());
    const top = document.querySelector(".linelist thead th")?.getBoundingClientRect().bottom ?? 0;
    return {
      first: boxes[0]?.top ?? 0,
      heights: boxes.map(({ height }) => height),
      rows: boxes.filter((box) => box.top >= top - 1 && box.bottom <= window.innerHeight).length,
    };
  });

async function boxOf(page: Page, of: ReturnType<Page["locator"]>) {
  const box = await of.boundingBox();
  if (!box) throw new Error(`Not drawn on ${page.url()}`);
  return box;
}
