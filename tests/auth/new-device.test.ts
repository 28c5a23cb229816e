// A sign-in from a browser in which the account wasn't used before gives its holder a notice.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requireActor } from "@/lib/auth/request";
import { loadInbox, loadOwnAccountNotices } from "@/lib/inbox/inbox/queries";
import { changeChoices } from "@/lib/inbox/inbox/commands";
import { detailWords } from "@/lib/i18n/words/notice-words";
import type { Notice } from "@/lib/domain/notices/notice";
import type { Role } from "@/lib/domain/people/actor";
import { verifyRegister } from "@/lib/db/verify/verify";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());
beforeEach(async () => {
  await register.sql("DELETE FROM throttle");
  await register.sql("UPDATE credential SET signed_in_at = NULL");
  await register.sql("DELETE FROM notice");
});

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function signIn(browser: Browser, role: Role, agent = FIREFOX): Promise<number> {
  const pair = { email: emailOf(role), password: PASSWORD };
  return (await browser.post("callback/credentials", pair, { "user-agent": agent })).status;
}
async function noticesIn(browser: Browser): Promise<Notice[]> {
  const asked = await requireActor({ headers: browser.headers() });
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { actor } = asked.value;
  const loaded = await loadInbox(actor, { show: "all", kind: [], after: null, limit: 20 });
  return loaded.ok ? loaded.value.items : [];
}
const events = () =>
  register.sql("SELECT actor_id, reason FROM audit.event WHERE action = 'person.new-device' ORDER BY seq");

test("neither an account's first sign-in nor one from a known browser gives a notice", async () => {
  const browser = new Browser();
  for (let n = 0; n < 3; n += 1) expect(await signIn(browser, "MANAGER")).toBe(200);
  expect(await noticesIn(browser)).toEqual([]);
  expect(await events()).toEqual([]);
});

test("another browser gives a notice with its device and what to do, even at the same address", async () => {
  const known = new Browser();
  await signIn(known, "MANAGER");
  await signIn(new Browser(), "MANAGER");
  const [notice, ...others] = await noticesIn(known);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({
    kind: "ACCOUNT",
    action: "person.new-device",
    reason: "FIREFOX/WINDOWS",
    isRead: false,
    record: { id: register.id.MANAGER },
    actor: { name: "Register" },
  });
  expect(notice && detailWords(notice)).toMatch(/^Firefox on Windows\. If it was you,.*change your password/);
  expect(await events()).toEqual([{ actor_id: "register", reason: "FIREFOX/WINDOWS" }]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("a browser known from another account is new to this one, and nobody else gets a notice", async () => {
  const [shared, officer] = [new Browser(), new Browser()];
  await signIn(officer, "OFFICER");
  await signIn(shared, "MANAGER");
  await signIn(shared, "OFFICER", "curl/8");
  const [notice] = await noticesIn(officer);
  expect(notice?.reason).toBe("/");
  expect(notice && detailWords(notice)).toContain("Unknown device");
  const rows = await register.sql("SELECT DISTINCT person_id FROM notice");
  expect(rows).toEqual([{ person_id: register.id.OFFICER }]);
});

test("an administrator, who has no inbox, sees it on the first page for a week", async () => {
  const [known, other] = [new Browser(), new Browser()];
  await signIn(known, "ADMIN");
  await signIn(other, "ADMIN");
  const asked = await requireActor({ headers: known.headers() });
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { actor, at } = asked.value;
  expect(await noticesIn(known)).toEqual([]);
  expect(await loadOwnAccountNotices(actor, at)).toMatchObject({
    value: [{ action: "person.new-device", reason: "FIREFOX/WINDOWS", record: { id: register.id.ADMIN } }],
  });
  const later = new Date(Date.parse(at) + 8 * 86_400_000).toISOString();
  expect(await loadOwnAccountNotices(actor, later)).toMatchObject({ value: [] });
  expect(await loadOwnAccountNotices({ ...actor, role: "MANAGER" }, at)).toMatchObject({ ok: false });
});

test("a wrong password gives no notice, and a made-up mark makes no known browser", async () => {
  const known = new Browser();
  await signIn(known, "AUDITOR");
  await new Browser().signIn(emailOf("AUDITOR"), "wrong");
  expect(await noticesIn(known)).toEqual([]);
  const forged = new Browser();
  forged.set("register-device", "made.up");
  await signIn(forged, "AUDITOR");
  expect(await noticesIn(known)).toHaveLength(1);
});

test("administrators get the notice as well, and nobody can turn it off", async () => {
  await signIn(new Browser(), "ADMIN");
  await signIn(new Browser(), "ADMIN");
  expect(await register.sql("SELECT kind FROM notice WHERE person_id = $1", [register.id.ADMIN])).toEqual([
    { kind: "ACCOUNT" },
  ]);
  const known = new Browser();
  await signIn(known, "MANAGER");
  const asked = await requireActor({ headers: known.headers() });
  if (!asked.ok) throw new Error(asked.refusal.code);
  expect(await changeChoices(asked.value.actor, { kinds: [] })).toMatchObject({ ok: true });
  await signIn(new Browser(), "MANAGER");
  expect(await noticesIn(known)).toHaveLength(1);
});
