import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decode, encode } from "next-auth/jwt";
import { requireActor } from "@/lib/auth/request";
import { endSession } from "@/lib/auth/session";
import { pool } from "@/lib/db/client";
import { changePerson, signOutPerson } from "@/lib/people/people/commands";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { Browser, emailOf, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

const secret = (): string => process.env.NEXTAUTH_SECRET ?? "";

async function whoIs(browser: Browser): Promise<string> {
  const asked = await requireActor({ headers: browser.headers() });
  return asked.ok ? asked.value.actor.role : asked.refusal.code;
}

async function signedIn(role: "OFFICER" | "MANAGER" | "ADMIN" = "OFFICER"): Promise<Browser> {
  const browser = new Browser();
  expect(await browser.signIn(emailOf(role))).toBe("in");
  return browser;
}

async function changeOfficer(changes: Parameters<typeof changePerson>[1]["changes"]): Promise<void> {
  const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.OFFICER]);
  const changed = await changePerson(THE_REGISTER, {
    id: register.id.OFFICER,
    ifMatch: Number(row?.version),
    changes,
  });
  expect(changed.ok).toBe(true);
}

test("a session identifies a person, with role, desk and the register's time", async () => {
  const asked = await requireActor({ headers: (await signedIn()).headers({ "x-request-id": "r-1" }) });
  if (!asked.ok) throw new Error(asked.refusal.code);
  expect(asked.value.actor).toMatchObject({
    email: emailOf("OFFICER"),
    role: "OFFICER",
    desk: ["FR"],
    request: "r-1",
  });
  expect(Math.abs(Date.parse(asked.value.at) - Date.now())).toBeLessThan(60_000);
});

test("the cookie holds three claims and nothing about the person", async () => {
  const token = decodeURIComponent((await signedIn()).cookie("next-auth.session-token") ?? "");
  const claims = await decode({ token, secret: secret() });
  expect(Object.keys(claims ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid", "sub", "sv"]);
});

test("without a session, or with a forged one, nobody is signed in", async () => {
  const headers = (token: string) =>
    new Headers({ cookie: `next-auth.session-token=${encodeURIComponent(token)}` });
  const [row] = await register.sql("SELECT id FROM session LIMIT 1");
  const claims = { sub: register.id.MANAGER, sid: row?.id, sv: 1 };
  for (const token of [
    "",
    "x.y.z",
    "%",
    "\u0000",
    await encode({ token: claims, secret: "another secret, long enough to be one" }),
    await encode({ token: claims, secret: secret() }),
    await encode({ token: { sub: "1", sid: "2", sv: 1 }, secret: secret() }),
    await encode({ token: { ...claims, sv: "1; DROP TABLE person" }, secret: secret() }),
  ]) {
    expect(await requireActor({ headers: headers(token) })).toMatchObject({
      ok: false,
      refusal: { code: "not-signed-in" },
    });
  }
});

test("a session's token sent as a bearer token is no session", async () => {
  const token = decodeURIComponent((await signedIn()).cookie("next-auth.session-token") ?? "");
  const asked = await requireActor({ headers: new Headers({ authorization: `Bearer ${token}` }) });
  expect(asked.ok).toBe(false);
});

describe("a session ends", () => {
  test("by signing out: a copy of the cookie is worth nothing then", async () => {
    const browser = await signedIn();
    const thief = new Browser();
    thief.keep(
      new Response(null, {
        headers: { "set-cookie": `next-auth.session-token=${browser.cookie("next-auth.session-token")}` },
      }),
    );
    expect(await whoIs(thief)).toBe("OFFICER");
    await browser.post("signout", {});
    expect(browser.cookie("next-auth.session-token")).toBeUndefined();
    expect(await whoIs(thief)).toBe("not-signed-in");
  });

  test("after eight hours without a request", async () => {
    const browser = await signedIn();
    await register.timePasses(7 * 60 + 59);
    expect(await whoIs(browser)).toBe("OFFICER");
    await register.timePasses(7 * 60);
    expect(await whoIs(browser)).toBe("OFFICER");
    const idle = await signedIn();
    await register.timePasses(8 * 60 + 1);
    expect(await whoIs(idle)).toBe("not-signed-in");
  });

  test("after eight hours in which only an open page asked", async () => {
    const browser = await signedIn();
    await register.timePasses(7 * 60);
    expect((await requireActor({ headers: browser.headers() }, true)).ok).toBe(true);
    await register.timePasses(61);
    expect(await whoIs(browser)).toBe("not-signed-in");
  });

  test("sixteen hours after signing in, however busy", async () => {
    const browser = await signedIn();
    for (let hours = 0; hours < 15; hours += 5) {
      await register.timePasses(5 * 60);
      expect(await whoIs(browser)).toBe("OFFICER");
    }
    await register.timePasses(61);
    expect(await whoIs(browser)).toBe("not-signed-in");
  });

  test("for all browsers at once, when the person is signed out everywhere", async () => {
    const [one, other, colleague] = [await signedIn(), await signedIn(), await signedIn("MANAGER")];
    await signOutPerson(THE_REGISTER, { id: register.id.OFFICER });
    expect(await whoIs(one)).toBe("not-signed-in");
    expect(await whoIs(other)).toBe("not-signed-in");
    expect(await whoIs(colleague)).toBe("MANAGER");
    expect(await whoIs(await signedIn())).toBe("OFFICER");
  });

  test("if its cookie names another person", async () => {
    const browser = await signedIn();
    const token = await decode({
      token: decodeURIComponent(browser.cookie("next-auth.session-token") ?? ""),
      secret: secret(),
    });
    const forged = await encode({ token: { ...token, sub: register.id.ADMIN }, secret: secret() });
    const asked = await requireActor({
      headers: new Headers({ cookie: `next-auth.session-token=${forged}` }),
    });
    expect(asked.ok).toBe(false);
  });

  test("at the next request after the account is disabled, for good", async () => {
    const browser = await signedIn();
    await changeOfficer({ disabled: true });
    expect(await whoIs(browser)).toBe("not-signed-in");
    expect(await new Browser().signIn(emailOf("OFFICER"))).toBe("wrong");
    await changeOfficer({ disabled: false });
    expect(await whoIs(browser)).toBe("not-signed-in");
    expect(await new Browser().signIn(emailOf("OFFICER"))).toBe("in");
  });

  test("when another one begins in the same browser", async () => {
    const browser = await signedIn();
    const kept = browser.cookie("next-auth.session-token") ?? "";
    expect(await browser.signIn(emailOf("MANAGER"))).toBe("in");
    const asked = await requireActor({ headers: new Headers({ cookie: `next-auth.session-token=${kept}` }) });
    expect(asked.ok).toBe(false);
  });
});

describe("a lock that another transaction holds", () => {
  test("keeps no request waiting: the time of the last request is recorded later", async () => {
    const browser = await signedIn();
    await register.timePasses(5);
    const lastSeen = () => register.sql("SELECT last_seen_at FROM session ORDER BY created_at DESC LIMIT 1");
    const before = await lastSeen();
    await register.sql("BEGIN");
    await register.sql("SELECT FROM session FOR UPDATE");
    expect(await whoIs(browser)).toBe("OFFICER");
    expect(await lastSeen()).toEqual(before);
    await register.sql("ROLLBACK");
    expect(await whoIs(browser)).toBe("OFFICER");
    expect(await lastSeen()).not.toEqual(before);
  });

  test("on the person makes the end of a session wait", async () => {
    const browser = await signedIn();
    await register.sql("BEGIN");
    await register.sql("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", [register.id.OFFICER]);
    const ending = endSession(browser.headers());
    // On another connection: within a transaction pg_stat_activity stays as it was first read.
    const waits =
      "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect
      .poll(async () => (await pool().query<object>(waits)).rows)
      .toMatchObject([{ query: expect.stringContaining("FROM person") as string }]);
    expect(await whoIs(browser)).toBe("OFFICER");
    await register.sql("ROLLBACK");
    await ending;
    expect(await whoIs(browser)).toBe("not-signed-in");
  });
});

test("a new role holds from the next request on", async () => {
  const browser = await signedIn();
  await changeOfficer({ role: "AUDITOR" });
  expect(await whoIs(browser)).toBe("AUDITOR");
  await changeOfficer({ role: "OFFICER", desk: ["FR"] });
  expect(await whoIs(browser)).toBe("OFFICER");
});

test("one person may sign in fifty times at once", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => new Browser().signIn(emailOf("MANAGER"))),
  );
  expect(new Set(answers)).toEqual(new Set(["in"]));
});
