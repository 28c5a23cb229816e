import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unstatedIn } from "@/lib/domain/base/field";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import { write } from "@/lib/db/write";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ok, type Result } from "@/lib/domain/base/result";
import { loadHistory } from "@/lib/pledges/pledges/queries";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { admin, auditor, manager } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;
let pledge: Pledge;
let other: Pledge;
let approval: string;

beforeAll(async () => {
  register = await filledRegister({ seed: 3, pledges: 30 });
  const free = register.pledges.filter(
    ({ reference, contributions, voided }) =>
      voided === null &&
      contributions.length > 0 &&
      register.approvals.every(({ serves }) => !serves.includes(reference)),
  );
  pledge = sure(free[0]);
  other = sure(free.find(({ reference }) => reference !== pledge.reference));
  approval = await live();
});
afterAll(() => register.end());

test("the history has everything that happened, newest first, with old and new values", async () => {
  const entries = await history(pledge.reference);
  expect(entries.map(({ action }) => action)).toEqual([
    "approval.changed",
    "comment.written",
    "approval.changed",
    "pledge.changed",
    "pledge.logged",
  ]);
  const [left, comment, begun, changed, logged] = entries;
  expect(changed).toMatchObject({
    actor: { name: "manager", role: "MANAGER" },
    reason: "the ministry wrote",
    comment: null,
    changes: [
      { field: "title", from: pledge.title, to: "Another title" },
      { field: "contributions.0.quantity", to: { kind: "AT_LEAST", min: 40 } },
    ],
  });
  expect(comment).toMatchObject({ comment: "Asked again by telephone", changes: [], about: null });
  expect(begun).toMatchObject({
    about: "Parliament",
    changes: [{ field: "serves", to: [pledge.reference] }],
  });
  expect(left).toMatchObject({ changes: [{ field: "serves", from: [pledge.reference], to: [] }] });
  expect(logged?.changes.find(({ field }) => field === "title")).toEqual({
    field: "title",
    from: null,
    to: pledge.title,
  });
});

test("what happened to an approval before it served the pledge is in another pledge's history", async () => {
  const entries = await history(other.reference);
  expect(entries.filter(({ about }) => about !== null).map(({ action }) => action)).toEqual([
    "approval.changed",
    "approval.recorded",
  ]);
});

test("the history contains no salts", async () => {
  expect(JSON.stringify(await history(pledge.reference))).not.toContain("salt");
});

test("pages follow each other without a gap", async () => {
  const all = await history(pledge.reference);
  const seen: HistoryEntry[] = [];
  for (let cursor: string | null = null; ;) {
    const page: { items: HistoryEntry[]; next: string | null } = value(
      await loadHistory(auditor, pledge.reference, { cursor, limit: 2 }, register.at),
    );
    seen.push(...page.items);
    cursor = page.next;
    if (cursor === null) break;
  }
  expect(seen).toEqual(all);
});

test("a wrong cursor, an unknown pledge and an administrator are refused", async () => {
  const asked = { cursor: null, limit: 50 };
  expect(await loadHistory(manager, pledge.reference, { cursor: "x", limit: 50 }, register.at)).toMatchObject(
    {
      refusal: { code: "invalid", errors: [{ path: "cursor", code: "bad-cursor" }] },
    },
  );
  expect(await loadHistory(manager, "FR-1-999", asked, register.at)).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect(await loadHistory(admin, pledge.reference, asked, register.at)).toMatchObject({
    refusal: { code: "role" },
  });
});

/** A pledge is changed, gets an approval that another one had, gets a comment, and loses the approval. */
async function live(): Promise<string> {
  const person = { ...manager, id: randomUUID() };
  const id = randomUUID();
  const now = register.at;
  const serving = async (serves: string[]): Promise<void> => {
    value(
      await write(person, async (tx) => {
        const before = await tx.approvals.lock(id);
        return ok(
          await tx.save("approval", before, { ...sure(before), serves }, { action: "approval.changed" }),
        );
      }),
    );
  };
  value(
    await write(THE_REGISTER, async (tx) => {
      const account = { id: person.id, email: person.email, name: person.name, role: person.role, desk: [] };
      const times = {
        sealed: false,
        disabledAt: null,
        secondFactorAt: null,
        language: null,
        aloneAt: null,
        factorRemovedAt: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      return ok(await tx.save("person", null, { ...account, ...times }, { action: "person.created" }));
    }),
  );
  value(
    await write(person, async (tx) => {
      const step = {
        id,
        participant: other.participant,
        kind: "PARLIAMENT_VOTE",
        body: "Parliament",
      } as const;
      const state = { ...unstatedIn(APPROVAL_FIELDS), status: "REQUIRED" } as const;
      const record = {
        ...step,
        ...state,
        serves: [other.reference],
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      return ok(await tx.save("approval", null, record, { action: "approval.recorded" }));
    }),
  );
  value(
    await write(person, async (tx) => {
      const before = sure(await tx.pledges.lock(pledge.reference));
      const quantity = { kind: "AT_LEAST", min: 40, max: null, unit: "PERSON", asStated: null } as const;
      const contributions = before.contributions.map((line, index) =>
        index === 0 ? { ...line, quantity } : line,
      );
      const after = { ...before, title: "Another title", contributions };
      return ok(
        await tx.save("pledge", before, after, { action: "pledge.changed", reason: "the ministry wrote" }),
      );
    }),
  );
  await serving([pledge.reference]);
  value(
    await write(person, async (tx) => {
      const comment = {
        id: randomUUID(),
        pledge: pledge.reference,
        authorId: person.id,
        text: "Asked again by telephone",
      };
      return ok(
        await tx.save(
          "comment",
          null,
          { ...comment, version: 1, createdAt: now },
          { action: "comment.written" },
        ),
      );
    }),
  );
  await serving([]);
  return id;
}

async function history(reference: string): Promise<HistoryEntry[]> {
  expect(approval).not.toBe("");
  return value(await loadHistory(auditor, reference, { cursor: null, limit: 50 }, register.at)).items;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function sure<T>(one: T | null | undefined): T {
  if (one === null || one === undefined) throw new Error("not there");
  return one;
}
