// Opening a session where there is a second factor: both steps, in order, by the same person, once each.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as begin } from "@/app/api/auth/second-factor/begin/route";
import { POST as confirm } from "@/app/api/auth/second-factor/confirm/route";
import { POST as remove } from "@/app/api/auth/second-factor/remove/route";
import { POST as secondStep } from "@/app/api/auth/second-step/route";
import { accessNoted } from "@/lib/auth/access-log";
import { challengeIn, setupIn } from "@/lib/auth/second-factor/challenge";
import { ownSetup } from "@/lib/auth/second-factor/own-factor";
import { requireActor } from "@/lib/auth/request";
import { codeAt } from "@/lib/auth/second-factor/totp";
import { pool } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { THE_REGISTER, type Actor, type Role } from "@/lib/domain/people/actor";
import { newAccount } from "@/lib/domain/proposals/account";
import { changePerson } from "@/lib/people/people/commands";
import { removeSecondFactor } from "@/lib/people/people/second-factor";
import { changeSettings } from "@/lib/workspace/settings/commands";
import { madeByTwo } from "../support/registers/accounts";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

// Hashing is replaced: other tests cover passwords, and these send about a hundred.
vi.mock("@node-rs/argon2", () => ({
  hash: (password: string) => Promise.resolve(`hashed ${password}`),
  verify: (stored: string, password: string) => Promise.resolve(stored === `hashed ${password}`),
}));

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());
beforeEach(async () => {
  await register.sql("DELETE FROM throttle");
  await register.sql("DELETE FROM sign_in_challenge");
  await require([]);
});

const SESSION = "next-auth.session-token";
const MARK = "register-challenge";
type Door = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

async function post(door: Door, browser: Browser, fields: Record<string, string>): Promise<Response> {
  const request = new Request("http://localhost:3000/x", {
    method: "POST",
    headers: browser.headers(),
    body: new URLSearchParams({ json: "true", ...fields }),
  });
  const response = await door(request, { params: Promise.resolve({}) });
  browser.keep(response);
  return response;
}

const urlOf = async (response: Response): Promise<string> => {
  const { url, code } = (await response.json()) as { url?: string; code?: string };
  return `${response.status} ${url ?? code ?? ""}`;
};
const leadsTo = async (door: Door, browser: Browser, fields: Record<string, string>): Promise<string> =>
  urlOf(await post(door, browser, fields));
const firstStep = async (browser: Browser, role: Role): Promise<string> =>
  urlOf(await browser.post("callback/credentials", { email: emailOf(role), password: PASSWORD }));
const withCode = (browser: Browser, code: string): Promise<string> => leadsTo(secondStep, browser, { code });

async function actorIn(browser: Browser): Promise<Actor> {
  const asked = await requireActor({ headers: browser.headers() });
  if (!asked.ok) throw new Error("nobody");
  return asked.value.actor;
}
const isIn = async (browser: Browser): Promise<boolean> =>
  (await requireActor({ headers: browser.headers() })).ok;

const actorOf = (role: Role): Actor => ({
  id: register.id[role],
  email: emailOf(role),
  name: role,
  role,
  desk: [],
  session: null,
  request: null,
});

async function require(secondFactorFor: Role[]): Promise<void> {
  const { rows } = await pool().query<{ version: number }>("SELECT version FROM register");
  const changed = await changeSettings(actorOf("ADMIN"), {
    ifMatch: rows[0]?.version ?? 0,
    changes: { secondFactorFor },
  });
  expect(changed.ok).toBe(true);
}

const now = (): number => Math.floor(Date.now() / 30_000);

interface Device {
  secret: string;
  codes: string[];
}

/** Sets up a second factor in a browser, and resets its last step, so that any current code is accepted. */
async function setUp(browser: Browser, role: Role): Promise<Device> {
  const took = await removeSecondFactor(THE_REGISTER, { id: register.id[role] });
  expect(took.ok).toBe(true);
  expect(await firstStep(browser, role)).toBe("200 /");
  expect(await leadsTo(begin, browser, { current: PASSWORD })).toBe("200 /profile/second-factor");
  const setup = await ownSetup(await actorIn(browser));
  const device = { secret: setup?.secret ?? "", codes: setup?.codes ?? [] };
  expect(await leadsTo(confirm, browser, { code: codeAt(device.secret, now()) })).toBe(
    "200 /profile?done=second-factor",
  );
  await register.sql("UPDATE second_factor SET last_step = 0");
  return device;
}

describe("setting up a second factor", () => {
  test("needs the password, and a code of the same device", async () => {
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    expect(await leadsTo(begin, browser, { current: "not the password" })).toBe(
      "422 /profile?error=factor-current:wrong-password#second-factor",
    );
    expect(await leadsTo(confirm, browser, { code: "123456" })).toBe(
      "422 /profile/second-factor?error=not-found",
    );
    await leadsTo(begin, browser, { current: PASSWORD });
    const setup = await ownSetup(await actorIn(browser));
    const wrong = codeAt(setup?.secret ?? "", now() + 40);
    expect(await leadsTo(confirm, browser, { code: wrong })).toBe(
      "422 /profile/second-factor?error=code:wrong-code",
    );
    expect(await leadsTo(confirm, browser, { code: codeAt(setup?.secret ?? "", now() - 1) })).toBe(
      "200 /profile?done=second-factor",
    );
    expect(await ownSetup(await actorIn(browser))).toBeNull();
    const events = await register.sql(
      "SELECT action, payload FROM audit.event WHERE entity_id = $1 ORDER BY seq DESC LIMIT 1",
      [register.id.OFFICER],
    );
    expect(events[0]?.action).toBe("person.second-factor-set");
    const told = String(events[0]?.payload);
    for (const secret of [setup?.secret ?? "?", ...(setup?.codes ?? [])]) expect(told).not.toContain(secret);
    const kept = JSON.stringify(await register.sql("SELECT f.*, c.* FROM second_factor f, recovery_code c"));
    for (const secret of [setup?.secret ?? "?", ...(setup?.codes ?? [])]) expect(kept).not.toContain(secret);
  });

  test("ends sessions opened with the password alone, and keeps the one it was set up in", async () => {
    const [mine, elsewhere] = [new Browser(), new Browser("192.0.2.77")];
    await removeSecondFactor(THE_REGISTER, { id: register.id.MANAGER });
    await firstStep(elsewhere, "MANAGER");
    await setUp(mine, "MANAGER");
    expect([await isIn(mine), await isIn(elsewhere)]).toEqual([true, false]);
  });

  test("belongs to the browser it was begun in: another one cannot confirm it", async () => {
    const [mine, theirs] = [new Browser(), new Browser("192.0.2.78")];
    await removeSecondFactor(THE_REGISTER, { id: register.id.AUDITOR });
    for (const browser of [mine, theirs]) {
      await firstStep(browser, "AUDITOR");
      await leadsTo(begin, browser, { current: PASSWORD });
    }
    const [one, other] = [await ownSetup(await actorIn(mine)), await ownSetup(await actorIn(theirs))];
    expect(one?.secret).not.toBe(other?.secret);
    expect(await leadsTo(confirm, theirs, { code: codeAt(one?.secret ?? "", now()) })).toMatch(/^422/);
    expect(await leadsTo(confirm, mine, { code: codeAt(one?.secret ?? "", now()) })).toMatch(/^200/);
    expect(await leadsTo(confirm, theirs, { code: codeAt(other?.secret ?? "", now()) })).toMatch(
      /not-signed-in$/,
    );
  });
});

describe("with a second factor", () => {
  test("the password opens nothing: no session, no page, no route", async () => {
    await setUp(new Browser(), "OFFICER");
    const browser = new Browser();
    const response = await browser.post("callback/credentials", {
      email: emailOf("OFFICER"),
      password: PASSWORD,
      next: "/pledges",
    });
    expect(await response.json()).toEqual({ url: "/sign-in/code?next=%2Fpledges" });
    expect(browser.cookie(SESSION)).toBeUndefined();
    expect(await isIn(browser)).toBe(false);
    expect(
      await register.sql(
        "SELECT FROM session WHERE person_id = $1 AND NOT second_step AND revoked_at IS NULL AND created_at > now() - interval '1 second'",
        [register.id.OFFICER],
      ),
    ).toEqual([]);
    const mark = browser.cookie(MARK) ?? "";
    expect(mark).toMatch(/^[\w-]{43}$/);
    for (const name of [SESSION, "register-device"]) {
      const forged = new Headers({ cookie: `${name}=${mark}` });
      expect((await requireActor({ headers: forged })).ok, name).toBe(false);
    }
    expect(await leadsTo(begin, browser, { current: PASSWORD })).toMatch(/not-signed-in$/);
  });

  test("a code of the device opens the session, once, and leads on", async () => {
    const { secret } = await setUp(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const code = codeAt(secret, now());
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(await leadsTo(secondStep, browser, { code: spaced, next: "/mine" })).toBe("200 /mine");
    expect((await actorIn(browser)).email).toBe(emailOf("OFFICER"));
    expect(browser.cookie(MARK)).toBeUndefined();

    const again = new Browser();
    await firstStep(again, "OFFICER");
    expect(await withCode(again, code)).toBe("401 /sign-in/code?error=code:wrong-code");
    expect(await withCode(again, codeAt(secret, now() - 1)), "an older code after a newer one").toMatch(
      /^401/,
    );
    expect(await isIn(again)).toBe(false);
  });

  test("codes a step behind and ahead are accepted, three steps are not", async () => {
    const { secret } = await setUp(new Browser(), "OFFICER");
    for (const [away, answer] of [
      [-3, 401],
      [3, 401],
      [-1, 200],
      [1, 200],
    ] as const) {
      const browser = new Browser();
      await firstStep(browser, "OFFICER");
      // At the turn of a step, now() of here and of there may differ by one: three away stays out, one away in.
      expect(await withCode(browser, codeAt(secret, now() + away)), String(away)).toMatch(String(answer));
      await register.sql("UPDATE second_factor SET last_step = 0");
    }
  });

  test("a code that two browsers send at once lets in one of them", async () => {
    const { secret } = await setUp(new Browser(), "OFFICER");
    const browsers = Array.from({ length: 4 }, () => new Browser());
    for (const browser of browsers) await firstStep(browser, "OFFICER");
    const code = codeAt(secret, now());
    const answers = await Promise.all(browsers.map((browser) => withCode(browser, code)));
    expect(answers.filter((answer) => answer.startsWith("200"))).toHaveLength(1);
  });

  test("a challenge works once, even for two codes at once", async () => {
    const { secret, codes } = await setUp(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const mark = browser.cookie(MARK) ?? "";
    const twin = new Browser();
    twin.keep(new Response(null, { headers: { "Set-Cookie": `${MARK}=${mark}; Path=/` } }));
    const answers = await Promise.all([
      withCode(browser, codeAt(secret, now())),
      withCode(twin, codes[0] ?? ""),
    ]);
    expect(answers.map((answer) => answer.slice(0, 3)).sort()).toEqual(["200", "401"]);
    twin.keep(new Response(null, { headers: { "Set-Cookie": `${MARK}=${mark}; Path=/` } }));
    expect(await withCode(twin, codes[1] ?? "")).toBe("401 /sign-in?error=over");
  });

  test("a person's own code doesn't open another person's challenge", async () => {
    const mine = await setUp(new Browser(), "MANAGER");
    const theirs = await setUp(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    expect(await withCode(browser, codeAt(mine.secret, now()))).toMatch(/^401/);
    expect(await withCode(browser, mine.codes[0] ?? "")).toMatch(/^401/);
    expect(await withCode(browser, theirs.codes[0] ?? "")).toMatch(/^200/);
    expect((await actorIn(browser)).email).toBe(emailOf("OFFICER"));
  });

  test("a recovery code works once, however it is typed", async () => {
    const { codes } = await setUp(new Browser(), "OFFICER");
    const [first = ""] = codes;
    expect(new Set(codes).size).toBe(10);
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    expect(
      await withCode(browser, ` ${first.replaceAll("-", " ").toUpperCase().replaceAll("0", "O")} `),
    ).toBe("200 /");
    const again = new Browser();
    await firstStep(again, "OFFICER");
    expect(await withCode(again, first)).toMatch(/^401/);
    expect(await withCode(again, codes[1] ?? "")).toMatch(/^200/);
  });

  test("new recovery codes replace the old ones once they are confirmed", async () => {
    const browser = new Browser();
    const { codes, secret } = await setUp(browser, "OFFICER");
    await leadsTo(begin, browser, { current: PASSWORD, code: codeAt(secret, now()) });
    const renewed = await ownSetup(await actorIn(browser));
    expect(renewed).toMatchObject({ secret: null });
    const earlier = new Browser();
    await firstStep(earlier, "OFFICER");
    expect(await withCode(earlier, codes[0] ?? "")).toMatch(/^200/);
    expect(await leadsTo(confirm, browser, {})).toBe("200 /profile?done=recovery-codes");
    const later = new Browser();
    await firstStep(later, "OFFICER");
    expect(await withCode(later, codes[1] ?? "")).toMatch(/^401/);
    expect(await withCode(later, renewed?.codes[0] ?? "")).toMatch(/^200/);
  });

  test.each([
    [
      "is over after five minutes",
      "UPDATE sign_in_challenge SET expires_at = expires_at - interval '5 minutes'",
    ],
    [
      "ends with the sessions",
      "UPDATE person SET session_version = session_version + 1 WHERE role = 'OFFICER'",
    ],
  ])("a challenge %s", async (_name, happens) => {
    const { codes } = await setUp(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    await register.sql(happens);
    expect(await withCode(browser, codes[0] ?? "")).toBe("401 /sign-in?error=over");
    expect(await isIn(browser)).toBe(false);
  });

  test("a made-up mark is answered like one that is over", async () => {
    for (const mark of ["", "x", "a".repeat(43), "../..", "'; --"]) {
      const browser = new Browser();
      browser.keep(new Response(null, { headers: { "Set-Cookie": `${MARK}=${mark}; Path=/` } }));
      expect(await withCode(browser, "123456"), mark).toBe("401 /sign-in?error=over");
    }
  });

  test("another site can't send the code", async () => {
    const browser = new Browser();
    const request = new Request("http://localhost:3000/x", {
      method: "POST",
      headers: browser.headers({ "sec-fetch-site": "cross-site", origin: "https://evil.example" }),
      body: new URLSearchParams({ code: "123456" }),
    });
    expect((await secondStep(request, { params: Promise.resolve({}) })).status).toBe(403);
  });

  test("a session opened without the second step is not accepted", async () => {
    const browser = new Browser();
    await setUp(browser, "OFFICER");
    expect(await isIn(browser)).toBe(true);
    await register.sql("UPDATE session SET second_step = false");
    expect(await isIn(browser)).toBe(false);
  });
});

describe("changing it in an open session", () => {
  const noCode = "422 /profile?error=factor-code:wrong-code#second-factor";
  const noPassword = "422 /profile?error=factor-current:wrong-password#second-factor";

  test("needs the password and a code: either alone changes nothing", async () => {
    const browser = new Browser();
    const { secret, codes } = await setUp(browser, "OFFICER");
    const code = codeAt(secret, now());
    for (const door of [remove, begin]) {
      expect(await leadsTo(door, browser, { current: PASSWORD })).toBe(noCode);
      expect(await leadsTo(door, browser, { current: PASSWORD, code: "000000" })).toBe(noCode);
      expect(await leadsTo(door, browser, { code })).toBe(noPassword);
      expect(await leadsTo(door, browser, { current: "wrong", code: codes[0] ?? "" })).toBe(noPassword);
      await register.sql("DELETE FROM throttle");
    }
    expect(await ownSetup(await actorIn(browser))).toBeNull();
    expect(await leadsTo(remove, browser, { current: PASSWORD, code })).toMatch(/^200/);
  });

  test("accepts each code once, also a recovery code", async () => {
    const browser = new Browser();
    const { secret, codes } = await setUp(browser, "OFFICER");
    for (const code of [codeAt(secret, now()), codes[0] ?? ""]) {
      expect(await leadsTo(begin, browser, { current: PASSWORD, code })).toBe("200 /profile/second-factor");
      expect(await leadsTo(remove, browser, { current: PASSWORD, code })).toBe(noCode);
    }
    expect(await leadsTo(remove, browser, { current: PASSWORD, code: codes[1] ?? "" })).toMatch(/^200/);
  });

  test("allows no guessing, even by many at once, and the guesses are in the access log", async () => {
    const browser = new Browser("203.0.113.60");
    // An account that no other test here guesses at: the access log has ten entries a minute for each.
    const { codes } = await setUp(browser, "AUDITOR");
    const guesses = Array.from({ length: 8 }, (_, n) =>
      leadsTo(remove, browser, { current: PASSWORD, code: `0000${String(10 + n)}` }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer === noCode)).toHaveLength(5);
    expect(answers.filter((answer) => answer.includes("slow-down"))).toHaveLength(3);
    expect(await leadsTo(remove, browser, { current: PASSWORD, code: codes[0] ?? "" })).toMatch(/slow-down/);
    await accessNoted();
    const noted = await register.sql(
      "SELECT person_id FROM audit.access WHERE address = '203.0.113.60' AND code = 'own-code'",
    );
    expect(noted).toEqual(Array(5).fill({ person_id: register.id.AUDITOR }));
  });
});

describe("guessing", () => {
  test("after five wrong codes the challenge is over and the guesser waits", async () => {
    const { codes } = await setUp(new Browser(), "OFFICER");
    const browser = new Browser("203.0.113.9");
    await firstStep(browser, "OFFICER");
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await withCode(browser, `00000${n}`));
    expect(answers.slice(0, 5).every((answer) => answer.startsWith("401 /sign-in/code"))).toBe(true);
    expect(answers[5]).toBe("401 /sign-in?error=over");
    await firstStep(browser, "OFFICER");
    const slowed = await post(secondStep, browser, { code: codes[0] ?? "" });
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(30);
    await register.timePasses(1);
    expect(await withCode(browser, codes[0] ?? "")).toMatch(/^200/);
  });

  test("many guesses at once, over many challenges, get five tries", async () => {
    await setUp(new Browser(), "OFFICER");
    const browsers = Array.from({ length: 8 }, () => new Browser("203.0.113.10"));
    for (const browser of browsers) await firstStep(browser, "OFFICER");
    const guesses = browsers.flatMap((browser) => [1, 2, 3].map((n) => withCode(browser, `00000${n}`)));
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer.includes("wrong-code"))).toHaveLength(5);
    expect(answers.filter((answer) => answer.startsWith("429"))).toHaveLength(19);
  });

  test("from many addresses makes others wait, but not the owner's browser", async () => {
    const mine = new Browser();
    const { codes } = await setUp(mine, "OFFICER");
    for (let n = 0; n < 4; n += 1) {
      const stranger = new Browser(`203.0.113.${20 + n}`);
      await firstStep(stranger, "OFFICER");
      for (let guess = 0; guess < 3; guess += 1) await withCode(stranger, `00000${guess}`);
    }
    const another = new Browser("203.0.113.40");
    await firstStep(another, "OFFICER");
    expect(await withCode(another, codes[0] ?? "")).toMatch(/^429/);
    await firstStep(mine, "OFFICER");
    expect(await withCode(mine, codes[0] ?? "")).toMatch(/^200/);
  });
});

describe("a role that must have a second factor", () => {
  test("ends the sessions of those who have none, at their next request", async () => {
    const [with_, without] = [new Browser(), new Browser()];
    await setUp(with_, "MANAGER");
    await removeSecondFactor(THE_REGISTER, { id: register.id.OFFICER });
    await firstStep(without, "OFFICER");
    await require(["OFFICER", "MANAGER"]);
    expect([await isIn(with_), await isIn(without)]).toEqual([true, false]);
  });

  test("sets it up before there is a session, and only by a code of that device", async () => {
    await removeSecondFactor(THE_REGISTER, { id: register.id.OFFICER });
    await require(["OFFICER"]);
    const browser = new Browser();
    expect(await firstStep(browser, "OFFICER")).toBe("200 /sign-in/set-up");
    expect(browser.cookie(SESSION)).toBeUndefined();
    expect(await withCode(browser, "123456")).toBe("401 /sign-in/set-up?error=code:wrong-code");
    const begun = await setupIn(browser.headers());
    expect(begun?.account).toBe(emailOf("OFFICER"));
    const { secret, codes } = begun?.setup ?? { secret: "", codes: [] };
    expect(await withCode(browser, codes[0] ?? ""), "no recovery code skips it").toMatch(/^401/);
    const code = codeAt(secret ?? "", now());
    expect(await withCode(browser, code)).toBe("200 /");
    expect(await isIn(browser)).toBe(true);
    expect(await setupIn(browser.headers())).toBeNull();

    const again = new Browser();
    expect(await firstStep(again, "OFFICER")).toBe("200 /sign-in/code");
    expect(await withCode(again, code), "the code that set it up is used up").toMatch(/^401/);
    expect(await withCode(again, codes[0] ?? "")).toMatch(/^200/);
  });

  test("begins it in two browsers and confirms it in one", async () => {
    await removeSecondFactor(THE_REGISTER, { id: register.id.OFFICER });
    await require(["OFFICER"]);
    const [mine, thief] = [new Browser(), new Browser("203.0.113.50")];
    for (const browser of [mine, thief]) await firstStep(browser, "OFFICER");
    const [one, other] = [await setupIn(mine.headers()), await setupIn(thief.headers())];
    expect(one?.setup.secret).not.toBe(other?.setup.secret);
    expect(await withCode(mine, codeAt(one?.setup.secret ?? "", now()))).toBe("200 /");
    expect(await withCode(thief, codeAt(other?.setup.secret ?? "", now()))).toBe("401 /sign-in?error=over");
    expect(await isIn(thief)).toBe(false);
  });

  test("may remove it, and is then out until there is a new one", async () => {
    const browser = new Browser();
    const { secret } = await setUp(browser, "OFFICER");
    await require(["OFFICER"]);
    const code = codeAt(secret, now());
    expect(await leadsTo(remove, browser, { current: "wrong", code })).toMatch(/^422/);
    expect(await leadsTo(remove, browser, { current: PASSWORD, code })).toMatch(/^200/);
    expect(await isIn(browser)).toBe(false);
    expect(await firstStep(browser, "OFFICER")).toBe("200 /sign-in/set-up");
  });

  test("includes everyone who is cleared, if managers must have one", async () => {
    await removeSecondFactor(THE_REGISTER, { id: register.id.OFFICER });
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const clear = async (sealed: boolean) => {
      const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.OFFICER]);
      const person = { id: register.id.OFFICER, ifMatch: Number(row?.["version"]) };
      const changes = { sealed, reason: "Is given numbers in confidence" };
      return changePerson(actorOf("ADMIN"), { ...person, changes });
    };
    await require(["MANAGER"]);
    expect(await isIn(browser)).toBe(true);
    expect((await madeByTwo(await clear(true), await aDecider())).ok).toBe(true);
    expect(await isIn(browser)).toBe(false);
    expect(await firstStep(new Browser(), "OFFICER")).toBe("200 /sign-in/set-up");
    await require(["ADMIN"]);
    expect(await isIn(browser)).toBe(true);
    await require(["MANAGER"]);
    expect((await clear(false)).ok).toBe(true);
    expect(await isIn(browser)).toBe(true);
  });

  test("includes a person who gets the role later", async () => {
    await removeSecondFactor(THE_REGISTER, { id: register.id.AUDITOR });
    await require(["MANAGER"]);
    const browser = new Browser();
    await firstStep(browser, "AUDITOR");
    const [{ version } = { version: 0 }] = await register.sql("SELECT version FROM person WHERE id = $1", [
      register.id.AUDITOR,
    ]);
    const person = { id: register.id.AUDITOR, ifMatch: Number(version) };
    const changes = { role: "MANAGER" as const, reason: "Decides from now on" };
    const proposed = await changePerson(actorOf("ADMIN"), { ...person, changes });
    expect((await madeByTwo(proposed, await aDecider())).ok).toBe(true);
    expect(await isIn(browser)).toBe(false);
  });
});

/** A manager whose second factor nobody has removed. */
async function aDecider(): Promise<Actor> {
  const name = `Decider ${String((deciders += 1))}`;
  const account = { email: `${name.replace(" ", "-")}@register.example`.toLowerCase(), name, sealed: false };
  const made = await write(THE_REGISTER, async (tx) => {
    const person = newAccount(randomUUID(), { ...account, role: "MANAGER", desk: [] }, tx.at);
    return { ok: true, value: await tx.save("person", null, person, { action: "person.created" }) };
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...made.value, session: null, request: null };
}
let deciders = 0;

describe("a lost device", () => {
  test("is removed by one who proposes and one who decides, on record, and every session ends", async () => {
    const browser = new Browser();
    await setUp(browser, "OFFICER");
    const decider = await aDecider();
    const refused = await removeSecondFactor(decider, { id: register.id.OFFICER });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "role" } });
    const lost = { id: register.id.OFFICER, reason: "The phone is gone" };
    const proposed = await removeSecondFactor(actorOf("ADMIN"), lost);
    expect(proposed).toMatchObject({ value: { done: null } });
    expect(await isIn(browser)).toBe(true);
    expect(await madeByTwo(proposed, decider)).toMatchObject({ value: { secondFactorAt: null } });
    expect(await isIn(browser)).toBe(false);
    expect(await firstStep(browser, "OFFICER")).toBe("200 /");
    expect(
      await register.sql("SELECT FROM recovery_code WHERE person_id = $1", [register.id.OFFICER]),
    ).toEqual([]);
    const events = await register.sql("SELECT action, actor_name FROM audit.event ORDER BY seq DESC LIMIT 2");
    expect(events).toEqual([
      { action: "proposal.approved", actor_name: decider.name },
      { action: "person.second-factor-removed", actor_name: decider.name },
    ]);
  });

  test("can't be removed by an administrator from their own account", async () => {
    expect(await removeSecondFactor(actorOf("ADMIN"), { id: register.id.ADMIN })).toMatchObject({
      refusal: { code: "role" },
    });
  });

  test("removed in the database alone lets nobody in", async () => {
    await setUp(new Browser(), "OFFICER");
    await register.sql("DELETE FROM second_factor");
    await register.sql("DELETE FROM recovery_code");
    const browser = new Browser();
    expect(await firstStep(browser, "OFFICER")).toBe("200 /sign-in/code");
    expect(await challengeIn(browser.headers())).toMatchObject({ secret: null });
    expect(await withCode(browser, "123456")).toMatch(/^401/);
  });
});
