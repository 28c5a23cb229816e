import { DESKTOP, errorsOn, expect, expectAccessible, logPledge, PHONE, signIn, test } from "../fixtures";

// Forms sent with something missing, on purpose.
test.use({ expectedErrors: [/status of 422/] });

test("an officer makes a token and a webhook for a program; an administrator sees and removes both", async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const name = `Nightly copy ${String(Date.now())}`;
  await signIn(page, "officer-south", "/profile");
  await page.getByRole("link", { name: "Tokens for your programs" }).click();
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(errorsOn(page)).toContainText("Enter what it is for");
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = await page.getByLabel("Your new token").inputValue();
  expect(token).toMatch(/^prt_[\w-]{43}$/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "I have copied it" }).click();
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("In use");
  await expect(row).toContainText("Never");

  const program = await playwright.request.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const headers = { authorization: `Bearer ${token}` };
  const feed = await program.get("/api/v1/feed?after=0&limit=5", { headers });
  expect(feed.status()).toBe(200);
  expect(((await feed.json()) as { position: number }).position).toBe(5);
  expect((await program.post("/api/v1/pledges", { headers, data: {} })).status()).toBe(403);
  expect((await program.get("/profile", { headers, maxRedirects: 0 })).status()).toBe(307);

  await page.goto("/profile/webhooks");
  await page.getByLabel("What it is for").fill(name);
  await page.getByLabel("Address").fill("https://192.168.1.1/x");
  await page.getByRole("button", { name: "Add the webhook" }).click();
  await expect(errorsOn(page)).toContainText("inside the network");
  await page.getByLabel("Address").fill("https://hooks.example.invalid/register");
  await page.getByLabel("Pledge", { exact: true }).check();
  await page.getByRole("button", { name: "Add the webhook" }).click();
  expect(await page.getByLabel("The secret of your new webhook").inputValue()).toMatch(/^whsec_/);
  await page.getByRole("link", { name: "I have copied it" }).click();
  await logPledge(page, { participant: "TR", priority: 4, title: "A ship that a program hears of" });
  const messages = page.getByRole("table", { name: `Last messages to ${name}` });
  await expect(async () => {
    await page.goto("/profile/webhooks");
    await expect(messages).toContainText("Not reached", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("row", { name }).first()).toContainText("Tries again on");
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: `Pause ${name}` }).click();
  await expect(page.getByRole("row", { name })).toContainText("Paused");

  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, "admin", "/admin/programs");
  await expectAccessible(theirs);
  // Its buttons are useless without a script.
  expect(await (await theirs.request.get("/admin/programs")).text()).toMatch(
    /<noscript>[^]*?The buttons on this page need JavaScript\.[^]*?<\/noscript>/,
  );
  await theirs.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(theirs.getByText("The webhook is removed.")).toBeVisible();
  await theirs
    .getByRole("row", { name })
    .getByRole("button", { name: /^Revoke token/ })
    .click();
  await expect(theirs.getByText("no longer works")).toBeVisible();
  expect((await program.get("/api/v1/me", { headers })).status()).toBe(401);
  await theirs.context().close();
  await program.dispose();
});
