// The owner of the database can switch its triggers off. The verifier finds what is changed then.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOT_VERIFIED, VERIFIED } from "@/lib/db/verify/scope";
import { verdictIn, verifyRegister } from "@/lib/db/verify/verify";
import type { Checkpoint } from "@/lib/domain/log/note";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { aContribution, anApproval } from "@/tests/support/cast";
import { RECHAINED } from "@/tests/support/registers/forger";
import { treeHash } from "@/tests/support/plain-tree";
import { change, changed, logged, openRegister, type TestRegister } from "../register";

let register: TestRegister;
let pledge: Pledge;
beforeAll(async () => {
  register = await openRegister();
  const { manager, source } = register;
  pledge = await change(manager, (tx) =>
    logged(tx, source, {
      contributions: [
        aContribution({ caveats: [{ category: "DURATION", text: "six months" }] }),
        aContribution({ kind: "FUNDING", money: { amount: "200000000.00", currency: "GBP" } }),
      ],
    }),
  );
  await change(manager, (tx) => changed(tx, pledge.reference, { summary: "Once more" }));
  const other = await change(manager, (tx) => logged(tx, source));
  await change(manager, async (tx) => {
    const serves = [pledge.reference];
    await tx.save("approval", null, anApproval({ id: randomUUID(), serves, createdAt: tx.at }), {
      action: "approval.recorded",
    });
    const comment = {
      id: randomUUID(),
      pledge: pledge.reference,
      authorId: manager.id,
      text: "Noted",
      version: 1,
      createdAt: tx.at,
    };
    await tx.save("comment", null, comment, { action: "comment.written" });
    const baseline = { id: randomUUID(), name: "Paris", asOf: tx.at, version: 1, createdAt: tx.at };
    await tx.save("baseline", null, baseline, { action: "baseline.named" });
  });
  await change(manager, (tx) => changed(tx, other.reference, { title: "Cut off later" }));
});
afterAll(() => register.close());

const UNGUARDED = [
  "audit.event",
  "audit.head",
  "pledge",
  "contribution",
  "evidence",
  "source",
  "participant",
  "person",
  "approval",
  "approval_pledge",
  "comment",
  "baseline",
  "register",
];

/** The verdict after statements that the owner runs with all triggers off; then everything is as before. */
async function faultAfter(...given: (string | readonly Checkpoint[])[]): Promise<string> {
  const held = given.filter((one) => typeof one !== "string").flat();
  const statements = given.filter((one) => typeof one === "string");
  const { owner } = register;
  await owner.query("BEGIN");
  try {
    for (const table of UNGUARDED) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await owner.query(statement);
    const verdict = await verdictIn(owner, held);
    return verdict.intact ? "intact" : verdict.fault;
  } finally {
    await owner.query("ROLLBACK");
  }
}

test("an untouched register is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true, findings: [], events: 12, records: 10 });
  expect(await faultAfter()).toBe("intact");
});

test("every table is verified, or said not to be", async () => {
  const { rows } = await register.owner.query<{ name: string }>(
    `SELECT CASE schemaname WHEN 'public' THEN '' ELSE schemaname || '.' END || tablename AS name
       FROM pg_tables WHERE schemaname IN ('public', 'audit')`,
  );
  const named = [...VERIFIED, ...NOT_VERIFIED.flatMap(({ tables }) => tables)];
  expect(named.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

describe("the verifier finds in the log", () => {
  test.each([
    [
      "an amount in a payload",
      "UPDATE audit.event SET payload = replace(payload, '200000000.00', '20.00') WHERE seq = 6",
      /^entry 6 .*isn't the one that was hashed/,
    ],
    [
      "a payload and its hash",
      'UPDATE audit.event SET payload = \'{"record":{},"salt":""}\', payload_sha256 = encode(sha256(\'{"record":{},"salt":""}\'), \'hex\') WHERE seq = 6',
      /^entry 6 .*payload's hash isn't what was hashed/,
    ],
    [
      "who did it",
      "UPDATE audit.event SET actor_name = 'Somebody' WHERE seq = 7",
      /^entry 7 .*actor's name isn't what was hashed/,
    ],
    ["the role", "UPDATE audit.event SET actor_role = 'OFFICER' WHERE seq = 7", /^entry 7 .*actor's role/],
    [
      "when",
      "UPDATE audit.event SET at = at - interval '1 day', recorded_at = recorded_at - interval '1 day' WHERE seq = 7",
      /^entry 7 .*time of recording, time/,
    ],
    ["why", "UPDATE audit.event SET reason = 'because' WHERE seq = 7", /^entry 7 .*reason/],
    ["what was done", "UPDATE audit.event SET action = 'pledge.voided' WHERE seq = 7", /^entry 7 .*action/],
    ["the transaction", "UPDATE audit.event SET txid = txid + 1 WHERE seq = 7", /^entry 7 .*transaction/],
    [
      "a leaf",
      "UPDATE audit.event SET leaf = replace(leaf, 'pledge.changed', 'pledge.voided') WHERE seq = 7",
      /^entry 7 .*action isn't what was hashed/,
    ],
    [
      "a column, and the leaf to match",
      "UPDATE audit.event SET action = 'pledge.voided', leaf = replace(leaf, 'pledge.changed', 'pledge.voided') WHERE seq = 7",
      /^entry 7 .*hash isn't the hash of its text/,
    ],
    [
      "a leaf's hash",
      "UPDATE audit.event SET leaf_hash = repeat('a', 64) WHERE seq = 7",
      /^entry 7 .*hash isn't the hash of its text/,
    ],
    [
      "a column, the leaf and its hash",
      "UPDATE audit.event SET action = 'pledge.voided', leaf = replace(leaf, 'pledge.changed', 'pledge.voided'), leaf_hash = encode(sha256('\\x00'::bytea || convert_to(replace(leaf, 'pledge.changed', 'pledge.voided'), 'UTF8')), 'hex') WHERE seq = 7",
      /^entry 8 .*doesn't follow from the entry before/,
    ],
    [
      "a link",
      "UPDATE audit.event SET prev_hash = repeat('a', 64) WHERE seq = 7",
      /^entry 7 .*link to the entry before/,
    ],
  ])("%s edited", async (_what, statement, fault) => {
    expect(await faultAfter(statement)).toMatch(fault);
  });

  test("an entry taken out", async () => {
    expect(await faultAfter("DELETE FROM audit.event WHERE seq = 7")).toMatch(/^entry 7: it is missing/);
  });

  test("an entry taken out, and the numbers closed up", async () => {
    const fault = await faultAfter(
      "DELETE FROM audit.event WHERE seq = 7",
      ...[8, 9, 10, 11, 12].map((seq) => `UPDATE audit.event SET seq = ${seq - 1} WHERE seq = ${seq}`),
      "UPDATE audit.head SET seq = 11",
    );
    expect(fault).toMatch(/^entry 7 .*number isn't what was hashed/);
  });

  test("the last entry taken out", async () => {
    expect(await faultAfter("DELETE FROM audit.event WHERE seq = 12")).toMatch(
      /^entry 12: it is missing at the end/,
    );
  });

  test("two entries swapped", async () => {
    const fault = await faultAfter(
      "UPDATE audit.event SET seq = 100 WHERE seq = 7",
      "UPDATE audit.event SET seq = 7 WHERE seq = 8",
      "UPDATE audit.event SET seq = 8 WHERE seq = 100",
    );
    expect(fault).toMatch(/^entry 7 .*number isn't what was hashed/);
  });

  test("an entry put in at the end, past audit.append", async () => {
    const fault = await faultAfter(
      `INSERT INTO audit.event SELECT (jsonb_populate_record(e, '{"seq": 13, "entity_version": 9}')).* FROM audit.event e WHERE seq = 12`,
    );
    expect(fault).toMatch(/^entry 13 .*isn't what was hashed/);
  });

  test("the head turned back", async () => {
    const fault = await faultAfter(
      "UPDATE audit.head SET seq = 11, leaf_hash = (SELECT leaf_hash FROM audit.event WHERE seq = 11)",
    );
    expect(fault).toMatch(/^entry 12: the head of the log, at 11, knows nothing of it/);
  });
});

describe("the verifier finds in the live rows", () => {
  const INSTANT = "created_at";
  const edits: [string, string, string, RegExp][] = [
    ...columns("pledge", "reference = 'FR-3-001'", {
      title: "'Other'",
      summary: "NULL",
      stage: "'SIGNALLED'",
      stage_reason: "'x'",
      stage_set_on: "'2026-01-01'",
      stated_on: "NULL",
      window_start: "'2026-01-01'",
      window_end: "'2036-01-01'",
      due_on: "'2026-01-01'",
      authorised_by: "NULL",
      further_approval: "'YES'",
      owner: "NULL",
      next_action: "NULL",
      next_action_due_on: "'2026-01-01'",
      handling: "'COALITION'",
      last_confirmed_on: "NULL",
      superseded_by: "'FR-3-002'",
      pledged_by_step_on: "'2026-01-01'",
      [INSTANT]: "created_at - interval '1 day'",
      updated_at: "updated_at - interval '1 millisecond'",
      version: "9",
    }),
    ...columns("pledge", "reference = 'FR-3-001'", {
      voided_at: "now(), void_reason = 'x'",
      suspended_from: "'PLEDGED', stage = 'SUSPENDED', stage_reason = 'x'",
    }),
    ...columns("contribution", "kind = 'TROOPS'", {
      kind: "'AIR'",
      domain: "'SEA'",
      location: "'REMOTE'",
      quantity_kind: "'APPROXIMATE'",
      quantity_min: "1, quantity_max = 1",
      quantity_unit: "'SHIP'",
      quantity_as_stated: "'many'",
      notice_to_move_days: "5",
      available_from: "'2026-01-01'",
      available_to: "'2036-01-01'",
      caveats: "'[]'",
      position: "9",
      removed_in: "2",
    }),
    ...columns("contribution", "kind = 'FUNDING'", {
      money_amount: "money_amount * 10",
      money_currency: "'EUR'",
    }),
    ...columns("evidence", "true", {
      kind: "'NOTE_VERBALE'",
      reliability: "'A'",
      credibility: "1",
      quote: "'x'",
      supports: "false",
      field: "'stage'",
      claims: "'x'",
      valid_until: "'2036-01-01'",
      recorded_at: "now()",
      retracted_at: "now(), retract_reason = 'x'",
    }),
    ...columns("source", "true", {
      publisher: "'Other'",
      url: "NULL",
      title: "'x'",
      published_on: "NULL",
      language: "'de'",
      ownership: "'INDEPENDENT'",
      [INSTANT]: "now()",
    }),
    ...columns("participant", "code = 'DE'", {
      kind: "'ORGANISATION'",
      role: "'PARTNER'",
      names: '\'{"en": "X"}\'',
      joined_on: "'2026-01-01'",
      recorded_at: "now()",
    }),
    ...columns("person", "true", {
      email: "'x@y.example'",
      name: "'X'",
      role: "'ADMIN'",
      disabled_at: "now()",
      [INSTANT]: "now()",
      updated_at: "now()",
    }),
    ...columns("approval", "true", {
      participant: "'DE'",
      kind: "'RATIFICATION'",
      body: "'X'",
      subject: "'X'",
      status: "'APPROVED'",
      status_since: "NULL",
      scheduled_for: "'2026-01-01'",
      decided_on: "'2026-01-01'",
      [INSTANT]: "now()",
      updated_at: "now()",
    }),
    ...columns("approval_pledge", "true", {
      removed_in: "1",
      pledge_id: "(SELECT id FROM pledge WHERE reference = 'FR-3-002')",
    }),
    ...columns("comment", "true", {
      text: "'X'",
      [INSTANT]: "now()",
      pledge_id: "(SELECT id FROM pledge WHERE reference = 'FR-3-002')",
    }),
    ...columns("baseline", "true", { name: "'X'", as_of: "now()", [INSTANT]: "now()" }),
    ...columns("register", "true", { offset_ms: "5", time_zone: "'UTC'", marking: "'X'", stale_days: "31" }),
  ];

  test.each(edits)("%s.%s", async (_table, _column, statement, fault) => {
    expect(await faultAfter(statement)).toMatch(fault);
  });

  test("the fields that differ, by name", async () => {
    const fault = await faultAfter("UPDATE contribution SET money_amount = 20 WHERE kind = 'FUNDING'");
    expect(fault).toBe("pledge FR-3-001: it isn't what entry 7 recorded: contributions.1.money differ");
  });

  test("a record put in", async () => {
    const fault = await faultAfter(
      "INSERT INTO source SELECT gen_random_uuid(), 'Forged', url, title, published_on, language, ownership, 1, created_at FROM source",
    );
    expect(fault).toMatch(/^source Forged .*without any entry/);
  });

  test.each([
    ["a comment", "DELETE FROM comment", /^comment .*it is gone, though entry 10 recorded it/],
    ["a baseline", "DELETE FROM baseline", /^baseline .*it is gone/],
    [
      "a contribution",
      "DELETE FROM contribution WHERE kind = 'FUNDING'",
      /^pledge FR-3-001: it isn't what entry 7 recorded: contributions/,
    ],
    [
      "evidence",
      "DELETE FROM evidence WHERE pledge_id = (SELECT id FROM pledge WHERE reference = 'FR-3-001')",
      /^pledge FR-3-001: .*evidence/,
    ],
    ["what an approval serves", "DELETE FROM approval_pledge", /^approval .*serves differ/],
  ])("%s deleted", async (_what, statement, fault) => {
    expect(await faultAfter(statement)).toMatch(fault);
  });
});

function columns(
  table: string,
  where: string,
  values: Record<string, string>,
): [string, string, string, RegExp][] {
  return Object.entries(values).map(([column, value]) => [
    table,
    column,
    `UPDATE ${table} SET ${column} = ${value} WHERE ${where}`,
    /it isn't what entry \d+ recorded: |stands at version|differ/,
  ]);
}

describe("compared with checkpoints that were kept outside", () => {
  const checkpointAt = async (size: number): Promise<Checkpoint> => {
    const { rows } = await register.owner.query<{ hash: string }>(
      "SELECT leaf_hash AS hash FROM audit.event WHERE seq <= $1 ORDER BY seq",
      [size],
    );
    const leaves = rows.map(({ hash }) => hash);
    return { origin: `pledge-register/${leaves[0]?.slice(0, 16)}`, size, root: treeHash(leaves) };
  };
  const EDITED = "UPDATE audit.event SET reason = 'because' WHERE seq = 7";
  const CUT = "DELETE FROM audit.event WHERE seq = 12";

  test("an untouched log matches them", async () => {
    const held = [await checkpointAt(12), await checkpointAt(1), await checkpointAt(5)];
    expect(await verifyRegister(held)).toMatchObject({ intact: true });
    expect(await faultAfter(held, RECHAINED)).toBe("intact");
  });

  test("a chain recomputed as a whole is found by the first checkpoint that disagrees", async () => {
    expect(await faultAfter([], EDITED, RECHAINED)).toBe("intact");
    const held = [await checkpointAt(12), await checkpointAt(9), await checkpointAt(5)];
    expect(await faultAfter(held, EDITED, RECHAINED)).toBe(
      "entries 6 to 9: they are not the entries covered by the checkpoint of 9 entries, which rests on trust in the keeper of what was given; the checkpoint of 5 still matches, which rests on trust in the keeper of what was given",
    );
  });

  test("a first entry that was rewritten makes it another log", async () => {
    const held = [await checkpointAt(5)];
    const first = "UPDATE audit.event SET reason = 'because' WHERE seq = 1";
    expect(await faultAfter(held, first, RECHAINED)).toMatch(/^a checkpoint of 5 entries is of another log/);
  });

  test("a tail cut off, with the head and the record turned back, is found missing", async () => {
    const held = [await checkpointAt(12)];
    const back = `UPDATE pledge SET updated_at = created_at, title = '${pledge.title}', version = 1 WHERE id = (
      SELECT entity_id::uuid FROM audit.event WHERE seq = 12)`;
    expect(await faultAfter([], back, CUT, RECHAINED)).toBe("intact");
    expect(await faultAfter(held, back, CUT, RECHAINED)).toBe(
      "entry 12: it is missing, but a checkpoint of 12 entries covers it, which rests on trust in the keeper of what was given",
    );
  });

  test("an old checkpoint says nothing of later entries, and everything of earlier ones", async () => {
    const held = [await checkpointAt(6)];
    expect(await faultAfter(held, EDITED, RECHAINED)).toBe("intact");
    expect(await faultAfter(held, EDITED.replace("= 7", "= 6"), RECHAINED)).toMatch(/^entries 1 to 6/);
  });

  test("a checkpoint that the database keeps disagrees as well", async () => {
    const { size, root, origin } = await checkpointAt(9);
    const own = `INSERT INTO audit.checkpoint VALUES (1, '${origin}', ${size}, '${root}', 'note', now())`;
    expect(await faultAfter([], own, EDITED, RECHAINED)).toMatch(/^entries 1 to 9/);
  });
});
