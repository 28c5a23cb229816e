// Signing in by two steps, from the invitation to the lost device.
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { DESKTOP, PHONE, expect, expectAccessible, post, signIn, test } from "./fixtures";

const PASSWORD = "a pass phrase of some length";

/** What a device shows; `ahead`: the next code, for a step that was used already. */
const shown = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

async function enter(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?next=/profile");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const secretOn = async (page: Page): Promise<string> =>
  (await page.locator(".steps code").first().innerText()).replace(/\s/g, "");

/** Invites somebody, who sets the password by the link. */
async function invite(admin: Page, theirs: Page): Promise<{ id: string; email: string }> {
  const email = `lee-${Date.now()}@ministry.example`;
  await signIn(admin, "admin");
  const account = { email, name: "Lee Example", role: "AUDITOR", desk: [] };
  const made = await post<{ id: string; setPasswordLink: string }>(admin, "/people", account);
  await theirs.goto(made.setPasswordLink);
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByLabel("The same once more").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("/sign-in");
  await enter(theirs, email);
  return { id: made.id, email };
}

test("somebody is invited, sets a password and a second factor, and signs in by two steps", async ({
  page,
  browser,
}) => {
  const theirs = await (await browser.newContext()).newPage();
  const { id, email } = await invite(page, theirs);
  await theirs.getByLabel("Your password").fill("not the password");
  await theirs.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(theirs.getByText("This is not your password").first()).toBeVisible();
  await theirs.getByLabel("Your password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(theirs.getByRole("img", { name: "Picture for an authenticator app" })).toBeVisible();
  await expect(theirs.locator(".codes li")).toHaveCount(10);
  const secret = await secretOn(theirs);
  const recovery = await theirs.locator(".codes li").first().innerText();
  for (const size of [PHONE, DESKTOP]) {
    await theirs.setViewportSize(size);
    await expectAccessible(theirs);
  }
  await theirs.getByLabel("Code").fill("000000");
  await theirs.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(theirs).toHaveTitle(/^Error:/);
  const used = shown(secret);
  await theirs.getByLabel("Code").fill(used);
  await theirs.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(theirs.getByText("Your second factor is set up.")).toBeVisible();
  await expect(theirs.getByText("10 recovery codes are left.")).toBeVisible();

  await theirs.getByRole("button", { name: "Sign out", exact: true }).click();
  await theirs.waitForURL("/sign-in");
  await enter(theirs, email);
  await expect(theirs).toHaveURL("/sign-in/code?next=%2Fprofile");
  await expectAccessible(theirs);
  await theirs.goto("/pledges");
  await expect(theirs, "the password alone opens nothing").toHaveURL(/\/sign-in\?next=/);
  await theirs.goto("/sign-in/code?next=/profile");
  await theirs.getByLabel("Code").fill(used);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("This code is not right, or was used before").first()).toBeVisible();
  await theirs.getByLabel("Code").fill(shown(secret, 1));
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL("/profile");

  await theirs.context().clearCookies();
  await enter(theirs, email);
  await theirs.getByLabel("Code").fill(recovery);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("9 recovery codes are left.")).toBeVisible();

  await page.goto(`/admin/people/${id}`);
  await page.getByRole("button", { name: "Remove the second factor" }).click();
  await expect(page.getByRole("button", { name: "Remove the second factor" })).toHaveCount(0);
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await enter(theirs, email);
  await expect(theirs.getByText("Signing in takes your password alone.")).toBeVisible();
  await theirs.context().close();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("it is set up, and its codes are renewed and taken off, all the same", async ({ page, browser }) => {
    const admin = await (await browser.newContext()).newPage();
    await invite(admin, page);
    await admin.context().close();
    const mine = async (button: string) => {
      await page.getByLabel("Your password").fill(PASSWORD);
      await page.getByRole("button", { name: button }).click();
    };
    await mine("Set up a second factor");
    await page.getByLabel("Code").fill(shown(await secretOn(page)));
    await page.getByRole("button", { name: "Set up the second factor" }).click();
    await mine("Make new recovery codes");
    await expect(page.locator(".codes li")).toHaveCount(10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page.getByText("Your new recovery codes are in use")).toBeVisible();
    await mine("Remove the second factor");
    await expect(page.getByText("Your second factor is removed.")).toBeVisible();
  });
});
