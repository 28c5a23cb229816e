// What binds or gives power needs a proof of identity within the last five minutes.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import { accessNoted } from "@/lib/auth/access-log";
import { confirmSetup, newSetup } from "@/lib/auth/second-factor/setup";
import { codeAt } from "@/lib/auth/second-factor/totp";
import { pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import { setSecondFactor } from "@/lib/people/people/second-factor";
import { emailOf } from "@/prisma/seed/accounts";
import { evidenceBody, pledgeBody } from "../../support/bodies";
import { openTestApi, type Sent, type TestApi, type Who } from "../../support/api";
import { DEMO_PASSWORD } from "../../support/registers/demonstration";

let api: TestApi;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());
beforeEach(() => pool().query("DELETE FROM throttle"));

const ACTORS = ["officer", "manager", "auditor", "admin"] as const;
const nobody = "00000000-0000-4000-8000-000000000000";

/** Each asks for what doesn't exist, so that nothing but the order of the checks decides. */
const GUARDED: Record<string, { path: string; may: readonly Who[]; body: object } & Sent> = {
  "POST /proposals/{id}/decision": {
    path: `/proposals/${nobody}/decision`,
    may: ["manager", "admin"],
    body: { decision: "RETURN", note: "Seen." },
  },
  "POST /proposals/{id}/link": { path: `/proposals/${nobody}/link`, may: ["admin"], body: {} },
  "POST /handovers/{id}/decision": {
    path: `/handovers/${nobody}/decision`,
    may: ["manager"],
    body: { decision: "APPROVE" },
  },
  "POST /me/tokens": {
    path: "/me/tokens",
    may: ACTORS,
    body: { name: "A program", days: 1, role: "AUDITOR", desk: ["FR"] },
  },
  "POST /me/webhooks": {
    path: "/me/webhooks",
    may: ["officer", "manager", "auditor"],
    body: { name: "A program", url: "http://hooks.example.org" },
  },
  "POST /sign-in-groups": {
    path: "/sign-in-groups",
    may: ["admin"],
    body: { name: "managers", role: "MANAGER", desk: ["FR"] },
  },
  "POST /people": {
    path: "/people",
    may: ["admin"],
    body: { email: "new@ministry.example", name: "Somebody new", role: "MANAGER", reason: "Takes over." },
  },
  "PATCH /people/{id}": { path: `/people/${nobody}`, may: ["admin"], body: { sealed: true }, version: 1 },
  "POST /people/{id}/link": { path: `/people/${nobody}/link`, may: ["admin"], body: {} },
  "POST /people/{id}/second-factor/remove": {
    path: `/people/${nobody}/second-factor/remove`,
    may: ["admin"],
    body: {},
  },
};

/** The machine's clock may be set back a little meanwhile; tests/domain/people/proof.test.ts tests the bound. */
const TOO_LONG = "5 minutes 5 seconds";
const passed = (minutes: string) =>
  pool().query("UPDATE session SET proven_at = now() - $1::interval", [minutes]);
const code = async (who: Who, method: "POST" | "PATCH", path: string, sent: Sent): Promise<string> => {
  const { status, body } = await api.call(who, method, path, sent);
  return status < 300 ? String(status) : `${status} ${String(body["code"])}`;
};
const prove = (who: Who, body: object) => code(who, "POST", "/me/proof", { body });
const methodOf = (key: string) => key.split(" ")[0] as "POST" | "PATCH";

test("exactly the operations listed here need a proof", () => {
  const guarded = OPERATIONS.filter((one) => "proof" in one).map(({ method, path }) => `${method} ${path}`);
  expect(guarded.sort()).toEqual(Object.keys(GUARDED).sort());
});

describe.each(Object.entries(GUARDED))("%s", (key, { path, may, ...sent }) => {
  test.each(ACTORS)(
    "the %s is asked for a proof after five minutes, if the role may do it at all",
    async (who) => {
      await api.call(who, "GET", "/me");
      const before = await api.head();
      await passed(TOO_LONG);
      expect(await code(who, methodOf(key), path, sent)).toBe(
        may.includes(who) ? "403 proof-needed" : "403 role",
      );
      expect(await api.head()).toBe(before);
    },
  );

  test("nobody is asked for a proof after four minutes", async () => {
    for (const who of may) {
      await api.call(who, "GET", "/me");
      await passed("4 minutes");
      expect(await code(who, methodOf(key), path, sent)).toMatch(/^(202|404 not-found|422 invalid)$/);
    }
  });
});

test("a new account that gives no power needs no proof", async () => {
  await api.call("admin", "GET", "/me");
  await passed("1 hour");
  const body = {
    email: "plain@ministry.example",
    name: "An officer of some desk",
    role: "OFFICER",
    desk: ["FR"],
  };
  expect(await code("admin", "POST", "/people", { body })).toBe("201");
});

test("a desk with sealed numbers gives power: it needs a proof, and the key still works after it", async () => {
  const line = {
    kind: "TROOPS",
    domain: "LAND",
    location: "IN_UKRAINE",
    quantity: { kind: "SEALED", unit: "PERSON", min: 74_219, max: 74_219, asStated: null },
  };
  const pledge = { ...pledgeBody, participant: "PT", contributions: [line] };
  expect(await code("officer", "POST", "/pledges", { body: pledge })).toBe("201");
  const key = crypto.randomUUID();
  const account = {
    email: "sealed.desk@ministry.example",
    name: "An officer of that desk",
    role: "OFFICER",
    desk: ["PT"],
    reason: "Takes over.",
  };
  const ask = () => code("admin", "POST", "/people", { body: account, key });
  await api.call("admin", "GET", "/me");
  await passed(TOO_LONG);
  expect(await ask()).toBe("403 proof-needed");
  expect(await prove("admin", { password: DEMO_PASSWORD })).toBe("200");
  expect(await ask()).toBe("202");
});

describe("a proof", () => {
  const decision = GUARDED["POST /proposals/{id}/decision"]?.body;
  const decide = (id: string = nobody, key = crypto.randomUUID()) =>
    code("manager", "POST", `/proposals/${id}/decision`, { body: decision, key });

  test("by password lets the same request through with its key, once", async () => {
    const { body: pledge } = await api.call("officer", "POST", "/pledges", { body: pledgeBody });
    const { body: open } = await api.call(
      "officer",
      "POST",
      `/pledges/${String(pledge["reference"])}/stage`,
      {
        version: 1,
        body: { to: "WITHDRAWN", reason: "Said so.", evidence: [evidenceBody] },
      },
    );
    const id = String(open["id"]);
    await api.call("manager", "GET", "/me");
    const key = crypto.randomUUID();
    await passed(TOO_LONG);
    expect(await decide(id, key)).toBe("403 proof-needed");
    expect(await prove("manager", { password: DEMO_PASSWORD })).toBe("200");
    expect(await decide(id, key)).toBe("200");
    const head = await api.head();
    expect(await decide(id, key)).toBe("200");
    expect(await api.head()).toBe(head);
  });

  test("holds in the session in which it was given, and in no other", async () => {
    await api.call("admin", "GET", "/me");
    await passed(TOO_LONG);
    expect(await prove("admin", { password: DEMO_PASSWORD })).toBe("200");
    expect(await decide()).toBe("403 proof-needed");
  });

  test("that is wrong proves nothing, is recorded, and slows down nobody else", async () => {
    await api.call("manager", "GET", "/me");
    await api.call("admin", "GET", "/me");
    await passed(TOO_LONG);
    for (let n = 0; n < 5; n += 1)
      expect(await prove("manager", { password: `a guess ${n}` })).toBe("422 invalid");
    expect(await prove("manager", { password: DEMO_PASSWORD })).toBe("429 slow-down");
    expect(await decide()).toBe("403 proof-needed");
    expect(await prove("admin", { password: DEMO_PASSWORD })).toBe("200");
    await accessNoted();
    const { rows } = await pool().query<{ code: string; path: string }>(
      `SELECT a.code, a.path FROM audit.access a JOIN person p ON p.id::text = a.person_id
        WHERE p.email = $1 AND a.kind = 'SIGN_IN_FAILED'`,
      [emailOf("manager")],
    );
    expect(rows).toEqual(Array<object>(5).fill({ code: "own-password", path: "/api/v1/me/proof" }));
  });

  test("by a second-factor code counts as well, once per code, and so does a recovery code", async () => {
    await api.call("manager-2", "GET", "/me");
    expect(await prove("manager-2", { code: "123456" }), "who has none").toBe("422 invalid");
    const setup = newSetup();
    const step = Math.floor(Date.now() / 30_000);
    const actor = await actorOf("manager-2");
    const factor = confirmSetup(setup, codeAt(setup.secret ?? "", step - 1), actor.id);
    if (!factor) throw new Error("no factor");
    expect(await setSecondFactor(actor, factor)).toMatchObject({ ok: true });
    await passed(TOO_LONG);
    const now = codeAt(setup.secret ?? "", step);
    expect(await prove("manager-2", { code: now })).toBe("200");
    expect(await prove("manager-2", { code: now })).toBe("422 invalid");
    await passed(TOO_LONG);
    expect(await prove("manager-2", { code: setup.codes[0] })).toBe("200");
  });

  test.each([
    {},
    { password: "a", code: "b" },
    { password: 1 },
    { password: "x".repeat(1_001) },
    { code: null },
  ])("that isn't either a password or a code is refused: %o", async (body) => {
    expect(await prove("manager", body)).toBe("422 invalid");
  });
});

async function actorOf(who: Who): Promise<Actor> {
  const { rows } = await pool().query<{ id: string; sid: string; name: string }>(
    "SELECT p.id, p.name, s.id AS sid FROM person p JOIN session s ON s.person_id = p.id WHERE p.email = $1",
    [emailOf(who)],
  );
  const [{ id, sid, name } = { id: "", sid: "", name: "" }] = rows;
  return {
    id,
    name,
    email: emailOf(who),
    role: "MANAGER",
    desk: [],
    sealed: true,
    session: sid,
    request: null,
  };
}
