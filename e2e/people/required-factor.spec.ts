// Requiring a second factor of a role ends its sessions, so no other story may run at the same time.
import { Secret, TOTP } from "otpauth";
import { DESKTOP, expect, expectAccessible, PHONE, post, signIn, test } from "../fixtures";

const PASSWORD = "a pass phrase of some length";

test("an account whose role requires a second factor sets it up while signing in, and opens nothing before", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin", "/admin/settings");
  const email = `ann-${Date.now()}@ministry.example`;
  const account = { email, name: `Ann Example (${Date.now()})`, role: "AUDITOR", desk: [] };
  const { setPasswordLink } = await post<{ setPasswordLink: string }>(page, "/people", account);
  const required = page.getByRole("group", { name: "Second factor required for" });
  await required.getByLabel("Auditor").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(setPasswordLink);
  await expectAccessible(theirs);
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByLabel("Type it again").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("/sign-in");
  await theirs.goto("/sign-in?next=/coverage");
  await theirs.locator("#email").fill(email);
  await theirs.locator("#password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL("/sign-in/set-up?next=%2Fcoverage");
  await expect(theirs.getByText("Your role needs a second factor")).toBeVisible();
  for (const size of [PHONE, DESKTOP]) {
    await theirs.setViewportSize(size);
    await expectAccessible(theirs);
  }
  await theirs.goto("/coverage");
  await expect(theirs, "the password alone opens nothing").toHaveURL(/\/sign-in\?next=/);

  await theirs.goto("/sign-in/set-up?next=/coverage");
  const secret = (await theirs.getByRole("code").first().innerText()).replace(/\s/g, "");
  await theirs
    .getByRole("textbox", { name: "Code" })
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await theirs.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(theirs).toHaveURL("/coverage");
  await theirs.context().close();

  await page.goto("/admin/settings");
  await required.getByLabel("Auditor").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});
