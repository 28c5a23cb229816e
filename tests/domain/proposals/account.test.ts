// Who may propose and decide changes of an account, what they make of it, and when its link is shown.
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import {
  applyAccountProposal,
  decidedForAccount,
  newAccount,
  proposeForAccount,
  needsSecondPerson,
  whyNotDecideOnAccount,
  whyNotShowLink,
  withAccountChanges,
  withdrawnForAccount,
  type AccountSubject,
  type KnownAccountProposal,
  type ProposedAccountChange,
} from "@/lib/domain/proposals/account";
import type { Result } from "@/lib/domain/base/result";
import { admin, auditor, manager, manager2, NOW, officer } from "@/tests/support/cast";

const secondAdmin: Actor = { ...admin, id: "second-admin", email: "admin-2@register.example" };
const END = "2026-02-26T08:40:00.000Z";

const person = (change: Partial<Person> = {}): Person => ({
  ...newAccount(
    "the-account",
    { email: "new@register.example", name: "New", role: "OFFICER", desk: ["FR"], sealed: false },
    NOW,
  ),
  ...change,
});
const subject = (change: Partial<AccountSubject> = {}): AccountSubject => ({
  ...{ person: person(), hasWayIn: true, confidential: ["GB"] },
  ...change,
});
const TO_MANAGER: ProposedAccountChange = { do: "change-account", changes: { role: "MANAGER" } };

function proposal(change: Partial<KnownAccountProposal> = {}): KnownAccountProposal {
  const wished = { id: "a-proposal", subjectId: "the-account", wish: TO_MANAGER, basedOn: 1 };
  const made = proposeForAccount(admin, wished, "Needed.", null, NOW);
  if (!made.ok) throw new Error("refused");
  return { ...made.value, proposedBy: { name: admin.name, email: admin.email }, decidedBy: null, ...change };
}

const refusal = (result: Result<unknown> | null): string =>
  result === null || result.ok ? "ok" : result.refusal.code;

describe("proposing", () => {
  const wished = { id: "p", subjectId: "the-account", wish: TO_MANAGER, basedOn: 1 };
  test.each<[string, Actor, string]>([
    ["an administrator", admin, "ok"],
    ["a manager", manager, "role"],
    ["an auditor", auditor, "role"],
    ["an officer", officer, "role"],
  ])("%s: %s", (_who, actor, expected) => {
    expect(refusal(proposeForAccount(actor, wished, "Needed.", null, NOW))).toBe(expected);
  });
  test("needs a reason, and no other open proposal", () => {
    expect(refusal(proposeForAccount(admin, wished, null, null, NOW))).toBe("reason-missing");
    expect(refusal(proposeForAccount(admin, wished, "Needed.", proposal(), NOW))).toBe("proposal-open");
    const returned = proposal({ status: "RETURNED" });
    expect(refusal(proposeForAccount(admin, wished, "Needed.", returned, NOW))).toBe("ok");
  });
});

describe("deciding", () => {
  test.each<[string, Actor, Partial<KnownAccountProposal>, string]>([
    ["another administrator", secondAdmin, {}, "ok"],
    ["a manager", manager, {}, "ok"],
    ["who proposed it", admin, {}, "own-proposal"],
    ["whose account it is", { ...manager, id: "the-account" }, {}, "own-proposal"],
    ["an auditor", auditor, {}, "role"],
    ["an officer", officer, {}, "role"],
    ["a manager held back", { ...manager2, heldUntil: END }, {}, "held-back"],
    ["an administrator held back", { ...secondAdmin, heldUntil: END }, {}, "held-back"],
    ["a manager, after it was decided", manager, { status: "APPROVED" }, "proposal-closed"],
    ["a manager, after it was withdrawn", manager, { status: "WITHDRAWN" }, "proposal-closed"],
  ])("%s", (_who, actor, change, expected) => {
    expect(refusal(whyNotDecideOnAccount(actor, proposal(change)))).toBe(expected);
    const decision = { decision: "APPROVE", note: null } as const;
    expect(refusal(decidedForAccount(actor, proposal(change), decision, NOW))).toBe(expected);
  });
  test("sending back needs a comment", () => {
    const back = { decision: "RETURN", note: null } as const;
    expect(refusal(decidedForAccount(manager, proposal(), back, NOW))).toBe("reason-missing");
    expect(decidedForAccount(manager, proposal(), { ...back, note: "Why?" }, NOW)).toMatchObject({
      value: { status: "RETURNED", deciderId: manager.id, note: "Why?" },
    });
  });
  test.each<[string, Actor, string, string]>([
    ["its proposer", admin, "OPEN", "ok"],
    ["its proposer, after it was sent back", admin, "RETURNED", "ok"],
    ["its proposer, after it was approved", admin, "APPROVED", "proposal-closed"],
    ["another administrator", secondAdmin, "OPEN", "role"],
    ["a manager", manager, "OPEN", "role"],
  ])("%s tries to withdraw it", (_who, actor, status, expected) => {
    const one = proposal({ status: status as KnownAccountProposal["status"] });
    expect(refusal(withdrawnForAccount(actor, one))).toBe(expected);
  });
});

test.each<[string, ProposedAccountChange, AccountSubject, boolean]>([
  ["a new officer", create("OFFICER"), subject({ person: null, hasWayIn: false }), false],
  ["a new manager", create("MANAGER"), subject({ person: null, hasWayIn: false }), true],
  ["a name", { do: "change-account", changes: { name: "Other" } }, subject(), false],
  ["the role of a manager", TO_MANAGER, subject(), true],
  ["a desk with numbers", { do: "change-account", changes: { desk: ["GB"] } }, subject(), true],
  ["disabling", { do: "change-account", changes: { disabled: true } }, subject(), false],
  ["a first link", { do: "make-link" }, subject({ hasWayIn: false }), false],
  ["a link for who has a password", { do: "make-link" }, subject(), true],
  [
    "a first link of a manager",
    { do: "make-link" },
    subject({ hasWayIn: false, person: person({ role: "MANAGER", desk: [] }) }),
    true,
  ],
  ["no factor to remove", { do: "remove-factor" }, subject(), false],
  ["a factor", { do: "remove-factor" }, subject({ person: person({ secondFactorAt: NOW }) }), true],
])("%s takes two: %s", (_what, wish, about, two) => {
  expect(needsSecondPerson(wish, about)).toBe(two);
});

describe("applying", () => {
  const at = { id: "the-account", at: NOW };
  test.each<[string, ProposedAccountChange, Partial<AccountSubject>, string]>([
    ["an account that is there", create("MANAGER"), {}, "already-there"],
    ["a new one", create("MANAGER"), { person: null }, "ok"],
    ["a change of nobody", TO_MANAGER, { person: null }, "not-found"],
    ["a change of nothing", { do: "change-account", changes: { role: "OFFICER" } }, {}, "already-there"],
    ["a link of a disabled account", { do: "make-link" }, { person: person({ disabledAt: NOW }) }, "invalid"],
    ["a factor that isn't there", { do: "remove-factor" }, {}, "already-there"],
  ])("%s", (_what, wish, about, expected) => {
    expect(refusal(applyAccountProposal(subject(about), wish, at))).toBe(expected);
  });
  test("removing a factor starts the hours in which its holder decides nothing", () => {
    const about = subject({ person: person({ secondFactorAt: "2026-01-01T00:00:00.000Z" }) });
    expect(applyAccountProposal(about, { do: "remove-factor" }, at)).toMatchObject({
      value: { secondFactorAt: null, factorRemovedAt: NOW },
    });
  });
  test("a person who is no longer an officer has no desk, and disabling twice keeps the first moment", () => {
    expect(withAccountChanges(person(), { role: "MANAGER" }, NOW).desk).toEqual([]);
    const disabled = person({ disabledAt: "2026-01-01T00:00:00.000Z" });
    expect(withAccountChanges(disabled, { disabled: true }, NOW).disabledAt).toBe(disabled.disabledAt);
  });
});

describe("the link of a proposal is shown", () => {
  const approved = { status: "APPROVED", decidedAt: NOW, wish: { do: "make-link" } } as const;
  test.each<[string, Actor, Partial<KnownAccountProposal>, string, string]>([
    ["to the proposer", admin, {}, NOW, "ok"],
    ["to nobody else", secondAdmin, {}, NOW, "role"],
    ["once", admin, { linkShownAt: NOW }, NOW, "already-there"],
    ["once approved", admin, { status: "OPEN", decidedAt: null }, NOW, "no-such-step"],
    ["to the last moment", admin, {}, END, "ok"],
    ["not after a day", admin, {}, "2026-02-26T08:40:00.001Z", "no-such-step"],
  ])("%s", (_how, actor, change, at, expected) => {
    const one = proposal({ ...approved, ...change });
    expect(refusal(whyNotShowLink(actor, one, { person: person(), hasWayIn: true }, at))).toBe(expected);
  });
  test("never for a disabled account, nor for one that set its password", () => {
    const one = proposal(approved);
    const disabled = { person: person({ disabledAt: NOW }), hasWayIn: false };
    expect(refusal(whyNotShowLink(admin, one, disabled, NOW))).toBe("no-such-step");
    const created = proposal({ ...approved, wish: create("MANAGER") });
    expect(refusal(whyNotShowLink(admin, created, { person: person(), hasWayIn: true }, NOW))).toBe(
      "no-such-step",
    );
  });
});

function create(role: Person["role"]): ProposedAccountChange {
  const account = { email: "new@register.example", name: "New", role, desk: [], sealed: false };
  return { do: "create-account", account };
}
