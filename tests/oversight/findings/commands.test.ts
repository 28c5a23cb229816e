// Findings on the real database: from the note to the closing and back, two at once, and a record that stays as it is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Finding } from "@/lib/domain/oversight/finding";
import { answerFinding, closeFinding, noteFinding, reopenFinding } from "@/lib/oversight/findings/commands";
import { findingQuery } from "@/lib/oversight/findings/filter";
import {
  loadFinding,
  loadFindingCounts,
  loadFindings,
  loadFindingsOn,
  loadMeant,
} from "@/lib/oversight/findings/queries";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { logPledge } from "@/lib/pledges/pledges/commands";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let pledge: string;
beforeAll(async () => {
  register = await staffedRegister();
  pledge = value(await logPledge(register.officer, aSentPledge(), LATER)).reference;
});
afterAll(() => register.close());

const note = async (text: string, about = `pledge:${pledge}`): Promise<Finding> =>
  value(await noteFinding(register.auditor, { about, text }));
const held = ({ reference, version }: Finding, text: string) => ({
  finding: reference,
  ifMatch: version,
  text,
});
const list = async (query: string) => {
  const filter = value(findingQuery.parse(new URLSearchParams(query)));
  return value(await loadFindings(register.manager, filter));
};
const references = async (query: string) => (await list(query)).items.map(({ finding }) => finding.reference);

test("a finding is noted, answered, closed and reopened, and its record stays as it is", async () => {
  const before = value(await loadPledge(register.auditor, pledge, LATER));
  const events = await register.eventsOf(before.id);
  const noted = await note("The quote is not in the source.\nPage 3 says otherwise.");
  const answered = value(await answerFinding(register.manager, held(noted, "It is on page 4.")));
  const closed = value(await closeFinding(register.auditor, held(answered, "Seen on page 4.")));
  const reopened = value(await reopenFinding(register.auditor, held(closed, "Page 4 was replaced.")));
  expect(reopened).toMatchObject({ reference: noted.reference, version: 4, text: noted.text });

  const sheet = value(await loadFinding(register.officer, noted.reference));
  expect(sheet).toMatchObject({ state: "OPEN", may: [], about: { key: pledge, title: before.title } });
  expect(sheet.story.map(({ does, by, text }) => [does, by.role, text])).toEqual([
    ["note", "AUDITOR", "The quote is not in the source.\nPage 3 says otherwise."],
    ["answer", "MANAGER", "It is on page 4."],
    ["close", "AUDITOR", "Seen on page 4."],
    ["reopen", "AUDITOR", "Page 4 was replaced."],
  ]);
  expect(value(await loadFinding(register.manager, noted.id)).may).toEqual(["answer"]);
  expect(await register.eventsOf(noted.id)).toMatchObject([
    { action: "finding.noted", reason: null },
    { action: "finding.answered", reason: null },
    { action: "finding.closed", reason: "Seen on page 4." },
    { action: "finding.reopened", reason: "Page 4 was replaced." },
  ]);
  expect(value(await loadPledge(register.auditor, pledge, LATER))).toEqual(before);
  expect(await register.eventsOf(before.id)).toEqual(events);
});

test("each role may do what the table says, and learns nothing else", async () => {
  const { officer, manager, auditor, admin } = register;
  const said = async (does: (who: typeof officer) => Promise<Parameters<typeof refusalOf>[0]>) => {
    const all: string[] = [];
    for (const who of [officer, manager, auditor, admin]) all.push(refusalOf(await does(who)));
    return all;
  };
  const about = `pledge:${pledge}`;
  expect(await said((who) => noteFinding(who, { about, text: "So" }))).toEqual([
    "role",
    "role",
    "ok",
    "role",
  ]);
  const fresh = () => note("So");
  const closed = async () => value(await closeFinding(auditor, held(await fresh(), "Done")));
  expect(await said(async (who) => answerFinding(who, held(await fresh(), "So")))).toEqual([
    "role",
    "ok",
    "role",
    "role",
  ]);
  expect(await said(async (who) => closeFinding(who, held(await fresh(), "So")))).toEqual([
    "role",
    "role",
    "ok",
    "role",
  ]);
  expect(await said(async (who) => reopenFinding(who, held(await closed(), "So")))).toEqual([
    "role",
    "role",
    "ok",
    "role",
  ]);
  expect(await said((who) => loadFindingsOn(who, { kind: "pledge", key: pledge }))).toEqual([
    "ok",
    "ok",
    "ok",
    "role",
  ]);
  expect(await said((who) => loadFindingCounts(who))).toEqual(["ok", "ok", "ok", "role"]);
  expect(await said((who) => loadMeant(who, pledge))).toEqual(["ok", "ok", "ok", "role"]);
  const nowhere = { finding: "F-9999", ifMatch: 1, text: "So" };
  expect(await said((who) => answerFinding(who, nowhere))).toEqual(["role", "not-found", "role", "role"]);
});

test("an impossible step is refused, and so is one on an older version", async () => {
  const { manager, auditor } = register;
  const noted = await note("Seen twice.");
  expect(refusalOf(await reopenFinding(auditor, held(noted, "So")))).toBe("already-there");
  const answered = value(await answerFinding(manager, held(noted, "Yes.")));
  const late = await closeFinding(auditor, held(noted, "Fine."));
  expect(late).toMatchObject({
    refusal: { code: "version", conflict: { current: 2, changedBy: manager.name, fields: ["entries"] } },
  });
  const closed = value(await closeFinding(auditor, held(answered, "Fine.")));
  expect(refusalOf(await answerFinding(manager, held(closed, "But")))).toBe("no-such-step");
  expect(refusalOf(await closeFinding(auditor, held(closed, "Again")))).toBe("already-there");
});

test("a finding is about a record that exists", async () => {
  const head = await register.head();
  for (const about of [
    "pledge:FR-3-900",
    "participant:XX",
    "trigger:NOTHING",
    "requirement:NONE-1",
    `source:${crypto.randomUUID()}`,
  ])
    expect(refusalOf(await noteFinding(register.auditor, { about, text: "So" })), about).toBe(
      "invalid, about unknown",
    );
  expect(await register.head()).toBe(head);
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM source LIMIT 1");
  for (const about of ["participant:FR", `source:${rows[0]?.id ?? ""}`])
    expect(await note("So", about)).toMatchObject({ about: { kind: about.split(":")[0] } });
});

test("a record can be named by its reference, code or id alone, in notes and in the list", async () => {
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM source LIMIT 1");
  const source = rows[0]?.id ?? "";
  for (const [about, name] of [
    [pledge, { kind: "pledge", key: pledge }],
    [pledge.toLowerCase(), { kind: "pledge", key: pledge }],
    ["FR", { kind: "participant", key: "FR" }],
    [source, { kind: "source", key: source }],
  ] as const) {
    const noted = await note("By its short name.", about);
    expect(noted.about).toEqual(name);
    expect(await references(`about=${about}`)).toContain(noted.reference);
    expect(await references(`about=${about}`)).toEqual(await references(`about=${name.kind}:${name.key}`));
  }
  const head = await register.head();
  for (const about of ["FR-3-999", "XX", crypto.randomUUID()])
    expect(refusalOf(await noteFinding(register.auditor, { about, text: "So" })), about).toBe(
      "invalid, about unknown",
    );
  expect(await register.head()).toBe(head);
});

test("numbers follow each other without a gap, also when many note at once", async () => {
  const last = Number((await note("Before.")).reference.slice(2));
  const made = await Promise.all(Array.from({ length: 8 }, (_, i) => note(`At once ${i}.`)));
  expect(made.map(({ reference }) => Number(reference.slice(2))).sort((a, b) => a - b)).toEqual(
    made.map((_, i) => last + 1 + i),
  );
});

test("the list has what isn't closed, newest first, with filters, and in pages without a gap", async () => {
  const about = "participant:SE";
  const first = await note("The Baltic question.", about);
  const second = await note("100% of it_is missing.", about);
  const third = await note("Another.", about);
  await closeFinding(register.auditor, held(third, "Nothing more."));
  await answerFinding(register.manager, held(second, 'An answer with a "Łódź" in it.'));
  expect(await references(`about=${about}`)).toEqual([second.reference, first.reference]);
  expect(await references(`about=${about}&state=OPEN,ANSWERED,CLOSED`)).toEqual([
    third.reference,
    second.reference,
    first.reference,
  ]);
  expect(await references(`about=${about}&state=ANSWERED`)).toEqual([second.reference]);
  expect(await references("q=baltic question")).toEqual([first.reference]);
  expect(await references('q="łódź"')).toEqual([second.reference]);
  expect(await references("q=100% it_is")).toEqual([second.reference]);
  expect(await references(`q=${third.reference}&state=CLOSED`)).toEqual([third.reference]);
  expect(await references("q=nothing more&state=CLOSED")).toEqual([third.reference]);
  expect(await references(`q=${pledge}&limit=1`)).toHaveLength(1);

  const all = await references("state=OPEN,ANSWERED,CLOSED&limit=200");
  const paged: string[] = [];
  for (let cursor = ""; ;) {
    const { items, next, total } = await list(`state=OPEN,ANSWERED,CLOSED&limit=5${cursor}`);
    expect(total).toBe(all.length);
    paged.push(...items.map(({ finding }) => finding.reference));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(paged).toEqual(all);
  expect(all).toEqual(all.toSorted().reverse());
});

test("open findings are counted among the figures, and listed on their record", async () => {
  const counts = value(await loadFindingCounts(register.auditor));
  const open = await list("limit=200");
  expect(open.total).toBe(counts.OPEN + counts.ANSWERED);
  expect(value(await loadFigures(register.auditor, LATER)).findings).toBe(open.total);
  const on = value(await loadFindingsOn(register.officer, { kind: "participant", key: "SE" }));
  expect(on.findings.map(({ finding }) => finding.text)).toEqual([
    "100% of it_is missing.",
    "The Baltic question.",
  ]);
  expect(on.more).toBe(false);
});

test("the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
