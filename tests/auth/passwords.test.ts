import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as changeOwn } from "@/app/api/auth/password/route";
import { POST as setByLink } from "@/app/api/auth/set-password/route";
import { POST as signOutEverywhere } from "@/app/api/auth/sign-out-everywhere/route";
import { holderOfLink } from "@/lib/auth/link";
import { whyNotPassword } from "@/lib/auth/password-strength/strength";
import { requireActor } from "@/lib/auth/request";
import type { Role } from "@/lib/domain/people/actor";
import { changePerson, renewLink } from "@/lib/people/people/commands";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
beforeEach(() => register.sql("DELETE FROM throttle"));
afterAll(() => register.close());

const NEW = "another good pass phrase";

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

async function leadsTo(door: Door, browser: Browser, fields: Record<string, string>): Promise<string> {
  const answer = (await (await post(door, browser, fields)).json()) as { url?: string; code?: string };
  return answer.url ?? answer.code ?? "";
}

async function newLink(role: Role = "AUDITOR"): Promise<string> {
  const made = await renewLink(THE_REGISTER, { id: register.id[role] });
  return made.ok ? (made.value.done?.setPasswordLink?.split("/").at(-1) ?? "") : made.refusal.code;
}

async function disable(disabled: boolean): Promise<void> {
  const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.AUDITOR]);
  const person = { id: register.id.AUDITOR, ifMatch: Number(row?.version) };
  expect((await changePerson(THE_REGISTER, { ...person, changes: { disabled } })).ok).toBe(true);
}

const isIn = async (browser: Browser): Promise<boolean> =>
  (await requireActor({ headers: browser.headers() })).ok;

describe("what a password may be", () => {
  const owner = { email: "officer@register.example", name: "Olena Shevchenko" };
  test.each([
    ["elevenchars", "password-short"],
    ["🦊🦊🦊🐻🐻🐻🐼🐼", "password-short"],
    ["x".repeat(100) + "abc".repeat(34), "password-long"],
    ["Zq8!vT2#mLp", "password-short"],
    ["Zq8!vT2#mLp0", null],
    ["correct horse battery", null],
    ["пароль якого не знають", null],
    ["une phrase que personne ne devine", null],
    [PASSWORD, null],
    [NEW, null],
    ["officer@register.example", "password-own-words"],
    ["OFFICER@Register.Example", "password-own-words"],
    ["OlenaShevchenko1", "password-own-words"],
    ["FranceOfficer1", "password-own-words"],
    ["aaaaaaaaaaaaaaa", "password-repeats"],
    ["abcdefghijklm", "password-in-order"],
    ["йцукенгшщзхї", "password-in-order"],
  ])("%s: %s", async (password, fault) => expect(await whyNotPassword(password, owner)).toBe(fault));

  test.each([
    "P@ssw0rd1234",
    "ukraine20262026",
    "Password2026!",
    "password1234",
    "Welcome2026!!",
    "Qwerty123456!",
    "Admin12345678",
    "SlavaUkraini2026",
    "Zelensky2026!",
    "Summer2026!!",
    "iloveyou12345",
    "1q2w3e4r5t6y7u",
    "letmein123456!",
    "Register2026!!",
    "Ministry-2026",
    "Pledge12345!!",
    "ukraineukraine",
    "СлаваУкраїні2026",
    "Україна2026!",
    "gfhjkmgfhjkm",
    "ｐａｓｓｗｏｒｄ１２３４",
    "123456789012",
    "correcthorsebatterystaple",
    "correct horse battery staple",
  ])("%s is easily guessed", async (password) => {
    expect(await whyNotPassword(password, owner)).toMatch(/^password-/);
  });

  test("a long one is judged by its beginning, and nothing waits for it", async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    for (const text of ["aA1!", "4@8({[<3", "01.01.2026", "p@55w0rd", "correct horse battery "]) {
      const longest = text.repeat(200).slice(0, 200);
      expect(await whyNotPassword(longest, owner), text).toBe(
        await whyNotPassword(longest.slice(0, 48), owner),
      );
    }
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  });
});

describe("a link", () => {
  test("sets the password once, and ends the sessions there were", async () => {
    const before = new Browser();
    await before.signIn(emailOf("AUDITOR"));
    const token = await newLink();
    expect(await holderOfLink(token)).toMatchObject({ email: emailOf("AUDITOR"), role: "AUDITOR" });
    expect(await leadsTo(setByLink, new Browser(), { token, password: NEW, again: NEW })).toBe("/sign-in");
    expect(await isIn(before)).toBe(false);
    expect(await new Browser().signIn(emailOf("AUDITOR"), NEW)).toBe("in");
    expect(await new Browser().signIn(emailOf("AUDITOR"))).toBe("wrong");

    expect(await holderOfLink(token)).toBeNull();
    expect(
      (await post(setByLink, new Browser(), { token, password: PASSWORD, again: PASSWORD })).status,
    ).toBe(404);
  });

  test("is used by one of four who come at the same moment", async () => {
    const token = await newLink();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => post(setByLink, new Browser(), { token, password: NEW, again: NEW })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404]);
  });

  test("is valid for a day", async () => {
    const token = await newLink();
    await register.timePasses(24 * 60 - 1);
    expect(await holderOfLink(token)).not.toBeNull();
    await register.timePasses(2);
    expect(await holderOfLink(token)).toBeNull();
  });

  test("ends when another is made", async () => {
    const [first, second] = [await newLink(), await newLink()];
    expect([await holderOfLink(first), (await holderOfLink(second))?.email]).toEqual([
      null,
      emailOf("AUDITOR"),
    ]);
  });

  test("ends when the person sets a password in another way", async () => {
    const browser = new Browser();
    await browser.signIn(emailOf("ADMIN"));
    const token = await newLink("ADMIN");
    expect(await holderOfLink(token)).not.toBeNull();
    expect(await leadsTo(changeOwn, browser, { current: PASSWORD, password: NEW, again: NEW })).toBe(
      "/profile?done=password",
    );
    expect(await holderOfLink(token)).toBeNull();
    expect((await post(setByLink, new Browser(), { token, password: NEW, again: NEW })).status).toBe(404);
    expect(await leadsTo(changeOwn, browser, { current: NEW, password: PASSWORD, again: PASSWORD })).toBe(
      "/profile?done=password",
    );
  });

  test("is stored as a hash, and appears nowhere in the log", async () => {
    const token = await newLink();
    const kept = await register.sql("SELECT token_hash FROM password_token");
    const log = await register.sql("SELECT payload FROM audit.event");
    expect(JSON.stringify([kept, log])).not.toContain(token);
    expect(JSON.stringify(log)).not.toMatch(/argon2|password_hash/);
  });

  test.each(["", "x", "../../etc", "%00", "a".repeat(43)])("%j is not found", async (token) => {
    expect(await holderOfLink(token)).toBeNull();
    expect((await post(setByLink, new Browser(), { token, password: NEW, again: NEW })).status).toBe(404);
  });

  test("says what is wrong with the password, and stays valid", async () => {
    const token = await newLink();
    expect(await leadsTo(setByLink, new Browser(), { token, password: "short", again: "short" })).toBe(
      `/set-password/${token}?error=password:password-short`,
    );
    expect(await leadsTo(setByLink, new Browser(), { token, password: NEW, again: "other" })).toBe(
      `/set-password/${token}?error=again:password-differs`,
    );
    expect(await holderOfLink(token)).not.toBeNull();
  });

  test("of a disabled account is void, also when the account is enabled again", async () => {
    const token = await newLink();
    await disable(true);
    expect(await holderOfLink(token)).toBeNull();
    await disable(false);
    expect(await holderOfLink(token)).toBeNull();
    expect((await post(setByLink, new Browser(), { token, password: NEW, again: NEW })).status).toBe(404);
  });
});

describe("changing one's own password", () => {
  test("needs the current one, ends other sessions and keeps this one", async () => {
    const [here, there] = [new Browser(), new Browser()];
    await here.signIn(emailOf("MANAGER"));
    await there.signIn(emailOf("MANAGER"));
    expect(await leadsTo(changeOwn, here, { current: "wrong", password: NEW, again: NEW })).toBe(
      "/profile?error=current:wrong-password",
    );
    expect(await leadsTo(changeOwn, here, { current: PASSWORD, password: NEW, again: NEW })).toBe(
      "/profile?done=password",
    );
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await new Browser().signIn(emailOf("MANAGER"), NEW)).toBe("in");
    const [event] = await register.sql(
      "SELECT action, actor_name, entity_id FROM audit.event WHERE actor_id <> 'register' ORDER BY seq DESC LIMIT 1",
    );
    expect(event).toEqual({
      action: "person.password-set",
      actor_name: "MANAGER",
      entity_id: register.id.MANAGER,
    });
  });

  test("allows no guessing by many tries at once", async () => {
    const browser = new Browser();
    await browser.signIn(emailOf("ADMIN"));
    const led = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        leadsTo(changeOwn, browser, { current: `wrong ${n}`, password: NEW, again: NEW }),
      ),
    );
    // Two are checked at a time, so that one more may be under way when the last free try fails.
    expect(led.filter((url) => url.endsWith("wrong-password")).length).toBeLessThanOrEqual(6);
  });

  test("allows no guessing to someone who finds an open session", async () => {
    const browser = new Browser();
    await browser.signIn(emailOf("OFFICER"));
    for (let n = 0; n < 5; n += 1)
      await post(changeOwn, browser, { current: `wrong ${n}`, password: NEW, again: NEW });
    expect(await leadsTo(changeOwn, browser, { current: PASSWORD, password: NEW, again: NEW })).toBe(
      "/profile?error=slow-down:1",
    );
  });

  test("is refused without a session, and from another site", async () => {
    expect(
      (await post(changeOwn, new Browser(), { current: PASSWORD, password: NEW, again: NEW })).status,
    ).toBe(401);
    const request = new Request("http://localhost:3000/x", {
      method: "POST",
      body: new URLSearchParams({}),
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect((await changeOwn(request, { params: Promise.resolve({}) })).status).toBe(403);
  });
});

test("signing out everywhere ends this session, too", async () => {
  const [here, there] = [new Browser(), new Browser()];
  await here.signIn(emailOf("OFFICER"));
  await there.signIn(emailOf("OFFICER"));
  expect(await leadsTo(signOutEverywhere, here, {})).toBe("/sign-in");
  expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
});
