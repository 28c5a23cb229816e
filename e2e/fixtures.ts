// The words of the stories: who signs in, what they see, and that nothing goes wrong on the side.
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
  /** Somebody else, in a browser of their own, signed in and on that page. */
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
    // A browser that comes from another story has that one's size.
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

/** As the configuration has it; what a story asks for beyond that is its own alone, and so is a trace. */
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
 * With LATE each script and each answer of the API comes so many milliseconds late, and React takes up a loaded page as
 * late again, as on a busy machine: a story that doesn't wait for them fails.
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

/** The scripts of the page run: its keys work, and what works without a script, too, is done where it is. */
export const scriptThere = (page: Page): Promise<void> =>
  expect(page.getByRole("button", { name: "Go to a page, a record or a task" })).toBeEnabled();

/** By the account's menu, with and without a script. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
}

/**
 * Ends on the page the role begins with, or on the one asked for. Anyone who has been here before, in whichever story, comes
 * with the session they had, as on the next morning; when it has ended meanwhile, by the form.
 */
export async function signIn(page: Page, who: Who, path = "/"): Promise<void> {
  const kept = remembered<Cookie[]>(`session-${who}`);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto(path);
    if (new URL(page.url()).pathname !== "/sign-in") return proveAgain(page, who);
  }
  // Signing in ends the session that the browser comes with, and other stories may still use that one.
  await page.context().clearCookies();
  // The device is one that the account was used on.
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

/** Five minutes pass for the sessions of this account, which no other story meets. */
export async function letProofsAge(email: string): Promise<void> {
  const url = readFileSync(databaseNote(Number(process.env["E2E_PORT"])), "utf8");
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "UPDATE session SET proven_at = now() - interval '5 minutes' WHERE person_id = (SELECT id FROM person WHERE email = $1)",
    [email],
  );
  await client.end();
}

/** As people do: a session of its own. */
export const signInByForm = (page: Page, who: Who, path = "/"): Promise<void> =>
  enter(page, { email: `${who}@register.example`, password: process.env.DEMO_PASSWORD ?? "" }, path);

interface Credentials {
  email: string;
  password: string;
}

/** Somebody new, who sets a password by the link: whom no other story meets. `decider`: for an account with power. */
export async function invite(
  admin: Page,
  theirs: Page,
  account: { name: string; role: string; desk: string[] },
  decider: Page | null = null,
): Promise<Credentials & { id: string }> {
  const email = `${randomUUID()}@ministry.example`;
  const password = "a pass phrase of some length";
  // Nobody has the very name of another.
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

/** By the form, as far as the next page. */
export async function enter(page: Page, { email, password }: Credentials, path = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The first administrator of a register of its own, whose role asks for a second factor. Returns the factor's secret. */
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
  await page.getByLabel("Code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Set up the second factor" }).click();
  await page.waitForURL("/profile");
  return secret;
}

export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What is wrong with a form, said at its top. The router's own alert, which reads titles aloud, has no heading. */
export const errorsOn = (page: Page): Locator =>
  page.getByRole("alert").filter({ has: page.getByRole("heading") });

/** What a list of facts says under a term. */
export const factOf = (inside: Page | Locator, term: string): Locator =>
  inside.getByRole("term").filter({ hasText: term }).locator("xpath=..");

/** How many items are counted as unresolved. */
export const countedOn = (page: Page): Locator =>
  page
    .getByRole("row", { name: /^Counted as unresolved/ })
    .getByRole("cell")
    .first();

/** What a page has found, in a sentence before its figures. */
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

/** Tab after tab, as somebody without a mouse goes. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** A pledge of this story's own, logged over the API by whoever is signed in on the page. */
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
