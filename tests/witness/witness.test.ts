// The witness as a separate program, asked over HTTP by a log that was written for these tests.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";
import { readNote } from "@/lib/domain/log/note";
import { isConsistent } from "@/scripts/witness/witness.mjs";
import { cases } from "../support/cases";
import { consistencyProof, leafHash, treeHash } from "../support/plain-tree";
import {
  configure,
  endWitness,
  startWitness,
  WITNESS,
  witnessFolder,
  type RunningWitness,
} from "../support/processes/witness-process";
import { checkpointText, signerCalled, type Signer } from "../verifier/tree";

const ORIGIN = "register.example/log";

/** A log that can be forked: its leaves are given. */
class TestLog {
  constructor(
    readonly signer: Signer,
    private readonly leaves: string[],
  ) {}

  note(size: number): string {
    const root = Buffer.from(treeHash(this.leaves.slice(0, size)), "hex");
    const text = checkpointText(this.signer.name, size, root);
    return `${text}\n${this.signer.sign(text)}`;
  }

  asking(old: number, size: number): string {
    const proof = old === 0 ? [] : consistencyProof(old, this.leaves.slice(0, size));
    return bodyOf(
      old,
      proof.map((hash) => Buffer.from(hash, "hex").toString("base64")),
      this.note(size),
    );
  }

  forkedAt(size: number): TestLog {
    const other = this.leaves.map((leaf, index) => (index < size ? leaf : leafHash(`another ${index}`)));
    return new TestLog(this.signer, other);
  }
}

const bodyOf = (old: number | string, proof: readonly string[], note: string): string =>
  `old ${old}\n${proof.map((line) => `${line}\n`).join("")}\n${note}`;
const leavesOf = (n: number): string[] => Array.from({ length: n }, (_, i) => leafHash(`entry ${i}`));

async function post(to: RunningWitness, body: string | Buffer, init: RequestInit = {}) {
  const answer = await fetch(`${to.address}/add-checkpoint`, {
    method: "POST",
    body: body as string,
    ...init,
  });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
}

const signer = signerCalled(ORIGIN);
const log = new TestLog(signer, leavesOf(120));
const trusted = [{ origin: ORIGIN, keys: [signer.verifierKey] }];
let two: RunningWitness[] = [];
beforeAll(async () => {
  two = await Promise.all(
    ["one.example/w", "two.example/w"].map((name) => startWitness(witnessFolder(name, trusted))),
  );
});
afterAll(async () => {
  await Promise.all(two.map(endWitness));
});

const one = (): RunningWitness => {
  const [first] = two;
  if (!first) throw new Error("no witness runs");
  return first;
};

describe("a log that continues", () => {
  test("is signed by both witnesses at each step, and the note with all signatures is valid", async () => {
    for (const [old, size] of [
      [0, 1],
      [1, 7],
      [7, 64],
      [64, 64],
    ] as const) {
      const answers = await Promise.all(two.map((witness) => post(witness, log.asking(old, size))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const whole = log.note(size) + answers.map(({ body }) => body).join("");
      const note = readNote(whole);
      expect(note?.signatures).toHaveLength(3);
      const now = Date.now() / 1000;
      for (const key of [signer.verifierKey, ...two.map((witness) => witness.key)]) {
        const found = note && signatureOf(note, key);
        expect(found).not.toBeNull();
        if (key !== signer.verifierKey) expect(Math.abs((found?.seconds ?? 0) - now)).toBeLessThan(60);
      }
    }
  });

  test("gets the witness's size if it states another", async () => {
    for (const old of [0, 63, 65])
      expect(await post(one(), log.asking(old, 80))).toEqual({
        status: 409,
        type: "text/x.tlog.size",
        body: "64\n",
      });
  });

  test("can be read by anyone as it was signed last, with the witness's key", async () => {
    expect(await (await fetch(one().address)).text()).toBe(`${one().key}\n`);
    const held = await (await fetch(`${one().address}/checkpoints`)).text();
    expect(held.startsWith(log.note(64))).toBe(true);
    const note = readNote(held);
    expect(note && signatureOf(note, one().key)).not.toBeNull();
  });
});

test("foreign and repeated signatures below a checkpoint are not kept", async () => {
  const witness = await startWitness(witnessFolder("seven.example/w", trusted));
  const note = log.note(10);
  const [, own = ""] = note.split("\n\n");
  const junk = `\u2014 junk ${Buffer.alloc(68).toString("base64")}\n`;
  const answer = await post(witness, bodyOf(0, [], note + own.repeat(31) + junk.repeat(32)));
  expect(answer.status).toBe(200);
  const held = await (await fetch(`${witness.address}/checkpoints`)).text();
  expect(held).toBe(note + answer.body);
  expect((await post(witness, log.asking(10, 20))).status).toBe(200);
  await endWitness(witness);
});

describe("a log that was rewritten", () => {
  test("is refused by both witnesses, at the same size and at a larger one", async () => {
    const fork = log.forkedAt(60);
    for (const witness of two) {
      expect(await post(witness, fork.asking(64, 64))).toMatchObject({ status: 409, body: "64\n" });
      expect((await post(witness, fork.asking(64, 90))).status).toBe(422);
      const files = readdirSync(path.join(witness.folder, "refused"));
      expect(files).toHaveLength(2);
      const kept = files.map((file) => readFileSync(path.join(witness.folder, "refused", file), "utf8"));
      expect(kept.some((text) => text.includes(fork.note(64)) && text.includes(log.note(64)))).toBe(true);
      expect(witness.output()).toContain("Both are signed: the log was rewritten");
      // Shown again, it is not kept again.
      const junk = `\u2014 junk ${Buffer.alloc(68).toString("base64")}\n`;
      expect((await post(witness, fork.asking(64, 90) + junk)).status).toBe(422);
      expect(readdirSync(path.join(witness.folder, "refused"))).toHaveLength(2);
    }
    expect((await post(one(), log.asking(64, 65))).status).toBe(200);
  });

  test("a proof that lacks a hash, has one too many or a wrong one is refused", async () => {
    const [first = "", ...rest] = log.asking(65, 100).split("\n\n")[0]?.split("\n").slice(1) ?? [];
    const wrong = Buffer.alloc(32, 7).toString("base64");
    for (const proof of [rest, [first, ...rest, wrong], [wrong, ...rest], []])
      expect((await post(one(), bodyOf(65, proof, log.note(100)))).status).toBe(422);
    const fresh = await startWitness(witnessFolder("three.example/w", trusted));
    expect((await post(fresh, bodyOf(0, [first], log.note(100)))).status).toBe(422);
    await endWitness(fresh);
  });
});

describe("what isn't accepted", () => {
  const note = log.note(100);
  const [text = ""] = note.split("\n\n");
  test.each<[string, number, () => string | Buffer]>([
    ["nothing", 400, () => ""],
    ["no old size", 400, () => `\n${note}`],
    ["a size with a leading zero", 400, () => bodyOf("065", [], note)],
    ["a size that no number holds", 400, () => bodyOf("9999999999999999", [], note)],
    ["a size below nothing", 400, () => bodyOf("-1", [], note)],
    ["an old size above the new one", 400, () => bodyOf(101, [], note)],
    ["a hash too short", 400, () => bodyOf(65, ["AAAA"], note)],
    ["a hash that isn't base64", 400, () => bodyOf(65, ["!".repeat(44)], note)],
    [
      "more of a proof than there can be",
      400,
      () => bodyOf(65, Array<string>(64).fill(Buffer.alloc(32).toString("base64")), note),
    ],
    ["no signature", 400, () => bodyOf(65, [], `${text}\n\n`)],
    ["a signature line that is none", 400, () => bodyOf(65, [], `${note}hello\n`)],
    ["no last line break", 400, () => bodyOf(65, [], note.slice(0, -1))],
    ["a root too short", 400, () => bodyOf(65, [], note.replace(/\n[^\n]{44}\n/, "\nAAAA\n"))],
    ["a control character", 400, () => bodyOf(65, [], note.replace("100", "100\r"))],
    ["text that isn't UTF-8", 400, () => Buffer.from([0x6f, 0x6c, 0x64, 0x20, 0x30, 0x0a, 0x0a, 0xff])],
    [
      "a log it doesn't know",
      404,
      () => bodyOf(0, [], new TestLog(signerCalled("else.example/log"), leavesOf(3)).note(3)),
    ],
    [
      "a key it doesn't know",
      403,
      () => bodyOf(65, [], new TestLog(signerCalled(ORIGIN), leavesOf(100)).note(100)),
    ],
    ["a signature bent", 403, () => bodyOf(65, [], bent(note))],
    ["more than it reads", 413, () => bodyOf(65, [], `${"x".repeat(70_000)}\n`)],
  ])("%s: %i", async (_what, status, body) => {
    expect((await post(one(), body())).status).toBe(status);
  });

  test("another address is 404, another method 405", async () => {
    expect((await fetch(`${one().address}/anything`)).status).toBe(404);
    const got = await fetch(`${one().address}/add-checkpoint`);
    expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("none of it changed what was signed last", async () => {
    expect(await post(one(), log.asking(0, 100))).toMatchObject({ status: 409, body: "65\n" });
  });
});

test("of three at the same time one is signed, and the others get the size that was signed", async () => {
  const answers = await Promise.all([70, 71, 72].map((size) => post(one(), log.asking(65, size))));
  const signed = answers.filter(({ status }) => status === 200);
  expect(signed).toHaveLength(1);
  const standing = await post(one(), log.asking(0, 100));
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body)).toEqual([
    standing.body,
    standing.body,
  ]);
});

describe("a start", () => {
  test("after a kill knows what was signed, with the same key, which nobody else can read", async () => {
    const folder = witnessFolder("four.example/w", trusted);
    const before = await startWitness(folder);
    expect(statSync(path.join(folder, "key.pem")).mode & 0o777).toBe(0o600);
    expect((await post(before, log.asking(0, 50))).status).toBe(200);
    await before.stop("SIGKILL");
    const after = await startWitness(folder);
    expect(after.key).toBe(before.key);
    expect(after.output()).toContain(`${ORIGIN}: 50 entries signed`);
    expect(await post(after, log.asking(0, 60))).toMatchObject({ status: 409, body: "50\n" });
    expect((await post(after, log.forkedAt(40).asking(50, 60))).status).toBe(422);
    expect((await post(after, log.asking(50, 60))).status).toBe(200);
    await endWitness(after);
  });

  test("accepts a new key of the log once that is configured", async () => {
    const folder = witnessFolder("five.example/w", trusted);
    const next = new TestLog(signerCalled(ORIGIN), leavesOf(120));
    const before = await startWitness(folder);
    expect((await post(before, log.asking(0, 50))).status).toBe(200);
    expect((await post(before, next.asking(50, 60))).status).toBe(403);
    await before.stop();
    const keys = [signer.verifierKey, next.signer.verifierKey];
    configure(folder, { name: "five.example/w", port: 0, logs: [{ origin: ORIGIN, keys }] });
    const after = await startWitness(folder);
    expect((await post(after, next.asking(50, 60))).status).toBe(200);
    await endWitness(after);
  });

  const began = (folder: string) =>
    spawnSync(process.execPath, [WITNESS, folder], { encoding: "utf8", env: {} as NodeJS.ProcessEnv });

  test.each<[string, unknown, string]>([
    ["no JSON", "{", "this is not valid JSON"],
    ["a list", [], "this is not an object"],
    ["no name", { logs: trusted }, "“name” must be a name"],
    ["a name with a blank", { name: "a b", logs: trusted }, "“name” must be a name"],
    ["a port that is none", { name: "w", port: 70_000, logs: trusted }, "“port” must be a number"],
    ["no logs", { name: "w", logs: [] }, "at least one log"],
    ["a log without keys", { name: "w", logs: [{ origin: ORIGIN }] }, "has no “keys”"],
    [
      "a key of a witness",
      { name: "w", logs: [{ origin: ORIGIN, keys: [signer.witnessKey] }] },
      "not the key of a log",
    ],
    ["something else", { name: "w", logs: trusted, prot: 1 }, "there is no setting “prot”"],
  ])("with %s is refused in one line", (_what, config, why) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "register-witness-"));
    if (typeof config === "string") writeFileSync(path.join(folder, "witness.json"), config);
    else configure(folder, config);
    const { status, stderr } = began(folder);
    expect([status, stderr.trimEnd().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toContain(why);
    expect(readdirSync(folder)).toEqual(["witness.json"]);
    rmSync(folder, { recursive: true });
  });

  test("without what it signed last, with a key others can read, or next to another is refused", async () => {
    const folder = witnessFolder("six.example/w", trusted);
    const running = await startWitness(folder);
    expect(began(folder).stderr).toContain("A witness is running on");
    await running.stop();
    chmodSync(path.join(folder, "key.pem"), 0o644);
    expect(began(folder).stderr).toContain("chmod 600");
    chmodSync(path.join(folder, "key.pem"), 0o600);
    rmSync(path.join(folder, "logs"), { recursive: true });
    expect(began(folder).stderr).toContain("it had the last signed states");
    rmSync(folder, { recursive: true });
    expect(began(folder).stderr).toContain("is not a folder");
  });

  test("without a folder asks for one, and --help explains the settings", () => {
    expect(spawnSync(process.execPath, [WITNESS], { encoding: "utf8" }).stderr).toContain("Which folder?");
    const help = execFileSync(process.execPath, [WITNESS, "--help"], { encoding: "utf8" });
    expect(help).toContain("witness.json");
  });
});

test("its check of proofs agrees with an independent one, and accepts none that was tampered with", () => {
  const leaves = leavesOf(200);
  const treeOf = (size: number) => ({ size, root: Buffer.from(treeHash(leaves.slice(0, size)), "hex") });
  const sizes = fc.integer({ min: 1, max: 200 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      before: fc.integer({ min: 1, max: size }),
      at: fc.nat(),
      bit: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(sizes, ({ size, before, at, bit }) => {
      const [earlier, later] = [treeOf(before), treeOf(size)];
      const proof = consistencyProof(before, leaves.slice(0, size)).map((hash) => Buffer.from(hash, "hex"));
      expect(isConsistent(earlier, later, proof)).toBe(true);
      expect(isConsistent(earlier, { ...later, root: flipped(later.root, bit) }, proof)).toBe(false);
      expect(isConsistent({ ...earlier, root: flipped(earlier.root, bit) }, later, proof)).toBe(false);
      expect(isConsistent(earlier, later, [...proof, Buffer.alloc(32)])).toBe(false);
      if (proof.length === 0) return;
      const place = at % proof.length;
      expect(isConsistent(earlier, later, proof.toSpliced(place, 1))).toBe(false);
      const bentProof: Buffer[] = [...proof];
      bentProof[place] = flipped(proof[place] ?? Buffer.alloc(32), bit);
      expect(isConsistent(earlier, later, bentProof)).toBe(false);
    }),
    { numRuns: cases(60) },
  );
});

test("it imports only modules of Node", () => {
  const imports = [...readFileSync(WITNESS, "utf8").matchAll(/(?:from|import\(?) ?"([^"]+)"/g)];
  expect(imports.length).toBeGreaterThan(3);
  for (const [, name] of imports) expect(name).toMatch(/^node:/);
});

function bent(note: string): string {
  const at = note.lastIndexOf(" ") + 20;
  return `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
}

/** One bit of it. */
function flipped(hash: Buffer, bit: number): Buffer {
  const bytes = Buffer.from(hash);
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return bytes;
}
