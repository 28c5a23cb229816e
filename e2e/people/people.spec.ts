import { DESKTOP, enter, errorsOn, expect, expectAccessible, invite, PHONE, signIn, test } from "../fixtures";

test("an administrator creates an account; its owner chooses a password, works, and is signed out when it is disabled", async ({
  page,
  browser,
}) => {
  const email = `pat-${Date.now()}@ministry.example`;
  await signIn(page, "admin");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Work email").fill(email);
  await page.getByLabel("Name").fill(`Pat Example (${Date.now()})`);
  await page.getByRole("radio", { name: /^Desk officer/ }).check();
  await page.getByLabel("France").check();
  await page.getByRole("button", { name: "Create the account" }).click();
  const link = await page.getByLabel("Link").inputValue();
  expect(link).toContain("/set-password/");

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await expectAccessible(theirs);
  await theirs.getByLabel("New password").fill("short");
  await theirs.getByLabel("Type it again").fill("short");
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(errorsOn(theirs)).toContainText("Use at least 12 characters");
  await theirs.getByLabel("New password").fill("a pass phrase of some length");
  await theirs.getByLabel("Type it again").fill("a pass phrase of some length");
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("/sign-in");
  await theirs.locator("#email").fill(email);
  await theirs.locator("#password").fill("a pass phrase of some length");
  await theirs.keyboard.press("Enter");
  await expect(theirs).toHaveURL("/mine");
  await expect(theirs.getByText("Pat Example")).toBeVisible();

  await page.getByRole("link", { name: "Go to the account" }).click();
  await page.getByLabel("Germany").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText("Desk: DE, FR")).toBeVisible();

  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/[?&]_rsc=/, async (route) => {
    await late;
    await route.continue();
  });
  const disable = page.getByRole("button", { name: "Disable the account" });
  await disable.click();
  await expect(page.getByRole("status").filter({ hasText: "The account is disabled." })).toBeVisible();
  await expect(page.locator("#main")).toBeFocused();
  await expect(disable).toBeDisabled();
  arrive();
  await expect(page.getByRole("button", { name: "Enable the account" })).toBeVisible();
  await page.unrouteAll({ behavior: "wait" });
  // The form doesn't conflict with what its user has just done.
  await page.getByLabel("Name").fill(`Pat Example-Lee (${Date.now()})`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL("/sign-in?next=%2Fmine");
  await page.getByRole("button", { name: "Enable the account" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The account is enabled." })).toBeVisible();
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The account is disabled." })).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
  await theirs.context().close();
});

test("an auditor can read the accounts but not change them", async ({ page }) => {
  await signIn(page, "auditor", "/admin/people");
  await expect(page.getByRole("link", { name: "Create an account" })).toHaveCount(0);
  await page.getByRole("link", { name: "Second manager" }).click();
  await expect(page.getByText("Only administrators change accounts.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Disable the account" })).toHaveCount(0);
});

test("an officer can't see the accounts", async ({ page }) => {
  await signIn(page, "officer", "/admin/people");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("People");
  await expect(page.getByText("admin@register.example")).toHaveCount(0);
});

test.describe("the last administrator", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("can't leave the register without one", async ({ page }) => {
    await signIn(page, "admin");
    await page.getByRole("link", { name: "Administrator", exact: true }).click();
    await expect(page.getByText("Only another administrator can change")).toBeVisible();
    await expect(page.getByRole("radio", { name: /^Auditor/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Disable the account" }).click();
    await expect(page.getByRole("alert").first()).toContainText(
      "The register needs at least one active administrator",
    );
  });
});

test("the appearance is chosen once and stays", async ({ page }) => {
  await signIn(page, "manager", "/profile");
  await page.getByText("Dark", { exact: true }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByText("Same as device", { exact: true }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
});

test("signing out everywhere ends the sessions in every browser", async ({ page, browser }) => {
  await signIn(page, "admin");
  const [here, there] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  // An account that no other story uses.
  const lee = await invite(page, here, { name: "Lee Example", role: "AUDITOR", desk: [] });
  await enter(there, lee, "/coverage");
  await enter(here, lee, "/profile");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here).toHaveURL("/sign-in");
  await there.reload();
  await expect(there).toHaveURL("/sign-in?next=%2Fcoverage");
  for (const tab of [here, there]) await tab.context().close();
});

test("sessions are distinguished by their device, and each can be ended separately", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin");
  const [here, there] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  const kim = await invite(page, here, { name: "Kim Example", role: "AUDITOR", desk: [] });
  await enter(there, kim, "/coverage");
  await enter(here, kim, "/profile");
  const sessions = here.locator("#sessions li");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "this one" })).toHaveCount(1);
  for (const size of [PHONE, DESKTOP]) {
    await here.setViewportSize(size);
    await expectAccessible(here);
  }
  await here.getByRole("button", { name: /^Sign out Chrome on Linux, signed in on / }).click();
  await expect(here.getByText("That session has ended.")).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await there.reload();
  await expect(there).toHaveURL("/sign-in?next=%2Fcoverage");
  for (const tab of [here, there]) await tab.context().close();
});

test.describe("a name or an address", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("that could be taken for someone else's is refused, with advice on what to do", async ({ page }) => {
    await signIn(page, "admin", "/admin/people/new");
    const summary = errorsOn(page);
    await page.getByLabel("Work email").fill("manag\u0435r@register.example");
    await page.getByLabel("Name").fill("Second manager");
    await page.getByRole("button", { name: "Create the account" }).click();
    await expect(summary).toContainText("Choose a role");
    await expect(summary).toContainText("Enter the address in plain letters a to z");
    await page.getByRole("radio", { name: /^Manager/ }).check();
    await page.getByRole("button", { name: "Create the account" }).click();
    await expect(summary).toContainText("Enter why this is needed");
    await page.getByRole("radio", { name: /^Desk officer/ }).check();
    await page.getByLabel("Work email").fill("rnanager@register.example");
    await page.getByRole("button", { name: "Create the account" }).click();
    await expect(summary).toContainText("Another account has an email address that looks nearly the same");
    await expect(summary).toContainText("Someone in the register already has this name: add a word");
    await page.getByLabel("Name").fill("S\u0435cond manager");
    await page.getByRole("button", { name: "Create the account" }).click();
    await expect(summary).toContainText("Someone in the register has a name that looks the same");
  });
});
