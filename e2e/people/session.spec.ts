import type { Page } from "@playwright/test";
import { errorsOn, expect, expectAccessible, logPledge, openFold, signIn, test } from "../fixtures";

// Each story lets a session end or an answer be lost on purpose, which the browser writes into its console.
test.use({ expectedErrors: [/status of (401|409|503)|ERR_INTERNET_DISCONNECTED/] });

test("when the session ends, a form asks for the password and saves what was typed", async ({ page }) => {
  await signIn(page, "officer-north");
  const reference = await logPledge(page, { participant: "SE", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.locator("#summary").fill("Typed over lunch");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save changes" }).click();

  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await expect(dialog).toContainText("officer-north@register.example");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(errorsOn(page)).toContainText("save again, and enter your password");
  await expect(errorsOn(page)).toBeFocused();
  await expect(page.locator("#summary")).toHaveValue("Typed over lunch");

  await page.getByRole("button", { name: "Save changes" }).click();
  await dialog.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("The password is not right").first()).toBeVisible();
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await dialog.getByLabel("Password").fill(process.env.DEMO_PASSWORD ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByText("Typed over lunch").first()).toBeVisible();
});

test("a comment survives the end of its session, and is sent again with the same key", async ({ page }) => {
  await signIn(page, "officer-north");
  const reference = await logPledge(page, { participant: "SE", priority: 1 });
  await page.goto(`/pledges/${reference}`);
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/comments")) keys.push(request.headers()["idempotency-key"]);
  });
  await openFold(page, "Add a comment");
  await page.getByLabel("Comment").fill("Asked again in Stockholm");
  await page.context().clearCookies();
  await page.keyboard.press("Control+Enter");
  await enterPassword(page);
  await expect(page.getByRole("region", { name: "Activity" })).toContainText("Asked again in Stockholm");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test("what was typed as one account is never sent as another that signed in meanwhile", async ({ page }) => {
  await signIn(page, "officer-north");
  const reference = await logPledge(page, { participant: "SE", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.locator("#summary").fill("Typed by the northern desk");
  const elsewhere = await page.context().newPage();
  await signIn(elsewhere, "manager");

  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Another account is signed in" });
  await expect(dialog).toContainText("now signed in as Manager, so nothing was sent");
  await dialog.getByRole("link", { name: "Sign in as someone else" }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/pledges/${reference}/edit`)}`);
  await signIn(page, "officer-north", `/pledges/${reference}/edit`);
  await expect(page.getByText("Your unsaved draft is back.")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await page.getByText("Typed by the northern desk").first().waitFor();
  await expect(page.getByRole("region", { name: "Activity" })).not.toContainText("Manager");
});

test("without a network the form says what to do; a lost answer is not taken for someone else's change", async ({
  page,
}) => {
  await signIn(page, "officer-north");
  const reference = await logPledge(page, { participant: "SE", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.locator("#summary").fill("Typed on a train");
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") keys.push(request.headers()["idempotency-key"]);
  });
  const save = page.getByRole("button", { name: "Save changes" });
  await page.context().setOffline(true);
  await save.click();
  await expect(errorsOn(page)).toContainText("check your connection, then save again");
  await page.context().setOffline(false);
  await page.route(
    `**/api/v1/pledges/${reference}`,
    async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    },
    { times: 1 },
  );
  await save.click();
  await expect.poll(() => keys.length).toBe(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  await expect(save).toHaveText("Save changes");
  await page.locator("#summary").fill("Typed in a tunnel");
  await save.click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByText("Typed in a tunnel").first()).toBeVisible();
  await expect(page.getByText("in the meantime")).toHaveCount(0);
});

test("if it is unknown whether a change was saved, the form doesn't say that nothing was", async ({
  page,
}) => {
  await signIn(page, "officer-north");
  const reference = await logPledge(page, { participant: "SE", priority: 1 });
  await page.goto(`/pledges/${reference}/edit`);
  await page.locator("#summary").fill("Typed before the database went");
  await page.route(
    `**/api/v1/pledges/${reference}`,
    async (route) => {
      await route.fetch();
      const json = { code: "database-away", title: "Away", detail: "Look whether it went through." };
      await route.fulfill({ status: 503, contentType: "application/problem+json", json });
    },
    { times: 1 },
  );
  const save = page.getByRole("button", { name: "Save changes" });
  await save.click();
  await expect(errorsOn(page)).toContainText("Look whether it went through.");
  await expect(errorsOn(page)).not.toContainText("Nothing was saved");
  await page.locator("#summary").fill("Typed when it was back");
  await save.click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByText("Typed when it was back").first()).toBeVisible();
  await expect(page.getByText("in the meantime")).toHaveCount(0);
});

async function enterPassword(page: Page): Promise<void> {
  await page.getByLabel("Password").fill(process.env.DEMO_PASSWORD ?? "");
  await page.keyboard.press("Enter");
}
