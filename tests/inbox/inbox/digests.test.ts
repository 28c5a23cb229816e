// Digests, from the change to the mail server's acceptance.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeComment } from "@/lib/pledges/comments/commands";
import { pool } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { loadMailStatus } from "@/lib/inbox/mail/queries";
import { connectionTo, mailFaultIn, postOf, type PostOffice, type PostSettings } from "@/lib/inbox/mail/post";
import { sendNext, queueDigests } from "@/lib/inbox/mail/worker";
import type { Actor } from "@/lib/domain/people/actor";
import { ok } from "@/lib/domain/base/result";
import { changeChoices, markNotices } from "@/lib/inbox/inbox/commands";
import { chooseLanguage } from "@/lib/people/people/language";
import { changePledge, logPledge } from "@/lib/pledges/pledges/commands";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { setWatch } from "@/lib/inbox/watches/commands";
import { cases } from "../../support/cases";
import {
  entriesIn,
  openMailServer,
  read,
  type MailServer,
  type ReceivedMail,
} from "../../support/processes/mail-server";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";
import { countWaiting } from "./waiting";

let register: StaffedRegister;
let officer: Actor;
let manager: Actor;
let manager2: Actor;
let auditor: Actor;
let admin: Actor;
const dataDir = mkdtempSync(path.join(os.tmpdir(), "register-mail-"));
const HOME = "https://register.example";
const open: MailServer[] = [];

beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, manager, manager2, auditor, admin } = register);
});
afterAll(async () => {
  await register.close();
  rmSync(dataDir, { recursive: true });
});
beforeEach(async () => {
  for (const table of ["watch", "notice", "digest", "inbox"]) await pool().query(`DELETE FROM ${table}`);
  for (const who of [manager, auditor])
    value(await setWatch(who, { topic: "participant:FR", watching: true }));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const serve = async (...given: Parameters<typeof openMailServer>): Promise<MailServer> => {
  const server = await openMailServer(...given);
  open.push(server);
  return server;
};
const settingsOf = (url?: string): PostSettings => ({
  SMTP_URL: url,
  MAIL_FROM: "Pledge Register <register@ministry.example>",
  DATA_DIR: dataDir,
});
const officeTo = (url?: string): PostOffice => ({
  ...postOf(settingsOf(url)),
  settings: settingsOf(url),
  home: HOME,
  leaseMs: 120_000,
});
const log = async (given: object = {}) => value(await logPledge(officer, aSentPledge(given), LATER));
/** The hour has come for these people, or for everyone. */
async function due(...who: Actor[]): Promise<number> {
  await queueDigests({ home: HOME });
  await pool().query(
    "UPDATE inbox SET due_at = now() - interval '1 minute' WHERE digest AND ($1::uuid[] = '{}' OR person_id = ANY ($1))",
    [who.map(({ id }) => id)],
  );
  return queueDigests({ home: HOME });
}
async function sendAll(office: PostOffice): Promise<string[]> {
  const outcomes: string[] = [];
  for (let outcome = await sendNext(office); outcome !== null; outcome = await sendNext(office))
    outcomes.push(outcome);
  return outcomes;
}
/** The pause before the next attempt is over. */
const retry = () =>
  pool().query("UPDATE digest SET next_at = now() - interval '1 second' WHERE state = 'WAITING'");
const standing = async () => value(await loadMailStatus(admin));

describe("a digest", () => {
  test("lists each person's unread notifications, with links and a way to unsubscribe", async () => {
    const server = await serve();
    const pledge = await log({ title: "Troops <and> more", owner: manager2.email });
    expect(await due()).toBe(3);
    expect(await sendAll(officeTo(server.url))).toEqual(["sent", "sent", "sent"]);
    const to = (who: Actor) => server.mails.filter((mail) => mail.to.includes(who.email));
    const [mail] = to(auditor);
    const text = mail?.text ?? "";
    expect(text).toContain(`${officer.name} logged the pledge`);
    expect(text).toContain(`${pledge.reference} Troops <and> more`);
    expect(text).toContain("Troops &lt;and&gt; more");
    expect(text).toContain("You watch France");
    expect(text).toContain(`${HOME}/profile#inbox`);
    expect(mail?.raw).toMatch(/^List-Unsubscribe: <https:\/\/register\.example\/profile#inbox>/m);
    expect(mail?.raw).toMatch(/^List-Id: Pledge Register <daily\.register\.example>/im);
    expect(mail?.raw).toMatch(/^Message-ID: <digest\.[0-9a-f-]{36}@register\.example>/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(to(manager2)[0]?.text).toContain("You became the owner");
    expect(to(officer)).toEqual([]);
    expect((await standing()).lastSentAt).not.toBeNull();
  });

  test("groups what happened to a record, without comments' texts or coalition-only titles", async () => {
    const server = await serve();
    const open = await log({ title: "Patrol boats" });
    const closed = await log({ title: "Quiet help", handling: "COALITION" });
    for (const { reference } of [open, closed, open])
      value(await writeComment(officer, { reference, text: "Called the ministry." }));
    expect(await due(auditor)).toBe(1);
    await sendAll(officeTo(server.url));
    const text = server.mails[0]?.text ?? "";
    const [plain = ""] = text.split("<!doctype");
    expect(plain.split(`${open.reference} Patrol boats`)).toHaveLength(2);
    expect(
      plain.match(
        new RegExp(
          `${open.reference} Patrol boats\\r?\\nYou watch France\\r?\\n(\\* .*\\r?\\n  .*\\r?\\n){3}`,
        ),
      ),
    ).not.toBeNull();
    expect(plain).toContain(closed.reference);
    expect(text).not.toMatch(/Quiet help|Called the ministry/);
  });

  test("leaves out the title of a pledge that became coalition-only since", async () => {
    const server = await serve();
    const { reference, version: ifMatch } = await log({ title: "Quiet help" });
    await pool().query("DELETE FROM watch");
    const changes = pledgeChanges.parse({ handling: "COALITION" });
    value(await changePledge(officer, { reference, ifMatch, changes }, LATER));
    await due(auditor);
    await sendAll(officeTo(server.url));
    const text = server.mails[0]?.text ?? "";
    expect(text).toContain(reference);
    expect(text).not.toContain("Quiet help");
  });

  test("is in its reader's language", async () => {
    const server = await serve();
    const reader = await register.open(`reader-${crypto.randomUUID()}`, "AUDITOR");
    value(await chooseLanguage(reader, { language: "fr" }));
    value(await setWatch(reader, { topic: "participant:FR", watching: true }));
    await log();
    await due(reader, auditor);
    await sendAll(officeTo(server.url));
    const to = (who: Actor) => server.mails.find((mail) => mail.to.includes(who.email))?.text;
    expect(to(reader)).toContain('<html lang="fr">');
    expect(to(auditor)).toContain('<html lang="en">');
  });

  test("isn't written if nothing happened, or all of it was read", async () => {
    expect(await due()).toBe(0);
    await log();
    for (const who of [manager, auditor]) {
      const { rows } = await pool().query<{ seq: string }>("SELECT seq FROM notice WHERE person_id = $1", [
        who.id,
      ]);
      value(await markNotices(who, { entries: rows.map(({ seq }) => Number(seq)), read: true }));
    }
    expect(await due()).toBe(0);
  });

  test("comes at most once a day, and not before its hour", async () => {
    await queueDigests({ home: HOME });
    await log();
    expect(await queueDigests({ home: HOME })).toBe(0);
    expect(await due(auditor)).toBe(1);
    await log();
    expect(await queueDigests({ home: HOME })).toBe(0);
    const { rows } = await pool().query<{ ahead: boolean }>(
      "SELECT due_at BETWEEN now() AND now() + interval '25 hours' AS ahead FROM inbox",
    );
    expect(rows.every(({ ahead }) => ahead)).toBe(true);
  });

  test("omits what was read before, and isn't sent to someone who may no longer read it", async () => {
    const server = await serve();
    const moved = await register.open(`moved-${crypto.randomUUID()}`, "AUDITOR");
    value(await setWatch(moved, { topic: "participant:FR", watching: true }));
    await log();
    const second = await log();
    await due(auditor, moved);
    const { rows } = await pool().query<{ seq: string }>(
      "SELECT max(seq) AS seq FROM notice WHERE person_id = $1",
      [auditor.id],
    );
    value(await markNotices(auditor, { entries: [Number(rows[0]?.seq)], read: true }));
    await makeAdmin(moved);
    await sendAll(officeTo(server.url));
    const mail = server.mails.find(({ to }) => to.includes(auditor.email));
    expect(mail?.text).not.toContain(second.reference);
    expect(entriesIn(mail ?? { text: "" })).toHaveLength(1);
    expect(server.mails).toHaveLength(1);
  });

  test("is dropped if the account is disabled or has switched digests off", async () => {
    const server = await serve();
    const gone = await register.open(`gone-${crypto.randomUUID()}`, "AUDITOR");
    value(await setWatch(gone, { topic: "participant:FR", watching: true }));
    await log();
    await due(gone, auditor);
    await register.disable(gone);
    value(await changeChoices(auditor, { digest: false }));
    expect((await sendAll(officeTo(server.url))).sort()).toEqual(["empty", "empty"]);
    expect(server.mails).toEqual([]);
  });

  test("starts again when it is switched on, without what happened in between", async () => {
    const server = await serve();
    value(await changeChoices(auditor, { digest: false }));
    const before = await log();
    await due();
    value(await changeChoices(auditor, { digest: true }));
    const after = await log();
    await due();
    await sendAll(officeTo(server.url));
    const text = server.mails
      .filter(({ to }) => to.includes(auditor.email))
      .map((mail) => mail.text)
      .join();
    expect(text).toContain(after.reference);
    expect(text).not.toContain(before.reference);
  });

  test("contains no figure, and not the title of a coalition-only pledge", async () => {
    const server = await serve();
    const quantity = { kind: "EXACT", min: 4321, max: 4321, unit: "PERSON", asStated: null };
    const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity };
    const pledge = await log({
      handling: "COALITION",
      title: "A title in confidence",
      contributions: [line],
    });
    await due(auditor);
    await sendAll(officeTo(server.url));
    const [mail] = server.mails;
    expect(mail?.text).toContain(pledge.reference);
    expect(mail?.raw + (mail?.text ?? "")).not.toMatch(/(?<![\da-f-])4321(?![\da-f-])|4,321|in confidence/);
  });

  test("lists a hundred notifications, and says how many more there are", async () => {
    const server = await serve();
    await record110();
    await pool().query(
      `INSERT INTO notice (person_id, seq, kind, topic, entries)
       SELECT $1, e.seq, 'WATCHED', 'participant:FR', 1 FROM audit.event e ORDER BY e.seq DESC LIMIT 105`,
      [auditor.id],
    );
    await due(auditor);
    await sendAll(officeTo(server.url));
    const [mail] = server.mails;
    expect(entriesIn(mail ?? { text: "" })).toHaveLength(100);
    expect(mail?.text).toContain("5 more are in your inbox");
    expect(mail?.text).toContain("105 new notifications");
  });
});

describe("a server that", () => {
  test("is down is shown among the settings, and gets the same mail later", async () => {
    const closed = await openMailServer();
    const { port } = closed;
    await closed.close();
    await log();
    await due(auditor);
    const office = officeTo(`smtp://127.0.0.1:${port}`);
    expect(await sendAll(office)).toEqual(["delayed"]);
    expect(await standing()).toMatchObject({
      waiting: 1,
      fault: { text: expect.stringContaining("ECONNREFUSED") as string },
    });
    const first = await messageIds();
    expect(await sendAll(office)).toEqual([]);
    await retry();
    const server = await serve({ port });
    expect(await sendAll(office)).toEqual(["sent"]);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual(first);
    expect(await standing()).toMatchObject({ waiting: 0, fault: null });
  });

  test.each([
    ["DATA", 451],
    ["RCPT", 450],
    ["DATA", 554],
    ["RCPT", 550],
  ] as const)("refuses at %s with %i gets the same mail later", async (at, code) => {
    let says: { at: "DATA" | "RCPT"; code: number } | null = { at, code };
    const server = await serve({ refuses: () => says });
    await log();
    await due(auditor);
    const office = officeTo(server.url);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await sendAll(office)).toEqual(["delayed"]);
      await retry();
    }
    const expected = await messageIds();
    says = null;
    expect(await sendAll(office)).toEqual(["sent"]);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual(expected);
  });

  test("refuses permanently is believed after three days, and one that refuses for now never", async () => {
    const server = await serve({ refuses: () => says });
    let says = { at: "RCPT" as "DATA" | "RCPT", code: 450 };
    await log();
    await due(auditor);
    await pool().query("UPDATE digest SET created_at = now() - interval '4 days'");
    expect(await sendAll(officeTo(server.url))).toEqual(["delayed"]);
    expect(await standing()).toMatchObject({ waiting: 1, refused: 0 });
    await retry();
    says = { at: "RCPT", code: 550 };
    expect(await sendAll(officeTo(server.url))).toEqual(["delayed"]);
    expect(await standing()).toMatchObject({ waiting: 0, refused: 1 });
  });

  test("is slow is waited for, and the mail isn't sent twice in the meantime", async () => {
    let answer = (): void => undefined;
    const server = await serve({
      takes: () => new Promise<void>((resolve) => void (answer = resolve)),
    });
    await log();
    await due(auditor);
    const office = officeTo(server.url);
    const sending = sendNext(office);
    await expect.poll(() => server.mails.length).toBe(1);
    expect(await sendNext(office)).toBeNull();
    answer();
    expect(await sending).toBe("sent");
    expect(server.mails).toHaveLength(1);
  });

  test("needs a password doesn't have it shown in a fault", async () => {
    const server = await serve({ refuses: () => ({ at: "DATA", code: 451 }) });
    await log();
    await due(auditor);
    const office = officeTo(server.url.replace("//", "//register:hunter2@"));
    expect(await sendAll(office)).toEqual(["delayed"]);
    const { fault } = await standing();
    expect(fault?.text).not.toBe("");
    expect(fault?.text).not.toContain("hunter2");
  });
});

test.each([
  ["smtp://mail.ministry.example", { port: 587, secure: false, requireTLS: true, verified: true }],
  ["smtp://mail.ministry.example:25", { port: 25, secure: false, requireTLS: true, verified: true }],
  ["smtps://mail.ministry.example", { port: 465, secure: true, requireTLS: false, verified: true }],
  ["smtp://localhost.ministry.example", { port: 587, secure: false, requireTLS: true, verified: true }],
  ["smtp://127.0.0.1:1025", { port: 1025, secure: false, requireTLS: false, verified: false }],
  ["smtp://[::1]:1025", { port: 1025, secure: false, requireTLS: false, verified: false }],
  ["smtp://localhost", { port: 587, secure: false, requireTLS: false, verified: false }],
])("the connection to %s is encrypted, unless it is this machine", (url, expected) => {
  const { port, secure, requireTLS, tls } = connectionTo(url);
  expect({ port, secure, requireTLS, verified: tls.rejectUnauthorized }).toEqual(expected);
});

test("a server's answer with the user name or the password in it is shown without them", () => {
  const settings = settingsOf("smtp://register:hunter%402@mail.ministry.example");
  const said = Object.assign(new Error("535 no such register with hunter@2"), {
    responseCode: 535,
    command: "AUTH",
  });
  expect(mailFaultIn(said, settings)).toEqual({ text: "535 no such … with …", isFinal: false });
  const plain = Buffer.from("\0register\0hunter@2").toString("base64");
  expect(mailFaultIn(new Error(`501 no such command: AUTH PLAIN ${plain}`), settings).text).toBe(
    "501 no such command: AUTH PLAIN …",
  );
});

describe("without a server", () => {
  test("a mail is one file, even if it is written twice", async () => {
    await log();
    await due(auditor);
    const office = officeTo();
    expect(await sendAll(office)).toEqual(["sent"]);
    await pool().query(
      "UPDATE digest SET state = 'WAITING', ended_at = NULL, next_at = now() - interval '1 second'",
    );
    expect(await sendAll(office)).toEqual(["sent"]);
    const files = readdirSync(path.join(dataDir, "mail"));
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.eml$/)]);
    const mail = read(readFileSync(path.join(dataDir, "mail", files[0] ?? ""), "utf8"));
    expect([mail.messageId]).toEqual(await messageIds());
    expect(mail.raw).toMatch(/^From: .*register@ministry\.example/m);
    expect(mail.raw).toContain("\r\n");
  });
});

test("the state of mails is shown to an auditor, but not to a manager", async () => {
  expect(refusalOf(await loadMailStatus(manager))).toBe("role");
  expect((await loadMailStatus(auditor)).ok).toBe(true);
});

const people = (): Actor[] => [officer, manager, manager2, auditor];
/** Who may own a pledge. */
const keepers = (): Actor[] => [officer, manager, manager2];

type Step =
  | { do: "log"; owner: number | null }
  | { do: "due"; who: number[] }
  | { do: "send"; fails: boolean }
  | { do: "read"; who: number };

test("in any order of events, each person gets each notification in exactly one digest", async () => {
  const who = fc.integer({ min: 0, max: 3 });
  const owner = fc.option(fc.integer({ min: 0, max: 2 }));
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("log" as const), owner }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("due" as const), who: fc.subarray([0, 1, 2, 3]) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const), fails: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("read" as const), who }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      for (const table of ["notice", "digest", "inbox"]) await pool().query(`DELETE FROM ${table}`);
      const taken: ReceivedMail[] = [];
      const office = (fails: boolean): PostOffice => ({
        ...officeTo(),
        send: async ({ messageId, to, text }) => {
          if (fails) throw new Error("away");
          taken.push({ messageId, to: [to.address], raw: text, text });
        },
      });
      const readBefore = new Map<string, Set<number>>();
      for (const one of steps) {
        if (one.do === "log") await log({ owner: one.owner === null ? null : keepers()[one.owner]?.email });
        if (one.do === "due" && one.who.length > 0) await due(...one.who.flatMap((n) => people()[n] ?? []));
        if (one.do === "send") await sendAll(office(one.fails));
        if (one.do === "read") await readAll(people()[one.who], readBefore, taken);
        await retry();
      }
      await due();
      await sendAll(office(false));
      expect(await countWaiting()).toBe(0);
      for (const person of people()) {
        const told = taken.filter(({ to }) => to.includes(person.email)).flatMap(entriesIn);
        expect(new Set(told).size).toBe(told.length);
        const { rows } = await pool().query<{ seq: string }>("SELECT seq FROM notice WHERE person_id = $1", [
          person.id,
        ]);
        const should = rows
          .map(({ seq }) => Number(seq))
          .filter((seq) => !readBefore.get(person.id)?.has(seq));
        expect(told.sort((a, b) => a - b)).toEqual(should.sort((a, b) => a - b));
      }
    }),
    { numRuns: cases(12) },
  );
});

/** Marks all of a person's notices as read; those that no mail contained until then needn't be in one. */
async function readAll(
  person: Actor | undefined,
  readBefore: Map<string, Set<number>>,
  taken: readonly ReceivedMail[],
): Promise<void> {
  if (!person) return;
  const { rows } = await pool().query<{ seq: string }>(
    "SELECT seq FROM notice WHERE person_id = $1 AND read_at IS NULL",
    [person.id],
  );
  const entries = rows.map(({ seq }) => Number(seq));
  if (entries.length === 0) return;
  const mailed = new Set(taken.filter(({ to }) => to.includes(person.email)).flatMap(entriesIn));
  const known = readBefore.get(person.id) ?? new Set();
  readBefore.set(person.id, new Set([...known, ...entries.filter((seq) => !mailed.has(seq))]));
  value(await markNotices(person, { entries, read: true }));
}

/** 110 events in one transaction. */
async function record110(): Promise<void> {
  value(
    await write(officer, async (tx) => {
      for (let n = 0; n < 110; n += 1) {
        const document = { url: null, title: `Document ${n}`, publishedOn: null, language: "en" };
        await tx.sourceOnRecord({ publisher: "A ministry", ownership: "OFFICIAL", ...document });
      }
      return ok(null);
    }),
  );
}

async function makeAdmin({ id }: Actor): Promise<void> {
  value(
    await write(admin, async (tx) => {
      const person = await tx.people.lock(id);
      if (!person) throw new Error("nobody");
      return ok(await tx.save("person", person, { ...person, role: "ADMIN" }, { action: "person.changed" }));
    }),
  );
}

async function messageIds(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    "SELECT message_id AS id FROM digest ORDER BY created_at",
  );
  return rows.map(({ id }) => id);
}
