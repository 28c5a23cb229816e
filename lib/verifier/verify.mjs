#!/usr/bin/env node
// Checks an export package of a pledge register: that its rows are what the register has on record, and that these are
// the files it exported. One file, no dependencies, no network.
//
//   node verify.mjs FOLDER --key KEY [--witness KEY] [--checkpoint NOTE]
//
// Get this program and the key from somewhere other than the package: anyone who could change one could change the
// other. How the parts depend on each other, from what you trust to the rows you read:
//
//   the key you have ─ signs ─▶ checkpoint.txt ─ contains the root of a hash tree over every entry of the register's log
//   the tree ─ has ─▶ the entry in export.json ─ has the hash of manifest-sha256.txt ─ has the hash of every file
//   the tree ─ has ─▶ each entry in data/events.jsonl ─ has the hash of the record in data/records/
//
// Formats: BagIt 1.0 (RFC 8493), Merkle tree of RFC 6962, signed notes and checkpoints of C2SP, JSON of RFC 8785.
// Exit codes: 0 verified; 1 not what was exported, or an entry whose author had no right to it; 2 could not be checked;
// 3 verified, but such entries were made before the rules of authority went on record.

/**
 * The files of a package by path; `null`: not a plain file.
 * @typedef {Map<string, (() => AsyncIterable<Uint8Array>) | null>} Files
 *
 * @typedef {object} Crypto
 * @property {(data: string | Uint8Array, as: "hex" | "base64") => string | Promise<string>} sha256 of a text: of its UTF-8
 * @property {(chunks: AsyncIterable<Uint8Array>) => Promise<string>} sha256OfAll as hex
 * @property {(key: Uint8Array, text: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>} ed25519
 *
 * `note`: nothing is wrong and nothing is proven. `skipped`: an earlier step must succeed first.
 * @typedef {"ok" | "bad" | "unknown" | "skipped" | "note"} Outcome
 * @typedef {Record<string, string | number>} Params
 * @typedef {{ code: string, params: Params }} Said
 * @typedef {Said & { step: string, outcome: Outcome }} Step
 *
 * `exit`: 0 verified; 1 not what was exported, or an author without the right to an entry; 2 could not be checked;
 * 3 verified, but for authors without the right to an entry before the rules of authority went on record.
 * @typedef {{ exit: 0 | 1 | 2 | 3, steps: Step[], proven: Said[], unproven: Said[] }} Verdict
 *
 * @typedef {{ name: string, id: string, type: number, raw: Uint8Array }} Key
 * @typedef {{ origin: string, size: number, root: string, signers: { name: string, id: string, raw: string, at: number | null }[] }} Checkpoint
 *
 * The register's own record of the export.
 * @typedef {object} Export
 * @property {number} seq of the entry that records it
 * @property {string} reference
 * @property {string} asOf
 * @property {string} purpose
 * @property {boolean} complete
 * @property {number} events
 * @property {string} manifestSha256
 * @property {{ hash: string, seq: number }} position
 * @property {Record<string, number>} records
 * @property {Record<string, number>} rows
 * @property {{ filter: string, what: string }} view
 *
 * One entry of the log.
 * @typedef {object} Entry
 * @property {string} leafText
 * @property {string} payload
 * @property {Authored & { entityType: string, prevHash: string, payloadSha256: string, afterSha256: string }} leaf
 */

const TAG_FILES = [
  "README.txt",
  "bag-info.txt",
  "bagit.txt",
  "checkpoint.txt",
  "consistency.jsonl",
  "export.json",
  "keys.txt",
  "manifest-sha256.txt",
  "proofs.jsonl",
  "verify.mjs",
];
const TAG_MANIFEST = "tagmanifest-sha256.txt";
const BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const BAG_INFO = ["Source-Organization", "External-Identifier", "Bagging-Date", "Payload-Oxum"];
const LEAF_MEMBERS =
  "action,actorId,actorName,actorRole,afterSha256,at,entityId,entityType,entityVersion,payloadSha256,prevHash,reason,recordedAt,request,seq,session,txid";
const VIEWS = ["REGISTER", "UNRESOLVED", "COVERAGE", "REQUIREMENTS", "PARTICIPANT", "LOG"];

const HEX_64 = /^[0-9a-f]{64}$/;
const BASE64_32 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
const LONGEST_LINE = 16_000_000;
const LARGEST_TEXT = 64_000_000;

/** The result that ends a step. */
class Finding extends Error {
  /** @param {Outcome} outcome @param {string} code @param {Params} [params] */
  constructor(outcome, code, params = {}) {
    super(code);
    this.outcome = outcome;
    this.code = code;
    this.params = params;
  }
}

/** @param {string} code @param {Params} [params] @returns {never} */
function bad(code, params) {
  throw new Finding("bad", code, params);
}

/**
 * Checks a package step by step. Later steps run although an earlier one has failed, so that the first bad entry is
 * named as exactly as possible.
 * @param {Files} files
 * @param {object} given
 * @param {string[]} given.keys verifier keys, from outside the package; those of witnesses may be among them
 * @param {string[]} [given.witnesses] verifier keys of witnesses
 * @param {number} [given.leastWitnesses] how many of the witnesses must have signed the checkpoint
 * @param {string | null} [given.checkpoint] the text of a checkpoint stored outside the register
 * @param {string | null} [given.proof] the register's proof that one continues the other
 * @param {Crypto} given.crypto
 * @param {(step: Step) => void} [given.onStep]
 * @returns {Promise<Verdict>}
 */
export async function verifyPackage(files, given) {
  const { keys, witnesses = [], leastWitnesses = 0, checkpoint = null, proof = null, crypto, onStep } = given;
  /** @type {Step[]} */
  const steps = [];
  /** Null where the step could not be completed.
   * @template T @param {string} name @param {(say: (code: string, params?: Params, outcome?: Outcome) => void) => Promise<T>} check */
  const step = async (name, check) => {
    /** @type {Step} */
    let told = { step: name, outcome: "ok", code: name, params: {} };
    let value = null;
    try {
      value = await check((code, params = {}, outcome = "ok") => {
        told = { step: name, outcome, code, params };
      });
    } catch (error) {
      told =
        error instanceof Finding
          ? { step: name, outcome: error.outcome, code: error.code, params: error.params }
          : { step: name, outcome: "unknown", code: "unreadable", params: { why: String(error) } };
    }
    steps.push(told);
    onStep?.(told);
    return value;
  };

  if (!files.has("bagit.txt") && !files.has("export.json")) {
    await step("structure", () => Promise.reject(new Finding("unknown", "not-a-package")));
    return { exit: 2, steps, proven: [], unproven: [] };
  }
  const manifests = await step("structure", (say) => checkStructure(files, say));
  await step("files", (say) => checkFiles(files, manifests, crypto, say));
  const pinned = await step("checkpoint", (say) => checkCheckpoint(files, keys, witnesses, crypto, say));
  if (leastWitnesses > 0 || pinned?.keys.some((/** @type {Key} */ { type }) => type === COSIGNS))
    await step("witnesses", (say) => checkWitnesses(pinned, leastWitnesses, say));
  const tree = pinned ? new Tree(pinned.checkpoint, crypto) : null;
  const made = await step("export", (say) => checkExport(files, tree, crypto, say));
  await step("given-out", (say) => checkGivenOut(files, made, crypto, say));
  const held = checkpoint !== null && pinned ? await readHeld(checkpoint, pinned, crypto) : null;

  const entries = await step("entries", (say) =>
    checkEntries(files, made, tree, held instanceof Finding ? null : held, crypto, say),
  );
  await step("records", (say) => checkRecords(files, made, entries, crypto, say));
  if (made && isWholeLog(made)) await step("log", (say) => checkLog(made, entries, say));
  if (made && isWholeLog(made)) await step("authority", (say) => checkAuthority(entries, say));
  await step("tables", (say) => checkTables(files, made, say));
  if (checkpoint !== null)
    await step("held", (say) =>
      compareHeld(held, pinned?.checkpoint ?? null, { files, made, entries, proof, crypto }, say),
    );

  const outcomes = new Set(steps.map(({ outcome }) => outcome));
  const isEarlier = steps.some(({ code }) => code === "authority-earlier");
  const exit = outcomes.has("bad")
    ? 1
    : outcomes.has("unknown") || outcomes.has("skipped")
      ? 2
      : isEarlier
        ? 3
        : 0;
  const isProven = exit === 0 || exit === 3;
  const verified = isProven && pinned && made ? conclusions(pinned.checkpoint, made, steps) : null;
  return { exit, steps, proven: verified?.proven ?? [], unproven: verified?.unproven ?? [] };
}

/** Whether it has every entry up to the position. @param {Export} made */
const isWholeLog = (made) => made.view.what === "LOG" && made.complete;

// ---------------------------------------------------------------------------------------------------------------------
// Steps 1 and 2: the bag. Exactly the listed files, each with its listed hash.

/** @typedef {{ payload: Map<string, string>, tags: Map<string, string>, oxum: string }} Manifests */
/** @typedef {(code: string, params?: Params, outcome?: Outcome) => void} Say */

/** @param {Files} files @param {Say} say @returns {Promise<Manifests>} */
async function checkStructure(files, say) {
  for (const [file, open] of files) if (open === null) bad("not-a-plain-file", { file });
  for (const file of [TAG_MANIFEST, ...TAG_FILES]) if (!files.has(file)) bad("missing-file", { file });
  const tags = manifestOf(await textOf(files, TAG_MANIFEST), TAG_MANIFEST);
  const payload = manifestOf(await textOf(files, "manifest-sha256.txt"), "manifest-sha256.txt");
  for (const [file] of payload)
    if (!file.startsWith("data/")) bad("not-below-data", { file, manifest: "manifest-sha256.txt" });
  for (const file of TAG_FILES) if (!tags.has(file)) bad("not-named", { file, manifest: TAG_MANIFEST });
  for (const [file] of tags)
    if (!TAG_FILES.includes(file)) bad("no-such-part", { file, manifest: TAG_MANIFEST });

  for (const [file] of payload) if (!files.has(file)) bad("missing-file", { file });
  for (const file of [...files.keys()].sort())
    if (file !== TAG_MANIFEST && !tags.has(file) && !payload.has(file)) bad("extra-file", { file });
  if ((await textOf(files, "bagit.txt")) !== BAGIT) bad("bagit-differs", { file: "bagit.txt" });
  const oxum = bagInfoOf(await textOf(files, "bag-info.txt")).get("Payload-Oxum") ?? "";
  say("structure", { files: files.size });
  return { payload, tags, oxum };
}

/**
 * A manifest must be in canonical form: lower case, two spaces, sorted, LF.
 * @param {string} text @param {string} manifest @returns {Map<string, string>}
 */
function manifestOf(text, manifest) {
  const named = new Map();
  let before = "";
  const lines = text.split("\n");
  if (lines.pop() !== "") bad("unended-line", { file: manifest, line: lines.length + 1 });
  for (const [i, line] of lines.entries()) {
    const [, hash, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (hash === undefined || file === undefined || !PATH.test(file))
      return bad("manifest-line", { file: manifest, line: i + 1 });
    if (file <= before) bad("manifest-order", { file: manifest, line: i + 1 });
    named.set(file, hash);
    before = file;
  }
  return named;
}

/** @param {string} text @returns {Map<string, string>} */
function bagInfoOf(text) {
  const file = "bag-info.txt";
  const info = new Map();
  const lines = text.split("\n");
  if (lines.pop() !== "") bad("unended-line", { file, line: lines.length + 1 });
  for (const [i, line] of lines.entries()) {
    const [, label, value] = /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
    if (label === undefined || value === undefined || value.endsWith("\r") || info.has(label))
      return bad("bag-info-line", { file, line: i + 1 });
    info.set(label, value);
  }
  for (const label of BAG_INFO) if (!info.has(label)) bad("bag-info-lacks", { file, label });
  return info;
}

/** @param {Files} files @param {Manifests | null} manifests @param {Crypto} crypto @param {Say} say */
async function checkFiles(files, manifests, crypto, say) {
  const { payload, tags, oxum } = manifests ?? (await manifestsAtHand(files));
  const changed = [];
  let bytes = 0;
  for (const [file, hash] of [...tags, ...payload]) {
    const open = files.get(file);
    if (!open) continue;
    let size = 0;
    const found = await crypto.sha256OfAll(counted(open(), (length) => (size += length)));
    if (found !== hash) changed.push(file);
    if (payload.has(file)) bytes += size;
  }
  const [file] = changed;
  if (file !== undefined)
    bad(changed.length > 1 ? "files-changed" : "file-changed", { file, more: changed.length - 1 });
  if (!manifests) throw new Finding("skipped", "structure-first");
  if (oxum !== `${bytes}.${payload.size}`)
    bad("oxum-differs", { file: "bag-info.txt", stated: oxum, found: `${bytes}.${payload.size}` });
  say("files", { files: tags.size + payload.size, bytes });
}

/** Where the structure is wrong, each listed file can still be checked.
 * @param {Files} files @returns {Promise<Manifests>} */
async function manifestsAtHand(files) {
  /** @param {string} name */
  const read = async (name) => manifestOf(await textOf(files, name), name);
  try {
    return { payload: await read("manifest-sha256.txt"), tags: await read(TAG_MANIFEST), oxum: "" };
  } catch {
    throw new Finding("skipped", "structure-first");
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// 3: the checkpoint, signed by a given key. keys.txt in the package is never read.

/** @param {Files} files @param {string[]} lines @param {string[]} witnesses @param {Crypto} crypto @param {Say} say */
async function checkCheckpoint(files, lines, witnesses, crypto, say) {
  const keys = await Promise.all([...lines, ...witnesses].map((line) => keyOf(line, crypto)));
  const wrong = witnesses.findIndex((_, index) => keys[lines.length + index]?.type !== COSIGNS);
  if (wrong >= 0)
    throw new Finding("unknown", "no-witness-key", { key: (witnesses[wrong] ?? "").slice(0, 200) });
  if (!keys.some(({ type }) => type === SIGNS)) throw new Finding("unknown", "no-key");
  const checkpoint = await openNote(await textOf(files, "checkpoint.txt"), "checkpoint.txt", keys, crypto);
  const [signer] = checkpoint.signers;
  say("checkpoint", { origin: checkpoint.origin, size: checkpoint.size, key: signer?.id ?? "" });
  return { keys, checkpoint };
}

/**
 * Witnesses sign only what continues the log they signed before: all their readers see the same log.
 * @param {{ keys: Key[], checkpoint: Checkpoint } | null} pinned @param {number} least @param {Say} say
 */
async function checkWitnesses(pinned, least, say) {
  if (!pinned) throw new Finding("skipped", "checkpoint-first");
  const known = new Set(pinned.keys.filter(({ type }) => type === COSIGNS).map(({ raw }) => toHex(raw)));
  /** @type {Map<string, { name: string, at: number }>} */
  const signed = new Map();
  for (const { name, at, raw } of pinned.checkpoint.signers) if (at !== null) signed.set(raw, { name, at });
  const witnesses = [...signed.values()].map(({ name, at }) => `${name} (${minuteOf(at)})`).join(", ");
  const params = { witnesses, signed: signed.size, known: known.size, least };
  if (signed.size < least) throw new Finding("unknown", "witnesses-few", params);
  if (signed.size === 0) say("witnesses-none", params, "note");
  else say("witnesses", params);
}

/** @param {number} seconds since 1970 */
const minuteOf = (seconds) =>
  seconds < 253_402_300_800
    ? `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : `${seconds} s`;

const SIGNS = 0x01;
const COSIGNS = 0x04;

/** A verifier key: name, id and key. The id must follow from the key.
 * @param {string} line @param {Crypto} crypto @returns {Promise<Key>} */
async function keyOf(line, crypto) {
  const wrong = () => new Finding("unknown", "bad-key", { key: line.slice(0, 200) });
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line.trim()) ?? [];
  const raw = base64 === undefined ? null : fromBase64(base64);
  if (name === undefined || id === undefined || raw?.length !== 33) throw wrong();
  const type = raw[0] ?? 0;
  if (type !== SIGNS && type !== COSIGNS) throw wrong();
  const named = await crypto.sha256(joined(utf8(`${name}\n`), raw), "hex");
  if (named.slice(0, 8) !== id) throw wrong();
  return { name, id, type, raw: raw.subarray(1) };
}

/**
 * A signed note with a checkpoint in it. Signatures by unknown keys are ignored. Every one by a given key must be
 * valid, and one of them must be the log's own.
 * @param {string} text @param {string} file @param {Key[]} keys @param {Crypto} crypto @returns {Promise<Checkpoint>}
 */
async function openNote(text, file, keys, crypto) {
  const cut = text.indexOf("\n\n");
  const body = text.slice(0, cut + 1);
  const [origin, size, root, ...further] = body.split("\n");
  // oxlint-disable-next-line no-control-regex
  if (cut < 0 || !text.endsWith("\n") || /[\0-\t\v-\x1f\x7f]/.test(text)) bad("note-malformed", { file });
  if (!origin || !size || !root || further.pop() !== "" || further.includes(""))
    bad("note-malformed", { file });
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)) || !BASE64_32.test(root))
    bad("note-malformed", { file });

  const signers = [];
  for (const line of text.slice(cut + 2, -1).split("\n")) {
    const [, name, base64] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const blob = base64 === undefined ? null : fromBase64(base64);
    if (name === undefined || blob === null || blob.length < 5) return bad("note-malformed", { file });
    const id = toHex(blob.subarray(0, 4));
    const key = keys.find((one) => one.name === name && one.id === id);
    if (!key || (key.type === SIGNS && key.name !== origin)) continue;
    const at = key.type === COSIGNS ? secondsIn(blob.subarray(4, 12)) : null;
    const signed = at === null ? body : `cosignature/v1\ntime ${at}\n${body}`;
    const signature = blob.subarray(at === null ? 4 : 12);
    if (signature.length !== 64 || !(await crypto.ed25519(key.raw, utf8(signed), signature)))
      bad("signature-wrong", { file, name, key: id });
    signers.push({ name, id, raw: toHex(key.raw), at });
  }
  signers.sort((a, b) => Number(a.at !== null) - Number(b.at !== null));
  if (signers[0]?.at !== null)
    bad("not-signed-by-key", { file, origin, keys: keys.map(({ name, id }) => `${name}+${id}`).join(", ") });
  return { origin, size: Number(size), root, signers };
}

/** @param {Uint8Array} bytes */
const secondsIn = (bytes) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

// ---------------------------------------------------------------------------------------------------------------------
// The tree (RFC 6962): its root is enough to prove that an entry is in it.

class Tree {
  /** @param {{ size: number, root: string }} checkpoint @param {Crypto} crypto */
  constructor({ size, root }, crypto) {
    this.size = size;
    this.root = root;
    this.crypto = crypto;
    /** The two children of each node on the path to the entry proven last, from the root down.
     * @type {{ at: number, left: string, right: string }[]} */
    this.way = [];
  }

  /**
   * Whether the entry with that hash is number `seq` of the log. A proof is the hashes next to the path from the entry
   * up to the root. Neighbours share most of their path: for the part proven for the last entry, the proof only has to
   * repeat the same hashes. (It can't honestly say anything else: that would be a second text with the same hash.)
   * @param {string} leafHash @param {number} seq @param {string[]} proof hashes are base64
   */
  async holds(leafHash, seq, proof) {
    if (seq < 1 || seq > this.size) return false;
    const path = pathTo(seq - 1, this.size);
    if (proof.length !== path.length) return false;
    let expected = this.root;
    let depth = 0;
    for (; depth < path.length; depth += 1) {
      const turn = path[depth];
      const known = this.way[depth];
      if (!turn || !known || known.at !== turn.at) break;
      if (proof[path.length - 1 - depth] !== (turn.right ? known.left : known.right)) return false;
      expected = turn.right ? known.right : known.left;
    }
    const below = [];
    let hash = leafHash;
    for (let d = path.length - 1; d >= depth; d -= 1) {
      const sibling = proof[path.length - 1 - d] ?? "";
      const turn = path[d];
      if (!turn || !BASE64_32.test(sibling)) return false;
      const [left, right] = turn.right ? [sibling, hash] : [hash, sibling];
      below.unshift({ at: turn.at, left, right });
      hash = await innerHash(left, right, this.crypto);
    }
    if (hash !== expected) return false;
    this.way = [...this.way.slice(0, depth), ...below];
    return true;
  }
}

/** From the root of a tree of that size down to a leaf: where each node begins, and whether the path turns right there.
 * @param {number} index @param {number} size */
function pathTo(index, size) {
  const path = [];
  let at = 0;
  let width = size;
  let half = 1;
  while (half < size) half *= 2;
  while (width > 1) {
    while (half >= width) half /= 2;
    const right = index >= at + half;
    path.push({ at, right });
    if (right) at += half;
    width = right ? width - half : half;
  }
  return path;
}

/** @param {string} leafText @param {Crypto} crypto */
const leafHashOf = (leafText, crypto) => crypto.sha256(`\0${leafText}`, "base64");

/** @param {string} left @param {string} right both base64 @param {Crypto} crypto */
function innerHash(left, right, crypto) {
  const bytes = new Uint8Array(65);
  bytes[0] = 0x01;
  bytes.set(fromBase64(left) ?? [], 1);
  bytes.set(fromBase64(right) ?? [], 33);
  return crypto.sha256(bytes, "base64");
}

/**
 * Whether these hashes prove that the tree of `later` begins with that of `earlier`. Both roots are computed from them,
 * from the outside inwards (RFC 6962, 2.1.2).
 * @param {{ size: number, root: string }} earlier @param {{ size: number, root: string }} later
 * @param {string[]} proof @param {Crypto} crypto
 */
async function continues(earlier, later, proof, crypto) {
  if (earlier.size === 0 || !proof.every((hash) => BASE64_32.test(hash))) return false;
  const left = [...proof];
  /** @param {number} before @param {number} size @param {boolean} whole @returns {Promise<[was: string, is: string]>} */
  const rootsOf = async (before, size, whole) => {
    if (before === size) {
      const hash = whole ? earlier.root : (left.pop() ?? "");
      return [hash, hash];
    }
    const sibling = left.pop() ?? "";
    let split = 1;
    while (split * 2 < size) split *= 2;
    if (before <= split) {
      const [was, is] = await rootsOf(before, split, whole);
      return [was, await innerHash(is, sibling, crypto)];
    }
    const [was, is] = await rootsOf(before - split, size - split, false);
    return [await innerHash(sibling, was, crypto), await innerHash(sibling, is, crypto)];
  };
  const [was, is] = await rootsOf(earlier.size, later.size, true);
  return left.length === 0 && was === earlier.root && is === later.root;
}

/** A tree that grows leaf by leaf: the roots of its complete subtrees, the largest first. */
class Growing {
  /** @param {Crypto} crypto */
  constructor(crypto) {
    this.crypto = crypto;
    /** @type {{ width: number, hash: string }[]} */
    this.parts = [];
  }

  /** @param {string} leafHash */
  async add(leafHash) {
    let part = { width: 1, hash: leafHash };
    for (let last = this.parts.at(-1); last?.width === part.width; last = this.parts.at(-1)) {
      this.parts.pop();
      part = { width: part.width * 2, hash: await innerHash(last.hash, part.hash, this.crypto) };
    }
    this.parts.push(part);
  }

  async root() {
    const [last, ...larger] = this.parts.toReversed();
    let hash = last?.hash ?? "";
    for (const part of larger) hash = await innerHash(part.hash, hash, this.crypto);
    return hash;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// 4: the export's own entry. It has the hash of the manifest, and so of every byte below data/.

/** @param {Files} files @param {Tree | null} tree @param {Crypto} crypto @param {Say} say @returns {Promise<Export>} */
async function checkExport(files, tree, crypto, say) {
  const file = "export.json";
  const text = await textOf(files, file);
  const { entry, proof } = exportLineOf(text.endsWith("\n") ? text.slice(0, -1) : "", file);
  const { leaf } = entry;
  const record = await checkPayload(entry, { file, line: 1 }, crypto);
  if (leaf.action !== "export.made" || leaf.entityType !== "export")
    bad("not-an-export", { file, seq: leaf.seq, action: leaf.action });
  const made = { ...exportOf(record, leaf.entityId, file), seq: leaf.seq };
  const { seq, hash } = made.position;
  if (seq >= leaf.seq || (seq === leaf.seq - 1 && leaf.prevHash !== hash))
    bad("position-wrong", { file, seq: leaf.seq, position: seq });
  if (tree && !(await tree.holds(await leafHashOf(entry.leafText, crypto), leaf.seq, proof)))
    bad("not-in-tree", { file, line: 1, seq: leaf.seq, name: made.reference, size: tree.size });
  if (tree) say("export", { reference: made.reference, seq: leaf.seq });
  else say("export-unplaced", { reference: made.reference, seq: leaf.seq }, "skipped");
  return made;
}

/** The entry has the hash of the manifest. The manifest has those of the files, which another step compares.
 * @param {Files} files @param {Export | null} made @param {Crypto} crypto @param {Say} say */
async function checkGivenOut(files, made, crypto, say) {
  if (!made) throw new Finding("skipped", "export-first");
  const { manifestSha256, reference, seq } = made;
  const manifest = await crypto.sha256(await textOf(files, "manifest-sha256.txt"), "hex");
  if (manifest !== manifestSha256) bad("manifest-not-on-record", { file: "manifest-sha256.txt", seq });
  const named = bagInfoOf(await textOf(files, "bag-info.txt")).get("External-Identifier") ?? "";
  if (named !== reference) bad("other-reference", { file: "bag-info.txt", stated: named, found: reference });
  say("given-out", { reference });
}

/** @param {string} line @param {string} file @returns {{ entry: Entry, proof: string[] }} */
function exportLineOf(line, file) {
  const given = parsed(line);
  const proof = given?.proof;
  if (!isTexts(proof) || !isText(given?.leaf) || !isText(given.payload))
    return bad("line-malformed", { file, line: 1 });
  const { leaf, payload } = given;
  if (line !== JSON.stringify({ leaf, payload, proof })) bad("line-malformed", { file, line: 1 });
  return { entry: entryOf(leaf, payload, { file, line: 1 }), proof };
}

/** @param {string} text @param {string} id @param {string} file @returns {Omit<Export, "seq">} */
function exportOf(text, id, file) {
  const given = parsed(text);
  const { asOf, complete, events, manifestSha256, position, purpose, records, reference, rows, view } =
    given ?? {};
  const isWhole =
    given?.id === id &&
    isText(asOf) &&
    typeof complete === "boolean" &&
    isCount(events) &&
    isHash(manifestSha256) &&
    isObject(position) &&
    isHash(position.hash) &&
    isCount(position.seq) &&
    isText(purpose) &&
    isCounts(records) &&
    isText(reference) &&
    isCounts(rows) &&
    isObject(view) &&
    isText(view.filter) &&
    VIEWS.includes(view.what);
  if (!isWhole) return bad("export-malformed", { file });
  return { asOf, complete, events, manifestSha256, position, purpose, records, reference, rows, view };
}

// ---------------------------------------------------------------------------------------------------------------------
// 5: each exported entry is in the tree, with its record.

/**
 * What later steps need from the entries: for a part of the log, whose record each one has; for a
 * whole log, what is wrong with it.
 * @typedef {object} Entries
 * @property {number} count
 * @property {Map<string, { seq: number, name: string }>} byRecord
 * @property {Said | null} brokenAt
 * @property {string | null} rootAtHeld
 * @property {{ count: number, first: Breach | null, since: Breach | null }} breaches
 */

/**
 * @param {Files} files @param {Export | null} made @param {Tree | null} tree
 * @param {Checkpoint | null} held @param {Crypto} crypto @param {Say} say @returns {Promise<Entries>}
 */
async function checkEntries(files, made, tree, held, crypto, say) {
  const proofs = linesOf(files, PROOFS);
  try {
    const seen = await readEntries(files, proofs, { made, tree, held, crypto });
    if (!(await proofs.next()).done) bad("proof-too-many", { file: PROOFS, line: seen.count + 1 });
    if (made && made.events !== seen.count && !isWholeLog(made))
      bad("entries-count", { file: EVENTS, stated: made.events, found: seen.count });
    if (tree && made) say("entries", { entries: seen.count, size: tree.size });
    else say("entries-unplaced", { entries: seen.count }, "skipped");
    return seen;
  } finally {
    await proofs.return();
  }
}

/**
 * @param {Files} files @param {AsyncGenerator<string, void>} proofs
 * @param {{ made: Export | null, tree: Tree | null, held: Checkpoint | null, crypto: Crypto }} known
 * @returns {Promise<Entries>}
 */
async function readEntries(files, proofs, { made, tree, held, crypto }) {
  /** @type {Entries} */
  const seen = {
    count: 0,
    byRecord: new Map(),
    brokenAt: null,
    rootAtHeld: null,
    breaches: { count: 0, first: null, since: null },
  };
  /** @param {Breach[]} found */
  const note = (found) => {
    for (const breach of found) {
      seen.breaches.count += 1;
      seen.breaches.first ??= breach;
      if (breach.since) seen.breaches.since ??= breach;
    }
  };
  const isLog = made?.view.what === "LOG";
  const whole = made !== null && isWholeLog(made);
  const keepsRecords = !isLog || recordTypes(files).length > 0;
  const growing = whole && held && held.size <= made.position.seq ? new Growing(crypto) : null;
  const records = new Set();
  const authority = new Authority();
  let [lastSeq, lastHash] = [0, "0".repeat(64)];

  for await (const text of linesOf(files, EVENTS)) {
    seen.count += 1;
    const line = seen.count;
    const entry = eventLineOf(text, { file: EVENTS, line });
    const { seq, entityType, entityId, prevHash, afterSha256 } = entry.leaf;
    const where = () => ({ file: EVENTS, line, seq, name: nameOf(entry) });
    const record = await checkPayload(entry, { file: EVENTS, line }, crypto);
    if (seq <= lastSeq) bad(seq === lastSeq ? "entry-doubled" : "entry-out-of-order", where());
    if (made && seq > made.position.seq) bad("entry-after", { ...where(), position: made.position.seq });

    const proof = proofLineOf((await proofs.next()).value, { file: PROOFS, line });
    if (proof.seq !== seq) bad("proof-of-another", { file: PROOFS, line, seq: proof.seq, entry: seq });
    const hash = await leafHashOf(entry.leafText, crypto);
    const hex = toHex(fromBase64(hash) ?? new Uint8Array());
    if (tree && !(await tree.holds(hash, seq, proof.proof)))
      bad("not-in-tree", { ...where(), size: tree.size });
    if (made?.position.seq === seq && made.position.hash !== hex) bad("position-differs", where());

    if (whole) {
      if (seq !== line)
        seen.brokenAt ??= { code: "log-gap", params: { file: EVENTS, line, seq: line, found: seq } };
      else if (prevHash !== lastHash) seen.brokenAt ??= { code: "chain-broken", params: where() };
      await growing?.add(hash);
      if (held?.size === line) seen.rootAtHeld = (await growing?.root()) ?? null;
      note(authority.read(entry.leaf, JSON.parse(record)));
    }
    if (made && !isLog) {
      const recorded = `${entityType} ${entityId}`;
      if (records.has(recorded)) bad("record-twice", where());
      records.add(recorded);
    }
    if (keepsRecords) seen.byRecord.set(`${entityType} ${afterSha256}`, { seq, name: nameOf(entry) });
    [lastSeq, lastHash] = [seq, hex];
  }
  note(authority.end());
  return seen;
}

const [EVENTS, PROOFS] = ["data/events.jsonl", "proofs.jsonl"];

/** @param {Files} files */
const recordTypes = (files) =>
  [...files.keys()].flatMap((file) => /^data\/records\/(.+)\.jsonl$/.exec(file)?.[1] ?? []).sort();

/** @param {string} text @param {{ file: string, line: number }} place @returns {Entry} */
function eventLineOf(text, place) {
  const given = parsed(text);
  if (!isText(given?.leaf) || !isText(given.payload)) return bad("line-malformed", place);
  const { leaf, payload } = given;
  if (text !== JSON.stringify({ leaf, payload })) bad("line-malformed", place);
  return entryOf(leaf, payload, place);
}

/** @param {string | void} text @param {{ file: string, line: number }} place @returns {{ seq: number, proof: string[] }} */
function proofLineOf(text, place) {
  if (text === undefined) return bad("proof-missing", place);
  const given = parsed(text);
  if (!isCount(given?.seq) || !isTexts(given.proof)) return bad("line-malformed", place);
  const { proof, seq } = given;
  if (text !== JSON.stringify({ proof, seq })) bad("line-malformed", place);
  return { proof, seq };
}

/** The leaf must be in canonical form.
 * @param {string} leafText @param {string} payload @param {{ file: string, line: number }} place @returns {Entry} */
function entryOf(leafText, payload, place) {
  const leaf = parsed(leafText);
  const isLeaf =
    leaf !== null &&
    Object.keys(leaf).join(",") === LEAF_MEMBERS &&
    JSON.stringify(leaf) === leafText &&
    isCount(leaf.seq) &&
    isText(leaf.action) &&
    isText(leaf.entityType) &&
    isText(leaf.entityId) &&
    isCount(leaf.txid) &&
    isText(leaf.actorId) &&
    isText(leaf.actorName) &&
    isText(leaf.actorRole) &&
    isHash(leaf.prevHash) &&
    isHash(leaf.payloadSha256) &&
    isHash(leaf.afterSha256);
  if (!isLeaf) return bad("leaf-malformed", place);
  return { leafText, payload, leaf };
}

const BEFORE_RECORD = '{"record":';
const AFTER_RECORD = /^,"salt":"[0-9a-f]{32}"\}$/;
const SALT_LENGTH = ',"salt":""}'.length + 32;

/** The text of the record in a payload, as it was hashed. @param {string} payload */
function recordOf(payload) {
  const isWhole = payload.startsWith(BEFORE_RECORD) && AFTER_RECORD.test(payload.slice(-SALT_LENGTH));
  return isWhole ? payload.slice(BEFORE_RECORD.length, -SALT_LENGTH) : null;
}

/** @param {Entry} entry @param {{ file: string, line: number }} place @param {Crypto} crypto @returns {Promise<string>} the record */
async function checkPayload(entry, place, crypto) {
  const { payloadSha256, afterSha256, seq } = entry.leaf;
  const where = () => ({ ...place, seq, name: nameOf(entry) });
  if ((await crypto.sha256(entry.payload, "hex")) !== payloadSha256) bad("payload-changed", where());
  const record = recordOf(entry.payload);
  if (record === null) return bad("payload-malformed", where());
  if ((await crypto.sha256(record, "hex")) !== afterSha256) bad("record-changed", where());
  return record;
}

// ---------------------------------------------------------------------------------------------------------------------
// 6: the records are those of the entries, each once.

/** @param {Files} files @param {Export | null} made @param {Entries | null} entries @param {Crypto} crypto @param {Say} say */
async function checkRecords(files, made, entries, crypto, say) {
  if (!entries) throw new Finding("skipped", "entries-first");
  const isLog = made?.view.what === "LOG";
  const types = recordTypes(files);
  if (isLog && types.length === 0) return say("records-none");
  const open = new Map(entries.byRecord);
  for (const type of types) {
    const file = `data/records/${type}.jsonl`;
    let line = 0;
    for await (const text of linesOf(files, file)) {
      line += 1;
      const record = `${type} ${await crypto.sha256(text, "hex")}`;
      const code = entries.byRecord.has(record) ? "record-doubled" : "record-of-no-entry";
      if (!open.delete(record)) bad(code, { file, line, name: recordName(type, text) });
    }
    const stated = made?.records[type] ?? 0;
    if (made && stated !== line) bad("records-count", { file, stated, found: line });
  }
  for (const [type, count] of Object.entries(made?.records ?? {}))
    if (count > 0 && !types.includes(type)) bad("missing-file", { file: `data/records/${type}.jsonl` });
  // In a whole log, a record has an entry for each of its versions.
  if (made && !isLog) for (const [, { seq, name }] of open) bad("record-missing", { seq, name });
  say("records", { records: entries.byRecord.size - open.size });
}

// ---------------------------------------------------------------------------------------------------------------------
// 7: a whole log has every entry, each linked to the one before.

/** @param {Export} made @param {Entries | null} entries @param {Say} say */
async function checkLog(made, entries, say) {
  if (!entries) throw new Finding("skipped", "entries-first");
  if (entries.brokenAt) bad(entries.brokenAt.code, entries.brokenAt.params);
  if (entries.count !== made.position.seq)
    bad("log-short", { file: "data/events.jsonl", stated: made.position.seq, found: entries.count });
  say("log", { entries: entries.count });
}

// ---------------------------------------------------------------------------------------------------------------------
// 7b: each entry's author had the right to make it, by what the log says before it. `npm run verify` uses this too.

/** @param {Entries | null} entries @param {Say} say */
async function checkAuthority(entries, say) {
  if (!entries) throw new Finding("skipped", "entries-first");
  const { count, first, since } = entries.breaches;
  if (since) bad(since.code, { seq: since.seq, action: since.action, by: since.by });
  if (first) say("authority-earlier", { entries: count, seq: first.seq }, "note");
  else say("authority", {});
}

/**
 * @typedef {Record<string, any>} Members of a record
 * @typedef {{ seq: number, txid: number, at: string, actorId: string, actorName: string, actorRole: string, action: string, entityType: string, entityId: string, reason: string | null }} Authored
 * @typedef {{ name: string, role: string, desk: string[], sealed: boolean, open: boolean, factorRemovedAt: string | null }} Account
 * @typedef {{ participant: string, stage: string, binding: boolean, weight: string, commitments: string[], importedBy: string | null, links: Link[], rest: string }} KnownPledge
 *
 * Another participant that a pledge names, or the participant of another line that a line of it is the same as. `by`: who claimed it.
 * @typedef {{ key: string, participant: string, state: string, by: string }} Link
 *
 * One entry of a transaction.
 * @typedef {{ entry: Authored, record: Members }} Together
 *
 * `since`: after the rules of authority went on record.
 * @typedef {{ seq: number, action: string, by: string, code: string, since: boolean }} Breach
 */

/** What the author must be for each action. Actions of a record's desk: an officer who holds it, or a manager. */
const AUTHORS = {
  register:
    "register.founded register.restore-acknowledged register.key-added register.key-retired access.sealed person.groups-applied person.provider-signed-out person.break-glass-used person.new-device person.webhook-paused",
  registerOrAdmin:
    "register.settings-changed participant.recorded person.created person.link-made person.second-factor-removed person.password-set",
  admin:
    "participant.changed person.disabled person.enabled person.identity-removed person.group-set person.group-removed proposal.link-shown",
  ownOrAdmin:
    "person.signed-out person.token-revoked person.webhook-removed person.changed handover.made handover.offered handover.withdrawn",
  taker: "handover.accepted handover.declined",
  own: "person.sessions-ended person.second-factor-set person.recovery-codes-renewed person.passkey-added person.passkey-removed person.language-set person.identity-bound person.token-made person.webhook-made",
  keeper:
    "source.recorded source.file-attached source.text-captured source.file-retracted import.made import.undone comment.suggested proposal.withdrawn",
  desk: "participant.searched pledge.logged pledge.changed pledge.stage-set pledge.confirmed pledge.voided pledge.linked pledge.evidence-added pledge.evidence-retracted approval.recorded approval.changed comment.written comment.taken-up comment.declined proposal.made proposal.replaced delivery.reported delivery.retracted question.asked question.answered question.withdrawn question.reopened",
  linked: "pledge.link-confirmed pledge.link-declined",
  recipient: "delivery.confirmed",
  manager:
    "baseline.named proposal.approved proposal.returned ruling.made trigger.recorded trigger.changed requirement.recorded requirement.changed requirement.closed offer.made offer.withdrawn scenario.made scenario.changed scenario.withdrawn finding.answered handover.approved handover.refused",
  auditor: "finding.noted finding.closed finding.reopened",
  managerOrAuditor: "export.made",
};
/** @type {Map<string, keyof typeof AUTHORS>} */
const AUTHOR_OF = new Map(
  Object.entries(AUTHORS).flatMap(([who, actions]) =>
    actions.split(" ").map((action) => /** @type {const} */ ([action, /** @type {any} */ (who)])),
  ),
);

const BINDING = ["COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];
const STEPS_BY_ONE = ["SIGNALLED", "PLEDGED"];
const OUTCOMES = ["APPROVED", "REJECTED"];
const UNASKED = ["UNKNOWN", "NOT_REQUIRED"];

/**
 * Reads the log in order, entry by entry, and says of each whether its author might make it then. Entries of one
 * transaction are judged together: a change that needed a decision stands beside it.
 */
export class Authority {
  /** @type {Map<string, Account>} */ #people = new Map();
  /** @type {Map<string, KnownPledge>} by reference */ #pledges = new Map();
  /** @type {Map<string, Members>} what is judged of them */ #approvals = new Map();
  /** @type {Map<string, Members>} */ #participants = new Map();
  /** @type {Map<string, KnownPledge>} */ #alike = new Map();
  /** @type {Set<string>} */ #recipients = new Set();
  /** @type {{ entry: Authored, record: Members }[]} */ #together = [];
  /** @type {Set<string>} participants with a number that was ever given in confidence */ #sealedOf =
    new Set();
  /** @type {Set<string>} handovers that the taker has accepted */ #accepted = new Set();
  /** @type {Set<string>} persons who have set a password, or bound an identity of a provider */ #withPassword =
    new Set();
  /** @type {Set<string>} persons whose account in use once had a role that decides */ #everPowerful =
    new Set();
  /** @type {Set<string>} persons who could once decide about accounts */ #deciders = new Set();
  /** The version of the rules that is on record; 0: none yet. */ #rules = 0;

  /**
   * Returns the breaches of the transaction before, once this entry shows that it is over.
   * @param {Authored} entry @param {Members} record @returns {Breach[]}
   */
  read(entry, record) {
    const isNext = this.#together[0] && this.#together[0].entry.txid !== entry.txid;
    const breaches = isNext ? this.end() : [];
    this.#together.push({ entry, record });
    return breaches;
  }

  /** The breaches of the last transaction. @returns {Breach[]} */
  end() {
    const together = this.#together;
    this.#together = [];
    const [decided, onAccounts] = [decisionsIn(together, false), decisionsIn(together, true)];
    const handover = together.find(({ entry }) => HANDING_OVER.includes(entry.action)) ?? null;
    const voided = new Set(
      together.flatMap(({ entry }) => (entry.action === "pledge.voided" ? [entry.entityId] : [])),
    );
    /** @type {Breach[]} */
    const breaches = [];
    // All are judged by the accounts as they were before it: nobody gives themselves a right.
    const accounts = new Map(together.map(({ entry }) => [entry.actorId, this.#accountOf(entry)]));
    for (const { entry, record } of together) {
      const code = this.#whyNot(entry, record, accounts.get(entry.actorId) ?? null, {
        decided: (entry.entityType === "person" ? onAccounts : decided).get(entry.entityId) ?? null,
        handover,
        voided,
      });
      if (code !== null)
        breaches.push({
          seq: entry.seq,
          action: entry.action,
          by: entry.actorName,
          code,
          since: this.#rules >= (entry.action === "handover.made" && code === "author-undecided" ? 2 : 1),
        });
      this.#keep(entry, record);
    }
    return breaches;
  }

  /** @param {Authored} entry @returns {Account | null} */
  #accountOf({ actorId }) {
    return this.#people.get(actorId) ?? null;
  }

  /**
   * @param {Authored} entry @param {Members} record @param {Account | null} account
   * @param {{ decided: string | null, handover: Together | null, voided: Set<string> }} context
   * @returns {string | null}
   */
  #whyNot(entry, record, account, context) {
    const { action, actorId, entityId } = entry;
    const who = AUTHOR_OF.get(action);
    if (!who) return "author-no-such-action";
    if (actorId === THE_REGISTER) return this.#whyNotRegister(who, entry, record);
    if (!account) return "author-unknown-author";
    if (!account.open) return "author-account-disabled";
    if (account.role !== entry.actorRole || account.name !== entry.actorName)
      return "author-not-as-on-record";
    if (this.#isHeldBack(account, entry) && DECISIONS.includes(action)) return "author-held-back";
    if (entry.entityType === "proposal" && record["subject"] === "account")
      return whyNotOnAccount(account, entry, record);
    if (context.decided !== null && ACCOUNT_CHANGES.includes(action))
      return whyNotDecidedAccount(account, entry, context.decided);
    const wrong = this.#whyNotOf(who, account, entry, record, context.handover);
    if (wrong !== null) return wrong;

    const subject = action.slice(0, action.indexOf("."));
    if (subject === "pledge") return this.#whyNotPledge(account, entry, record, context);
    if (subject === "handover") return this.#whyNotHandover(entry, record);
    if (subject === "approval" && this.#isWeighty(entityId, record))
      return context.decided === null ? "author-undecided" : whyNotDecider(context.decided, actorId);
    if (action === "proposal.made") {
      if (record["proposerId"] !== actorId) return "author-another-author";
      const known = this.#pledges.get(record["reference"])?.commitments ?? [];
      return this.#whyNotSealed(account, entry, known, record["participant"], record["wish"]);
    }
    if (action === "proposal.approved" || action === "proposal.returned") {
      if (record["proposerId"] === actorId) return "author-own-proposal";
      return record["deciderId"] === actorId ? null : "author-another-author";
    }
    if (action === "proposal.withdrawn")
      return record["proposerId"] === actorId || context.voided.has(record["subjectId"])
        ? null
        : "author-another-author";
    if (subject === "comment") return whyNotComment(entry, record);
    if (action === "participant.searched")
      return whyNotSearch(entry, this.#participants.get(entityId) ?? null, record);
    if (action === "person.changed" && entityId === actorId && !context.handover)
      return isSameRights(account, record) ? null : "author-own-rights";
    const saysAlone = record["aloneAt"] !== undefined && record["aloneAt"] === record["updatedAt"];
    const isAlone = saysAlone && !this.#hadAnother(actorId);
    return this.#rules >= TWO_FOR_POWER && !isAlone && !context.handover && this.#givesPower(entry, record)
      ? "author-undecided"
      : null;
  }

  /** Whether somebody else could decide, then or at any time before. @param {string} actorId */
  #hadAnother(actorId) {
    return [...this.#deciders].some((id) => id !== actorId);
  }

  /** Decides, keeps accounts, or reads numbers given in confidence. @param {Account} account */
  #hasPower({ role, sealed, desk }) {
    return POWERFUL.includes(role) || sealed || desk.some((code) => this.#sealedOf.has(code));
  }

  /** A change of an account that takes two. @param {Authored} entry @param {Members} record */
  #givesPower({ action, actorId, entityId }, record) {
    const before = this.#people.get(entityId) ?? null;
    const after = accountOf(record);
    switch (action) {
      case "person.created":
        return this.#hasPower(after);
      case "person.changed":
      case "person.groups-applied":
      case "person.enabled":
      case "person.disabled":
        if (before === null) return this.#hasPower(after);
        if (POWERFUL.includes(after.role) && after.role !== before.role) return true;
        if (after.sealed && !before.sealed) return true;
        if (after.desk.some((code) => this.#sealedOf.has(code) && !before.desk.includes(code))) return true;
        return !before.open && after.open && this.#hasPower(after);
      case "person.link-made":
        return this.#withPassword.has(entityId) || this.#hasPower(after);
      case "person.second-factor-removed":
        return actorId !== entityId;
      default:
        return false;
    }
  }

  /** For a day after somebody else removed the author's second factor. @param {Account} account @param {Authored} entry */
  #isHeldBack({ factorRemovedAt }, { at }) {
    if (factorRemovedAt === null || this.#rules < TWO_FOR_POWER) return false;
    return Date.parse(at) < Date.parse(factorRemovedAt) + HELD_HOURS * 3_600_000;
  }

  /** @param {string} who @param {Authored} entry @param {Members} record @returns {string | null} */
  #whyNotRegister(who, entry, record) {
    const { action, entityId } = entry;
    // By groups of a provider: what takes two is only proposed, in the name of the administrator who set the group.
    if (action === "person.groups-applied" && this.#givesPower(entry, record)) return "author-undecided";
    const isProposed = GROUPS_PROPOSE.includes(action) && record["subject"] === "account";
    if (isProposed) return this.#people.has(record["proposerId"]) ? null : "author-another-author";
    if (who === "register" || action === "register.settings-changed") return null;
    if (who !== "registerOrAdmin") return "author-register-alone";
    // On the machine itself: the first account, an administrator where there is none, a link for one who can't get in.
    if (action !== "person.created" || this.#people.size === 0) return null;
    const open = [...this.#people].filter(([id, one]) => id !== entityId && one.open);
    const left = open.filter(([, { role }]) => POWERFUL.includes(role));
    const isNobody = !left.some(([, { role }]) => role === "ADMIN");
    // Or one who could decide is left of several: accounts with power would wait for ever.
    const isOne = this.#rules >= TWO_FOR_POWER && left.length === 1 && this.#hadAnother(left[0]?.[0] ?? "");
    return record["role"] === "ADMIN" && (isNobody || isOne) ? null : "author-register-alone";
  }

  /**
   * @param {string} who @param {Account} account @param {Authored} entry @param {Members} record
   * @param {Together | null} handover @returns {string | null}
   */
  #whyNotOf(who, account, { action, actorId, entityId }, record, handover) {
    const { role } = account;
    const isOfDesk = action.startsWith("handover.");
    const own = isOfDesk ? record["fromId"] === actorId : entityId === actorId;
    switch (who) {
      case "register":
        return "author-role";
      case "registerOrAdmin":
        if (action === "person.password-set" || (action === "person.second-factor-removed" && own))
          return own ? null : "author-another-account";
        return role === "ADMIN" ? null : "author-role";
      case "admin":
        return role === "ADMIN" ? null : "author-role";
      case "own":
        return own ? null : "author-another-account";
      case "ownOrAdmin":
        if (role === "ADMIN" || (own && OWN_ENDS.includes(action))) return null;
        if (isOfDesk) return role !== "OFFICER" ? "author-role" : own ? null : "author-another-account";
        if (!handover || role !== (handover.entry.action === "handover.made" ? "OFFICER" : "MANAGER"))
          return "author-role";
        return this.#isOfHandover(handover.record, entityId, record) ? null : "author-another-account";
      case "taker":
        return role === "OFFICER" && record["toId"] === actorId ? null : "author-another-account";
      case "keeper":
      case "linked":
        return isKeeper(account) ? null : "author-role";
      case "manager":
        return role === "MANAGER" ? null : "author-role";
      case "auditor":
        return role === "AUDITOR" ? null : "author-role";
      case "managerOrAuditor":
        return role === "MANAGER" || role === "AUDITOR" ? null : "author-role";
      case "recipient":
        return role === "MANAGER" || [...this.#recipients].some((code) => holds(account, code))
          ? null
          : "author-another-desk";
      default:
        if (role === "ADMIN" && handover && action === "pledge.changed") return null;
        if (!isKeeper(account)) return "author-role";
        return holds(account, this.#participantOf(record)) ? null : "author-another-desk";
    }
  }

  /** One of the two whose desks change, and nothing else of what the account may. @param {Members} handover @param {string} id @param {Members} after */
  #isOfHandover(handover, id, after) {
    const before = this.#people.get(id);
    const isParty = id === handover["fromId"] || id === handover["toId"];
    return isParty && before?.role === after["role"] && before?.sealed === (after["sealed"] === true);
  }

  /** With sealed numbers the taker accepts, and a manager decides who has no part in it. @param {Authored} entry @param {Members} record */
  #whyNotHandover({ action, actorId, entityId }, record) {
    if (action === "handover.made") {
      const isSealed = (record["participants"] ?? []).some((/** @type {string} */ one) =>
        this.#sealedOf.has(one),
      );
      return isSealed ? "author-undecided" : null;
    }
    if (action !== "handover.approved" && action !== "handover.refused") return null;
    const [offer] = record["entries"] ?? [];
    if ([record["fromId"], record["toId"], offer?.by].includes(actorId)) return "author-own-proposal";
    return this.#accepted.has(entityId) ? null : "author-undecided";
  }

  /** Of a participant its own code; of a comment or a delivery its pledge's. @param {Members} record */
  #participantOf(record) {
    const of = record["participant"] ?? record["code"] ?? this.#pledges.get(record["pledge"])?.participant;
    return typeof of === "string" ? of : "";
  }

  /**
   * @param {Account} account @param {Authored} entry @param {Members} record
   * @param {{ decided: string | null }} context @returns {string | null}
   */
  #whyNotPledge(account, entry, record, { decided }) {
    const { action, actorId } = entry;
    const before = this.#pledges.get(record["reference"]) ?? null;
    if (before && before.participant !== record["participant"]) return "author-another-participant";
    const known = before?.commitments ?? [];
    const sealed = this.#whyNotSealed(account, entry, known, record["participant"], record["contributions"]);
    const linked = sealed ?? whyNotLinked(account, entry, before, record, decided);
    if (linked !== null || LINK_ANSWERS.has(action)) return linked;
    if (!needsDecision(action, before, record)) return null;
    if (decided !== null) return whyNotDecider(decided, actorId);
    if (action === "pledge.voided" && before && !before.binding) {
      const { importedBy, stage } = before;
      const isTakenBack = importedBy !== null && (importedBy === actorId || account.role === "MANAGER");
      if (isTakenBack || (account.role === "MANAGER" && isUnended(stage))) return null;
      if (isUnended(stage)) return "author-role";
    }
    return "author-undecided";
  }

  /**
   * A number given in confidence is new to the record: its author knows it.
   * @param {Account} account @param {Authored} entry @param {string[]} known @param {string} participant @param {any} said
   * @returns {string | null}
   */
  #whyNotSealed(account, entry, known, participant, said) {
    const isCleared = account.sealed || (account.role === "OFFICER" && account.desk.includes(participant));
    const mayKnow = isCleared && !this.#isHeldBack(account, entry);
    return mayKnow || commitmentsIn(said).every((one) => known.includes(one)) ? null : "author-not-cleared";
  }

  /** A change that settles, or unsettles, an approval that a binding pledge has. @param {string} id @param {Members} record */
  #isWeighty(id, record) {
    const before = this.#approvals.get(id) ?? null;
    const served = [...(record["serves"] ?? []), ...(before?.["serves"] ?? [])];
    return served.some((reference) => {
      if (!this.#pledges.get(reference)?.binding) return false;
      const seen = (/** @type {Members | null} */ one) => (one?.["serves"].includes(reference) ? one : null);
      return isWeighty(seen(before), seen(record));
    });
  }

  /** A log holds many pledges, and most are alike: those share one object. @param {KnownPledge} known */
  #shared(known) {
    const isPlain =
      known.weight === "" && known.commitments.length + known.links.length === 0 && known.importedBy === null;
    if (!isPlain) return known;
    const like = `${known.participant} ${known.stage}`;
    const shared = this.#alike.get(like) ?? known;
    this.#alike.set(like, shared);
    return shared;
  }

  /** @param {Authored} entry @param {Members} record */
  #keep({ action, actorId, actorRole, entityType, entityId, reason }, record) {
    if (actorId !== THE_REGISTER && POWERFUL.includes(actorRole)) this.#deciders.add(actorId);
    if (action === "handover.accepted") this.#accepted.add(entityId);
    if ((entityType === "pledge" || entityType === "proposal") && commitmentsIn(record).length > 0)
      this.#sealedOf.add(record["participant"]);
    if (entityType === "register") this.#rules = Math.max(this.#rules, record["authority"] ?? 0);
    else if (entityType === "person") {
      const account = accountOf(record);
      if (WAYS_IN.includes(action)) this.#withPassword.add(entityId);
      if (account.open && POWERFUL.includes(account.role)) this.#everPowerful.add(entityId);
      const isAble = this.#everPowerful.has(entityId) && this.#withPassword.has(entityId);
      if (isAble) this.#deciders.add(entityId);
      this.#people.set(entityId, account);
    } else if (entityType === "approval") {
      const { status, serves, kind, body, subject, validUntil, limits, terms } = record;
      this.#approvals.set(entityId, { status, serves, kind, body, subject, validUntil, limits, terms });
    } else if (entityType === "participant") {
      this.#participants.set(entityId, record);
      if (record["role"] === "BENEFICIARY") this.#recipients.add(entityId);
      else this.#recipients.delete(entityId);
    } else if (entityType === "pledge") {
      const { reference } = record;
      const stage = record["stage"] === "SUSPENDED" ? record["suspendedFrom"] : record["stage"];
      const isImported = action === "pledge.logged" && /^IM-\d{4,9} /.test(reason ?? "");
      const known = {
        participant: record["participant"],
        stage: record["stage"],
        binding: BINDING.includes(stage),
        weight: BINDING.includes(stage) ? weightOf(record) : "",
        commitments: commitmentsIn(record["contributions"]),
        importedBy: isImported ? actorId : (this.#pledges.get(reference)?.importedBy ?? null),
        links: linksOf(record),
        rest: linksOf(record).some(({ state }) => state === "CLAIMED") ? withoutLinks(record) : "",
      };
      this.#pledges.set(reference, this.#shared(known));
    }
  }
}

/**
 * A search changes nothing else of its participant, and is its author's.
 * @param {Authored} entry @param {Members | null} before @param {Members} after
 */
function whyNotSearch({ actorName }, before, after) {
  // Members come in the order of the canonical form.
  const rest = (/** @type {Members} */ { searches: _searches, version: _version, ...record }) =>
    JSON.stringify(record);
  if (before === null || rest(before) !== rest(after)) return "author-role";
  const known = new Set((before["searches"] ?? []).map((/** @type {any} */ one) => JSON.stringify(one)));
  const added = (after["searches"] ?? []).filter((/** @type {any} */ one) => !known.has(JSON.stringify(one)));
  return added.every((/** @type {any} */ one) => one.by === actorName) ? null : "author-another-author";
}

const THE_REGISTER = "register";
const HANDING_OVER = ["handover.made", "handover.approved"];
/** The version of the rules from which on power is given by two. */
const TWO_FOR_POWER = 2;
const HELD_HOURS = 24;
const POWERFUL = ["MANAGER", "ADMIN"];
const GROUPS_PROPOSE = ["proposal.made", "proposal.withdrawn", "proposal.replaced"];
const WAYS_IN = ["person.password-set", "person.identity-bound"];
const DECISIONS = "proposal.approved proposal.returned ruling.made handover.approved handover.refused".split(
  " ",
);
/** Of one's own account, what needs no administrator. */
const OWN_ENDS = ["person.signed-out", "person.token-revoked", "person.webhook-removed"];
const ACCOUNT_CHANGES =
  "person.created person.changed person.enabled person.disabled person.link-made person.second-factor-removed".split(
    " ",
  );

/** A proposal to give an account power. @param {Account} account @param {Authored} entry @param {Members} record */
function whyNotOnAccount({ role }, { action, actorId }, record) {
  const isOwn = record["proposerId"] === actorId;
  if (action === "proposal.approved" || action === "proposal.returned") {
    if (!POWERFUL.includes(role)) return "author-role";
    if (isOwn) return "author-own-proposal";
    if (record["subjectId"] === actorId) return "author-own-rights";
    return record["deciderId"] === actorId ? null : "author-another-author";
  }
  if (role !== "ADMIN") return "author-role";
  return isOwn || action === "proposal.replaced" ? null : "author-another-author";
}

/** A change of an account that was decided on in the same transaction. @param {Account} account @param {Authored} entry @param {string} proposer */
function whyNotDecidedAccount({ role }, { actorId, entityId }, proposer) {
  if (!POWERFUL.includes(role)) return "author-role";
  if (actorId === entityId) return "author-own-rights";
  return whyNotDecider(proposer, actorId);
}

/** Nobody answers what they suggested themselves. @param {Authored} entry @param {Members} record */
function whyNotComment({ action, actorId }, { authorId, suggestion }) {
  const isAnswer = action === "comment.taken-up" || action === "comment.declined";
  if (isAnswer && authorId === actorId) return "author-own-proposal";
  return (isAnswer ? suggestion?.outcome?.by : authorId) === actorId ? null : "author-another-author";
}

/** Who proposed what was approved beside it, by the id of its subject.
 * @param {{ entry: Authored, record: Members }[]} together @param {boolean} onAccounts @returns {Map<string, string>} */
function decisionsIn(together, onAccounts) {
  return new Map(
    together.flatMap(({ entry, record }) =>
      entry.action === "proposal.approved" && (record["subject"] === "account") === onAccounts
        ? [[String(record["subjectId"]), String(record["proposerId"])]]
        : [],
    ),
  );
}

/** For one binding pledge; null: the approval doesn't serve it. @param {Members | null} from @param {Members | null} to */
function isWeighty(from, to) {
  const [was, is] = [from?.["status"], to?.["status"]];
  const isAnother = ["kind", "body", "subject", "validUntil", "limits", "terms"].some(
    (member) => JSON.stringify(from?.[member] ?? null) !== JSON.stringify(to?.[member] ?? null),
  );
  if (was === is) return from !== null && OUTCOMES.includes(was) && isAnother;
  if (OUTCOMES.includes(is)) return true;
  if (from === null || UNASKED.includes(was)) return false;
  return OUTCOMES.includes(was) || to === null || UNASKED.includes(is);
}

/** @param {string} proposer @param {string} decider */
const whyNotDecider = (proposer, decider) => (proposer === decider ? "author-own-proposal" : null);

/** @param {string} action @param {KnownPledge | null} before @param {Members} record */
function needsDecision(action, before, record) {
  const { stage } = record;
  if (action === "pledge.logged") return !STEPS_BY_ONE.includes(stage) && stage !== "DECLINED";
  if (action === "pledge.voided") return true;
  if (!before) return true;
  if (stage !== before.stage)
    return !(
      STEPS_BY_ONE.indexOf(stage) > STEPS_BY_ONE.indexOf(before.stage) && STEPS_BY_ONE.includes(before.stage)
    );
  return before.binding && before.weight !== weightOf(record);
}

/** What an answer makes of a claim. */
const LINK_ANSWERS = new Map([
  ["pledge.link-confirmed", "CONFIRMED"],
  ["pledge.link-declined", "DECLINED"],
]);

/** @param {Members} record @returns {Link[]} */
const linksOf = (record) => [
  ...["jointWith", "onBehalfOf"].flatMap((field) =>
    (record[field] ?? []).map((/** @type {Members} */ { participant, state, by }) => ({
      key: `${field} ${participant}`,
      participant,
      state,
      by,
    })),
  ),
  ...(record["contributions"] ?? []).flatMap((/** @type {Members} */ { id, sameAs }) =>
    sameAs
      ? {
          key: `sameAs ${id} ${sameAs.pledge} ${sameAs.contribution}`,
          participant: sameAs.pledge.split("-")[0],
          state: sameAs.state,
          by: sameAs.by,
        }
      : [],
  ),
];

/** What no answer to a claim may change. @param {Members} record */
function withoutLinks(record) {
  const {
    jointWith: _jointWith,
    onBehalfOf: _onBehalfOf,
    version: _version,
    updatedAt: _at,
    contributions,
    ...rest
  } = record;
  const lines = (contributions ?? []).map((/** @type {Members} */ { sameAs: _sameAs, ...line }) => line);
  return JSON.stringify({ ...rest, lines });
}

/**
 * Who is named, or whose line, is confirmed by their desk, or a manager: at once by one who holds it, and else by somebody who didn't claim it.
 * @param {Account} account @param {Authored} entry @param {KnownPledge | null} before @param {Members} record
 * @param {string | null} decided @returns {string | null}
 */
function whyNotLinked(account, { action, actorId }, before, record, decided) {
  const [were, are] = [before?.links ?? [], linksOf(record)];
  const answer = LINK_ANSWERS.get(action);
  const isKept = were.every(({ key }) => are.some((link) => link.key === key));
  if (answer && (!before || !isKept || before.rest !== withoutLinks(record))) return "author-another-desk";
  for (const { key, participant, state, by } of are) {
    const was = were.find((link) => link.key === key);
    if (was && was.by !== by) return "author-another-author";
    if (was?.state === state) continue;
    if (answer) {
      if (was?.state !== "CLAIMED" || state !== answer) return "author-undecided";
      if (by === actorId) return "author-own-proposal";
    } else if (was || state === "DECLINED") return "author-another-desk";
    else if (by !== (decided ?? actorId)) return "author-another-author";
    if (state !== "CLAIMED" && decided === null && !holds(account, participant)) return "author-another-desk";
  }
  return null;
}

/** What matters of a pledge that binds: changing it takes two people. @param {Members} record */
function weightOf(record) {
  const { windowStart, windowEnd, condition, contributions } = record;
  const lines = (contributions ?? []).map((/** @type {Members} */ line) => [
    [line["id"], line["kind"], quantityOf(line["quantity"]), line["money"] ?? null],
    [line["availableFrom"], line["availableTo"]],
    (line["caveats"] ?? []).map((/** @type {Members} */ { category, text }) => [category, text]),
    line["allocated"]
      ? [line["allocated"].on, quantityOf(line["allocated"].quantity), line["allocated"].money ?? null]
      : null,
  ]);
  return JSON.stringify([
    windowStart,
    windowEnd,
    askedBy(condition ?? null),
    linksOf(record)
      .flatMap(({ key, state }) => (state === "CONFIRMED" ? [key] : []))
      .sort(),
    lines.map((/** @type {any} */ line) => JSON.stringify(line)).sort(),
  ]);
}

/** What a condition asks for, leaving out its basis and evidence. @param {Members | null} condition */
const askedBy = (condition) =>
  JSON.stringify(condition, (member, value) =>
    member === "basis" || member === "evidence" ? undefined : value,
  );

/** @param {Members | null | undefined} quantity */
const quantityOf = (quantity) =>
  quantity
    ? [
        quantity["kind"],
        quantity["min"],
        quantity["max"],
        quantity["unit"],
        quantity["asStated"],
        quantity["commitment"] ?? null,
      ]
    : null;

/** @param {any} value @returns {string[]} */
function commitmentsIn(value) {
  if (typeof value !== "object" || value === null) return [];
  if (value.kind === "SEALED" && typeof value.commitment === "string") return [value.commitment];
  return Object.values(value).flatMap(commitmentsIn);
}

/** @param {Members} record @returns {Account} */
const accountOf = ({ name, role, desk, sealed, disabledAt, factorRemovedAt }) => ({
  name,
  role,
  desk: desk ?? [],
  sealed: sealed === true,
  open: disabledAt === null,
  factorRemovedAt: factorRemovedAt ?? null,
});

/** @param {Account} account @param {Members} record */
const isSameRights = (account, record) =>
  account.role === record["role"] &&
  account.sealed === (record["sealed"] === true) &&
  account.desk.toSorted().join() === (record["desk"] ?? []).toSorted().join();

/** @param {Account} account */
const isKeeper = ({ role }) => role === "OFFICER" || role === "MANAGER";

/** @param {Account} account @param {string} participant */
const holds = ({ role, desk }, participant) =>
  role === "MANAGER" || (role === "OFFICER" && desk.includes(participant));

/** @param {string} stage */
const isUnended = (stage) => STEPS_BY_ONE.includes(stage) || stage === "SUSPENDED" || BINDING.includes(stage);

/** The tables have as many rows as the register recorded; their hashes vouch for the content.
 * @param {Files} files @param {Export | null} made @param {Say} say */
async function checkTables(files, made, say) {
  if (!made) throw new Finding("skipped", "export-first");
  let rows = 0;
  for (const [table, stated] of Object.entries(made.rows)) {
    const file = `data/tables/${table}.csv`;
    if (!files.has(file)) bad("missing-file", { file });
    const found = await rowsIn(files, file);
    if (found !== stated) bad("rows-count", { file, stated, found });
    rows += found;
  }
  for (const file of files.keys()) {
    const table = /^data\/tables\/(.+)\.csv$/.exec(file)?.[1];
    if (table !== undefined && !Object.hasOwn(made.rows, table)) bad("table-not-on-record", { file });
  }
  say("tables", { rows });
}

/** Rows below the heading; a line break inside quotes doesn't end a row. @param {Files} files @param {string} file */
async function rowsIn(files, file) {
  let rows = 0;
  let quoted = false;
  let begun = false;
  for await (const chunk of opened(files, file))
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      begun = byte !== LINE_FEED || quoted;
      if (!begun) rows += 1;
    }
  return Math.max(0, rows + (begun ? 1 : 0) - 1);
}

// ---------------------------------------------------------------------------------------------------------------------
// A checkpoint stored outside: it exposes a register that signed two histories.

/** @param {string} text @param {{ keys: Key[], checkpoint: Checkpoint }} pinned @param {Crypto} crypto @returns {Promise<Checkpoint | Finding>} */
async function readHeld(text, { keys, checkpoint }, crypto) {
  try {
    const held = await openNote(text, "checkpoint", keys, crypto);
    return held.origin === checkpoint.origin ? held : new Finding("unknown", "held-of-another-log");
  } catch {
    return new Finding("unknown", "held-unreadable");
  }
}

/**
 * @param {Checkpoint | Finding | null} held @param {Checkpoint | null} own
 * @param {{ files: Files, made: Export | null, entries: Entries | null, proof: string | null, crypto: Crypto }} known
 * @param {Say} say
 */
async function compareHeld(held, own, { files, made, entries, proof, crypto }, say) {
  if (held instanceof Finding) throw held;
  if (!held || !own) throw new Finding("skipped", "checkpoint-first");
  const isOlder = held.size < own.size;
  const [earlier, later] = isOlder ? [held, own] : [own, held];
  const ask = `/api/v1/audit/consistency?from=${earlier.size}&to=${later.size}`;
  const params = { held: held.size, size: own.size, ask };
  if (held.size === own.size) {
    if (held.root !== own.root) bad("held-differs", params);
    return say("held-same", params);
  }
  if (isOlder && made && isWholeLog(made) && held.size <= made.position.seq) {
    if (!entries) throw new Finding("skipped", "entries-first");
    if (held.size > 0 && entries.rootAtHeld !== held.root) bad("held-contradicts", params);
    return say("held-continues", params);
  }
  const shown = isOlder ? "held-continues" : "held-goes-on";
  if (held.size === 0) return say(shown, params);
  const line = isOlder ? await consistencyLine(files, held.size) : null;
  if (line) {
    if (await continues(earlier, later, line.proof, crypto)) return say(shown, params);
    bad("held-not-continued", { ...params, file: CONSISTENCY, line: line.line });
  }
  if (proof === null) return say(isOlder ? "held-older" : "held-newer", params, "note");
  const given = parsed(proof);
  if (given?.from !== earlier.size || given?.to !== later.size || !isTexts(given?.proof))
    throw new Finding("unknown", "proof-of-others", { from: earlier.size, to: later.size });
  if (!(await continues(earlier, later, given.proof, crypto)))
    throw new Finding("unknown", "proof-shows-nothing", { from: earlier.size, to: later.size });
  say(shown, params);
}

const CONSISTENCY = "consistency.jsonl";

/**
 * Finds the proof that the package's checkpoint continues an earlier one of this size. The package has one for each
 * size a reader is likely to have.
 * @param {Files} files @param {number} size @returns {Promise<{ line: number, proof: string[] } | null>}
 */
async function consistencyLine(files, size) {
  let [line, last] = [0, 0];
  for await (const text of linesOf(files, CONSISTENCY)) {
    line += 1;
    const given = parsed(text);
    if (!isCount(given?.from) || !isTexts(given.proof))
      return bad("line-malformed", { file: CONSISTENCY, line });
    const { from, proof } = given;
    if (text !== JSON.stringify({ from, proof }) || from <= last)
      return bad("line-malformed", { file: CONSISTENCY, line });
    if (from === size) return { line, proof };
    last = from;
  }
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------
// 8: what this proves, and what it doesn't.

/** @param {Checkpoint} checkpoint @param {Export} made @param {Step[]} steps @returns {{ proven: Said[], unproven: Said[] }} */
function conclusions(checkpoint, made, steps) {
  const { reference, asOf, purpose, view, position, records, events, seq } = made;
  const kinds = Object.entries(records)
    .map(([type, count]) => `${type} ${count.toLocaleString("en")}`)
    .join(", ");
  const whole = isWholeLog(made);
  const held = steps.find(({ step }) => step === "held");
  const witnesses = steps.find(({ step }) => step === "witnesses");
  const at = { position: position.seq, size: checkpoint.size };
  /** @param {string} code @param {Params} [params] @returns {Said} */
  const said = (code, params = {}) => ({ code, params });
  const proven = [
    whole
      ? said("whole-log", { entries: events, ...at })
      : said("on-record", { records: kinds || "none", events, ...at }),
    said(view.filter === "" ? "export-on-record" : "part-on-record", {
      reference,
      seq,
      asOf,
      purpose,
      what: view.what,
      filter: view.filter,
    }),
  ];
  if (witnesses?.outcome === "ok") proven.push(said("witnessed", witnesses.params));
  if (held?.outcome === "ok") proven.push(said(held.code, held.params));
  const unproven = [];
  if (!whole) unproven.push(said(made.complete ? "all-rows" : "no-further-rows", { position: position.seq }));
  if (held?.outcome === "note") unproven.push(said(held.code, held.params));
  if (!held && witnesses?.outcome !== "ok") unproven.push(said("no-held"));
  unproven.push(said("later", { size: checkpoint.size }), said("around-the-data"), said("truth"));
  return { proven, unproven };
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading: all text is UTF-8, lines end with LF.

/** @param {Files} files @param {string} file @returns {AsyncIterable<Uint8Array>} */
function opened(files, file) {
  const open = files.get(file);
  if (!open) throw new Finding("skipped", "no-file", { file });
  return open();
}

/** Reads a small file whole. @param {Files} files @param {string} file */
async function textOf(files, file) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of opened(files, file)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > LARGEST_TEXT) bad("too-large", { file });
  }
  return decoded(joined(...chunks), { file, line: 1 });
}

/** Reads a large file line by line. Each is decoded by itself: no letter has a line feed among its bytes.
 * @param {Files} files @param {string} file @returns {AsyncGenerator<string, void>} */
async function* linesOf(files, file) {
  let line = 1;
  let rest = new Uint8Array();
  for await (const chunk of opened(files, file)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const bytes = chunk.subarray(from, end);
      yield decoded(rest.length > 0 ? joined(rest, bytes) : bytes, { file, line });
      rest = new Uint8Array();
      from = end + 1;
      line += 1;
    }
    rest = joined(rest, chunk.subarray(from));
    if (rest.length > LONGEST_LINE) bad("too-large", { file });
  }
  if (rest.length > 0) bad("unended-line", { file, line });
}

const [LINE_FEED, QUOTE] = [0x0a, 0x22];
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param {Uint8Array} bytes @param {{ file: string, line: number }} place of the first byte */
function decoded(bytes, { file, line }) {
  try {
    return decoder.decode(bytes);
  } catch {
    const [good = ""] = new TextDecoder().decode(bytes).split("\ufffd");
    return bad("not-utf8", { file, line: line + good.split("\n").length - 1 });
  }
}

/** @param {AsyncIterable<Uint8Array>} chunks @param {(length: number) => void} count */
async function* counted(chunks, count) {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** The JSON object in a text, or null. @param {string} text @returns {any} */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string";
/** @param {unknown} value @returns {value is string[]} */
const isTexts = (value) => Array.isArray(value) && value.every(isText);
/** @param {unknown} value @returns {value is string} */
const isHash = (value) => isText(value) && HEX_64.test(value);
/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** @param {any} value @returns {value is Record<string, number>} */
const isCounts = (value) => isObject(value) && Object.values(value).every(isCount);

/** The name that people use for an entry's record. @param {Entry} entry */
const nameOf = ({ leaf, payload }) => recordName(leaf.entityType, recordOf(payload) ?? "", leaf.entityId);

/** @param {string} type @param {string} text @param {string} [id] */
function recordName(type, text, id = "without a reference") {
  const record = parsed(text);
  const name = [record?.reference, record?.code, record?.id].find((value) => isText(value) && value !== "");
  return `${type} ${name ?? id}`.slice(0, 120);
}

const encoder = new TextEncoder();
/** @param {string} text */
const utf8 = (text) => encoder.encode(text);

/** @param {...Uint8Array} parts */
function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}

/** Null unless the text is the canonical encoding of its bytes. @param {string} base64 */
function fromBase64(base64) {
  try {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return btoa(text) === base64 ? bytes : null;
  } catch {
    return null;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Words.

/** Each step code in English. @type {Record<string, string>} */
export const WORDS = {
  structure: "All {files} files of a package are here, and no others.",
  files: "All {files} files match their hashes in the manifests ({bytes} bytes of data).",
  checkpoint: "The checkpoint is signed with your key ({origin}, {key}). It covers {size} entries.",
  witnesses: "Witnesses whose keys you have also signed the checkpoint ({signed} of {known}): {witnesses}.",
  "witnesses-none": "None of the {known} witnesses whose keys you have has signed this checkpoint.",
  "witnesses-few":
    "Witnesses that signed this checkpoint: {signed} of the {known} whose keys you have. You asked for at least {least}.",
  export: "The register recorded {reference} as entry {seq} of its log.",
  "given-out": "The list of files (the manifest) is the one that the register recorded for {reference}.",
  "export-unplaced": "Entry {seq} names {reference}, but without a valid checkpoint this is only a claim.",
  entries: "Entries that are unchanged and in the log that the checkpoint covers: {entries} of {size}.",
  "entries-unplaced":
    "Entries that are consistent: {entries}. Without a valid checkpoint and export entry they are only a claim.",
  records: "Records that match their entries: {records}. None is missing and none appears twice.",
  "records-none": "An export of the log has its records inside the entries.",
  log: "All entries from 1 to {entries} are here, each linked to the one before.",
  authority: "Each author had the right to make their entry, according to the log before it.",
  "authority-earlier":
    "Entries whose authors had no right to make them under today’s rules: {entries}, the first is {seq}. All were made before these rules were recorded.",
  tables: "Rows in the tables: {rows}, as many as the register recorded.",
  "held-same": "Your checkpoint covers the same {size} entries and agrees with the package.",
  "held-continues":
    "The log continues from your checkpoint of {held} entries: nothing before it was changed.",
  "held-older":
    "Your checkpoint is older ({held} of {size} entries). This package can’t show whether the log continued from it. Ask the register for the proof ({ask}) and give it to verify.mjs with --proof.",
  "held-newer":
    "Your checkpoint is newer ({held} entries; the package’s has {size}). This package can’t show whether yours continues the package’s. Ask the register for the proof ({ask}) and give it to verify.mjs with --proof.",
  "held-goes-on":
    "Your checkpoint of {held} entries continues the log of this package ({size} entries): nothing in it was changed.",

  "not-a-package": "This is not an export package: bagit.txt and export.json are missing.",
  unreadable: "Something could not be read: {why}",
  "no-file": "Not checked: {file} is missing.",
  "structure-first": "Not fully checked: the list of files must be correct first.",
  "checkpoint-first": "Not checked: the package’s checkpoint must be valid first.",
  "export-first": "Not checked: the entry of the export must be valid first.",
  "entries-first": "Not checked: the entries must be valid first.",

  "missing-file": "{file} is missing.",
  "extra-file": "{file} does not belong to the package.",
  "not-a-plain-file": "{file} is a link or something else that is not a plain file.",
  "not-below-data": "{manifest} lists {file}, which is not in data/.",
  "not-named": "{manifest} does not list {file}.",
  "no-such-part": "{manifest} lists {file}, which is not part of a package.",
  "bagit-differs": "{file} does not say that this is a BagIt 1.0 bag in UTF-8.",
  "manifest-line": "{file}, line {line}: not a hash in lower case, two spaces and a path.",
  "manifest-order": "{file}, line {line}: the paths are not in order, or one appears twice.",
  "bag-info-line": "{file}, line {line}: not a label with its value, or a label that appears twice.",
  "bag-info-lacks": "{file} has no {label}.",
  "file-changed": "{file} does not match its hash in the manifest.",
  "files-changed": "{file} does not match its hash in the manifest. Other files that do not match: {more}.",
  "oxum-differs": "{file} states {stated} (bytes.files), but there are {found}.",
  "unended-line": "{file}, line {line}: the last line does not end with a line break.",
  "line-malformed": "{file}, line {line}: not in the form that the register writes.",
  "leaf-malformed": "{file}, line {line}: the entry is not in the form that the register writes.",
  "not-utf8": "{file}, line {line}: not UTF-8.",
  "too-large": "{file}, or a line in it, is larger than in any package.",

  "bad-key": "This is not a verifier key: {key}",
  "no-witness-key": "This is not the verifier key of a witness: {key}",
  "no-key": "None of the keys is the verifier key of a register.",
  "note-malformed": "{file} is not a signed checkpoint.",
  "signature-wrong": "{file}: the signature by {name} ({key}) is wrong.",
  "not-signed-by-key": "{file} is a checkpoint of {origin}, but not signed with your key ({keys}).",

  "not-an-export": "{file}: entry {seq} is “{action}”, not an export.",
  "export-malformed": "{file}: the record of the export is incomplete.",
  "manifest-not-on-record":
    "{file} is not the one that the register recorded with entry {seq}: something in data/ is not what was exported.",
  "position-wrong": "{file}: entry {seq} does not match the position {position} that it states.",
  "other-reference": "{file} names {stated}, but the register recorded {found}.",

  "payload-changed":
    "{file}, line {line}: entry {seq} ({name}) contains something other than what was recorded.",
  "payload-malformed": "{file}, line {line}: entry {seq} ({name}) does not contain a record with its salt.",
  "record-changed":
    "{file}, line {line}: entry {seq} ({name}) contains a different record from the one recorded.",
  "not-in-tree":
    "{file}, line {line}: entry {seq} ({name}) is not in the log of {size} entries, or its proof belongs to another entry.",
  "entry-doubled": "{file}, line {line}: entry {seq} ({name}) appears twice.",
  "entry-out-of-order": "{file}, line {line}: entry {seq} ({name}) comes after a later one.",
  "entry-after":
    "{file}, line {line}: entry {seq} ({name}) is later than entry {position}, where the export ends.",
  "entries-count": "Entries in {file}: {found}. The register recorded {stated}.",
  "position-differs": "{file}, line {line}: entry {seq} ({name}) is not the one where the export ends.",
  "proof-of-another": "{file}, line {line}: this is the proof of entry {seq}, not of entry {entry}.",
  "proof-missing": "{file}, line {line}: the proof is missing.",
  "proof-too-many": "{file}, line {line}: this proof belongs to no entry.",
  "log-gap": "{file}, line {line}: entry {seq} is missing; entry {found} is in its place.",
  "log-short": "Entries in {file}: {found}. The register recorded {stated}.",
  "chain-broken": "{file}, line {line}: entry {seq} ({name}) is not linked to the entry before.",

  "author-no-such-action": "Entry {seq} by {by}: the register has no action {action}.",
  "author-register-alone": "Entry {seq} ({action}): the register itself never does this.",
  "author-unknown-author": "Entry {seq} ({action}, by {by}): its author has no account on record.",
  "author-account-disabled": "Entry {seq} ({action}, by {by}): the author’s account was disabled.",
  "author-not-as-on-record":
    "Entry {seq} ({action}, by {by}): the author’s name or role is not the one on record.",
  "author-role": "Entry {seq} ({action}, by {by}): the author’s role does not allow it.",
  "author-another-desk": "Entry {seq} ({action}, by {by}): the participant is not on the author’s desk.",
  "author-another-account": "Entry {seq} ({action}, by {by}): only the person concerned may do this.",
  "author-another-author": "Entry {seq} ({action}, by {by}): it names someone else as its author.",
  "author-another-participant": "Entry {seq} ({action}, by {by}): it moves a pledge to another participant.",
  "author-own-proposal": "Entry {seq} ({action}, by {by}): the author decided on their own proposal.",
  "author-own-rights": "Entry {seq} ({action}, by {by}): nobody may change their own rights.",
  "author-undecided":
    "Entry {seq} ({action}, by {by}): this needs a second person’s decision, and there is none.",
  "author-held-back":
    "Entry {seq} ({action}, by {by}): the author’s second factor had been removed less than a day before.",
  "author-not-cleared":
    "Entry {seq} ({action}, by {by}): its author was not cleared for the sealed number in it.",

  "record-twice": "{file}, line {line}: entry {seq} ({name}) is a second entry for the same record.",
  "record-doubled": "{file}, line {line}: {name} appears twice.",
  "record-of-no-entry": "{file}, line {line}: {name} matches none of the entries.",
  "record-missing": "The record of entry {seq} ({name}) is missing from data/records/.",
  "records-count": "Records in {file}: {found}. The register recorded {stated}.",
  "rows-count": "Rows in {file}: {found}. The register recorded {stated}.",
  "table-not-on-record": "{file} is not a table of this export.",

  "held-unreadable": "Your checkpoint cannot be read, or is not signed with your key.",
  "held-of-another-log": "Your checkpoint is of another log.",
  "held-differs":
    "Your checkpoint covers the same {size} entries but has another root. Both are signed: the register showed two histories. Keep both.",
  "held-contradicts":
    "The first {held} entries do not match your checkpoint. Both checkpoints are signed: the history was rewritten. Keep both.",

  "held-not-continued":
    "{file}, line {line}: this does not show that the log of {size} entries continues from your checkpoint of {held} entries.",
  "proof-of-others": "Your proof is not the register’s answer for the log from {from} to {to} entries.",
  "proof-shows-nothing":
    "Your proof does not show that the log of {to} entries continues the log of {from}. Ask the register for another one. If it has none, keep both checkpoints.",

  witnessed:
    "These witnesses, whose keys you have, saw the same log, and each state they saw continued the one before: {witnesses}.",
  "on-record":
    "The records in this package ({records}) are in the register’s log, unchanged, as of entry {position} of {size}.",
  "whole-log":
    "All entries of the log from 1 to {entries} are here as recorded ({size} at the checkpoint): none was changed, left out or moved.",
  "export-on-record":
    "Entry {seq} records that the register exported exactly these data as {reference}: {what}, as of {asOf}, for the purpose “{purpose}”.",
  "part-on-record":
    "Entry {seq} records that the register exported exactly these data as {reference}: {what}. The filter was “{filter}”, the moment {asOf}, the purpose “{purpose}”.",
  "no-further-rows":
    "That no further row belonged to this view. That no later entry up to {position} changed one of these records. For both you have only the register’s statement, which is on record.",
  "all-rows":
    "That these are all rows. That no later entry up to {position} changed one of them. For both you have only the register’s statement, which is on record. An export of the whole log would prove both.",
  "no-held":
    "That others see the same history. To check this, compare with a checkpoint that someone else keeps.",
  later: "Anything recorded after entry {size}.",
  "around-the-data":
    "Anything in README.txt, bag-info.txt, keys.txt and verify.mjs: these files come with the package but are not on record.",
  truth: "That what is recorded is true.",

  "view-REGISTER": "the register",
  "view-UNRESOLVED": "the unresolved items",
  "view-COVERAGE": "the coverage",
  "view-REQUIREMENTS": "the requirements",
  "view-PARTICIPANT": "a participant",
  "view-LOG": "the log",
};

/**
 * A step or conclusion in words. Text from the package is cleaned, so that it can't control the terminal.
 * @param {Said} said @param {Readonly<Record<string, string>>} [words]
 */
export function says({ code, params }, words = WORDS) {
  return (words[code] ?? code)
    .replace(/\{(\w+)\}/g, (place, name) => {
      const value = name === "what" ? words[`view-${params["what"]}`] : params[name];
      return typeof value === "number" ? value.toLocaleString("en") : (value ?? place);
    })
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

// ---------------------------------------------------------------------------------------------------------------------
// Command line.

const USAGE = `Checks an export package of a pledge register, without network.

  node verify.mjs FOLDER --key KEY [--witness KEY] [--witnesses N] [--checkpoint NOTE [--proof FILE]]

  FOLDER             the unpacked package (the folder with bagit.txt)
  --key KEY          the register's verifier key (name+id+key), or a file with one per line. Get it from a source
                     other than the package
  --witness KEY      the verifier key of a witness, or a file with one per line; you can give several
  --witnesses N      how many of these witnesses must have signed the checkpoint
  --checkpoint NOTE  a file with a checkpoint of the register that you kept
  --proof FILE       the register's answer from /api/v1/audit/consistency, needed if the package alone can't show
                     that your checkpoint and its own are of the same log

Exit codes: 0 verified; 1 not what was exported, or an entry whose author had no right to it; 2 could not be checked;
3 verified, but such entries were made before the rules of authority went on record.
`;

const MARKS = { ok: "ok      ", bad: "WRONG   ", unknown: "UNKNOWN ", skipped: "skipped ", note: "note    " };

/** @param {string[]} args @returns {Promise<0 | 1 | 2 | 3>} */
async function main(args) {
  const fs = process.getBuiltinModule("node:fs");
  const options = optionsIn(args);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (fs.statSync(options.folder).isFile())
      throw new Error(`${options.folder} is not a folder; unpack it first`);
    const linesIn = (/** @type {string} */ given) =>
      KEY.test(given) ? [given] : linesOfFile(fs.readFileSync(given, "utf8"));
    const textOfFile = (/** @type {string | null} */ file) =>
      file === null ? null : fs.readFileSync(file, "utf8");
    const { exit, proven, unproven } = await verifyPackage(folder(options.folder), {
      keys: options.keys.flatMap(linesIn),
      witnesses: options.witnesses.flatMap(linesIn),
      leastWitnesses: options.least,
      checkpoint: textOfFile(options.checkpoint),
      proof: textOfFile(options.proof),
      crypto: nodeCrypto(),
      onStep: (step) => console.log(`${MARKS[step.outcome]} ${says(step)}`),
    });
    const list = (/** @type {string[]} */ lines) => lines.map((line) => `  - ${line}\n`).join("");
    if (exit === 0 || exit === 3)
      console.log(
        `\nVERIFIED. Proven:\n${list(proven.map((said) => says(said)))}Not proven:\n${list(unproven.map((said) => says(said)))}`,
      );
    else console.log(exit === 1 ? "\nNOT WHAT WAS EXPORTED." : "\nCOULD NOT BE CHECKED.");
    return exit;
  } catch (error) {
    console.error(`Could not be checked: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

const KEY = /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/;

/** @param {string} text */
const linesOfFile = (text) => text.split(/\r?\n/).filter((line) => line.trim() !== "");

/** @param {string[]} args */
function optionsIn(args) {
  const options = {
    folder: "",
    keys: /** @type {string[]} */ ([]),
    witnesses: /** @type {string[]} */ ([]),
    least: 0,
    checkpoint: /** @type {string | null} */ (null),
    proof: /** @type {string | null} */ (null),
  };
  /** @type {Record<string, (value: string) => unknown>} */
  const take = {
    "--key": (value) => options.keys.push(value),
    "--witness": (value) => options.witnesses.push(value),
    "--witnesses": (value) => (options.least = /^[1-9]\d?$/.test(value) ? Number(value) : NaN),
    "--checkpoint": (value) => (options.checkpoint = value),
    "--proof": (value) => (options.proof = value),
  };
  for (let i = 0; i < args.length; i += 1) {
    const [arg = "", value] = [args[i], args[i + 1]];
    if (Object.hasOwn(take, arg)) {
      if (value === undefined) return null;
      take[arg]?.(value);
      i += 1;
    } else if (arg.startsWith("-") || options.folder !== "") return null;
    else options.folder = arg;
  }
  const isWhole = options.folder !== "" && options.keys.length > 0 && !Number.isNaN(options.least);
  return isWhole ? options : null;
}

/** Every file below a folder; symbolic links are not followed. @param {string} root @returns {Files} */
function folder(root) {
  const fs = process.getBuiltinModule("node:fs");
  const path = process.getBuiltinModule("node:path");
  /** @type {Files} */
  const files = new Map();
  for (const found of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (found.isDirectory()) continue;
    const file = path.join(found.parentPath, found.name);
    const name = path.relative(root, file).split(path.sep).join("/");
    files.set(name, found.isFile() ? () => fs.createReadStream(file, { highWaterMark: 1 << 20 }) : null);
  }
  return files;
}

/** @returns {Crypto} */
export function nodeCrypto() {
  const crypto = process.getBuiltinModule("node:crypto");
  // The DER prefix of a 32-byte Ed25519 key (RFC 8410).
  const wrapping = fromBase64("MCowBQYDK2VwAyEA") ?? new Uint8Array();
  return {
    sha256: (data, as) => crypto.hash("sha256", data, as),
    async sha256OfAll(chunks) {
      const hash = crypto.createHash("sha256");
      for await (const chunk of chunks) hash.update(chunk);
      return hash.digest("hex");
    },
    ed25519: (key, text, signature) =>
      crypto.verify(
        null,
        text,
        { key: Buffer.from(joined(wrapping, key)), format: "der", type: "spki" },
        signature,
      ),
  };
}

/** Whether this file was started, rather than imported by a page or another program. */
function isProgram() {
  const started = globalThis.process?.argv?.[1];
  if (started === undefined || !import.meta.url.startsWith("file:")) return false;
  if (!("getBuiltinModule" in process)) throw new Error("This program needs Node 20.16 or newer.");
  const { realpathSync } = process.getBuiltinModule("node:fs");
  return realpathSync(started) === process.getBuiltinModule("node:url").fileURLToPath(import.meta.url);
}

if (isProgram())
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
