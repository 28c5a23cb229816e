import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aboutName,
  aboutNamed,
  ASKABLE,
  BARE,
  causesToAsk,
  isQuestionOverdue,
  MOST_QUESTION_ENTRIES,
  QUESTION_ACTS,
  QUESTION_REFERENCE,
  questionActs,
  questionReference,
  questionState,
  whyNotAsk,
  withQuestionEntry,
  type Question,
  type QuestionAct,
} from "@/lib/domain/oversight/question";
import type { Result } from "@/lib/domain/base/result";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { admin, auditor, manager, NOW, officer, officerNorth, TODAY } from "../../support/cast";

const refusalOf = (result: Result<unknown>): string =>
  result.ok
    ? "ok"
    : [result.refusal.code, ...(result.refusal.errors ?? []).map(({ path, code }) => `${path} ${code}`)].join(
        ", ",
      );

const NOW_HERE = { today: TODAY, at: NOW };

const asked: Question = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "Q-0001",
  participant: "FR",
  priority: 3,
  pledge: "FR-3-001",
  code: "NO_WINDOW",
  askedOf: "Ministry of the Armed Forces",
  text: "From when?",
  language: "en",
  dueOn: "2026-03-01",
  authorId: officer.id,
  entries: [],
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
};

const said = (does: QuestionAct, more: object = {}) => ({ ...BARE, does, text: does, ...more });
const after = (...acts: QuestionAct[]): Question =>
  acts.reduce((question, does) => {
    const next = withQuestionEntry(manager, question, said(does), NOW_HERE);
    if (!next.ok) throw new Error(next.refusal.code);
    return next.value;
  }, asked);

const STORIES = { OPEN: after(), ANSWERED: after("answer"), WITHDRAWN: after("withdraw") } as const;

test("the last entry determines the state", () => {
  for (const [state, question] of Object.entries(STORIES)) expect(questionState(question)).toBe(state);
  expect(questionState(after("answer", "reopen"))).toBe("OPEN");
  expect(questionState(after("answer", "reopen", "withdraw"))).toBe("WITHDRAWN");
});

test("those who keep the participant's records may write, and nobody else", () => {
  const offered = (who: typeof officer) =>
    Object.fromEntries(
      Object.entries(STORIES).map(([state, question]) => [state, questionActs(who, question)]),
    );
  const keeper = { OPEN: ["answer", "withdraw"], ANSWERED: ["reopen"], WITHDRAWN: ["reopen"] };
  const reader = { OPEN: [], ANSWERED: [], WITHDRAWN: [] };
  expect([officer, manager].map(offered)).toEqual([keeper, keeper]);
  expect([officerNorth, auditor, admin].map(offered)).toEqual([reader, reader, reader]);
  const why = (who: typeof officer) => refusalOf(withQuestionEntry(who, asked, said("answer"), NOW_HERE));
  expect([officerNorth, auditor, admin].map(why)).toEqual(["another-desk", "role", "role"]);
});

test("a step that leads nowhere is refused", () => {
  const tried = (does: QuestionAct, question: Question) =>
    refusalOf(withQuestionEntry(officer, question, said(does), NOW_HERE));
  expect(
    QUESTION_ACTS.map((does) => [does, ...Object.values(STORIES).map((one) => tried(does, one))]),
  ).toEqual([
    ["answer", "ok", "no-such-step", "no-such-step"],
    ["withdraw", "ok", "no-such-step", "no-such-step"],
    ["reopen", "already-there", "ok", "ok"],
  ]);
});

test("what was written stays, whatever is written after it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...QUESTION_ACTS), { maxLength: 12 }), (acts) => {
      let question: Question = asked;
      for (const does of acts) {
        const next = withQuestionEntry(officer, question, said(does), NOW_HERE);
        expect(next.ok).toBe(questionActs(officer, question).includes(does));
        if (!next.ok) continue;
        expect(next.value.entries.slice(0, -1)).toEqual(question.entries);
        const { entries: _entries, dueOn: _dueOn, ...rest } = next.value;
        expect({ ...question, ...rest }).toEqual(question);
        question = next.value;
      }
    }),
  );
});

test("an answer can't have come after today, or be due before today", () => {
  const tried = (does: QuestionAct, more: object, question: Question = asked) =>
    refusalOf(withQuestionEntry(officer, question, said(does, more), NOW_HERE));
  expect(tried("answer", { answeredOn: TODAY })).toBe("ok");
  expect(tried("answer", { answeredOn: "2026-02-26" })).toBe("invalid, answeredOn in-future");
  expect(tried("reopen", { dueOn: TODAY }, STORIES.ANSWERED)).toBe("ok");
  expect(tried("reopen", { dueOn: "2026-02-24" }, STORIES.ANSWERED)).toBe("invalid, dueOn in-past");
  const wrong = (change: Partial<Question>) =>
    whyNotAsk({ ...asked, ...change }, TODAY).map(({ path, code }) => `${path} ${code}`);
  expect(wrong({ dueOn: TODAY })).toEqual([]);
  expect(wrong({ dueOn: null })).toEqual([]);
  expect(wrong({ dueOn: "2026-02-24" })).toEqual(["dueOn in-past"]);
});

test("reopening a question sets a new due date, and withdrawing it doesn't", () => {
  const reopened = withQuestionEntry(
    officer,
    STORIES.ANSWERED,
    said("reopen", { dueOn: "2026-04-01" }),
    NOW_HERE,
  );
  expect(reopened).toMatchObject({ ok: true, value: { dueOn: "2026-04-01" } });
  expect(after("answer", "reopen").dueOn).toBe(null);
  expect(STORIES.WITHDRAWN.dueOn).toBe(asked.dueOn);
});

test("a question is overdue from the day after its due date, as long as it is open", () => {
  expect(isQuestionOverdue(asked, "2026-03-01")).toBe(false);
  expect(isQuestionOverdue(asked, "2026-03-02")).toBe(true);
  expect(isQuestionOverdue({ ...asked, dueOn: null }, "2026-03-02")).toBe(false);
  expect(isQuestionOverdue(STORIES.ANSWERED, "2026-03-02")).toBe(false);
  expect(isQuestionOverdue(STORIES.WITHDRAWN, "2026-03-02")).toBe(false);
});

test("a question may come only from an askable item of what it is about", () => {
  for (const code of UNRESOLVED_CODES)
    for (const pledge of ["FR-3-001", null]) {
      const isAskable = (ASKABLE as readonly string[]).includes(code);
      const fits = isAskable && (code === "NO_PLEDGE") === (pledge === null);
      expect(whyNotAsk({ pledge, code, dueOn: null }, TODAY).length === 0, `${code} ${pledge}`).toBe(fits);
    }
  for (const pledge of ["FR-3-001", null])
    expect(whyNotAsk({ pledge, code: null, dueOn: null }, TODAY)).toEqual([]);
});

test("the register's own housekeeping is not asked about", () => {
  const asks = (code: (typeof UNRESOLVED_CODES)[number], ...whats: string[]) =>
    causesToAsk({ code, params: { causes: whats.map((what) => ({ what, since: TODAY })) } }).map(
      ({ what }) => what,
    );
  expect(asks("NO_OWNER", "owner", "next-action")).toEqual([]);
  expect(asks("DECISION_OPEN", "undecided")).toEqual([]);
  expect(asks("TRIGGER_WAITING", "trigger")).toEqual([]);
  expect(asks("OVERDUE", "due", "next-action")).toEqual(["due"]);
  expect(asks("OVERDUE", "next-action")).toEqual([]);
  expect(asks("CAVEAT_MISMATCH", "caveat", "location")).toEqual(["caveat"]);
  expect(asks("NO_AUTHORITY", "authority", "further-approval")).toEqual(["authority", "further-approval"]);
});

test("the subject of a question has one name", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("FR", "EU", "NATO"),
      fc.constantFrom(...PRIORITIES),
      fc.option(fc.integer({ min: 1, max: 999_999 })),
      (participant, priority, number) => {
        const pledge =
          number === null ? null : `${participant}-${String(priority)}-${String(number).padStart(3, "0")}`;
        const about = { participant, priority, pledge };
        expect(aboutNamed(aboutName(about))).toEqual(about);
      },
    ),
  );
  for (const name of [
    "",
    "FR",
    "FR-6",
    "FR-0",
    "fr-3",
    "FR-3-",
    "FR-3-01",
    "FR-3-1234567",
    "FRANCE-3",
    "FR-3-001 ",
  ])
    expect(aboutNamed(name), name).toBe(null);
});

test("references count from Q-0001", () => {
  expect([1, 42, 9_999, 10_000].map(questionReference)).toEqual(["Q-0001", "Q-0042", "Q-9999", "Q-10000"]);
  expect(QUESTION_REFERENCE.test("Q-1")).toBe(false);
});

test("a question with the most entries allowed accepts no other", () => {
  const entry = { ...said("answer"), by: officer.id, at: NOW };
  const entries = [
    ...Array.from({ length: MOST_QUESTION_ENTRIES - 1 }, () => entry),
    { ...entry, does: "reopen" as const },
  ];
  expect(refusalOf(withQuestionEntry(officer, { ...asked, entries }, said("answer"), NOW_HERE))).toBe(
    "invalid, text too-many",
  );
});
