import fc from "fast-check";
import { expect, test } from "vitest";
import {
  actsOf,
  FINDING_ACTS,
  findingReference,
  FINDING_REFERENCE,
  MOST_FINDING_ENTRIES,
  mayNoteFindings,
  stateOf,
  withEntry,
  type Finding,
  type FindingAct,
} from "@/lib/domain/oversight/finding";
import { meantBy, RECORD_KINDS, recordKey, recordKeyed } from "@/lib/domain/oversight/record-key";
import type { Result } from "@/lib/domain/base/result";
import { admin, auditor, manager, manager2, officer } from "../../support/cast";

const refusalOf = (result: Result<unknown>): string =>
  result.ok
    ? "ok"
    : [result.refusal.code, ...(result.refusal.errors ?? []).map(({ path, code }) => `${path} ${code}`)].join(
        ", ",
      );

const AT = "2026-02-25T08:40:00.000Z";
const EVERYONE = { officer, manager, manager2, auditor, admin };

const noted: Finding = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "F-0001",
  about: { kind: "pledge", key: "FR-3-001" },
  text: "The quote is not in the source.",
  authorId: auditor.id,
  entries: [],
  version: 1,
  createdAt: AT,
  updatedAt: AT,
};

const BY = { answer: manager, close: auditor, reopen: auditor };
const after = (...acts: FindingAct[]): Finding =>
  acts.reduce((finding, does) => {
    const next = withEntry(BY[does], finding, { does, text: does }, AT);
    if (!next.ok) throw new Error(next.refusal.code);
    return next.value;
  }, noted);

const STORIES = {
  OPEN: after(),
  ANSWERED: after("answer"),
  CLOSED: after("answer", "close"),
} as const;

test("the last entry determines the state", () => {
  expect(Object.entries(STORIES).map(([name, finding]) => [name, stateOf(finding)])).toEqual([
    ["OPEN", "OPEN"],
    ["ANSWERED", "ANSWERED"],
    ["CLOSED", "CLOSED"],
  ]);
  expect(stateOf(after("close"))).toBe("CLOSED");
  expect(stateOf(after("answer", "answer"))).toBe("ANSWERED");
  expect(stateOf(after("answer", "close", "reopen"))).toBe("OPEN");
});

test("auditors note, close and reopen; managers answer; nobody else writes", () => {
  expect(Object.values(EVERYONE).filter(mayNoteFindings)).toEqual([auditor]);
  const said = (who: keyof typeof EVERYONE) =>
    Object.fromEntries(
      Object.entries(STORIES).map(([state, finding]) => [
        state,
        FINDING_ACTS.map((does) => refusalOf(withEntry(EVERYONE[who], finding, { does, text: "So" }, AT))),
      ]),
    );
  const never = ["role", "role", "role"];
  expect(said("officer")).toEqual({ OPEN: never, ANSWERED: never, CLOSED: never });
  expect(said("admin")).toEqual({ OPEN: never, ANSWERED: never, CLOSED: never });
  expect(said("manager2")).toEqual({
    OPEN: ["ok", "role", "role"],
    ANSWERED: ["ok", "role", "role"],
    CLOSED: ["no-such-step", "role", "role"],
  });
  expect(said("auditor")).toEqual({
    OPEN: ["role", "ok", "already-there"],
    ANSWERED: ["role", "ok", "already-there"],
    CLOSED: ["role", "already-there", "ok"],
  });
});

test("nobody writes on both sides of a finding, whatever their role is by now", () => {
  const turned = {
    auditor: { ...auditor, role: "MANAGER" },
    manager: { ...manager, role: "AUDITOR" },
  } as const;
  expect(refusalOf(withEntry(turned.auditor, noted, { does: "answer", text: "So" }, AT))).toBe(
    "own-proposal",
  );
  expect(refusalOf(withEntry(turned.manager, after("answer"), { does: "close", text: "So" }, AT))).toBe(
    "own-proposal",
  );
  expect(
    refusalOf(withEntry({ ...turned.auditor, id: "x" }, noted, { does: "answer", text: "So" }, AT)),
  ).toBe("ok");
});

test("what is offered is what is accepted, and an entry changes nothing but the entries", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.values(EVERYONE)), fc.constantFrom(...FINDING_ACTS)), {
        maxLength: 12,
      }),
      (moves) => {
        let finding = noted;
        for (const [who, does] of moves) {
          const next = withEntry(who, finding, { does, text: "So" }, AT);
          expect(next.ok).toBe(actsOf(who, finding).includes(does));
          if (!next.ok) continue;
          expect(next.value.entries.slice(0, -1)).toEqual(finding.entries);
          expect({ ...next.value, entries: [] }).toEqual({ ...finding, entries: [] });
          finding = next.value;
        }
      },
    ),
  );
});

test("a finding with the most entries allowed accepts no other", () => {
  const entry = { does: "answer" as const, text: "So", by: manager.id, at: AT };
  const full = { ...noted, entries: Array.from({ length: MOST_FINDING_ENTRIES }, () => entry) };
  expect(refusalOf(withEntry(manager, full, entry, AT))).toBe("invalid, text too-many");
});

test("references have four digits or more", () => {
  expect([1, 4, 9_999, 10_000].map(findingReference)).toEqual(["F-0001", "F-0004", "F-9999", "F-10000"]);
  expect([1, 123_456_789].map(findingReference).every((one) => FINDING_REFERENCE.test(one))).toBe(true);
});

test("a record has one name, and any text names at most one", () => {
  const key = { pledge: "FR-3-001", participant: "FR", trigger: "CEASEFIRE_IN_FORCE", requirement: "DEMO-1" };
  for (const kind of RECORD_KINDS) {
    const name = { kind, key: kind in key ? key[kind as keyof typeof key] : noted.id };
    expect(recordKeyed(recordKey(name))).toEqual(name);
  }
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.constantFrom(...RECORD_KINDS), fc.string()).map((two) => two.join(":")),
      ),
      (text) => {
        const name = recordKeyed(text);
        expect(name === null || recordKey(name) === text).toBe(true);
      },
    ),
  );
  expect(meantBy(" fr-3-001 ")).toEqual([
    { kind: "pledge", key: "FR-3-001" },
    { kind: "requirement", key: "FR-3-001" },
  ]);
  expect(meantBy("FR").map(({ kind }) => kind)).toEqual(["participant", "trigger", "requirement"]);
  expect(meantBy("what?")).toEqual([]);
});
