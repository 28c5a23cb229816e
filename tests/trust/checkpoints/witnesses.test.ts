// The sealer with witnesses that run as separate processes, as another country would run them.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askWitness } from "@/lib/trust/checkpoints/witness-client";
import { copyToSinks, distribute } from "@/lib/trust/checkpoints/distribute";
import { readExternalCheckpoints } from "@/lib/trust/checkpoints/external-checkpoint";
import { loadLogState } from "@/lib/trust/checkpoints/queries";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";
import { attest } from "@/lib/trust/checkpoints/witnessing";
import { verifyRegister } from "@/lib/db/verify/verify";
import { readNote, type Checkpoint } from "@/lib/domain/log/note";
import type { Witness } from "@/lib/domain/log/witness";
import { change, expectOk, openRegister, type TestRegister } from "../../db/register";
import { auditor } from "../../support/cast";
import {
  configure,
  endWitness,
  startWitness,
  witnessFolder,
  type RunningWitness,
} from "../../support/processes/witness-process";
import { signerCalled } from "../../verifier/tree";

const NAMES = ["one.example/w", "two.example/w"] as const;
let register: TestRegister;
let running: RunningWitness[] = [];
const dataDir = mkdtempSync(path.join(os.tmpdir(), "register-house-"));
const folder = path.join(dataDir, "outside");
const house = { dataDir, sinks: [folder] };

beforeAll(async () => {
  register = await openRegister();
  await sealed();
  const { checkpoint, keys } = await state();
  const logs = [{ origin: checkpoint?.origin ?? "", keys }];
  running = await Promise.all(NAMES.map((name) => startWitness(witnessFolder(name, logs))));
});
afterAll(async () => {
  await Promise.all(running.map(endWitness));
  await register.close();
  rmSync(dataDir, { recursive: true });
});

const state = async () => expectOk(await loadLogState(auditor));
const witnesses = (): Witness[] =>
  running.map(({ address, key }) => ({ address, key, name: key.split("+")[0] ?? "" }));

const write = (events: number) =>
  change(register.manager, async (tx) => {
    for (let n = 0; n < events; n += 1) {
      const baseline = { id: randomUUID(), name: randomUUID(), asOf: tx.at, version: 1, createdAt: tx.at };
      await tx.save("baseline", null, baseline, { action: "baseline.named" });
    }
  });

async function sealed(events = 1): Promise<Checkpoint & { note: string }> {
  await write(events);
  const outcome = await sealLog(house);
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  return { ...outcome.checkpoint, note: outcome.note };
}

/** Asks the witnesses directly. */
const shown = (to = witnesses()) => attest(to);

describe("a checkpoint that continues the log", () => {
  test("is signed by both witnesses, and its note is kept, copied and verified", async () => {
    const { size, root, origin, note } = await sealed(300);
    await distribute({ ...house, witnesses: witnesses() });
    const { checkpoint, keys, witnesses: standing } = await state();
    expect(checkpoint).toMatchObject({ size, root, origin });
    const whole = checkpoint?.note ?? "";
    expect(whole.startsWith(note)).toBe(true);
    const read = readNote(whole);
    expect(read?.signatures).toHaveLength(3);
    for (const key of [...keys, ...running.map((one) => one.key)])
      expect(read && signatureOf(read, key)).not.toBeNull();
    expect(readFileSync(path.join(dataDir, "checkpoints", "latest.note"), "utf8")).toBe(whole);
    expect(readFileSync(path.join(folder, "latest.note"), "utf8")).toBe(whole);
    expect(standing).toMatchObject(
      NAMES.map((name) => ({
        ...{ name, size, fault: null, refusedAt: null, old: false, refusing: false },
        cosignedAt: expect.stringMatching(/Z$/) as string,
      })),
    );
    const held = readExternalCheckpoints(whole, [running[1]?.key ?? ""]);
    expect(await verifyRegister(held)).toMatchObject({ intact: true });
    expect(() => readExternalCheckpoints(note, [running[1]?.key ?? ""])).toThrow(
      "signed by none of the keys given",
    );
  });

  test("isn't sent again to a witness that has signed it", async () => {
    expect(await shown()).toBeNull();
  });

  test("is signed from whatever size a witness has", async () => {
    const [first] = witnesses();
    if (!first) throw new Error("no witness");
    const { note, ...next } = await sealed(5);
    for (const before of [0, 3, next.size])
      expect(await askWitness(first, { ...next, note }, before)).toMatchObject({ is: "signed" });
    const after = await sealed(5);
    expect(await shown()).toMatchObject({ size: after.size });
  });
});

describe("a witness that doesn't sign", () => {
  const faultOf = async (name: string) => (await state()).witnesses.find((one) => one.name === name)?.fault;

  test("because it is stopped doesn't hinder sealing or the other, and catches up afterwards", async () => {
    const [first, second] = running;
    if (!first || !second) throw new Error("no witness");
    await first.stop("SIGKILL");
    const { size } = await sealed();
    expect(await shown()).toMatchObject({ size });
    expect(await faultOf(NAMES[0])).toBe("unreachable");
    expect(readNote((await state()).checkpoint?.note ?? "")?.signatures).toHaveLength(2);
    await sealed();

    const again = await startWitness(first.folder);
    running = [again, second];
    expect(again.key).toBe(first.key);
    await shown();
    expect(await faultOf(NAMES[0])).toBeNull();
    expect(readNote((await state()).checkpoint?.note ?? "")?.signatures).toHaveLength(3);
  });

  test("is left alone for a while, and then asked again", async () => {
    const resting = new Map<string, number>();
    const patience = { resting, mayShow: () => true };
    let asked = 0;
    const { address, end } = await listening((_request, response) => {
      asked += 1;
      response.writeHead(500).end();
    });
    const broken = { address, key: signerCalled("broken.example/w").witnessKey, name: "broken.example/w" };
    await sealed();
    await attest([broken], patience);
    await attest([broken], patience);
    expect(asked).toBe(1);
    expect(await faultOf("broken.example/w")).toBe("unexpected");
    resting.set(broken.key, performance.now() - 1);
    await attest([broken], patience);
    expect(asked).toBe(2);
    await end();
    // A witness that is no longer asked isn't listed.
    await shown();
    expect((await state()).witnesses.map(({ name }) => name)).toEqual([...NAMES]);
  });

  test.each<[string, RequestListener, string]>([
    ["says nothing", () => undefined, "unreachable"],
    [
      "says nothing to the end",
      (_request, response) => void response.writeHead(200).write("\u2014 "),
      "unreachable",
    ],
    [
      "leads elsewhere",
      (_request, response) => response.writeHead(302, { Location: "/" }).end(),
      "unreachable",
    ],
    ["knows no such log", (_request, response) => response.writeHead(404).end(), "unknown-log"],
    ["knows no such key", (_request, response) => response.writeHead(403).end(), "unknown-key"],
    ["says a size that is none", (_request, response) => response.writeHead(409).end("many"), "unexpected"],
    ["says ever other sizes", otherSizes(), "unexpected"],
    [
      "signs with another key",
      (_request, response) => response.end(`\u2014 x.example/w ${"A".repeat(104)}\n`),
      "bad-answer",
    ],
    ["answers without end", (_request, response) => flood(response), "bad-answer"],
    ["refuses", (_request, response) => response.writeHead(422).end(), "inconsistent"],
  ])("because it %s is at fault", async (what, listener, fault) => {
    const { address, end } = await listening(listener);
    const { checkpoint } = await state();
    if (!checkpoint) throw new Error("nothing is sealed");
    const witness = { address, key: signerCalled("x.example/w").witnessKey, name: "x.example/w" };
    // A witness that answers may be slow, on a machine that is busy with other things.
    const patienceMs = what.startsWith("says nothing") ? 300 : 30_000;
    expect(await askWitness(witness, checkpoint, 0, patienceMs)).toEqual({ is: "fault", fault });
    await end();
  });
});

test("a log that a witness doesn't know is a fault until it is made known", async () => {
  const [first] = running;
  if (!first) throw new Error("no witness");
  const { keys } = await state();
  configure(first.folder, { name: NAMES[0], port: 0, logs: [{ origin: "pledge-register/other", keys }] });
  await first.stop();
  const other = await startWitness(first.folder);
  running = running.with(0, other);
  await sealed();
  await shown();
  expect((await state()).witnesses[0]).toMatchObject({ fault: "unknown-log", refusing: false });
  const { checkpoint } = await state();
  configure(first.folder, { name: NAMES[0], port: 0, logs: [{ origin: checkpoint?.origin, keys }] });
  await other.stop();
  running = running.with(0, await startWitness(first.folder));
  await shown();
  expect((await state()).witnesses[0]).toMatchObject({ fault: null });
});

describe("a database that was set back, with everything kept next to it", () => {
  test("is refused by both witnesses while it is shorter, and when it has grown again", async () => {
    const { size: before } = await sealed();
    await shown();
    const { size: last } = await sealed(3);
    expect(await shown()).toMatchObject({ size: last });
    await takenBackTo(before);
    rmSync(path.join(dataDir, "checkpoints"), { recursive: true });

    const refusing = async () => (await state()).witnesses.map(({ refusing }) => refusing);
    const { size: shorter } = await sealed();
    expect(shorter).toBe(before + 1);
    expect(await shown()).toBeNull();
    expect(await refusing()).toEqual([true, true]);
    const same = await sealed(last - shorter);
    expect(same.size).toBe(last);
    expect(await shown()).toBeNull();
    expect(await refusing()).toEqual([true, true]);
    const longer = await sealed(4);
    expect(await shown()).toBeNull();
    expect((await state()).witnesses).toMatchObject(
      NAMES.map((name) => ({
        ...{ name, fault: "inconsistent", refusing: true, size: before, refusedSize: longer.size },
        refusedAt: expect.any(String) as string,
      })),
    );
    for (const { output: said } of running)
      expect(said()).toContain("Both are signed: the log was rewritten");
    expect(readNote((await state()).checkpoint?.note ?? "")?.signatures).toHaveLength(1);
    // Nothing in the database itself is wrong: only those who signed before can tell.
    expect(readNote(longer.note)?.signatures).toHaveLength(1);
    await copyToSinks(house.sinks);
  });
});

test("the database takes a cosignature of a checkpoint that it has, once, and keeps it", async () => {
  const asking = (id: number, line: string) =>
    register.app.query("SELECT audit.cosign($1, 'key', $2, now())", [id, line]);
  await expect(asking(100_000, "line")).rejects.toThrow("foreign key");
  await asking(1, "first");
  await asking(1, "second");
  await expect(asking(2, "two\nlines")).rejects.toThrow("check constraint");
  const { rows } = await register.app.query<{ line: string }>(
    "SELECT line FROM audit.cosignature WHERE verifier_key = 'key'",
  );
  expect(rows).toEqual([{ line: "first" }]);
  await expect(
    register.app.query("INSERT INTO audit.cosignature SELECT * FROM audit.cosignature"),
  ).rejects.toThrow("permission denied");
});

/** As after restoring an old backup of the database; past its guards. */
async function takenBackTo(size: number): Promise<void> {
  const { owner } = register;
  const guarded = ["event", "checkpoint", "cosignature", "node", "head"].map((table) => `audit.${table}`);
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query(
    "DELETE FROM audit.cosignature WHERE checkpoint_id IN (SELECT id FROM audit.checkpoint WHERE size > $1)",
    [size],
  );
  await owner.query("DELETE FROM audit.checkpoint WHERE size > $1", [size]);
  await owner.query("DELETE FROM audit.node WHERE (index + 1) * 2 ^ level > $1", [size]);
  await owner.query("DELETE FROM audit.event WHERE seq > $1", [size]);
  await owner.query(
    "UPDATE audit.head SET seq = $1, leaf_hash = (SELECT leaf_hash FROM audit.event WHERE seq = $1)",
    [size],
  );
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function listening(listener: RequestListener): Promise<{ address: string; end: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function otherSizes(): RequestListener {
  let turn = 0;
  return (_request, response) => response.writeHead(409).end(`${1 + (turn++ % 2)}\n`);
}

function flood(response: Parameters<RequestListener>[1]): void {
  const more = (): void => {
    while (!response.destroyed && response.write("x".repeat(10_000)));
  };
  response.on("drain", more);
  more();
}
