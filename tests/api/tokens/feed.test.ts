// The feed: every change that its reader may know of, once, in the log's order, also while others write.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { pledgeBody, contributionBody } from "../../support/bodies";
import { openTestApi, type TestApi, type Who } from "../../support/api";
import { byToken, tokenOf } from "./by-token";

let api: TestApi;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());

interface Entry {
  seq: number;
  action: string;
  record: { type: string; reference: string | null };
}
interface Page {
  items: Entry[];
  position: number;
  head: number;
}

async function pageOf(who: string, after: number, limit = 200): Promise<Page> {
  const path = `/feed?after=${String(after)}&limit=${String(limit)}`;
  const asked = who.startsWith("prt_") ? byToken(api, who, "GET", path) : api.call(who as Who, "GET", path);
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as Page;
}

async function allOf(who: string, limit = 200): Promise<Entry[]> {
  const read: Entry[] = [];
  for (let after = 0; ;) {
    const { items, position, head } = await pageOf(who, after, limit);
    read.push(...items);
    if (position === head) return read;
    expect(position).toBe(after + limit);
    after = position;
  }
}

test("an auditor's feed is the whole log, in order and without a gap, whatever the page size", async () => {
  const whole = await allOf("auditor");
  expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, index) => index + 1));
  expect(whole.length).toBe(await api.head());
  const tail = await pageOf("auditor", whole.length - 30, 7);
  expect(tail.items).toEqual(whole.slice(-30, -23));
});

test("an officer's feed lacks accounts, settings, packages, imports and access, and nothing else", async () => {
  const hidden = ["register", "person", "access", "export", "import"];
  const { body } = await api.call("admin", "POST", "/people", {
    body: { email: "two@register.example", name: "Two people", role: "MANAGER", reason: "Decides" },
  });
  expect(body["wish"]).toBeDefined();
  const [whole, seen] = [await allOf("auditor"), await allOf("officer")];
  const { rows } = await pool().query<{ seq: string }>(
    "SELECT seq FROM audit.event WHERE entity_type = 'proposal' AND payload::jsonb #>> '{record,subject}' = 'account'",
  );
  const accounts = rows.map(({ seq }) => Number(seq));
  expect(accounts.length).toBeGreaterThan(0);
  expect(seen.map(({ seq }) => seq)).toEqual(
    whole
      .filter(({ record, seq }) => !hidden.includes(record.type) && !accounts.includes(seq))
      .map(({ seq }) => seq),
  );
});

test("the feed misses nothing that is written while it is read", async () => {
  const { token } = await tokenOf(api, "auditor");
  const first = await api.head();
  // On a busy machine a request may have to be sent again.
  const logged = async (n: number): Promise<number> => {
    const sent = {
      key: crypto.randomUUID(),
      body: { ...pledgeBody, owner: null, title: `Pledge ${String(n)}` },
    };
    for (;;) {
      const { status } = await api.call(n % 2 ? "officer" : "manager", "POST", "/pledges", sent);
      if (status !== 503) return status;
    }
  };
  const writing = Array.from({ length: 24 }, (_, n) => logged(n));
  let done = false;
  const written = Promise.all(writing).finally(() => (done = true));
  const seen: number[] = [];
  for (let after = first; ;) {
    // Read before the page, which may lack what is written meanwhile.
    const isLast = done;
    const { items, position, head } = await pageOf(token, after, 5);
    seen.push(...items.map(({ seq }) => seq));
    after = position;
    if (isLast && position === head) break;
  }
  expect((await written).every((status) => status === 201)).toBe(true);
  const last = await api.head();
  expect(seen).toEqual(Array.from({ length: last - first }, (_, n) => first + 1 + n));
});

test("the feed shows a sealed number only to those cleared, and marks coalition-only pledges", async () => {
  const after = await api.head();
  const quantity = { kind: "SEALED", min: 48_611, max: 48_611, unit: "PERSON", asStated: null };
  const body = { ...pledgeBody, owner: null, contributions: [{ ...contributionBody, quantity }] };
  const { body: pledge } = await api.call("officer", "POST", "/pledges", { body });
  const asked = async (who: Who, sealed: boolean) => {
    const { token } = await tokenOf(api, who, { sealed });
    return JSON.stringify((await byToken(api, token, "GET", `/feed?after=${String(after)}`)).body);
  };
  expect(await asked("officer", true)).toContain("48611");
  expect(await asked("manager-2", true)).toContain("48611");
  for (const [who, sealed] of [
    ["officer", false],
    ["officer-north", true],
    ["manager", false],
    ["manager-2", false],
    ["auditor", false],
  ] as const) {
    const text = await asked(who, sealed);
    expect(text).not.toContain("48611");
    expect(text).not.toContain("commitment");
    expect(JSON.parse(text)).toMatchObject({ coalitionOnly: [pledge["reference"]] });
  }
  const { token } = await tokenOf(api, "admin");
  expect((await byToken(api, token, "GET", "/feed")).status).toBe(403);
});

test.each([
  ["a position that the log doesn't have", "after=999999", "position-ahead"],
  ["no position", "after=-1", null],
  ["another word", "since=1", "unknown-key"],
])("%s is refused", async (_what, query, code) => {
  const { status, body } = await api.call("auditor", "GET", `/feed?${query}`);
  expect(status).toBe(422);
  if (code) expect(body["errors"]).toMatchObject([{ code }]);
});
