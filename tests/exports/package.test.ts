// Packages made from the record of the demonstration, and checked by the verifier, of which they contain a copy.
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { extractText } from "unpdf";
import { packagedSheet } from "@/app/briefing-sheet/packaged";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { attest } from "@/lib/trust/checkpoints/witnessing";
import { disconnect, pool } from "@/lib/db/client";
import { claimJob, findJob } from "@/lib/db/jobs/exports";
import { noteSealing } from "@/lib/db/log/seal/copies";
import { findCheckpoint, findSealing } from "@/lib/db/log/seal/proofs";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor, Role } from "@/lib/domain/people/actor";
import type { ExportJob, ExportKind } from "@/lib/domain/log/export";
import { askForExport, cancelExport } from "@/lib/exports/commands";
import type { Workshop } from "@/lib/exports/make";
import { clearAway, runExportJob } from "@/lib/exports/worker";
import { parseView } from "@/lib/http/export-view";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openDemonstration } from "../support/registers/demonstration";
import { endWitness, startWitness, witnessFolder } from "../support/processes/witness-process";

const home = mkdtempSync(path.join(os.tmpdir(), "register-exports-"));
const sealing = { dataDir: home, sinks: [] };
const workshop = {
  dataDir: home,
  worker: "00000000-0000-4000-8000-000000000001",
  seal: async () => void (await sealLog(sealing)),
};
/** Priority 3 as of 7 January 2026, 18:00 UTC: the last of the ten stories. */
const MOMENT = "2026-01-07T18:00:00.000Z";

let database: TestDatabase;
let now = "";
const people = new Map<Role, Actor>();
beforeAll(async () => {
  database = await openDemonstration();
  const { rows } = await pool().query<Actor & { at: string }>(
    "SELECT id, email, name, role, desk, sealed, audit.instant(register_now()) AS at FROM person ORDER BY email DESC",
  );
  for (const { at, ...person } of rows) {
    now = at;
    people.set(person.role, { ...person, session: null, request: null });
  }
});
afterAll(async () => {
  await disconnect();
  await database.drop();
  rmSync(home, { recursive: true });
});

const actor = (role: Role): Actor => {
  const found = people.get(role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
};

async function asked(
  what: ExportKind,
  { filter = "", asOf = null }: { filter?: string; asOf?: string | null } = {},
): Promise<ExportJob> {
  const view = parseView(what, filter);
  if (!view.ok) throw new Error(JSON.stringify(view.refusal));
  const done = await askForExport(actor("AUDITOR"), { view: view.value, asOf, purpose: "A question" }, now);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

type Files = Record<string, Uint8Array>;

async function made(
  what: ExportKind,
  given?: Parameters<typeof asked>[1],
  shop: Workshop = workshop,
): Promise<{ job: ExportJob; files: Files }> {
  const { id } = await asked(what, given);
  expect(await runExportJob(shop)).toBe(true);
  const job = await findJob(id);
  expect(job, job?.fault ?? "").toMatchObject({ state: "DONE" });
  if (!job) throw new Error("it is gone");
  expect(job.total).toBeGreaterThan(0);
  expect(job.done).toBe(job.total);
  const name =
    readdirSync(path.join(home, "exports")).find((one) => one.startsWith(`${job.reference}.`)) ?? "";
  return { job, files: unzipSync(readFileSync(path.join(home, "exports", name))) };
}

const lines = (files: Files, name: string): string[] =>
  Buffer.from(files[name] ?? [])
    .toString()
    .split("\n")
    .slice(0, -1);

/** What the verifier says in a separate folder, without anything of ours around it. */
async function verdict(
  files: Files,
  key?: string,
  held: { note?: string; witness?: string } = {},
): Promise<{ code: number; said: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-taken-"));
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const [top = ""] = Object.keys(files).map((name) => name.split("/")[0]);
  const { keys } = await findSealing();
  const verifier = path.join(folder, "verify.mjs");
  writeFileSync(verifier, readFileSync("lib/verifier/verify.mjs"));
  writeFileSync(path.join(folder, "held.note"), held.note ?? "");
  const options = [
    ...["--key", key ?? keys[0] ?? ""],
    ...(held.note === undefined ? [] : ["--checkpoint", "held.note"]),
    ...(held.witness === undefined ? [] : ["--witness", held.witness, "--witnesses", "1"]),
  ];
  const run = promisify(execFile)(process.execPath, [verifier, top, ...options], {
    cwd: folder,
    env: {} as NodeJS.ProcessEnv,
  });
  const { code, said } = await run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
  rmSync(folder, { recursive: true });
  return { code, said };
}

describe("a package", () => {
  test("of the whole register contains the briefing as PDF, and each names the other", async () => {
    const shop = { ...workshop, briefing: packagedSheet };
    const { job, files } = await made("REGISTER", { asOf: MOMENT }, shop);
    const top = job.reference;
    const sheet = files[`${top}/data/briefing.pdf`] ?? new Uint8Array();
    expect(Buffer.from(sheet).toString("latin1", 0, 7)).toBe("%PDF-1.");
    const hash = createHash("sha256").update(sheet).digest("hex");
    expect(lines(files, `${top}/manifest-sha256.txt`)).toContain(`${hash}  data/briefing.pdf`);
    expect(await verdict(files)).toMatchObject({ code: 0 });

    const again = await packagedSheet(actor("AUDITOR"), MOMENT, top);
    expect(Buffer.compare(again ?? new Uint8Array(), sheet)).toBe(0);
    const { text } = await extractText(new Uint8Array(sheet), { mergePages: true });
    expect(text.replaceAll(/\s+/g, " ")).toContain(`Package ${top} contains this page`);

    const part = await made("REGISTER", { filter: "priority=3", asOf: MOMENT }, shop);
    expect(Object.keys(part.files).filter((name) => name.endsWith(".pdf"))).toEqual([]);
  });

  test("of priority 3 as of a moment holds what was on record then, and is verified", async () => {
    const { job, files } = await made("REGISTER", { filter: "priority=3", asOf: MOMENT });
    const top = job.reference;
    const references = lines(files, `${top}/data/records/pledge.jsonl`).map(
      (line) => (JSON.parse(line) as { reference: string }).reference,
    );
    expect(references).toHaveLength(31);
    expect(references.every((reference) => reference.includes("-3-"))).toBe(true);
    const { code, said } = await verdict(files);
    expect(said).toContain("pledge 31");
    expect(code, said).toBe(0);
    const csv = Buffer.from(files[`${top}/data/tables/pledges.csv`] ?? []).toString();
    expect(csv.split("\r\n")).toHaveLength(31 + 2);
  });

  test.each<[ExportKind, string]>([
    ["REGISTER", ""],
    ["UNRESOLVED", "class=GAP"],
    ["COVERAGE", ""],
    ["REQUIREMENTS", ""],
    ["PARTICIPANT", "FR"],
    ["LOG", ""],
  ])("of %s %s is verified", async (what, filter) => {
    const { files, job } = await made(what, { filter });
    const { code, said } = await verdict(files);
    expect(code, said).toBe(0);
    expect(job).toMatchObject({
      rows: expect.any(Number) as number,
      checkpoint: expect.any(Number) as number,
    });
  });

  test("is refused under another key, and if a byte of it is changed", async () => {
    const { files, job } = await made("PARTICIPANT", { filter: "SE" });
    const { keys } = await findSealing();
    const half = "AbtjArY+vT3Zl6XQ1AuKkv0G1zbFnu9q6y6UTBCjYEGR";
    const another = `${(keys[0] ?? "").slice(0, -half.length)}${half}`;
    expect((await verdict(files, another)).code).not.toBe(0);
    const name = `${job.reference}/data/records/pledge.jsonl`;
    const bytes = Uint8Array.from(files[name] ?? []);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    const { code, said } = await verdict({ ...files, [name]: bytes });
    expect(code).toBe(1);
    expect(said).toContain("data/records/pledge.jsonl");
  });

  test("of a part shows that its checkpoint continues one that was held before", async () => {
    const { files: earlier, job } = await made("PARTICIPANT", { filter: "DK" });
    const note = Buffer.from(earlier[`${job.reference}/checkpoint.txt`] ?? "").toString();
    const { files } = await made("PARTICIPANT", { filter: "SE" });
    const { code, said } = await verdict(files, undefined, { note });
    expect(code, said).toBe(0);
    expect(said).toContain(
      `The log continues from your checkpoint of ${Number(note.split("\n")[1]).toLocaleString("en")} entries`,
    );
  });

  test("carries what witnesses signed", async () => {
    const { keys } = await findSealing();
    const { origin = "" } = (await findCheckpoint()) ?? {};
    const witness = await startWitness(witnessFolder("witness.example/w", [{ origin, keys }]));
    const asked = [{ address: witness.address, key: witness.key, name: "witness.example/w" }];
    const seal = async (): Promise<void> => {
      await workshop.seal();
      await attest(asked);
    };
    const { files } = await made("PARTICIPANT", { filter: "NO" }, { ...workshop, seal });
    const { code, said } = await verdict(files, undefined, { witness: witness.key });
    expect(code, said).toBe(0);
    expect(said).toContain("witness.example/w (20");
    await endWitness(witness);
  });

  test("of the same view as of the same moment has the same data", async () => {
    const view = { filter: "priority=2", asOf: MOMENT };
    const [first, second] = [await made("REGISTER", view), await made("REGISTER", view)];
    const dataOf = ({ files, job }: typeof first): [string, string][] =>
      Object.entries(files)
        .filter(([name]) => name.startsWith(`${job.reference}/data/`))
        .map(([name, bytes]) => [name.slice(job.reference.length), Buffer.from(bytes).toString("base64")]);
    expect(dataOf(first)).toEqual(dataOf(second));
  });

  test("is on record with its content, who asked for it and why, and the log is intact", async () => {
    const { job } = await made("COVERAGE");
    const { rows } = await pool().query<{ action: string; actor: string; reason: string; payload: string }>(
      "SELECT action, actor_name AS actor, reason, payload FROM audit.event WHERE entity_id = $1",
      [job.id],
    );
    expect(rows).toMatchObject([
      { action: "export.made", actor: actor("AUDITOR").name, reason: "A question" },
    ]);
    expect((JSON.parse(rows[0]?.payload ?? "") as { record: object }).record).toMatchObject({
      reference: job.reference,
      view: { what: "COVERAGE", filter: "" },
      complete: false,
    });
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });
});

describe("making a package", () => {
  test("is continued by another worker if the first shows no sign of life", async () => {
    const { id } = await asked("PARTICIPANT", { filter: "NO", asOf: MOMENT });
    expect(await claimJob("00000000-0000-4000-8000-000000000002")).toMatchObject({ id, state: "RUNNING" });
    expect(await runExportJob(workshop), "another worker is at it").toBe(false);
    await pool().query("UPDATE export_job SET beat_at = beat_at - interval '1 minute' WHERE id = $1", [id]);
    expect(await runExportJob(workshop)).toBe(true);
    expect(await findJob(id)).toMatchObject({ state: "DONE" });
  });

  test("is given up if it ended with its process again and again", async () => {
    const { id } = await asked("PARTICIPANT", { filter: "NO", asOf: MOMENT });
    await claimJob("00000000-0000-4000-8000-000000000002");
    await pool().query(
      "UPDATE export_job SET beat_at = beat_at - interval '1 minute', attempts = 5 WHERE id = $1",
      [id],
    );
    expect(await runExportJob(workshop)).toBe(false);
    expect(await findJob(id)).toMatchObject({ state: "FAILED", fault: "not-made" });
  });

  test("ends when it is cancelled, and leaves no file", async () => {
    const { id, reference } = await asked("PARTICIPANT", { filter: "DK" });
    const stopping = { ...workshop, seal: async () => void (await cancelExport(actor("AUDITOR"), id)) };
    expect(await runExportJob(stopping)).toBe(true);
    expect(await findJob(id)).toMatchObject({ state: "CANCELLED" });
    expect(readdirSync(path.join(home, "exports")).filter((name) => name.startsWith(reference))).toEqual([]);
    expect(await cancelExport(actor("MANAGER"), id)).toMatchObject({
      refusal: { code: "already-there" },
    });
  });

  test("is refused if the person who asked may no longer have it", async () => {
    const { id } = await asked("COVERAGE");
    await pool().query("UPDATE export_job SET person_id = $2 WHERE id = $1", [id, actor("OFFICER").id]);
    expect(await runExportJob(workshop)).toBe(true);
    expect(await findJob(id)).toMatchObject({
      state: "FAILED",
      fault: "asker-gone",
    });
  });

  test("reports a log that isn't sealed: at once if a person has to act, else when it gives up", async () => {
    const unsealed = { ...workshop, seal: async () => undefined, turns: 2 };
    const { id: last } = await asked("PARTICIPANT", { filter: "CZ" });
    await pool().query("UPDATE export_job SET attempts = 4 WHERE id = $1", [last]);
    expect(await runExportJob(unsealed)).toBe(true);
    expect(await findJob(last)).toMatchObject({ state: "FAILED", fault: "not-sealed" });

    await noteSealing("behind", 1);
    const { id: first } = await asked("PARTICIPANT", { filter: "EE" });
    expect(await runExportJob(unsealed)).toBe(true);
    expect(await findJob(first)).toMatchObject({ state: "FAILED", fault: "not-sealed" });
    await noteSealing(null, null);
  });

  test("reports that there is no room", async () => {
    const { id } = await asked("PARTICIPANT", { filter: "LV" });
    await pool().query("UPDATE export_job SET attempts = 4 WHERE id = $1", [id]);
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    expect(await runExportJob({ ...workshop, seal: () => Promise.reject(full) })).toBe(true);
    expect(await findJob(id)).toMatchObject({ state: "FAILED", fault: "no-room" });
  });

  test("clears away what has expired or was left by an attempt that ended", async () => {
    const { job } = await made("PARTICIPANT", { filter: "FI" });
    mkdirSync(path.join(home, "exports", `${job.reference}.deadbeef.work`));
    writeFileSync(path.join(home, "exports", "EX-9999.0123456789abcdef.zip"), "nobody's");
    await clearAway(workshop);
    const lying = () =>
      readdirSync(path.join(home, "exports")).filter((name) => /^EX-9999|deadbeef/.test(name));
    expect(lying()).toEqual([]);
    const own = () =>
      readdirSync(path.join(home, "exports")).filter((name) => name.startsWith(job.reference));
    expect(own()).toHaveLength(1);
    await pool().query("UPDATE export_job SET expires_at = register_now() WHERE id = $1", [job.id]);
    await clearAway(workshop);
    expect(own()).toEqual([]);
  });

  test("doesn't clear away a whole package whose job isn't done yet", async () => {
    const { id, reference } = await asked("PARTICIPANT", { filter: "FI" });
    await claimJob("00000000-0000-4000-8000-000000000002");
    const file = path.join(home, "exports", `${reference}.0123456789abcdef.zip`);
    writeFileSync(file, "whole");
    await clearAway(workshop);
    expect(existsSync(file)).toBe(true);
    await cancelExport(actor("AUDITOR"), id);
    await clearAway(workshop);
    expect(existsSync(file)).toBe(false);
  });
});

test("officers and administrators make none", async () => {
  const view = parseView("COVERAGE", "");
  if (!view.ok) throw new Error("no view");
  for (const role of ["OFFICER", "ADMIN"] as const) {
    const wish = { view: view.value, asOf: null, purpose: "A question" };
    expect(await askForExport(actor(role), wish, now)).toMatchObject({ refusal: { code: "role" } });
  }
});
