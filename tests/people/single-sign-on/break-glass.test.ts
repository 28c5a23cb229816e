// With single sign-on, passwords are off except for two accounts; every administrator is notified of their use.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { hashNewPassword, provePassword } from "@/lib/auth/new-password";
import { requireActor } from "@/lib/auth/request";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { loadStateOfAccounts } from "@/lib/people/people/queries";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "../../auth/register";

let register: TestRegister;
beforeAll(async () => {
  Object.assign(process.env, {
    NEXTAUTH_URL: "http://localhost:3000",
    OIDC_ISSUER: "https://login.ministry.example",
    OIDC_CLIENT_ID: "register",
    OIDC_CLIENT_SECRET: "secret",
    BREAK_GLASS: "Manager@register.example auditor@register.example",
    SMTP_URL: "smtp://localhost",
    MAIL_FROM: "register@register.example",
  });
  register = await openRegister();
});
afterAll(() => register.close());
beforeEach(async () => void (await register.sql("DELETE FROM throttle")));

const actorOf = (role: Role): Actor => ({
  ...{ id: register.id[role], email: emailOf(role), name: role, role, desk: [] },
  ...{ session: null, request: null },
});

test("a correct password lets nobody else in, and the access log says why", async () => {
  const browser = new Browser();
  expect(await browser.signIn(emailOf("OFFICER"))).toBe("wrong");
  expect(await browser.signIn(emailOf("ADMIN"))).toBe("wrong");
  await accessNoted();
  const codes = await register.sql("SELECT code FROM audit.access WHERE person_id = $1", [
    register.id.OFFICER,
  ]);
  expect(codes).toEqual([{ code: "passwords-off" }]);
});

test("nobody else's password is a proof, or can be set", async () => {
  expect(await provePassword(actorOf("OFFICER"), PASSWORD)).toMatchObject({ ok: false });
  expect(await provePassword(actorOf("MANAGER"), PASSWORD)).toMatchObject({ ok: true });
  const fresh = "some words nobody thinks of 71";
  const again = { password: fresh, again: fresh };
  expect(await hashNewPassword(again, actorOf("OFFICER"))).toMatchObject({
    refusal: { code: "no-such-step" },
  });
  expect(await hashNewPassword(again, actorOf("MANAGER"))).toMatchObject({ ok: true });
});

test("such an account can sign in, and the administrator gets a notice and a mail each time", async () => {
  const browser = new Browser();
  expect(await browser.signIn(emailOf("MANAGER"))).toBe("in");
  expect((await requireActor({ headers: browser.headers() })).ok).toBe(true);
  expect(await browser.signIn(emailOf("MANAGER"))).toBe("in");
  const used = await register.sql(
    "SELECT seq, actor_id, entity_id FROM audit.event WHERE action = 'person.break-glass-used' ORDER BY seq",
  );
  expect(used).toMatchObject(Array(2).fill({ actor_id: "register", entity_id: register.id.MANAGER }));
  const notices = await register.sql("SELECT person_id FROM notice WHERE seq = ANY ($1::bigint[])", [
    used.map(({ seq }) => seq),
  ]);
  expect(notices).toEqual(Array(2).fill({ person_id: register.id.ADMIN }));
  const mails = await register.sql("SELECT person_id, kind FROM account_mail");
  expect(mails).toEqual(Array(2).fill({ person_id: register.id.ADMIN, kind: "BREAK_GLASS" }));
});

test("an administrator’s first page names the account that was used", async () => {
  const state = await loadStateOfAccounts(actorOf("ADMIN"));
  const glass = state.ok ? state.value.needs.find(({ need }) => need === "glass") : undefined;
  expect(glass).toMatchObject({ count: 1, accounts: [{ id: register.id.MANAGER }] });
  expect((await verifyRegister()).findings).toEqual([]);
});
