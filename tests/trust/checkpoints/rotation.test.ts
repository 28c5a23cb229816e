import type { KeyObject } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherAnchors } from "@/lib/trust/checkpoints/anchors";
import { keepNote } from "@/lib/trust/checkpoints/last-local-checkpoint";
import { draftRemoval, makeKey, readKeys, signedNote } from "@/lib/trust/checkpoints/keys";
import { loadLogState } from "@/lib/trust/checkpoints/queries";
import { addKey, retireKeys, type Rotated } from "@/lib/trust/checkpoints/rotation";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";
import { verdictIn, verifyRegister } from "@/lib/db/verify/verify";
import { readNote } from "@/lib/domain/log/note";
import { expectOk, openRegister, type TestRegister } from "../../db/register";
import { auditor } from "../../support/cast";

let register: TestRegister;
const house = { dataDir: mkdtempSync(path.join(os.tmpdir(), "register-house-")), sinks: [] };
beforeAll(async () => {
  register = await openRegister();
});
afterAll(async () => {
  await register.close();
  rmSync(house.dataDir, { recursive: true });
});

const lying = (): string[] => readdirSync(path.join(house.dataDir, "keys")).sort();
const signers = (note: string, keys: readonly string[]): boolean[] => {
  const read = readNote(note);
  return keys.map((key) => read !== null && signatureOf(read, key) !== null);
};
const reasons = async (action: string): Promise<string[]> =>
  (
    await register.owner.query<{ reason: string }>(
      "SELECT reason FROM audit.event WHERE action = $1 ORDER BY seq",
      [action],
    )
  ).rows.map(({ reason }) => reason);

let retiredKey: KeyObject;
let old = "";
let added: Rotated;

test("a new key is added to the old one, on record and under a checkpoint that both signed", async () => {
  await sealLog(house);
  [retiredKey] = readKeys(house) as [KeyObject];
  old = expectOk(await loadLogState(auditor)).keys[0] ?? "";
  added = expectOk(await addKey(house, "Planned"));
  const [next = ""] = added.changed;
  expect(added.keys).toEqual([old, next]);
  expect(signers(added.checkpoint.note, [old, next])).toEqual([true, true]);
  expect(lying()).toEqual(["sealing-1.pem", "sealing-2.pem"]);
  expect(statSync(path.join(house.dataDir, "keys", "sealing-2.pem")).mode & 0o777).toBe(0o600);
  expect(await reasons("register.key-added")).toEqual([`Planned (Key: ${next})`]);
  expect(expectOk(await loadLogState(auditor)).keys).toEqual([old, next]);
});

test("a third key has to wait until the first is retired", async () => {
  expect(await addKey(house, "Again")).toMatchObject({ refusal: { code: "already-there" } });
  expect(lying()).toHaveLength(2);
});

test("the old key is retired, on record and under a checkpoint that only the new one signed", async () => {
  const [next = ""] = added.changed;
  const { keys, changed, checkpoint } = expectOk(await retireKeys(house, "A month later"));
  expect([keys, changed]).toEqual([[next], [old]]);
  expect(signers(checkpoint.note, [old, next])).toEqual([false, true]);
  expect(checkpoint.origin).toBe(added.checkpoint.origin);
  expect(lying()).toEqual(["sealing-2.pem"]);
  expect(await reasons("register.key-retired")).toEqual([`A month later (Key: ${old})`]);
  expect(await verifyRegister([added.checkpoint, checkpoint])).toMatchObject({ intact: true });
});

describe("verified", () => {
  const anchors = (keys: string[]) => gatherAnchors({ ...house, witnesses: [], keys, checkpoints: [] });

  test("the retired key is known by the entry that retired it, which the new one's signature covers", async () => {
    const verdict = await verifyRegister([], anchors([]));
    expect(verdict).toMatchObject({ intact: true, remarks: [], unchecked: [] });
    expect(verdict.vouched).toBe(verdict.events);
  });

  test("with only the old key, the new one is known by the entry that added it", async () => {
    const verdict = await verifyRegister([], anchors([old]));
    expect(verdict).toMatchObject({ intact: true, vouched: verdict.events });
    const by = expect.stringMatching(/^key [0-9a-f]{8} \(entry \d+ of the log\)$/) as string;
    expect(verdict.bounds[0]).toMatchObject({ rests: "signature", by });
  });

  test("what only the retired key signs afterwards is not accepted", async () => {
    const { checkpoint } = expectOk(await loadLogState(auditor));
    if (!checkpoint) throw new Error("nothing is sealed");
    const { size } = checkpoint;
    await register.owner.query("BEGIN");
    await register.owner.query("ALTER TABLE audit.checkpoint DISABLE TRIGGER USER");
    await register.owner.query("UPDATE audit.checkpoint SET note = $1 WHERE size = $2", [
      signedNote(checkpoint, [retiredKey]),
      size,
    ]);
    const verdict = await verdictIn(register.owner, [], anchors([]));
    await register.owner.query("ROLLBACK");
    expect(verdict.fault).toMatch(
      /^checkpoint 3, of \d+ entries: it is signed by a key alone that entry \d+ had retired$/,
    );
  });
});

test("while a restored backup waits to be acknowledged, no key is added or retired", async () => {
  const { checkpoint } = expectOk(await loadLogState(auditor));
  if (!checkpoint) throw new Error("nothing is sealed");
  const { note, ...last } = checkpoint;
  keepNote(house.dataDir, signedNote({ ...last, size: last.size + 5 }, readKeys(house)));
  for (const refused of [await addKey(house, "Now"), await retireKeys(house, "Now")])
    expect(refused).toMatchObject({ refusal: { code: "in-progress" } });
  keepNote(house.dataDir, note);
});

test("a key isn't retired if it is the only one, or the other has signed nothing yet", async () => {
  expect(await retireKeys(house, "Once more")).toMatchObject({ refusal: { code: "no-such-step" } });
  makeKey(house);
  expect(await retireKeys(house, "Once more")).toMatchObject({ refusal: { code: "no-such-step" } });
  expect(lying()).toHaveLength(2);
  expect(await reasons("register.key-retired")).toHaveLength(1);
});

test("a folder without the keys of this log can't add one", async () => {
  draftRemoval(house, 2).keep();
  expect(await addKey(house, "Now")).toMatchObject({ refusal: { code: "not-found" } });
  expect(lying()).toEqual([]);
});
