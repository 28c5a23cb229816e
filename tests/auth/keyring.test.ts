// The secret is replaced while people are signed in, as an instance that starts with other settings sees it.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { csrfCookie } from "@/lib/auth/cookies";
import { confirmSetup } from "@/lib/auth/second-factor/setup";
import { codeAt, newSecret } from "@/lib/auth/second-factor/totp";
import { write } from "@/lib/db/write";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { Browser, emailOf, openRegister, type TestRegister } from "./register";

let register: TestRegister;
let old = "";
beforeAll(async () => {
  register = await openRegister();
  old = process.env["NEXTAUTH_SECRET"] ?? "";
});
afterAll(() => register.close());

const fresh = (): string => randomBytes(32).toString("hex");

/** What an instance that starts with these secrets accepts. */
async function startedWith(current: string, before: readonly string[]) {
  Object.assign(process.env, { NEXTAUTH_SECRET: current, NEXTAUTH_SECRETS_BEFORE: before.join("\n") });
  vi.resetModules();
  const { requireActor } = await import("@/lib/auth/request");
  const { knownDevice } = await import("@/lib/auth/sign-in/device");
  const { tokenFor } = await import("@/lib/auth/sign-in/token");
  const { openSecret } = await import("@/lib/auth/second-factor/setup");
  const { renewSecondFactors } = await import("@/lib/auth/second-factor/renew");
  const { findSecret } = await import("@/lib/db/state");
  const id = register.id.OFFICER;
  return {
    isIn: async (browser: Browser) => (await requireActor({ headers: browser.headers() })).ok,
    knows: async (browser: Browser) => (await knownDevice(browser.headers(), emailOf("OFFICER"))) !== null,
    takesForm: ({ text, headers }: { text: string; headers: Headers }) =>
      tokenFor(new Request("http://localhost:3000/x", { method: "POST", headers }), { csrfToken: text }) !==
      null,
    factor: async () => openSecret(await findSecret(id), id),
    renewSecondFactors,
  };
}

/** A form without JavaScript, sent by a browser that doesn't say from where. */
async function formOf(): Promise<{ text: string; headers: Headers }> {
  const { answerAuth } = await import("@/lib/auth/sign-in/auth-routes");
  const asked = await answerAuth(new Request("http://localhost:3000/api/auth/csrf"), ["csrf"], () =>
    Promise.resolve(),
  );
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { csrfToken: text } = (await asked.value.json()) as { csrfToken: string };
  const [cookie = ""] = asked.value.headers.getSetCookie()[0]?.split(";") ?? [];
  expect(cookie).toContain(csrfCookie());
  return { text, headers: new Headers({ cookie: decodeURIComponent(cookie) }) };
}

test("a new secret signs nobody out, and second factors work and can be renewed for it", async () => {
  const browser = new Browser();
  expect(await browser.signIn(emailOf("OFFICER"))).toBe("in");
  const form = await formOf();
  const secret = newSecret();
  const code = codeAt(secret, Math.floor(Date.now() / 30_000));
  const factor = confirmSetup({ secret, codes: [] }, code, register.id.OFFICER);
  if (!factor) throw new Error("no factor");
  await write(THE_REGISTER, async (tx) => {
    await tx.setSecondFactor(register.id.OFFICER, factor);
    return { ok: true, value: null };
  });

  const current = fresh();
  const next = await startedWith(current, [fresh(), old]);
  expect([await next.isIn(browser), await next.knows(browser), next.takesForm(form)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(await next.factor()).toBe(secret);
  expect([await next.renewSecondFactors(), await next.renewSecondFactors()]).toEqual([1, 0]);

  const later = await startedWith(current, []);
  expect(await later.factor()).toBe(secret);
  expect([await later.isIn(browser), await later.knows(browser), later.takesForm(form)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(await later.renewSecondFactors()).toBe(0);

  const stranger = await startedWith(fresh(), [fresh()]);
  expect(await stranger.factor()).toBeNull();
  expect(await stranger.renewSecondFactors()).toBe(0);
});

test("a weak secret is refused among the earlier ones, too", async () => {
  await expect(startedWith(fresh(), ["changeme"]).then(({ isIn }) => isIn(new Browser()))).rejects.toThrow(
    "shorter than 32",
  );
});
