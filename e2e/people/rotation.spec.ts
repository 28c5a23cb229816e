// The register's secret is replaced while people work, by restarting two instances one after the other:
// nobody is signed out, and second factors keep working, even once the old secret is gone.
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { APIRequestContext, Page } from "@playwright/test";
import { freePort } from "../../tests/support/processes/free-port";
import { codeOf, enter, enterFirst, expect, invite, test } from "../fixtures";
import { openOwnRegister, type Opened, type OwnRegister } from "../support/own-register";

const ADA = { name: "Ada Example", email: "ada@ministry.example", password: "a pass phrase of some length" };
const [OLD, NEW] = [0, 1].map(() => randomBytes(36).toString("base64url")) as [string, string];
/** So that a stopping instance still answers for a while, as behind a balancer. */
const DRAIN = { DRAIN_SECONDS: "1" };

let register: OwnRegister;
let instances: Opened[];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const settings = { ...DRAIN, NEXTAUTH_SECRET: OLD };
  register = await openOwnRegister(await freePort(), settings);
  instances = [register.first, await register.open(await freePort(), settings)];
});
test.afterAll(() => register.close());

test("the secret is replaced under load, and nobody is signed out", async ({ browser }) => {
  test.setTimeout(300_000);
  const someone = async (n = 0): Promise<Page> =>
    (await browser.newContext({ baseURL: instances[n]?.home ?? "" })).newPage();

  const admin = await someone();
  const factor = await enterFirst(admin, register, ADA);
  const auditor = await someone();
  await enter(
    auditor,
    await invite(admin, auditor, { name: "Audrey", role: "AUDITOR", desk: [] }),
    "/profile",
  );
  const before = load([admin.context().request, auditor.context().request]);

  // Each can read what the other will issue, before either issues it.
  await restart(0, { NEXTAUTH_SECRET: OLD, NEXTAUTH_SECRETS_BEFORE: NEW });
  await restart(1, { NEXTAUTH_SECRET: OLD, NEXTAUTH_SECRETS_BEFORE: NEW });
  const encrypted = await secondFactor();
  await restart(0, { NEXTAUTH_SECRET: NEW, NEXTAUTH_SECRETS_BEFORE: OLD });
  // While one has the new secret and the other the old one: either signs people in, and both know them.
  const [byNew, byOld] = [await someone(0), await someone(1)];
  for (const page of [byNew, byOld]) {
    await enterTwice(page, factor);
    for (const { home } of instances) expect(await knows(home, page.request), home).toBe(200);
  }
  await restart(1, { NEXTAUTH_SECRET: NEW, NEXTAUTH_SECRETS_BEFORE: OLD });
  await expect.poll(secondFactor, "a worker encrypts it by the new secret").not.toBe(encrypted);
  await before.end();
  expect([...before.answers.keys()], "no other answer than that they are signed in").toEqual([200]);

  // Later the old secret is removed. What was issued with the new one stays valid.
  const after = load([byNew.context().request]);
  await restart(0, { NEXTAUTH_SECRET: NEW });
  await restart(1, { NEXTAUTH_SECRET: NEW });
  await after.end();
  expect([...after.answers.keys()]).toEqual([200]);
  const again = await someone(1);
  await enterTwice(again, factor);
  await expect(again).toHaveURL(/\/profile$/);
  test.info().annotations.push(...[before, after].map(measured));
  for (const page of [admin, auditor, byNew, byOld, again]) await page.context().close();
});

async function enterTwice(page: Page, secret: string): Promise<void> {
  // A code works once, so this acts as if half a minute had passed.
  await ask("UPDATE second_factor SET last_step = 0");
  await enter(page, ADA, "/profile");
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/profile");
}

const secondFactor = async (): Promise<string> =>
  (await ask<{ secret: string }>("SELECT secret FROM second_factor"))[0]?.secret ?? "";

async function ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: register.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The status that says whether they are signed in; asks again while the instance is too busy to say. */
async function knows(home: string, person: APIRequestContext): Promise<number> {
  const answer = await person.get(`${home}/api/v1/me`);
  const isBusy = answer.status() === 503 && answer.headers()["retry-after"] !== undefined;
  return isBusy ? knows(home, person) : answer.status();
}

/** The instance that a balancer has taken out. */
let leaving: number | null = null;

async function restart(n: number, settings: Record<string, string>): Promise<void> {
  const { home, stop } = instances[n] ?? register.first;
  leaving = n;
  await stop();
  instances[n] = await register.open(Number(new URL(home).port), {
    NEXTAUTH_SECRETS_BEFORE: "",
    ...DRAIN,
    ...settings,
  });
  leaving = null;
}

interface Load {
  /** The number of answers by status; 0 is a broken connection. */
  answers: Map<number, number>;
  slowestMs: number;
  end: () => Promise<void>;
}

/** Each person asks both in turn, except an instance that is stopping, as through a balancer. */
function load(people: readonly APIRequestContext[]): Load {
  let isOver = false;
  const working: Promise<void>[] = [];
  const found: Load = {
    answers: new Map(),
    slowestMs: 0,
    end: async () => {
      isOver = true;
      await Promise.all(working);
    },
  };
  const work = async (person: APIRequestContext): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      const began = performance.now();
      const { home } = instances[leaving === null ? n % 2 : 1 - leaving] ?? register.first;
      const status = await knows(home, person).catch(() => 0);
      found.answers.set(status, (found.answers.get(status) ?? 0) + 1);
      found.slowestMs = Math.max(found.slowestMs, performance.now() - began);
    }
  };
  working.push(...people.map(work));
  return found;
}

const measured = ({ answers, slowestMs }: Load) => ({
  type: "measured",
  description: `${JSON.stringify([...answers])}, the slowest ${String(Math.round(slowestMs))} ms`,
});
