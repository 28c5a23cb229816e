import { createPublicKey, randomUUID, verify } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acknowledgeRestore } from "@/lib/trust/checkpoints/commands";
import { copyToSinks } from "@/lib/trust/checkpoints/distribute";
import { keepNote, readLastCheckpoint } from "@/lib/trust/checkpoints/last-local-checkpoint";
import { makeKey, readKeys, signedNote } from "@/lib/trust/checkpoints/keys";
import { loadConsistency, loadLogState, loadProof } from "@/lib/trust/checkpoints/queries";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { findSinksBehind, forgetFailure, noteSealing } from "@/lib/db/log/seal/copies";
import { verifyRegister } from "@/lib/db/verify/verify";
import { provesConsistency } from "@/lib/domain/log/merkle";
import {
  base64ToHex,
  readCheckpoint,
  readNote,
  readVerifierKey,
  type Checkpoint,
} from "@/lib/domain/log/note";
import { change, expectOk, openRegister, type TestRegister } from "../../db/register";
import { auditor, officer } from "../../support/cast";
import { auditPath, consistencyProof, nodeHash, provesInclusion, treeHash } from "../../support/plain-tree";

let register: TestRegister;
const house = { dataDir: mkdtempSync(path.join(os.tmpdir(), "register-house-")), sinks: [] };
beforeAll(async () => {
  register = await openRegister();
});
afterAll(async () => {
  await register.close();
  rmSync(house.dataDir, { recursive: true });
});

/** That many events in one transaction. */
const write = (events: number) =>
  change(register.manager, async (tx) => {
    for (let n = 0; n < events; n += 1) {
      const baseline = { id: randomUUID(), name: randomUUID(), asOf: tx.at, version: 1, createdAt: tx.at };
      await tx.save("baseline", null, baseline, { action: "baseline.named" });
    }
  });

const leaves = async (): Promise<string[]> => {
  const { rows } = await register.owner.query<{ hash: string }>(
    "SELECT leaf_hash AS hash FROM audit.event ORDER BY seq",
  );
  return rows.map(({ hash }) => hash);
};

async function sealed(
  where: { dataDir: string; sinks: string[] } = house,
): Promise<Checkpoint & { note: string }> {
  const outcome = await sealLog(where);
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  return { ...outcome.checkpoint, note: outcome.note };
}

/** By a verifier key, as anyone would check it. */
function isSignedBy(key: string, note: string): boolean {
  const { name = "", keyId = "", publicKey = "" } = readVerifierKey(key) ?? {};
  const { text = "", signatures = [] } = readNote(note) ?? {};
  const spki = Buffer.from(`302a300506032b6570032100${publicKey}`, "hex");
  const publicHalf = createPublicKey({ key: spki, format: "der", type: "spki" });
  return signatures.some(({ name: by, value }) => {
    const bytes = base64ToHex(value) ?? "";
    if (by !== name || !bytes.startsWith(keyId)) return false;
    return verify(null, Buffer.from(text), publicHalf, Buffer.from(bytes.slice(8), "hex"));
  });
}

describe("sealing", () => {
  test("covers everything on record by one hash, and signs it with its own key", async () => {
    const { size, root, note } = await sealed();
    const all = await leaves();
    expect({ size, root }).toEqual({ size: all.length, root: treeHash(all) });
    const state = expectOk(await loadLogState(auditor));
    expect(state).toMatchObject({
      unsealed: 0,
      unsealedSince: null,
      entries: size,
      checkpoint: { size, root, note },
    });
    expect(state.keys).toHaveLength(1);
    expect(isSignedBy(state.keys[0] ?? "", note)).toBe(true);
    const [file = ""] = readdirSync(path.join(house.dataDir, "keys"));
    expect(statSync(path.join(house.dataDir, "keys", file)).mode & 0o777).toBe(0o600);
    expect(readLastCheckpoint(house.dataDir)).toEqual(readCheckpoint(readNote(note)?.text ?? ""));
  });

  test("does nothing if nothing is new", async () => {
    expect(await sealLog(house)).toEqual({ is: "idle" });
  });

  test("continues, and every proof is that of an independently built tree", async () => {
    const before = await sealedAfter(300);
    const after = await sealedAfter(301);
    const all = await leaves();
    expect(after.root).toBe(treeHash(all));
    const { rows: nodes } = await register.owner.query<{ index: number; hash: string }>(
      "SELECT index::int, hash FROM audit.node WHERE level = 8 ORDER BY index",
    );
    expect(nodes.length).toBe(Math.floor(all.length / 256));
    for (const { index, hash } of nodes)
      expect(hash).toBe(treeHash(all.slice(index * 256, (index + 1) * 256)));

    for (const seq of [1, 2, 255, 256, 257, 512, before.size, after.size]) {
      const { proof, leafHash, checkpoint } = expectOk(await loadProof(auditor, seq));
      expect(proof).toEqual(auditPath(seq - 1, all));
      expect(provesInclusion({ ...checkpoint, leaf: seq - 1, hash: leafHash }, proof)).toBe(true);
    }
    const { proof } = expectOk(await loadConsistency(auditor, { from: before.size, to: after.size }));
    expect(proof).toEqual(consistencyProof(before.size, all));
    expect(provesConsistency(before, after, proof, nodeHash)).toBe(true);
  });

  test("is done once if two processes do it at the same time", async () => {
    await write(1);
    const outcomes = await Promise.all([sealLog(house), sealLog(house)]);
    expect(outcomes.map(({ is }) => is).sort()).toEqual(["idle", "sealed"]);
  });

  test("is left to others by a process without a key of this log", async () => {
    await write(1);
    const other = { dataDir: mkdtempSync(path.join(os.tmpdir(), "register-house-")), sinks: [] };
    expect(await sealLog(other)).toEqual({ is: "stranger" });
    makeKey(other);
    expect(await sealLog(other)).toEqual({ is: "stranger" });
    rmSync(other.dataDir, { recursive: true });
    await sealed();
  });

  test("signs with the old and a new key, and then with the new one alone", async () => {
    const [old] = readKeys(house);
    makeKey(house);
    const both = await sealedAfter(1);
    const { keys } = expectOk(await loadLogState(auditor));
    expect(keys).toHaveLength(2);
    expect(keys.map((key) => isSignedBy(key, both.note))).toEqual([true, true]);
    rmSync(path.join(house.dataDir, "keys", "sealing-1.pem"));
    const alone = await sealedAfter(1);
    expect(keys.map((key) => isSignedBy(key, alone.note))).toEqual([false, true]);
    expect(old?.asymmetricKeyType).toBe("ed25519");
  });
});

describe("a log that isn't what was signed", () => {
  test.each([
    ["shorter, as a restored backup is", { more: 5, root: null }],
    ["as long and another", { more: 0, root: "ab".repeat(32) }],
  ])("%s, is not signed", async (_what, { more, root }) => {
    const { note, ...last } = await sealedAfter(1);
    const lost = { ...last, size: last.size + more, root: root ?? last.root };
    keepNote(house.dataDir, signedNote(lost, readKeys(house)));
    await write(1);
    expect(await sealLog(house)).toEqual({ is: "behind", last: lost, origin: last.origin });
    keepNote(house.dataDir, note);
    await sealed();
  });

  test("continues under another name once that is acknowledged on record", async () => {
    expect(await acknowledgeRestore(house, "Nothing was restored")).toMatchObject({
      refusal: { code: "already-there" },
    });
    const { note: _note, ...last } = await sealedAfter(1);
    const lost = { ...last, size: last.size + 5 };
    keepNote(house.dataDir, signedNote(lost, readKeys(house)));
    await write(1);
    expect(await acknowledgeRestore(house, "Restored from the backup of the night")).toEqual({
      ok: true,
      value: lost,
    });
    const after = await sealed();
    expect(after.origin).toBe(`${last.origin}/2`);
    expect(after.root).toBe(treeHash(await leaves()));
    const { rows } = await register.owner.query<{ reason: string }>(
      "SELECT reason FROM audit.event WHERE action = 'register.restore-acknowledged'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reason).toContain(`of ${lost.size} entries of ${last.origin}`);
    expect(await verifyRegister([last])).toMatchObject({ intact: true });
    expect(await verifyRegister([lost])).toMatchObject({ intact: false });
  });

  test("that is older than an earlier acknowledgement continues under an unused name", async () => {
    const { note: _note, ...last } = await sealedAfter(1);
    const turn = Number(last.origin.split("/")[2]);
    const name = (n: number) => last.origin.replace(/\d+$/, String(n));
    // As when the same backup is restored once more: what is lost has a later name than what is there.
    const lost = { origin: name(turn + 1), size: last.size, root: last.root };
    keepNote(house.dataDir, signedNote(lost, readKeys(house)));
    await write(1);
    expect(await sealLog(house)).toEqual({ is: "behind", last: lost, origin: last.origin });
    expect(await acknowledgeRestore(house, "Restored once more")).toMatchObject({ ok: true });
    expect((await sealed()).origin).toBe(name(turn + 2));
    expect(await verifyRegister([last])).toMatchObject({ intact: true });
  });

  test("is refused if it doesn't begin with its own last checkpoint", async () => {
    const { size } = await sealedAfter(1);
    const change = (to: string) =>
      register.owner.query("UPDATE audit.event SET leaf_hash = $2 WHERE seq = $1", [size, to]);
    const hash = (await leaves()).at(-1) ?? "";
    await register.owner.query("ALTER TABLE audit.event DISABLE TRIGGER stays");
    await change("cd".repeat(32));
    await write(1);
    rmSync(path.join(house.dataDir, "checkpoints"), { recursive: true });
    await expect(sealLog(house)).rejects.toThrow(`the ${size} entries of its last checkpoint`);
    await change(hash);
    await register.owner.query("ALTER TABLE audit.event ENABLE ALWAYS TRIGGER stays");
    await sealed();
  });

  test("a kept note that can't be read stops sealing", async () => {
    writeFileSync(path.join(house.dataDir, "checkpoints", "latest.note"), "nothing\n");
    await write(1);
    await expect(sealLog(house)).rejects.toThrow("holds no checkpoint");
    rmSync(path.join(house.dataDir, "checkpoints"), { recursive: true });
    await sealed();
  });
});

test("a failure that is over is forgotten, but not that the log doesn't match its checkpoint", async () => {
  const faultAfter = async (...given: Parameters<typeof noteSealing>) => {
    await noteSealing(...given);
    await forgetFailure();
    return expectOk(await loadLogState(auditor)).fault;
  };
  expect(await faultAfter("failed", null)).toBeNull();
  expect(await faultAfter("behind", 7)).toBe("behind");
  await noteSealing(null, null);
});

test("the database refuses a checkpoint ahead of the log, and keeps what it has", async () => {
  const asking = (size: number) =>
    register.app.query("SELECT audit.seal('log', $1, $2, 'note', '[]', '{}')", [size, "ab".repeat(32)]);
  await expect(asking(100_000)).rejects.toThrow("ahead of the log");
  for (const table of ["node", "checkpoint", "sealing_key", "cosignature"]) {
    await expect(register.app.query(`DELETE FROM audit.${table}`)).rejects.toThrow("permission denied");
    await expect(register.owner.query(`DELETE FROM audit.${table}`)).rejects.toThrow(
      "what is on the record stays",
    );
  }
});

describe("copies", () => {
  test("go to folders and addresses; one that fails is shown, and sent again", async () => {
    const taken: string[] = [];
    let status = 500;
    const server = createServer((request, response) => {
      let text = "";
      request.setEncoding("utf8").on("data", (part: string) => (text += part));
      request.on("end", () => {
        if (status === 200) taken.push(text);
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkpoints`;
    const folder = path.join(house.dataDir, "outside");
    await write(1);
    const sinks = [folder, address];
    const { note, size } = await sealed({ dataDir: house.dataDir, sinks });
    expect(await findSinksBehind(sinks)).toEqual(sinks.toSorted());
    await copyToSinks(sinks);
    expect(readFileSync(path.join(folder, "latest.note"), "utf8")).toBe(note);
    const copies = async () => expectOk(await loadLogState(auditor)).copies;
    expect(await copies()).toMatchObject([
      { sink: folder, size, copiedAt: expect.any(String) as string, fault: null },
      { sink: address, size: null, copiedAt: null, fault: "answered 500" },
    ]);
    // What a process that starts now would send.
    expect(await findSinksBehind(sinks)).toEqual([address]);

    status = 200;
    await copyToSinks(sinks);
    expect(taken).toEqual([note]);
    expect((await copies()).map(({ fault, size }) => ({ fault, size }))).toEqual([
      { fault: null, size },
      { fault: null, size },
    ]);
    await copyToSinks(sinks);
    expect(taken).toHaveLength(1);
    expect(await findSinksBehind(sinks)).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });
});

test("an entry that isn't sealed has no proof, and a person who may not read the log gets none", async () => {
  await write(1);
  const { entries } = expectOk(await loadLogState(auditor));
  expect(await loadProof(auditor, entries)).toMatchObject({
    refusal: { errors: [{ code: "not-yet-sealed" }] },
  });
  expect(await loadProof(auditor, entries + 1)).toMatchObject({ refusal: { code: "not-found" } });
  expect(await loadConsistency(auditor, { from: 1, to: entries + 1 })).toMatchObject({
    refusal: { errors: [{ path: "to", code: "ahead-of-log" }] },
  });
  expect(await loadConsistency(auditor, { from: 2, to: 1 })).toMatchObject({ ok: false });
  for (const refused of [
    await loadLogState(officer),
    await loadProof(officer, 1),
    await loadConsistency(officer, { from: 1, to: 2 }),
  ])
    expect(refused).toMatchObject({ ok: false, refusal: { code: "role" } });
});

async function sealedAfter(events: number): Promise<Checkpoint & { note: string }> {
  await write(events);
  return sealed();
}
