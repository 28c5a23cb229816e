// Questions on the real database: from the asking to the answer and back, two at once, and a pledge that stays as it is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Question } from "@/lib/domain/oversight/question";
import { askedKey } from "@/lib/domain/oversight/question-details";
import { questionRecord } from "@/lib/domain/history/record";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { addEvidence, logPledge, retractEvidence, voidPledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import {
  answerQuestion,
  askQuestion,
  reopenQuestion,
  withdrawQuestion,
} from "@/lib/oversight/questions/commands";
import { questionQuery } from "@/lib/oversight/questions/filter";
import {
  loadAsked,
  loadOffices,
  loadQuestion,
  loadQuestionCounts,
  loadQuestions,
  loadQuestionsOn,
} from "@/lib/oversight/questions/queries";
import { questionInput } from "@/lib/oversight/questions/schema";
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
let pledge: string;
beforeAll(async () => {
  register = await staffedRegister();
  pledge = await logged();
});
afterAll(() => register.close());

const logged = async (change: object = {}): Promise<string> =>
  value(await logPledge(register.manager, aSentPledge(change), LATER)).reference;
const body = (change: object = {}) =>
  questionInput.parse({
    about: pledge,
    askedOf: "Ministry of the Armed Forces",
    text: "From when would it be available?",
    ...change,
  });
const ask = async (change: object = {}): Promise<Question> =>
  value(await askQuestion(register.officer, body(change)));
const held = ({ reference, version }: Question) => ({ question: reference, ifMatch: version });
const said = (question: Question, more: object = {}) => ({
  ...held(question),
  text: "From May on.",
  answeredOn: "2026-02-20",
  evidence: null,
  pledge: null,
  ...more,
});
const why = (question: Question, more: object = {}) => ({
  ...held(question),
  reason: "It has been asked elsewhere.",
  ...more,
});
const list = async (query: string) => {
  const filter = value(questionQuery.parse(new URLSearchParams(query)));
  return value(await loadQuestions(register.auditor, filter, LATER));
};
const references = async (query: string) =>
  (await list(query)).items.map(({ question }) => question.reference);

test("a question is asked, answered, reopened and withdrawn, and its pledge stays as it is", async () => {
  const { officer, manager, auditor } = register;
  const withPiece = value(
    await addEvidence(officer, { reference: pledge, evidence: aSentPiece({ quote: "From May on." }) }, LATER),
  );
  const evidence = withPiece.evidence.at(-1)?.id ?? "";
  const before = value(await loadPledge(auditor, pledge, LATER));
  const events = await register.eventsOf(before.id);
  const asked = await ask({ code: "NO_WINDOW", dueOn: "2100-01-12" });
  const answered = value(await answerQuestion(officer, said(asked, { evidence })));
  const reopened = value(await reopenQuestion(manager, { ...why(answered), dueOn: "2100-02-01" }));
  const withdrawn = value(await withdrawQuestion(manager, why(reopened)));
  expect(withdrawn).toMatchObject({ reference: asked.reference, version: 4, text: asked.text });

  const sheet = value(await loadQuestion(auditor, asked.reference, LATER));
  expect(sheet).toMatchObject({
    state: "WITHDRAWN",
    overdue: false,
    may: [],
    title: before.title,
    owner: before.owner,
  });
  expect(
    sheet.story.map(({ does, by, text, evidence: named, dueOn }) => [does, by.role, text, named, dueOn]),
  ).toEqual([
    ["ask", "OFFICER", "From when would it be available?", null, "2100-01-12"],
    ["answer", "OFFICER", "From May on.", evidence, null],
    ["reopen", "MANAGER", "It has been asked elsewhere.", null, "2100-02-01"],
    ["withdraw", "MANAGER", "It has been asked elsewhere.", null, null],
  ]);
  expect(value(await loadQuestion(officer, asked.id, LATER)).may).toEqual(["reopen"]);
  expect(await register.eventsOf(asked.id)).toMatchObject([
    { action: "question.asked", reason: null },
    { action: "question.answered", reason: null },
    { action: "question.reopened", reason: "It has been asked elsewhere." },
    { action: "question.withdrawn", reason: "It has been asked elsewhere." },
  ]);
  expect(value(await loadPledge(auditor, pledge, LATER))).toEqual(before);
  expect(await register.eventsOf(before.id)).toEqual(events);
});

test("each role may do what the table says, and learns nothing else", async () => {
  const { officer, officerNorth, manager, auditor, admin } = register;
  const told = async (does: (who: typeof officer) => Promise<Parameters<typeof refusalOf>[0]>) => {
    const all: string[] = [];
    for (const who of [officer, officerNorth, manager, auditor, admin]) all.push(refusalOf(await does(who)));
    return all;
  };
  const keepers = ["ok", "another-desk", "ok", "role", "role"];
  const readers = ["ok", "ok", "ok", "ok", "role"];
  const withdrawn = async () => value(await withdrawQuestion(manager, why(await ask())));
  expect(await told((who) => askQuestion(who, body()))).toEqual(keepers);
  expect(await told(async (who) => answerQuestion(who, said(await ask())))).toEqual(keepers);
  expect(await told(async (who) => withdrawQuestion(who, why(await ask())))).toEqual(keepers);
  expect(await told(async (who) => reopenQuestion(who, { ...why(await withdrawn()), dueOn: null }))).toEqual(
    keepers,
  );
  expect(await told((who) => loadQuestionCounts(who, LATER))).toEqual(readers);
  expect(await told((who) => loadQuestionsOn(who, { participant: "FR" }, LATER))).toEqual(readers);
  expect(await told((who) => loadOffices(who, "FR"))).toEqual(readers);
  expect(await told((who) => loadAsked(who, [], LATER))).toEqual(readers);
  const nowhere = { question: "Q-9999", ifMatch: 1, reason: "So" };
  expect(await told((who) => withdrawQuestion(who, nowhere))).toEqual([
    "not-found",
    "not-found",
    "not-found",
    "role",
    "role",
  ]);
});

test("a question's language is kept on record; without one, the record has no such field", async () => {
  const [told, untold] = [await ask({ language: "fr", text: "À partir de quand ?" }), await ask()];
  expect(questionRecord(told)).toMatchObject({ language: "fr" });
  expect(untold.language).toBeNull();
  expect(questionRecord(untold)).not.toHaveProperty("language");
  const sheet = value(await loadQuestion(register.auditor, told.reference, LATER));
  expect(sheet.question.language).toBe("fr");
  expect(questionInput.safeParse({ ...body(), language: "de" }).success).toBe(false);
});

test("a question is about a pledge or position that exists, with a reason and a date that fit", async () => {
  const { manager, officer } = register;
  const head = await register.head();
  const tried = async (change: object) => refusalOf(await askQuestion(officer, body(change)));
  expect(await tried({ about: "FR-3-900" })).toBe("invalid, about unknown");
  expect(await tried({ about: "XX-3" })).toBe("invalid, about unknown");
  expect(await tried({ code: "NO_PLEDGE" })).toBe("invalid, code not-about-this");
  expect(await tried({ about: "FR-1", code: "NO_WINDOW" })).toBe("invalid, code not-about-this");
  expect(await tried({ dueOn: "2020-01-01" })).toBe("invalid, dueOn in-past");
  expect(await tried({ about: "SE-1" })).toBe("another-desk");
  expect(await register.head()).toBe(head);
  const gone = await logged({ priority: 2 });
  value(await voidPledge(manager, { reference: gone, reason: "Twice.", ifMatch: 1 }, LATER));
  expect(await tried({ about: gone })).toBe("invalid, about is-void");
});

test("an answer names only evidence or a pledge that its question is about", async () => {
  const { officer, manager } = register;
  const other = value(await loadPledge(officer, await logged({ priority: 2 }), LATER));
  const asked = await ask();
  const tried = async (question: Question, more: object) =>
    refusalOf(await answerQuestion(officer, said(question, more)));
  expect(await tried(asked, { evidence: other.evidence[0]?.id })).toBe(
    "invalid, evidence not-of-this-pledge",
  );
  expect(await tried(asked, { pledge })).toBe("invalid, pledge names-evidence");
  expect(await tried(asked, { answeredOn: "2199-01-01" })).toBe("invalid, answeredOn in-future");
  const added = value(await addEvidence(officer, { reference: pledge, evidence: aSentPiece() }, LATER));
  const piece = added.evidence.at(-1)?.id ?? "";
  value(await retractEvidence(officer, { id: piece, reason: "Misread." }, LATER));
  expect(await tried(asked, { evidence: piece })).toBe("invalid, evidence is-retracted");
  expect(await tried(asked, {})).toBe("ok");

  const position = await ask({ about: "FR-5", code: "NO_PLEDGE" });
  expect(position).toMatchObject({ participant: "FR", priority: 5, pledge: null });
  expect(await tried(position, { evidence: other.evidence[0]?.id })).toBe("invalid, evidence names-a-pledge");
  expect(await tried(position, { pledge: "FR-5-900" })).toBe("invalid, pledge unknown");
  expect(await tried(position, { pledge })).toBe("invalid, pledge another-position");
  const first = await logged({ priority: 5 });
  value(await voidPledge(manager, { reference: first, reason: "Twice.", ifMatch: 1 }, LATER));
  expect(await tried(position, { pledge: first })).toBe("invalid, pledge is-void");
  expect(await tried(position, { pledge: await logged({ priority: 5 }) })).toBe("ok");
});

test("an impossible step is refused, and so is one on an older version", async () => {
  const { officer, manager } = register;
  const asked = await ask();
  expect(refusalOf(await reopenQuestion(officer, { ...why(asked), dueOn: null }))).toBe("already-there");
  const answered = value(await answerQuestion(officer, said(asked)));
  expect(await withdrawQuestion(manager, why(asked))).toMatchObject({
    refusal: { code: "version", conflict: { current: 2, changedBy: officer.name, fields: ["entries"] } },
  });
  expect(refusalOf(await answerQuestion(manager, said(answered)))).toBe("no-such-step");
  expect(refusalOf(await withdrawQuestion(manager, why(answered)))).toBe("no-such-step");
});

test("an item has one open question at a time, however many people ask at once", async () => {
  const { officer, manager } = register;
  const about = await logged({ priority: 1 });
  const many = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      askQuestion(i % 2 === 0 ? officer : manager, body({ about, code: "NO_WINDOW" })),
    ),
  );
  const [first, ...others] = many.toSorted((a, b) => Number(b.ok) - Number(a.ok));
  if (!first?.ok) throw new Error("nobody asked");
  const { reference } = first.value;
  for (const other of others)
    expect(other).toMatchObject({
      refusal: { code: "already-there", params: { because: "asked", by: reference } },
    });
  await ask({ about, code: "NO_INSTRUMENT" });
  await ask({ about });
  await ask({ about });

  const answered = value(await answerQuestion(officer, said(first.value)));
  const second = await ask({ about, code: "NO_WINDOW" });
  expect(await reopenQuestion(officer, { ...why(answered), dueOn: null })).toMatchObject({
    refusal: { code: "already-there", params: { because: "asked", by: second.reference } },
  });
  value(await withdrawQuestion(officer, why(second)));
  value(await reopenQuestion(officer, { ...why(answered), dueOn: null }));
});

test("numbers follow each other without a gap, also when many ask at once", async () => {
  const last = Number((await ask()).reference.slice(2));
  const made = await Promise.all(Array.from({ length: 8 }, (_, i) => ask({ text: `At once ${String(i)}?` })));
  expect(made.map(({ reference }) => Number(reference.slice(2))).sort((a, b) => a - b)).toEqual(
    made.map((_, i) => last + 1 + i),
  );
});

test("the list has what is open, newest first, with filters, and in pages without a gap", async () => {
  const { manager } = register;
  const about = await logged({
    participant: "DE",
    priority: 4,
    title: "Łódź brigade",
    owner: "officer@register.example",
  });
  const first = await ask({ about, text: "100% of it_is missing?", dueOn: "2100-01-01" });
  const second = await ask({ about, code: "NO_WINDOW", askedOf: "Auswärtiges Amt" });
  const third = await ask({ about: "DE-1", code: "NO_PLEDGE" });
  await withdrawQuestion(manager, why(third, { reason: "Told by the Kanzleramt." }));
  expect(await references("participant=DE")).toEqual([second.reference, first.reference]);
  expect(await references("participant=DE&state=OPEN,ANSWERED,WITHDRAWN")).toEqual([
    third.reference,
    second.reference,
    first.reference,
  ]);
  expect(await references(`about=${about}&code=NO_WINDOW`)).toEqual([second.reference]);
  expect(await references("about=DE-1&state=WITHDRAWN")).toEqual([third.reference]);
  expect(await references("about=DE-4")).toEqual([]);
  // LATER is long after every due date.
  expect(await references("participant=DE&overdue=yes")).toEqual([first.reference]);
  expect(await references("participant=DE&overdue=no")).toEqual([second.reference]);
  expect(await references("participant=DE&overdue=yes,no&priority=4")).toHaveLength(2);
  expect(await references("owner=officer@register.example&participant=DE")).toEqual([
    second.reference,
    first.reference,
  ]);
  expect(await references("owner=none&participant=DE&state=WITHDRAWN")).toEqual([third.reference]);
  expect(await references("q=100% it_is")).toEqual([first.reference]);
  expect(await references("q=łódź")).toEqual([second.reference, first.reference]);
  expect(await references("q=auswärtiges")).toEqual([second.reference]);
  expect(await references("q=kanzleramt&state=WITHDRAWN")).toEqual([third.reference]);
  expect(await references(`q=${first.reference}`)).toEqual([first.reference]);
  expect(await references("q=DE-1&state=WITHDRAWN")).toEqual([third.reference]);

  const all = await references("state=OPEN,ANSWERED,WITHDRAWN&limit=200");
  const paged: string[] = [];
  for (let cursor = ""; ;) {
    const { items, next, total } = await list(`state=OPEN,ANSWERED,WITHDRAWN&limit=7${cursor}`);
    expect(total).toBe(all.length);
    paged.push(...items.map(({ question }) => question.reference));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(paged).toEqual(all);
  expect(all).toEqual(all.toSorted().reverse());
});

test("open questions are counted among the figures, and listed with their record and item", async () => {
  const { auditor } = register;
  const counts = value(await loadQuestionCounts(auditor, LATER));
  expect((await list("limit=200")).total).toBe(counts.open);
  expect((await list("limit=200&overdue=yes")).total).toBe(counts.overdue);
  expect((await list("limit=200&state=ANSWERED")).total).toBe(counts.answered);
  expect((await list("limit=200&state=WITHDRAWN")).total).toBe(counts.withdrawn);
  expect(counts.overdue).toBe(1);
  expect(value(await loadFigures(auditor, LATER)).questions).toBe(counts.open);

  const on = value(await loadQuestionsOn(auditor, { participant: "DE" }, LATER));
  // The earliest due comes first.
  expect(on.questions.map(({ overdue }) => overdue)).toEqual([true, false]);
  const [first, second] = on.questions.map(({ question }) => question);
  if (!first || !second) throw new Error("nothing is open");
  expect(value(await loadQuestionsOn(auditor, first, LATER)).questions).toHaveLength(2);
  const item = { participant: "DE", priority: 4 as const, reference: first.pledge };
  const asked = value(
    await loadAsked(
      auditor,
      [
        { ...item, code: "NO_WINDOW" },
        { ...item, code: "NO_INSTRUMENT" },
        { ...item, reference: null, code: "NO_PLEDGE" },
      ],
      LATER,
    ),
  );
  expect([...asked.keys()]).toEqual([askedKey({ ...item, pledge: item.reference }, "NO_WINDOW")]);
  expect([...asked.values()]).toMatchObject([{ reference: second.reference, dueOn: null, overdue: false }]);
  expect(value(await loadOffices(auditor, "DE"))).toEqual([
    "Ministry of the Armed Forces",
    "Auswärtiges Amt",
  ]);
});

test("the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
