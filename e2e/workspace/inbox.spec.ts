// Watching records, being notified, and choosing notifications: with a script and without.
import {
  expect,
  expectAccessible,
  logPledge,
  post,
  scriptThere,
  signIn,
  signInByForm,
  test,
} from "../fixtures";

test("a change to a watched record is in the inbox, with its details, and can be marked read and unread", async ({
  page,
  meet,
}) => {
  const officer = await meet("officer-south", "/profile");
  const reference = await logPledge(officer, {
    participant: "NZ",
    priority: 2,
    title: "Mine clearing teams",
  });

  await signIn(page, "auditor", `/pledges/${reference}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByText("You watch this")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}$`));

  const body = { nextAction: "Ask for the schedule" };
  const patched = await officer.request.patch(`/api/v1/pledges/${reference}`, {
    data: body,
    headers: { Origin: new URL(officer.url()).origin, "If-Match": '"1"' },
  });
  expect(patched.ok()).toBe(true);

  await page.getByRole("link", { name: /^Inbox/ }).click();
  const row = page.getByRole("listitem").filter({ hasText: reference });
  await expect(row).toContainText("changed the pledge");
  await expect(row).toContainText("Changed: Next action");
  await expect(row).toContainText("Unread");
  await expectAccessible(page);

  const seen = page.waitForResponse((answer) => answer.url().endsWith("/inbox/read"));
  await row.getByRole("link", { name: /changed the pledge/ }).click();
  expect((await seen).ok()).toBe(true);
  await expect(page.getByRole("definition").filter({ hasText: "Ask for the schedule" })).toBeVisible();
  await expect(page.getByRole("link", { name: reference })).toBeVisible();
  await expect(page.getByRole("button", { name: /as unread/ })).toBeVisible();
  await page.getByRole("link", { name: "Back to the inbox" }).click();
  await expect(row).not.toContainText("Unread");

  // It is marked in place: neither the position on the page nor the focus is lost.
  await scriptThere(page);
  await row.getByRole("button", { name: /as unread/ }).press("Enter");
  await expect(row).toContainText("Unread");
  await expect(page.getByRole("status").filter({ hasText: "Marked as unread." })).toBeAttached();
  await expect(row.getByRole("button", { name: /as read/ })).toBeFocused();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(row).not.toContainText("Unread");
  await page.getByRole("link", { name: "Unread", exact: true }).click();
  await expect(row).toHaveCount(0);

  await page.goto("/inbox/watching");
  await page.getByRole("button", { name: new RegExp(`Stop watching ${reference}`) }).click();
  await expect(page.getByRole("button", { name: new RegExp(`Stop watching ${reference}`) })).toHaveCount(0);
});

test("nobody sees another's inbox, and an administrator has none", async ({ page, meet }) => {
  const officer = await meet("officer-south", "/profile");
  const reference = await logPledge(officer, { participant: "NZ", priority: 2 });
  await signIn(page, "manager", "/profile");
  await post(page, "/watches", { topic: `pledge:${reference}`, watching: true });
  await post(officer, `/pledges/${reference}/comments`, { text: "Has anybody asked?" });
  const { items } = (await (await page.request.get("/api/v1/inbox?kind=WATCHED")).json()) as {
    items: { seq: number; record: { reference: string } }[];
  };
  const seq = items.find(({ record }) => record.reference === reference)?.seq ?? 0;
  expect((await page.request.get(`/api/v1/inbox/${seq}`)).status()).toBe(200);
  expect((await officer.request.get(`/api/v1/inbox/${seq}`)).status()).toBe(404);
  const admin = await meet("admin", "/participants/NZ");
  await expect(admin.getByRole("button", { name: "Watch", exact: true })).toHaveCount(0);
  await expect(admin.getByRole("link", { name: /^Inbox/ })).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a manager watches, stops watching, and chooses notifications", async ({ page }) => {
    await signInByForm(page, "manager-2", "/conditions/US_MONITORING_ACTIVE");
    await page.getByRole("button", { name: "Watch", exact: true }).click();
    await expect(page.getByText("You watch this")).toBeVisible();
    await page.getByRole("button", { name: "Stop watching" }).click();
    await expect(page.getByRole("button", { name: "Watch", exact: true })).toBeVisible();

    await page.goto("/inbox/watching");
    await page.getByRole("button", { name: "Watch Priority 5: Defence cooperation" }).click();
    await expect(
      page.getByRole("button", { name: "Stop watching Priority 5: Defence cooperation" }),
    ).toBeVisible();

    await page.goto("/profile#inbox");
    await page.getByLabel("Hour").selectOption("18:00");
    await page.getByLabel("Time zone").selectOption("America/New_York");
    await page
      .getByLabel("A proposal, a suggestion or the handover of a desk waits for your decision")
      .uncheck();
    await page.getByRole("button", { name: "Save these choices" }).click();
    await expect(page.locator("#inbox").getByText("Your choice is saved.")).toBeVisible();
    await expect(page.getByLabel("Hour")).toHaveValue("18");
    await expect(
      page.getByLabel("A proposal, a suggestion or the handover of a desk waits for your decision"),
    ).not.toBeChecked();
    await page
      .getByLabel("A proposal, a suggestion or the handover of a desk waits for your decision")
      .check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
  });
});
