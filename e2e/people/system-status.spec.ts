import pg from "pg";
import { freePort } from "../../tests/support/processes/free-port";
import {
  DESKTOP,
  enterFirst,
  expect,
  expectAccessible,
  PHONE,
  signIn,
  signInByForm,
  test,
} from "../fixtures";
import { openOwnRegister, type OwnRegister } from "../support/own-register";

test.use({ viewport: { width: 1366, height: 768 } });

test("an administrator begins with how the register runs, and finds what accounts need", async ({ page }) => {
  await signIn(page, "admin", "/");
  await expect(page.getByRole("heading", { level: 1, name: "How the register runs" })).toBeVisible();
  await expect(page.getByText(/Everything that the register needs works|needs? you/)).toBeInViewport();
  const facts = page.getByRole("region", { name: "Accounts" });
  await expect(facts.getByText("Can decide on accounts")).toBeVisible();

  const needs = page.getByRole("region", { name: "To do" });
  const without = needs.getByRole("listitem").filter({ hasText: "no second factor" });
  await expect(without).toContainText("Ask them to set one up in their profile.");
  await expect(page.getByRole("region", { name: "State of this instance" })).toContainText("Database");
  await expectAccessible(page);

  await without.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/admin\/people\/[0-9a-f-]{36}$/);
});

test("an administrator sees a sign-in from a new device, with the way to their devices", async ({ page }) => {
  // The first sign-in of an account doesn't count.
  await signIn(page, "admin", "/");
  await page.context().clearCookies();
  await signInByForm(page, "admin", "/");
  const own = page.getByRole("region", { name: "Your account in the last 7 days" });
  await expect(own.getByRole("listitem").first()).toContainText("sign that device out");
  await expectAccessible(page);
  await own.getByRole("link", { name: "Your devices and your password" }).click();
  await expect(page).toHaveURL("/profile#sessions");
});

test("an officer starts on another page", async ({ page }) => {
  await signIn(page, "officer", "/");
  await expect(page).toHaveURL("/mine");
});

test.describe("where something is wrong", () => {
  let register: OwnRegister;
  test.beforeAll(async () => {
    register = await openOwnRegister(await freePort(), {});
  });
  test.afterAll(() => register.close());

  test("an administrator sees which alarms need attention and which are over", async ({ browser }) => {
    const page = await (await browser.newContext({ baseURL: register.home })).newPage();
    const ada = {
      name: "Ada Example",
      email: "ada@ministry.example",
      password: "a pass phrase of some length",
    };
    await enterFirst(page, register, ada);
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Alarms" }), "all is well").toHaveCount(0);
    await ask(`INSERT INTO checkpoint_witness (verifier_key, address, tried_at, fault)
               VALUES ('w.example/w+1+x', 'https://w.example', now(), 'inconsistent')`);
    await ask(`INSERT INTO alarm (code, since, over_at)
               VALUES ('sign-ins-fail', now() - interval '3 hours', now() - interval '2 hours')`);

    const alarms = page.getByRole("region", { name: "Alarms" });
    await expect(async () => {
      await page.goto("/");
      await expect(alarms.getByRole("listitem")).toHaveCount(2, { timeout: 1_000 });
    }, "a worker looks every quarter of a minute").toPass();
    await expect(page.getByText("1 alarm needs your attention.")).toBeVisible();
    await expect(page.getByText("Everything that the register needs works.")).toHaveCount(0);
    await expect(alarms.getByRole("listitem").first()).toContainText("witness");
    await expect(alarms.getByRole("listitem").last()).toContainText("Over:");
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      await expectAccessible(page);
    }

    await ask("DELETE FROM checkpoint_witness");
    await expect(async () => {
      await page.goto("/");
      await expect(alarms.getByRole("listitem").filter({ hasText: "Over:" })).toHaveCount(2, {
        timeout: 1_000,
      });
    }, "what is put right is over").toPass();
    await page.context().close();
  });

  async function ask(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: register.databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
});
