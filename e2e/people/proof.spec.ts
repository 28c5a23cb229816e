import {
  DESKTOP,
  enter,
  errorsOn,
  expect,
  expectAccessible,
  invite,
  letProofsAge,
  logPledge,
  PHONE,
  post,
  signIn,
  test,
} from "../fixtures";

// A decision without a proof, and a wrong one, which the browser writes into its console.
test.use({ expectedErrors: [/status of (403|422)/] });

test("a decision asks for the password again if the last proof is too old, and nothing is lost", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "CY", priority: 4, title: "A ship in a strait" });
  const { id } = await post<{ id: string }>(
    page,
    `/pledges/${reference}/stage`,
    { to: "WITHDRAWN", reason: "Said so.", evidence: [] },
    { "If-Match": '"1"' },
  );
  const admin = await meet("admin");
  await page.context().clearCookies();
  const robin = { name: "Robin Example", role: "MANAGER", desk: [] };
  const account = await invite(admin, page, robin, await meet("manager"));
  await enter(page, account, `/review/${id}`);
  await letProofsAge(account.email);

  await page.getByRole("radio", { name: /^Send back/ }).check();
  await page.locator("#note").fill("Which strait?");
  await page.getByRole("button", { name: "Send back", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await expect(dialog).toContainText(account.email);
  await expect(dialog.getByRole("button", { name: "Use a code instead" })).toHaveCount(0);
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(errorsOn(page)).toContainText("Enter your password or a code from your second factor");
  await expect(page.locator("#note")).toHaveValue("Which strait?");

  await page.getByRole("button", { name: "Send back", exact: true }).click();
  await dialog.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This is not your password").first()).toBeVisible();
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await dialog.getByLabel("Password").fill(account.password);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent back: ${reference}`)).toBeVisible();
});
