import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingReference, type Finding, type FindingAct } from "@/lib/domain/oversight/finding";
import { choosableKinds, kindsOf, NOTICE_KINDS } from "@/lib/domain/notices/notice";
import { fieldsOf } from "@/lib/domain/notices/notice-fields";
import {
  notificationsOfApproval,
  notificationsOfFinding,
  notificationsOfPledge,
  notificationsOfProposal,
  notificationsOnPledge,
  type Notification,
} from "@/lib/domain/notices/notification";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { topicName, topicNamed } from "@/lib/domain/people/watch";
import { anApproval, aPledge, aProposal, everyone } from "../../support/cast";

const topicsOf = (tells: readonly Notification[]) => tells.flatMap(({ topic }) => topic ?? []);
const othersOf = (tells: readonly Notification[]) =>
  tells.filter(({ topic, settles }) => topic === undefined && settles === undefined);

describe("a pledge", () => {
  test("notifies those who watch it, its participant or its priority, the nearest topic first", () => {
    expect(topicsOf(notificationsOfPledge(null, aPledge({ reference: "FR-3-001" })))).toEqual([
      "pledge:FR-3-001",
      "participant:FR",
      "priority:3",
    ]);
    expect(topicsOf(notificationsOnPledge({ pledge: "NATO-5-012" }))).toEqual([
      "pledge:NATO-5-012",
      "participant:NATO",
      "priority:5",
    ]);
  });

  test.each([
    [null, "a@register.example", true],
    ["a@register.example", "b@register.example", true],
    ["a@register.example", "a@register.example", false],
    ["a@register.example", null, false],
    [null, null, false],
  ])("notifies an owner who is new: from %s to %s", (before, after, isTold) => {
    const tells = othersOf(notificationsOfPledge(aPledge({ owner: before }), aPledge({ owner: after })));
    expect(tells).toEqual(isTold ? [{ kind: "OWNER", email: after }] : []);
  });
});

test("an approval notifies the watchers of all pledges that it serves or has ceased to serve", () => {
  const before = anApproval({ participant: "DE", serves: ["DE-3-001", "DE-2-004"] });
  const after = anApproval({ participant: "DE", serves: ["DE-3-001"] });
  expect(new Set(topicsOf(notificationsOfApproval(before, after)))).toEqual(
    new Set(["pledge:DE-3-001", "pledge:DE-2-004", "participant:DE", "priority:3", "priority:2"]),
  );
});

test.each([
  ["OPEN", [{ kind: "TO_DECIDE", role: "MANAGER" }]],
  ["APPROVED", [{ kind: "DECISION", person: "the proposer" }]],
  ["RETURNED", [{ kind: "DECISION", person: "the proposer" }]],
  ["WITHDRAWN", []],
] as const)("a proposal that is %s notifies those it concerns", (status, concerned) => {
  const tells = notificationsOfProposal(
    aProposal({ status, proposerId: "the proposer", concerns: ["FR-3-001"] }),
  );
  expect(othersOf(tells)).toEqual(concerned);
  expect(topicsOf(tells)).toContain("pledge:FR-3-001");
  expect(tells.some(({ settles }) => settles !== undefined)).toBe(status !== "OPEN");
});

test("a proposal that is replaced only settles its own notices", () => {
  const { id, ...given } = aProposal({ status: "REPLACED" });
  expect(notificationsOfProposal({ id, ...given })).toEqual([{ kind: "TO_DECIDE", settles: id }]);
});

test.each([
  [[], []],
  [["answer"], ["the auditor"]],
  [["answer", "close"], ["by 0"]],
  [["close"], []],
  [
    ["answer", "answer", "close", "reopen"],
    ["by 0", "by 1"],
  ],
] as const)("a finding with %j notifies %j", (acts: readonly FindingAct[], people) => {
  const finding: Finding = {
    id: "1",
    reference: findingReference(1),
    about: { kind: "pledge", key: "FR-3-001" },
    text: "The quote is not in the source.",
    authorId: "the auditor",
    entries: acts.map((does, n) => ({ does, text: "So.", by: `by ${n}`, at: "2026-01-01T00:00:00.000Z" })),
    version: 1 + acts.length,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
  };
  const tells = notificationsOfFinding(finding);
  expect(othersOf(tells)).toEqual(people.map((person) => ({ kind: "FINDING", person })));
  expect(topicsOf(tells)).toContain("participant:FR");
  const aboutSource = notificationsOfFinding({ ...finding, about: { kind: "source", key: "1" } });
  expect(topicsOf(aboutSource)).toEqual([]);
});

test("a topic to watch has one name, which is read back", () => {
  for (const name of ["pledge:FR-3-001", "participant:EU", "priority:5", "trigger:US_MONITORING_ACTIVE"]) {
    const topic = topicNamed(name);
    expect(topic && topicName(topic)).toBe(name);
  }
  for (const name of [
    "",
    "pledge",
    "pledge:",
    "pledge:FR-6-001",
    "priority:6",
    "priority:03",
    "source:1",
    "constructor:FR",
  ])
    expect(topicNamed(name), name).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const topic = topicNamed(text);
      expect(topic === null || topicName(topic) === text).toBe(true);
    }),
  );
});

test("a role gets its kinds of notices, everyone those about accounts, administrators no others", () => {
  for (const actor of everyone) {
    const kinds = kindsOf(actor);
    expect(kinds.includes("WATCHED")).toBe(actor.role !== "ADMIN");
    expect(kinds.includes("TO_DECIDE")).toBe(mayKeepRecords(actor));
    expect(choosableKinds(actor)).toEqual(kinds.filter((kind) => kind !== "ACCOUNT"));
    expect(kinds).toContain("ACCOUNT");
    if (actor.role === "ADMIN") expect(kinds).toEqual(["ACCOUNT"]);
    expect(NOTICE_KINDS).toEqual(expect.arrayContaining([...kinds]));
  }
});

test("changed fields are named once, and none of a new record", () => {
  const record = { type: "pledge" as const, id: "1", version: 2, reference: null, title: null };
  const changes = ["stage", "contributions.0.quantity", "contributions.1.kind"].map((field) => ({
    field,
    from: null,
    to: 1,
  }));
  expect(fieldsOf({ changes, record })).toEqual(["stage", "contributions"]);
  expect(fieldsOf({ changes, record: { ...record, version: 1 } })).toEqual([]);
});
