// An open page says what others have changed, and does nothing else on its own.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, logPledge, PHONE, piece, scriptThere, signIn, test } from "../fixtures";

// A save that conflicts is refused, and an aborted request is an error in the console.
test.use({ expectedErrors: [/status of 409|net::ERR_FAILED/] });

/** Opens the page with a fake clock for its timers, which is installed before it loads. */
async function opened(page: Page, path: string): Promise<void> {
  await page.clock.install();
  await page.goto(path);
  await scriptThere(page);
}

/** Long enough for each page to ask once more. */
const turn = (page: Page): Promise<void> => page.clock.fastForward(30_000);

async function retitle(page: Page, reference: string, title: string): Promise<void> {
  const path = `/api/v1/pledges/${reference}`;
  const { version } = (await (await page.request.get(path)).json()) as { version: number };
  const headers = { Origin: new URL(page.url()).origin, "If-Match": `"${String(version)}"` };
  expect((await page.request.patch(path, { data: { title }, headers })).ok()).toBe(true);
}

test("a list says what someone else has changed, and shows it when asked to", async ({ page, meet }) => {
  await signIn(page, "manager");
  const officer = await meet("officer");
  const title = "Watched by a manager";
  const reference = await logPledge(officer, { participant: "FR", priority: 2, title });
  await opened(page, `/pledges?q=${reference}`);
  const row = page.getByRole("row", { name: new RegExp(reference) });
  await expect(row).toContainText(title);
  await retitle(officer, reference, "Watched, and changed");
  const place = await row.boundingBox();
  await turn(page);
  const note = page.getByText(`changed ${reference}.`);
  await expect(note).toBeVisible();
  await expect(row).toContainText(title);
  expect(await row.boundingBox()).toEqual(place);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show changes" }).click();
  await expect(row).toContainText("Watched, and changed");
  await expect(note).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();
  // The reader's own changes are no news.
  await retitle(page, reference, "Changed by the reader");
  await turn(page);
  await turn(page);
  await expect(note).toBeHidden();
});

test("a page with a drawing, whose boxes are links too, asks for news of what it shows", async ({ page }) => {
  await signIn(page, "manager");
  await opened(page, "/conditions");
  await expect(page.locator("svg a[href^='/']").first()).toBeVisible();
  const asked = page.waitForRequest(/\/news\?/);
  await turn(page);
  expect(new URL((await asked).url()).searchParams.get("on")).toContain("pledge:");
});

test("once changes are shown, only what was open stays open, and keys still move through a drawing", async ({
  page,
  meet,
}) => {
  await signIn(page, "auditor");
  const manager = await meet("manager");
  await opened(page, "/conditions");
  const keystones = page.getByRole("region", { name: "Keystones" });
  const folds = keystones.getByRole("group");
  await keystones.getByText("More", { exact: true }).nth(1).click();
  const open = (): Promise<boolean[]> =>
    folds.evaluateAll((all) => all.map((one) => one.hasAttribute("open")));
  const before = await open();
  expect(before.filter(Boolean)).toHaveLength(1);
  const box = page.locator("svg a[data-waited-by]:not([data-waited-by=''])").first();
  const named = (await box.getAttribute("data-box")) ?? "";
  const shown = page.getByRole("main").locator("a[href^='/pledges/']").first();
  const reference = (await shown.getAttribute("href"))?.split("/")[2] ?? "";
  await retitle(manager, reference, "Changed while its drawing is looked at");
  await turn(page);
  const show = page.getByRole("button", { name: "Show changes" });
  await show.click();
  await expect(show).toBeHidden();
  expect(await open()).toEqual(before);
  await box.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("svg a:focus")).not.toHaveAttribute("data-box", named);
});

test("when a row leaves its list, the focus moves to the next row", async ({ page }) => {
  await signIn(page, "officer-south", "/mine");
  const stale = (title: string): Promise<string> =>
    logPledge(page, {
      participant: "RO",
      priority: 4,
      title,
      statedOn: "2024-01-02",
      owner: "officer-south@register.example",
      evidence: [
        {
          ...piece("OFFICIAL_STATEMENT"),
          source: { publisher: title, language: "en", ownership: "OFFICIAL" },
        },
      ],
    });
  const first = await stale("Confirmed by a key");
  const second = await stale("Behind what is confirmed");
  await page.reload();
  const list = page.getByRole("region", { name: "Not confirmed recently" });
  const named = (reference: string) => list.getByRole("link", { name: reference, exact: true });
  await scriptThere(page);
  await named(first).focus();
  await page.keyboard.press("KeyC");
  await expect(named(first)).toHaveCount(0);
  await expect(named(second)).toBeFocused();
});

test("a form names a change by someone else next to its button before it is sent, and what was typed stays", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const manager = await meet("manager");
  const reference = await logPledge(page, { participant: "DE", priority: 2, title: "Edited by two" });
  await opened(page, `/pledges/${reference}/edit`);
  const field = page.getByLabel("Title", { exact: true });
  await field.fill("As the officer has it");
  await retitle(manager, reference, "As the manager has it");
  await turn(page);
  await expect(page.getByText(/changed this in the meantime/)).toBeVisible();
  await page.getByRole("button", { name: "Show changes" }).click();
  await expect(page.getByText(/changed this in the meantime/)).toBeHidden();
  await expect(field).toHaveValue("As the officer has it");
  // Showing the change decided nothing: both titles are still compared.
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { name: "Someone else changed this too" })).toBeVisible();
});

test.describe("a page doesn't ask for news", () => {
  const asks = (page: Page): string[] => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/v1/news")) asked.push(request.url());
    });
    return asked;
  };

  test("while its tab is hidden, but asks at once when it is shown again", async ({ page }) => {
    await signIn(page, "auditor");
    const asked = asks(page);
    await opened(page, "/pledges");
    await turn(page);
    await expect.poll(() => asked.length).toBe(1);
    await hide(page, true);
    for (let turns = 0; turns < 4; turns += 1) await turn(page);
    expect(asked).toHaveLength(1);
    await hide(page, false);
    await page.clock.fastForward(1_000);
    await expect.poll(() => asked.length).toBe(2);
  });

  test("at a past moment, or for an administrator", async ({ page, meet }) => {
    await signIn(page, "auditor");
    const admin = await meet("admin");
    const asked = [asks(page), asks(admin)];
    await opened(page, "/pledges?asOf=2026-02-01T12:00:00Z");
    await opened(admin, "/participants");
    for (const one of [page, admin]) for (let turns = 0; turns < 3; turns += 1) await turn(one);
    expect(asked).toEqual([[], []]);
  });

  test("as often while the register is busy", async ({ page }) => {
    await signIn(page, "auditor");
    const asked = asks(page);
    await page.route("**/api/v1/news*", (route) => route.abort());
    await opened(page, "/pledges");
    await turn(page);
    await expect.poll(() => asked.length).toBe(1);
    await turn(page);
    expect(asked).toHaveLength(1);
    await turn(page);
    await expect.poll(() => asked.length).toBe(2);
  });
});

const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
