// A right that is taken away ends at once. In the log's order, each change its holder made comes before that, or it was
// refused.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findJob } from "@/lib/db/jobs/exports";
import { findImportJob } from "@/lib/db/jobs/imports";
import type { Actor } from "@/lib/domain/people/actor";
import { askForExport } from "@/lib/exports/commands";
import { runExportJob } from "@/lib/exports/worker";
import { parseView } from "@/lib/http/export-view";
import { runImport } from "@/lib/imports/commands";
import { runImportJob } from "@/lib/imports/worker";
import { changePerson } from "@/lib/people/people/commands";
import { loadPersonByEmail } from "@/lib/people/people/queries";
import type { PersonChanges } from "@/lib/people/people/schema";
import { writeComment } from "@/lib/pledges/comments/commands";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { tried, WORKER } from "../../imports/bringing";
import { cases } from "../../support/cases";
import { patiently } from "../../support/patient";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

const RUNS = 20;
/** Runs with imports and with exports, which take seconds each; the long run multiplies them. */
const JOBS = cases(2);
const WRITERS = 4;
const home = mkdtempSync(path.join(os.tmpdir(), "register-rights-"));

let register: StaffedRegister;
let pledge: string;
beforeAll(async () => {
  register = await staffedRegister();
  pledge = value(await logPledge(register.officer, aSentPledge(), LATER)).reference;
});
afterAll(async () => {
  await register.close();
  rmSync(home, { recursive: true });
});

const TAKEN: Record<string, PersonChanges> = {
  role: { role: "AUDITOR" },
  desk: { desk: ["DE"] },
  clearance: { sealed: false },
  account: { disabled: true },
};

describe.each(Object.keys(TAKEN))("a %s that is taken away ends at once", (what) => {
  test(`while ${String(WRITERS)} changes at a time are under way`, async () => {
    for (let run = 0; run < RUNS; run += 1) {
      const officer = await cleared(`writer-${what}-${String(run)}`);
      const before = await register.head();
      const ends = Array.from({ length: WRITERS }, () => writeUntilRefused(officer));
      await until(async () => (await register.head()) > before + WRITERS);
      const taken = await take(officer, what);
      expect(await Promise.all(ends)).toEqual(Array.from({ length: WRITERS }, () => "rights-changed"));
      expect(await lateEntries(officer, taken)).toBe(0);
    }
  });

  test("while an import of the person is under way", async () => {
    for (let run = 0; run < JOBS; run += 1) {
      const officer = await cleared(`importer-${what}-${String(run)}`);
      const { id } = await tried(officer, sheetOf(`${what} ${String(run)}`));
      const before = await register.head();
      value(await runImport(officer, { id, goodRowsOnly: true }));
      let isOver = false;
      const coming = runImportJob(WORKER).finally(() => (isOver = true));
      // Every third time before the first batch, else after it. A busy machine may not get that far.
      await until(async () => isOver || run % 3 === 0 || (await register.head()) > before);
      const taken = await take(officer, what);
      await coming;
      // An import that had no time is taken up again.
      await until(
        async () => !(await runImportJob(WORKER)) && (await findImportJob(id))?.state !== "WAITING",
      );
      const allowed = what === "clearance" || what === "desk" ? ["DONE"] : ["DONE", "FAILED"];
      expect(allowed).toContain((await findImportJob(id))?.state);
      // An import needs no clearance: it goes on to its last row.
      if (what === "clearance") expect(await countLogged(officer)).toBe(ROWS);
      else expect(await lateEntries(officer, taken, STILL_MAY[what])).toBe(0);
    }
  });

  test.skipIf(what === "desk")("while an export of the person is made", async () => {
    const workshop = {
      dataDir: home,
      worker: WORKER,
      seal: async () => void (await sealLog({ dataDir: home, sinks: [] })),
    };
    const view = value(parseView("COVERAGE", ""));
    for (let run = 0; run < JOBS; run += 1) {
      const manager = await cleared(`exporter-${what}-${String(run)}`, "MANAGER");
      const { id } = value(await askForExport(manager, { view, asOf: null, purpose: "A race" }, LATER));
      const making = runExportJob(workshop);
      const taken = await take(manager, what);
      await making;
      while (await runExportJob(workshop));
      const state = (await findJob(id))?.state;
      // Nor does an export, which contains no sealed number.
      if (what === "clearance") expect(state).toBe("DONE");
      else {
        expect(["DONE", "FAILED"]).toContain(state);
        expect(await lateEntries(manager, taken, MAY_STILL_EXPORT[what])).toBe(0);
      }
    }
  });
});

/** What the person may still do afterwards, with the rights that they have then. */
const STILL_MAY: Partial<Record<string, (entry: Entry) => boolean>> = {
  desk: ({ action, participant }) => action !== "pledge.logged" || participant === "DE",
};
const MAY_STILL_EXPORT: typeof STILL_MAY = { ...STILL_MAY, role: ({ role }) => role === "AUDITOR" };

/** Cleared for sealed numbers; an officer of France and Germany. */
async function cleared(name: string, role: "OFFICER" | "MANAGER" = "OFFICER"): Promise<Actor> {
  return register.clear(await register.open(name, role, role === "OFFICER" ? ["DE", "FR"] : []));
}

/** Takes it away, and returns the position in the log at which that happened. */
async function take(officer: Actor, what: string): Promise<number> {
  const { id, version } = value(await loadPersonByEmail(register.admin, officer.email));
  const change = { id, ifMatch: version, changes: TAKEN[what] ?? {} };
  value(await patiently(() => changePerson(register.admin, change)));
  const { rows } = await pool().query<{ seq: number }>(
    "SELECT max(seq)::float8 AS seq FROM audit.event WHERE entity_id = $1",
    [id],
  );
  return rows[0]?.seq ?? 0;
}

async function writeUntilRefused(officer: Actor): Promise<string> {
  for (;;) {
    const written = await writeComment(officer, { reference: pledge, text: "Looked through" });
    if (!written.ok) return refusalOf(written);
  }
}

interface Entry {
  action: string;
  role: string;
  participant: string | null;
}

async function lateEntries(
  officer: Actor,
  taken: number,
  isAllowed: (entry: Entry) => boolean = () => false,
): Promise<number> {
  const { rows } = await pool().query<Entry>(
    `SELECT action, actor_role AS role, payload::json->'record'->>'participant' AS participant
       FROM audit.event WHERE actor_id = $1 AND seq > $2`,
    [officer.id, taken],
  );
  return rows.filter((entry) => !isAllowed(entry)).length;
}

async function countLogged(officer: Actor): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM audit.event WHERE actor_id = $1 AND action = 'pledge.logged'",
    [officer.id],
  );
  return rows[0]?.n ?? 0;
}

const ROWS = 450;
const sheetOf = (name: string): string =>
  [
    "Country,Priority,Title,Stage,Publisher,Evidence",
    ...Array.from(
      { length: ROWS },
      (_, row) =>
        `${row % 2 === 0 ? "FR" : "DE"},2,Line ${String(row)} ${name},Signalled,Le Monde,Media report`,
    ),
  ].join("\n");

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}
