import { expect, post, signIn, test } from "../fixtures";

const FIRST = "a pass phrase of some length";
const SECOND = "quite another one, and longer";

test("changing the password keeps this session, ends the others, and the new password signs in", async ({
  page,
  browser,
}) => {
  const email = `kim-${Date.now()}@ministry.example`;
  await signIn(page, "admin");
  const account = { email, name: `Kim Example (${Date.now()})`, role: "AUDITOR", desk: [] };
  const { setPasswordLink } = await post<{ setPasswordLink: string }>(page, "/people", account);
  const here = await (await browser.newContext()).newPage();
  const elsewhere = await (await browser.newContext()).newPage();
  const enter = async (tab: typeof here, password: string) => {
    await tab.goto("/sign-in?next=/profile");
    await tab.locator("#email").fill(email);
    await tab.locator("#password").fill(password);
    await tab.keyboard.press("Enter");
  };
  await here.goto(setPasswordLink);
  await here.getByLabel("New password").fill(FIRST);
  await here.getByLabel("Type it again").fill(FIRST);
  await here.getByRole("button", { name: "Set the password" }).click();
  await here.waitForURL("/sign-in");
  await enter(here, FIRST);
  await enter(elsewhere, FIRST);
  await expect(elsewhere).toHaveURL("/profile");

  const change = async (current: string) => {
    await here.getByLabel("Current password").fill(current);
    await here.getByLabel("New password").fill(SECOND);
    await here.getByLabel("Type it again").fill(SECOND);
    await here.getByRole("button", { name: "Change the password" }).click();
  };
  await change("not the password");
  await expect(here.getByText("This is not your password").first()).toBeVisible();
  await expect(here).toHaveTitle(/^Error:/);
  await change(FIRST);
  await expect(here.getByText("Your password is changed. Other browsers are signed out.")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL("/sign-in?next=%2Fprofile");
  await enter(elsewhere, SECOND);
  await expect(elsewhere).toHaveURL("/profile");
  for (const tab of [here, elsewhere]) await tab.context().close();
});
