// People sign in with their organisation: a real provider on this machine, and a register that knows it.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { freePort } from "../../tests/support/processes/free-port";
import { openIdentityProvider, type IdentityProvider } from "../../tests/support/processes/identity-provider";
import { expect, expectAccessible, test as base } from "../fixtures";
import { openOwnRegister, type OwnRegister } from "../support/own-register";

interface Ministry {
  provider: IdentityProvider;
  register: OwnRegister;
  /** Links of accounts that nobody has used yet, by name. */
  links: Map<string, string>;
}

/** These tests run one after the other, in one register. */
const test = base.extend<{ someone: (path?: string) => Promise<Page> }, { ministry: Ministry }>({
  ministry: [
    async ({ browser: _same }, run) => {
      const [port, theirs] = [await freePort(), await freePort()];
      const home = `http://localhost:${port}`;
      const provider = await openIdentityProvider({ home, port: theirs });
      const { issuer, clientId, clientSecret } = provider;
      const register = await openOwnRegister(port, {
        NEXTAUTH_URL: home,
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        OIDC_SCOPE: "openid email groups",
        OIDC_ACR: "two-factors",
        BREAK_GLASS: "glass@ministry.example other-glass@ministry.example",
      });
      await run({ provider, register, links: new Map() });
      await register.close();
      await provider.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  someone: async ({ browser, ministry }, run) => {
    const met: BrowserContext[] = [];
    await run(async (path = "/sign-in") => {
      const page = await open(browser, met);
      await page.goto(`${ministry.register.home}${path}`);
      return page;
    });
    for (const context of met) await context.close();
  },
});
test.describe.configure({ mode: "serial" });

async function open(browser: Browser, met: BrowserContext[]): Promise<Page> {
  const context = await browser.newContext();
  met.push(context);
  return context.newPage();
}

const byOrganisation = (page: Page) => page.getByRole("link", { name: "Sign in with your organisation" });

/** At the provider. */
async function sayName(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "The ministry" })).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signIn(page: Page, name: string): Promise<void> {
  await byOrganisation(page).click();
  await sayName(page, name);
}

/** On the page that a link opens. */
async function connect(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Connect your organisation’s sign-in" }).click();
  await sayName(page, name);
}

/** Each role has its own first page. */
const expectIn = (page: Page): Promise<void> => expect(page).toHaveURL(/^http:\/\/[^/]+\/(mine)?$/);

const whoIs = (page: Page): Promise<{ status: number; email?: string; role?: string }> =>
  page.evaluate(async () => {
    const response = await fetch("/api/v1/me");
    return { ...((await response.json()) as object), status: response.status };
  });

/** Creates an account as the administrator signed in on the page; returns its link. */
const addAccount = (page: Page, account: object): Promise<string> =>
  page.evaluate(async (body) => {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
    const sent = await fetch("/api/v1/people", { method: "POST", headers, body: JSON.stringify(body) });
    return ((await sent.json()) as { setPasswordLink: string }).setPasswordLink;
  }, account);

test("a link connects the first administrator, who then needs no password", async ({ ministry, someone }) => {
  ministry.provider.people.set("ada", { email: "ada@ministry.example", email_verified: true });
  const page = await someone(await ministry.register.administrator("ada@ministry.example", "Ada Example"));
  await connect(page, "ada");
  await expectIn(page);

  const { people } = ministry.provider;
  const ada = people.get("ada");
  people.set("ada", { ...ada, acr: "one-factor" });
  const weak = await someone();
  await signIn(weak, "ada");
  await expect(weak.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  expect((await whoIs(weak)).status).toBe(401);
  people.set("ada", { ...ada });

  const again = await someone("/sign-in?next=%2Fprofile");
  await expectAccessible(again);
  await signIn(again, "ada");
  await expect(again).toHaveURL(`${ministry.register.home}/profile`);
  await expect(again.getByText(/^Connected since/)).toBeVisible();
  await expect(again.getByText("You sign in with your organisation.")).toBeVisible();
  await expectAccessible(again);
  expect(await whoIs(again)).toMatchObject({ email: "ada@ministry.example", role: "ADMIN" });
});

test("an e-mail address connects only if verified, and only to an account that is unused and has no power", async ({
  ministry,
  someone,
}) => {
  const { people } = ministry.provider;
  const admin = await someone();
  await signIn(admin, "ada");
  await expectIn(admin);
  const add = (name: string, role: string) =>
    addAccount(admin, { email: `${name}@ministry.example`, name: `${name} Example`, role });
  expect(await add("olena", "OFFICER")).toContain("/set-password/");
  const link = await add("mykola", "MANAGER");
  ministry.links.set("glass", await add("glass", "ADMIN"));

  const olena = { email: "olena@ministry.example" };
  const refused = async (name: string) => {
    const page = await someone();
    await signIn(page, name);
    await expect(page.getByText("No account here is connected to you")).toBeVisible();
    expect((await whoIs(page)).status).toBe(401);
  };
  people.set("olena", { ...olena, email_verified: false });
  await refused("olena");
  people.set("mykola", { email: "mykola@ministry.example", email_verified: true });
  await refused("mykola");
  people.set("mallory", { email: "ada@ministry.example", email_verified: true });
  await refused("mallory");

  people.set("olena", { ...olena, email_verified: true });
  const page = await someone();
  await signIn(page, "olena");
  await expectIn(page);
  expect(await whoIs(page)).toMatchObject({ ...olena, role: "OFFICER" });
  people.set("eve", { ...olena, email_verified: true });
  await refused("eve");

  const mykola = await someone(link);
  await expect(mykola.getByLabel("New password")).toHaveCount(0);
  await connect(mykola, "mykola");
  await expectIn(mykola);
  expect(await whoIs(mykola)).toMatchObject({ role: "MANAGER" });
});

test("an answer with another nonce opens nothing", async ({ ministry, someone }) => {
  const page = await someone();
  const begun = await page.request.get(`${ministry.register.home}/api/auth/single-sign-on`, {
    maxRedirects: 0,
  });
  const asked = new URL(begun.headers()["location"] ?? "");
  expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
  expect(asked.searchParams.get("state")).toBeTruthy();
  asked.searchParams.set("nonce", "of-somebody-else");
  await page.goto(asked.href);
  await sayName(page, "ada");
  await expectNotIn(page);
});

test("an answer works once, in the browser that asked", async ({ someone }) => {
  const [asking, thief, stranger] = [await someone(), await someone(), await someone()];
  const answer = await answerFor(asking, "ada");
  await stranger.goto(answer);
  await expectNotIn(stranger);

  await thief.context().addCookies(await asking.context().cookies());
  await asking.goto(answer);
  await expectIn(asking);
  await thief.goto(answer);
  await expectNotIn(thief);
  await asking.goto(answer);
  await expect(asking.getByText(NOT_COMPLETED)).toBeVisible();
  expect(await whoIs(asking)).toMatchObject({ status: 200 });
});

test("when the session ends, a form leads back to the organisation and saves what was typed", async ({
  ministry,
  someone,
}) => {
  const page = await someone("/sign-in?next=%2Fadmin%2Fsettings");
  await signIn(page, "ada");
  await page.getByRole("textbox", { name: "Marking" }).fill("Typed over lunch");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog, "passwords are off").toContainText("Sign in with your organisation in another tab");
  await expect(dialog.getByLabel("Password")).toHaveCount(0);
  await expectAccessible(page);
  const [tab] = await Promise.all([
    page.waitForEvent("popup"),
    dialog.getByRole("link", { name: "Sign in with your organisation" }).click(),
  ]);
  await sayName(tab, "ada");
  await expect(tab).toHaveURL(`${ministry.register.home}/profile`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done, continue" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Marking" })).toHaveValue("Typed over lunch");
});

test("a group's power needs a second person and a proof at the provider, and ends at the next sign-in without it", async ({
  ministry,
  someone,
}) => {
  const { people } = ministry.provider;
  const belongs = (name: string, ...groups: string[]) => people.set(name, { ...people.get(name), groups });
  const admin = await someone();
  await signIn(admin, "ada");
  await expectIn(admin);
  await admin.goto(`${ministry.register.home}/admin/settings`);
  await expect(admin.getByRole("heading", { name: "Groups of your organisation" })).toBeVisible();
  await expectAccessible(admin);
  for (const [group, role] of [
    ["register-admins", "Administrator"],
    ["register-managers", "Manager"],
  ] as const) {
    await admin.getByLabel("Group", { exact: true }).fill(group);
    await admin.getByRole("radio", { name: role }).check();
    await admin.getByRole("button", { name: "Add a group" }).click();
    await expect(admin.getByText(`${group} was added`)).toBeVisible();
  }
  await expectAccessible(admin);
  belongs("ada", "register-admins");
  belongs("mykola", "register-managers");
  belongs("olena", "register-managers");

  const olena = await someone();
  await signIn(olena, "olena");
  await expectIn(olena);
  expect(await whoIs(olena)).toMatchObject({ role: "OFFICER" });

  const mykola = await someone("/sign-in?next=%2Freview%2Faccounts");
  await signIn(mykola, "mykola");
  await mykola
    .getByRole("link", { name: /olena Example/ })
    .first()
    .click();
  await expect(mykola.getByText("register-managers").first()).toBeVisible();
  await mykola.getByRole("radio", { name: /^Approve/ }).check();
  await mykola.getByLabel("I have seen what changed").check();
  await pauseSessions(ministry.register.databaseUrl, 10);
  await mykola.getByRole("button", { name: "Approve" }).click();
  const dialog = mykola.getByRole("dialog", { name: "Confirm that it is you" });
  // No password was ever set for it.
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveCount(0);
  await expect(dialog.getByText("Confirm with your organisation to continue")).toBeVisible();
  await expectAccessible(mykola);

  // Someone else's sign-in at the provider proves nothing.
  await forgetProvider(mykola);
  const [wrong] = await Promise.all([
    mykola.waitForEvent("popup"),
    dialog.getByRole("link", { name: "Confirm with your organisation" }).click(),
  ]);
  await sayName(wrong, "olena");
  await expect(wrong.getByText("Your organisation did not confirm that it is you").first()).toBeVisible();
  await wrong.close();
  await forgetProvider(mykola);
  const [tab] = await Promise.all([
    mykola.waitForEvent("popup"),
    dialog.getByRole("link", { name: "Confirm with your organisation" }).click(),
  ]);
  await sayName(tab, "mykola");
  await expect(tab.getByText("You have confirmed who you are")).toBeVisible();
  await tab.close();
  await dialog.getByRole("button", { name: "Done, continue" }).click();
  await expect.poll(async () => (await whoIs(olena)).role).toBe("MANAGER");

  belongs("olena");
  const again = await someone();
  await signIn(again, "olena");
  await expect(again.getByText("None of your groups gives access here")).toBeVisible();
  expect((await whoIs(olena)).status).toBe(401);
});

test("signing out at the organisation ends the sessions here", async ({ ministry, someone }) => {
  const page = await someone();
  await signIn(page, "ada");
  await expectIn(page);
  const there = await page.context().newPage();
  await there.goto(`${ministry.provider.issuer}/session/end`);
  await there.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect.poll(async () => (await whoIs(page)).status).toBe(401);
});

test("a break-glass account has a password, and every administrator hears of its use", async ({
  ministry,
  someone,
}) => {
  const admin = await someone();
  await signIn(admin, "ada");
  await expectIn(admin);
  await askNoFactor(admin);
  const password = "lanterns over quiet harbours 58";
  const page = await someone(ministry.links.get("glass"));
  await page.getByLabel("New password").fill(password);
  await page.getByLabel("Type it again").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByLabel("Work email").fill("glass@ministry.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expectIn(page);
  ministry.provider.people.set("glass", {});
  await page.goto(`${ministry.register.home}/profile`);
  await page.getByRole("link", { name: "Connect", exact: true }).click();
  await sayName(page, "glass");
  await expect(page.getByText("Your organisation’s sign-in is connected.")).toBeVisible();

  await admin.reload();
  await expect(admin.getByText("1 break-glass account signed in within the last 7 days")).toBeVisible();
  await expectAccessible(admin);
});

/** From now on no role needs a second factor. */
const askNoFactor = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { version } = (await (await fetch("/api/v1/settings")).json()) as { version: number };
    const headers = { "Content-Type": "application/json", "If-Match": `"${String(version)}"` };
    const body = JSON.stringify({ secondFactorFor: [] });
    await fetch("/api/v1/settings", { method: "PATCH", headers, body });
  });

/** Makes everyone's last proof of identity so many minutes older. */
async function pauseSessions(databaseUrl: string, minutes: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("UPDATE session SET proven_at = proven_at - $1 * interval '1 minute'", [minutes]);
  await client.end();
}

/** Otherwise the provider would sign out the previous person, here as well. */
const forgetProvider = (page: Page): Promise<void> => page.context().clearCookies({ name: /^_/ });

const NOT_COMPLETED = "Your organisation’s sign-in was not completed";

async function expectNotIn(page: Page): Promise<void> {
  await expect(page.getByText(NOT_COMPLETED)).toBeVisible();
  expect((await whoIs(page)).status).toBe(401);
}

/** The address to which the provider sends a person back, with its code. */
async function answerFor(page: Page, name: string): Promise<string> {
  await byOrganisation(page).click();
  await expect(page.getByRole("heading", { name: "The ministry" })).toBeVisible();
  const once = { maxRedirects: 0 };
  const said = await page.request.post(page.url(), { form: { name }, ...once });
  const answered = await page.request.get(said.headers()["location"] ?? "", once);
  return answered.headers()["location"] ?? "";
}
