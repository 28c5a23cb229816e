// The database's clock runs an hour or a day wrong for a while, and comes back: everything that is read from it is shifted.
import { noteWorker } from "@/lib/db/statements/worker";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadLog } from "@/lib/history/audit/queries";
import { logQuery } from "@/lib/history/audit/filter";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { loadLogHealth, loadLogState } from "@/lib/trust/checkpoints/queries";
import { sealIfDue } from "@/lib/trust/checkpoints/sealing";
import { waitedMs } from "@/lib/trust/checkpoints/unsealed-time";
import { findHead, findPosition } from "@/lib/db/past/position";
import { findStageMoves } from "@/lib/db/queries/pledges/stage-moves";
import { verifyRegister } from "@/lib/db/verify/verify";
import { dayOf } from "@/lib/domain/base/day";
import { clockFaults } from "@/lib/domain/log/log-clock";
import { ready } from "@/lib/http/health/ready";
import { change, expectOk, logged, openRegister, type TestRegister } from "../../db/register";
import { auditor, KYIV } from "../../support/cast";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What a busy machine may take between two statements, far less than any shift. */
const SLACK = 120_000;

let register: TestRegister;
const house = { dataDir: mkdtempSync(path.join(os.tmpdir(), "register-clock-")), sinks: [] };
afterAll(() => rmSync(house.dataDir, { recursive: true }));

interface Stamped {
  seq: number;
  recordedAt: number;
}

/** One entry in its own transaction. */
async function entry(): Promise<Stamped> {
  await change(register.manager, (tx) => {
    const baseline = { id: randomUUID(), name: randomUUID(), asOf: tx.at, version: 1, createdAt: tx.at };
    return tx.save("baseline", null, baseline, { action: "baseline.named" });
  });
  const { rows } = await register.owner.query<Stamped>(
    `SELECT seq::int, (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedAt"
       FROM audit.event ORDER BY seq DESC LIMIT 1`,
  );
  if (!rows[0]) throw new Error("nothing was appended");
  return rows[0];
}

async function shift(ms: number): Promise<void> {
  const by = `${String(ms)} * interval '1 millisecond'`;
  await register.owner.query(`
    CREATE OR REPLACE FUNCTION audit.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
      AS $$ SELECT date_trunc('milliseconds', clock_timestamp() + ${by}) $$;
    CREATE OR REPLACE FUNCTION public.register_now() RETURNS timestamptz LANGUAGE sql STABLE
      SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT date_trunc('milliseconds', now() + ${by})
              + coalesce((SELECT offset_ms FROM public.register), 0) * interval '1 millisecond' $$;`);
}

const note = (): Promise<unknown> =>
  register.app.query("SELECT audit.note_access($1, $2)", [
    JSON.stringify([
      { kind: "REFUSAL", code: "role", personId: randomUUID(), address: "127.0.0.1", count: 1 },
    ]),
    new Date().toISOString(),
  ]);

const lastNoted = async (): Promise<{ seq: number; at: number }> => {
  const { rows } = await register.owner.query<{ seq: number; at: number }>(
    `SELECT seq::int, (extract(epoch FROM recorded_at) * 1000)::float8 AS at FROM audit.access ORDER BY seq DESC LIMIT 1`,
  );
  return rows[0] ?? { seq: 0, at: 0 };
};

const sealedSize = async (): Promise<number> => expectOk(await loadLogState(auditor)).checkpoint?.size ?? 0;

/** Looks twice, just before and just after ten seconds have passed since entries were first seen. */
async function expectSealedInTime(seq: number, from: number): Promise<void> {
  // As if nobody had seen them before.
  waitedMs({ entries: 0, size: 0 });
  await sealIfDue(house, from);
  await sealIfDue(house, from + 9_999);
  expect(await sealedSize()).toBeLessThan(seq);
  await sealIfDue(house, from + 10_000);
  expect(await sealedSize()).toBe(seq);
}

async function readiness(): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await ready({ loadLogHealth, tryStorage });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe.each([
  { what: "an hour behind", ms: -HOUR, demonstration: false },
  { what: "an hour ahead", ms: HOUR, demonstration: false },
  { what: "a day ahead", ms: DAY, demonstration: false },
  { what: "a day ahead, in a demonstration", ms: DAY, demonstration: true },
])("a clock that runs $what", ({ ms, demonstration }) => {
  const isAhead = ms > 0;
  let before: Stamped;
  let shifted: [Stamped, Stamped];
  beforeAll(async () => {
    register = await openRegister({ demonstration });
    before = await entry();
    await noteWorker();
    await note();
    // As if nobody had seen any before, whatever other files did.
    waitedMs({ entries: 0, size: 0 });
    await sealIfDue(house, 0);
    await sealIfDue(house, 10_000);
  });
  afterAll(() => register.close());

  test("is no fault at first", async () => {
    expect(await readiness()).toMatchObject({
      status: 200,
      body: { status: "ready", parts: { sealing: { state: "ok" }, clock: { state: "ok", faults: [] } } },
    });
  });

  test("is shown at once, to auditors and in readiness, with which clock differs", async () => {
    await shift(ms);
    shifted = [await entry(), await entry()];
    await note();
    const faults = isAhead ? ["database-ahead", "stamped-ahead"] : ["database-behind"];
    const { clock } = expectOk(await loadLogState(auditor));
    expect(clock).toMatchObject({ faults, aheadFrom: isAhead ? shifted[0].seq : null, ahead: [] });
    expect(Math.abs(clock.databaseAheadMs - ms)).toBeLessThan(SLACK);
    expect(await readiness()).toMatchObject({
      status: 200,
      body: {
        status: "degraded",
        parts: {
          database: { state: "ok" },
          clock: {
            state: "fault",
            faults,
            databaseAheadSeconds: expect.any(Number) as number,
            movedSeconds: 0,
            stampedAheadFromEntry: isAhead ? shifted[0].seq : null,
          },
        },
      },
    });
  });

  test("stops no sealing, neither while it is wrong nor after", async () => {
    await expectSealedInTime(shifted[1].seq, 100_000);
    await shift(0);
    const after = await entry();
    await expectSealedInTime(after.seq, 200_000);
  });

  test("leaves the entries that follow with their own times", async () => {
    const from = Date.now();
    const after = await entry();
    expect(after.recordedAt).toBeGreaterThan(from - SLACK);
    expect(after.recordedAt).toBeLessThan(Date.now() + SLACK);
    await note();
    expect((await lastNoted()).at).toBeLessThan(Date.now() + SLACK);
  });

  test("made no entry look older than those before it, unless it was ahead", async () => {
    const { rows } = await register.owner.query<{ seq: number }>(
      `SELECT seq::int FROM (SELECT seq, recorded_at, lag(recorded_at) OVER (ORDER BY seq) AS last FROM audit.event) e
        WHERE recorded_at < last`,
    );
    expect(rows).toEqual(isAhead ? [{ seq: shifted[1].seq + 1 }] : []);
  });

  test("stays known to auditors, with the entries it stamped", async () => {
    const { clock } = expectOk(await loadLogState(auditor));
    const [first, last] = [shifted[0].seq, shifted[1].seq];
    if (!isAhead) return expect(clock).toMatchObject({ faults: [], ahead: [] });
    expect(clock).toMatchObject({
      faults: ["stamped-ahead"],
      aheadFrom: first,
      ahead: [{ first, last, overtakenBy: last + 1 }],
    });
    expect(Math.abs((clock.ahead[0]?.aheadMs ?? 0) - ms)).toBeLessThan(SLACK);
    expect((await readiness()).body).toMatchObject({
      status: "degraded",
      parts: { clock: { faults: ["stamped-ahead"], stampedAheadFromEntry: first } },
    });
  });

  test("removes no entry from what is read as of a moment, now or then", async () => {
    const offset = demonstration ? await offsetMs() : 0;
    const at = (moment: number) => new Date(moment + offset).toISOString();
    const head = await findHead();
    expect(await findPosition(at(Date.now() + 1_000))).toEqual(head);
    if (isAhead) expect(await findPosition(at(shifted[1].recordedAt + 1_000))).toEqual(head);
    if (isAhead) expect((await findPosition(at(before.recordedAt))).seq).toBe(before.seq);
    const to = dayOf(at(Date.now()), KYIV);
    const filter = expectOk(logQuery.parse(new URLSearchParams({ action: "baseline.named", to })));
    const { items } = expectOk(await loadLog(auditor, filter));
    expect(items[0]?.seq).toBe(head.seq);
  });

  test("leaves the log intact", async () => {
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });
});

const offsetMs = async (): Promise<number> => {
  const { rows } = await register.owner.query<{ ms: number }>("SELECT offset_ms::float8 AS ms FROM register");
  return rows[0]?.ms ?? 0;
};

describe("a clock that comes back in steps", () => {
  beforeAll(async () => {
    register = await openRegister({ demonstration: false });
  });
  afterAll(() => register.close());

  test("leaves entries that were never ahead of another in the order of their moments", async () => {
    for (const ms of [0, HOUR, DAY, HOUR, 0]) {
      await shift(ms);
      await entry();
      await entry();
    }
    const { rows } = await register.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (
         SELECT at, lag(at) OVER (ORDER BY seq) AS last FROM audit.event e
          WHERE NOT EXISTS (SELECT FROM audit.ahead a WHERE a.seq = e.seq)) e WHERE at < last`,
    );
    expect(rows).toEqual([{ n: 0 }]);
    expect(await findPosition(new Date(Date.now() + 2 * DAY).toISOString())).toEqual(await findHead());
  });

  test("is followed back only by a writer whose own clock agrees", async () => {
    await shift(HOUR);
    await entry();
    await shift(0);
    const appended = async (steady: string | null) => {
      await register.app.query("BEGIN");
      await register.app.query("SELECT audit.append('m', 'Mallory', 'MANAGER', NULL, NULL, NULL, '[]', $1)", [
        steady,
      ]);
      const { rows } = await register.app.query<{ ahead: boolean }>(
        "SELECT recorded_at > clock_timestamp() + interval '30 minutes' AS ahead FROM audit.head",
      );
      await register.app.query("ROLLBACK");
      return rows[0]?.ahead;
    };
    expect(await appended(null)).toBe(true);
    expect(await appended(new Date(Date.now() + HOUR).toISOString())).toBe(true);
    expect(await appended(new Date().toISOString())).toBe(false);
  });
});

test("what was logged while a clock was ahead counts from the day on which it came back", async () => {
  register = await openRegister({ demonstration: false });
  await shift(DAY);
  await change(register.manager, (tx) => logged(tx, register.source));
  const days = async () => (await findStageMoves("UTC")).map(({ on }) => on);
  const today = () => new Date().toISOString().slice(0, 10);
  const [ahead = ""] = await days();
  expect(ahead > today()).toBe(true);
  await shift(0);
  await entry();
  const [back = ""] = await days();
  expect(back <= today()).toBe(true);
  await register.close();
});

test("a machine's clock that is moved while the register runs is a fault, whatever the database says", async () => {
  register = await openRegister({ demonstration: false });
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + DAY);
  await shift(DAY);
  const { clock } = expectOk(await loadLogState(auditor));
  vi.useRealTimers();
  expect(clock.faults).toEqual(["database-ahead", "moved"]);
  expect(Math.round(clock.movedMs / HOUR)).toBe(24);
  await register.close();
});

test.each([
  [0, 0, null, []],
  [5_000, -5_000, null, []],
  [5_001, 0, null, ["database-ahead"]],
  [-5_001, 0, null, ["database-behind"]],
  [0, -5_001, 7, ["moved", "stamped-ahead"]],
])(
  "a database %i ms ahead, a clock moved by %i ms, stamps ahead from %s: %j",
  (databaseAheadMs, movedMs, aheadFrom, faults) => {
    expect(clockFaults({ databaseAheadMs, movedMs, aheadFrom })).toEqual(faults);
  },
);
