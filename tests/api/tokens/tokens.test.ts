// Tokens of programs: each acts in its person's name, within its scope, and never beyond the person's present rights.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import { accessNoted } from "@/lib/auth/access-log";
import { requireActor } from "@/lib/auth/request";
import { pool } from "@/lib/db/client";
import { seeToken } from "@/lib/db/state";
import { verifyRegister } from "@/lib/db/verify/verify";
import { write } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { MOST_TOKENS } from "@/lib/domain/people/token";
import { tokenGroupOf } from "@/lib/api/token-groups";
import { emailOf } from "@/prisma/seed/accounts";
import { cases } from "../../support/cases";
import { contributionBody, evidenceBody, pledgeBody } from "../../support/bodies";
import { cookieFor, openTestApi, type TestApi, type Who } from "../../support/api";
import { byToken, tokenOf } from "./by-token";

let api: TestApi;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());
beforeEach(async () => {
  await pool().query("DELETE FROM throttle");
  await pool().query("UPDATE api_token SET revoked_at = now() WHERE revoked_at IS NULL");
});

const ALL_GROUPS = { groups: ["PLEDGES", "PLANNING", "OVERSIGHT"] };
const aPledge = { ...pledgeBody, owner: null };

describe("a token", () => {
  test("is shown once, and only its hash is kept", async () => {
    const { token, number } = await tokenOf(api, "officer");
    expect(token).toMatch(/^prt_[\w-]{43}$/);
    const { body } = await api.call("officer", "GET", "/me/tokens");
    const [latest] = body["items"] as object[];
    expect(latest).toMatchObject({ number, name: "Nightly copy", groups: [], usedAt: null });
    expect(JSON.stringify(body)).not.toContain(token);
    const { rows } = await pool().query<{ text: string }>(
      `SELECT (SELECT string_agg(t::text, '') FROM api_token t) || (SELECT string_agg(e::text, '') FROM audit.event e WHERE e.entity_type = 'person')
              || coalesce((SELECT string_agg(i::text, '') FROM idempotency i), '') AS text`,
    );
    expect(rows[0]?.text).not.toContain(token);
  });

  test("is made and revoked on record, with its number and scope", async () => {
    const { number } = await tokenOf(api, "officer", { groups: ["PLEDGES"], desk: ["FR"] });
    await api.call("officer", "POST", `/tokens/${String(number)}/revoke`, { body: {} });
    await api.call("officer", "POST", `/tokens/${String(number)}/revoke`, { body: {} });
    const { rows } = await pool().query<{ action: string; reason: string }>(
      "SELECT action, reason FROM audit.event WHERE action LIKE 'person.token%' ORDER BY seq DESC LIMIT 2",
    );
    expect(rows.map(({ action }) => action)).toEqual(["person.token-revoked", "person.token-made"]);
    expect(rows[1]?.reason).toMatch(
      new RegExp(`^${String(number)} · OFFICER FR · READ PLEDGES · \\d{4}-\\d\\d-\\d\\d · Nightly copy$`),
    );
  });

  test("is its person to the API, and nobody to a page", async () => {
    const { token } = await tokenOf(api, "officer");
    const { status, body } = await byToken(api, token, "GET", "/me");
    expect([status, body["email"]]).toEqual([200, emailOf("officer")]);
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await requireActor({ headers })).toMatchObject({ refusal: { code: "not-signed-in" } });
    const { body: listed } = await api.call("officer", "GET", "/me/tokens");
    const [latest] = listed["items"] as object[];
    expect(latest).toMatchObject({ usedAt: expect.any(String) as string });
  });

  test("logs a pledge from any site, under its person's role and its number; the log verifies", async () => {
    const { token, number } = await tokenOf(api, "officer", { groups: ["PLEDGES"] });
    const logged = await byToken(api, token, "POST", "/pledges", { body: aPledge });
    expect(logged.status).toBe(201);
    const seq = logged.headers.get("register-entries")?.split("-").at(-1);
    const { body } = await api.call("auditor", "GET", `/audit/${String(seq)}`);
    expect(body).toMatchObject({
      session: `token ${String(number)}`,
      token: number,
      actor: { role: "OFFICER" },
      leaf: expect.stringContaining(`"session":"token ${String(number)}"`) as string,
    });
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test("of a manager as an officer has an officer's rights, and is logged under the manager's", async () => {
    const { token } = await tokenOf(api, "manager", { role: "OFFICER", desk: ["FR"], groups: ["PLEDGES"] });
    expect((await byToken(api, token, "GET", "/me")).body).toMatchObject({ role: "OFFICER", desk: ["FR"] });
    const german = { ...aPledge, participant: "DE" };
    expect((await byToken(api, token, "POST", "/pledges", { body: german })).body).toMatchObject({
      code: "another-desk",
    });
    const { body: pledge } = await byToken(api, token, "POST", "/pledges", { body: aPledge });
    const proposed = await byToken(api, token, "POST", `/pledges/${String(pledge["reference"])}/stage`, {
      version: 1,
      body: { to: "WITHDRAWN", reason: "Said so.", evidence: [evidenceBody] },
    });
    expect(proposed.status).toBe(202);
    const { rows } = await pool().query(
      "SELECT DISTINCT actor_role AS role FROM audit.event WHERE session LIKE 'token %' AND actor_name = 'Manager'",
    );
    expect(rows).toEqual([{ role: "MANAGER" }]);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test.each([
    ["of another role", { role: "MANAGER" }, "beyond-own"],
    ["for another desk", { desk: ["SE"] }, "beyond-own"],
    ["for a day too many", { days: 366 }, "too-much"],
    ["for what isn't a group", { groups: ["ACCOUNTS"] }, "not-one-of"],
    ["without a name", { name: " " }, "empty"],
  ])("is never made %s", async (_what, scope, code) => {
    const { status, body } = await api.call("officer", "POST", "/me/tokens", {
      body: { name: "Nightly copy", days: 30, ...scope },
    });
    expect({ status, errors: body["errors"] }).toMatchObject({ status: 422, errors: [{ code }] });
  });

  test.each<[Who, object]>([
    ["manager", {}],
    ["manager", { role: "OFFICER", desk: ["SE"] }],
    ["auditor", {}],
  ])("is never made for sealed numbers by a %s who isn't cleared: %j", async (who, scope) => {
    const { status, body } = await api.call(who, "POST", "/me/tokens", {
      body: { name: "Nightly copy", days: 30, sealed: true, ...scope },
    });
    expect({ status, errors: body["errors"] }).toMatchObject({
      status: 422,
      errors: [{ path: "sealed", code: "beyond-own" }],
    });
  });

  test("is refused beyond the maximum number of tokens", async () => {
    for (let n = 0; n < MOST_TOKENS; n += 1) await tokenOf(api, "auditor");
    const body = { name: "One more", days: 1 };
    expect(await api.call("auditor", "POST", "/me/tokens", { body })).toMatchObject({
      status: 422,
      body: { errors: [{ code: "too-many-tokens" }] },
    });
  });
});

describe("what a token may do", () => {
  test("is only reading by default", async () => {
    const { token } = await tokenOf(api, "officer");
    const before = await api.head();
    expect(await byToken(api, token, "POST", "/pledges", { body: aPledge })).toMatchObject({
      status: 403,
      body: { code: "not-by-token" },
    });
    expect(await api.head()).toBe(before);
    await accessNoted();
    const { rows } = await pool().query("SELECT code, session FROM audit.access ORDER BY seq DESC LIMIT 1");
    expect(rows).toEqual([{ code: "not-by-token", session: expect.stringMatching(/^token \d+$/) as string }]);
  });

  test("is nothing reserved for people, whatever its scope", async () => {
    const changing = OPERATIONS.filter(({ method }) => method !== "GET");
    const forPeople = changing.filter((one) => tokenGroupOf(one) === null);
    expect([...new Set(forPeople.map(({ path }) => path.split("/")[1]))].sort()).toEqual([
      ...["exports", "handovers", "imports", "inbox", "me", "participants", "people", "proposals", "rulings"],
      ...["settings", "sign-in-groups", "tokens", "triggers", "views", "watches", "webhooks"],
    ]);
    const before = await api.head();
    for (const who of ["officer", "manager", "auditor", "admin"] as const) {
      const { token } = await tokenOf(api, who, ALL_GROUPS);
      for (const { method, path } of forPeople) {
        const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
          name === "code" ? "FR" : name === "number" ? "1" : "00000000-0000-4000-8000-000000000000",
        );
        const { status, body } = await byToken(api, token, method, address, { body: {}, version: 1 });
        expect([status, body["code"]], `${who} ${method} ${path}`).toEqual([
          403,
          expect.stringMatching(/^(not-by-token|role)$/),
        ]);
      }
    }
    // Only the making of the four tokens is on record.
    expect(await api.head()).toBe(before + 4);
  });

  test("is never an operation that needs a proof", () => {
    for (const one of OPERATIONS.filter((each) => "proof" in each)) expect(tokenGroupOf(one)).toBeNull();
  });

  test("is to read sealed numbers only if it was made for them and its person is cleared", async () => {
    const quantity = { kind: "SEALED", min: 63_217, max: 63_217, unit: "PERSON", asStated: null };
    const body = { ...aPledge, contributions: [{ ...contributionBody, quantity }] };
    const { body: pledge } = await api.call("officer", "POST", "/pledges", { body });
    const path = `/pledges/${String(pledge["reference"])}`;
    const seenBy = async (who: Who, sealed: boolean) => {
      const { token } = await tokenOf(api, who, { sealed });
      const texts = await Promise.all(
        [path, `${path}/history`, `/pledges?participant=FR`, "/changes?since=2026-01-01"].map(async (place) =>
          JSON.stringify((await byToken(api, token, "GET", place)).body),
        ),
      );
      return texts.some((text) => text.includes("63217"));
    };
    expect(await seenBy("officer", true)).toBe(true);
    expect(await seenBy("officer", false)).toBe(false);
    expect(await seenBy("manager-2", true), "who is cleared").toBe(true);
    expect(await seenBy("manager-2", false)).toBe(false);
  });
});

describe("a manager's token with the rights of an officer", () => {
  test("keeps records of the desk that it was made for, and no other", async () => {
    const scope = { role: "OFFICER", desk: ["SE"], groups: ["PLEDGES"] };
    const { token } = await tokenOf(api, "manager", scope);
    const logged = (participant: string) =>
      byToken(api, token, "POST", "/pledges", { body: { ...aPledge, participant } });
    expect((await logged("SE")).status).toBe(201);
    expect(await logged("FR")).toMatchObject({ status: 403, body: { code: "another-desk" } });
  });

  test("knows the desk's sealed numbers only while its manager is cleared", async () => {
    const quantity = { kind: "SEALED", min: 71_323, max: 71_323, unit: "PERSON", asStated: null };
    const body = { ...aPledge, participant: "SE", contributions: [{ ...contributionBody, quantity }] };
    const { body: pledge } = await api.call("officer-north", "POST", "/pledges", { body });
    const path = `/pledges/${String(pledge["reference"])}`;
    const scope = { role: "OFFICER", desk: ["SE"], sealed: true, groups: ["PLEDGES"] };
    const { token } = await tokenOf(api, "manager-2", scope);
    const seen = async () => JSON.stringify((await byToken(api, token, "GET", path)).body).includes("71323");
    expect(await seen()).toBe(true);
    await personChanged("manager-2", { sealed: false });
    expect(await seen()).toBe(false);
    const changed = await byToken(api, token, "PATCH", path, {
      version: 1,
      body: { contributions: body.contributions },
    });
    expect(changed).toMatchObject({
      status: 422,
      body: { errors: [{ code: "not-cleared" }, { code: "not-cleared" }] },
    });
    await personChanged("manager-2", { sealed: true });
  });
});

describe("a token shrinks at once if its person", () => {
  const status = async (token: string, participant = "SE") => {
    const answer = await byToken(api, token, "POST", "/pledges", { body: { ...aPledge, participant } });
    return answer.status === 201 ? "201" : `${String(answer.status)} ${String(answer.body["code"])}`;
  };

  test("loses a desk, gets another role or is disabled, which revokes it for good", async () => {
    const { token } = await tokenOf(api, "officer-north", { groups: ["PLEDGES"] });
    expect(await status(token)).toBe("201");
    await personChanged("officer-north", { desk: ["GB"] });
    expect(await status(token)).toBe("403 another-desk");
    await personChanged("officer-north", { desk: ["GB", "SE", "FR"] });
    expect(await status(token)).toBe("201");
    expect(await status(token, "FR"), "a desk that came later").toBe("403 another-desk");
    await personChanged("officer-north", { role: "AUDITOR", desk: [] });
    expect(await status(token)).toBe("401 not-signed-in");
    await personChanged("officer-north", { role: "OFFICER", desk: ["GB", "SE"] });
    expect(await status(token)).toBe("201");

    const { body: listed } = await api.call("admin", "GET", "/people?limit=200");
    const one = (listed["items"] as { id: string; email: string; version: number }[]).find(
      ({ email }) => email === emailOf("officer-north"),
    );
    const path = `/people/${one?.id ?? ""}`;
    await api.call("admin", "PATCH", path, { version: one?.version ?? 0, body: { disabled: true } });
    expect(await status(token)).toBe("401 not-signed-in");
    await personChanged("officer-north", { disabledAt: null });
    expect(await status(token)).toBe("401 not-signed-in");
  });

  test("has it revoked while a request is under way", async () => {
    const { token, number } = await tokenOf(api, "manager", { groups: ["PLEDGES"] });
    const seen = await seeToken(token);
    await api.call("admin", "POST", `/tokens/${String(number)}/revoke`, { body: {} });
    const actor = seen?.actor as Actor;
    expect(await write(actor, () => Promise.resolve(ok(null)))).toMatchObject({
      refusal: { code: "rights-changed" },
    });
  });

  test("needs a second factor and has none", async () => {
    const { token } = await tokenOf(api, "auditor");
    const require = async (secondFactorFor: string[]) => {
      const { body } = await api.call("admin", "GET", "/settings");
      const sent = { version: Number(body["version"]), body: { secondFactorFor } };
      expect((await api.call("admin", "PATCH", "/settings", sent)).status).toBe(200);
    };
    await require(["AUDITOR"]);
    expect((await byToken(api, token, "GET", "/me")).status).toBe(401);
    await require([]);
    expect((await byToken(api, token, "GET", "/me")).status).toBe(200);
  });

  test("gets a role that includes the token's while a request is under way", async () => {
    const { token } = await tokenOf(api, "officer", { groups: ["PLEDGES"], desk: ["FR"] });
    const seen = await seeToken(token);
    await personChanged("officer", { role: "MANAGER", desk: [] });
    expect(await write(seen?.actor as Actor, () => Promise.resolve(ok(null)))).toMatchObject({
      refusal: { code: "rights-changed" },
    });
    await personChanged("officer", { role: "OFFICER", desk: ["FR"] });
  });
});

async function personChanged(who: Who, change: Partial<Person>): Promise<void> {
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM person WHERE email = $1", [
    emailOf(who),
  ]);
  await write(THE_REGISTER, async (tx) => {
    const person = await tx.people.lock(rows[0]?.id ?? "");
    if (!person) throw new Error("nobody");
    return ok(await tx.save("person", person, { ...person, ...change }, { action: "person.changed" }));
  });
}

describe("refusals", () => {
  test("an ended, revoked, unknown or malformed token gets the same answer", async () => {
    const { token: ended } = await tokenOf(api, "officer");
    await pool().query(
      "UPDATE api_token SET made_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE revoked_at IS NULL",
    );
    const { token: revoked, number } = await tokenOf(api, "officer");
    const path = `/tokens/${String(number)}/revoke`;
    expect((await api.call("manager", "POST", path, { body: {} })).status).toBe(404);
    expect((await api.call("admin", "POST", path, { body: {} })).status).toBe(200);
    const answers = await Promise.all(
      [ended, revoked, `prt_${"a".repeat(43)}`, "", "a b", "prt_", ended.slice(0, -1)].map(async (token) => {
        const { status, body } = await byToken(api, token, "GET", "/me");
        return JSON.stringify([status, body]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("not-signed-in");
  });

  test("a request with both a cookie and a token is refused", async () => {
    const { token } = await tokenOf(api, "officer");
    const cookie = await cookieFor("officer");
    const before = await api.head();
    for (const method of ["GET", "POST"] as const)
      expect(
        await api.call(null, method, method === "GET" ? "/me" : "/pledges", {
          ...(method === "GET" ? {} : { body: aPledge }),
          headers: { cookie, authorization: `Bearer ${token}` },
        }),
      ).toMatchObject({ status: 400, body: { code: "cookie-and-token" } });
    expect(await api.head()).toBe(before);
  });

  test("guessing is slowed down, and the right token works from the same address", async () => {
    const { token } = await tokenOf(api, "officer");
    const guess = () => byToken(api, `prt_${"b".repeat(43)}`, "GET", "/me");
    for (let n = 0; n < 20; n += 1) expect((await guess()).status).toBe(401);
    const slowed = await guess();
    expect([slowed.status, Number(slowed.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await byToken(api, token, "GET", "/me")).status).toBe(200);
    await accessNoted();
    const { rows } = await pool().query<{ n: number; text: string }>(
      "SELECT count(*)::int AS n, string_agg(a::text, '') AS text FROM audit.access a WHERE code = 'token'",
    );
    expect(rows[0]?.n, "further ones are only counted").toBeGreaterThan(0);
    expect(rows[0]?.text).not.toContain("prt_");
  });

  test("another authorization scheme is ignored", async () => {
    const cookie = await cookieFor("officer");
    const headers = { cookie, authorization: "Basic dXNlcjpwYXNz" };
    expect((await api.call(null, "GET", "/me", { headers })).status).toBe(200);
  });

  test("no other authorization header causes a failure", async () => {
    const anything = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("Bearer ", "bearer", "BEARER  ", "Bearer prt_"),
        anything,
        async (scheme, rest) => {
          await pool().query("DELETE FROM throttle");
          const headers = { authorization: `${scheme}${rest}` };
          expect((await api.call(null, "GET", "/me", { headers })).status).toBe(401);
        },
      ),
      { numRuns: cases(60) },
    );
  });
});

test("auditors see everyone's tokens, each with its person", async () => {
  const { number } = await tokenOf(api, "officer");
  const { body } = await api.call("auditor", "GET", "/tokens?limit=1");
  expect(body["items"]).toMatchObject([{ number, person: { email: emailOf("officer") } }]);
});
