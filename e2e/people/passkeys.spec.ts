// Passkeys, with Chromium's authenticator for tests: one is made, signs in, proves a decision, is removed.
import type { Page } from "@playwright/test";
import {
  DESKTOP,
  enter,
  expect,
  expectAccessible,
  invite,
  letProofsAge,
  logPledge,
  PHONE,
  post,
  signIn,
  signOut,
  test,
} from "../fixtures";

// A decision without a proof, which the browser writes into its console.
test.use({ expectedErrors: [/status of 403/] });

/** Gives the browser a device that verifies its user. */
async function giveDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    knowsWho: (isUserVerified: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function looksRight(page: Page): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}

test("a manager makes a passkey, signs in and decides with it, and removes it", async ({ page, meet }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "CY", priority: 4, title: "A ship with a key" });
  const { id } = await post<{ id: string }>(
    page,
    `/pledges/${reference}/stage`,
    { to: "WITHDRAWN", reason: "Said so.", evidence: [] },
    { "If-Match": '"1"' },
  );
  const admin = await meet("admin");
  await page.context().clearCookies();
  const kim = { name: "Kim Example", role: "MANAGER", desk: [] };
  const account = await invite(admin, page, kim, await meet("manager"));
  const device = await giveDevice(page);

  await enter(page, account, "/profile");
  await page.getByLabel("Your password").fill(account.password);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await looksRight(page);
  await page.getByLabel("Name of the passkey").fill("Kim’s laptop");
  await page.getByRole("button", { name: "Set up a passkey" }).click();
  await expect(page.getByText("Your second factor is set up.")).toBeVisible();
  const parts = page.getByRole("list", { name: "Your second factor" });
  await expect(parts).toContainText("Kim’s laptop");
  await expect(parts).toContainText("not used yet");
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await looksRight(page);

  await signOut(page);
  await page.waitForURL("/sign-in");
  await enter(page, account, `/review/${id}`);
  await expect(page).toHaveURL(/\/sign-in\/code\?next=/);
  await looksRight(page);
  await device.knowsWho(false);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("No passkey was used. Try again")).toBeVisible();
  await device.knowsWho(true);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(`/review/${id}`);

  await letProofsAge(account.email);
  await page.getByRole("radio", { name: /^Send back/ }).check();
  await page.locator("#note").fill("Which strait?");
  await page.getByRole("button", { name: "Send back", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(dialog.getByRole("button", { name: "Use a code instead" })).toBeVisible();
  await looksRight(page);
  await dialog.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText(`Sent back: ${reference}`)).toBeVisible();

  await page.goto("/profile");
  await expect(parts).toContainText("last used");
  await page.getByLabel("Your password").fill(account.password);
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByText("Your passkey is confirmed. Choose what to do.")).toBeVisible();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Add a passkey" })).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: "Add the passkey" }).click();
  await expect(page.getByText("This device already has a passkey for this account")).toBeVisible();

  await page.goto("/profile");
  await page.getByLabel("Your password").fill(account.password);
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByText("Your passkey is confirmed. Choose what to do.")).toBeVisible();
  await page.getByRole("button", { name: "Remove Kim’s laptop" }).click();
  await expect(page.getByText("Your second factor is removed.")).toBeVisible();
  await expect(page.getByText("You sign in with your password only.", { exact: true })).toBeVisible();
});
