// Every answer of the API that names a pledge for the coalition alone carries its marking. Every operation that reads
// and has records here is called: records are found in the lists, so a new operation is called as well.
import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import type { Operation } from "@/lib/api/operation";
import { aSource, evidenceBody, pledgeBody } from "../../support/bodies";
import { openTestApi, type Answered, type TestApi, type Who } from "../../support/api";

const REFERENCES = /[A-Z]{2,4}-[1-5]-\d{3,6}/g;

/** Queries that some operations need. */
const ASKED: Record<string, string> = {
  "/places": "q=FR-3",
  "/audit": "limit=200",
  "/news": "since=1&on=pledge:FR-3-001,pledge:GB-3-001,pledge:DE-3-001",
  "/audit/consistency": "from=1&to=2",
  "/changes": "since=2025-01-01T00:00:00Z&limit=200",
  "/changes.csv": "since=2025-01-01T00:00:00Z",
  "/triggers/{code}/effect": "state=MET",
  "/sample": "of=pledges",
  "/unresolved": "class=BLOCKED",
  "/exports/preview": "what=REGISTER",
  "/findings": "state=OPEN,ANSWERED,CLOSED",
  "/questions": "state=OPEN,ANSWERED,WITHDRAWN",
};
/** Operations on records that this register doesn't have. */
const EMPTY =
  /^\/(audit\/proof|exports\/\{id\}|imports\/\{id\}|files\/|handovers\/\{id\}|views\/\{id\}|triggers\/\{code\}\/change|deliveries\/)/;
const SAMPLED = 6;

let api: TestApi;
/** Marked pledges: two of three, and one that is logged here. */
const marked = new Set<string>();
beforeAll(async () => {
  api = await openTestApi();
  const { items } = (await got("manager", "/pledges?limit=200")).body as { items: Item[] };
  for (const [place, { reference }] of items.entries()) {
    if (place % 3 === 2) continue;
    const { body } = await got("manager", `/pledges/${String(reference)}`);
    const sent = { version: Number(body.version), body: { handling: "COALITION" } };
    const { status } = await api.call("manager", "PATCH", `/pledges/${String(reference)}`, sent);
    if (status === 200) marked.add(String(reference));
  }
  const [first = ""] = marked;
  const { body: logged } = await api.call("officer", "POST", "/pledges", { body: pledgeBody });
  marked.add(String(logged.reference));
  const signed = { ...evidenceBody, kind: "SIGNED_DOCUMENT", validUntil: null };
  const commit = { to: "COMMITTED", reason: "Signed.", evidence: [signed] };
  const stage = `/pledges/${String(logged.reference)}/stage`;
  expect((await api.call("officer", "POST", stage, { body: commit, version: 1 })).status).toBe(202);
  await made("auditor", "/findings", { about: `pledge:${first}`, text: `Compare ${first}.` });
  await made("manager", "/questions", { about: first, askedOf: "Ministry", text: "Is it in writing?" });
  const text = "It repeats what it promised.";
  const source = (await api.call("officer", "POST", "/sources", { body: { ...aSource, text } })).body.id;
  const repeated = {
    ...{ source, participant: first.split("-")[0], priority: Number(first.split("-")[1]), says: "WILL" },
    ...{ title: "Said again", repeats: first, span: { start: 0, end: text.length } },
  };
  await made("officer", "/drafts", { drafts: [repeated] });
  await made("manager", "/me/webhooks", { name: "Copy", url: "https://hooks.example.invalid/register" });
  const asOf = "2026-02-01";
  await made("manager", "/scenarios", {
    name: "If",
    asOf,
    assumptions: [{ pledge: first, atLeast: "COMMITTED" }],
  });
}, 120_000);
afterAll(() => api.close());

type Item = Record<string, string | number>;

const got = (who: Who, path: string): Promise<Answered> => api.call(who, "GET", path);

async function made(who: Who, path: string, body: object): Promise<void> {
  expect((await api.call(who, "POST", path, { body })).status, path).toBe(201);
}

const READINGS = OPERATIONS.filter(({ method, path }) => method === "GET" && !EMPTY.test(path));

/** As the first role that may. */
async function read({ path }: Operation, address: string): Promise<Answered> {
  const query = ASKED[path];
  for (const who of ["manager", "auditor", "admin", "officer"] as const) {
    const answer = await got(who, query ? `${address}?${query}` : address);
    if (answer.status !== 403) return answer;
  }
  throw new Error(`nobody may read ${address}`);
}

/** The addresses to call: for records, those of some in their list. */
async function addressesOf(operation: Operation): Promise<string[]> {
  const [, before = "", name = "", after = ""] = /^(.*?)\/\{(\w+)\}(.*)$/.exec(operation.path) ?? [];
  if (operation.path === "/filter-terms") return [`${operation.path}?typed=st`];
  if (name === "") return [operation.path];
  const list = READINGS.find(({ path }) => path === before);
  if (!list) throw new Error(`where are the records of ${operation.path}?`);
  const { items } = (await read(list, before)).body as { items: Item[] };
  const keys = items.map((item) => String(item[name] ?? item.id));
  const chosen = [...keys.filter((key) => marked.has(key)), ...keys].slice(0, SAMPLED);
  return chosen.map((key) => `${before}/${key}${after}`);
}

test("the register has pledges that are marked, and some that are not", () => {
  expect(marked.size).toBeGreaterThan(20);
});

test(
  "every reading that names a marked pledge carries the marking, and marks no other",
  { timeout: 120_000 },
  async () => {
    const naming = new Set<string>();
    for (const operation of READINGS) {
      const addresses = await addressesOf(operation);
      expect(addresses, operation.path).not.toEqual([]);
      for (const address of addresses) {
        const { status, body } = await read(operation, address);
        expect(status, `${address} ${JSON.stringify(body)}`).toBe(200);
        const { coalitionOnly = [], ...rest } = body;
        const named = markedIn(operation.answer.schema === null ? String(rest.text) : JSON.stringify(rest));
        if (operation.answer.type === "text/calendar")
          for (const event of eventsOf(String(rest.text))) expectMarkedEvent(event, address);
        else if (operation.answer.type === "application/pdf")
          expect(String(rest.text).includes("(coalition only)"), address).toBe(named.length > 0);
        else if (operation.answer.schema === null)
          for (const line of linesOf(String(rest.text))) expectMarked(line, address);
        else expect([...(coalitionOnly as string[])].sort(), address).toEqual(named);
        if (named.length > 0) naming.add(operation.path);
      }
    }
    // An answer that names no marked pledge tests nothing.
    expect([...naming].sort()).toEqual(expect.arrayContaining([...NAMING]));
  },
);

/** Where marked pledges are named in this register. */
const NAMING = [
  "/approvals",
  "/audit",
  "/calendar",
  "/calendar.csv",
  "/calendar.ics",
  "/changes",
  "/changes.csv",
  "/deadlocks",
  "/drafts",
  "/drafts/{id}",
  "/entry-lag",
  "/findings",
  "/keystones",
  "/pledges",
  "/pledges.csv",
  "/pledges/{reference}",
  "/proposals",
  "/questions",
  "/requirements/{reference}",
  "/sample",
  "/scenarios/{id}",
  "/sources/{id}",
  "/unresolved",
  "/unresolved.csv",
] as const;

test("the answer to a change carries the marking as well", async () => {
  const [reference = ""] = marked;
  const { body } = await api.call("manager", "POST", `/pledges/${reference}/comments`, {
    body: { text: "Called." },
  });
  expect(body).toMatchObject({ pledge: reference, coalitionOnly: [reference] });
});

test("a pledge that becomes public again is no longer marked", async () => {
  const [reference = ""] = marked;
  const { body } = await got("manager", `/pledges/${reference}`);
  const sent = { version: Number(body.version), body: { handling: "PUBLIC" } };
  expect((await api.call("manager", "PATCH", `/pledges/${reference}`, sent)).status).toBe(200);
  expect((await got("manager", `/pledges/${reference}`)).body.coalitionOnly ?? []).not.toContain(reference);
});

const markedIn = (text: string): string[] =>
  [...new Set(text.match(REFERENCES))].filter((reference) => marked.has(reference)).sort();

/** The events of a calendar, with folded lines joined. */
const eventsOf = (text: string): string[] => text.replaceAll("\r\n ", "").split("BEGIN:VEVENT").slice(1);

function expectMarkedEvent(event: string, address: string): void {
  const [first] = event.match(REFERENCES) ?? [];
  if (first === undefined || !marked.has(first)) return;
  expect(event, address).toContain("CLASS:CONFIDENTIAL");
  expect(event, address).toContain("(coalition only)");
}

/** Records of a CSV: cells may hold line breaks. */
const linesOf = (text: string): string[] => text.split(/\r\n/);

function expectMarked(line: string, address: string): void {
  // A row is about the first pledge it names; others are named in its sentences.
  const [first] = line.match(REFERENCES) ?? [];
  if (first !== undefined && marked.has(first)) expect(line, address).toContain(",COALITION,");
}
