// The vocabulary of the stories: who signs in, what they see, and that nothing goes wrong unnoticed.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import {
  test as base,
  expect,
  type BrowserContext,
  type Cookie,
  type Locator,
  type Page,
  type PlaywrightTestOptions,
  type TestInfo,
} from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { Browsers } from "./support/browsers";
import type { OwnRegister } from "./support/own-register";
import { databaseNote } from "./support/register.mjs";
import { remember, remembered } from "./support/shared";

export { expect };
export { expectAccessible } from "./support/accessible";

export type Who =
  | "officer"
  | "officer-north"
  | "officer-south"
  | "manager"
  | "manager-2"
  | "auditor"
  | "admin";

interface Cast {
  expectedErrors: RegExp[];
  /** Someone else, signed in on that page in a separate browser. */
  meet: (who: Who, path?: string) => Promise<Page>;
}

/** Each page of a story is watched: an error in its console, also one of the content policy, or a request to
    another host fails the story. `expectedErrors` names what a story causes on purpose. */
export const test = base.extend<Cast & { wrong: string[] }, { browsers: Browsers }>({
  browsers: [
    async ({ browser }, run) => {
      const browsers = new Browsers(browser);
      await run(browsers);
      await browsers.close();
    },
    { scope: "worker" },
  ],
  expectedErrors: [[], { option: true }],
  wrong: async ({ expectedErrors }, story) => {
    const noted: string[] = [];
    await story(noted);
    expect(noted.filter((what) => !expectedErrors.some((pattern) => pattern.test(what)))).toEqual([]);
  },
  context: async ({ browser, browsers, javaScriptEnabled, locale }, story, info) => {
    const isKept = isPlain({ javaScriptEnabled, locale }, info);
    const context = isKept ? await browsers.take() : await browser.newContext();
    await story(context);
    await browsers.giveBack(context, isKept && info.status === info.expectedStatus);
  },
  page: async ({ page, baseURL, viewport, wrong }, story) => {
    // A reused browser still has the window size of the story before.
    if (viewport) await page.setViewportSize(viewport);
    watch(page, baseURL, wrong);
    await slowDown(page);
    await story(page);
  },
  meet: async ({ browser, browsers, baseURL, javaScriptEnabled, locale, wrong }, story, info) => {
    const met: BrowserContext[] = [];
    const isKept = isPlain({ javaScriptEnabled, locale }, info);
    await story(async (who, path) => {
      const context = isKept ? await browsers.take() : await browser.newContext();
      met.push(context);
      const page = await context.newPage();
      watch(page, baseURL, wrong);
      await slowDown(page);
      await signIn(page, who, path);
      return page;
    });
    for (const context of met)
      await browsers.giveBack(context, isKept && info.status === info.expectedStatus);
  },
});

/** Whether the browser is as configured: one with other options or a trace is not shared between stories. */
const isPlain = (
  asked: Pick<PlaywrightTestOptions, "javaScriptEnabled" | "locale">,
  { project }: TestInfo,
): boolean =>
  asked.javaScriptEnabled && asked.locale === project.use.locale && process.env["TRACE"] === undefined;

function watch(page: Page, baseURL: string | undefined, wrong: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(baseURL ?? "").host) wrong.push(`request to ${host}`);
  });
}

/**
 * With LATE each script and each answer of the API comes so many milliseconds late, and React starts on a
 * loaded page as late again, as on a busy machine: a story that doesn't wait for them fails.
 */
async function slowDown(page: Page): Promise<void> {
  const late = Number(process.env["LATE"] ?? 0);
  if (late > 0) {
    await page.addInitScript(holdReactBack, late);
    await page.route(/\/_next\/static\/.*\.js|\/api\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late));
      // The page may have been left meanwhile.
      await route.continue().catch(() => undefined);
    });
  }
}

/** For `addInitScript`. React's scheduler runs its work by messages to itself. */
export function holdReactBack(milliseconds: number): void {
  const post = Reflect.get(MessagePort.prototype, "postMessage") as (message: unknown) => void;
  let until = Infinity;
  addEventListener("load", () => (until = performance.now() + milliseconds));
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    if (performance.now() > until) post.call(this, message);
    else setTimeout(() => this.postMessage(message), 50);
  };
}

/** Waits until the page's scripts run: keys work, and what also works without a script is done in place. */
export const scriptThere = (page: Page): Promise<void> =>
  expect(page.getByRole("button", { name: "Go to a page, a record or a task" })).toBeEnabled();

/** Uses the account's menu, with or without a script. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
}

/**
 * Ends on the role's first page, or on `path`. An account that has signed in before, in any story, uses the
 * session it had, as on the next morning; if that has ended, it signs in by the form.
 */
export async function signIn(page: Page, who: Who, path = "/"): Promise<void> {
  const kept = remembered<Cookie[]>(`session-${who}`);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto(path);
    if (new URL(page.url()).pathname !== "/sign-in") return proveAgain(page, who);
  }
  // Signing in ends the browser's present session, which other stories may still use.
  await page.context().clearCookies();
  // The account has been used on this device before.
  const device = kept?.find(({ name }) => name.endsWith("register-device"));
  if (device) await page.context().addCookies([device]);
  await signInByForm(page, who, path);
  remember(`session-${who}`, await page.context().cookies());
  remember(`proof-${who}`, Date.now());
}

/** A story takes three minutes at most, and a proof holds for five. */
async function proveAgain(page: Page, who: Who): Promise<void> {
  if (Date.now() - (remembered<number>(`proof-${who}`) ?? 0) < 60_000) return;
  await post(page, "/me/proof", { password: process.env.DEMO_PASSWORD });
  remember(`proof-${who}`, Date.now());
}

/** Five minutes pass for the sessions of this account, which no other story uses. */
export const letProofsAge = (email: string): Promise<void> =>
  changeRows(
    "UPDATE session SET proven_at = now() - interval '5 minutes' WHERE person_id = (SELECT id FROM person WHERE email = $1)",
    email,
  );

/** For what would take a story too long by requests; records can't be changed so. */
export async function changeRows(sql: string, ...values: string[]): Promise<void> {
  const url = readFileSync(databaseNote(Number(process.env["E2E_PORT"])), "utf8");
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

/** Signs in by the form, as people do, with a new session. */
export const signInByForm = (page: Page, who: Who, path = "/"): Promise<void> =>
  enter(page, { email: `${who}@register.example`, password: process.env.DEMO_PASSWORD ?? "" }, path);

interface Credentials {
  email: string;
  password: string;
}

/** A new account that no other story uses, and that sets its password. `decider`: approves one with power. */
export async function invite(
  admin: Page,
  theirs: Page,
  account: { name: string; role: string; desk: string[] },
  decider: Page | null = null,
): Promise<Credentials & { id: string }> {
  const email = `${randomUUID()}@ministry.example`;
  const password = "a pass phrase of some length";
  // Names are unique.
  const name = `${account.name} (${email.slice(0, 8)})`;
  const wished = { email, ...account, name, ...(decider && { reason: "Takes over" }) };
  const sent = await post<{ id: string; account: string; setPasswordLink: string }>(admin, "/people", wished);
  const link = decider ? `/proposals/${sent.id}/link` : null;
  if (decider) await post(decider, `/proposals/${sent.id}/decision`, { decision: "APPROVE" });
  const { setPasswordLink } = link ? await post<typeof sent>(admin, link, {}) : sent;
  const id = decider ? sent.account : sent.id;
  await theirs.goto(setPasswordLink);
  await theirs.getByLabel("New password").fill(password);
  await theirs.getByLabel("Type it again").fill(password);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("/sign-in");
  return { id, email, password };
}

/** Signs in by the form, and waits for the next page. */
export async function enter(page: Page, { email, password }: Credentials, path = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Signs in the first administrator of a separate register, who needs a second factor. Returns its secret. */
export async function enterFirst(
  page: Page,
  { administrator }: Pick<OwnRegister, "administrator">,
  { name, ...account }: Credentials & { name: string },
): Promise<string> {
  await page.goto(await administrator(account.email, name));
  await page.getByLabel("New password").fill(account.password);
  await page.getByLabel("Type it again").fill(account.password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.waitForURL("/sign-in");
  await enter(page, account, "/profile");
  const secret = (await page.getByRole("code").first().innerText()).replace(/\s/g, "");
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Set up the second factor" }).click();
  await page.waitForURL("/profile");
  return secret;
}

export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The errors at the top of a form. The router's own alert, which reads titles aloud, has no heading. */
export const errorsOn = (page: Page): Locator =>
  page.getByRole("alert").filter({ has: page.getByRole("heading") });

/** The fact under that term in a list of facts. */
export const factOf = (inside: Page | Locator, term: string): Locator =>
  inside.getByRole("term").filter({ hasText: term }).locator("xpath=..");

/** How many items are counted as unresolved. */
export const countedOn = (page: Page): Locator =>
  page
    .getByRole("row", { name: /^Counted as unresolved/ })
    .getByRole("cell")
    .first();

/** The sentence with a page's finding, before its figures. */
export const findingOf = (page: Page): Locator => page.getByRole("main").getByRole("paragraph").first();

/** The reference of a question or a finding: Q-0001, F-0001. */
export const nameOn = (page: Page): Promise<string> =>
  page
    .getByRole("main")
    .getByText(/^[QF]-\d{4,}$/)
    .first()
    .innerText();

/** References of pledges in a list, in its order. */
export const referencesOn = (page: Page): Locator =>
  page.getByRole("table").getByRole("link", { name: /^[A-Z]{2,3}-[1-5]-\d{3}$/ });

/** A figure as a person reads it: "1,234" is 1234. */
export const figure = (text: string): number => Number(text.replace(/[^\d]/g, ""));

/** Opens what is folded under these words, as a person does. */
export async function openFold(within: Page | Locator, words: string | RegExp): Promise<void> {
  const summary = within.locator("summary").filter({ hasText: words }).first();
  if (!(await summary.evaluate((one) => one.closest("details")?.open))) await summary.click();
}

/** Presses Tab until the target has the focus, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** Logs a pledge for this story over the API, as the person signed in on the page. */
export async function logPledge(page: Page, given: Record<string, unknown>): Promise<string> {
  const { reference } = await post<{ reference: string }>(page, "/pledges", {
    title: "A pledge of a story",
    stage: "PLEDGED",
    statedOn: "2026-02-20",
    evidence: [piece("OFFICIAL_STATEMENT")],
    ...given,
  });
  return reference;
}

/** A desk with a sealed number, offered by the western desk to the northern one. Returns the handover's id. */
export async function deskOffered(page: Page, participant = "EU"): Promise<string> {
  const quantity = { kind: "SEALED", min: 30, max: 30, unit: "PERSON" };
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity };
  await logPledge(page, { participant, priority: 5, contributions: [line] });
  const to = "officer-north@register.example";
  return (
    await post<{ id: string }>(page, "/handovers", { to, participants: [participant], note: "On leave" })
  ).id;
}

/** Evidence of that kind, as the API takes it. */
export const piece = (kind: string) => ({
  source: { publisher: "A ministry", language: "en", ownership: "OFFICIAL" },
  kind,
  reliability: "B",
  credibility: 2,
});

/** Retries while the answer is 429: the server reads two files at once and refuses a third. */
export async function post<T>(page: Page, path: string, data: object, headers = {}): Promise<T> {
  const origin = new URL(page.url()).origin;
  const send = () => page.request.post(`/api/v1${path}`, { data, headers: { Origin: origin, ...headers } });
  let answer = await send();
  await expect
    .poll(async () => (answer.status() === 429 ? (answer = await send()) : answer).status())
    .not.toBe(429);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** Just after each change of a pledge, the last one first: the log's clock is finer than a millisecond. */
export async function momentsOf(page: Page, reference: string): Promise<string[]> {
  const answer = await page.request.get(`/api/v1/pledges/${reference}/history`);
  const { items } = (await answer.json()) as { items: { at: string }[] };
  return items.map(({ at }) => new Date(Date.parse(at) + 1).toISOString());
}
