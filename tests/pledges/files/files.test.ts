import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { LARGEST_FILE, type ReceivedFile } from "@/lib/domain/pledge/file";
import { env } from "@/lib/platform/env";
import { clearFiles } from "@/lib/pledges/files/clearing";
import { receiveFile } from "@/lib/pledges/files/commands";
import { receive } from "@/lib/platform/files/incoming";
import { loadFile } from "@/lib/pledges/files/queries";
import { store } from "@/lib/platform/files/store";
import { addEvidence, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { stageInput } from "@/lib/pledges/pledges/schema";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { attachFile, recordSource, retractFile } from "@/lib/pledges/sources/commands";
import { loadSource } from "@/lib/pledges/sources/queries";
import { sourceInput } from "@/lib/pledges/sources/schema";
import { inOwnFolder } from "../../support/files/own-folder";
import { aDocx, aJpeg, anXlsx, aPdf, aPng, aText, aZip } from "../../support/files/sample-files";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());
inOwnFolder();
beforeEach(() => pool().query("DELETE FROM file WHERE attached_at IS NULL"));

const folder = (): string => path.join(env().DATA_DIR, "files");
const incoming = (): string[] =>
  existsSync(path.join(env().DATA_DIR, "incoming")) ? readdirSync(path.join(env().DATA_DIR, "incoming")) : [];
const kept = (sha256: string): string => path.join(folder(), sha256.slice(0, 2), sha256);
const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

const streamOf = (content: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (stream) => {
      if (content.length > 0) stream.enqueue(content);
      stream.close();
    },
  });
const send = (actor: Actor, name: string, content: Uint8Array) =>
  receiveFile(actor, { name, stream: streamOf(content), length: content.length });
const sent = async (actor: Actor, name: string, content: Uint8Array): Promise<ReceivedFile> =>
  value(await send(actor, name, content));
const aSource = async (): Promise<string> =>
  value(
    await recordSource(
      register.officer,
      sourceInput.parse({
        publisher: "Agency",
        title: crypto.randomUUID(),
        language: "en",
        ownership: "OFFICIAL",
      }),
    ),
  ).id;
const downloaded = async (id: string): Promise<Uint8Array> =>
  new Uint8Array(await new Response(value(await loadFile(register.auditor, id)).open()).arrayBuffer());

describe("a file comes on record", () => {
  test.each([
    ["PDF", "letter.pdf", aPdf()],
    ["PNG", "map.PNG", aPng()],
    ["JPEG", "photo.jpeg", aJpeg()],
    ["DOCX", "note.docx", aDocx()],
    ["XLSX", "list.xlsx", anXlsx()],
    ["TXT", "Слова.txt", aText("Ми готові.\n")],
    ["HTML", "Statement.htm", aText("<!doctype html><p>We stand ready.")],
  ])("%s", async (type, name, content) => {
    const file = await sent(register.officer, name, content);
    expect(file).toMatchObject({ name, type, bytes: content.length, sha256: hashOf(content) });
    const id = await aSource();
    const source = value(await attachFile(register.officer, { id, file: file.id }));
    expect(source).toMatchObject({ version: 2, files: [{ ...file, by: register.officer.name }] });
    expect(Buffer.from(await downloaded(file.id)).equals(content)).toBe(true);
    expect(statSync(kept(file.sha256)).mode & 0o077).toBe(0);
  });

  test("with its evidence, whose event contains its hash", async () => {
    const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
    const file = await sent(register.officer, "letter.pdf", aPdf());
    const piece = aSentPiece({ files: [file.id], kind: "SIGNED_DOCUMENT" });
    const sheet = value(await addEvidence(register.officer, { reference, evidence: piece }, LATER));
    expect(sheet.evidence.at(-1)?.files).toMatchObject([
      { id: file.id, name: "letter.pdf", sha256: file.sha256 },
    ]);
    const { rows } = await pool().query<{ action: string; payload: string }>(
      "SELECT action, payload FROM audit.event WHERE entity_id = $1 ORDER BY seq",
      [sheet.id],
    );
    expect(rows.map(({ payload }) => payload.includes(file.sha256))).toEqual([false, true]);
    expect(Buffer.from(await downloaded(file.id)).equals(aPdf())).toBe(true);
  });

  test("with a proposal, which contains its hash", async () => {
    const { reference, version } = value(await logPledge(register.officer, aSentPledge(), LATER));
    const file = await sent(register.officer, "letter.pdf", aPdf("Signed"));
    const wish = stageInput.parse({
      to: "COMMITTED",
      reason: "Signed",
      evidence: [aSentPiece({ files: [file.id], kind: "SIGNED_DOCUMENT" })],
    });
    const { proposal } = value(
      await setStage(register.officer, { reference, ifMatch: version, ...wish }, LATER),
    );
    expect(JSON.stringify(proposal?.wish)).toContain(file.sha256);
    expect(Buffer.from(await downloaded(file.id)).equals(aPdf("Signed"))).toBe(true);
  });

  test("and isn't there as of an earlier moment", async () => {
    const id = await aSource();
    const file = await sent(register.officer, "letter.pdf", aPdf());
    const moment = async (of: string) =>
      (await pool().query<{ at: string }>(`SELECT audit.instant(${of}) AS at`)).rows[0]?.at ?? "";
    const last = "(SELECT max(at) FROM audit.event)";
    const before = await moment(last);
    // Otherwise both entries could be of the same millisecond.
    while ((await moment("register_now()")) <= before);
    value(await attachFile(register.officer, { id, file: file.id }));
    const after = await moment(last);
    const then = async (asOf: string) => value(await loadSource(register.auditor, id, { asOf })).files ?? [];
    expect(await then(before)).toEqual([]);
    expect(await then(after)).toMatchObject([{ id: file.id }]);
  });

  test("and the same content sent twice is stored once", async () => {
    const content = aPdf("The very same");
    const [first, second] = [
      await sent(register.officer, "one.pdf", content),
      await sent(register.manager, "two.pdf", content),
    ];
    expect(second.sha256).toBe(first.sha256);
    const { rows } = await pool().query("SELECT FROM file_content WHERE sha256 = $1", [first.sha256]);
    expect(rows).toHaveLength(1);
    const id = await aSource();
    value(await attachFile(register.officer, { id, file: first.id }));
    expect(refusalOf(await attachFile(register.manager, { id, file: second.id }))).toBe(
      "invalid, file file-there",
    );
  });

  test("and the log is intact", async () => {
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });
});

describe("a file is attached to one record, by its sender", () => {
  test("nobody else can attach it, and nobody twice", async () => {
    const file = await sent(register.officer, "letter.pdf", aPdf());
    const [one, other] = [await aSource(), await aSource()];
    const attach = (actor: Actor, id: string) => attachFile(actor, { id, file: file.id });
    expect(refusalOf(await attach(register.manager, one))).toBe("invalid, file no-such-file");
    expect(refusalOf(await attach(register.auditor, one))).toBe("role");
    expect(refusalOf(await attach(register.officer, crypto.randomUUID()))).toBe("not-found");
    value(await attach(register.officer, one));
    expect(refusalOf(await attach(register.officer, other))).toBe("invalid, file no-such-file");
  });

  test("a change that is refused leaves it unattached", async () => {
    const file = await sent(register.officer, "letter.pdf", aPdf());
    const evidence = aSentPiece({ files: [file.id, crypto.randomUUID()] });
    const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
    expect(refusalOf(await addEvidence(register.officer, { reference, evidence }, LATER))).toBe(
      "invalid, files.1 no-such-file",
    );
    expect(refusalOf(await loadFile(register.officer, file.id))).toBe("not-found");
    value(await attachFile(register.officer, { id: await aSource(), file: file.id }));
  });

  test("the database refuses to attach it without an event, and to change it afterwards", async () => {
    const file = await sent(register.officer, "letter.pdf", aPdf());
    await expect(
      pool().query("UPDATE file SET attached_at = now() WHERE id = $1", [file.id]),
    ).rejects.toThrow("attached without its event");
    value(await attachFile(register.officer, { id: await aSource(), file: file.id }));
    for (const change of ["UPDATE file SET name = 'x.pdf'", "DELETE FROM file"])
      await expect(pool().query(`${change} WHERE id = $1`, [file.id])).rejects.toThrow("stays");
  });

  test("everyone who reads the register can download it, an administrator can't", async () => {
    const file = await sent(register.officer, "letter.pdf", aPdf());
    value(await attachFile(register.officer, { id: await aSource(), file: file.id }));
    for (const actor of [register.officerNorth, register.manager, register.auditor])
      expect((await loadFile(actor, file.id)).ok).toBe(true);
    expect(refusalOf(await loadFile(register.admin, file.id))).toBe("role");
    expect(refusalOf(await send(register.auditor, "a.pdf", aPdf()))).toBe("role");
  });
});

describe("a file that was attached by mistake", () => {
  const retract = (actor: Actor, id: string, file: string, reason?: string) =>
    retractFile(actor, { id, file, ...(reason === undefined ? {} : { reason }) });

  test("is struck with who and why, and its content may be attached again", async () => {
    const content = aPdf("The wrong one");
    const [id, file] = [await aSource(), await sent(register.officer, "wrong.pdf", content)];
    value(await attachFile(register.officer, { id, file: file.id }));
    const source = value(await retract(register.manager, id, file.id, "Of another meeting."));
    const struck = { by: register.manager.name, reason: "Of another meeting." };
    expect(source).toMatchObject({
      version: 3,
      files: [{ id: file.id, sha256: file.sha256, retracted: struck }],
    });
    expect(value(await loadSource(register.auditor, id, LATER)).files).toEqual(source.files);
    const [event] = (await register.eventsOf(id)).slice(-1);
    expect(event).toMatchObject({ action: "source.file-retracted", reason: "Of another meeting." });
    expect(existsSync(kept(file.sha256))).toBe(true);

    const again = await sent(register.officer, "right.pdf", content);
    const both = value(await attachFile(register.officer, { id, file: again.id }));
    expect(both.files?.map(({ retracted }) => retracted?.reason)).toEqual(["Of another meeting.", undefined]);
    expect((await loadFile(register.officer, again.id)).ok).toBe(true);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test("is marked as withheld also as of an earlier moment", async () => {
    const [id, file] = [await aSource(), await sent(register.officer, "wrong.pdf", aPdf("Before"))];
    value(await attachFile(register.officer, { id, file: file.id }));
    expect(value(await loadSource(register.auditor, id, LATER)).withheld).toEqual([]);
    const asOf = (await pool().query<{ at: string }>("SELECT audit.instant(max(at)) AS at FROM audit.event"))
      .rows[0];
    value(await retract(register.officer, id, file.id, "Wrong."));
    const then = value(await loadSource(register.auditor, id, { asOf: asOf?.at ?? "" }));
    expect(then.withheld).toEqual([file.id]);
  });

  test("can be downloaded only by managers and auditors", async () => {
    const [id, file] = [await aSource(), await sent(register.officer, "wrong.pdf", aPdf("Withheld"))];
    value(await attachFile(register.officer, { id, file: file.id }));
    value(await retract(register.officer, id, file.id, "Names people."));
    for (const actor of [register.manager, register.auditor])
      expect((await loadFile(actor, file.id)).ok).toBe(true);
    for (const actor of [register.officer, register.officerNorth, register.admin])
      expect(refusalOf(await loadFile(actor, file.id))).toBe("role");
  });

  test("isn't retracted twice, without a reason, by an auditor, or from another source", async () => {
    const [id, file] = [await aSource(), await sent(register.officer, "wrong.pdf", aPdf("Once"))];
    value(await attachFile(register.officer, { id, file: file.id }));
    expect(refusalOf(await retract(register.auditor, id, file.id, "Wrong."))).toBe("role");
    expect(refusalOf(await retract(register.officer, id, crypto.randomUUID(), "Wrong."))).toBe("not-found");
    expect(refusalOf(await retract(register.officer, await aSource(), file.id, "Wrong."))).toBe("not-found");
    expect(refusalOf(await retract(register.officer, id, file.id))).toBe("reason-missing");
    value(await retract(register.officer, id, file.id, "Wrong."));
    expect(refusalOf(await retract(register.officer, id, file.id, "Wrong."))).toBe("already-there");
  });

  test("is neither withheld in the database without an event, nor given back", async () => {
    const [id, file] = [await aSource(), await sent(register.officer, "wrong.pdf", aPdf("Forged"))];
    value(await attachFile(register.officer, { id, file: file.id }));
    const withhold = () => pool().query("INSERT INTO file_retraction (file_id) VALUES ($1)", [file.id]);
    await expect(withhold()).rejects.toThrow("retracted without its event");
    value(await retract(register.officer, id, file.id, "Wrong."));
    await expect(pool().query("DELETE FROM file_retraction")).rejects.toThrow("stays");
  });
});

describe("what isn't a file of these kinds is refused, and leaves nothing", () => {
  test.each<[string, string, Uint8Array, string]>([
    ["nothing", "a.pdf", Buffer.alloc(0), "file-empty"],
    ["a PDF called a picture", "a.png", aPdf("Called a picture"), "file-named-otherwise"],
    ["a text called a workbook", "a.xlsx", aText(), "file-named-otherwise"],
    ["a PDF without an ending", "letter", aPdf("Without an ending"), "file-named-otherwise"],
    ["a page called a text", "a.txt", aText("<html><script>alert(1)</script>"), "file-page"],
    ["a text called a page", "a.html", aText("We stand ready."), "file-named-otherwise"],
    ["a drawing called a page", "a.html", aText("<svg onload='alert(1)'/>"), "file-page"],
    ["a drawing", "a.svg", aText("<svg/>"), "file-page"],
    ["half a Word document", "a.docx", aDocx().subarray(0, -30), "file-cut"],
    ["a zip that says it is longer", "a.docx", patched(aDocx(), -10, 0xff), "file-two-in-one"],
    ["a Word document behind something", "a.docx", Buffer.concat([aDocx(), aDocx()]), "file-two-in-one"],
    ["a plain zip", "a.docx", aZip([{ name: "a.txt", content: "a" }]), "file-unknown"],
    [
      "a document with macros",
      "a.docx",
      aDocx("application/vnd.ms-word.document.macroEnabled.main+xml"),
      "file-macros",
    ],
    [
      "a document with a hidden macro",
      "a.docx",
      aDocx(undefined, [{ name: "word/vbaProject.bin", content: "x" }]),
      "file-macros",
    ],
    ["a list that unpacks without end", "a.docx", aDocx("x".repeat(2_000_000)), "file-cut"],
    ["a text in Latin-1", "a.txt", Buffer.from("d\xe9claration", "latin1"), "file-not-utf8"],
    ["a letter cut in two", "a.txt", Buffer.from("d\xc3", "latin1"), "file-not-utf8"],
    ["a program", "a.pdf", Buffer.from("MZ\x90\0\x03", "latin1"), "file-unknown"],
  ])("%s", async (_what, name, content, fault) => {
    expect(refusalOf(await send(register.officer, name, content))).toBe(`invalid, file ${fault}`);
    expect(incoming()).toEqual([]);
    expect(existsSync(kept(hashOf(content)))).toBe(false);
  });

  test("20 MB are accepted, one byte more is not, and memory stays flat", async () => {
    const piece = new Uint8Array(50_000).fill(0x61);
    const long = (bytes: number) => {
      let left = bytes;
      return new ReadableStream<Uint8Array>({
        pull(stream) {
          const next = piece.subarray(0, Math.min(left, piece.length));
          left -= next.length;
          if (next.length > 0) stream.enqueue(next);
          else stream.close();
        },
      });
    };
    const before = process.memoryUsage().arrayBuffers;
    const most = { name: "a.txt", stream: long(LARGEST_FILE), length: null };
    expect(value(await receiveFile(register.officer, most)).bytes).toBe(20_000_000);
    const beyond = { name: "a.txt", stream: long(LARGEST_FILE + 1), length: null };
    expect(refusalOf(await receiveFile(register.officer, beyond))).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(12_000_000);
    expect(incoming()).toEqual([]);
  });

  test("an upload that breaks off leaves nothing", async () => {
    const content = aText("We stand ready.");
    const broken = new ReadableStream<Uint8Array>({
      pull(stream) {
        stream.enqueue(content);
        stream.error(new Error("gone"));
      },
    });
    const shorter = { name: "a.txt", stream: streamOf(content), length: content.length + 1 };
    for (const body of [{ name: "a.txt", stream: broken, length: null }, shorter])
      expect(refusalOf(await receiveFile(register.officer, body))).toBe("invalid, file file-cut");
    expect(incoming()).toEqual([]);
    expect(existsSync(kept(hashOf(content)))).toBe(false);
  });

  test.each([
    ["says nothing", { silence: 20, whole: 60_000 }],
    ["never comes to an end", { silence: 60_000, whole: 20 }],
  ])("an upload that %s isn't waited for", async (_what, patience) => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (one) => one.enqueue(aText("We …")),
      cancel: () => void (cancelled = true),
    });
    expect(await receive(env().DATA_DIR, { stream, length: null }, patience)).toBe("too-slow");
    expect(cancelled).toBe(true);
    expect(incoming()).toEqual([]);
  });

  test("nobody can send more than three at once, or have more than fifty unattached", async () => {
    const stops: (() => void)[] = [];
    const slow = () =>
      new ReadableStream<Uint8Array>({ start: (one) => void stops.push(() => one.error(new Error("over"))) });
    const going = [1, 2, 3].map(() =>
      receiveFile(register.officer, { name: "a.txt", stream: slow(), length: null }),
    );
    expect(refusalOf(await send(register.officer, "a.txt", aText()))).toBe("slow-down");
    expect((await send(register.manager, "a.txt", aText())).ok).toBe(true);
    for (const stop of stops) stop();
    await Promise.all(going);
    await pool().query(
      `INSERT INTO file (id, person_id, name, type, sha256)
       SELECT gen_random_uuid(), $1, 'a.txt', 'TXT', $2 FROM generate_series(1, 50)`,
      [register.officer.id, hashOf(aText())],
    );
    expect(refusalOf(await send(register.officer, "a.txt", aText()))).toBe(
      "invalid, file too-many-loose-files",
    );
  });
});

describe("what nobody needs is deleted:", () => {
  const clear = () => clearFiles(env().DATA_DIR, store());
  /** How many sessions wait for a lock. */
  const waiting = async (): Promise<number> =>
    (
      await pool().query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
    ).rows.length;

  test("an unattached file after a day, and its content unless another file has it", async () => {
    const [lost, shared] = [aPdf("Lost"), aPdf("Shared")];
    const [loose, also] = [
      await sent(register.officer, "lost.pdf", lost),
      await sent(register.officer, "shared.pdf", shared),
    ];
    const attached = await sent(register.manager, "shared.pdf", shared);
    value(await attachFile(register.manager, { id: await aSource(), file: attached.id }));
    await clear();
    expect(existsSync(kept(loose.sha256))).toBe(true);

    await pool().query("UPDATE file SET received_at = now() - interval '25 hours' WHERE id = ANY ($1)", [
      [loose.id, also.id],
    ]);
    await clear();
    // It was put there a moment ago: someone may be about to use it.
    expect(existsSync(kept(loose.sha256))).toBe(true);
    await pool().query("UPDATE file_content SET put_at = now() - interval '25 hours'");
    await clear();
    expect(existsSync(kept(loose.sha256))).toBe(false);
    expect(existsSync(kept(attached.sha256))).toBe(true);
    const { rows } = await pool().query("SELECT id FROM file WHERE id = ANY ($1)", [[loose.id, also.id]]);
    expect(rows).toEqual([]);
    expect(readFileSync(kept(attached.sha256)).equals(shared)).toBe(true);
  });

  test("content, but not if it is sent again meanwhile", async () => {
    const again = aPdf("Sent again");
    const first = await sent(register.officer, "first.pdf", again);
    await pool().query("DELETE FROM file WHERE id = $1", [first.id]);
    await pool().query("UPDATE file_content SET put_at = now() - interval '25 hours'");
    let second: Promise<ReceivedFile> | undefined;
    await clearFiles(env().DATA_DIR, {
      remove: async (sha256) => {
        second = sent(register.officer, "second.pdf", again);
        await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 20_000 });
        await store().remove(sha256);
      },
    });
    await second;
    await clear();
    expect(existsSync(kept(first.sha256))).toBe(true);
    const { rows } = await pool().query("SELECT FROM file_content WHERE sha256 = $1", [first.sha256]);
    expect(rows).toHaveLength(1);
  });

  test("an upload that was interrupted, but not one that is under way", async () => {
    await sent(register.officer, "a.txt", aText());
    const [old, fresh] = ["old.part", "fresh.part"].map((name) =>
      path.join(env().DATA_DIR, "incoming", name),
    );
    for (const place of [old, fresh]) writeFileSync(place ?? "", "half");
    const then = new Date(Date.now() - 3_600_000);
    utimesSync(old ?? "", then, then);
    await clear();
    expect(incoming()).toEqual(["fresh.part"]);
    await receive(env().DATA_DIR, { stream: null, length: null });
  });
});

test("content that was tampered with can't be downloaded", async () => {
  const file = await sent(register.officer, "letter.pdf", aPdf("Genuine"));
  value(await attachFile(register.officer, { id: await aSource(), file: file.id }));
  writeFileSync(kept(file.sha256), aPdf("Forged!"));
  await expect(downloaded(file.id)).rejects.toThrow();
});

test("a pledge is shown with the files of its evidence", async () => {
  const file = await sent(register.officer, "letter.pdf", aPdf("Whole"));
  const evidence = [aSentPiece({ files: [file.id] })];
  const { reference } = value(await logPledge(register.officer, aSentPledge({ evidence }), LATER));
  const sheet = value(await loadPledge(register.auditor, reference, LATER));
  expect(sheet.evidence[0]?.files).toMatchObject([{ sha256: file.sha256 }]);
});

function patched(content: Buffer, at: number, byte: number): Buffer {
  const spoilt = Buffer.from(content);
  spoilt[spoilt.length + at] = byte;
  return spoilt;
}
