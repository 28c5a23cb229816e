// Who is notified of what, on a real register, as far as the reader may read it today.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeComment } from "@/lib/pledges/comments/commands";
import { pool } from "@/lib/db/client";
import { findUnreadBetween } from "@/lib/db/queries/workspace/notices";
import { forgetNotices } from "@/lib/db/statements/inbox";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import type { Notice, NoticeFilter } from "@/lib/domain/notices/notice";
import { refuse } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { MOST_WATCHES } from "@/lib/domain/people/watch";
import { answerFinding, closeFinding, noteFinding } from "@/lib/oversight/findings/commands";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { changePerson, createPerson } from "@/lib/people/people/commands";
import { personInput } from "@/lib/people/people/schema";
import { changeChoices, markNotices } from "@/lib/inbox/inbox/commands";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { loadInboxChoices, loadInbox, loadNotice, loadUnread } from "@/lib/inbox/inbox/queries";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import { setWatch } from "@/lib/inbox/watches/commands";
import { loadWatched, loadWatches } from "@/lib/inbox/watches/queries";
import { approve, proposed, sendBack } from "../../support/decisions";
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
let officer: Actor;
let officerNorth: Actor;
let manager: Actor;
let manager2: Actor;
let auditor: Actor;
let admin: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, officerNorth, manager, manager2, auditor, admin } = register);
});
afterAll(() => register.close());
beforeEach(async () => {
  for (const table of ["watch", "notice", "digest", "inbox"]) await pool().query(`DELETE FROM ${table}`);
});

const ALL: NoticeFilter = { show: "all", kind: [], after: null, limit: 50 };
const inbox = async (who: Actor, filter: Partial<NoticeFilter> = {}): Promise<Notice[]> =>
  value(await loadInbox(who, { ...ALL, ...filter })).items;
const told = async (who: Actor): Promise<string[]> =>
  (await inbox(who)).map(({ kind, watch, action }) => [kind, watch, action].filter(Boolean).join(" "));
const watch = async (who: Actor, topic: string, watching = true) =>
  value(await setWatch(who, { topic, watching }));
const log = async (given: object = {}, by = officer): Promise<PledgeDetails> =>
  value(await logPledge(by, aSentPledge(given), LATER));
const edit = async ({ reference, version }: PledgeDetails, changes: object, by = officer) =>
  value(
    await changePledge(by, { reference, ifMatch: version, changes: pledgeChanges.parse(changes) }, LATER),
  );
const propose = async ({ reference, version }: PledgeDetails, by = officer) =>
  proposed(
    await setStage(
      by,
      {
        reference,
        ifMatch: version,
        ...stageInput.parse({
          to: "COMMITTED",
          reason: "Signed.",
          evidence: [aSentPiece({ kind: "SIGNED_DOCUMENT" })],
        }),
      },
      LATER,
    ),
  );

describe("a person who watches", () => {
  test("is notified of what others do, and not of their own changes", async () => {
    const pledge = await log();
    await watch(auditor, `pledge:${pledge.reference}`);
    await watch(officer, `pledge:${pledge.reference}`);
    await edit(pledge, { nextAction: "Ask the ministry" });
    expect(await told(auditor)).toEqual([`WATCHED pledge:${pledge.reference} pledge.changed`]);
    expect(await told(officer)).toEqual([]);
    expect(await told(manager)).toEqual([]);
    const [notice] = await inbox(auditor);
    expect(notice).toMatchObject({
      isRead: false,
      entries: 1,
      actor: { name: officer.name, role: "OFFICER" },
      record: { reference: pledge.reference, title: pledge.title },
      changes: [{ field: "nextAction", from: null, to: "Ask the ministry" }],
    });
  });

  test("reads the title of the pledge of a comment or proposal, and the watched participant's name", async () => {
    const pledge = await log({ title: "Sappers", handling: "COALITION" });
    await watch(auditor, "participant:FR");
    value(await writeComment(manager, { reference: pledge.reference, text: "Has anybody asked?" }));
    await propose(pledge);
    const told = await inbox(auditor);
    expect(told.map(({ record }) => record.type)).toEqual(["proposal", "comment"]);
    for (const notice of told) {
      expect(notice.record).toMatchObject({ reference: pledge.reference, title: "Sappers" });
      expect(notice.isForCoalition).toBe(true);
      expect(notice.participant).toMatchObject({ code: "FR", names: { en: "France" } });
    }
    const [watched] = value(await loadWatches(auditor));
    expect(watched).toMatchObject({ key: "FR", names: { en: "France" } });
  });

  test.each(["participant:FR", "priority:3"])(
    "%s is notified of a new pledge there and of a comment on it",
    async (topic) => {
      await watch(auditor, topic);
      const pledge = await log();
      value(await writeComment(officer, { reference: pledge.reference, text: "Has anybody asked?" }));
      await log({ participant: "SE", priority: 2 }, officerNorth);
      expect(await told(auditor)).toEqual([
        `WATCHED ${topic} comment.written`,
        `WATCHED ${topic} pledge.logged`,
      ]);
      expect((await inbox(auditor))[0]).toMatchObject({ comment: "Has anybody asked?", changes: [] });
    },
  );

  test("a trigger is notified of its new title", async () => {
    for (const [code, title] of [
      ["TALKS_BEGIN", "Talks begin"],
      ["TALKS_END", "Talks end"],
    ] as const)
      value(await recordTrigger(manager, triggerInput.parse({ code, title })));
    await watch(officer, "trigger:TALKS_BEGIN");
    value(
      await changeTrigger(manager, {
        code: "TALKS_BEGIN",
        ifMatch: 1,
        changes: triggerChanges.parse({ title: "Talks have begun" }),
      }),
    );
    value(
      await changeTrigger(manager, {
        code: "TALKS_END",
        ifMatch: 1,
        changes: triggerChanges.parse({ title: "Talks have ended" }),
      }),
    );
    expect(await told(officer)).toEqual(["WATCHED trigger:TALKS_BEGIN trigger.changed"]);
  });

  test("several things that one change affects is notified once, for the nearest", async () => {
    for (const topic of ["priority:3", "participant:FR"]) await watch(auditor, topic);
    const pledge = await log();
    await watch(auditor, `pledge:${pledge.reference}`);
    await edit(pledge, { title: "Another title" });
    expect(await told(auditor)).toEqual([
      `WATCHED pledge:${pledge.reference} pledge.changed`,
      "WATCHED participant:FR pledge.logged",
    ]);
  });

  test("and stops is notified of nothing later, and keeps earlier notices", async () => {
    await watch(auditor, "participant:FR");
    await log();
    await watch(auditor, "participant:FR", false);
    await log();
    expect(await told(auditor)).toHaveLength(1);
  });

  test("is not notified of a change that was refused", async () => {
    await watch(auditor, "participant:FR");
    const before = await register.head();
    await write(officer, async (tx) => {
      const pledge = await tx.pledges.lock("FR-3-001");
      if (pledge) await tx.save("pledge", pledge, { ...pledge, title: "X" }, { action: "pledge.changed" });
      return refuse("no-such-step");
    });
    expect(await register.head()).toBe(before);
    expect(await told(auditor)).toEqual([]);
  });
});

describe("watching", () => {
  test("is personal, counts once however often it is set, and is listed with titles", async () => {
    const { reference, title } = await log();
    for (const topic of [`pledge:${reference}`, "participant:FR", "priority:3"]) await watch(officer, topic);
    await watch(officer, "participant:FR");
    expect(value(await loadWatches(officer))).toEqual([
      {
        kind: "participant",
        key: "FR",
        title: "France",
        names: expect.objectContaining({ fr: "France" }) as object,
      },
      { kind: "pledge", key: reference, title },
      { kind: "priority", key: "3", title: null },
    ]);
    expect(value(await loadWatches(manager))).toEqual([]);
    const asked = [
      { kind: "participant", key: "FR" },
      { kind: "participant", key: "DE" },
    ] as const;
    expect([...value(await loadWatched(officer, asked))]).toEqual(["participant:FR"]);
  });

  test("is refused for what doesn't exist, and to an administrator for anything", async () => {
    for (const topic of ["pledge:FR-3-999", "participant:XX", "trigger:NOBODY_KNOWS"])
      expect(refusalOf(await setWatch(officer, { topic, watching: true }))).toBe("invalid, topic unknown");
    expect(refusalOf(await setWatch(admin, { topic: "participant:FR", watching: true }))).toBe("role");
    expect(refusalOf(await loadWatches(admin))).toBe("role");
  });

  test("has a limit, which doesn't apply to what is watched already", async () => {
    await pool().query(
      `INSERT INTO watch SELECT $1, 'pledge:FR-3-' || n, now() FROM generate_series(1000, 999 + $2::int) AS n`,
      [officer.id, MOST_WATCHES],
    );
    expect(refusalOf(await setWatch(officer, { topic: "participant:FR", watching: true }))).toBe(
      "invalid, topic too-many-watches",
    );
    await pool().query(
      "UPDATE watch SET topic = 'participant:FR' WHERE person_id = $1 AND topic = 'pledge:FR-3-1000'",
      [officer.id],
    );
    expect((await watch(officer, "participant:FR")).watching).toBe(true);
  });
});

describe("without watching", () => {
  test("a person whom someone else makes owner is notified", async () => {
    const pledge = await log({ owner: officer.email });
    expect(await told(officer)).toEqual([]);
    await edit(pledge, { owner: manager.email });
    expect(await told(manager)).toEqual(["OWNER pledge.changed"]);
  });

  test("managers are notified of what waits for them, and the proposer of the decision", async () => {
    const first = await propose(await log());
    expect(await told(manager)).toEqual(["TO_DECIDE proposal.made"]);
    expect(await told(manager2)).toEqual(["TO_DECIDE proposal.made"]);
    expect(await told(officerNorth)).toEqual([]);
    value(await sendBack(manager, first, "Which page?"));
    const second = await propose(await log());
    value(await approve(manager, second));
    expect(await told(officer)).toEqual(["DECISION proposal.approved", "DECISION proposal.returned"]);
    expect((await inbox(officer))[1]).toMatchObject({ reason: "Which page?" });
  });

  test("a notice of a proposal that is decided no longer counts as unread", async () => {
    const unread = async () => (await inbox(manager2, { show: "unread" })).map(({ action }) => action);
    const first = await propose(await log());
    await propose(await log());
    expect(await unread()).toEqual(["proposal.made", "proposal.made"]);
    value(await approve(manager, first));
    expect(await unread()).toEqual(["proposal.made"]);
    expect(await told(manager2)).toEqual(["TO_DECIDE proposal.made", "TO_DECIDE proposal.made"]);
  });

  test("a manager's own proposal notifies only the other managers", async () => {
    await propose(await log({}, manager), manager);
    expect(await told(manager)).toEqual([]);
    expect(await told(manager2)).toEqual(["TO_DECIDE proposal.made"]);
  });

  test("managers are notified whose account a proposal is about, and what it asks for", async () => {
    // Somebody else could decide: from now on it takes two.
    await pool().query(
      "INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, 'x', now())",
      [manager.id],
    );
    const account = {
      email: "olga@ministry.example",
      name: "Olga",
      role: "MANAGER",
      desk: [],
      sealed: false,
    };
    value(await createPerson(admin, personInput.parse({ ...account, reason: "Decides" })));
    const changes = { sealed: true, reason: "Needs them" };
    value(await changePerson(admin, { id: auditor.id, ifMatch: 1, changes }));
    expect(await inbox(manager)).toMatchObject([
      { record: { title: auditor.name }, asks: { wish: { do: "change-account" } }, changes: [] },
      { record: { title: "Olga" }, asks: { wish: { do: "create-account", account } }, changes: [] },
    ]);
    // A manager who becomes an officer may no longer see them.
    const asOfficer: Actor = { ...manager, role: "OFFICER", desk: [] };
    expect(await inbox(asOfficer)).toEqual([]);
    expect(value(await loadUnread(asOfficer))).toBe(0);
    expect(refusalOf(await loadNotice(asOfficer, await register.head()))).toBe("not-found");
    expect(await findUnreadBetween(asOfficer, { after: 0, to: await register.head() }, 10)).toEqual([]);
  });

  test("an auditor is notified of an answer to a finding, and its author of the closing", async () => {
    const { reference } = await log();
    const finding = value(
      await noteFinding(auditor, { about: `pledge:${reference}`, text: "Not in the source." }),
    );
    const entry = (ifMatch: number, text: string) => ({ finding: finding.id, ifMatch, text });
    value(await answerFinding(manager, entry(1, "On page 3.")));
    expect(await told(auditor)).toEqual(["FINDING finding.answered"]);
    expect((await inbox(auditor))[0]).toMatchObject({
      comment: "On page 3.",
      record: { reference: finding.reference },
    });
    value(await closeFinding(auditor, entry(2, "Seen.")));
    expect(await told(manager)).toEqual(["FINDING finding.closed"]);
    expect(await told(manager2)).toEqual([]);
  });

  test("many changes of one step make one notice", async () => {
    const north = await register.open(`taker-${crypto.randomUUID()}`, "OFFICER", ["SE"]);
    const giver = await register.open(`giver-${crypto.randomUUID()}`, "OFFICER", ["US"]);
    for (let n = 0; n < 21; n += 1)
      await log({ participant: "US", priority: 4, owner: giver.email }, manager);
    await watch(auditor, "participant:US");
    value(
      await handOverDesk(giver, {
        from: giver.email,
        to: north.email,
        participants: ["US"],
        note: "On leave.",
      }),
    );
    expect(await inbox(north)).toMatchObject([{ kind: "OWNER", entries: 21, action: "pledge.changed" }]);
    expect(await inbox(auditor)).toMatchObject([{ kind: "WATCHED", watch: "participant:US", entries: 21 }]);
    expect(await inbox(giver)).toHaveLength(21);
  });
});

describe("what may be read", () => {
  const SEALED = {
    contributions: [
      {
        kind: "TROOPS",
        domain: "LAND",
        location: "IN_UKRAINE",
        quantity: { kind: "SEALED", min: 4321, max: 4321, unit: "PERSON", asStated: null },
      },
    ],
  };

  test("a sealed number is shown to a reader with clearance, and hidden from others", async () => {
    for (const who of [auditor, manager2, officerNorth]) await watch(who, "participant:FR");
    await log(SEALED);
    const text = async (who: Actor) => JSON.stringify(await inbox(who));
    expect(await text({ ...manager2, sealed: true })).toContain("4321");
    for (const who of [auditor, manager2, officerNorth]) {
      expect(await text(who)).not.toMatch(/(?<![\da-f-])4321(?![\da-f-])|commitment/);
      expect(await text(who)).toContain("HIDDEN");
    }
  });

  test("a person whose role has changed reads what the new role may, an administrator nothing", async () => {
    await watch(officer, "participant:SE");
    await log({ participant: "SE" }, officerNorth);
    await log({ owner: officer.email }, manager);
    expect(await told(officer)).toHaveLength(2);
    const asAuditor: Actor = { ...officer, role: "AUDITOR", desk: [] };
    expect(await told(asAuditor)).toEqual(["WATCHED participant:SE pledge.logged"]);
    expect(value(await loadUnread(asAuditor))).toBe(1);
    const asAdmin: Actor = { ...officer, role: "ADMIN", desk: [] };
    for (const answer of [
      await loadInbox(asAdmin, ALL),
      await loadUnread(asAdmin),
      await loadInboxChoices(asAdmin),
      await loadNotice(asAdmin, await register.head()),
    ])
      expect(refusalOf(answer)).toBe("role");
  });

  test("another person's notice is not found and can't be marked", async () => {
    await watch(auditor, "participant:FR");
    await log();
    const [notice] = await inbox(auditor);
    const seq = notice?.seq ?? 0;
    expect(value(await loadNotice(auditor, seq))).toEqual(notice);
    expect(refusalOf(await loadNotice(manager, seq))).toBe("not-found");
    expect(refusalOf(await markNotices(manager, { entries: [seq], read: true }))).toBe(
      "invalid, entries.0 unknown",
    );
    expect(refusalOf(await markNotices(manager, { through: seq, read: true }))).toBe(
      "invalid, through unknown",
    );
    expect((await inbox(auditor))[0]?.isRead).toBe(false);
  });

  test("a disabled account gets no notices", async () => {
    const gone = await register.open(`gone-${crypto.randomUUID()}`, "AUDITOR");
    await watch(gone, "participant:FR");
    await register.disable(gone);
    await log();
    expect(await told(gone)).toEqual([]);
  });
});

describe("reading", () => {
  test("notices are marked one by one or all up to one, and later ones stay unread", async () => {
    await watch(auditor, "participant:FR");
    for (let n = 0; n < 3; n += 1) await log();
    const [newest, middle, oldest] = (await inbox(auditor)).map(({ seq }) => seq);
    const unread = async () => (await inbox(auditor, { show: "unread" })).map(({ seq }) => seq);
    const mark = async (wish: Parameters<typeof markNotices>[1]) => value(await markNotices(auditor, wish));
    expect(await mark({ entries: [middle ?? 0], read: true })).toEqual({ marked: 1, unread: 2 });
    expect(await mark({ entries: [middle ?? 0], read: true })).toEqual({ marked: 0, unread: 2 });
    expect(await unread()).toEqual([newest, oldest]);
    expect(await mark({ entries: [middle ?? 0], read: false })).toEqual({ marked: 1, unread: 3 });
    await log();
    expect(await mark({ through: newest ?? 0, read: true })).toEqual({ marked: 3, unread: 1 });
    expect((await inbox(auditor, { show: "read" })).map(({ seq }) => seq)).toEqual([newest, middle, oldest]);
  });

  test("old notices are deleted if they were read, or if the account is disabled", async () => {
    await watch(auditor, "participant:FR");
    const gone = await register.open(`gone-${crypto.randomUUID()}`, "AUDITOR");
    await watch(gone, "participant:FR");
    for (let n = 0; n < 3; n += 1) await log();
    const [newest, middle, oldest] = (await inbox(auditor)).map(({ seq }) => seq);
    value(await markNotices(auditor, { entries: [middle ?? 0], read: true }));
    await forgetNotices();
    expect(await inbox(auditor)).toHaveLength(3);
    await register.disable(gone);
    await forgetNotices(0);
    expect((await inbox(auditor)).map(({ seq }) => seq)).toEqual([newest, oldest]);
    expect(await inbox(gone)).toEqual([]);
  });

  test("pages follow each other without a gap, and can show one kind only", async () => {
    await watch(manager, "participant:FR");
    for (let n = 0; n < 5; n += 1) await log({ owner: n % 2 === 0 ? manager.email : null });
    const all = (await inbox(manager)).map(({ seq }) => seq);
    expect(all).toEqual([...all].sort((a, b) => b - a));
    const pages = async (cursor: string | null): Promise<number[]> => {
      const params = new URLSearchParams({ limit: "2", ...(cursor === null ? {} : { cursor }) });
      const { items, total, next } = value(await loadInbox(manager, value(noticeQuery.parse(params))));
      expect(total).toBe(5);
      return [...items.map(({ seq }) => seq), ...(next === null ? [] : await pages(next))];
    };
    expect(await pages(null)).toEqual(all);
    expect(await inbox(manager, { kind: ["OWNER"] })).toHaveLength(3);
    expect(await inbox(manager, { kind: ["WATCHED"] })).toHaveLength(2);
    expect(refusalOf(noticeQuery.parse(new URLSearchParams({ cursor: "x" })))).toBe(
      "invalid, cursor bad-cursor",
    );
  });
});

describe("choosing", () => {
  test("a kind that is switched off makes no notice, and only kinds of the role can be chosen", async () => {
    expect(value(await loadInboxChoices(officer))).toEqual({
      kinds: ["TO_DECIDE", "OWNER", "DECISION", "WATCHED"],
      digest: true,
      hour: 7,
      timeZone: null,
    });
    value(await changeChoices(officer, { kinds: ["DECISION"] }));
    await watch(officer, "participant:FR");
    await log({ owner: officer.email }, manager);
    expect(await told(officer)).toEqual([]);
    expect(refusalOf(await changeChoices(officer, { kinds: ["OWNER", "FINDING"] }))).toBe(
      "invalid, kinds.1 not-told",
    );
    expect(refusalOf(await changeChoices(admin, { hour: 8 }))).toBe("role");
    const kept = await changeChoices(officer, { hour: 18, timeZone: "America/New_York", digest: false });
    expect(value(kept)).toEqual({
      kinds: ["DECISION"],
      digest: false,
      hour: 18,
      timeZone: "America/New_York",
    });
    expect(value(await loadInboxChoices(officer))).toEqual(value(kept));
  });

  test("several choices at once, by a person who hasn't chosen before, are all kept", async () => {
    const fresh = await register.open(`fresh-${crypto.randomUUID()}`, "AUDITOR");
    const changes = [{ hour: 9 }, { digest: false }, { timeZone: "Europe/Kyiv" }, { kinds: [] }];
    await Promise.all(changes.map(async (change) => value(await changeChoices(fresh, change))));
    expect(value(await loadInboxChoices(fresh))).toEqual(Object.assign({}, ...changes));
  });
});

test("each of twelve simultaneous changes makes its notice", async () => {
  await watch(auditor, "participant:FR");
  const pledges = await Promise.all(Array.from({ length: 12 }, () => log()));
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM notice n JOIN audit.event e ON e.seq = n.seq
      WHERE n.person_id = $1 AND e.entity_id = ANY ($2::text[])`,
    [auditor.id, (await Promise.all(pledges.map(({ reference }) => idOf(reference)))).map(String)],
  );
  expect(rows[0]?.n).toBe(12);
});

async function idOf(reference: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>("SELECT id::text FROM pledge WHERE reference = $1", [
    reference,
  ]);
  return rows[0]?.id ?? "";
}

test("a write that saves nothing adds nothing to the log", async () => {
  const before = await register.head();
  expect((await write(officer, async () => ok(null))).ok).toBe(true);
  expect(await register.head()).toBe(before);
});
