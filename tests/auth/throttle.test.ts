import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as argon2 from "@node-rs/argon2";
import { changePerson } from "@/lib/people/people/commands";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
beforeEach(async () => {
  await register.sql("DELETE FROM throttle");
  await register.sql("DELETE FROM session");
});
afterAll(() => register.close());

const OFFICER = emailOf("OFFICER");
const STRANGER = "198.51.100.7";

async function fail(browser: Browser, email: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await browser.signIn(email, `wrong password ${n}`));
  return answers;
}

test("the fifth failure begins a wait of a minute, the next of two, then four", async () => {
  const browser = new Browser();
  expect(await fail(browser, OFFICER, 6)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "slow"]);
  await register.timePasses(1);
  expect(await fail(browser, OFFICER, 2)).toEqual(["wrong", "slow"]);
  await register.timePasses(1.5);
  expect(await browser.signIn(OFFICER)).toBe("slow");
  await register.timePasses(0.5);
  expect(await browser.signIn(OFFICER)).toBe("in");
});

test("a wait is given in seconds and minutes, and is a quarter of an hour at most", async () => {
  const browser = new Browser();
  await fail(browser, OFFICER, 5);
  for (let n = 0; n < 8; n += 1) {
    await register.timePasses(15);
    expect(await browser.signIn(OFFICER, "wrong")).toBe("wrong");
  }
  const response = await browser.post("callback/credentials", { email: OFFICER, password: PASSWORD });
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
  expect(await response.json()).toEqual({ url: "/sign-in?error=slow-down:15" });
});

test("only failures count: a person may sign in again and again, and success resets the count", async () => {
  const browser = new Browser();
  for (let n = 0; n < 30; n += 1) expect(await browser.signIn(OFFICER)).toBe("in");
  await fail(browser, OFFICER, 4);
  expect(await browser.signIn(OFFICER)).toBe("in");
  expect(await fail(browser, OFFICER, 4)).not.toContain("slow");
  expect(await browser.signIn(OFFICER)).toBe("in");
});

test("attempts during a wait don't lengthen it", async () => {
  const browser = new Browser();
  await fail(browser, OFFICER, 5);
  expect(new Set(await fail(browser, OFFICER, 20))).toEqual(new Set(["slow"]));
  await register.timePasses(1);
  expect(await browser.signIn(OFFICER)).toBe("in");
});

test("a stranger elsewhere slows down the stranger, not the owner", async () => {
  await new Browser().signIn(OFFICER);
  expect(await fail(new Browser(STRANGER), OFFICER, 30)).toContain("slow");
  expect(await new Browser().signIn(OFFICER)).toBe("in");
});

test("a stranger at the same address doesn't lock out the browser that has signed in before", async () => {
  const mine = new Browser();
  await mine.signIn(OFFICER);
  expect(await fail(new Browser(), OFFICER, 30)).toContain("slow");
  expect(await new Browser().signIn(OFFICER)).toBe("slow");
  expect(await mine.signIn(OFFICER)).toBe("in");
});

test("a browser's mark is for its account alone, and its failures count too", async () => {
  const mine = new Browser();
  await mine.signIn(OFFICER);
  expect(await fail(mine, OFFICER, 6)).toContain("slow");
  expect(await fail(mine, emailOf("MANAGER"), 6)).toContain("slow");
});

test("many accounts from one address: the address waits, accounts that sign in from there don't", async () => {
  await new Browser().signIn(OFFICER);
  const stranger = new Browser();
  for (let n = 0; n < 20; n += 1) expect(await stranger.signIn(`nobody-${n}@register.example`)).toBe("wrong");
  expect(await stranger.signIn("nobody-20@register.example")).toBe("slow");
  expect(await stranger.signIn(emailOf("MANAGER"))).toBe("slow");
  expect(await new Browser().signIn(OFFICER)).toBe("in");
  expect(await new Browser(STRANGER).signIn(emailOf("MANAGER"))).toBe("in");
});

test("one account from many addresses waits seconds, never more than thirty", async () => {
  for (let n = 1; n <= 10; n += 1)
    expect(await new Browser(`198.51.100.${n}`).signIn(OFFICER, "wrong")).toBe("wrong");
  expect(await new Browser("198.51.100.99").signIn(OFFICER)).toBe("slow");
  for (let n = 11; n <= 30; n += 1) {
    await register.timePasses(0.5);
    expect(await new Browser(`198.51.100.${n}`).signIn(OFFICER, "wrong")).toBe("wrong");
  }
  await register.timePasses(0.5);
  expect(await new Browser("198.51.100.99").signIn(OFFICER)).toBe("in");
});

test("X-Forwarded-For counts only if a trusted proxy sends it", async () => {
  const forged = async (browser: Browser, hop: string) =>
    (
      await browser.post(
        "callback/credentials",
        { email: OFFICER, password: "wrong" },
        { "x-forwarded-for": hop },
      )
    ).status;
  const direct = new Browser(STRANGER);
  for (let n = 0; n < 5; n += 1) await forged(direct, `203.0.113.${n}`);
  expect(await forged(direct, "203.0.113.9")).toBe(429);
  await register.sql("DELETE FROM throttle");
  const proxied = new Browser("10.1.2.3");
  for (let n = 0; n < 6; n += 1) expect(await forged(proxied, `1.1.1.1, 203.0.113.${n}`)).toBe(401);
});

test("sixty guesses at once get six tries at most", async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => new Browser(STRANGER).signIn(OFFICER, `wrong ${n}`)),
  );
  expect(answers.filter((answer) => answer === "wrong").length).toBeLessThanOrEqual(6);
});

test("after a day no failure counts any more", async () => {
  await fail(new Browser(), OFFICER, 7);
  await register.timePasses(24 * 60 + 1);
  expect(await fail(new Browser(), OFFICER, 4)).not.toContain("slow");
});

test("unknown, disabled, without a password or wrong: the same answer after the same work", async () => {
  const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.AUDITOR]);
  await changePerson(THE_REGISTER, {
    id: register.id.AUDITOR,
    ifMatch: Number(row?.version),
    changes: { disabled: true },
  });
  await register.sql("DELETE FROM credential WHERE person_id = $1", [register.id.MANAGER]);
  const told = new Set<string>();
  for (const [email, password] of [
    ["nobody@register.example", "wrong"],
    ["not an address", "wrong"],
    ["nul\u0000@register.example", "wrong"],
    [OFFICER, "wrong"],
    [OFFICER, " "],
    [OFFICER, "x".repeat(5_000)],
    [emailOf("AUDITOR"), PASSWORD],
    [emailOf("MANAGER"), PASSWORD],
  ] as const) {
    vi.mocked(argon2.verify).mockClear();
    const response = await new Browser(`192.0.2.${told.size + 50}`).post("callback/credentials", {
      email,
      password,
    });
    told.add(`${response.status} ${await response.text()}`);
    expect(argon2.verify, email).toHaveBeenCalledTimes(1);
    await register.sql("DELETE FROM throttle");
  }
  expect([...told]).toEqual(['401 {"url":"/sign-in?error=CredentialsSignin"}']);
});
