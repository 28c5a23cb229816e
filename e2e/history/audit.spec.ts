import { expect, expectAccessible, openFold, post, signIn, test } from "../fixtures";

test("an auditor finds who changed a pledge's dates, and reads what they were before", async ({
  page,
  meet,
}) => {
  const manager = await meet("manager", "/pledges/FR-3-001");
  const reason = `A letter came ${crypto.randomUUID()}.`;
  const before = await manager.request.get("/api/v1/pledges/FR-3-001");
  const { version, nextAction } = (await before.json()) as { version: number; nextAction: string | null };
  const changed = await manager.request.patch("/api/v1/pledges/FR-3-001", {
    data: { nextAction: "Ask the ministry once more", reason },
    headers: { Origin: new URL(manager.url()).origin, "If-Match": `"${String(version)}"` },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await post(manager, "/pledges/FR-3-001/comments", { text: "Who asked?" });

  await signIn(page, "auditor");
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await openFold(page, "Search the history");
  await page.getByLabel("Record", { exact: true }).fill("fr-3-001");
  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Pledge: changed the pledge" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/record=fr-3-001&action=pledge\.changed/);

  const rows = page.getByRole("table", { name: "Entries of the log" }).getByRole("row");
  const row = rows.filter({ hasText: reason });
  await expect(row).toContainText("Manager");
  await expect(row).toContainText("true time");
  await expect(rows.filter({ hasText: "Who asked?" })).toHaveCount(0);
  await row.getByRole("rowheader").getByRole("link").click();

  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(/^Entry [\d,]+$/);
  await expect(main).toContainText("Manager changed the pledge: FR-3-001");
  await expect(main).toContainText(reason);
  const difference = main.getByRole("region", { name: "What changed" });
  await expect(difference).toContainText("Next action");
  await expect(difference.locator("del")).toHaveText(nextAction ?? "none");
  await expect(difference.locator("ins")).toHaveText("Ask the ministry once more");
  await expect(main.getByRole("region", { name: "Text of the entry" })).toContainText(
    '"action":"pledge.changed"',
  );
  await expectAccessible(page);

  const seq = page.url().split("/").at(-1);
  await main
    .getByRole("link", { name: /^Previous/ })
    .first()
    .click();
  await main.getByRole("link", { name: "Next:" }).first().click();
  await expect(page).toHaveURL(`/audit/${String(seq)}`);
  await main.getByRole("link", { name: "This record’s whole history" }).click();
  await expect(rows.filter({ hasText: reason })).toHaveCount(1);
  await expect(rows.filter({ hasText: "logged the pledge" })).toHaveCount(1);
  await expect(main.getByRole("cell", { name: "FR-3-001" }).first()).toBeVisible();
});

test("a search that cannot be understood says so at its box, and keeps what was typed", async ({ page }) => {
  await signIn(page, "auditor", "/audit?record=the+French+one&actor=Manager");
  const box = page.getByLabel("Record", { exact: true });
  await expect(box).toHaveValue("the French one");
  await expect(box).toHaveAccessibleDescription(/Error: Enter a reference, such as FR-3-001/);
  await expect(page.getByLabel("Who")).toHaveValue("Manager");
  await page
    .getByRole("alert")
    .getByRole("link", { name: /Enter a reference/ })
    .click();
  await expect(box).toBeFocused();
  await page.goto("/audit?record=XX-1-001");
  await expect(page.getByRole("heading", { name: "No entry matches this search" })).toBeVisible();
});

test("an officer sees that the page is for managers and auditors", async ({ page }) => {
  await signIn(page, "officer", "/audit");
  await expect(page.getByRole("main")).toContainText("for managers and auditors");
  await expect(page.getByRole("link", { name: "History", exact: true })).toHaveCount(0);
});
