import { DESKTOP, enter, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

const PASSWORD = "a pass phrase of some length";

test("an administrator proposes a manager, another person approves, and the manager signs in", async ({
  page,
  browser,
}) => {
  const email = `max-${Date.now()}@ministry.example`;
  const name = `Max Example (${Date.now()})`;
  await signIn(page, "admin", "/admin/people/new");
  await page.getByLabel("Work email").fill(email);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("radio", { name: /^Manager/ }).check();
  await page.getByLabel("Reason").fill("Decides for the second shift");
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("You proposed this.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
  const address = page.url();

  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, "manager", "/inbox");
  const notice = manager.getByRole("listitem").filter({ hasText: name });
  await expect(notice).toContainText(/Create the account\. .*Role: Manager/);
  await notice.getByRole("link", { name: /proposed$/ }).click();
  await expect(manager.getByRole("region", { name: "What is proposed" })).toContainText("Role: Manager");
  await expectAccessible(manager);
  await manager.getByRole("definition").getByRole("link", { name }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(name);
  await manager.goto("/review/accounts");
  await expectAccessible(manager);
  await manager.getByRole("link", { name }).click();
  await expect(manager.getByText("Decides for the second shift")).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole("radio", { name: /^Approve/ }).check();
  await manager.getByRole("button", { name: "Approve" }).click();
  await expect(manager.getByRole("row", { name })).toContainText("Approved by Manager");
  await manager.context().close();

  await page.goto(address);
  await page.getByRole("button", { name: "Show the link once" }).click();
  const link = await page.getByLabel("Link").inputValue();
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Show the link once" })).toHaveCount(0);
  await expect(page.getByText("The link was shown to the proposer")).toBeVisible();

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByLabel("Type it again").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("/sign-in");
  await enter(theirs, { email, password: PASSWORD }, "/review");
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Decisions");
  await theirs.context().close();
});
