// Signing in with a second factor, from the invitation to the lost device.
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { DESKTOP, enter, expect, expectAccessible, invite, PHONE, signIn, signOut, test } from "../fixtures";

/** The code that a device shows; `ahead`: a later one, if that was used already. */
const shown = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

const secretOn = async (page: Page): Promise<string> =>
  (await page.getByRole("code").first().innerText()).replace(/\s/g, "");

const LEE = { name: "Lee Example", role: "AUDITOR", desk: [] };

test("someone is invited, sets a password and a second factor, and signs in with both", async ({
  page,
  browser,
}) => {
  const theirs = await (await browser.newContext()).newPage();
  await signIn(page, "admin");
  const lee = await invite(page, theirs, LEE);
  await enter(theirs, lee, "/profile");
  await theirs.getByLabel("Your password").fill("not the password");
  await theirs.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(theirs.getByText("This is not your password").first()).toBeVisible();
  await theirs.getByLabel("Your password").fill(lee.password);
  await theirs.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(theirs.getByRole("img", { name: "QR code for an authenticator app" })).toBeVisible();
  await expect(theirs.getByRole("list").getByRole("code")).toHaveCount(10);
  const secret = await secretOn(theirs);
  const recovery = await theirs.getByRole("list").getByRole("code").first().innerText();
  for (const size of [PHONE, DESKTOP]) {
    await theirs.setViewportSize(size);
    await expectAccessible(theirs);
  }
  await theirs.getByRole("textbox", { name: "Code" }).fill("000000");
  await theirs.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(theirs).toHaveTitle(/^Error:/);
  const used = shown(secret);
  await theirs.getByRole("textbox", { name: "Code" }).fill(used);
  await theirs.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(theirs.getByText("Your second factor is set up.")).toBeVisible();
  await expect(theirs.getByText("10 recovery codes are left.")).toBeVisible();

  await signOut(theirs);
  await theirs.waitForURL("/sign-in");
  await enter(theirs, lee, "/profile");
  await expect(theirs).toHaveURL("/sign-in/code?next=%2Fprofile");
  await expectAccessible(theirs);
  await theirs.goto("/pledges");
  await expect(theirs, "the password alone opens nothing").toHaveURL(/\/sign-in\?next=/);
  await theirs.goto("/sign-in/code?next=/profile");
  await theirs.getByRole("textbox", { name: "Code" }).fill(used);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("This code is wrong or was already used").first()).toBeVisible();
  await theirs.getByRole("textbox", { name: "Code" }).fill(shown(secret, 1));
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL("/profile");

  await theirs.context().clearCookies();
  await enter(theirs, lee, "/profile");
  await theirs.getByRole("textbox", { name: "Code" }).fill(recovery);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("9 recovery codes are left.")).toBeVisible();

  await page.goto(`/admin/people/${lee.id}`);
  await page.getByLabel("Reason").fill("The phone is lost");
  await page.getByRole("button", { name: "Remove the second factor" }).click();
  await page.waitForURL(/\/review\/accounts\//);
  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, "manager", new URL(page.url()).pathname);
  await manager.getByRole("radio", { name: /^Approve/ }).check();
  await manager.getByRole("button", { name: "Approve" }).click();
  await manager.waitForURL("/review/accounts");
  await manager.context().close();
  await page.goto(`/admin/people/${lee.id}`);
  await expect(page.getByRole("button", { name: "Remove the second factor" })).toHaveCount(0);
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await enter(theirs, lee, "/profile");
  await expect(theirs.getByText("You sign in with your password only.")).toBeVisible();
  await theirs.context().close();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a second factor is set up and removed, and its codes are renewed", async ({ page, browser }) => {
    const admin = await (await browser.newContext()).newPage();
    await signIn(admin, "admin");
    const lee = await invite(admin, page, LEE);
    await admin.context().close();
    await enter(page, lee, "/profile");
    const mine = async (button: string, code: string | null = null) => {
      await page.getByLabel("Your password").fill(lee.password);
      if (code !== null) await page.getByRole("textbox", { name: "Code" }).fill(code);
      await page.getByRole("button", { name: button }).click();
    };
    await mine("Set up a second factor");
    const secret = await secretOn(page);
    const recovery = await page.getByRole("list").getByRole("code").first().innerText();
    await page.getByRole("textbox", { name: "Code" }).fill(shown(secret));
    await page.getByRole("button", { name: "Set up the second factor" }).click();
    await mine("Make new recovery codes", "000000");
    await expect(page.getByText("This code is wrong or was already used").first()).toBeVisible();
    await mine("Make new recovery codes", recovery);
    await expect(page.getByRole("list").getByRole("code")).toHaveCount(10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page.getByText("Your new recovery codes work now")).toBeVisible();
    await mine("Remove the second factor", shown(secret, 1));
    await expect(page.getByText("Your second factor is removed.")).toBeVisible();
  });
});
