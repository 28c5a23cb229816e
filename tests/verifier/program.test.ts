import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WORDS } from "@/lib/verifier/verify.mjs";
import { messagesIn } from "@/lib/i18n/message-files";
import { logOf, packageOf, tagged, type Bag } from "./genuine";
import { signerCalled } from "./tree";

const SOURCE = path.resolve(import.meta.dirname, "../../lib/verifier/verify.mjs");
const NO_NETWORK =
  'import net from "node:net"; import dgram from "node:dgram"; const no = () => process.exit(99); net.Socket.prototype.connect = no; dgram.createSocket = no;';

const log = logOf(9);
let home = "";
let files: Bag;

beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "verifier-"));
  copyFileSync(SOURCE, at("verify.mjs"));
  files = packageOf(log, { filter: "priority=3" });
  write("EX-0019", files);
  writeFileSync(at("key.txt"), `${log.signer.verifierKey}\n\n`);
  writeFileSync(at("held.txt"), log.checkpoint());
});
afterAll(() => rmSync(home, { recursive: true }));

const at = (...names: string[]): string => path.join(home, ...names);

function write(folder: string, bag: Bag): void {
  for (const [name, bytes] of bag) {
    mkdirSync(path.dirname(at(folder, name)), { recursive: true });
    writeFileSync(at(folder, name), bytes);
  }
}

/** In an empty folder, with an empty environment; a use of the network exits with 99. */
function run(...args: string[]) {
  const cwd = mkdtempSync(at("empty-"));
  const preload = `data:text/javascript,${encodeURIComponent(NO_NETWORK)}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", preload, at("verify.mjs"), ...args],
    { cwd, env: {} as NodeJS.ProcessEnv, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("exit 0: a genuine package, with the key in a file or as text, and an external checkpoint", () => {
  const { status, stdout, stderr } = run(
    at("EX-0019"),
    "--key",
    at("key.txt"),
    "--checkpoint",
    at("held.txt"),
  );
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("VERIFIED. Proven:");
  expect(stdout).toContain(
    "exported exactly these data as EX-0019: the register. The filter was “priority=3”",
  );
  expect(stdout).toContain("Your checkpoint covers the same");
  expect(run("--key", log.signer.verifierKey, at("EX-0019")).status).toBe(0);
});

test("exit 0: with witnesses, with an older checkpoint, and with the register's proof of another", () => {
  const witness = signerCalled("witness.example/w");
  const note = String(files.get("checkpoint.txt"));
  const line = witness.cosign(note.slice(0, note.indexOf("\n\n") + 1), 1_767_808_800);
  write("witnessed", tagged(new Map([...files, ["checkpoint.txt", Buffer.from(note + line)]])));
  writeFileSync(at("older.txt"), log.checkpoint(5));
  const shared = [at("witnessed"), "--key", at("key.txt"), "--witness", witness.witnessKey];
  const told = run(...shared, "--witnesses", "1", "--checkpoint", at("older.txt"));
  expect([told.status, told.stderr]).toEqual([0, ""]);
  expect(told.stdout).toContain("(1 of 1): witness.example/w (2026-01-07 18:00 UTC).");
  expect(told.stdout).toContain("The log continues from your checkpoint of 5 entries");
  const few = run(...shared, "--witnesses", "2");
  expect([few.status, few.stdout]).toEqual([
    2,
    expect.stringContaining(
      "signed this checkpoint: 1 of the 1 whose keys you have. You asked for at least 2",
    ),
  ]);

  const size = log.events.length;
  writeFileSync(at("other.txt"), log.checkpoint(4));
  const unknown = run(at("EX-0019"), "--key", at("key.txt"), "--checkpoint", at("other.txt"));
  expect(unknown.stdout).toContain(`/api/v1/audit/consistency?from=4&to=${size}`);
  const proof = log
    .tree()
    .consistency(4)
    .map((hash) => hash.toString("base64"));
  writeFileSync(at("proof.json"), JSON.stringify({ from: 4, to: size, proof }));
  const known = run(
    at("EX-0019"),
    "--key",
    at("key.txt"),
    "--checkpoint",
    at("other.txt"),
    "--proof",
    at("proof.json"),
  );
  expect([known.status, known.stdout]).toEqual([
    0,
    expect.stringContaining("continues from your checkpoint of 4 entries"),
  ]);
});

test("exit 1: a changed byte, another key, a link instead of a file", () => {
  const changed = Buffer.from(files.get("data/records/pledge.jsonl") ?? "");
  changed[40] = (changed[40] ?? 0) ^ 1;
  write("changed", new Map([...files, ["data/records/pledge.jsonl", changed]]));
  const told = run(at("changed"), "--key", at("key.txt"));
  expect(told.status).toBe(1);
  expect(told.stdout).toContain("data/records/pledge.jsonl, line 1: pledge");
  expect(told.stdout).toContain("NOT WHAT WAS EXPORTED.");

  const other = run(at("EX-0019"), "--key", signerCalled(log.signer.name).verifierKey);
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining("not signed with your key")]);

  write("linked", files);
  rmSync(at("linked", "README.txt"));
  symlinkSync(at("key.txt"), at("linked", "README.txt"));
  const linked = run(at("linked"), "--key", at("key.txt"));
  expect([linked.status, linked.stdout]).toEqual([1, expect.stringContaining("README.txt is a link")]);
});

test.each<[string, () => string[], RegExp]>([
  ["no folder", () => ["--key", at("key.txt")], /verify\.mjs FOLDER --key KEY/],
  ["no key", () => [at("EX-0019")], /verify\.mjs FOLDER --key KEY/],
  [
    "an option that nobody knows",
    () => [at("EX-0019"), "--key", at("key.txt"), "--force"],
    /FOLDER --key KEY/,
  ],
  [
    "no number of witnesses",
    () => [at("EX-0019"), "--key", at("key.txt"), "--witnesses", "0"],
    /FOLDER --key KEY/,
  ],
  [
    "a witness's key that is none",
    () => [at("EX-0019"), "--key", at("key.txt"), "--witness", log.signer.verifierKey],
    /not the verifier key of a witness/,
  ],
  ["two folders", () => [at("EX-0019"), at("EX-0019"), "--key", at("key.txt")], /FOLDER --key KEY/],
  [
    "a folder that isn't there",
    () => [at("nowhere"), "--key", at("key.txt")],
    /Could not be checked: ENOENT/,
  ],
  ["a package that isn't unpacked", () => [at("held.txt"), "--key", at("key.txt")], /unpack it first/],
  ["a key that isn't there", () => [at("EX-0019"), "--key", at("nowhere")], /Could not be checked: ENOENT/],
  ["a file that holds no key", () => [at("EX-0019"), "--key", at("held.txt")], /This is not a verifier key/],
  ["a folder that is no package", () => [home, "--key", at("key.txt")], /This is not an export package/],
  [
    "a checkpoint that is none",
    () => [at("EX-0019"), "--key", at("key.txt"), "--checkpoint", at("key.txt")],
    /Your checkpoint cannot be read, or is not signed with your key/,
  ],
])("exit 2: %s", (_, args, said) => {
  const { status, stdout, stderr } = run(...args());
  expect(status).toBe(2);
  expect(stdout + stderr).toMatch(said);
});

test("names in a package can't control the terminal", () => {
  const hostile = new Map(files).set("\u001b[2J\u202egnp.exe", Buffer.from("x"));
  write("hostile", hostile);
  const { status, stdout } = run(at("hostile"), "--key", at("key.txt"));
  expect(status).toBe(1);
  for (const steering of ["\u001b", "\u202e"]) expect(stdout).not.toContain(steering);
});

test("the verifier has no imports and uses no network", () => {
  const source = readFileSync(SOURCE, "utf8");
  expect(source).not.toMatch(
    /^\s*import\b|\bimport\(|\brequire\(|\bfetch\(|node:(http|https|net|dns|child)/m,
  );
});

test("the page has the same texts as the program", () => {
  expect(messagesIn("en").verify.said).toEqual(WORDS);
});

test("every code that the verifier can find has a text, and no other has", () => {
  const source = readFileSync(SOURCE, "utf8");
  const codes = [
    ...source.matchAll(/\b(?:bad|say|said)\(\s*"([\w-]+)"/g),
    ...source.matchAll(/\bsay\([^"]*\? "([\w-]+)" : "([\w-]+)"/g),
    ...source.matchAll(/"(author-[a-z-]+)"(?!:)/g),
    ...source.matchAll(/new Finding\("\w+", "([\w-]+)"/g),
    ...source.matchAll(/\? "([a-z]+(?:-[a-z]+)+)"\s*: "([a-z]+(?:-[a-z]+)+)"/g),
  ].flatMap(([, ...found]) => found);
  const views = /const VIEWS = (\[[^\]]+\])/.exec(source)?.[1] ?? "[]";
  codes.push(...(JSON.parse(views) as string[]).map((view) => `view-${view}`));
  expect(codes.length).toBeGreaterThan(60);
  expect([...new Set(codes)].filter((code) => !(code in WORDS))).toEqual([]);
  expect(
    Object.keys(WORDS).filter((code) => !codes.includes(code) && !source.includes(`code: "${code}"`)),
  ).toEqual([]);
});
