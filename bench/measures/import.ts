// Measures a file of 20,000 rows: its dry run, its import compared with COPY of the same rows and events, and how long
// others wait meanwhile.
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { chance } from "../data/chance";
import { benchRegister } from "../data/register";
import { numberCell, printTable } from "../report/table";
import { turnsIn } from "../turns";
import { pool } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import type { Actor } from "@/lib/domain/people/actor";
import { MOST_ROWS } from "@/lib/domain/import/import";
import type { Result } from "@/lib/domain/base/result";
import { mapColumns, runImport, uploadFile } from "@/lib/imports/commands";
import { loadImport, loadMapping, loadRows } from "@/lib/imports/queries";
import { runImportJob } from "@/lib/imports/worker";
import { writeComment } from "@/lib/pledges/comments/commands";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";

export const IMPORT = "import";

/** Promised for 20,000 rows. */
const PROMISED = { trialSeconds: 20, ofCopy: 1.8, waitMs: 2_000 };
const WRITERS = 4;
const THINKING_MS = 100;
const WORKER = "00000000-0000-4000-8000-000000000001";

type Step = <T>(words: string, work: () => Promise<T>) => Promise<T>;

export async function benchImport(
  server: TestServer,
  sizes: readonly number[],
  step: Step,
): Promise<boolean> {
  const all: boolean[] = [];
  for (const size of sizes) {
    const database = await copyDatabase(server);
    const { within, end } = turnsIn(database.appUrl);
    const { superUrl } = database;
    if (superUrl === undefined) throw new Error("COPY from files asks for a superuser");
    const { actor, told: examplePledge } = await step(
      `Filling a register with ${numberCell(size)} pledges`,
      () =>
        within(async () => {
          const register = await benchRegister(size, database.ownerUrl);
          await withClient(database.ownerUrl, (client) => client.query("VACUUM ANALYZE"));
          return { actor: register.manager, told: register.examplePledge };
        }),
    );
    const alone = await step(`Bringing ${numberCell(MOST_ROWS)} rows in`, () =>
      within(() => broughtIn(actor, "first", null)),
    );
    const copied = await step("The same rows by COPY", () =>
      withClient(superUrl, (client) => copySeconds(client, alone.since)),
    );
    const among = await step(`The same number again, while ${String(WRITERS)} others write`, () =>
      within(() => broughtIn(actor, "second", examplePledge)),
    );
    await end();
    const measured = {
      ...alone,
      writes: among.writes,
      longest: among.longest,
      sound: alone.sound && among.sound,
    };
    print(size, measured, copied);
    all.push(
      measured.trial < PROMISED.trialSeconds &&
        measured.import < PROMISED.ofCopy * copied &&
        measured.longest < PROMISED.waitMs &&
        measured.sound,
    );
    await database.drop();
  }
  return all.every(Boolean);
}

interface Measured {
  upload: number;
  trial: number;
  import: number;
  writes: number;
  longest: number;
  sound: boolean;
  since: number;
}

async function broughtIn(actor: Actor, name: string, changedPledge: string | null): Promise<Measured> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-bench-import-"));
  const { rows: participants } = await pool().query<{ code: string }>(
    "SELECT code FROM participant ORDER BY code",
  );
  const sheet = sheetOf(
    MOST_ROWS,
    participants.map(({ code }) => code),
    name,
  );
  const file = path.join(folder, "sheet.csv");
  writeFileSync(file, sheet);
  const sent = {
    name: "sheet.csv",
    path: file,
    bytes: Buffer.byteLength(sheet),
    sha256: createHash("sha256").update(sheet).digest("hex"),
  };
  const at = new Date().toISOString();
  const [upload, { id }] = await seconds(async () => value(await uploadFile(actor, sent, at)));
  const { columns, values } = value(await loadMapping(actor, id));
  const [trial] = await seconds(async () => {
    value(await mapColumns(actor, { id, columns, values }));
    await runImportJob(WORKER);
  });
  const { counts } = value(await loadImport(actor, id));
  if (counts?.new !== MOST_ROWS) {
    const rows = value(await loadRows(actor, { id, outcome: null, after: 0, limit: 1 }));
    throw new Error(`not all rows are new: ${JSON.stringify([counts, rows.items])}`);
  }
  const since = await lastSeq();
  const others = changedPledge === null ? null : writing(actor, changedPledge);
  const [brought] = await seconds(async () => {
    value(await runImport(actor, { id, goodRowsOnly: false, reason: "Measured" }));
    await runImportJob(WORKER);
  });
  const { writes, longest } = (await others?.stop()) ?? { writes: 0, longest: 0 };
  const job = value(await loadImport(actor, id));
  if (job.imported !== MOST_ROWS) throw new Error(`${String(job.imported)} came in: ${job.fault ?? ""}`);
  const { differing, counters } = await checkRegister();
  rmSync(folder, { recursive: true });
  return {
    upload,
    trial,
    import: brought,
    writes,
    longest,
    since,
    sound: differing.length + counters.length === 0,
  };
}

/** As officers write them: names and codes, dates and numbers in several forms. */
function sheetOf(rows: number, codes: readonly string[], name: string): string {
  const by = chance(11);
  const lines = [
    "Participant,Priority,Title,Summary,Stage,Stated on,Quantity,Unit,Domain,Kind,Source publisher,Source URL,Source date,Evidence kind",
  ];
  for (let row = 1; row <= rows; row += 1) {
    const day = String(1 + by.upTo(27));
    lines.push(
      [
        by.of(codes),
        String(1 + by.upTo(4)),
        `Line ${String(row)} of the ${name} sheet`,
        "What was said about it in a sentence or two of some length",
        by.of(["Signalled", "Pledged", "pledged", "PLEDGED"]),
        by.of([
          `${day} Jan 2026`,
          `2026-01-${day.padStart(2, "0")}`,
          `${day} janv. 2026`,
          `${day.padStart(2, "0")}.01.2026`,
        ]),
        by.of(["100–200", "c. 70", "several hundred", "12", ">= 400", "€1 bn", ""]),
        "",
        by.of(["land", "sea", "air", "joint"]),
        by.of(["troops", "equipment", "funding", "training"]),
        `Publisher ${String(row % 200)}`,
        `https://example.org/${String(row % 2_000)}`,
        "2026-01-06",
        "Official statement",
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

function writing(actor: Actor, reference: string) {
  let isOver = false;
  let writes = 0;
  let longest = 0;
  const one = async (): Promise<void> => {
    while (!isOver) {
      const [took] = await seconds(async () =>
        value(await writeComment(actor, { reference, text: "Looked through" })),
      );
      writes += 1;
      longest = Math.max(longest, took * 1_000);
      await new Promise((resolve) => setTimeout(resolve, THINKING_MS));
    }
  };
  const going = Array.from({ length: WRITERS }, one);
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(going);
      return { writes, longest };
    },
  };
}

async function lastSeq(): Promise<number> {
  const { rows } = await pool().query<{ seq: number }>("SELECT seq::float8 AS seq FROM audit.head");
  return rows[0]?.seq ?? 0;
}

/**
 * Removes the imported rows and puts them back: the rows by COPY, their events by `audit.append`, the only
 * way to add any. In one transaction, with every index, key and trigger.
 */
async function copySeconds(client: pg.Client, since: number): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-bench-copy-"));
  chmodSync(folder, 0o777);
  const run = (text: string) => client.query(text);
  await run(`CREATE TEMP TABLE came AS
    SELECT seq, action, entity_type, entity_id, entity_version, reason, substr(payload, 11, length(payload) - 53) AS record
      FROM audit.event WHERE seq > ${String(since)} AND action IN ('pledge.logged', 'source.recorded') ORDER BY seq`);
  await run(`CREATE TEMP TABLE changes AS
    SELECT jsonb_agg(jsonb_build_object('action', action, 'entityType', entity_type, 'entityId', entity_id, 'entityVersion', entity_version,
           'reason', reason, 'record', record) ORDER BY seq) AS changes FROM came`);
  const put: string[] = [];
  for (const [table, key] of TABLES) {
    const { rows } = await client.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const columns = rows[0]?.columns ?? "";
    const file = path.join(folder, table);
    await run(
      `COPY (SELECT ${columns} FROM ${table} WHERE ${key}::text IN (SELECT entity_id FROM came)) TO '${file}'`,
    );
    put.push(`COPY ${table} (${columns}) FROM '${file}'`);
  }
  await run("BEGIN");
  for (const table of [...TABLES.map(([name]) => name), "audit.event", "audit.head"])
    await run(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  for (const [table, key] of TABLES.toReversed())
    await run(`DELETE FROM ${table} WHERE ${key}::text IN (SELECT entity_id FROM came)`);
  await run(`DELETE FROM audit.event WHERE seq > ${String(since)}`);
  await run(
    `UPDATE audit.head SET seq = ${String(since)}, leaf_hash = (SELECT leaf_hash FROM audit.event WHERE seq = ${String(since)})`,
  );
  for (const table of TABLES.map(([name]) => name)) await run(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
  for (const [table, name] of ALWAYS) await run(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  await run("COMMIT");
  for (const table of [...TABLES.map(([name]) => name), "audit.event", "audit.head"])
    await run(`VACUUM ANALYZE ${table}`);
  for (const table of ["audit.event", "audit.head"]) await run(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
  const [took] = await seconds(async () => {
    await run("BEGIN");
    for (const one of put) await run(one);
    await run("SELECT audit.append('bench', 'Bench', 'MANAGER', NULL, NULL, NULL, changes) FROM changes");
    await run("COMMIT");
  });
  rmSync(folder, { recursive: true, force: true });
  return took;
}

/** In order of their foreign keys, with the column that identifies the imported rows. */
const TABLES = [
  ["source", "id"],
  ["pledge", "id"],
  ["contribution", "pledge_id"],
  ["evidence", "pledge_id"],
  ["unresolved_item", "pledge_id"],
] as const;
const ALWAYS = [
  ["source", "has_event"],
  ["pledge", "has_event"],
] as const;

function print(size: number, measured: Measured, copied: number): void {
  printTable(
    ["Register", "read", "trial", "brought in", "COPY", "ratio", "others' writes", "longest wait"],
    [
      [
        numberCell(size),
        `${measured.upload.toFixed(1)} s`,
        `${measured.trial.toFixed(1)} s (${String(PROMISED.trialSeconds)})`,
        `${measured.import.toFixed(1)} s`,
        `${copied.toFixed(1)} s`,
        `${(measured.import / copied).toFixed(2)} (${String(PROMISED.ofCopy)})`,
        numberCell(measured.writes),
        `${measured.longest.toFixed(0)} ms (${String(PROMISED.waitMs)})`,
      ],
    ],
  );
}

async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const done = await work();
  return [(performance.now() - began) / 1_000, done];
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
