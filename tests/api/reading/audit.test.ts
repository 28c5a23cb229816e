// The log over the API: every search compared with reading the whole log, and entries in full.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionChoices } from "@/components/history/audit/actions";
import { shownEvent } from "@/components/history/audit/shown-event";
import { logRecordHref } from "@/components/history/audit/record-href";
import { laterWords, valueWords } from "@/components/pledges/changes/value-words";
import { ACTIONS, ENTITY_TYPES, type Action } from "@/lib/domain/base/audit";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import { dayOf } from "@/lib/domain/base/day";
import { changesBetween, type FieldChange } from "@/lib/domain/proposals/history";
import type { LoggedRecord } from "@/lib/domain/log/logged";
import { recordNameOf } from "@/lib/domain/log/record-name";
import { pool } from "@/lib/db/client";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { openTestApi, type TestApi } from "../../support/api";
import { pledgeBody } from "../../support/bodies";
import { auditor, KYIV, manager } from "../../support/cast";
import { callOk } from "../../support/registers/call-ok";

interface Event {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  action: Action;
  type: LoggedRecord["type"];
  id: string;
  version: number;
  record: Json;
  salt: string;
  leafHash: string;
}

let api: TestApi;
/** The whole log, the newest first. */
let log: Event[];
beforeAll(async () => {
  api = await openTestApi();
  await rarely();
  const { rows } = await pool().query<Event & { payload: string }>(
    `SELECT seq::int, audit.instant(at) AS at, actor_id AS "actorId", actor_name AS "actorName", action, entity_type AS type,
            entity_id AS id, entity_version AS version, payload, leaf_hash AS "leafHash" FROM audit.event ORDER BY seq DESC`,
  );
  log = rows.map(({ payload, ...event }) => ({
    ...event,
    ...(JSON.parse(payload) as { record: Json; salt: string }),
  }));
});
afterAll(() => api.close());

interface Listed {
  items: { seq: number; action: Action; record: LoggedRecord; actor: { name: string } }[];
  next: string | null;
  total: number;
  capped: boolean;
}
const asked = async (query: Record<string, string>): Promise<Listed> =>
  (await callOk(
    api,
    "auditor",
    "GET",
    `/audit?${new URLSearchParams(query).toString()}`,
    "/audit",
  )) as unknown as Listed;

const numbers = ({ items }: Listed) => items.map(({ seq }) => seq);

test("the log is read page by page to its first entry, without repeats or gaps", async () => {
  const seen: number[] = [];
  for (let cursor: string | null = "", n = 0; cursor !== null && n < 50; n += 1) {
    const page: Listed = await asked({ limit: "200", ...(cursor === "" ? {} : { cursor }) });
    seen.push(...numbers(page));
    cursor = page.next;
  }
  expect(seen).toEqual(log.map(({ seq }) => seq));
  expect(seen.at(-1)).toBe(1);
});

test("each search finds what filtering the whole log finds", async () => {
  const some = (pick: (event: Event) => string) => fc.constantFrom(...new Set(log.map(pick)));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        actor: maybe(
          fc.oneof(
            some(({ actorId }) => actorId),
            some(({ actorName }) => actorName.toUpperCase()),
          ),
        ),
        action: maybe(fc.uniqueArray(fc.constantFrom(...ACTIONS), { minLength: 1, maxLength: 4 })),
        record: maybe(
          fc.oneof(
            fc.constantFrom(...ENTITY_TYPES),
            some(({ id }) => id),
          ),
        ),
        from: maybe(
          fc.oneof(
            some(({ at }) => at),
            some(({ at }) => dayOf(at, KYIV)),
          ),
        ),
        to: maybe(
          fc.oneof(
            some(({ at }) => at),
            some(({ at }) => dayOf(at, KYIV)),
          ),
        ),
        skipped: fc.nat(5),
      }),
      async ({ skipped, ...given }) => {
        const { actor, action, record, from, to } = given;
        const day = ({ at }: Event, bound: string) => (bound.length === 10 ? dayOf(at, KYIV) : at);
        const expected = log.filter(
          (event) =>
            (actor === undefined || [event.actorId, event.actorName.toUpperCase()].includes(actor)) &&
            (action === undefined || action.includes(event.action)) &&
            (record === undefined || event.type === record || event.id === record) &&
            (from === undefined || day(event, from) >= from) &&
            (to === undefined || day(event, to) <= to),
        );
        const query = Object.fromEntries(
          Object.entries(given).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)]],
          ),
        );
        const answer = await api.call("auditor", "GET", `/audit?${new URLSearchParams(query).toString()}`);
        if (answer.status === 422) {
          expect(answer.body.errors).toEqual([expect.objectContaining({ path: "to", code: "order" })]);
          expect(expected).toEqual([]);
          return;
        }
        const page = answer.body as unknown as Listed;
        expect(numbers(page)).toEqual(expected.slice(0, 50).map(({ seq }) => seq));
        expect(page.total).toBe(Math.min(expected.length, 1_000));
        expect(page.capped).toBe(expected.length > 1_000);
        const one = await asked({ ...query, limit: String(skipped + 1) });
        if (one.next === null) return;
        const next = await asked({ ...query, limit: "3", cursor: one.next });
        expect(numbers(next)).toEqual(expected.slice(skipped + 1, skipped + 4).map(({ seq }) => seq));
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test("a pledge's reference finds the pledge and what refers to it; its id, the pledge alone", async () => {
  const all = await asked({ record: "gb-3-001", limit: "200" });
  const types = new Set(all.items.map(({ record }) => record.type));
  expect([...types]).toEqual(expect.arrayContaining(["pledge", "comment", "offer"]));
  for (const { record } of all.items.filter(({ record }) => ["pledge", "comment"].includes(record.type)))
    expect(record.reference).toBe("GB-3-001");
  const pledge = all.items.find(({ record }) => record.type === "pledge")?.record;
  const alone = await asked({ record: pledge?.id ?? "", limit: "200" });
  expect(alone.items.map(({ record }) => record.version)).toEqual(
    alone.items.map((_, index) => alone.items.length - index),
  );
  expect(new Set(alone.items.map(({ record }) => record.id))).toEqual(new Set([pledge?.id]));
});

test("an account is found by its address, what its person did by address or name, and a requirement by its reference", async () => {
  const account = await asked({ record: "Manager@register.example" });
  expect(account.items.length).toBeGreaterThan(0);
  for (const { record } of account.items) expect(record).toMatchObject({ type: "person", title: "Manager" });
  const did = await asked({ actor: "manager@register.example", limit: "200" });
  expect(did.items.length).toBeGreaterThan(0);
  expect(new Set(did.items.map(({ actor }) => actor.name))).toEqual(new Set(["Manager"]));
  expect(numbers(await asked({ actor: "mAnAgEr", limit: "200" }))).toEqual(numbers(did));
  const needed = await asked({ record: "demo-1" });
  expect(needed.items.map(({ record }) => record.reference)).toContain("DEMO-1");
  for (const query of [
    { actor: "nobody@register.example" },
    { actor: "Nob" },
    { record: "XX-1-001" },
    { record: "NOTHING" },
  ])
    expect(await asked(query)).toEqual({ items: [], next: null, total: 0, capped: false });
});

test("an entry is shown in full: its record and leaf give its hashes, and its salt is withheld", async () => {
  for (const event of log.filter(({ seq }) => seq % 7 === 0 || seq < 3)) {
    const sheet = await callOk(api, "manager", "GET", `/audit/${event.seq}`, "/audit/{seq}");
    expect(sheet.after).toEqual(event.record);
    expect(sha256(canonical(sheet.after as Json))).toBe(sheet.afterSha256);
    expect(sha256(`\0${String(sheet.leaf)}`)).toBe(sheet.leafHash);
    expect(sha256(canonical({ record: event.record, salt: event.salt }))).toBe(sheet.payloadSha256);
    expect(sheet.prevHash).toBe(log.find(({ seq }) => seq === event.seq - 1)?.leafHash ?? "0".repeat(64));
    expect(JSON.stringify(sheet)).not.toContain(event.salt);
    const same = log.filter(({ type, id }) => type === event.type && id === event.id);
    const before = same.find(({ version }) => version === event.version - 1);
    expect(sheet.before).toEqual(before?.record ?? null);
    expect(sheet.changes).toEqual(changesBetween(before?.record ?? null, event.record));
    expect(sheet.ofRecord).toEqual({
      previous: before?.seq ?? null,
      next: same.find(({ version }) => version === event.version + 1)?.seq ?? null,
    });
    expect(sheet.ofLog).toEqual({
      previous: event.seq === 1 ? null : event.seq - 1,
      next: event.seq === log.length ? null : event.seq + 1,
    });
  }
});

describe("in words", () => {
  const [audit, domain] = [translator("audit"), translator("domain")];

  test("every action and every type of record has a label, and every action can be searched for", () => {
    const silent = ACTIONS.filter((action) => actionWords(action).includes("."));
    expect(silent).toEqual([]);
    for (const type of ENTITY_TYPES) expect(audit.has(`type.${type}`), type).toBe(true);
    const offered = new Set(actionChoices().flatMap(([value]) => value.split(",")));
    expect([...offered].sort()).toEqual([...ACTIONS].sort());
  });

  test("every field of the demonstration's log has a label", () => {
    expect(new Set(log.map(({ type }) => type)).size).toBeGreaterThanOrEqual(15);
    const silent = log.flatMap((event) => {
      const before = log.find(
        ({ type, id, version }) => type === event.type && id === event.id && version === event.version - 1,
      );
      return changesOf(event, before ?? null)
        .flatMap(({ field }) => field.split(".").filter((part) => !/^\d+$/.test(part)))
        .filter((field) => !domain.has(`field.${field}`))
        .map((field) => `${event.action}: ${field}`);
    });
    expect([...new Set(silent)]).toEqual([]);
  });

  test("no value in it is shown as a code of ours, or as nothing", () => {
    const told = log.flatMap((event) => {
      const before = log.find(
        ({ type, id, version }) => type === event.type && id === event.id && version === event.version - 1,
      );
      return changesOf(event, before ?? null).flatMap(({ field, from, to }) =>
        [valueWords(field, from), laterWords(field, from, to)].map((words) => ({ field, words })),
      );
    });
    expect(told.length).toBeGreaterThan(2_000);
    const broken = /^$|undefined|NaN|\[object|(^|[\s;])(domain|pledge|audit)\.[a-z]/;
    const code = /^([A-Z]{5,}|[A-Z]+(_[A-Z]+)+)$/;
    expect(
      told.filter(
        ({ field, words }) =>
          broken.test(words) || (code.test(words) && !["code", "publisher"].includes(field)),
      ),
    ).toEqual([]);
  });

  test("every record links to its page for those who may open it", () => {
    for (const { type, id, version, record } of log) {
      const named = { type, id, version, ...recordNameOf(type, record) };
      expect(logRecordHref(auditor, named) !== null, type).toBe(true);
      expect(logRecordHref(manager, named) !== null, type).toBe(
        !["register", "person", "access"].includes(type),
      );
    }
  });
});

function changesOf(event: Event, before: Event | null): FieldChange[] {
  const [earlier, after] = [before?.record ?? null, event.record];
  const record = {
    ...recordNameOf(event.type, after),
    type: event.type,
    id: event.id,
    version: event.version,
  };
  const { changes, proposed: wished } = shownEvent(
    { record, before: earlier, after, changes: changesBetween(earlier, after) },
    {},
  );
  return [...changes, ...wished];
}

/** Adds kinds of entries that the demonstration lacks. */
async function rarely(): Promise<void> {
  const done = async (...[who, method, path, sent]: Parameters<TestApi["call"]>) => {
    const answer = await api.call(who, method, path, sent);
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };
  const handover = {
    from: "officer@register.example",
    to: "officer-north@register.example",
    participants: ["LU"],
  };
  await done("officer", "POST", "/handovers", { body: { ...handover, note: "While on leave." } });
  const { reference, contributions, evidence } = await done("manager", "POST", "/pledges", {
    body: pledgeBody,
  });
  const [[line], [piece]] = [contributions as { id: string }[], evidence as { id: string }[]];
  const assumptions = [
    { pledge: "US-4-001", atLeast: "COMMITTED" },
    { contribution: line?.id, quantity: 500, unit: "PERSON" },
  ];
  await done("manager", "POST", "/scenarios", { body: { name: "The guarantee is signed", assumptions } });
  await done("manager", "POST", `/pledges/${String(reference)}/deliveries`, {
    body: {
      contribution: line?.id,
      quantity: { kind: "EXACT", min: 50, max: 50, unit: "PERSON" },
      deliveredOn: "2026-02-20",
      definition: "HANDED_OVER",
      evidence: [piece?.id],
    },
  });
  await done("manager", "POST", "/pledges/GB-3-001/comments", { body: { text: "Has anybody asked?" } });
  await done("officer", "POST", `/pledges/${String(reference)}/stage`, {
    version: 1,
    body: { to: "WITHDRAWN", reason: "Said so." },
  });
  await done("manager", "POST", "/triggers", { body: { code: "T_1", title: "A fact of the world" } });
  const about = { about: "source:" + String((evidence as { source: { id: string } }[])[0]?.source.id) };
  const finding = await done("auditor", "POST", "/findings", { body: { ...about, text: "It is cut off." } });
  for (const [version, who, does] of [
    [1, "manager", "answer"],
    [2, "auditor", "close"],
    [3, "auditor", "reopen"],
  ] as const)
    await done(who, "POST", `/findings/${String(finding.reference)}/${does}`, {
      version,
      body: { text: "So." },
    });
  const question = await done("manager", "POST", "/questions", {
    body: { about: "GB-3-001", askedOf: "Ministry of Defence", text: "How many?" },
  });
  for (const [version, does, body] of [
    [1, "answer", { text: "Some hundred.", answeredOn: "2026-02-20" }],
    [2, "reopen", { reason: "No number." }],
    [3, "withdraw", { reason: "Said in a speech." }],
  ] as const)
    await done("manager", "POST", `/questions/${String(question.reference)}/${does}`, { version, body });
  const settings = await done("admin", "GET", "/settings");
  await done("admin", "PATCH", "/settings", {
    version: Number(settings.version),
    body: { staleDays: 20, secondFactorFor: ["AUDITOR"].slice(1) },
  });
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
