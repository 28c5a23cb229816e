// The access log in the database: nobody changes it, nobody fills it, and the log vouches for it.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appendAccess } from "@/lib/db/log/access/note";
import { sealAccess } from "@/lib/db/jobs/seal-access";
import { verdictIn } from "@/lib/db/verify/verify";
import { write } from "@/lib/db/write";
import type { AccessNote } from "@/lib/domain/log/access";
import { ok } from "@/lib/domain/base/result";
import { change, changed, logged, openRegister, type TestRegister } from "../register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const aNote = (change: Partial<AccessNote> = {}): AccessNote => ({
  kind: "REFUSAL",
  code: "role",
  personId: null,
  account: null,
  session: null,
  request: null,
  address: "192.0.2.1",
  method: "GET",
  path: "/api/v1/people",
  count: 1,
  ...change,
});
const times = (n: number, change: Partial<AccessNote> = {}): AccessNote[] =>
  Array.from({ length: n }, () => aNote(change));

interface Row {
  seq: string;
  address: string;
  person_id: string | null;
  person_name: string | null;
  count: number;
  since: Date | null;
}

async function entries(): Promise<Row[]> {
  return (await register.app.query<Row>("SELECT * FROM audit.access ORDER BY seq")).rows;
}
const last = async (n: number) => (await entries()).slice(-n);
const excess = async () =>
  (
    await register.app.query<object>(
      "SELECT kind, person_id, address, count FROM audit.access_excess ORDER BY 1, 2, 3",
    )
  ).rows;

/** Moves what was recorded into the past, as the owner, who can switch triggers off. */
async function backInTime(by: string): Promise<void> {
  const { owner } = register;
  for (const table of ["audit.access", "audit.access_head"])
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query(
    "UPDATE audit.access_head SET recorded_at = recorded_at - $1::interval, minute = minute - $1::interval, day = day - $1::interval",
    [by],
  );
  await owner.query("UPDATE audit.access_excess SET minute = minute - $1::interval", [by]);
  await owner.query(
    "UPDATE audit.access_account SET minute = minute - $1::interval, day = day - $1::interval",
    [by],
  );
  await owner.query(
    "UPDATE audit.access SET recorded_at = recorded_at - $1::interval, at = at - $1::interval",
    [by],
  );
  await rehash();
  for (const table of ["audit.access", "audit.access_head"])
    await owner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER noted, ENABLE ALWAYS TRIGGER stays`);
}

const setClock = (moment: string): Promise<unknown> =>
  register.owner.query(
    `CREATE OR REPLACE FUNCTION audit.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT ${moment} $$`,
  );

async function setHead(values: string): Promise<void> {
  const { owner } = register;
  await owner.query("ALTER TABLE audit.access_head DISABLE TRIGGER USER");
  await owner.query(`UPDATE audit.access_head SET ${values}`);
  await owner.query("ALTER TABLE audit.access_head ENABLE ALWAYS TRIGGER noted, ENABLE ALWAYS TRIGGER stays");
}

/** Makes the chain again, as a thief of the owner's login would to hide a change. */
const rehash = () =>
  register.owner.query(`DO $$ DECLARE e audit.access; before text := repeat('0', 64); BEGIN
    FOR e IN SELECT * FROM audit.access ORDER BY seq LOOP
      before := audit.sha256_hex(convert_to(before || audit.access_line(e), 'UTF8'));
      UPDATE audit.access a SET hash = before WHERE a.seq = e.seq;
    END LOOP;
    UPDATE audit.access_head SET hash = before; END $$`);

describe("nobody changes it", () => {
  const touching = [
    "UPDATE audit.access SET code = 'another'",
    "DELETE FROM audit.access",
    "TRUNCATE audit.access",
    "INSERT INTO audit.access SELECT * FROM audit.access LIMIT 1",
    "UPDATE audit.access_head SET seq = 0",
    "DELETE FROM audit.access_head",
    "TRUNCATE audit.access_head",
  ];
  beforeAll(() => appendAccess([aNote()]));

  test.each([...touching, "DELETE FROM audit.access_excess", "DELETE FROM access_seal"])(
    "the application may not: %s",
    async (statement) => {
      await expect(register.app.query(statement)).rejects.toThrow(/permission denied/);
    },
  );

  test.each([...touching, "DELETE FROM access_seal"])(
    "triggers refuse it to the owner too: %s",
    async (statement) => {
      await expect(register.owner.query(statement)).rejects.toMatchObject({ code: "23000" });
    },
  );

  test("triggers are always enabled, also for a replica", async () => {
    const { rows } = await register.owner.query<{ one: string }>(
      `SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text AS one FROM pg_trigger
        WHERE tgrelid IN ('audit.access'::regclass, 'audit.access_head'::regclass, 'access_seal'::regclass) ORDER BY 1`,
    );
    expect(rows.map(({ one }) => one)).toEqual([
      "access_seal has_event A",
      "access_seal stays A",
      "audit.access noted A",
      "audit.access stays A",
      "audit.access_head noted A",
      "audit.access_head stays A",
    ]);
  });

  test("a seal without its event doesn't commit", async () => {
    await expect(
      register.app.query(
        "INSERT INTO access_seal (through, count, sha256, version) VALUES (1, 1, repeat('a', 64), 1)",
      ),
    ).rejects.toThrow(/changed without its event/);
  });
});

test("an entry has the name and role that its person had, and both clocks", async () => {
  await appendAccess([
    aNote({ personId: register.manager.id, session: randomUUID(), request: randomUUID() }),
  ]);
  const { rows } = await register.app.query<Record<string, unknown>>(
    "SELECT person_name, person_role, at - recorded_at = (SELECT offset_ms * interval '1 millisecond' FROM register) AS shifted FROM audit.access ORDER BY seq DESC LIMIT 1",
  );
  expect(rows).toEqual([{ person_name: "manager", person_role: "MANAGER", shifted: true }]);
});

test("entries are numbered without a gap, even by many at once", async () => {
  const before = (await entries()).length;
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => appendAccess(times(2, { personId: randomUUID(), path: `/${n}` }))),
  );
  const after = await entries();
  expect(after.length).toBe(before + 40);
  expect(after.map(({ seq }) => Number(seq))).toEqual(after.map((_, index) => index + 1));
});

test("recording waits for no writer of the log, and no writer waits for it", async () => {
  await register.owner.query("BEGIN");
  await register.owner.query("SELECT FROM audit.head FOR UPDATE");
  await appendAccess([aNote({ path: "/while-somebody-writes" })]);
  await register.owner.query("ROLLBACK");

  const { manager, source } = register;
  const pledge = await change(manager, (tx) => logged(tx, source));
  await register.owner.query("BEGIN");
  await register.owner.query("SELECT FROM audit.access_head FOR UPDATE");
  await change(manager, (tx) => changed(tx, pledge.reference, { summary: "Said again." }));
  await register.owner.query("ROLLBACK");
  expect(await last(1)).toMatchObject([{ path: "/while-somebody-writes" }]);
});

describe("nobody fills it up", () => {
  beforeAll(() => backInTime("2 days"));
  /** The clock is stopped, so that no minute ends by itself. */
  let stopped = 0;
  const stopAt = (moment: number) => {
    stopped = moment;
    return setClock(`to_timestamp(${String(moment / 1_000)})`);
  };
  beforeEach(() => stopAt(Math.floor(Date.now() / 60_000) * 60_000 + 30_000));
  const nextMinute = () => stopAt(stopped + 60_000);
  afterAll(() => setClock("date_trunc('milliseconds', clock_timestamp())"));
  /** A new minute and a new day: no limit is used up. */
  afterEach(() => backInTime("2 days"));

  test("of one address it keeps ten of a kind in a minute, and counts the others in one entry", async () => {
    const before = (await entries()).length;
    await appendAccess(times(500));
    expect((await entries()).length).toBe(before + 10);
    expect(await excess()).toEqual([{ kind: "REFUSAL", person_id: "", address: "192.0.2.1", count: 490 }]);

    await nextMinute();
    await appendAccess([aNote()]);
    expect(await last(2)).toMatchObject([
      { address: "192.0.2.1", count: 490, since: expect.any(Date) as Date },
      { address: "192.0.2.1", count: 1, since: null },
    ]);
    expect(await excess()).toEqual([]);
  });

  test("of all strangers together it keeps sixty in a minute, whatever addresses they come from", async () => {
    const before = (await entries()).length;
    for (let net = 0; net < 20; net += 1)
      await appendAccess(
        Array.from({ length: 50 }, (_, host) =>
          aNote({ kind: host % 2 ? "REFUSAL" : "SIGN_IN_FAILED", address: `198.51.${net}.${host}` }),
        ),
      );
    expect((await entries()).length).toBe(before + 60);
    expect(await excess()).toEqual([
      { kind: "REFUSAL", person_id: "", address: "", count: 470 },
      { kind: "SIGN_IN_FAILED", person_id: "", address: "", count: 470 },
    ]);
    await nextMinute();
    await appendAccess([aNote()]);
    expect(await last(3)).toMatchObject([
      { address: "several", count: 470 },
      { address: "several", count: 470 },
      { count: 1 },
    ]);
  });

  test("strangers leave room for people's entries, even when they try their accounts", async () => {
    await appendAccess(
      Array.from({ length: 200 }, (_, n) =>
        aNote({ kind: "SIGN_IN_FAILED", personId: register.manager.id, address: `203.0.113.${n}` }),
      ),
    );
    const before = (await entries()).length;
    await appendAccess(times(40, { personId: register.manager.id, kind: "SIGN_IN", code: null }));
    expect((await entries()).length).toBe(before + 30);
    expect(await excess()).toContainEqual({
      kind: "SIGN_IN",
      person_id: register.manager.id,
      address: "",
      count: 10,
    });
  });

  describe("guesses at an account have a separate limit", () => {
    const guess = (change: Partial<AccessNote> = {}): AccessNote =>
      aNote({ kind: "SIGN_IN_FAILED", code: "wrong", path: "/sign-in", ...change });
    const guessesAt = async (personId: string): Promise<Row[]> =>
      (await entries()).filter(({ person_id }) => person_id === personId);

    test("which failures elsewhere don't use up", async () => {
      const { id } = register.manager;
      await appendAccess(Array.from({ length: 108 }, (_, n) => guess({ address: `198.51.100.${n}` })));
      await appendAccess(times(3).map(() => guess({ personId: id, address: "192.0.2.66" })));
      const noted = (await guessesAt(id)).filter(({ address }) => address === "192.0.2.66");
      expect(noted.map(({ address, count }) => [address, count])).toEqual(Array(3).fill(["192.0.2.66", 1]));
    });

    test("which guesses at another account don't use up; each account that was tried is named", async () => {
      const flooded = randomUUID();
      const { id } = register.manager;
      const before = (await guessesAt(id)).length;
      await appendAccess(
        Array.from({ length: 200 }, (_, n) => guess({ personId: flooded, address: `198.51.100.${n}` })),
      );
      await appendAccess([guess({ personId: flooded, address: "several", code: null, count: 40 })]);
      await appendAccess([guess({ personId: id })]);
      expect(await guessesAt(flooded)).toHaveLength(10);
      expect((await guessesAt(id)).length).toBe(before + 1);
      expect(await excess()).toEqual([
        { kind: "SIGN_IN_FAILED", person_id: flooded, address: "", count: 230 },
      ]);
      await nextMinute();
      await appendAccess([guess({ personId: flooded })]);
      expect((await guessesAt(flooded)).slice(10)).toMatchObject([
        { address: "several", count: 230 },
        { address: "192.0.2.1", count: 1, since: null },
      ]);
    });

    test("which is 300 in a day, and then one entry a minute", async () => {
      const tried = randomUUID();
      const dayMs = 86_400_000;
      // From a noon, so that no day ends meanwhile.
      await stopAt(Math.ceil(stopped / dayMs) * dayMs + dayMs / 2);
      for (let minute = 0; minute < 31; minute += 1) {
        await appendAccess(times(11).map(() => guess({ personId: tried })));
        await nextMinute();
      }
      await appendAccess([aNote()]);
      const noted = await guessesAt(tried);
      expect(noted.filter(({ since }) => since === null)).toHaveLength(300);
      expect(noted.filter(({ since }) => since !== null)).toHaveLength(31);
      expect(noted.reduce((sum, { count }) => sum + count, 0)).toBe(31 * 11);
    });
  });

  test("strangers get 20,000 entries in a day at most", async () => {
    await appendAccess([aNote()]);
    await setHead("strangers_of_day = 19999, strangers = 0");
    const before = (await entries()).length;
    await appendAccess(times(5, { address: "192.0.2.9" }));
    expect((await entries()).length).toBe(before + 1);
  });

  test("an unknown kind is refused at once, and leaves nothing behind", async () => {
    const unheard = { ...aNote({ count: 2 }), kind: "UNHEARD" };
    const noted = () => register.app.query("SELECT audit.note_access($1)", [JSON.stringify([unheard])]);
    await expect(noted()).rejects.toMatchObject({ code: "23514" });
    await nextMinute();
    await appendAccess([aNote({ path: "/afterwards" })]);
    expect(await last(1)).toMatchObject([{ path: "/afterwards" }]);
  });

  test("a count that the application has summed up is one entry", async () => {
    await appendAccess([aNote({ address: "several", code: null, method: null, path: null, count: 77 })]);
    await nextMinute();
    await appendAccess([aNote()]);
    expect(await last(2)).toMatchObject([{ address: "several", count: 77 }, { count: 1 }]);
  });
});

describe("the log vouches for it", () => {
  const seals = async () =>
    (
      await register.app.query<{ payload: string; actor_id: string; entity_version: number }>(
        "SELECT payload, actor_id, entity_version FROM audit.event WHERE action = 'access.sealed' ORDER BY seq",
      )
    ).rows;

  test("once the oldest entry is a day old, with one seal by the register itself", async () => {
    expect(await appendAccess([aNote()])).toBe(true);
    await Promise.all([sealAccess(), sealAccess(), sealAccess()]);
    const [seal, ...others] = await seals();
    expect(others).toEqual([]);
    const count = (await entries()).length;
    expect(JSON.parse(seal?.payload ?? "")).toMatchObject({ record: { through: count, count, version: 1 } });
    expect(seal?.actor_id).toBe("register");
    expect(await appendAccess([aNote()])).toBe(false);
  });

  test("and after 500 entries", async () => {
    let due = false;
    for (let n = 0; n < 25 && !due; n += 1) due = await appendAccess(times(20, { personId: randomUUID() }));
    expect(due).toBe(true);
    await sealAccess();
    expect((await seals()).map(({ entity_version }) => entity_version)).toEqual([1, 2]);
    await appendAccess([aNote({ personId: randomUUID(), path: "/after-the-seal" })]);
    expect(await verdictIn(register.owner)).toMatchObject({ intact: true });
  });

  const LAST = "(SELECT max(seq) FROM audit.access)";
  test.each([
    [
      "an entry edited",
      "UPDATE audit.access SET address = '192.0.2.200' WHERE seq = 7",
      /^access log, entry 7 \(REFUSAL.*isn't what was written/,
    ],
    ["who it was", "UPDATE audit.access SET person_name = 'Somebody' WHERE seq = 8", /^access log, entry 8 /],
    [
      "when it was",
      "UPDATE audit.access SET recorded_at = recorded_at + interval '1 hour' WHERE seq = 9",
      /^access log, entry 9 /,
    ],
    [
      "a count",
      "UPDATE audit.access SET count = 1 WHERE seq = (SELECT min(seq) FROM audit.access WHERE count > 1)",
      /^access log, entry \d+ .*isn't what was written/,
    ],
    [
      "an entry taken out",
      "DELETE FROM audit.access WHERE seq = 7",
      /^access log, entry 7: it is missing, entry 8 comes next/,
    ],
    ["the first taken out", "DELETE FROM audit.access WHERE seq = 1", /^access log, entry 1: it is missing/],
    [
      "an entry put in ahead of all",
      "INSERT INTO audit.access SELECT (jsonb_populate_record(a, '{\"seq\": 0}')).* FROM audit.access a WHERE seq = 1",
      /^access log, entry 0: it was put in/,
    ],
    [
      "the newest, which no seal covers",
      `DELETE FROM audit.access WHERE seq = ${LAST}`,
      /^access log, entry \d+: its head says that the last one is/,
    ],
    [
      "one put in at the end",
      `INSERT INTO audit.access SELECT (jsonb_populate_record(a, jsonb_build_object('seq', seq + 1))).* FROM audit.access a WHERE seq = ${LAST}`,
      /^access log, entry \d+ .*doesn't follow/,
    ],
    [
      "all of them",
      "DELETE FROM audit.access",
      /^access log, entry 1: it is missing, entry \d+ of the log vouches for/,
    ],
    [
      "the seal",
      "UPDATE access_seal SET sha256 = repeat('a', 64)",
      /^access log: it isn't what entry \d+ recorded: sha256 differ/,
    ],
  ])("%s is named", async (_what, statement, fault) => {
    expect(await faultAfter(() => register.owner.query(statement))).toMatch(fault);
  });

  test("an entry edited, with the chain made again from there on, isn't what was sealed", async () => {
    const fault = await faultAfter(async () => {
      await register.owner.query("UPDATE audit.access SET address = '192.0.2.200' WHERE seq = 7");
      await rehash();
    });
    expect(fault).toMatch(
      /^access log, entries 1 to \d+: they aren't those that entry \d+ of the log vouches for/,
    );
  });

  /** The verdict after what the owner does with all triggers off; then everything is as before. */
  async function faultAfter(work: () => Promise<unknown>): Promise<string> {
    const { owner } = register;
    await owner.query("BEGIN");
    try {
      for (const table of ["audit.access", "audit.access_head", "access_seal"])
        await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await work();
      const verdict = await verdictIn(owner);
      return verdict.intact ? "intact" : verdict.fault;
    } finally {
      await owner.query("ROLLBACK");
    }
  }
});

test("a direct insert is refused even in the transaction that records an entry", async () => {
  await register.app.query("BEGIN");
  await register.app.query("SELECT audit.note_access($1)", [JSON.stringify([aNote()])]);
  await expect(
    register.app.query("INSERT INTO audit.access SELECT * FROM audit.access LIMIT 1"),
  ).rejects.toThrow(/permission denied/);
  await register.app.query("ROLLBACK");
  expect(await write(register.manager, async () => ok(true))).toEqual({ ok: true, value: true });
});
