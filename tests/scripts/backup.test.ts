// A register backed up while it works, and restored elsewhere: it is what it was, and whatever isn't is named.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherAnchors } from "@/lib/trust/checkpoints/anchors";
import { acknowledgeRestore } from "@/lib/trust/checkpoints/commands";
import { copyOut } from "@/lib/trust/checkpoints/copies";
import { readLastCheckpoint } from "@/lib/trust/checkpoints/last-local-checkpoint";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { readCheckpoint, readNote, type Checkpoint } from "@/lib/domain/log/note";
import { recordParticipant } from "@/lib/people/participants/commands";
import { foundRegister } from "@/lib/workspace/settings/commands";
import { backUp, backUpRunning } from "@/scripts/backup/back-up.mjs";
import { startBundle } from "@/scripts/backup/bundle.mjs";
import { lookAt } from "@/scripts/backup/look-at.mjs";
import { MANIFEST, readWhole } from "@/scripts/backup/manifest.mjs";
import { restore, type RestoreOptions } from "@/scripts/backup/restore.mjs";
import { segmentsBetween } from "@/scripts/backup/running-copy.mjs";
import { startEmbedded, type Embedded } from "@/scripts/embedded/server.mjs";
import { createAdministrator } from "@/scripts/register/admin-create";
import { plainly } from "@/scripts/backup/disk.mjs";
import { askDatabase } from "@/scripts/database/client.mjs";
import { hold } from "@/scripts/base/hold.mjs";
import { migrate } from "@/scripts/database/migrate.mjs";
import { ROOT } from "@/scripts/base/paths.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { value } from "../support/registers/staffed-register";

const home = realpathSync(mkdtempSync(path.join(os.tmpdir(), "register-backup-")));
chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
const at = (...names: string[]): string => path.join(home, ...names);
const ALONE = { databaseUrl: null, ownerUrl: null };

let living: Embedded;
/** Checkpoints from before the backup and from after it. */
let before: Checkpoint;
let after: Checkpoint & { note: string };
let backup = "";
const told: string[] = [];

beforeAll(async () => {
  living = await startEmbedded(at("living"), { fast: true });
  await migrate({ ownerUrl: living.ownerUrl, appUrl: living.appUrl });
  process.env.DATABASE_URL = living.appUrl;
  value(await foundRegister({ demonstration: false, offsetMs: 0, timeZone: "Europe/Kyiv", marking: "" }));
  await participants("A", 20);
  await createAdministrator("admin@register.example", "Admin");
  before = await sealed("living");
  // Writing goes on while the files are copied.
  const working = { on: true };
  const work = (async () => {
    for (let n = 0; working.on; n += 1) await participants(`B${letter(n)}`, 1);
  })();
  const say = (line: string) => void told.push(line);
  backup = await backUpRunning(living.superUrl, { dataDir: at("living"), to: at("living-backups"), say });
  working.on = false;
  await work;
  await participants("C", 10);
  after = await sealed("living");
  await disconnect();
});

afterAll(async () => {
  await disconnect();
  await living.stop();
  rmSync(home, { recursive: true });
});

const quiet = (): void => undefined;
const letter = (n: number): string =>
  String.fromCharCode(65 + (Math.floor(n / 26) % 26)) + String.fromCharCode(65 + (n % 26));

async function participants(prefix: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const code = `${prefix}${String.fromCharCode(65 + n)}`;
    const names = { en: code, fr: code, uk: code };
    const participant = { code, kind: "STATE", role: "MEMBER", names, joinedOn: null } as const;
    value(await recordParticipant({ ...THE_REGISTER, role: "ADMIN" }, participant));
  }
}

async function sealed(folder: string): Promise<Checkpoint & { note: string }> {
  const outcome = await sealLog({ dataDir: at(folder), sinks: [] });
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  return { ...outcome.checkpoint, note: outcome.note };
}

/** What is printed, or the line of the refusal. */
async function restored(wish: Partial<RestoreOptions> & Pick<RestoreOptions, "into">): Promise<string> {
  const said: string[] = [];
  try {
    await restore(ALONE, { from: backup, say: (line) => void said.push(line), ...wish });
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
  return said.join("\n");
}

/** Works while one file of the backup is changed; null: it is missing. */
async function spoilt(
  name: string,
  change: (bytes: Buffer) => Buffer | null,
  work: () => Promise<void>,
): Promise<void> {
  const file = path.join(backup, name);
  const bytes = existsSync(file) ? readFileSync(file) : null;
  const put = (to: Buffer | null): void => {
    if (to === null) rmSync(file);
    else writeFileSync(file, to);
  };
  put(change(Buffer.from(bytes ?? [])));
  try {
    await work();
  } finally {
    put(bytes);
  }
}

describe("a backup", () => {
  test("is complete, closed to others, and names its checkpoint", async () => {
    expect(await readWhole(backup)).toMatchObject({ format: 1, kind: "embedded" });
    expect(readNoteIn(path.join(backup, "checkpoint.note"))).toEqual(checkpointOf(before));
    expect(readdirSync(path.join(backup, "house"))).toEqual(["checkpoints", "keys", "secrets.json"]);
    expect(readdirSync(path.join(backup, "database"))).toContain("backup_label");
    expect(readdirSync(path.join(backup, "database"))).not.toContain("postmaster.pid");
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(backup, "house/secrets.json")).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(backup, "house/keys/sealing-1.pem")).mode & 0o777).toBe(0o600);
    const { stdout } = await promisify(execFile)("sha256sum", ["--check", "--quiet", "manifest-sha256.txt"], {
      cwd: backup,
    });
    expect(stdout).toBe("");
  });

  test("that is killed is named as unfinished, can't be restored, and doesn't hinder the next one", async () => {
    await killedInTheMiddle();
    const [left = "", ...more] = readdirSync(at("killed"));
    expect(more).toEqual([]);
    expect(left).toMatch(/^register-\d{8}T\d{6}Z\.unfinished$/);
    expect(await restored({ from: at("killed", left), into: at("from-killed") })).toMatch(
      /^refused: .* is not a complete backup/,
    );
    const said: string[] = [];
    const { draft } = await startBundle(at("killed"), {
      now: new Date(0),
      say: (line) => void said.push(line),
    });
    expect(said).toEqual([
      `An earlier backup was interrupted, or is still being made: ${at("killed", left)}`,
    ]);
    rmSync(draft, { recursive: true });
  });

  test("says how to protect it, and warns of its place only if that is the register's folder", () => {
    expect(told.join("\n")).toContain("Protect it like the register");
    expect(told.join("\n")).not.toContain("It is in the register's own folder");
  });

  test("that is stopped leaves nothing", async () => {
    const stop = AbortSignal.abort(new PlainError("Stopped."));
    const wish = { dataDir: at("living"), to: at("stopped"), say: quiet, stop };
    await expect(backUpRunning(living.superUrl, wish)).rejects.toThrow("Stopped.");
    expect(readdirSync(at("stopped"))).toEqual([]);
  });

  test("fails with a line if it can't be written, or if there is no register", async () => {
    writeFileSync(at("a-file"), "");
    const where = { dataDir: at("living"), say: quiet };
    await expect(backUpRunning(living.superUrl, { ...where, to: at("a-file", "in") })).rejects.toThrow(
      /can't be written to: it isn't a folder/,
    );
    await expect(backUp({ ...ALONE, dataDir: at("nowhere"), secret: null }, { say: quiet })).rejects.toThrow(
      `There is no register in ${at("nowhere")}.`,
    );
  });
});

test.each([
  [
    "ENOSPC",
    "/there/backups/x",
    "/there can't be written to: there is no room left (ENOSPC). Nothing was kept.",
  ],
  ["EROFS", undefined, "/there can't be written to: it is read-only (EROFS). Nothing was kept."],
  [
    "EACCES",
    "/elsewhere/x",
    "/elsewhere/x can't be read: this account has no permission (EACCES). Nothing was kept.",
  ],
])("%s at %s is explained in a line", (code, place, line) => {
  const error = Object.assign(new Error(code), { code, ...(place === undefined ? {} : { path: place }) });
  expect(plainly(error, "/there")).toMatchObject({ message: line });
});

describe("restored", () => {
  test("it is what it was then, keeps a later checkpoint, and seals nothing until the loss is on record", async () => {
    // Only the database is lost.
    cpSync(at("living", "keys"), at("lost", "keys"), { recursive: true });
    cpSync(at("living", "checkpoints"), at("lost", "checkpoints"), { recursive: true });
    const said = await restored({ into: at("lost") });
    expect(said).toContain("Restored and intact");
    expect(said).toContain("everything after the backup is lost");
    expect(readLastCheckpoint(at("lost"))).toEqual(checkpointOf(after));
    expect(readdirSync(at("lost")).toSorted()).toEqual(["checkpoints", "keys", "postgres", "secrets.json"]);

    const server = await opened("lost");
    const open = "SELECT count(*)::int AS links FROM password_token WHERE used_at IS NULL";
    expect(await askDatabase(living.ownerUrl, open)).toEqual([{ links: 1 }]);
    expect(await askDatabase(server.ownerUrl, open)).toEqual([{ links: 0 }]);
    expect(await verifyRegister([before])).toMatchObject({ intact: true });
    const fault = /a checkpoint of \d+ entries covers it|they are not the entries/;
    expect(await verifyRegister([after])).toMatchObject({
      intact: false,
      fault: expect.stringMatching(fault) as string,
    });
    // If the folder is lost as well, the last copy outside replaces its note.
    writeFileSync(at("copy.note"), after.note);
    const lone = { from: backup, into: at("nowhere") };
    expect(await lookAt(server.appUrl, { ...lone, checkpoint: at("copy.note") })).toMatchObject({
      behind: true,
      note: after.note,
    });
    expect(await lookAt(server.appUrl, { ...lone, checkpoint: null })).toMatchObject({
      behind: false,
      last: { size: before.size },
    });

    const house = { dataDir: at("lost"), sinks: [] };
    const copies = at("copies");
    await copyOut([copies], after, after.note, "2026-11-26");
    const verified = () =>
      verifyRegister(
        [],
        gatherAnchors({ ...house, sinks: [copies], witnesses: [], keys: [], checkpoints: [] }),
      );
    expect(await verified()).toMatchObject({ intact: false, fault: expect.stringMatching(fault) as string });
    expect(await sealLog(house)).toMatchObject({ is: "behind", last: checkpointOf(after) });
    value(await acknowledgeRestore(house, "The disk of the database was lost"));
    // An acknowledgement that no signature covers could be anyone's.
    expect(await verified()).toMatchObject({ intact: false, fault: expect.stringMatching(fault) as string });
    const next = await sealed("lost");
    const well = await verified();
    expect(well).toMatchObject({ intact: true, vouched: next.size, unchecked: [] });
    expect(well.remarks).toEqual([
      expect.stringMatching(
        /^2 of the checkpoints held outside are of what was lost when a backup was restored/,
      ),
    ]);
    expect(next.origin).toBe(`${before.origin}/2`);
    await participants("D", 2);
    const { note: _note, ...last } = await sealed("lost");
    expect(last.origin).toBe(next.origin);
    expect(await verifyRegister([before, last])).toMatchObject({ intact: true });
    await disconnect();
    await server.stop();
  }, 60_000);

  test.each<[string, string, (bytes: Buffer) => Buffer | null, RegExp]>([
    [
      "another byte",
      "database/global/pg_control",
      flipped,
      /global\/pg_control was changed after it was written/,
    ],
    ["a file less", "database/backup_label", () => null, /database\/backup_label is missing/],
    ["a file more", "database/more", () => Buffer.from("more"), /database\/more doesn't belong to it/],
    ["half a list", MANIFEST, (bytes) => bytes.subarray(0, 1000), /is cut off|can't be read/],
    ["no list", MANIFEST, () => null, /is not a complete backup/],
  ])("never from a backup with %s", async (_what, name, change, why) => {
    await spoilt(name, change, async () => {
      expect(await restored({ into: at("damaged") })).toMatch(why);
    });
    expect(existsSync(at("damaged"))).toBe(false);
  });

  test("never over a register, into a folder in use, or among another's keys", async () => {
    const data = at("lost", "postgres");
    expect(await restored({ into: at("lost") })).toContain(
      `move that folder away (mv ${data} ${data}.before)`,
    );
    expect(await restored({ into: at("living") })).toMatch(/A database is running on .* Stop it first/);
    mkdirSync(at("held"));
    const held = hold(at("held"));
    expect(await restored({ into: at("held") })).toContain(`(process ${process.pid}). Stop it first.`);
    if ("release" in held) held.release();
    mkdirSync(at("strange", "keys"), { recursive: true });
    writeFileSync(at("strange", "keys", "sealing-1.pem"), "another");
    expect(await restored({ into: at("strange") })).toContain("another register's");
    expect(await restored({ into: at("elsewhere-2"), checkpoint: at("nothing") })).toContain(
      "There is no file",
    );
    const own = { databaseUrl: living.appUrl, ownerUrl: living.ownerUrl };
    await expect(restore(own, { from: backup, into: at("own"), say: quiet })).rejects.toThrow(
      "DATABASE_URL is set",
    );
  });

  test("never from a version of PostgreSQL that isn't here", async () => {
    const of12 = (bytes: Buffer): Buffer =>
      Buffer.from(String(bytes).replace(/"postgres": \d+/, '"postgres": 12'));
    const hash = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
    const account = readFileSync(path.join(backup, "backup.json"));
    // Changed by someone who also fixes the list.
    const listed = (list: Buffer): Buffer =>
      Buffer.from(String(list).replace(hash(account), hash(of12(account))));
    await spoilt("backup.json", of12, () =>
      spoilt(MANIFEST, listed, async () => {
        expect(await restored({ into: at("old") })).toMatch(/is from PostgreSQL 12, but this checkout has/);
      }),
    );
  });
});

test("WAL segments are counted as PostgreSQL counts them", () => {
  expect(segmentsBetween("0000000100000000000000FE", "000000010000000100000001")).toEqual([
    "0000000100000000000000FE",
    "0000000100000000000000FF",
    "000000010000000100000000",
    "000000010000000100000001",
  ]);
});

const checkpointOf = ({ origin, size, root }: Checkpoint): Checkpoint => ({ origin, size, root });
const readNoteIn = (file: string): Checkpoint | null =>
  readCheckpoint(readNote(readFileSync(file, "utf8"))?.text ?? "");

async function opened(folder: string): Promise<Embedded> {
  await disconnect();
  const server = await startEmbedded(at(folder), { fast: true });
  process.env.DATABASE_URL = server.appUrl;
  return server;
}

function flipped(bytes: Buffer): Buffer {
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  return bytes;
}

/** By another process, which says that it has begun to copy, and is killed. */
async function killedInTheMiddle(): Promise<void> {
  const script = `
    import { backUpRunning } from "${ROOT}/scripts/backup/back-up.mjs";
    const say = (line) => console.log(line);
    await backUpRunning(${JSON.stringify(living.superUrl)}, { dataDir: ${JSON.stringify(at("living"))}, to: ${JSON.stringify(at("killed"))}, say });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve) => {
    child.stdout.on("data", () => child.kill("SIGKILL"));
    child.once("exit", () => {
      resolve();
    });
  });
}
