// A log collector gets each entry of both logs, in order, over a real socket, also after it was away, but no words or values.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import tls from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { pool } from "@/lib/db/client";
import { leaseStream, noteStreamed } from "@/lib/db/log/stream";
import { sendTo, streamNext } from "@/lib/history/stream/worker";
import { sendSyslog } from "@/lib/history/stream/syslog";
import { streamTarget } from "@/lib/platform/env";
import { contributionBody, pledgeBody } from "../../support/bodies";
import { openTestApi, type TestApi } from "../../support/api";

let api: TestApi;
let receiver: Receiver;

interface Receiver {
  port: number;
  messages: string[];
  close(): Promise<void>;
}
interface Streamed {
  stream: "log" | "access";
  seq: number;
  hash: string;
  request: string | null;
}

beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());
beforeEach(async () => {
  receiver = await listening();
  await pool().query(
    `UPDATE log_stream SET leased_until = '-infinity', log_position = (SELECT seq FROM audit.head),
       access_position = (SELECT seq FROM audit.access_head)`,
  );
});
afterEach(() => receiver.close());

/** Reads each connection to its end, as a syslog server does. */
function listening(port = 0): Promise<Receiver> {
  const messages: string[] = [];
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const pieces: Buffer[] = [];
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("end", () => {
      messages.push(...unframed(Buffer.concat(pieces)));
      socket.end();
    });
  });
  return opened(server, port, messages);
}

function opened(server: net.Server, port: number, messages: string[] = []): Promise<Receiver> {
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const at = (server.address() as net.AddressInfo).port;
      resolve({ port: at, messages, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

function unframed(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(" ", at);
    const end = blank + 1 + Number(bytes.subarray(at, blank));
    found.push(bytes.subarray(blank + 1, end).toString("utf8"));
    at = end;
  }
  return found;
}

const to = (port: number) => sendTo({ host: "127.0.0.1", port, encrypted: false });
const isDue = () => pool().query("UPDATE log_stream SET leased_until = '-infinity'");
const log = (more: object = {}) =>
  api.call("officer", "POST", "/pledges", { body: { ...pledgeBody, owner: null, ...more } });

async function all(port: number): Promise<void> {
  while (await streamNext(to(port)));
}

const streamed = (messages: readonly string[]): Streamed[] =>
  messages.map((message) => JSON.parse(message.slice(message.indexOf("{"))) as Streamed);

async function hashesAfter(table: "audit.event" | "audit.access", seq: number): Promise<string[]> {
  const column = table === "audit.event" ? "leaf_hash" : "hash";
  const { rows } = await pool().query<{ hash: string }>(
    `SELECT ${column} AS hash FROM ${table} WHERE seq > $1 ORDER BY seq`,
    [seq],
  );
  return rows.map(({ hash }) => hash);
}

async function positions(): Promise<{ log: number; access: number }> {
  const { rows } = await pool().query<{ log: number; access: number }>(
    "SELECT log_position::int AS log, access_position::int AS access FROM log_stream",
  );
  return rows[0] ?? { log: -1, access: -1 };
}

test.each([
  ["stdout", "stdout"],
  ["syslog://logs.internal", { host: "logs.internal", port: 514, encrypted: false }],
  ["syslog+tls://logs.internal", { host: "logs.internal", port: 6514, encrypted: true }],
  ["syslog+tls://[fd00::1]:10514", { host: "fd00::1", port: 10_514, encrypted: true }],
  ["syslog+udp://logs.internal", null],
  ["syslog://logs.internal:0", null],
  ["syslog://user@logs.internal", null],
  ["https://logs.internal", null],
  ["", null],
])("LOG_STREAM=%s", (text, target) => {
  expect(streamTarget(text)).toEqual(target);
});

test("each entry of both logs comes once, in order, with its hash and its request's id", async () => {
  const before = await positions();
  await log();
  expect((await api.call("officer", "GET", "/audit")).status).toBe(403);
  await Promise.all([log(), log()]);
  await accessNoted();
  await all(receiver.port);
  const lines = streamed(receiver.messages);
  const hashes = (stream: string) => lines.flatMap((line) => (line.stream === stream ? [line.hash] : []));
  expect(hashes("log")).toEqual(await hashesAfter("audit.event", before.log));
  expect(hashes("access")).toEqual(await hashesAfter("audit.access", before.access));
  expect(hashes("access").length).toBeGreaterThan(0);
  expect(lines.filter(({ stream }) => stream === "log").every(({ request }) => request !== null)).toBe(true);
  expect(await streamNext(to(receiver.port)), "nothing is new").toBe(false);
});

test("messages are as RFC 5424 says, and a refusal is a warning", async () => {
  await log();
  await api.call("officer", "GET", "/audit");
  await accessNoted();
  await all(receiver.port);
  const [first] = receiver.messages;
  expect(first).toMatch(
    /^<110>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\w.-]+ pledge-register - log - \{"stream":"log","seq":\d+,/,
  );
  expect(receiver.messages.at(-1)).toMatch(/^<108>1 \S+ \S+ pledge-register - access - \{.*"code":"role"/);
});

test("the stream has no word that a person wrote, no value, and nothing sealed or for the coalition but a reference", async () => {
  const quantity = { kind: "SEALED", min: 71_993, max: 71_993, unit: "PERSON", asStated: null };
  const wrote = { title: "A title nobody reads", contributions: [{ ...contributionBody, quantity }] };
  const { body } = await log({ ...wrote, handling: "COALITION" });
  const reference = String(body["reference"]);
  const said = { version: 1, body: { reason: "A title said twice" } };
  expect((await api.call("manager", "POST", `/pledges/${reference}/void`, said)).status).toBe(200);
  await all(receiver.port);
  const [entry] = streamed(receiver.messages);
  expect(Object.keys(entry ?? {})).toEqual([
    ...["stream", "seq", "recordedAt", "action", "actor", "session", "request", "record", "hash"],
  ]);
  const { record } = entry as unknown as { record: object };
  expect(Object.keys(record)).toEqual(["type", "id", "version", "reference"]);
  expect(record).toMatchObject({ type: "pledge", reference });
  expect(receiver.messages.filter((message) => message.includes('"pledge.voided"'))).toHaveLength(1);
  expect(JSON.stringify(receiver.messages)).not.toMatch(/71993|commitment|A title|@/);
});

test("a receiver that was away loses nothing, and gets nothing twice", async () => {
  const before = await positions();
  const { port } = receiver;
  await receiver.close();
  await log();
  await expect(streamNext(to(port))).rejects.toThrow("ECONNREFUSED");
  expect(await positions()).toEqual(before);
  await log();
  expect(await streamNext(to(port)), "not at once again").toBe(false);
  receiver = await listening(port);
  await isDue();
  await all(port);
  const lines = streamed(receiver.messages).filter(({ stream }) => stream === "log");
  expect(lines.map(({ hash }) => hash)).toEqual(await hashesAfter("audit.event", before.log));
});

test("a receiver that closes before it has read all counts as having read nothing", async () => {
  const before = await positions();
  await log();
  const hasty = await opened(
    net.createServer((socket) => socket.destroy()),
    0,
  );
  const rude = await opened(
    net.createServer((socket) => socket.once("data", () => socket.resetAndDestroy())),
    0,
  );
  for (const { port } of [hasty, rude]) {
    await isDue();
    await expect(streamNext(to(port))).rejects.toThrow(/syslog|ECONNRESET|EPIPE/);
    expect(await positions()).toEqual(before);
  }
  await Promise.all([hasty.close(), rude.close()]);
});

test("a receiver that reads and never closes is given up as too slow", async () => {
  const sockets: net.Socket[] = [];
  const silent = await opened(
    net.createServer({ allowHalfOpen: true }, (socket) => void sockets.push(socket.resume())),
    0,
  );
  const target = { host: "127.0.0.1", port: silent.port, encrypted: false };
  await expect(sendSyslog(target, ["<110>1 - - - - - -"], 50)).rejects.toThrow("too slow");
  for (const socket of sockets) socket.destroy();
  await silent.close();
});

test("of two workers one sends; what a dead one had leased is sent after its lease", async () => {
  await log();
  const dead = await leaseStream(60_000);
  expect(dead).not.toBeNull();
  expect(await streamNext(to(receiver.port)), "leased").toBe(false);
  await isDue();
  await Promise.all([streamNext(to(receiver.port)), streamNext(to(receiver.port))]);
  await all(receiver.port);
  const seqs = streamed(receiver.messages).flatMap(({ stream, seq }) => (stream === "log" ? [seq] : []));
  expect(new Set(seqs).size).toBe(seqs.length);
  const after = await positions();
  // The dead worker returns after its lease: it doesn't undo what others did since.
  if (dead) await noteStreamed(dead, dead.log, dead.access);
  expect(await positions()).toEqual(after);
});

test("over TLS a receiver whose certificate isn't trusted is refused", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "syslog-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name)) as [string, string];
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", [...made, "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost"], {
    stdio: "ignore",
  });
  const secure = await opened(
    tls.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => socket.resume()),
    0,
  );
  const target = { host: "localhost", port: secure.port, encrypted: true };
  await expect(sendSyslog(target, ["<110>1 - - - - - -"])).rejects.toThrow(/self.signed|certificate/);
  await secure.close();
  rmSync(folder, { recursive: true });
});
