// A small register's log, and genuine packages of it, as its exporter would write them.
import { canonical, type Json } from "./json";
import { checkpointText, hex, leafHash, SecondTree, signerCalled, type Signer } from "./tree";

export type Bag = Map<string, Buffer>;

export interface Entry {
  leaf: string;
  payload: string;
  record: Record<string, Json> & { id: string };
}

export interface Event extends Entry {
  seq: number;
  type: string;
  id: string;
}

export const ORIGIN = "register.example/log";

export type Author = { id: string; name: string; role: string };
const THE_REGISTER: Author = { id: "register", name: "Register", role: "ADMIN" };
const ADMIN: Author = { id: "a-0", name: "Administrator", role: "ADMIN" };
export const MANAGER: Author = { id: "a-1", name: "Manager", role: "MANAGER" };

/** `last`: the hash of the entry before. */
export function entryOf(given: {
  type: string;
  action: string;
  record: Entry["record"];
  version: number;
  seq: number;
  last: Buffer | undefined;
  by?: Author;
}): Entry {
  const { type, action, record, version, seq, last, by = MANAGER } = given;
  const text = canonical(record);
  const payload = `{"record":${text},"salt":"${hex(`salt ${seq}`).slice(0, 32)}"}`;
  const at = `2026-01-06T10:00:00.${String(seq % 1_000).padStart(3, "0")}Z`;
  const leaf = canonical({
    ...{ action, actorId: by.id, actorName: by.name, actorRole: by.role, at, recordedAt: at },
    ...{ entityId: record.id, entityType: type, entityVersion: version, seq, txid: 700 + seq },
    ...{ afterSha256: hex(text), payloadSha256: hex(payload), reason: null, request: null, session: null },
    prevHash: last?.toString("hex") ?? "0".repeat(64),
  });
  return { leaf, payload, record };
}

/** A log that grows event by event. */
export class Log {
  readonly events: Event[] = [];
  private last: Buffer | undefined;
  private readonly versions = new Map<string, number>();

  constructor(readonly signer: Signer = signerCalled(ORIGIN)) {}

  add(type: string, action: string, record: Entry["record"], by?: Author): Event {
    const seq = this.events.length + 1;
    const version = (this.versions.get(record.id) ?? 0) + 1;
    this.versions.set(record.id, version);
    const entry = entryOf({ type, action, record, version, seq, last: this.last, ...(by && { by }) });
    const event = { ...entry, seq, type, id: record.id };
    this.events.push(event);
    this.last = leafHash(event.leaf);
    return event;
  }

  tree(): SecondTree {
    return new SecondTree(this.events.map(({ leaf }) => leafHash(leaf)));
  }

  /** A signed note of the log as it was at that size. */
  checkpoint(size = this.events.length, signer = this.signer): string {
    const text = checkpointText(signer.name, size, this.tree().root(size));
    return `${text}\n${signer.sign(text)}`;
  }
}

/** Pledges with a history, approvals, and texts that are hard to encode. */
export function logOf(pledges: number, signer?: Signer): Log {
  const log = new Log(signer);
  for (const first of FOUNDING) log.add(...first);
  const made = Array.from({ length: pledges }, (_, i) => ({
    ...{ id: `p-${i}`, reference: `FR-3-${String(i + 1).padStart(3, "0")}`, stage: "SIGNALLED" },
    participant: "FR",
    title: ["Гвинтокрили", 'Quotes "and" commas, twice', "Line\nbreaks\r\nin it", "-5"][i % 4] ?? "",
  }));
  for (const pledge of made) log.add("pledge", "pledge.logged", pledge);
  for (const [i, pledge] of made.entries()) {
    if (i % 2 === 0) log.add("pledge", "pledge.stage-set", { ...pledge, stage: "PLEDGED" });
    if (i % 3 === 0)
      log.add("approval", "approval.recorded", {
        id: `a-${i}`,
        participant: "FR",
        body: "Sejm",
        serves: [pledge.id],
      });
  }
  return log;
}

/** The first entries of a log: the register, an administrator, and the manager who makes the others. */
export const FOUNDING: [type: string, action: string, record: Entry["record"], by: Author][] = [
  [
    "register",
    "register.founded",
    { id: "r-1", name: 'Реєстр «Обіцянок» – ünï\u2028"\\\n=cmd', authority: 1 },
    THE_REGISTER,
  ],
  ["person", "person.created", accountOf(ADMIN), THE_REGISTER],
  ["person", "person.created", accountOf(MANAGER), ADMIN],
];

/** A log from before the rules of authority: an auditor logged a pledge in it, and the rules went on record later. */
export function logFromBefore(signer?: Signer): Log {
  const log = new Log(signer);
  const [[, , register], ...persons] = FOUNDING as [(typeof FOUNDING)[0], ...typeof FOUNDING];
  const { authority, ...before } = register as { id: string; authority: number };
  log.add("register", "register.founded", before, THE_REGISTER);
  for (const first of persons) log.add(...first);
  const auditor: Author = { id: "a-3", name: "Auditor", role: "AUDITOR" };
  log.add("person", "person.created", accountOf(auditor), ADMIN);
  const pledge = { stage: "SIGNALLED", participant: "FR", title: "Helicopters" };
  log.add("pledge", "pledge.logged", { ...pledge, id: "p-1", reference: "FR-3-001" }, auditor);
  log.add("register", "register.settings-changed", { ...before, authority }, ADMIN);
  log.add("pledge", "pledge.logged", { ...pledge, id: "p-2", reference: "FR-3-002" });
  return log;
}

function accountOf({ id, name, role }: Author) {
  return { id, name, role, desk: [], disabledAt: null };
}

export interface Asked {
  what?: "REGISTER" | "LOG";
  filter?: string;
  /** The last event that the export looks at. */
  position?: number;
  /** Which pledges are in the view. */
  shows?: (event: Event) => boolean;
  /** Events that come between the position and the export, and after the export. */
  between?: number;
  after?: number;
  /** Sizes of earlier checkpoints that the package proves its own to continue. */
  earlier?: readonly number[];
  with?: (files: Bag) => void;
}

/** Adds the export to the log, and makes its package. */
export function packageOf(log: Log, asked: Asked = {}): Bag {
  const { what = "REGISTER", filter = "", position = log.events.length, shows = () => true } = asked;
  const reference = "EX-0019";
  const upTo = log.events.slice(0, position);
  const latest = new Map(upTo.map((event) => [`${event.type} ${event.id}`, event]));
  const shown =
    what === "LOG"
      ? upTo
      : [...latest.values()].filter(({ type }) => type !== "register" && type !== "person").filter(shows);
  const events = shown.toSorted((a, b) => a.seq - b.seq);

  const data: Bag = new Map();
  const put = (name: string, text: string | Buffer) => data.set(name, Buffer.from(text as string));
  put("data/datapackage.json", `${canonical({ name: "pledge-register", resources: [] })}\n`);
  put("data/events.jsonl", lines(events.map(({ leaf, payload }) => canonical({ leaf, payload }))));
  const records: Record<string, number> = {};
  for (const type of what === "LOG" ? [] : new Set(shown.map((event) => event.type))) {
    const own = shown.filter((event) => event.type === type);
    records[type] = own.length;
    put(`data/records/${type}.jsonl`, lines(own.map(({ record }) => canonical(record))));
  }
  const rows = shown
    .filter(({ type }) => type === "pledge")
    .map(({ record }) => [record["reference"], record["title"]]);
  put("data/tables/pledges.csv", `\ufeff${[["reference", "title"], ...rows].map(csv).join("")}`);
  put("data/tables.xlsx", Buffer.from("504b0506000000000000", "hex"));
  asked.with?.(data);

  const manifest = manifestOf(hashesOf(data));
  for (let i = 0; i < (asked.between ?? 0); i += 1)
    log.add("comment", "comment.written", { id: `c-${i}`, authorId: MANAGER.id });
  const made = log.add("export", "export.made", {
    asOf: "2026-01-07T18:00:00.000Z",
    complete: filter === "",
    events: events.length,
    id: "e-19",
    manifestSha256: hex(manifest),
    position: { hash: leafHash(upTo.at(-1)?.leaf ?? "").toString("hex"), seq: position },
    purpose: "Reconcile the positions after the Paris meeting",
    records,
    reference,
    rows: { pledges: rows.length },
    version: 1,
    view: { filter, what },
  });
  for (let i = 0; i < (asked.after ?? 2); i += 1)
    log.add("comment", "comment.written", { id: `d-${i}`, authorId: MANAGER.id });

  const tree = log.tree();
  const proofOf = (seq: number) => tree.path(seq - 1).map((hash) => hash.toString("base64"));
  const files: Bag = new Map(data);
  const text = (name: string, content: string) => files.set(name, Buffer.from(content));
  text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  const bytes = [...data.values()].reduce((sum, { length }) => sum + length, 0);
  text(
    "bag-info.txt",
    `Source-Organization: A register\nExternal-Identifier: ${reference}\nBagging-Date: 2026-01-07\nPayload-Oxum: ${bytes}.${data.size}\n`,
  );
  text("manifest-sha256.txt", manifest);
  text("README.txt", "How to check this.\n");
  text("verify.mjs", "// A copy of the verifier.\n");
  text("checkpoint.txt", log.checkpoint());
  text("keys.txt", `${log.signer.verifierKey}\n`);
  text("export.json", `${canonical({ leaf: made.leaf, payload: made.payload, proof: proofOf(made.seq) })}\n`);
  const earlier = asked.earlier ?? [2, 5];
  const consistency = earlier.map((from) =>
    canonical({ from, proof: tree.consistency(from).map((hash) => hash.toString("base64")) }),
  );
  text("consistency.jsonl", lines(consistency));
  text("proofs.jsonl", lines(events.map(({ seq }) => canonical({ proof: proofOf(seq), seq }))));
  return tagged(files);
}

/** With a new tag manifest, which anyone can write. */
export function tagged(files: Bag): Bag {
  files.delete("tagmanifest-sha256.txt");
  const tags = new Map([...files].filter(([name]) => !name.startsWith("data/")));
  return files.set("tagmanifest-sha256.txt", Buffer.from(manifestOf(hashesOf(tags))));
}

/** With new manifests, and new counts in bag-info. */
export function resealed(files: Bag): Bag {
  const data = new Map([...files].filter(([name]) => name.startsWith("data/")));
  files.set("manifest-sha256.txt", Buffer.from(manifestOf(hashesOf(data))));
  const bytes = [...data.values()].reduce((sum, { length }) => sum + length, 0);
  const info = String(files.get("bag-info.txt")).replace(/\d+\.\d+\n$/, `${bytes}.${data.size}\n`);
  return tagged(files.set("bag-info.txt", Buffer.from(info)));
}

/** From the hashes of files by name. */
export const manifestOf = (hashes: ReadonlyMap<string, string>): string =>
  lines([...hashes.keys()].sort().map((name) => `${hashes.get(name)}  ${name}`));

const hashesOf = (files: Bag): Map<string, string> =>
  new Map([...files].map(([name, bytes]) => [name, hex(bytes)]));

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

const csv = (cells: readonly unknown[]): string =>
  `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
