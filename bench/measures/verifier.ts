// The cost of verifying a package of a whole log. The package is made here with entries like a register's, and checked
// by the program as a recipient starts it.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { entryOf, FOUNDING, manifestOf, ORIGIN, type Author, type Entry } from "@/tests/verifier/genuine";
import { checkpointText, hex, leafHash, SecondTree, signerCalled } from "@/tests/verifier/tree";
import { numberCell, printTable } from "../report/table";

export const VERIFIER = "verifier";

const PROMISED_AT = 1_000_000;
const MOST_SECONDS = 60;
const MOST_MB = 400;

/** Returns whether the promise is met. */
export async function benchVerifier(sizes: readonly number[]): Promise<boolean> {
  const met: boolean[] = [];
  const rows: string[][] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(os.tmpdir(), "register-bench-"));
    try {
      const bytes = await writePackage(folder, size);
      const { seconds, megabytes } = verified(folder);
      if (size === PROMISED_AT) met.push(seconds <= MOST_SECONDS && megabytes <= MOST_MB);
      rows.push([
        numberCell(size),
        numberCell(Math.round(bytes / 1e6)),
        seconds.toFixed(1),
        numberCell(megabytes),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  printTable(["entries", "MB", "seconds", "memory at most, MB"], rows);
  const isKept = met.every(Boolean);
  if (met.length > 0)
    console.log(
      `\n${numberCell(PROMISED_AT)} entries in at most ${MOST_SECONDS} s and ${MOST_MB} MB: ${isKept ? "kept" : "NOT KEPT"}`,
    );
  return isKept;
}

/** A program's own peak. Linux's maxRSS survives fork and exec, so it would be this program's. */
const PEAK = `
  import { readFileSync } from "node:fs";
  process.on("exit", () => {
    const own = process.platform === "linux" && /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
    console.error(own ? own[1] : process.resourceUsage().maxRSS);
  });`;

function verified(folder: string): { seconds: number; megabytes: number } {
  const program = path.resolve(import.meta.dirname, "../../lib/verifier/verify.mjs");
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(PEAK)}`,
      program,
      path.join(folder, "EX-0019"),
      "--key",
      path.join(folder, "key"),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The package was not verified:\n${stdout}${stderr}`);
  return { seconds: (performance.now() - start) / 1_000, megabytes: Math.round(Number(stderr) / 1_024) };
}

/** Returns its size in bytes. */
async function writePackage(folder: string, size: number): Promise<number> {
  const bag = path.join(folder, "EX-0019");
  mkdirSync(path.join(bag, "data"), { recursive: true });
  const signer = signerCalled(ORIGIN);
  writeFileSync(path.join(folder, "key"), signer.verifierKey);
  const hashes: Buffer[] = [];
  const add: Add = (type, action, record, by) => {
    const given = { type, action, record, version: 1, seq: hashes.length + 1, last: hashes.at(-1) };
    const entry = entryOf(by ? { ...given, by } : given);
    hashes.push(leafHash(entry.leaf));
    return entry;
  };
  const written = new Map<string, { hash: string; bytes: number }>();
  const write = async (name: string, lines: Iterable<string>) =>
    written.set(name, await writeLines(path.join(bag, name), lines));

  await write("data/datapackage.json", ["{}"]);
  await write("data/events.jsonl", eventLines(size, add));
  const manifest = manifestOf(of(written, "data/"));
  const position = { hash: hashes.at(-1)?.toString("hex") ?? "", seq: size };
  const made = add("export", "export.made", {
    ...{
      asOf: "2026-01-07T18:00:00.000Z",
      complete: true,
      events: size,
      id: "e-19",
      purpose: "A measurement",
    },
    ...{ manifestSha256: hex(manifest), position, records: {}, reference: "EX-0019", rows: {}, version: 1 },
    view: { filter: "", what: "LOG" },
  });
  const tree = new SecondTree(hashes);
  const proofOf = (seq: number) => tree.path(seq - 1).map((hash) => hash.toString("base64"));
  const text = checkpointText(ORIGIN, hashes.length, tree.root());
  const data = [...written.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const { leaf, payload } = made;
  await write("manifest-sha256.txt", manifest.split("\n").slice(0, -1));
  await write("checkpoint.txt", `${text}\n${signer.sign(text)}`.split("\n").slice(0, -1));
  await write("export.json", [JSON.stringify({ leaf, payload, proof: proofOf(size + 1) })]);
  await write("proofs.jsonl", proofLines(size, proofOf));
  await write("consistency.jsonl", []);
  await write("bagit.txt", ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]);
  await write("bag-info.txt", [
    ...["Source-Organization: A register", "External-Identifier: EX-0019", "Bagging-Date: 2026-01-07"],
    `Payload-Oxum: ${data}.2`,
  ]);
  for (const name of ["README.txt", "keys.txt", "verify.mjs"]) await write(name, ["Nothing here."]);
  writeFileSync(path.join(bag, "tagmanifest-sha256.txt"), manifestOf(of(written, "")));
  return [...written.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}

const of = (written: ReadonlyMap<string, { hash: string }>, folder: string): Map<string, string> =>
  new Map(
    [...written]
      .filter(([name]) => (folder === "" ? !name.startsWith("data/") : name.startsWith(folder)))
      .map(([name, { hash }]) => [name, hash]),
  );

type Add = (type: string, action: string, record: Entry["record"], by?: Author) => Entry;

function* eventLines(size: number, add: Add) {
  for (const first of FOUNDING) {
    const { leaf, payload } = add(...first);
    yield JSON.stringify({ leaf, payload });
  }
  for (let i = FOUNDING.length + 1; i <= size; i += 1) {
    const { leaf, payload } = add("pledge", "pledge.logged", {
      ...{
        id: `0f8c1e9a-4b8c-4f3e-9d3a-${String(i).padStart(12, "0")}`,
        reference: `FR-3-${i}`,
        participant: "FR",
        stage: "PLEDGED",
      },
      ...{ title: "Гвинтокрили and aircraft for air surveillance", summary: "As stated. ".repeat(40) },
      evidence: [{ kind: "OFFICIAL_STATEMENT", quote: 'We "will" send', publisher: "A ministry" }],
    });
    yield JSON.stringify({ leaf, payload });
  }
}

function* proofLines(size: number, proofOf: (seq: number) => string[]) {
  for (let seq = 1; seq <= size; seq += 1) yield JSON.stringify({ proof: proofOf(seq), seq });
}

async function writeLines(file: string, lines: Iterable<string>): Promise<{ hash: string; bytes: number }> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  for (const line of lines) if (!out.write(`${line}\n`)) await once(out, "drain");
  out.end();
  await once(out, "close");
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return { hash: hash.digest("hex"), bytes: out.bytesWritten };
}
