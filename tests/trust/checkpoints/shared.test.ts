// Instances without a common folder: the last checkpoint is in the bucket, and the keys come from a file.
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";
import { verifyRegister } from "@/lib/db/verify/verify";
import { readNote } from "@/lib/domain/log/note";
import { storeOf } from "@/lib/platform/files/store";
import { gatherAnchors } from "@/lib/trust/checkpoints/anchors";
import { acknowledgeRestore } from "@/lib/trust/checkpoints/commands";
import { readKeys, signedNote } from "@/lib/trust/checkpoints/keys";
import {
  catchUpBucket,
  findLastCheckpoint,
  findSharedNote,
  keepCheckpoint,
} from "@/lib/trust/checkpoints/last-checkpoint";
import { keepNote } from "@/lib/trust/checkpoints/last-local-checkpoint";
import { addKey, retireKeys } from "@/lib/trust/checkpoints/rotation";
import { sealLog, type SealingPlace } from "@/lib/trust/checkpoints/sealing";
import { change, expectOk, logged, openRegister, type TestRegister } from "../../db/register";
import { openBucket, type TestBucket } from "../../support/files/bucket";

let register: TestRegister;
let bucket: TestBucket;
const home = mkdtempSync(path.join(os.tmpdir(), "register-shared-"));
const secrets = path.join(home, "secrets");
const keysFile = path.join(secrets, "sealing-keys.pem");

beforeAll(async () => {
  [register, bucket] = await Promise.all([openRegister({ demonstration: false }), openBucket()]);
  mkdirSync(secrets);
  writeFileSync(keysFile, pem(), { mode: 0o600 });
});
afterAll(async () => {
  await bucket.close();
  await register.close();
  rmSync(home, { recursive: true });
});
afterEach(() => void (bucket.fails = null));

const pem = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** A machine with its own folder. */
function machine(name: string): SealingPlace {
  const store = storeOf({
    DATA_DIR: home,
    FILES_BUCKET: bucket.address,
    FILES_KEY_ID: bucket.keyId,
    FILES_SECRET: bucket.secret,
    FILES_REGION: bucket.region,
  });
  return { dataDir: path.join(home, name), keysFile, bucket: store, sinks: [] };
}

const write = () => change(register.manager, (tx) => logged(tx, register.source));

async function sealed(house: SealingPlace) {
  const outcome = await sealLog(house);
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  return outcome;
}

test("the next machine continues from what one sealed, and neither makes a key", async () => {
  const first = await sealed(machine("a"));
  await write();
  const second = await sealed(machine("b"));
  expect(second.checkpoint.size).toBeGreaterThan(first.checkpoint.size);
  expect(await findLastCheckpoint(machine("c"))).toEqual(second.checkpoint);
  expect(readdirSync(path.join(home, "a"))).toEqual(["checkpoints"]);
  expect([...bucket.objects.keys()]).toEqual([expect.stringMatching(/\/checkpoints\/[0-9a-f]{16}\.note$/)]);
});

test("a new machine knows that the log isn't what was signed", async () => {
  await write();
  const { note, checkpoint } = await sealed(machine("a"));
  const lost = { ...checkpoint, size: checkpoint.size + 5 };
  await keepCheckpoint(machine("a"), signedNote(lost, readKeys(machine("a"))));
  await write();
  expect(await sealLog(machine("new"))).toEqual({ is: "behind", last: lost, origin: checkpoint.origin });
  expect(await acknowledgeRestore(machine("new"), "Restored")).toMatchObject({ ok: true });
  expect((await sealed(machine("new"))).checkpoint.origin).toBe(`${checkpoint.origin}/2`);
  // The folder of the other one still holds what was lost, under the old name.
  await write();
  keepNote(machine("a").dataDir, note);
  expect((await sealed(machine("a"))).checkpoint.origin).toBe(`${checkpoint.origin}/2`);
});

test("a machine's own later checkpoint counts more than the bucket's, until the bucket has it", async () => {
  await write();
  const { note, checkpoint } = await sealed(machine("a"));
  await write();
  const later = await sealed(machine("a"));
  await machine("a").bucket?.writeText(sharedName(), note);
  expect(await findLastCheckpoint(machine("b"))).toEqual(checkpoint);
  expect(await findLastCheckpoint(machine("a"))).toEqual(later.checkpoint);
  for (const name of ["b", "a"]) await catchUpBucket(machine(name));
  expect(await findLastCheckpoint(machine("b"))).toEqual(later.checkpoint);
});

const sharedName = (): string =>
  [...bucket.objects.keys()].find((name) => name.endsWith(".note"))?.replace(/^.*(?=checkpoints\/)/, "") ??
  "";

test("nothing is sealed while the bucket is away, but it is afterwards", async () => {
  await write();
  bucket.fails = 503;
  await expect(sealLog(machine("a"))).rejects.toThrow("503");
  bucket.fails = null;
  await sealed(machine("a"));
});

test("the log is verified against the checkpoint in the bucket, by the keys of the file", async () => {
  const shared = await findSharedNote(machine("nowhere"));
  const anchors = gatherAnchors({
    ...machine("nowhere"),
    shared: shared && { note: shared.note, where: `${bucket.address}/${shared.name}` },
    witnesses: [],
    keys: [],
    checkpoints: [],
  });
  expect(anchors.keys).toEqual([expect.objectContaining({ from: keysFile })]);
  expect(anchors.external).toEqual([
    expect.objectContaining({ kind: "last", size: shared?.checkpoint.size }),
  ]);
  expect(await verifyRegister([], anchors)).toMatchObject({ intact: true });
});

test("a key is added to the file, and the old one removed from it", async () => {
  await write();
  const { keys, checkpoint } = expectOk(await addKey(machine("a"), "Planned"));
  const read = readNote(checkpoint.note);
  expect(keys.map((key) => read && signatureOf(read, key) !== null)).toEqual([true, true]);
  expect(readKeys(machine("b"))).toHaveLength(2);
  expect(statSync(keysFile).mode & 0o777).toBe(0o600);
  expect(expectOk(await retireKeys(machine("b"), "All have it")).keys).toEqual(keys.slice(1));
  expect(readKeys(machine("a"))).toHaveLength(1);
  expect(readdirSync(secrets)).toEqual(["sealing-keys.pem"]);
});

test("with a file without a key, or with another kind of key, nothing is sealed", async () => {
  const before = readFileSync(keysFile);
  await write();
  writeFileSync(keysFile, "nothing\n");
  expect(await sealLog(machine("a"))).toEqual({ is: "stranger" });
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(keysFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  await expect(sealLog(machine("a"))).rejects.toThrow("not of Ed25519");
  writeFileSync(keysFile, before);
  await sealed(machine("a"));
});
