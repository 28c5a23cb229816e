// What webhooks receive: each entry that its person may read, until acknowledged, in order, signed; nothing else.
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decrypt, encrypt } from "@/lib/auth/encrypted";
import { pool } from "@/lib/db/client";
import { renewWebhookSecrets } from "@/lib/db/jobs/webhooks";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Posted, Posting } from "@/lib/platform/outgoing";
import { deliverNext, type WebhookOffice } from "@/lib/history/webhooks/worker";
import { signedHeaders } from "@/lib/history/webhooks/signature";
import { emailOf } from "@/prisma/seed/accounts";
import { contributionBody, pledgeBody } from "../../support/bodies";
import { openTestApi, type TestApi, type Who } from "../../support/api";

let api: TestApi;
let sent: Posting[] = [];
let answer: Posted = { status: 200, fault: null };
const office: WebhookOffice = {
  open: (secret, id) => decrypt(secret, `webhook ${id}`),
  post: (posting) => {
    sent.push(posting);
    return Promise.resolve(answer);
  },
  inside: [],
};

beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());
beforeEach(async () => {
  await pool().query("UPDATE webhook SET removed_at = now() WHERE removed_at IS NULL");
  sent = [];
  answer = { status: 200, fault: null };
});

interface Made {
  id: string;
  person: { id: string };
  secret: string;
  position: number;
}
interface Message {
  type: string;
  data: {
    after: number;
    position: number;
    items: { seq: number; record: { type: string; reference: string } }[];
  };
}

async function hook(who: Who, more: object = {}): Promise<Made> {
  const body = { name: "The data office", url: "https://hooks.example.org/register?key=k", ...more };
  const { status, body: made } = await api.call(who, "POST", "/me/webhooks", { body });
  if (status !== 201) throw new Error(JSON.stringify(made));
  return made as unknown as Made;
}

const log = (more: object = {}) =>
  api.call("officer", "POST", "/pledges", { body: { ...pledgeBody, owner: null, ...more } });
const message = (place: number): Message => JSON.parse(sent[place]?.body ?? "null") as Message;
const items = () => sent.flatMap((_, place) => message(place).data.items);
// The column keeps milliseconds, and may be rounded up.
const due = () => pool().query("UPDATE webhook SET next_at = now() - interval '1 second'");

const lastPause = async (personId: string): Promise<object[]> => {
  const { rows } = await pool().query<{ reason: string; notified: boolean }>(
    `SELECT e.reason, EXISTS (SELECT FROM notice n WHERE n.seq = e.seq AND n.person_id = $1) AS notified
       FROM audit.event e WHERE e.action = 'person.webhook-paused' AND e.entity_id = $1::text ORDER BY e.seq DESC LIMIT 1`,
    [personId],
  );
  return rows;
};

async function deliverAll(): Promise<void> {
  while ((await deliverNext(office)) !== null);
}

test("the signature is that of Standard Webhooks' own example", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const given = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signedHeaders(secret, given)["webhook-signature"]).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

describe("a webhook", () => {
  test("receives what comes after it was made, in order, each entry once, signed by its secret", async () => {
    await log();
    const { secret } = await hook("auditor", { types: ["pledge"] });
    const before = await api.head();
    await Promise.all([log(), log(), log()]);
    await deliverAll();
    const seqs = items().map(({ seq }) => seq);
    const { rows } = await pool().query<{ seq: string }>(
      "SELECT seq FROM audit.event WHERE seq > $1 AND entity_type = 'pledge' ORDER BY seq",
      [before],
    );
    expect(seqs).toEqual(rows.map(({ seq }) => Number(seq)));
    const { headers = {}, body = "" } = sent[0] ?? {};
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const text = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
    expect(headers["webhook-signature"]).toBe(
      `v1,${createHmac("sha256", key).update(text).digest("base64")}`,
    );
    expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
    sent = [];
    await deliverAll();
    expect(sent).toEqual([]);
  });

  test("made again with the same key is the same one, with the secret that signs", async () => {
    const body = { name: "Twice", url: "https://hooks.example.org/register" };
    const make = () => api.call("auditor", "POST", "/me/webhooks", { body, key: "made twice" });
    const first = await make();
    expect(first.status).toBe(201);
    expect(await make()).toMatchObject({ status: 201, body: first.body });
    const { rows } = await pool().query<{ secret: string; answers: string }>(
      `SELECT secret, (SELECT string_agg(answer, ' ') FROM idempotency) AS answers FROM webhook WHERE id = $1`,
      [first.body["id"]],
    );
    expect(office.open(rows[0]?.secret ?? "", String(first.body["id"]))).toBe(first.body["secret"]);
    expect(rows[0]?.answers).not.toContain(String(first.body["secret"]).slice(6));
  });

  test("receives no word that a person wrote, no value, and nothing sealed", async () => {
    await hook("manager-2");
    const quantity = { kind: "SEALED", min: 71_993, max: 71_993, unit: "PERSON", asStated: null };
    await log({ title: "A title for the coalition", contributions: [{ ...contributionBody, quantity }] });
    await deliverAll();
    const [entry] = items();
    expect(Object.keys(entry ?? {}).sort()).toEqual(["action", "at", "record", "seq"]);
    expect(Object.keys(entry?.record ?? {}).sort()).toEqual(["id", "reference", "type", "version"]);
    expect(JSON.stringify(sent)).not.toMatch(/71993|commitment|A title|Emmanuel|officer@/);
  });

  test("of an officer receives nothing of accounts, and an administrator can make none", async () => {
    await hook("officer");
    const body = { email: "hook@register.example", name: "Hook Person", role: "OFFICER", desk: [] };
    expect((await api.call("admin", "POST", "/people", { body })).status).toBe(201);
    await log();
    await deliverAll();
    expect(items().length).toBeGreaterThan(0);
    expect(items().map(({ record }) => record.type)).not.toContain("person");
    const asked = { name: "Mine", url: "https://hooks.example.org" };
    expect((await api.call("admin", "POST", "/me/webhooks", { body: asked })).body["code"]).toBe("role");
  });

  test("that doesn't answer is sent the same again, then paused, and misses nothing", async () => {
    const { id } = await hook("auditor", { types: ["pledge"] });
    await log();
    const head = await api.head();
    answer = { status: null, fault: "unreachable" };
    expect(await deliverNext(office)).toBe("unheard");
    const { body: own } = await api.call("auditor", "GET", "/me/webhooks");
    expect(own["items"]).toMatchObject([{ attempts: 1, nextAt: expect.any(String) as string }]);
    expect(await deliverNext(office), "before it is due").toBeNull();
    await log();
    const { rows } = await pool().query<{ s: number }>(
      "SELECT round(extract(epoch FROM next_at - now()))::int AS s FROM webhook WHERE removed_at IS NULL",
    );
    expect(rows[0]?.s).toBeLessThanOrEqual(5);
    for (let n = 2; n <= 10; n += 1) {
      await due();
      answer = n % 2 ? { status: 500, fault: null } : { status: 302, fault: null };
      expect(await deliverNext(office)).toBe("unheard");
    }
    expect(new Set(sent.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(sent.map(({ body }) => JSON.stringify((JSON.parse(body) as Message).data))).size).toBe(1);
    expect(message(0).data.position).toBe(head);

    await due();
    expect(await deliverNext(office), "paused").toBeNull();
    const { body } = await api.call("admin", "GET", "/webhooks");
    expect(body["items"]).toMatchObject([{ id, paused: "FAILING", attempts: 10, last: { status: 302 } }]);
    const { rows: told } = await pool().query<{ actor: string; reason: string }>(
      "SELECT actor_name AS actor, reason FROM audit.event WHERE action = 'person.webhook-paused'",
    );
    expect(told).toEqual([{ actor: "Register", reason: "hooks.example.org · FAILING" }]);
    const { body: inbox } = await api.call("auditor", "GET", "/inbox");
    expect(JSON.stringify(inbox)).toContain("person.webhook-paused");

    answer = { status: 204, fault: null };
    sent = [];
    const go = await api.call("auditor", "POST", `/webhooks/${id}/pause`, { body: { paused: false } });
    expect(go.body).toMatchObject({ paused: null, attempts: 0, nextAt: null });
    await deliverAll();
    expect(items().map(({ record }) => record.type)).toEqual(["pledge", "pledge"]);
    const { body: deliveries } = await api.call("auditor", "GET", `/webhooks/${id}/deliveries`);
    expect((deliveries["items"] as object[]).length).toBe(10 + sent.length);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test.each([500, 410])("stays paused if a person pauses it before it answers %s", async (status) => {
    const { id } = await hook("auditor");
    await log();
    const post = async (): Promise<Posted> => {
      await api.call("auditor", "POST", `/webhooks/${id}/pause`, { body: { paused: true } });
      return { status, fault: null };
    };
    expect(await deliverNext({ ...office, post })).toBe("unheard");
    await due();
    expect(await deliverNext(office)).toBeNull();
    const { body: own } = await api.call("auditor", "GET", "/me/webhooks");
    expect(own["items"]).toMatchObject([{ id, paused: "PERSON", attempts: 1 }]);
  });

  test("that answers 410 is paused at once", async () => {
    await hook("auditor");
    await log();
    answer = { status: 410, fault: null };
    await deliverAll();
    const { rows } = await pool().query("SELECT paused FROM webhook WHERE removed_at IS NULL");
    expect(rows).toEqual([{ paused: "GONE" }]);
  });

  test("whose secret can't be read is paused, on record, and receives nothing", async () => {
    const { person } = await hook("auditor");
    await log();
    await pool().query("UPDATE webhook SET secret = $1 WHERE removed_at IS NULL", [
      encrypt("whsec_AAAA", "another webhook"),
    ]);
    await deliverAll();
    const { rows } = await pool().query("SELECT paused FROM webhook WHERE removed_at IS NULL");
    expect({ rows, sent }).toEqual({ rows: [{ paused: "SECRET" }], sent: [] });
    expect(await lastPause(person.id)).toEqual([{ reason: "hooks.example.org · SECRET", notified: true }]);
  });

  test("goes on after its secret was encrypted again by a newer one", async () => {
    const { id, secret } = await hook("auditor");
    await renewWebhookSecrets((kept, of) => (of === id ? `renewed ${kept}` : null));
    await log();
    const open = (kept: string, of: string) => decrypt(kept.replace("renewed ", ""), `webhook ${of}`);
    expect(await deliverNext({ ...office, open })).toBe("heard");
    expect(sent[0]?.headers["webhook-signature"]).toMatch(/^v1,/);
    expect(secret).toMatch(/^whsec_/);
  });

  test("is sent to by one process at a time", async () => {
    await hook("auditor");
    await log();
    const outcomes = await Promise.all([deliverNext(office), deliverNext(office), deliverNext(office)]);
    expect(outcomes.filter((one) => one !== null)).toEqual(["heard"]);
    expect(sent).toHaveLength(1);
  });

  test("keeps its secret encrypted, and its address out of the log but for the host", async () => {
    const { id, secret } = await hook("officer");
    await api.call("officer", "POST", `/webhooks/${id}/remove`, { body: {} });
    const { rows } = await pool().query<{ text: string; events: string }>(
      `SELECT (SELECT string_agg(w::text, '') FROM webhook w) AS text,
              (SELECT string_agg(reason, ' | ' ORDER BY seq) FROM audit.event WHERE action IN ('person.webhook-made', 'person.webhook-removed')) AS events`,
    );
    expect(rows[0]?.text).not.toContain(secret.slice(6));
    expect(rows[0]?.events).toContain("hooks.example.org · ALL · The data office");
    expect(rows[0]?.events).not.toContain("key=k");
  });

  test.each([
    ["http://hooks.example.org/x", "not-https"],
    ["https://localhost/x", null],
    ["https://127.0.0.1/x", "private-address"],
    ["https://[::ffff:10.0.0.1]/x", "private-address"],
    ["https://user:secret@hooks.example.org/x", "not-a-web-address"],
    ["ftp://hooks.example.org/x", "not-a-web-address"],
  ])("at %s", async (url, code) => {
    const { status, body } = await api.call("officer", "POST", "/me/webhooks", { body: { name: "N", url } });
    if (code === null) expect(status).toBe(201);
    else expect({ status, errors: body["errors"] }).toMatchObject({ status: 422, errors: [{ code }] });
  });

  test("is one of at most five, and someone else's is not found", async () => {
    const { id } = await hook("officer");
    for (let n = 1; n < 5; n += 1) await hook("officer");
    const body = { name: "One more", url: "https://hooks.example.org" };
    expect((await api.call("officer", "POST", "/me/webhooks", { body })).body["errors"]).toMatchObject([
      { code: "too-many-webhooks" },
    ]);
    expect((await api.call("manager", "POST", `/webhooks/${id}/remove`, { body: {} })).status).toBe(404);
    expect((await api.call("manager", "GET", `/webhooks/${id}/deliveries`)).status).toBe(404);
    expect(
      (await api.call("auditor", "POST", `/webhooks/${id}/pause`, { body: { paused: true } })).status,
    ).toBe(404);
    expect((await api.call("admin", "POST", `/webhooks/${id}/remove`, { body: {} })).status).toBe(200);
    const { body: own } = await api.call("officer", "GET", "/me/webhooks");
    expect((own["items"] as { person: { email: string } }[]).map(({ person }) => person.email)).toEqual(
      Array(4).fill(emailOf("officer")),
    );
  });

  // Last, since nobody else may need these people.
  test.each<[string, Who, object, number, string]>([
    ["is disabled", "officer-north", { disabled: true }, 200, "PERSON"],
    ["reads the register no longer", "manager-2", { role: "ADMIN", reason: "Another task" }, 202, "RIGHTS"],
  ])("whose person %s is paused, and not sent even what was under way", async (...given) => {
    const [, who, body, status, paused] = given;
    const { id, person } = await hook(who);
    await log();
    answer = { status: 500, fault: null };
    expect(await deliverNext(office)).toBe("unheard");
    const { rows } = await pool().query<{ version: number }>("SELECT version FROM person WHERE id = $1", [
      person.id,
    ]);
    const sentAs = { body, version: rows[0]?.version ?? 0 };
    const changed = await api.call("admin", "PATCH", `/people/${person.id}`, sentAs);
    expect(changed.status).toBe(status);
    if (status === 202) {
      const path = `/proposals/${String(changed.body["id"])}/decision`;
      const decided = await api.call("manager", "POST", path, { body: { decision: "APPROVE" } });
      expect(decided.status).toBe(200);
    }
    sent = [];
    await due();
    expect(await deliverNext(office)).toBe(paused === "RIGHTS" ? "nothing" : null);
    await due();
    expect(await deliverNext(office), "paused").toBeNull();
    expect(sent).toEqual([]);
    const { body: all } = await api.call("admin", "GET", "/webhooks");
    expect(all["items"]).toMatchObject([{ id, paused, attempts: 1 }]);
    // On record; the new administrator could not read a notice.
    if (paused === "RIGHTS")
      expect(await lastPause(person.id)).toEqual([{ reason: "hooks.example.org · RIGHTS", notified: false }]);
  });
});
