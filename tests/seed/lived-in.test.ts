// The demonstration as people start it: with work within the register, which says nothing about governments.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { viewAddress } from "@/lib/http/view-address";
import { livedIn } from "@/prisma/seed/lived-in";
import { loadDemonstration } from "@/prisma/seed/load";
import { openDemonstration } from "../support/registers/demonstration";
import { createTestDatabase } from "../support/registers/database";

let drop: () => Promise<void>;
let bare: Record<string, number>;

const rows = async <Row extends object>(text: string): Promise<Row[]> => (await pool().query<Row>(text)).rows;

beforeAll(async () => {
  const tests = await openDemonstration();
  bare = await counted();
  await disconnect();
  await tests.drop();
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  await loadDemonstration({ password: "a password for the tests", livedIn: true, say: () => undefined });
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

/** What is said about governments. */
async function counted(): Promise<Record<string, number>> {
  const [row] = await rows<Record<string, number>>(`
    SELECT (SELECT count(*)::int FROM pledge) AS pledges, (SELECT count(*)::int FROM evidence) AS evidence,
           (SELECT count(*)::int FROM source) AS sources, (SELECT count(*)::int FROM contribution) AS lines,
           (SELECT count(*)::int FROM approval) AS approvals, (SELECT count(*)::int FROM trigger) AS triggers,
           (SELECT sum(version)::int FROM pledge) AS versions, (SELECT count(*)::int FROM person) AS people`);
  return row ?? {};
}

test("no pledge, source or other fact is added or changed", async () => {
  expect(await counted()).toEqual(bare);
});

describe("there is something on", () => {
  test.each([
    ["Review: proposals that wait", "SELECT FROM proposal WHERE status = 'OPEN' AND subject = 'pledge'", 3],
    ["the desk: one sent back", "SELECT FROM proposal WHERE status = 'RETURNED' AND subject = 'pledge'", 1],
    ["Review: an account", "SELECT FROM proposal WHERE status = 'OPEN' AND subject = 'account'", 1],
    ["Questions: open", "SELECT FROM question WHERE state = 'OPEN'", 2],
    ["Questions: overdue", "SELECT FROM question WHERE state = 'OPEN' AND due_on < '2026-02-25'", 1],
    ["Questions: answered", "SELECT FROM question WHERE state = 'ANSWERED'", 1],
    ["Findings: open", "SELECT FROM finding WHERE state = 'OPEN'", 1],
    ["Scenarios", "SELECT FROM scenario", 1],
    ["Exports", "SELECT FROM export_job", 1],
    ["Views that are shared", "SELECT FROM saved_view WHERE shared", 2],
    ["Watching", "SELECT FROM watch", 4],
  ])("%s", async (_page, question, least) => {
    expect((await rows(question)).length).toBeGreaterThanOrEqual(least);
  });

  test("the inbox of an officer, a manager and the auditor", async () => {
    const found = await rows<{ email: string }>(
      "SELECT DISTINCT p.email FROM notice n JOIN person p ON p.id = n.person_id WHERE n.read_at IS NULL",
    );
    const people = found.map(({ email }) => email.split("@")[0]);
    expect(people).toEqual(expect.arrayContaining(["officer-north", "manager", "auditor"]));
  });
});

test("every text that a person typed says that it is the demonstration's", async () => {
  const texts = await rows<{ text: string }>(`
    SELECT text FROM question UNION ALL SELECT entry ->> 'text' FROM question, jsonb_array_elements(entries) entry
    UNION ALL SELECT text FROM finding WHERE state = 'OPEN' UNION ALL SELECT name FROM scenario UNION ALL SELECT note FROM scenario
    UNION ALL SELECT purpose FROM export_job UNION ALL SELECT name FROM saved_view
    UNION ALL SELECT reason FROM proposal WHERE status IN ('OPEN', 'RETURNED')
    UNION ALL SELECT note FROM proposal WHERE status = 'RETURNED'`);
  expect(texts.length).toBeGreaterThan(15);
  expect(texts.filter(({ text }) => !text.startsWith("Demonstration: "))).toEqual([]);
});

test("one of the open proposals is by a manager, so that another has to decide it", async () => {
  const found = await rows<{ email: string }>(
    "SELECT p.email FROM proposal q JOIN person p ON p.id = q.proposer_id WHERE q.status = 'OPEN' AND q.subject = 'pledge'",
  );
  expect(found.map(({ email }) => email.split("@")[0]).sort()).toEqual([
    "manager",
    "officer",
    "officer-north",
  ]);
});

test("the steps are in the order of their moments, and no entry is ahead of another", async () => {
  const ahead = await rows("SELECT FROM audit.ahead");
  expect(ahead).toEqual([]);
  const moments = livedIn().map(({ at }) => at);
  expect(moments).toEqual([...moments].sort());
});

test("every record is what the log says", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true, findings: [] });
});

test("views are saved under the address that their list has", async () => {
  const views = await rows<{ address: string }>("SELECT address FROM saved_view");
  for (const { address } of views) expect(viewAddress(address)).toMatchObject({ ok: true, value: address });
});
