import { describe, expect, test } from "vitest";
import { check } from "./check";
import { logOf, packageOf, resealed, tagged, type Asked, type Bag } from "./genuine";
import { checkpointText, signerCalled } from "./tree";
import { cases } from "../support/cases";

const made = (asked: Asked = {}, pledges = 9) => {
  const log = logOf(pledges);
  const files = packageOf(log, asked);
  return { log, files, keys: [log.signer.verifierKey] };
};

const edited = (files: Bag, name: string, edit: (text: string) => string): Bag => {
  const before = String(files.get(name));
  const after = edit(before);
  expect(after, `${name} is edited`).not.toBe(before);
  return files.set(name, Buffer.from(after));
};

const onLines = (edit: (lines: string[]) => string[]) => (text: string) =>
  edit(text.split("\n").slice(0, -1))
    .map((line) => `${line}\n`)
    .join("");

describe("a genuine package", () => {
  test.each<[string, Asked, string[]]>([
    ["of the register", {}, ["on-record", "export-on-record"]],
    ["of a part", { filter: "priority=3", shows: ({ id }) => id !== "p-3" }, ["on-record", "part-on-record"]],
    ["of what was then", { position: 7, between: 5 }, ["on-record", "export-on-record"]],
    ["of nothing that fits", { filter: "q=none", shows: () => false }, ["on-record", "part-on-record"]],
    ["of the log", { what: "LOG" }, ["whole-log", "export-on-record"]],
    [
      "of a log that went on",
      { what: "LOG", position: 11, between: 3, after: 9 },
      ["whole-log", "export-on-record"],
    ],
  ])("%s passes", async (_, asked, proven) => {
    const { files, keys } = made(asked);
    const verdict = await check(files, { keys });
    expect(verdict.found).toEqual([]);
    expect(verdict.exit).toBe(0);
    expect(verdict.proven.map(({ code }) => code)).toEqual(proven);
  });

  test("passes at each size of a small log", async () => {
    for (let pledges = 1; pledges < 12; pledges += 1)
      for (const what of ["LOG", "REGISTER"] as const) {
        const { files, keys } = made({ what, after: pledges % 4 }, pledges);
        expect((await check(files, { keys })).found).toEqual([]);
      }
  });

  test("says what it doesn't prove", async () => {
    const unproven = async (asked: Asked) => {
      const { files, keys } = made(asked);
      return (await check(files, { keys })).unproven.map(({ code }) => code);
    };
    const always = ["no-held", "later", "around-the-data", "truth"];
    expect(await unproven({ filter: "priority=3" })).toEqual(["no-further-rows", ...always]);
    expect(await unproven({})).toEqual(["all-rows", ...always]);
    expect(await unproven({ what: "LOG" })).toEqual(always);
  });
});

test("a changed byte is found in every file", async () => {
  let [seed, flips] = [20260107, 0];
  const below = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  for (const asked of [{ filter: "priority=3" }, { what: "LOG" as const }]) {
    const { files, keys } = made(asked);
    const names = [...files.keys()];
    for (let i = 0; i < cases(100); i += 1, flips += 1) {
      // Each file in turn: the smallest too.
      const name = names[i % names.length] ?? "";
      const bytes = Buffer.from(files.get(name) ?? "");
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      const { exit } = await check(new Map([...files, [name, bytes]]), { keys });
      expect(exit, `${name}, byte ${at}`).toBe(1);
    }
  }
  expect(flips).toBeGreaterThanOrEqual(200);
});

describe("rows that were removed, doubled or swapped", () => {
  const changes: Record<string, (lines: string[]) => string[]> = {
    removed: ([first = "", second = "", , ...rest]) => [first, second, ...rest],
    doubled: ([first = "", ...rest]) => [first, first, ...rest],
    swapped: ([first = "", second = "", ...rest]) => [second, first, ...rest],
  };
  const named: Record<string, Record<string, string | null>> = {
    "data/events.jsonl": {
      removed: "bad proof-of-another proofs.jsonl:3",
      doubled: "bad entry-doubled data/events.jsonl:2 (pledge FR-3-002)",
      swapped: "bad proof-of-another proofs.jsonl:1",
    },
    "proofs.jsonl": {
      removed: "bad proof-of-another proofs.jsonl:3",
      doubled: "bad proof-of-another proofs.jsonl:2",
      swapped: "bad proof-of-another proofs.jsonl:1",
    },
    "data/records/pledge.jsonl": {
      removed: "bad records-count data/records/pledge.jsonl",
      doubled: "bad record-doubled data/records/pledge.jsonl:2 (pledge FR-3-001)",
      // In another order they are still the records.
      swapped: null,
    },
    "data/tables/pledges.csv": {
      removed: "bad rows-count data/tables/pledges.csv",
      doubled: "bad rows-count data/tables/pledges.csv",
      swapped: null,
    },
    "manifest-sha256.txt": {
      removed: "bad extra-file data/records/approval.jsonl",
      doubled: "bad manifest-order manifest-sha256.txt:2",
      swapped: "bad manifest-order manifest-sha256.txt:2",
    },
    "tagmanifest-sha256.txt": {
      removed: "bad not-named bagit.txt",
      doubled: "bad manifest-order tagmanifest-sha256.txt:2",
      swapped: "bad manifest-order tagmanifest-sha256.txt:2",
    },
  };
  for (const [name, entries] of Object.entries(named))
    for (const [how, code] of Object.entries(entries))
      test(`${name}, ${how}: refused, also with new manifests`, async () => {
        const { files, keys } = made();
        edited(files, name, onLines(changes[how] ?? ((same) => same)));
        const left = await check(new Map(files), { keys });
        expect(left.exit).toBe(1);
        if (code !== null) expect(left.found).toContain(code);
        if (name.includes("manifest")) return;
        const again = await check(resealed(files), { keys });
        expect(again.exit).toBe(1);
        if (name.startsWith("data/"))
          expect(again.found).toContain("bad manifest-not-on-record manifest-sha256.txt");
      });

  test("a last row that was removed is refused", async () => {
    for (const name of ["data/events.jsonl", "proofs.jsonl", "data/records/approval.jsonl"]) {
      const { files, keys } = made();
      edited(
        files,
        name,
        onLines((lines) => lines.slice(0, -1)),
      );
      expect((await check(resealed(files), { keys })).exit, name).toBe(1);
    }
  });

  test("an entry of the log that is left out with its proof is named", async () => {
    const { files, keys } = made({ what: "LOG" });
    for (const name of ["data/events.jsonl", "proofs.jsonl"])
      edited(
        files,
        name,
        onLines((lines) => lines.toSpliced(4, 1)),
      );
    const { exit, found } = await check(resealed(files), { keys });
    expect(exit).toBe(1);
    expect(found).toEqual([
      "bad manifest-not-on-record manifest-sha256.txt",
      "bad log-gap data/events.jsonl:5",
    ]);
  });
});

describe("what was changed inside is named", () => {
  test("a record, an entry's payload, an entry", async () => {
    const { files, keys } = made();
    const one = (name: string, from: string, to: string) =>
      check(resealed(edited(new Map(files), name, (text) => text.replace(from, to))), { keys });
    expect((await one("data/records/pledge.jsonl", "Quotes", "Quoted")).found).toEqual([
      "bad manifest-not-on-record manifest-sha256.txt",
      "bad record-of-no-entry data/records/pledge.jsonl:2 (pledge FR-3-002)",
    ]);
    expect((await one("data/events.jsonl", "Quotes", "Quoted")).found).toContain(
      "bad payload-changed data/events.jsonl:1 (pledge FR-3-002)",
    );
    expect((await one("data/events.jsonl", "Manager", "Managex")).found).toContain(
      "bad not-in-tree data/events.jsonl:1 (pledge FR-3-002)",
    );
  });

  test("a proof of another entry, and one that was changed", async () => {
    const { files, keys } = made();
    const swapped = (lines: string[]) => {
      const [first, second] = lines
        .slice(2, 4)
        .map((line) => JSON.parse(line) as { proof: string[]; seq: number });
      const with2 = [
        { ...first, proof: second?.proof },
        { ...second, proof: first?.proof },
      ];
      return lines.toSpliced(2, 2, ...with2.map(({ proof, seq }) => JSON.stringify({ proof, seq })));
    };
    const { found } = await check(tagged(edited(new Map(files), "proofs.jsonl", onLines(swapped))), { keys });
    expect(found).toEqual([expect.stringMatching(/^bad not-in-tree data\/events.jsonl:3/)]);

    const lines = String(files.get("proofs.jsonl")).split("\n").slice(0, -1);
    for (let i = 0; i < cases(60); i += 1) {
      const line = i % lines.length;
      const { proof, seq } = JSON.parse(lines[line] ?? "") as { proof: string[]; seq: number };
      const hash = i % proof.length;
      const bytes = Buffer.from(proof[hash] ?? "", "base64");
      bytes[i % 32] = (bytes[i % 32] ?? 0) ^ 1;
      const bent = JSON.stringify({ proof: proof.toSpliced(hash, 1, bytes.toString("base64")), seq });
      const text = lines
        .toSpliced(line, 1, bent)
        .map((one) => `${one}\n`)
        .join("");
      const again = await check(tagged(new Map([...files, ["proofs.jsonl", Buffer.from(text)]])), { keys });
      expect(again.found).toEqual([expect.stringContaining(`bad not-in-tree data/events.jsonl:${line + 1}`)]);
    }
  });

  test("the export's own entry taken from another package", async () => {
    const { log, files, keys } = made();
    const other = packageOf(log, { position: 5 });
    for (const name of ["export.json", "checkpoint.txt"]) files.set(name, other.get(name) ?? Buffer.alloc(0));
    const { found } = await check(tagged(files), { keys });
    expect(found).toContain("bad manifest-not-on-record manifest-sha256.txt");
  });
});

describe("the bag", () => {
  test.each<[string, (files: Bag) => void, string]>([
    [
      "a file too many",
      (files) => files.set("data/more.txt", Buffer.from("x")),
      "bad extra-file data/more.txt",
    ],
    ["one above the data", (files) => files.set("fetch.txt", Buffer.from("x")), "bad extra-file fetch.txt"],
    ["a table missing", (files) => files.delete("data/tables.xlsx"), "bad missing-file data/tables.xlsx"],
    ["the proofs missing", (files) => files.delete("proofs.jsonl"), "bad missing-file proofs.jsonl"],
    [
      "hashes in upper case",
      (files) =>
        edited(files, "manifest-sha256.txt", (text) => text.replace(/^\w+/, (hash) => hash.toUpperCase())),
      "bad manifest-line manifest-sha256.txt:1",
    ],
    [
      "a manifest with CRLF",
      (files) => edited(files, "manifest-sha256.txt", (text) => text.replaceAll("\n", "\r\n")),
      "bad manifest-line manifest-sha256.txt:1",
    ],
    [
      "one that doesn't end",
      (files) => edited(files, "manifest-sha256.txt", (text) => text.slice(0, -1)),
      "bad unended-line manifest-sha256.txt:6",
    ],
    [
      "a path out of the package",
      (files) => edited(files, "manifest-sha256.txt", (text) => text.replace("data/", "data/../")),
      "bad manifest-line manifest-sha256.txt:1",
    ],
    [
      "another BagIt",
      (files) => edited(files, "bagit.txt", (text) => text.replace("1.0", "0.97")),
      "bad bagit-differs bagit.txt",
    ],
    [
      "a bag that counts otherwise",
      (files) => edited(files, "bag-info.txt", (text) => text.replace(/\.(\d)\n$/, ".$11\n")),
      "bad oxum-differs bag-info.txt",
    ],
    [
      "another reference",
      (files) => edited(files, "bag-info.txt", (text) => text.replace("EX-0019", "EX-0020")),
      "bad other-reference bag-info.txt",
    ],
    [
      "a part that no package has, named",
      (files) => files.set("fetch.txt", Buffer.from("x")),
      "bad no-such-part fetch.txt",
    ],
    [
      "text that is no UTF-8",
      (files) =>
        files.set(
          "proofs.jsonl",
          Buffer.concat([files.get("proofs.jsonl") ?? Buffer.alloc(0), Buffer.from([0xff, 0x0a])]),
        ),
      "bad not-utf8 proofs.jsonl:13",
    ],
  ])("%s is refused", async (what, change, expected) => {
    const { files, keys } = made();
    change(files);
    const sealed = /too many|above|missing/.test(what) ? files : tagged(files);
    const { exit, found } = await check(sealed, { keys });
    expect(found).toContain(expected);
    expect(exit).toBe(1);
  });

  test("something other than a package can't be checked", async () => {
    const { exit, found } = await check(new Map([["holiday.jpg", Buffer.from("x")]]), { keys: [] });
    expect([exit, found]).toEqual([2, ["unknown not-a-package"]]);
  });
});

describe("the key", () => {
  test("another key of the same name, or one of another log, is refused", async () => {
    const { files } = made();
    for (const name of ["register.example/log", "elsewhere.example/log"]) {
      const { exit, found } = await check(files, { keys: [signerCalled(name).verifierKey] });
      expect([exit, found]).toEqual([1, ["bad not-signed-by-key checkpoint.txt"]]);
    }
  });

  test("no key, or an invalid one, leaves the package unchecked, and keys.txt is not used", async () => {
    const {
      files,
      keys: [key = ""],
    } = made();
    for (const [keys, found] of [
      [[], "unknown no-key"],
      [["hello"], "unknown bad-key"],
      [[key.replace(/\+[0-9a-f]{8}\+/, "+00000000+")], "unknown bad-key"],
      [[`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`], "unknown bad-key"],
    ] as const)
      expect(await check(files, { keys: [...keys] })).toMatchObject({ exit: 2, found: [found] });
  });

  test("a log recorded again under a forger's key is refused by the register's", async () => {
    const forger = logOf(9);
    const files = packageOf(forger);
    expect((await check(files, { keys: [forger.signer.verifierKey] })).exit).toBe(0);
    expect((await check(files, { keys: [logOf(1).signer.verifierKey] })).exit).toBe(1);
  });

  test("witnesses are named if their keys are given, and their signatures have to be right", async () => {
    const { log, files, keys } = made();
    const witness = signerCalled("witness.example/w1");
    const note = String(files.get("checkpoint.txt"));
    const body = note.slice(0, note.indexOf("\n\n") + 1);
    const cosigned = (line: string) =>
      tagged(new Map([...files, ["checkpoint.txt", Buffer.from(note + line)]]));
    const good = cosigned(witness.cosign(body, 1_767_808_800));
    const bent = cosigned(witness.cosign(`${body} `, 1_767_808_800));
    const both = [...keys, witness.witnessKey];
    for (const held of [{ keys: both }, { keys, witnesses: [witness.witnessKey] }]) {
      const { exit, steps, proven, unproven } = await check(good, held);
      const told = steps.find(({ step }) => step === "witnesses");
      expect(told).toMatchObject({
        ...{ outcome: "ok", code: "witnesses" },
        params: { witnesses: `${witness.name} (2026-01-07 18:00 UTC)`, signed: 1, known: 1 },
      });
      expect(exit).toBe(0);
      expect(proven.map(({ code }) => code)).toContain("witnessed");
      expect(unproven.map(({ code }) => code)).not.toContain("no-held");
    }
    expect((await check(bent, { keys })).exit).toBe(0);
    expect((await check(bent, { keys: both })).found).toContain(
      `bad signature-wrong checkpoint.txt (${witness.name})`,
    );
    expect((await check(good, { keys: [witness.witnessKey] })).exit).toBe(2);
    expect(log.events.length).toBeGreaterThan(0);
  });

  test("as many witnesses must have signed as are asked for, each counted once", async () => {
    const { files, keys } = made();
    const three = ["one.example/w", "two.example/w", "three.example/w"].map((name) => signerCalled(name));
    const note = String(files.get("checkpoint.txt"));
    const body = note.slice(0, note.indexOf("\n\n") + 1);
    const [first, second] = three;
    const lines = [first?.cosign(body, 1), first?.cosign(body, 2), second?.cosign(body, 3)].join("");
    const signed = tagged(new Map([...files, ["checkpoint.txt", Buffer.from(note + lines)]]));
    const witnesses = three.map(({ witnessKey }) => witnessKey);
    const asked = async (bag: Bag, leastWitnesses: number, held = witnesses) => {
      const { exit, steps } = await check(bag, { keys, witnesses: held, leastWitnesses });
      return [exit, steps.find(({ step }) => step === "witnesses")?.code];
    };
    expect(await asked(signed, 2)).toEqual([0, "witnesses"]);
    expect(await asked(signed, 3)).toEqual([2, "witnesses-few"]);
    expect(await asked(signed, 2, witnesses.slice(0, 1))).toEqual([2, "witnesses-few"]);
    expect(await asked(files, 0)).toEqual([0, "witnesses-none"]);
    expect(await asked(files, 1)).toEqual([2, "witnesses-few"]);
    expect(await asked(files, 1, [])).toEqual([2, "witnesses-few"]);
    const plain = await check(files, { keys, witnesses: [first?.verifierKey ?? ""] });
    expect([plain.exit, plain.found]).toEqual([2, ["unknown no-witness-key"]]);
  });

  test("a malformed note is refused", async () => {
    const { log, files, keys } = made();
    const size = log.events.length;
    for (const text of [
      checkpointText("register.example/log", size, Buffer.alloc(31)),
      `register.example/log\n0${size}\n${log.tree().root().toString("base64")}\n`,
      `register.example/log\n${size}\n`,
      "",
    ]) {
      const note = Buffer.from(`${text}\n${log.signer.sign(text)}`);
      const { found } = await check(tagged(new Map([...files, ["checkpoint.txt", note]])), { keys });
      expect(found).toContain("bad note-malformed checkpoint.txt");
    }
  });

  test("the proofs don't fit a checkpoint of another size", async () => {
    const { log, files, keys } = made({ after: 40 });
    files.set("checkpoint.txt", Buffer.from(log.checkpoint(log.events.length - 30)));
    const { exit, found } = await check(tagged(files), { keys });
    expect(exit).toBe(1);
    expect(found).toEqual([
      "bad not-in-tree export.json:1 (EX-0019)",
      expect.stringContaining("bad not-in-tree data/events.jsonl:1"),
    ]);
  });
});

describe("an external checkpoint", () => {
  test("agrees if it is the same, and gets a note if it is older or newer", async () => {
    const { log, files, keys } = made({ after: 3 });
    const size = log.events.length;
    log.add("comment", "comment.written", { id: "z-1" });
    const held = async (n: number) => {
      const { exit, steps } = await check(files, { keys, checkpoint: log.checkpoint(n) });
      const told = steps.find(({ step }) => step === "held");
      return [exit, told?.outcome, told?.code];
    };
    expect(await held(size)).toEqual([0, "ok", "held-same"]);
    expect(await held(size - 4)).toEqual([0, "note", "held-older"]);
    expect(await held(size + 1)).toEqual([0, "note", "held-newer"]);
  });

  test("that is older is continued by a part, at each size that the package proves", async () => {
    const log = logOf(9);
    const held = Array.from({ length: log.events.length }, (_, n) => n + 1);
    const files = packageOf(log, { filter: "priority=3", after: 30, earlier: held });
    const keys = [log.signer.verifierKey];
    for (const size of held) {
      const verdict = await check(files, { keys, checkpoint: log.checkpoint(size) });
      expect([verdict.exit, verdict.found]).toEqual([0, []]);
      expect(verdict.proven).toContainEqual(
        expect.objectContaining({
          code: "held-continues",
          params: expect.objectContaining({ held: size }) as object,
        }),
      );
    }
  });

  test("shows a rewritten history of a part, and a changed proof is named", async () => {
    const signer = signerCalled("register.example/log");
    const [before, after] = [logOf(9, signer), logOf(8, signer)];
    const files = packageOf(after, { filter: "x", after: 30, earlier: [6, 13, 20] });
    const keys = [signer.verifierKey];
    const held = (size: number) => check(files, { keys, checkpoint: before.checkpoint(size) });
    expect((await held(6)).found).toEqual([]);
    const told = await held(13);
    expect([told.exit, told.found]).toEqual([1, ["bad held-not-continued consistency.jsonl:2"]]);

    const checkpoint = after.checkpoint(13);
    expect((await check(files, { keys, checkpoint })).found).toEqual([]);
    const lines = String(files.get("consistency.jsonl")).split("\n").slice(0, -1);
    const { proof } = JSON.parse(lines[1] ?? "") as { proof: string[] };
    for (let i = 0; i < cases(40); i += 1) {
      const at = i % proof.length;
      const bytes = Buffer.from(proof[at] ?? "", "base64");
      bytes[i % 32] = (bytes[i % 32] ?? 0) ^ (1 << (i % 8));
      const bent = [
        proof.with(at, bytes.toString("base64")),
        proof.toSpliced(at, 1),
        [...proof, proof[at] ?? ""],
        [...proof].reverse(),
      ][i % 4];
      const text = lines.with(1, JSON.stringify({ from: 13, proof: bent })).map((line) => `${line}\n`);
      const again = tagged(new Map([...files, ["consistency.jsonl", Buffer.from(text.join(""))]]));
      expect((await check(again, { keys, checkpoint })).found).toEqual([
        "bad held-not-continued consistency.jsonl:2",
      ]);
    }
    for (const edit of [
      (text: string) => text.replace('{"from":6,', '{"from": 6,'),
      (text: string) => text.replace('"from":6', '"from":"6"'),
      (text: string) => text.replace('{"from":6', '{"from":20'),
    ]) {
      const again = tagged(edited(new Map(files), "consistency.jsonl", edit));
      expect((await check(again, { keys, checkpoint })).found).toEqual([
        expect.stringMatching(/^bad line-malformed consistency.jsonl:[12]$/),
      ]);
    }
  });

  test("is connected by the register's proof of two sizes, also if it is newer", async () => {
    const log = logOf(9);
    const files = packageOf(log, { filter: "x", after: 3 });
    const keys = [log.signer.verifierKey];
    const size = log.events.length;
    for (let n = 0; n < 20; n += 1) log.add("comment", "comment.written", { id: `e-${n}` });
    const proofOf = (from: number, to: number) =>
      JSON.stringify({
        ...{ from, to },
        proof: log
          .tree()
          .consistency(from, to)
          .map((hash) => hash.toString("base64")),
      });
    const held = async (at: number, proof: string) => {
      const { exit, steps } = await check(files, { keys, checkpoint: log.checkpoint(at), proof });
      return [exit, steps.find(({ step }) => step === "held")?.code];
    };
    for (const at of [size - 4, size - 1])
      expect(await held(at, proofOf(at, size))).toEqual([0, "held-continues"]);
    for (const at of [size + 1, size + 20])
      expect(await held(at, proofOf(size, at))).toEqual([0, "held-goes-on"]);
    expect(await held(size + 1, proofOf(size, size + 2))).toEqual([2, "proof-of-others"]);
    expect(await held(size - 1, proofOf(size, size + 1))).toEqual([2, "proof-of-others"]);
    expect(await held(size + 1, "nothing")).toEqual([2, "proof-of-others"]);
    const bent = proofOf(size, size + 1).replace(
      /"([A-Za-z0-9+/]{43}=)"\]/,
      `"${Buffer.alloc(32).toString("base64")}"]`,
    );
    expect(await held(size + 1, bent)).toEqual([2, "proof-shows-nothing"]);

    const signer = log.signer;
    const fork = logOf(8, signer);
    for (let n = fork.events.length; n < size + 20; n += 1)
      fork.add("comment", "comment.written", { id: `f-${n}` });
    const { exit } = await check(files, {
      keys,
      checkpoint: fork.checkpoint(size + 20),
      proof: proofOf(size, size + 20),
    });
    expect(exit).toBe(2);
  });

  test("of each size is compared with the entries of a whole log", async () => {
    const { log, files, keys } = made({ what: "LOG" });
    for (let size = 1; size <= log.events.length; size += 1) {
      const { exit, steps } = await check(files, { keys, checkpoint: log.checkpoint(size) });
      const code = steps.find(({ step }) => step === "held")?.code;
      const position = log.events.length - 3;
      expect([exit, code]).toEqual([
        0,
        size <= position ? "held-continues" : size === log.events.length ? "held-same" : "held-older",
      ]);
    }
  });

  test("shows a history that was rewritten and signed again", async () => {
    const signer = signerCalled("register.example/log");
    const [before, after] = [logOf(9, signer), logOf(8, signer)];
    const keys = [signer.verifierKey];
    const [size, files] = [before.events.length, packageOf(after, { what: "LOG", between: 9 })];
    expect((await check(files, { keys, checkpoint: before.checkpoint(6) })).found).toEqual([]);
    expect((await check(files, { keys, checkpoint: before.checkpoint(13) })).found).toEqual([
      "bad held-contradicts",
    ]);
    const same = packageOf(logOf(8, signer), { after: 0 });
    const twin = logOf(9, signer);
    const length = Number(String(same.get("checkpoint.txt")).split("\n")[1]);
    expect(length).toBeLessThanOrEqual(size);
    expect((await check(same, { keys, checkpoint: twin.checkpoint(length) })).found).toEqual([
      "bad held-differs",
    ]);
  });

  test("that can't be read, or is of another log, leaves the package unchecked", async () => {
    const { files, keys } = made();
    const other = signerCalled("elsewhere.example/log");
    const elsewhere = logOf(2, other).checkpoint();
    expect(await check(files, { keys, checkpoint: "hello" })).toMatchObject({
      exit: 2,
      found: ["unknown held-unreadable"],
    });
    expect(await check(files, { keys: [...keys, other.verifierKey], checkpoint: elsewhere })).toMatchObject({
      exit: 2,
      found: ["unknown held-of-another-log"],
    });
  });
});

describe("a log with a fault, signed as it is", () => {
  test("an entry that isn't linked to the one before", async () => {
    const log = logOf(4);
    const broken = log.events[3];
    if (broken) broken.leaf = broken.leaf.replace(/"prevHash":"\w+/, `"prevHash":"${"f".repeat(64)}`);
    // What comes after is linked to the entry as it was.
    const { exit, found } = await check(packageOf(log, { what: "LOG" }), { keys: [log.signer.verifierKey] });
    expect(exit).toBe(1);
    expect(found[0]).toMatch(/^bad chain-broken data\/events.jsonl:[45]/);
  });

  test("two entries of one record in a part, and a record that isn't there", async () => {
    const log = logOf(4);
    const keys = [log.signer.verifierKey];
    const twice = packageOf(log, {
      filter: "x",
      with: (data) => {
        const events = log.events.filter(({ id }) => id === "p-0");
        data.set(
          "data/events.jsonl",
          Buffer.from(events.map(({ leaf, payload }) => `${JSON.stringify({ leaf, payload })}\n`).join("")),
        );
      },
    });
    expect((await check(twice, { keys })).exit).toBe(1);
    const without = packageOf(log, {
      filter: "x",
      with: (data) => data.delete("data/records/approval.jsonl"),
    });
    expect((await check(without, { keys })).found).toEqual(["bad missing-file data/records/approval.jsonl"]);
  });
});
