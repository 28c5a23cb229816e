import { readFileSync } from "node:fs";
import {
  countedOn,
  expect,
  expectAccessible,
  figure,
  openFold,
  scriptThere,
  signIn,
  test,
} from "../fixtures";

test("before a call a manager reads what is open, what changed, what holds back most and what is missing", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved");
  const total = figure(await countedOn(page).innerText());
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Briefing" }).click();
  await expect(page).toHaveURL("/briefing");
  const sheet = page.getByRole("article", { name: /^Ukraine and United States wait for each other; / });
  await expect(sheet.getByRole("list").first().getByRole("listitem")).toHaveCount(5);
  await expect(
    sheet.getByRole("img", { name: /^Ukraine UA-4-001, United States US-4-001, each waits/ }),
  ).toBeVisible();
  await expect(sheet).toContainText("Who to ask here");
  await expect(sheet).toContainText(/As of 25 February 2026, .* entry [\d,]+ of the record\. Ranked: /);
  await expectAccessible(page);
  await openFold(page.getByRole("main"), "More for the call");
  await expect(page.getByRole("link", { name: /^All \d+ items$/ })).toHaveText(`All ${total} items`);

  const block = (name: RegExp) => page.getByRole("region", { name });
  await expect(block(/^What changed since “Paris/)).toContainText("newly unresolved");
  await expect(block(/^What holds the most pledges back/)).toContainText(
    "Ukraine and United States wait for each other",
  );
  await expect(
    block(/^What holds the most pledges back/).getByRole("link", { name: "US-4-001", exact: true }),
  ).toBeVisible();
  await expect(block(/^Blocked/).locator("tbody tr")).toHaveCount(5);
  await expect(block(/^Open longest/).locator("tbody tr")).toHaveCount(5);
  await expect(block(/^What is missing/)).toContainText("DEMO-1");
  await expect(block(/^Next actions due/)).toContainText("late");
  // Each line names the pledge and the source that it rests on.
  for (const row of await block(/^Open longest/)
    .locator("tbody tr")
    .all()) {
    await expect(row.getByRole("link", { name: /^[A-Z]{2,3}-\d-\d{3}$/ })).toHaveAttribute(
      "href",
      /^\/pledges\//,
    );
    await expect(row.getByRole("cell").last().getByRole("link")).toHaveAttribute("href", /^\/sources\//);
  }
});

test("one click downloads the page as a PDF, and the same moment always gives the same PDF", async ({
  page,
}) => {
  await signIn(page, "officer", "/briefing?asOf=2026-02-01T10:00:00Z");
  const link = page.getByRole("link", { name: "Download as PDF" });
  const [taken] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(taken.suggestedFilename()).toBe("briefing-as-of-2026-02-01T100000Z.pdf");
  const bytes = readFileSync(await taken.path());
  expect(bytes.toString("latin1", 0, 5)).toBe("%PDF-");
  const again = await page.request.get("/api/v1/briefing.pdf?asOf=2026-02-01T10:00:00Z");
  expect(Buffer.compare(await again.body(), bytes)).toBe(0);
  expect((await page.request.get("/api/v1/briefing.pdf?asOf=2199-01-01T10:00:00Z")).status()).toBe(422);
});

test("one participant has a sheet of its own", async ({ page }) => {
  await signIn(page, "officer", "/briefing");
  await page.getByText("For one participant").click();
  await page.getByRole("link", { name: "France", exact: true }).click();
  await expect(page).toHaveURL("/briefing/FR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Briefing: France");
  const stands = page.getByRole("region", { name: "Its positions" });
  await expect(stands.locator("tbody")).toHaveCount(5);
  await expect(stands).toContainText("“several thousand”");
  await openFold(page.getByRole("main"), "More for the call");
  for (const reference of await page
    .locator("[aria-labelledby=oldest]")
    .getByRole("link", { name: /^[A-Z]{2,3}-\d-\d{3}$/ })
    .allInnerTexts())
    expect(reference).toMatch(/^FR-/);
});

test("on paper every page has its marking, its moment and its address", async ({ page }) => {
  await signIn(page, "auditor", "/briefing/FR");
  await page.emulateMedia({ media: "print" });
  const foot = page.locator(".brief-f");
  await expect(foot).toBeVisible();
  await expect(foot).toContainText("Not official");
  await expect(foot).toContainText("As of 25 February 2026");
  await expect(foot).toContainText("/briefing/FR");
  await expect(foot).toHaveCSS("display", "table-footer-group");
  await expect(page.getByRole("complementary", { name: "Marking" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  for (const path of ["/briefing", "/briefing/FR"]) {
    await page.goto(path);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages, path).toBeGreaterThan(0);
    expect(pages, path).toBeLessThanOrEqual(path === "/briefing" ? 1 : 3);
  }
});

test("the charts over time and of ages say in a table what they draw", async ({ page }) => {
  await signIn(page, "manager", "/coverage/over-time");
  await expect(
    page.getByRole("heading", { name: /^Words, not obligations: in January 2026 / }),
  ).toBeVisible();
  const reading = page.getByRole("slider", { name: "Values of one day. Change the day with the arrow keys" });
  const now = (await reading.getAttribute("aria-valuetext")) ?? "";
  await openFold(page.getByRole("region", { name: "Month by month" }), "Pledges at each stage");
  const columns = await page.getByRole("columnheader").allInnerTexts();
  const cells = await page.locator("tbody tr").first().locator("th, td").allInnerTexts();
  expect(now).toContain(`${cells[columns.indexOf("Declined")] ?? ""} declined`);
  expect(now).toContain(`${cells[columns.indexOf("Pledged")] ?? ""} pledged`);

  // The arrow keys lead from change to change, Home to the first day.
  await scriptThere(page);
  await reading.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(reading).not.toHaveAttribute("aria-valuetext", now);
  await page.keyboard.press("Home");
  await expect(reading).toHaveAttribute("aria-valuenow", "0");
  await expectAccessible(page);

  // The downloads say as of when they are, and carry the marking.
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Picture (SVG)" }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe("over-time.svg");
  const drawn = readFileSync(await picture.path(), "utf8");
  expect(drawn).toContain("Words, not obligations");
  expect(drawn).toContain("As of 25 February 2026");
  expect(drawn).toContain("Not official");
  expect(drawn).not.toMatch(/class=|var\(/);
  const data = page.getByRole("link", { name: "Data (CSV)" });
  const sent = await page.request.get((await data.getAttribute("href")) ?? "");
  expect(await sent.text()).toContain("on,stage,pledges,marking");
  expect(sent.headers()["content-disposition"]).toContain("pledges-over-time-as-of-2026-02-25");

  await page.goto("/unresolved");
  const total = figure(await countedOn(page).innerText());
  await page.getByRole("link", { name: "Ages", exact: true }).click();
  await expect(page).toHaveURL("/unresolved/ages");
  await expect(page.locator("tfoot td").last()).toHaveText(String(total));
  const gaps = page.locator("tfoot td").first();
  const count = await gaps.innerText();
  await gaps.getByRole("link").click();
  await expect(countedOn(page)).toHaveText(count);
});

test("administrators have no briefing", async ({ page }) => {
  await signIn(page, "admin", "/briefing");
  await expect(page.locator(".brief")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test.describe("for an unknown participant", () => {
  test.use({ expectedErrors: [/status of 404/] });
  test("there is no briefing", async ({ page }) => {
    await signIn(page, "manager", "/briefing/ZZ");
    await expect(page.locator(".brief")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
