// A person's own sessions: what is shown of them, and how each is ended.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { POST as end } from "@/app/api/own/session/route";
import { requireActor } from "@/lib/auth/request";
import type { Actor } from "@/lib/domain/people/actor";
import type { OwnSession } from "@/lib/domain/people/session";
import { loadOwnSessions } from "@/lib/people/people/queries";
import { endOwnSession } from "@/lib/people/people/sessions";
import { Browser, emailOf, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
beforeEach(() => register.sql("UPDATE session SET revoked_at = now()"));
afterAll(() => register.close());

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";

async function signedIn(agent: string, role: "OFFICER" | "MANAGER" = "OFFICER"): Promise<Browser> {
  const browser = new Browser();
  const response = await browser.post(
    "callback/credentials",
    { email: emailOf(role), password: "a long enough pass phrase" },
    { "user-agent": agent },
  );
  expect(response.status).toBe(200);
  return browser;
}
async function actorIn(browser: Browser): Promise<Actor> {
  const asked = await requireActor({ headers: browser.headers() });
  if (!asked.ok) throw new Error(asked.refusal.code);
  return asked.value.actor;
}
const isIn = async (browser: Browser): Promise<boolean> =>
  (await requireActor({ headers: browser.headers() })).ok;
async function sessionsOf(browser: Browser): Promise<OwnSession[]> {
  const loaded = await loadOwnSessions(await actorIn(browser));
  return loaded.ok ? loaded.value : [];
}
async function post(browser: Browser, fields: Record<string, string>): Promise<string> {
  const request = new Request("http://localhost:3000/api/own/session", {
    method: "POST",
    headers: browser.headers(),
    body: new URLSearchParams({ json: "true", ...fields }),
  });
  const response = await end(request, { params: Promise.resolve({}) });
  const { url, code } = (await response.json()) as { url?: string; code?: string };
  return `${response.status} ${url ?? code ?? ""}`;
}
const lastEvent = async () =>
  (await register.sql("SELECT action, actor_id, seq FROM audit.event ORDER BY seq DESC LIMIT 1"))[0];

test("own sessions are listed with their device and times, and the present one is marked", async () => {
  const [here, phone] = [await signedIn(FIREFOX), await signedIn(SAFARI)];
  await signedIn(FIREFOX, "MANAGER");
  await register.timePasses(5);
  const listed = await sessionsOf(here);
  expect(listed.map(({ device, isThis }) => [device.browser, device.system, isThis])).toEqual([
    ["FIREFOX", "WINDOWS", true],
    ["SAFARI", "IOS", false],
  ]);
  for (const { signedInAt, lastSeenAt } of listed)
    expect(Date.parse(signedInAt)).toBeLessThanOrEqual(Date.parse(lastSeenAt));
  expect((await sessionsOf(phone)).find(({ isThis }) => isThis)?.device.browser).toBe("SAFARI");
});

test("a session stores only the browser and the system", async () => {
  await signedIn(`${FIREFOX} and-a-secret`);
  const rows = await register.sql("SELECT agent FROM session WHERE revoked_at IS NULL");
  expect(rows).toEqual([{ agent: "FIREFOX/WINDOWS" }]);
});

test("own sessions are ended one by one, at once and on record, and nobody else's", async () => {
  const [here, phone, other] = [
    await signedIn(FIREFOX),
    await signedIn(SAFARI),
    await signedIn(FIREFOX, "MANAGER"),
  ];
  const theirs = (await actorIn(other)).session ?? "";
  const before = await lastEvent();
  expect(await endOwnSession(await actorIn(here), { id: theirs })).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect(await lastEvent()).toEqual(before);
  expect(await isIn(other)).toBe(true);

  const mine = (await actorIn(phone)).session ?? "";
  expect(await post(here, { session: mine })).toBe("200 /profile?done=sessions#sessions");
  expect([await isIn(here), await isIn(phone)]).toEqual([true, false]);
  expect(await lastEvent()).toMatchObject({
    action: "person.sessions-ended",
    actor_id: register.id.OFFICER,
  });
  expect(await sessionsOf(here)).toHaveLength(1);
  expect(await endOwnSession(await actorIn(here), { id: mine }), "it has ended already").toMatchObject({
    refusal: { code: "not-found" },
  });
});

test("all other sessions are ended; if there is none, nothing is put on record", async () => {
  const [here, phone, third] = [await signedIn(FIREFOX), await signedIn(SAFARI), await signedIn(SAFARI)];
  expect(await post(here, { others: "true" })).toBe("200 /profile?done=sessions#sessions");
  expect([await isIn(here), await isIn(phone), await isIn(third)]).toEqual([true, false, false]);
  const before = await lastEvent();
  expect(await post(here, { others: "true" })).toBe("200 /profile?done=sessions#sessions");
  expect(await lastEvent()).toEqual(before);
});

test("sessions that are over are not listed", async () => {
  const [old, here] = [await signedIn(SAFARI), await signedIn(FIREFOX)];
  const { session } = await actorIn(old);
  await register.sql("UPDATE session SET last_seen_at = now() - interval '481 minutes' WHERE id = $1", [
    session,
  ]);
  expect(await sessionsOf(here)).toHaveLength(1);
  await register.sql("UPDATE session SET last_seen_at = now(), expires_at = now() WHERE id = $1", [session]);
  expect(await sessionsOf(here)).toHaveLength(1);
});

test("another site cannot end a session", async () => {
  const browser = await signedIn(FIREFOX);
  const request = new Request("http://localhost:3000/api/own/session", {
    method: "POST",
    headers: browser.headers({ "sec-fetch-site": "cross-site", origin: "https://evil.example" }),
    body: new URLSearchParams({ others: "true" }),
  });
  expect((await end(request, { params: Promise.resolve({}) })).status).toBe(403);
});
