// The owner of the database can rewrite all of it, so that it fits together again. What is kept outside shows it: the
// register's own key and last note, and what a witness signed.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherAnchors } from "@/lib/trust/checkpoints/anchors";
import { signedNote } from "@/lib/trust/checkpoints/keys";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { attest } from "@/lib/trust/checkpoints/witnessing";
import { signedThrough, type VerifiedPart, type VerifyVerdict } from "@/lib/db/verify/verdict";
import { verdictIn, verifyRegister } from "@/lib/db/verify/verify";
import { readNote, type Checkpoint } from "@/lib/domain/log/note";
import { exitOf, reportOf } from "@/scripts/verify/report";
import { Forger } from "../../support/registers/forger";
import {
  endWitness,
  startWitness,
  witnessFolder,
  type RunningWitness,
} from "../../support/processes/witness-process";
import { FORGERIES, rewrittenThroughout } from "./forgeries";
import { change, openRegister, type TestRegister } from "../register";

/** Where checkpoints were signed; three entries came after the last. */
const SEALED = [55, 60, 300, 320] as const;
const ENTRIES = 323;

let register: TestRegister;
let forger: Forger;
let witness: RunningWitness;
const dataDir = mkdtempSync(path.join(os.tmpdir(), "register-house-"));

beforeAll(async () => {
  register = await openRegister();
  forger = await Forger.on(register.ownerUrl);
  for (const size of SEALED) {
    await writeUpTo(size);
    const { checkpoint } = await sealed();
    if (size === SEALED[0]) witness = await startWitness(await trusting(checkpoint));
    await attest([{ address: witness.address, key: witness.key, name: "w.example/register" }]);
  }
  await writeUpTo(ENTRIES);
});
afterAll(async () => {
  await endWitness(witness);
  await forger.close();
  await register.close();
  rmSync(dataDir, { recursive: true });
});

async function writeUpTo(size: number): Promise<void> {
  const { rows } = await register.app.query<{ seq: number }>("SELECT seq::int AS seq FROM audit.head");
  const missing = size - (rows[0]?.seq ?? 0);
  await change(register.manager, async (tx) => {
    for (let n = 0; n < missing; n += 1) {
      const baseline = { id: randomUUID(), name: randomUUID(), asOf: tx.at, version: 1, createdAt: tx.at };
      await tx.save("baseline", null, baseline, { action: "baseline.named" });
    }
  });
}

async function sealed(): Promise<{ checkpoint: Checkpoint; note: string }> {
  const outcome = await sealLog({ dataDir, sinks: [] });
  if (outcome.is !== "sealed") throw new Error(`it is ${outcome.is}`);
  return outcome;
}

async function trusting({ origin }: Checkpoint): Promise<string> {
  const { rows } = await register.app.query<{ key: string }>(
    "SELECT verifier_key AS key FROM audit.sealing_key",
  );
  return witnessFolder("w.example/register", [{ origin, keys: rows.map(({ key }) => key) }]);
}

const house = () =>
  gatherAnchors({
    dataDir,
    sinks: [],
    witnesses: [{ address: witness.address, key: witness.key, name: "w.example/register" }],
    keys: [],
    checkpoints: [],
  });
/** Of someone elsewhere who has the database, what the witness keeps, and its key. */
const throughWitness = () =>
  gatherAnchors({
    dataDir: path.join(dataDir, "nowhere"),
    sinks: [],
    witnesses: [],
    keys: [witness.key],
    checkpoints: [witness.folder],
  });

const verdictAfter = (forgery: (by: Forger) => Promise<void>, anchors = house()): Promise<VerifyVerdict> =>
  forger.tried(forgery, () => verdictIn(forger.client, [], anchors));
const partsOf = ({ findings }: VerifyVerdict): VerifiedPart[] => findings.map(({ part }) => part);

describe("untouched", () => {
  test("it is intact, by signatures up to the last checkpoint and by the database alone after it", async () => {
    const verdict = await verifyRegister([], house());
    expect(verdict).toMatchObject({
      intact: true,
      events: ENTRIES,
      vouched: 320,
      unchecked: [],
      remarks: [],
    });
    expect(verdict.bounds).toEqual([
      {
        source: "audit.checkpoint",
        checkpoints: 4,
        through: 320,
        rests: "signature",
        by: expect.stringContaining(`(${path.join(dataDir, "keys")})`) as string,
      },
      {
        source: "cosignatures of w.example/register",
        checkpoints: 4,
        through: 320,
        rests: "signature",
        by: "witness w.example/register (WITNESSES)",
      },
      {
        source: path.join(dataDir, "checkpoints", "latest.note"),
        checkpoints: 1,
        through: 320,
        rests: "signature",
        by: expect.stringMatching(/^key [0-9a-f]{8} /) as string,
      },
    ]);
    expect(exitOf(verdict)).toBe(0);
    expect(reportOf(verdict)).toContain(
      "the first entry that no verified signature covers is 321; entries 321 to 323 rest on the database alone",
    );
  });

  test("it is intact through what the witness keeps, whose note makes the register's key known", async () => {
    const verdict = await verifyRegister([], throughWitness());
    expect(verdict).toMatchObject({ intact: true, vouched: 320, unchecked: [] });
    const by = "witness w.example/register (--key)";
    expect(verdict.bounds).toMatchObject([
      { source: "audit.checkpoint", rests: "signature", by },
      { source: "cosignatures of w.example/register", rests: "signature", by },
      { source: witness.folder, rests: "signature", by, through: 320 },
    ]);
  });

  test("without anything from outside all rests on the database alone, and isn't verified", async () => {
    const verdict = await verifyRegister();
    expect(verdict).toMatchObject({ intact: true, vouched: 0 });
    expect(verdict.bounds).toMatchObject([{ source: "audit.checkpoint", rests: "database", through: 320 }]);
    expect(exitOf(verdict)).toBe(2);
    expect(reportOf(verdict)).toMatch(/^could not verify: the database agrees with itself/);
  });
});

describe("forged, and compared with the register's own key and last note", () => {
  test.each(FORGERIES)("%s", async (_what, forgery, first, parts, signed) => {
    const verdict = await verdictAfter(forgery);
    expect(verdict.fault).toMatch(first);
    expect(partsOf(verdict)).toEqual(parts);
    expect(signedThrough(verdict)).toBe(signed);
    expect(exitOf(verdict)).toBe(1);
    expect(reportOf(verdict)).toContain(`not intact: ${verdict.fault ?? ""}`);
    if (signed < ENTRIES)
      expect(reportOf(verdict)).toContain(
        `the first entry that no verified signature covers is ${signed + 1}`,
      );
  });
});

describe("forged, and compared only with what the witness keeps", () => {
  /** It keeps only the last note, so what was rewritten before can't be located, but by what the register's key shows. */
  test.each(FORGERIES)("%s", async (_what, forgery) => {
    const verdict = await verdictAfter(forgery, throughWitness());
    expect(verdict.intact).toBe(false);
    expect(exitOf(verdict)).toBe(1);
  });

  test("everything rewritten with notes by another key: no entry is vouched for", async () => {
    const verdict = await verdictAfter(rewrittenThroughout, throughWitness());
    expect(verdict.fault).toMatch(
      /^entries 1 to 320: they are not the entries covered by the checkpoint of 320 entries, signed by witness w\.example\/register \(--key\)$/,
    );
    expect(verdict.vouched).toBe(0);
    expect(partsOf(verdict)).toEqual(["log", "key"]);
    expect(reportOf(verdict)).toContain("the first entry that no verified signature covers is 1");
  });

  test("notes by another key alone: the log's own signature under the witness's note gives it away", async () => {
    const verdict = await verdictAfter((by) => by.resign(), throughWitness());
    expect(verdict).toMatchObject({
      vouched: 320,
      fault: expect.stringMatching(/^audit\.sealing_key: none of the keys there/) as string,
    });
  });
});

describe("what the database states and nobody outside confirms", () => {
  test("a cosignature by an unknown witness counts for nothing, and is remarked on", async () => {
    const { witnesses: _witnesses, ...others } = house();
    const verdict = await verifyRegister([], { ...others, witnesses: [] });
    expect(verdict.intact).toBe(true);
    expect(verdict.bounds.map(({ source }) => source)).not.toContain("cosignatures of w.example/register");
    expect(verdict.remarks).toEqual([
      expect.stringMatching(/^4 cosignatures are right by a key that the database alone states/),
    ]);
  });

  test("a last note that another key signed is named", async () => {
    const { external: held, ...others } = house();
    const [last] = held;
    if (!last?.note) throw new Error("no note");
    const note = readNote(signedNote(last, [forger.key]));
    if (!note) throw new Error("no note");
    const verdict = await verifyRegister([], { ...others, external: [{ ...last, note }] });
    expect(verdict.fault).toMatch(
      /latest\.note, of 320 entries: it is signed by none of the log's keys that are known$/,
    );
  });

  test("a given checkpoint that no known key signed can't be used", async () => {
    const { external: held, ...others } = house();
    const [last] = held;
    const note = last && readNote(signedNote(last, [forger.key]));
    if (!last || !note) throw new Error("no note");
    const verdict = await verifyRegister([], {
      ...others,
      external: [{ ...last, note, kind: "given", where: "given.note" }],
    });
    expect(verdict).toMatchObject({
      intact: true,
      unchecked: ["given.note, of 320 entries: it is signed by none of the keys that are known"],
    });
    expect(exitOf(verdict)).toBe(2);
  });

  test("notes of other logs in what a witness keeps are passed over, unless none is of this one", async () => {
    const { external: held, ...others } = throughWitness();
    const [own] = held;
    if (!own) throw new Error("the witness keeps nothing");
    const other = { ...own, origin: "pledge-register/0000000000000000" };
    const both = await verifyRegister([], { ...others, external: [other, own] });
    expect(both).toMatchObject({
      intact: true,
      remarks: ["1 of the checkpoints held outside are of other logs."],
    });
    const alone = await verifyRegister([], { ...others, external: [other] });
    expect(alone.fault).toMatch(/^a checkpoint of 320 entries is of another log, pledge-register\/0{16}: /);
  });
});
