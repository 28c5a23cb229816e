// `npm run verify` as a person starts it: what it prints, how it ends, and that its reader may leave early.
import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOut } from "@/lib/trust/checkpoints/copies";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { ROOT, RUN_TS } from "@/scripts/base/paths.mjs";
import { change, logged, openRegister, type TestRegister } from "../db/register";

let register: TestRegister;
let key = "";
const dataDir = mkdtempSync(path.join(os.tmpdir(), "register-house-"));
const sink = path.join(dataDir, "copies");
const note = path.join(dataDir, "checkpoints", "latest.note");

beforeAll(async () => {
  register = await openRegister();
  await change(register.manager, (tx) => logged(tx, register.source));
  const outcome = await sealLog({ dataDir, sinks: [] });
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  await copyOut([sink], outcome.checkpoint, outcome.note, "2026-02-25");
  const { rows } = await register.app.query<{ key: string }>(
    "SELECT verifier_key AS key FROM audit.sealing_key",
  );
  key = rows[0]?.key ?? "";
});
afterAll(async () => {
  await register.close();
  rmSync(dataDir, { recursive: true });
});

interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

/** `leaves`: the reader of its output goes as soon as it begins. */
function verified(args: string[], env: Record<string, string> = {}, leaves = false): Promise<Ended> {
  const child = spawn(process.execPath, [...RUN_TS, "scripts/verify/main.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, ...env },
  });
  let [out, errors] = ["", ""];
  if (leaves) child.stdout.destroy();
  else child.stdout.on("data", (data) => (out += String(data)));
  child.stderr.on("data", (data) => (errors += String(data)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, errors })));
}

const nowhere = path.join(dataDir, "nowhere");

test("an intact log exits with 0, by its own key, last note and copies, and says what isn't covered", async () => {
  appendFileSync(path.join(sink, "2026-02-26.notes"), "pledge-register/cut off\n7\n");
  const { code, out } = await verified([], { CHECKPOINT_SINKS: `${sink} https://copies.example/x` });
  expect(out).toMatch(/^intact: \d+ events, \d+ records\n/);
  expect(out).toMatch(
    /entries 1 to \d+: 1 checkpoint in audit\.checkpoint; this rests on a signature of key /,
  );
  expect(out).toContain(`2 checkpoints in ${sink}; this rests on a signature of key`);
  expect(out).toContain("copies in https://copies.example/x: they can't be read from here");
  expect(out.split("\n\n").at(-1)).toMatch(/^Not covered:\n {2}– passwords/);
  expect(code).toBe(0);
});

test("elsewhere it needs a key or a checkpoint, and without either exits with 2", async () => {
  const elsewhere = { DATA_DIR: nowhere };
  const [alone, byKey, byNote, byBoth] = await Promise.all([
    verified([], elsewhere),
    verified(["--key", key], elsewhere),
    verified(["--checkpoint", note], elsewhere),
    verified(["--checkpoint", note, "--key", key], elsewhere),
  ]);
  expect(alone).toMatchObject({ code: 2, out: expect.stringMatching(/^could not verify: /) as string });
  for (const { code, out } of [byKey, byNote, byBoth]) {
    expect(out).toMatch(/^intact: /);
    expect(code).toBe(0);
  }
  expect(byNote.out).toContain(`this rests on trust in the keeper of ${note}`);
  expect(byNote.out).toContain(
    "the first entry that no verified signature covers is 1; entries up to 6 rest on",
  );
  expect(byBoth.out).toContain("(--key)");
}, 60_000);

test("what is no checkpoint or no key exits with 2, and another log's key with 1", async () => {
  const other = path.join(dataDir, "other.note");
  writeFileSync(other, "nothing\n");
  const stranger = "pledge-register/0000000000000000+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const [none, noKey, strange] = await Promise.all([
    verified(["--checkpoint", other]),
    verified(["--key", "key"]),
    verified(["--checkpoint", note, "--key", stranger]),
  ]);
  expect(none).toMatchObject({ code: 2, errors: expect.stringContaining("is no checkpoint") as string });
  expect(noKey).toMatchObject({
    code: 2,
    errors: expect.stringContaining("this is no verifier key") as string,
  });
  // With another's key nothing of this log is signed as it should be.
  expect(strange).toMatchObject({
    code: 1,
    out: expect.stringContaining("none of the log's keys") as string,
  });
}, 60_000);

test("a forged log exits with 1, and the entry is named", async () => {
  const { owner } = register;
  const text = readFileSync(note, "utf8");
  await owner.query("ALTER TABLE audit.head DISABLE TRIGGER USER");
  await owner.query("UPDATE audit.head SET recorded_at = recorded_at + interval '1 hour'");
  const { code, out } = await verified(["--checkpoint", note]);
  await owner.query("UPDATE audit.head SET recorded_at = recorded_at - interval '1 hour'");
  await owner.query("ALTER TABLE audit.head ENABLE ALWAYS TRIGGER appended");
  await owner.query("ALTER TABLE audit.head ENABLE ALWAYS TRIGGER stays");
  expect(out).toMatch(/^not intact: entry \d+: the head of the log holds another time for it\n/);
  expect(code).toBe(1);
  expect(readFileSync(note, "utf8")).toBe(text);
});

test("if the reader of its output leaves, it exits as usual and prints no error", async () => {
  const [intact, unverified] = await Promise.all([
    verified([], {}, true),
    verified([], { DATA_DIR: nowhere }, true),
  ]);
  expect(intact.code).toBe(0);
  expect(unverified.code).toBe(2);
  for (const { errors } of [intact, unverified]) expect(errors).not.toMatch(/EPIPE|Error:|^ +at /m);
}, 60_000);
