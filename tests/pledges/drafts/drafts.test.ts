// Drafted pledges on the real database: proposed by anyone who keeps records, settled by the desk, on record only then.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import { acceptDraft } from "@/lib/pledges/drafts/accept";
import { changeDraft, proposeDrafts, setDraftState } from "@/lib/pledges/drafts/commands";
import {
  countDraftsElsewhere,
  isRead,
  loadDraft,
  loadDrafts,
  loadDraftsOf,
  loadStatement,
} from "@/lib/pledges/drafts/queries";
import { DRAFT_LIMITS, draftParameters, draftsInput } from "@/lib/pledges/drafts/schema";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { loadHistory, loadPledge } from "@/lib/pledges/pledges/queries";
import { recordSource } from "@/lib/pledges/sources/commands";
import { sourceInput } from "@/lib/pledges/sources/schema";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";
import { aSource, triggerEvidenceBody } from "../../support/bodies";

const TEXT =
  "France will train 200 sappers if there is a ceasefire and the Senate agrees. Sweden might send ships. Germany will send no soldiers.";
const place = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const GRADED = { kind: "OFFICIAL_STATEMENT", reliability: "B", credibility: 2 } as const;
const GRADE = { ...GRADED, changes: {}, owner: null };

let register: StaffedRegister;
let source: string;
beforeAll(async () => {
  register = await staffedRegister();
  const sent = sourceInput.parse({ ...aSource, text: TEXT });
  source = value(await recordSource(register.officer, sent)).id;
  const ceasefire = {
    code: "CEASEFIRE",
    title: "A ceasefire is in force",
    state: "NOT_MET",
    evidence: [triggerEvidenceBody],
  };
  value(await recordTrigger(register.manager, triggerInput.parse(ceasefire)));
});
afterAll(() => register.close());

let titles = 0;
const aDraft = (more: object = {}) => ({
  source,
  participant: "FR",
  priority: 2,
  says: "WILL",
  span: place("France will train 200 sappers if there is a ceasefire and the Senate agrees."),
  title: `Train sappers ${String((titles += 1))}`,
  contributions: [
    {
      kind: "TRAINING",
      domain: "UNSTATED",
      location: "UNSTATED",
      quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: "200 sappers" },
    },
  ],
  conditions: [
    { span: place("if there is a ceasefire"), trigger: "CEASEFIRE" },
    { span: place("the Senate agrees"), approval: { kind: "PARLIAMENT_VOTE", body: "Senate" } },
    { span: place("200 sappers"), trigger: null },
  ],
  ...more,
});
const proposing = (who: Actor, ...drafts: object[]) => proposeDrafts(who, draftsInput.parse({ drafts }));
const proposed = async (more: object = {}, who = register.officer) => {
  const [made] = value(await proposing(who, aDraft(more)));
  if (!made) throw new Error("nothing was proposed");
  return made;
};
const open = (who: Actor, more: object = {}) => loadDrafts(who, draftParameters.parse({ source, ...more }));
const errorsOf = (result: Awaited<ReturnType<typeof proposing>>) =>
  result.ok ? [] : (result.refusal.errors ?? []).map(({ path, code }) => `${path} ${code}`);

test("a draft is not on record: nothing of it is in the log", async () => {
  const before = await register.head();
  const { id } = await proposed();
  expect(await register.head()).toBe(before);
  expect(await register.count("pledge")).toBe(0);
  expect(value(await open(register.officer)).map((draft) => draft.id)).toContain(id);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("an accepted draft becomes a pledge, with its words as evidence, its condition, and the rest as a comment", async () => {
  const { id, content } = await proposed();
  const { reference } = value(await acceptDraft(register.officer, { id, ifMatch: 1, ...GRADE }, LATER));
  const pledge = value(await loadPledge(register.auditor, reference, LATER));
  const [piece] = pledge.evidence;
  expect(pledge).toMatchObject({ title: content.title, stage: "PLEDGED", participant: "FR", priority: 2 });
  expect(piece).toMatchObject({ ...GRADED, span: content.span, quote: TEXT.slice(0, content.span.end) });
  expect(pledge.condition).toMatchObject({ trigger: "CEASEFIRE", basis: "STATED", evidence: [piece?.id] });
  expect(pledge.furtherApproval).toBe("YES");
  expect(pledge.approvals).toMatchObject([{ kind: "PARLIAMENT_VOTE", body: "Senate", status: "REQUIRED" }]);
  const { items } = value(await loadHistory(register.auditor, reference, { cursor: null, limit: 10 }, LATER));
  expect(items.flatMap(({ comment }) => comment ?? [])).toEqual(["200 sappers"]);
  expect(await register.eventsOf(pledge.id)).toMatchObject([
    { action: "pledge.logged", actor: register.officer.name },
  ]);
  expect(value(await loadDraft(register.officer, id))).toMatchObject({
    state: "ACCEPTED",
    pledge: reference,
    version: 2,
  });
  expect(refusalOf(await acceptDraft(register.officer, { id, ifMatch: 2, ...GRADE }, LATER))).toBe(
    "already-there",
  );
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("a draft can be changed as it is accepted, with the same checks, and gets an owner", async () => {
  const { officer } = register;
  const { id } = await proposed({ priority: null });
  const accept = (changes: object) =>
    acceptDraft(officer, { id, ifMatch: 1, ...GRADED, changes, owner: officer.email }, LATER);
  expect(refusalOf(await accept({ priority: 3, participant: "SE" }))).toBe("another-desk");
  expect(await accept({ priority: 3, repeats: "FR-3-999" })).toMatchObject({
    refusal: { errors: [{ path: "repeats", code: "unknown" }] },
  });
  const said = { priority: 3 as const, says: "MAY" as const, title: "Sappers, perhaps" };
  const { reference } = value(await accept(said));
  expect(value(await loadPledge(officer, reference, LATER))).toMatchObject({
    priority: 3,
    stage: "SIGNALLED",
    title: "Sappers, perhaps",
    owner: officer.email,
  });
  expect(value(await loadDraft(officer, id)).content).toMatchObject(said);
});

test("a MAY becomes a signalled pledge, and a WONT a declined one with its words as the reason", async () => {
  const may = await proposed({ says: "MAY" });
  const wont = await proposed({
    says: "WONT",
    participant: "DE",
    span: place("Germany will send no soldiers."),
    contributions: [],
    conditions: [],
  });
  const accept = async (id: string) =>
    value(await acceptDraft(register.officer, { id, ifMatch: 1, ...GRADE }, LATER));
  expect(await accept(may.id)).toMatchObject({ stage: "SIGNALLED" });
  const declined = await accept(wont.id);
  expect(declined).toMatchObject({ stage: "DECLINED", stageReason: "Germany will send no soldiers." });
  const { context } = value(await loadStatement(register.officer, source));
  expect(context.earlier.map(({ reference }) => reference)).not.toContain(declined.reference);
});

test("words that repeat a pledge become its evidence, and no second pledge", async () => {
  const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
  const pledges = await register.count("pledge");
  const { id } = await proposed({ repeats: reference });
  const after = value(await acceptDraft(register.officer, { id, ifMatch: 1, ...GRADE }, LATER));
  expect(after.reference).toBe(reference);
  expect(after.evidence).toHaveLength(2);
  expect(await register.count("pledge")).toBe(pledges);
});

test("words aren't accepted as evidence of a pledge that says the opposite, as corrected or as read", async () => {
  const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
  const { id } = await proposed({ repeats: reference });
  const accept = (changes: object) =>
    acceptDraft(register.officer, { id, ifMatch: 1, ...GRADED, changes, owner: null }, LATER);
  const opposite = { refusal: { errors: [{ path: "repeats", code: "says-the-opposite" }] } };
  expect(await accept({ says: "WONT" })).toMatchObject(opposite);
  const wont = value(await accept({ says: "WONT", repeats: null }));
  expect(wont).toMatchObject({ stage: "DECLINED" });
  const will = await proposed({ says: "WONT", repeats: wont.reference });
  const held = { id: will.id, ifMatch: 1, ...GRADED, owner: null };
  expect(await acceptDraft(register.officer, { ...held, changes: { says: "MAY" } }, LATER)).toMatchObject(
    opposite,
  );
  const same = value(await acceptDraft(register.officer, { ...held, changes: {} }, LATER));
  expect(same.reference).toBe(wont.reference);
  expect(same.evidence).toHaveLength(2);
});

test("another desk can propose a draft and see it, but not change or accept it", async () => {
  const { officer, officerNorth, manager, auditor, admin } = register;
  const { id, content } = await proposed({}, officerNorth);
  const held = { id, ifMatch: 1 };
  expect(value(await open(officerNorth)).map((draft) => draft.id)).toEqual([id]);
  expect(value(await open(officer)).map((draft) => draft.id)).toContain(id);
  const other = await proposed();
  expect(refusalOf(await loadDraft(officerNorth, other.id))).toBe("not-found");
  for (const refused of [
    await acceptDraft(officerNorth, { ...held, ...GRADE }, LATER),
    await changeDraft(officerNorth, { ...held, content }),
    await setDraftState(officerNorth, { ...held, state: "ASIDE" }),
    await changeDraft(officer, { ...held, content: { ...content, participant: "SE" } }),
  ])
    expect(refusalOf(refused)).toBe("another-desk");
  for (const who of [auditor, admin]) {
    expect(refusalOf(await proposing(who, aDraft()))).toBe("role");
    expect(refusalOf(await open(who))).toBe("role");
    expect(refusalOf(await acceptDraft(who, { ...held, ...GRADE }, LATER))).toBe("role");
  }
  expect(value(await acceptDraft(manager, { ...held, ...GRADE }, LATER)).participant).toBe("FR");
});

test("a draft that was set aside isn't listed until it is reopened, and an older version changes nothing", async () => {
  const { officer } = register;
  const { id, content } = await proposed();
  const aside = value(await setDraftState(officer, { id, ifMatch: 1, state: "ASIDE" }));
  expect(aside).toMatchObject({ state: "ASIDE", version: 2 });
  expect(value(await open(officer)).some((draft) => draft.id === id)).toBe(false);
  expect(value(await open(officer, { state: "ASIDE" })).map((draft) => draft.id)).toEqual([id]);
  expect(refusalOf(await acceptDraft(officer, { id, ifMatch: 2, ...GRADE }, LATER))).toBe("already-there");
  expect(refusalOf(await setDraftState(officer, { id, ifMatch: 1, state: "OPEN" }))).toBe("version");
  value(await setDraftState(officer, { id, ifMatch: 2, state: "OPEN" }));
  const changed = value(await changeDraft(officer, { id, ifMatch: 3, content: { ...content, priority: 3 } }));
  expect(changed).toMatchObject({ version: 4, content: { priority: 3 } });
});

test("the same draft of the same text is proposed once, also after it was set aside", async () => {
  const sent = aDraft();
  const [first] = value(await proposing(register.officer, sent));
  value(await setDraftState(register.officer, { id: first?.id ?? "", ifMatch: 1, state: "ASIDE" }));
  const [again] = value(await proposing(register.manager, sent));
  expect(again).toMatchObject({ id: first?.id, state: "ASIDE", version: 2 });
});

test("a draft without a participant is its proposer's and the managers', and needs one to be accepted", async () => {
  const { officer, officerNorth, manager } = register;
  const { id, content } = await proposed({ participant: null }, officerNorth);
  expect(refusalOf(await loadDraft(officer, id))).toBe("not-found");
  expect(refusalOf(await acceptDraft(officer, { id, ifMatch: 1, ...GRADE }, LATER))).toBe("another-desk");
  expect(await acceptDraft(manager, { id, ifMatch: 1, ...GRADE }, LATER)).toMatchObject({
    refusal: { errors: [{ path: "participant", code: "required" }] },
  });
  const said = { id, ifMatch: 1, content: { ...content, participant: "SE" } };
  value(await changeDraft(officerNorth, said));
  value(await acceptDraft(officerNorth, { id, ifMatch: 2, ...GRADE }, LATER));
});

test("a draft that lacks something is refused at its field, and stays open", async () => {
  const { id } = await proposed({ priority: null });
  const refused = await acceptDraft(register.officer, { id, ifMatch: 1, ...GRADE }, LATER);
  expect(refused).toMatchObject({ refusal: { errors: [{ path: "priority", code: "required" }] } });
  const weak = { ...GRADE, kind: "INTERNAL_NOTE" as const };
  const firm = await proposed();
  expect(refusalOf(await acceptDraft(register.officer, { id: firm.id, ifMatch: 1, ...weak }, LATER))).toBe(
    "evidence-missing",
  );
  expect(value(await loadDraft(register.officer, firm.id))).toMatchObject({
    state: "OPEN",
    version: 1,
  });
});

test("open drafts of other desks are counted for everyone who keeps records", async () => {
  const { officer, officerNorth, manager } = register;
  const { id } = value(
    await recordSource(officer, sourceInput.parse({ ...aSource, text: `${TEXT} Again.` })),
  );
  const of = (participant: string | null) => aDraft({ source: id, participant, conditions: [] });
  const drafts = value(await proposing(officer, of("FR"), of("FR"), of("SE"), of(null)));
  const whole = await register.open("drafts-nobody", "OFFICER", []);
  const counts = () =>
    Promise.all([officer, officerNorth, whole, manager].map((who) => countDraftsElsewhere(who, id)));
  expect(await counts()).toEqual([1, 2, 3, 0]);
  expect(value(await loadDraftsOf(officerNorth, id))).toHaveLength(1);
  const french = drafts.find(({ content }) => content.participant === "FR")?.id ?? "";
  value(await setDraftState(officer, { id: french, ifMatch: 1, state: "ASIDE" }));
  expect(await counts()).toEqual([1, 1, 2, 0]);
});

test("a text counts as read when all its drafts are with another desk and settled", async () => {
  const { officer, officerNorth, auditor } = register;
  const { id } = value(
    await recordSource(officer, sourceInput.parse({ ...aSource, text: `${TEXT} Settled.` })),
  );
  expect(await isRead(officerNorth, id)).toBe(false);
  const [draft] = value(await proposing(officer, aDraft({ source: id, participant: "FR", conditions: [] })));
  value(await setDraftState(officer, { id: draft?.id ?? "", ifMatch: 1, state: "ASIDE" }));
  expect(value(await loadDraftsOf(officerNorth, id))).toEqual([]);
  expect(await countDraftsElsewhere(officerNorth, id)).toBe(0);
  expect([await isRead(officerNorth, id), await isRead(auditor, id)]).toEqual([true, false]);
});

test("words that cut a letter in two are refused", async () => {
  const text = "France will train sappers if 𝐚ll agree.";
  const sent = sourceInput.parse({ ...aSource, text });
  const { id } = value(await recordSource(register.officer, sent));
  const start = text.indexOf("𝐚") + 1;
  const whole = { start: 0, end: text.length };
  const of = (span: object) => aDraft({ source: id, span: whole, conditions: [{ span, trigger: null }] });
  const cut = of({ start, end: text.length - 1 });
  expect(
    errorsOf(await proposing(register.officer, cut, of({ start: start - 1, end: text.length - 1 }))),
  ).toEqual(["drafts.0.conditions.0.span not-at-its-place"]);
});

test("words that aren't there, and names that aren't on record, are refused at their field", async () => {
  const { reference } = value(
    await logPledge(register.officerNorth, { ...aSentPledge(), participant: "SE" }, LATER),
  );
  const beyond = { start: TEXT.length - 1, end: TEXT.length + 1 };
  const refused = await proposing(
    register.officer,
    aDraft({ span: beyond, participant: "XX", jointWith: ["YY"] }),
    aDraft({ source: randomUUID() }),
    aDraft({ conditions: [{ span: beyond, trigger: "NOWHERE" }], repeats: "FR-3-999" }),
    aDraft({ repeats: reference }),
  );
  expect(errorsOf(refused)).toEqual([
    "drafts.0.participant unknown",
    "drafts.0.jointWith.0 unknown",
    "drafts.0.span not-at-its-place",
    "drafts.1.source no-captured-text",
    "drafts.2.conditions.0.span not-at-its-place",
    "drafts.2.conditions.0.trigger unknown",
    "drafts.2.repeats unknown",
    "drafts.3.repeats another-participant",
  ]);
});

test("a draft has limits everywhere, and takes no sealed number", () => {
  const faults = (more: object) => {
    const parsed = draftsInput.safeParse({ drafts: [aDraft(more)] });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.slice(2).join("."));
  };
  expect(faults({})).toEqual([]);
  expect(faults({ span: { start: 5, end: 5 } })).toEqual(["span.end"]);
  expect(faults({ span: { start: 0, end: 4_001 } })).toEqual(["span.end"]);
  expect(faults({ title: "x".repeat(121) })).toEqual(["title"]);
  expect(faults({ evidence: [] })).toEqual([""]);
  expect(faults({ windowStart: "2026-03-02", windowEnd: "2026-03-01" })).toEqual(["windowEnd"]);
  const [line] = aDraft().contributions;
  const sealed = { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null };
  expect(faults({ contributions: [{ ...line, quantity: sealed }] })).toEqual([]);
  expect(faults({ contributions: [{ ...line, quantity: { ...sealed, sealed: "12" } }] })).toEqual([
    "contributions.0.quantity",
  ]);
  expect(faults({ contributions: Array(DRAFT_LIMITS.contributions + 1).fill(line) })).toEqual([
    "contributions",
  ]);
  const condition = { span: place("ceasefire"), trigger: null };
  expect(faults({ conditions: Array(DRAFT_LIMITS.conditions + 1).fill(condition) })).toEqual(["conditions"]);
  expect(draftsInput.safeParse({ drafts: Array(DRAFT_LIMITS.sent + 1).fill(aDraft()) }).success).toBe(false);
});

test("the largest draft fits", async () => {
  const long = (length: number) => '"'.repeat(length);
  const caveats = Array(DRAFT_LIMITS.caveats).fill({ category: "OTHER", text: long(DRAFT_LIMITS.caveat) });
  const [line] = aDraft().contributions;
  const largest = {
    title: long(120),
    summary: long(2_000),
    authorisedBy: long(200),
    nextAction: long(300),
    contributions: Array(DRAFT_LIMITS.contributions).fill({ ...line, caveats }),
  };
  expect((await proposed(largest)).content.contributions).toHaveLength(DRAFT_LIMITS.contributions);
});
