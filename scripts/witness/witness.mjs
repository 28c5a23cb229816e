#!/usr/bin/env node
// A witness of a pledge register's log, to be run by someone other than the register. It signs what the register sends
// as long as each state continues the one before, and nothing else. One file, no dependencies; see README.md next to
// it.
//
//   node witness.mjs FOLDER
//
// Protocol: C2SP tlog-witness (`POST /add-checkpoint`); cosignatures as in C2SP tlog-cosignature, Ed25519; notes and
// checkpoints of C2SP; consistency proofs of RFC 6962. It stores one note per log in FOLDER/logs, on disk before it
// answers: that file is all it knows of a log.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ name: string, id: string, raw: Buffer }} Key
 * @typedef {{ origin: string, keys: Key[] }} Log
 * @typedef {{ name: string, host: string, port: number, logs: Log[] }} Config
 * @typedef {{ config: Config, folder: string, own: import("node:crypto").KeyObject, verifierKey: string, now: () => number }} Witness
 * @typedef {{ text: string, origin: string, size: number, root: Buffer, signatures: { name: string, blob: Buffer }[] }} Checkpoint
 * @typedef {{ old: number, proof: Buffer[], checkpoint: Checkpoint }} SignRequest
 * @typedef {{ status: number, body: string, type?: string, allow?: string }} Answer
 */

const HELP = `A witness of a pledge register's log.

  node witness.mjs FOLDER    runs it
  node witness.mjs --help    shows this help

FOLDER contains witness.json, which you write:

  {
    "name": "witness.example.org/register",
    "host": "127.0.0.1",
    "port": 3500,
    "logs": [
      { "origin": "pledge-register/0123456789abcdef", "keys": ["pledge-register/0123456789abcdef+…+…"] }
    ]
  }

  name    under which you sign; your own domain and a path, without spaces or plus signs
  host    where it listens; by default 127.0.0.1
  port    by default 3500
  logs    the logs it signs for: the first line of their checkpoints, and their verifier keys

The first start makes key.pem in FOLDER, which nobody else may read, and prints the verifier key to give away.
FOLDER/logs has the last signed state of each log: never restore an older version of it, and never run two witnesses on
one folder. If a register sends a state that doesn't continue it, the witness doesn't sign, and stores it in FOLDER/refused.
`;

const MOST_BYTES = 65_536;
const MOST_PROOF = 63;
const MOST_SIGNATURES = 64;
const MOST_REFUSED = 100;
const SIGNS = 0x01;
const COSIGNS = 0x04;

/** An error that the operator can fix; shown in one line. */
class Plain extends Error {}

// ---------------------------------------------------------------------------------------------------------------------
// Rules: the request, what was signed last, and what follows.

/** Checks and stores synchronously, so that no other request can come in between.
 * @param {Witness} witness @param {string} body @returns {Answer} */
function addCheckpoint(witness, body) {
  const asked = askedIn(body);
  if (typeof asked === "string") return reply(400, asked);
  const { old, proof, checkpoint } = asked;
  const log = witness.config.logs.find(({ origin }) => origin === checkpoint.origin);
  if (!log) return reply(404, "This witness does not know that log.");
  const note = verifiedNote(checkpoint, log);
  if (note === null) return reply(403, "No key that this witness knows signed that checkpoint.");
  if (old > checkpoint.size) return reply(400, "The old size is larger than the checkpoint's.");

  const last = lastOf(witness, checkpoint.origin);
  const size = last?.size ?? 0;
  if (old !== size) return sizeIs(size);
  if (last && size === checkpoint.size && !last.root.equals(checkpoint.root)) {
    refuse(
      witness,
      { ...asked, note },
      last,
      "another root for as many entries. Both are signed: the log was rewritten",
    );
    return sizeIs(size);
  }
  if (!isContinued(last, checkpoint, proof)) {
    refuse(
      witness,
      { ...asked, note },
      last,
      "the proof with it does not show that it continues what was signed",
    );
    return reply(422, "The proof does not show that this continues what was signed.");
  }

  const line = cosignature(witness, checkpoint.text);
  keep(witness, checkpoint.origin, `${note}${line}`);
  if (size !== checkpoint.size || !last)
    tell(`signed ${checkpoint.origin}: ${checkpoint.size} entries, after ${size}`);
  return { status: 200, body: line };
}

/** @param {number} status @param {string} words @returns {Answer} */
const reply = (status, words) => ({ status, body: `${words}\n` });
/** @param {number} size @returns {Answer} */
const sizeIs = (size) => ({ status: 409, body: `${size}\n`, type: "text/x.tlog.size" });

/** @param {Checkpoint | null} last @param {Checkpoint} next @param {Buffer[]} proof */
function isContinued(last, next, proof) {
  if (next.size === 0) return proof.length === 0 && next.root.equals(sha256());
  if (!last || last.size === 0) return proof.length === 0;
  return isConsistent(last, next, proof);
}

/**
 * RFC 9162, 2.1.4.2, for trees that aren't empty.
 * @param {{ size: number, root: Buffer }} earlier @param {{ size: number, root: Buffer }} later @param {Buffer[]} proof
 */
export function isConsistent(earlier, later, proof) {
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [first, ...rest] = node === 0 ? [earlier.root, ...proof] : proof;
  if (!first) return false;
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [before, after] = [join(sibling, before), join(sibling, after)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else after = join(after, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}

/** @param {number} n */
const half = (n) => Math.floor(n / 2);
/** @param {...(Buffer | string)} parts */
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
/** @param {Buffer} left @param {Buffer} right */
const join = (left, right) => sha256("\x01", left, right);

// ---------------------------------------------------------------------------------------------------------------------
// Reading: canonical form, or rejected.

/** The request, or what is wrong with it. @param {string} body @returns {SignRequest | string} */
function askedIn(body) {
  const blank = body.indexOf("\n\n");
  const [first = "", ...lines] = body.slice(0, blank).split("\n");
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  if (blank < 0 || old === undefined || !Number.isSafeInteger(Number(old)))
    return "The body is: “old” and a size, the proof, an empty line, the checkpoint.";
  if (lines.length > MOST_PROOF) return `A proof has at most ${MOST_PROOF} lines.`;
  const proof = lines.flatMap((line) => bytesOf(line, 32) ?? []);
  if (proof.length !== lines.length) return "A line of the proof is not a hash in base64.";
  const checkpoint = checkpointIn(body.slice(blank + 2));
  return checkpoint ? { old: Number(old), proof, checkpoint } : "What follows is no signed checkpoint.";
}

/** @param {string} note @returns {Checkpoint | null} */
function checkpointIn(note) {
  const cut = note.lastIndexOf("\n\n");
  const text = note.slice(0, cut + 1);
  const [origin = "", size = "", root = "", ...further] = text.split("\n");
  // oxlint-disable-next-line no-control-regex
  if (cut < 0 || !note.endsWith("\n") || /[\0-\t\v-\x1f\x7f]/.test(note)) return null;
  if (origin === "" || further.pop() !== "" || further.includes("")) return null;
  const hash = bytesOf(root, 32);
  if (!hash || !/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  const lines = note.slice(cut + 2, -1).split("\n");
  const signatures = lines.flatMap((line) => {
    const [, name, base64] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const blob = bytesOf(base64 ?? "");
    return name !== undefined && blob && blob.length > 4 ? [{ name, blob }] : [];
  });
  if (signatures.length !== lines.length || lines.length > MOST_SIGNATURES) return null;
  return { text, origin, size: Number(size), root: hash, signatures };
}

/**
 * The checkpoint with one signature per trusted key, and no others. Null if there is none. A wrong signature
 * in a trusted key's name invalidates the note.
 * @param {Checkpoint} checkpoint @param {Log} log
 */
function verifiedNote({ text, signatures }, { keys }) {
  const lines = new Set();
  for (const { name, blob } of signatures) {
    const id = blob.subarray(0, 4).toString("hex");
    const key = keys.find((one) => one.name === name && one.id === id);
    if (!key) continue;
    if (!verify(null, Buffer.from(text), publicHalf(key.raw), blob.subarray(4))) return null;
    lines.add(`\u2014 ${name} ${blob.toString("base64")}\n`);
  }
  return lines.size === 0 ? null : `${text}\n${[...lines].join("")}`;
}

/** Null unless the text is the canonical encoding of its bytes. @param {string} base64 @param {number} [length] */
function bytesOf(base64, length) {
  const bytes = Buffer.from(base64, "base64");
  if (base64 === "" || bytes.toString("base64") !== base64) return null;
  return length === undefined || bytes.length === length ? bytes : null;
}

/** @param {Buffer} raw the 32 bytes of an Ed25519 key, to which it adds the DER prefix (RFC 8410) */
const publicHalf = (raw) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]),
    format: "der",
    type: "spki",
  });

// ---------------------------------------------------------------------------------------------------------------------
// Signing.

/** @param {Witness} witness @param {string} text */
function cosignature({ config, own, now }, text) {
  const seconds = Math.floor(now() / 1000);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), own);
  const { id } = idOf(config.name, COSIGNS, rawOf(own));
  return `\u2014 ${config.name} ${Buffer.concat([id, time, signature]).toString("base64")}\n`;
}

/** @param {string} name @param {number} kind @param {Buffer} raw */
function idOf(name, kind, raw) {
  const typed = Buffer.concat([Buffer.from([kind]), raw]);
  return { typed, id: sha256(`${name}\n`, typed).subarray(0, 4) };
}

/** @param {import("node:crypto").KeyObject} key */
const rawOf = (key) => createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);

/** @param {string} name @param {import("node:crypto").KeyObject} key */
function verifierKeyOf(name, key) {
  const { typed, id } = idOf(name, COSIGNS, rawOf(key));
  return `${name}+${id.toString("hex")}+${typed.toString("base64")}`;
}

// ---------------------------------------------------------------------------------------------------------------------
// Storing: complete and on disk before any answer.

/** @param {string} folder @param {string} origin */
const noteFile = (folder, origin) => path.join(folder, "logs", `${sha256(origin).toString("hex")}.note`);

/** The last signed checkpoint; null for a log that was never seen. @param {Witness} witness @param {string} origin */
function lastOf({ folder }, origin) {
  const file = noteFile(folder, origin);
  const note = textOf(file);
  if (note === null) return null;
  const checkpoint = checkpointIn(note);
  if (checkpoint?.origin !== origin) throw new Error(`${file} holds no checkpoint of ${origin}`);
  return checkpoint;
}

/** @param {Witness} witness @param {string} origin @param {string} note */
function keep({ folder }, origin, note) {
  const file = noteFile(folder, origin);
  fs.writeFileSync(`${file}.new`, note, { flush: true, mode: 0o644 });
  fs.renameSync(`${file}.new`, file);
  flushFolder(path.dirname(file));
}

/**
 * Stores the refused checkpoint and the last signed one, once each. Two roots of one size are proof and always stored;
 * other cases up to a limit, since anyone can send a good checkpoint with a bad proof.
 * @param {Witness} witness @param {SignRequest & { note: string }} asked @param {Checkpoint | null} last @param {string} why
 */
function refuse({ folder }, { note, checkpoint, proof }, last, why) {
  const place = path.join(folder, "refused");
  const file = path.join(place, `${sha256(checkpoint.text).toString("hex").slice(0, 16)}.txt`);
  fs.mkdirSync(place, { recursive: true, mode: 0o700 });
  const isProof = last?.size === checkpoint.size;
  if (fs.existsSync(file) || (!isProof && fs.readdirSync(place).length >= MOST_REFUSED)) return;
  const before = last ? textOf(noteFile(folder, last.origin)) : "nothing\n";
  const hashes = proof.map((hash) => `${hash.toString("base64")}\n`).join("");
  const text = `${why}\n\n== shown\n${note}\n== its proof\n${hashes}\n== signed before\n${before}`;
  fs.writeFileSync(file, text, { flush: true });
  tell(
    `REFUSED ${checkpoint.origin}: ${checkpoint.size} entries after ${last?.size ?? 0}: ${why}. It is in ${file}; ask the register, and keep that file.`,
  );
}

/** @param {string} file */
function textOf(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** @param {string} folder */
function flushFolder(folder) {
  const handle = fs.openSync(folder, "r");
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

// ---------------------------------------------------------------------------------------------------------------------
// Starting.

/** @param {string} folder @returns {Witness} */
function begin(folder) {
  const config = configIn(folder);
  const keyFile = path.join(folder, "key.pem");
  const logs = path.join(folder, "logs");
  let pem = textOf(keyFile);
  if (pem === null) {
    if (fs.existsSync(logs))
      throw new Plain(
        `${logs} exists, but ${keyFile} doesn't. Restore the key, or start in an empty folder.`,
      );
    pem = String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
    fs.mkdirSync(logs, { mode: 0o700 });
    fs.writeFileSync(keyFile, pem, { mode: 0o600, flag: "wx", flush: true });
    flushFolder(folder);
  } else if (!fs.existsSync(logs))
    throw new Plain(
      `${logs} is missing: it had the last signed states. Recover it unchanged, or start in an empty folder, with a new key.`,
    );
  if ((fs.statSync(keyFile).mode & 0o077) !== 0 && process.platform !== "win32")
    throw new Plain(`${keyFile} can be read by others. Fix this: chmod 600 ${keyFile}`);
  const own = createPrivateKey(pem);
  if (own.asymmetricKeyType !== "ed25519") throw new Plain(`${keyFile} is not an Ed25519 key.`);
  return { config, folder, own, verifierKey: verifierKeyOf(config.name, own), now: Date.now };
}

/** @param {string} folder @returns {Config} */
function configIn(folder) {
  const file = path.join(folder, "witness.json");
  const text = textOf(file);
  if (text === null) throw new Plain(`${file} is missing. For an example: node witness.mjs --help`);
  /** @param {string} what @returns {never} */
  const wrong = (what) => {
    throw new Plain(`${file}: ${what}. For an example: node witness.mjs --help`);
  };
  /** @type {any} */
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    wrong("this is not valid JSON");
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) wrong("this is not an object");
  const { name, host = "127.0.0.1", port = 3500, logs, ...further } = given;
  const [unknown] = Object.keys(further);
  if (unknown !== undefined) wrong(`there is no setting “${unknown}”`);
  if (!isName(name)) wrong("“name” must be a name without spaces or plus signs");
  if (typeof host !== "string" || host === "") wrong("“host” must be an address");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong("“port” must be a number up to 65535");
  if (!Array.isArray(logs) || logs.length === 0) wrong("“logs” must name at least one log");
  return { name, host, port, logs: logs.map((/** @type {any} */ log) => logOf(log, wrong)) };
}

/** @param {any} given @param {(what: string) => never} wrong @returns {Log} */
function logOf(given, wrong) {
  const { origin, keys } = given ?? {};
  if (typeof origin !== "string" || !/^\S{1,200}$/u.test(origin)) return wrong("a log must have an “origin”");
  if (!Array.isArray(keys) || keys.length === 0) return wrong(`the log ${origin} has no “keys”`);
  return {
    origin,
    keys: keys.map((key) => keyOf(String(key)) ?? wrong(`this is not the key of a log: ${key}`)),
  };
}

/** A verifier key whose id matches its key. @param {string} line @returns {Key | null} */
function keyOf(line) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? [];
  const typed = bytesOf(base64 ?? "", 33);
  if (name === undefined || id === undefined || typed?.[0] !== SIGNS) return null;
  const raw = typed.subarray(1);
  return idOf(name, SIGNS, raw).id.toString("hex") === id ? { name, id, raw } : null;
}

/** @param {unknown} name */
const isName = (name) => typeof name === "string" && /^[^\s+]{1,200}$/u.test(name);

/** Two witnesses on one folder could sign what the other never saw. @param {string} folder @returns {() => void} */
function lock(folder) {
  const file = path.join(folder, "running.pid");
  const other = Number(textOf(file) ?? NaN);
  if (other !== process.pid && isAlive(other))
    throw new Plain(
      `A witness is running on ${folder} (process ${other}). If that process is something else, remove ${file} and start again.`,
    );
  fs.writeFileSync(file, `${process.pid}\n`);
  return () => fs.rmSync(file, { force: true });
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Over HTTP.

/** @param {Witness} witness */
function serve(witness) {
  const server = http.createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 15_000, maxHeaderSize: 8_192 },
    (request, response) => {
      answer(witness, request).then(
        ({ status, body, type = "text/plain; charset=utf-8", allow }) => {
          response.writeHead(status, {
            "Content-Type": type,
            "Content-Length": Buffer.byteLength(body),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            ...(allow === undefined ? {} : { Allow: allow }),
            // The unread rest isn't waited for.
            ...(status === 413 ? { Connection: "close" } : {}),
          });
          response.end(request.method === "HEAD" ? "" : body);
        },
        (error) => {
          tell(`FAULT: ${wordsOf(error)}. Nothing was signed.`);
          if (!response.headersSent) response.writeHead(500, { Connection: "close" });
          response.end();
        },
      );
    },
  );
  server.maxConnections = 100;
  return server;
}

/** @param {Witness} witness @param {http.IncomingMessage} request @returns {Promise<Answer>} */
async function answer(witness, request) {
  const [address] = (request.url ?? "").split("?");
  if (address === "/add-checkpoint") {
    if (request.method !== "POST") return { ...reply(405, "POST it."), allow: "POST" };
    const body = await bodyOf(request);
    if (body === null) return reply(413, `At most ${MOST_BYTES} bytes.`);
    const text = utf8(body);
    return text === null ? reply(400, "The body is not UTF-8.") : addCheckpoint(witness, text);
  }
  if (address === "/" || address === "/checkpoints") {
    if (request.method !== "GET" && request.method !== "HEAD")
      return { ...reply(405, "GET it."), allow: "GET, HEAD" };
    return { status: 200, body: address === "/" ? `${witness.verifierKey}\n` : checkpointsOf(witness) };
  }
  return reply(404, "Nothing is here.");
}

/** The last signed checkpoint of each log, separated by empty lines. @param {Witness} witness */
const checkpointsOf = ({ folder, config }) =>
  config.logs
    .map(({ origin }) => textOf(noteFile(folder, origin)) ?? "")
    .filter((note) => note !== "")
    .join("\n");

/** Null if it is too long; the rest isn't read.
 * @param {http.IncomingMessage} request @returns {Promise<Buffer | null>} */
function bodyOf(request) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    let length = 0;
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return resolve(null);
    request.on("data", (/** @type {Buffer} */ chunk) => {
      length += chunk.length;
      if (length > MOST_BYTES) {
        request.pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    // The client has disconnected and gets no answer.
    request.on("close", () => resolve(null));
  });
}

/** @param {Buffer} bytes */
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Command line.

/** @param {string} words */
const tell = (words) => console.log(`${new Date().toISOString().slice(0, 19)}Z ${words}`);
/** @param {unknown} error */
const codeOf = (error) => /** @type {{ code?: string }} */ (error)?.code;
/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string[]} args */
function main(args) {
  if (args.includes("--help") || args.includes("-h")) return console.log(HELP);
  const [folder, ...further] = args;
  try {
    if (folder === undefined || folder.startsWith("-") || further.length > 0)
      throw new Plain("Which folder? node witness.mjs FOLDER; more: node witness.mjs --help");
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new Plain(`${folder} is not a folder. Make it, with witness.json in it: node witness.mjs --help`);
    process.on("exit", lock(folder));
    const witness = begin(folder);
    const { config } = witness;
    const known = config.logs.map(
      ({ origin }) => `${origin}: ${lastOf(witness, origin)?.size ?? 0} entries signed`,
    );
    const server = serve(witness);
    server.on("error", (error) => {
      const place = `${config.host}:${config.port}`;
      const why = codeOf(error) === "EADDRINUSE" ? "another program listens there" : error.message;
      console.error(`It can't listen on ${place}: ${why}.`);
      process.exitCode = 2;
      server.close();
    });
    server.listen(config.port, config.host, () => {
      const place = server.address();
      const port = typeof place === "object" && place ? place.port : config.port;
      const host = config.host.includes(":") ? `[${config.host}]` : config.host;
      console.log([`Verifier key: ${witness.verifierKey}`, ...known].join("\n"));
      console.log(`Witness ${config.name} listens on http://${host}:${port}`);
    });
    for (const signal of ["SIGINT", "SIGTERM"])
      process.on(signal, () => {
        server.close();
        server.closeAllConnections();
      });
  } catch (error) {
    console.error(error instanceof Plain ? error.message : `It can't start: ${wordsOf(error)}`);
    process.exitCode = 2;
  }
}

/** Whether this file was started, rather than imported. */
function isProgram() {
  const [, started] = process.argv;
  return started !== undefined && fs.realpathSync(started) === fileURLToPath(import.meta.url);
}

if (isProgram()) main(process.argv.slice(2));
