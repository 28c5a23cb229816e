// Rules of the domain that concern a single row hold in SQL as well.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { ROLES } from "@/lib/domain/people/actor";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { ENDS, QUANTITY_KINDS, type Quantity } from "@/lib/domain/pledge/quantity";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { aContribution, aPiece, aPledge, anApproval, aProposal, france } from "@/tests/support/cast";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS, type Contribution } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_KINDS, type Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { HANDLINGS } from "@/lib/domain/pledge/pledge-fields";
import { change, logged, openRegister, type TestRegister } from "../register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

/** Untyped, so that the database can be given what the types forbid. */
type Wrong<T> = { [K in keyof T]?: unknown };

const logs = (made: Wrong<Pledge>) =>
  change(register.manager, (tx) => logged(tx, register.source, made as Partial<Pledge>));
const withLine = (line: Wrong<Contribution>) =>
  logs({ contributions: [aContribution(line as Partial<Contribution>)] });
const withPiece = (piece: Wrong<Evidence>) =>
  logs({ evidence: [aPiece("MEDIA_REPORT", piece as Partial<Evidence>)] });
const CHECK = { code: "23514" };

describe("a pledge", () => {
  test.each<[string, Wrong<Pledge>]>([
    ["has a stage that exists", { stage: "PROMISED" }],
    ["has a window in order", { windowStart: "2026-03-02", windowEnd: "2026-03-01" }],
    ["is declined with a reason", { stage: "DECLINED" }],
    ["is withdrawn with a reason", { stage: "WITHDRAWN" }],
    ["lapses with a reason", { stage: "LAPSED" }],
    ["is suspended with a reason", { stage: "SUSPENDED", suspendedFrom: "PLEDGED" }],
    ["is suspended from somewhere", { stage: "SUSPENDED", stageReason: "x" }],
    ["is suspended from an open stage", { stage: "SUSPENDED", stageReason: "x", suspendedFrom: "LAPSED" }],
    ["is suspended when it says from where", { suspendedFrom: "PLEDGED" }],
    ["is superseded by something", { stage: "SUPERSEDED" }],
    ["is voided with a reason", { voided: { at: "2026-01-01T00:00:00.000Z", reason: null } }],
    ["needs further approval or not, or nobody knows", { furtherApproval: "MAYBE" }],
    ["is public or the coalition's", { handling: "SECRET" }],
    ["has a title", { title: "" }],
    ["has a title of some length", { title: "x".repeat(501) }],
  ])("%s", async (_rule, made) => {
    await expect(logs(made)).rejects.toMatchObject(CHECK);
  });

  test("has a successor that exists", async () => {
    await expect(logs({ stage: "SUPERSEDED", supersededBy: "FR-3-999" })).rejects.toMatchObject({
      code: "23503",
    });
  });

  test("is of a participant and a priority that exist", async () => {
    const tampered = (fields: Partial<Pledge>) =>
      change(register.manager, (tx) =>
        tx.save("pledge", null, { ...aPledge(), ...fields, evidence: [] }, { action: "pledge.logged" }),
      );
    await expect(tampered({ participant: "XX", reference: "XX-3-001" })).rejects.toMatchObject({
      code: "23503",
    });
    await expect(tampered({ priority: 6 as 1, reference: "FR-6-001" })).rejects.toMatchObject(CHECK);
    await expect(tampered({ reference: "FR-3-1" })).rejects.toMatchObject(CHECK);
    await expect(tampered({ reference: "DE-3-001" })).rejects.toMatchObject(CHECK);
    await expect(tampered({ reference: "FR-3-004" })).rejects.toThrow(/before FR-3-004 a number is missing/);
  });

  test("the padding of references gives 999 and then 1000", async () => {
    const { rows } = await pool().query<{ ok: boolean }>(
      "SELECT lpad('999', greatest(3, length('999')), '0') = '999' AND lpad('1000', greatest(3, length('1000')), '0') = '1000' AS ok",
    );
    expect(rows[0]?.ok).toBe(true);
  });
});

describe("a quantity", () => {
  const ends: [number | null, number | null][] = [
    [null, null],
    [1, null],
    [null, 1],
    [1, 1],
    [1, 2],
    [2, 1],
  ];
  const cases = QUANTITY_KINDS.flatMap((kind) => ends.map(([min, max]) => ({ kind, min, max })));

  test.each(cases)(
    "$kind [$min, $max] is on record exactly when its kind has these ends",
    async ({ kind, min, max }) => {
      const quantity: Quantity = { kind, min, max, unit: "PERSON", asStated: null };
      const logging = withLine({ quantity });
      await (hasItsEnds(quantity)
        ? expect(logging).resolves.toBeTruthy()
        : expect(logging).rejects.toMatchObject(CHECK));
    },
  );

  test.each([-1, 1_000_000_000_000])("isn't %d", async (n) => {
    const quantity = { kind: "EXACT", min: n, max: n, unit: "PERSON", asStated: null };
    await expect(withLine({ quantity })).rejects.toMatchObject(CHECK);
  });

  test("is no fraction", async () => {
    const quantity = { kind: "EXACT", min: 1.5, max: 1.5, unit: "PERSON", asStated: null };
    await expect(withLine({ quantity })).rejects.toThrow(/BigInt/);
  });
});

const sum = (kind: string, min: unknown, max: unknown) => ({
  kind,
  min,
  max,
  currency: "EUR",
  asStated: null,
});

/** An amount where it is stored as one value. */
test.each<[Wrong<object>, boolean]>([
  [{ amount: "1.50", currency: "EUR" }, true],
  [{ amount: "1.50", currency: "EUR", asStated: "one and a half" }, true],
  [sum("UP_TO", "0", "2"), true],
  [sum("AT_LEAST", "1", null), true],
  [sum("RANGE", "1", "1.5"), true],
  [sum("APPROXIMATE", "1.5", "1.5"), true],
  [{ amount: "-1", currency: "EUR" }, false],
  [{ amount: "1", currency: "euro" }, false],
  [{ amount: "1" }, false],
  [{ ...sum("UP_TO", "0", "2"), amount: "2" }, false],
  [sum("EXACT", "1", "1"), false],
  [sum("SEALED", "1", "1"), false],
  [sum("UP_TO", "1", "2"), false],
  [sum("UP_TO", null, "2"), false],
  [sum("AT_LEAST", "1", "2"), false],
  [sum("AT_LEAST", null, null), false],
  [sum("RANGE", "2", "1"), false],
  [sum("RANGE", "1", null), false],
  [sum("APPROXIMATE", "1", "2"), false],
  [sum("RANGE", "1e3", "2e3"), false],
])("%j set aside is accepted: %j", async (money, isOne) => {
  const logging = withLine({ allocated: { quantity: null, money, on: "2026-01-06" } });
  await (isOne ? expect(logging).resolves.toBeTruthy() : expect(logging).rejects.toMatchObject(CHECK));
});

describe("a contribution", () => {
  test.each<[string, Wrong<Contribution>]>([
    ["an amount without a currency", { money: { amount: "1", currency: null } }],
    ["a currency without an amount", { money: { amount: null, currency: "EUR" } }],
    ["an amount below nothing", { money: { amount: "-0.01", currency: "EUR" } }],
    ["a currency that is none", { money: { amount: "1", currency: "euro" } }],
    ["a sum of a kind that doesn't exist", { money: sum("SEALED", "1", "1") }],
    ["a sum from more to less", { money: sum("RANGE", "2", "1.9999") }],
    ["a range without an end", { money: sum("RANGE", "2", null) }],
    ["a sum up to nobody knows what", { money: sum("UP_TO", "0", null) }],
    ["a sum up to something from more than 0", { money: sum("UP_TO", "1", "2") }],
    ["an end that is no decimal", { money: sum("RANGE", "1", "1e3") }],
    ["a sum in no words at all", { money: { amount: "1", currency: "EUR", asStated: "" } }],
    ["a notice below nothing", { noticeToMoveDays: -1 }],
    ["a window the wrong way round", { availableFrom: "2026-03-02", availableTo: "2026-03-01" }],
    ["a kind that doesn't exist", { kind: "HOPE" }],
    ["a domain that doesn't exist", { domain: "DREAM" }],
    ["a location that doesn't exist", { location: "MOON" }],
  ])("cannot have %s", async (_what, line) => {
    await expect(withLine(line)).rejects.toMatchObject(CHECK);
  });

  test.each<Wrong<Contribution>>([{ domain: "UNSTATED" }, { kind: "TECHNOLOGY" }, { kind: "OTHER" }])(
    "may be %j",
    async (line) => {
      await expect(withLine(line)).resolves.toBeTruthy();
    },
  );

  test.each(["0", "0.00", "200000000.00", "0.000001", "999999999999999.99"])(
    "keeps the amount %s to the letter",
    async (amount) => {
      const saved = await withLine({ money: { amount, currency: "EUR" } });
      const read = await change(register.manager, (tx) => tx.pledges.lock(saved.reference));
      expect(read?.contributions[0]?.money).toEqual({ amount, currency: "EUR" });
    },
  );
});

test.each<[string, Wrong<Evidence>]>([
  ["reliability", { reliability: "G" }],
  ["credibility", { credibility: 0 }],
  ["credibility", { credibility: 7 }],
  ["kind", { kind: "RUMOUR" }],
  ["retraction", { retracted: { at: "2026-01-01T00:00:00.000Z", reason: null } }],
])("evidence has a %s that exists", async (_what, piece) => {
  await expect(withPiece(piece)).rejects.toMatchObject(CHECK);
});

test("evidence rests on a source that is on record", async () => {
  const { manager, source } = register;
  const unknown = { ...source, id: "00000000-0000-4000-8000-00000000dead" };
  await expect(change(manager, (tx) => logged(tx, unknown))).rejects.toMatchObject({ code: "23503" });
});

test("an approval has a kind and a status that exist, and serves pledges that do", async () => {
  const records = (wrong: Wrong<ReturnType<typeof anApproval>>) =>
    change(register.manager, (tx) =>
      tx.save(
        "approval",
        null,
        { ...anApproval({ serves: [] }), ...(wrong as object) },
        { action: "approval.recorded" },
      ),
    );
  await expect(records({ kind: "BLESSING" })).rejects.toMatchObject(CHECK);
  await expect(records({ status: "HOPED" })).rejects.toMatchObject(CHECK);
  await expect(records({ serves: ["FR-1-999"] })).rejects.toThrow(/serves pledges that are there/);
});

test("a proposal is decided by another, with a note if it is returned, and only one is open for a subject", async () => {
  const { manager } = register;
  const { proposedBy: _proposer, decidedBy: _decider, ...proposal } = aProposal({ proposerId: manager.id });
  const proposes = (wrong: object) =>
    change(manager, async (tx) => {
      const { id, reference } = await logged(tx, register.source);
      const made = {
        ...proposal,
        id: randomUUID(),
        subjectId: id,
        reference,
        concerns: [reference],
        ...wrong,
      };
      return tx.save("proposal", null, made, { action: "proposal.made" });
    });
  const decided = { decidedAt: "2026-02-20T09:00:00.000Z", note: "Seen" };
  for (const wrong of [
    { status: "APPROVED", ...decided, deciderId: manager.id },
    { status: "APPROVED", deciderId: null },
    { status: "RETURNED", note: null },
    { status: "HOPED" },
    { reason: "" },
    { subject: "approval" },
  ])
    await expect(proposes(wrong)).rejects.toMatchObject(CHECK);
  const { subjectId } = await proposes({});
  await expect(proposes({ subjectId })).rejects.toMatchObject({ code: "23505" });
});

test("a person has a role that exists, a unique address in small letters, and a desk only as an officer", async () => {
  const person = {
    id: "00000000-0000-4000-8000-0000000000aa",
    email: "a@b.example",
    name: "A",
    role: "OFFICER",
    desk: ["FR"],
    sealed: false,
    disabledAt: null,
    secondFactorAt: null,
    language: null,
    aloneAt: null,
    factorRemovedAt: null,
    version: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
  } as const;
  const creates = (wrong: object) =>
    change(register.manager, (tx) =>
      tx.save("person", null, { ...person, desk: [...person.desk], ...wrong }, { action: "person.created" }),
    );
  await expect(creates({ role: "KING" })).rejects.toMatchObject(CHECK);
  await expect(creates({ role: "MANAGER" })).rejects.toMatchObject(CHECK);
  await expect(creates({ email: "A@b.example" })).rejects.toMatchObject(CHECK);
  await expect(creates({ email: "manager@register.example" })).rejects.toMatchObject({ code: "23505" });
});

test("a participant has a code, a kind and a role that exist, and a name in English", async () => {
  const records = (wrong: object) =>
    change(register.manager, (tx) =>
      tx.save("participant", null, { ...france, code: "IT", ...wrong }, { action: "participant.recorded" }),
    );
  await expect(records({ code: "it" })).rejects.toMatchObject(CHECK);
  await expect(records({ kind: "CITY" })).rejects.toMatchObject(CHECK);
  await expect(records({ role: "GUEST" })).rejects.toMatchObject(CHECK);
  await expect(records({ names: { fr: "Italie" } })).rejects.toMatchObject(CHECK);
});

test("there is one register, and only a demonstration has a clock of its own", async () => {
  const settings = {
    demonstration: false,
    offsetMs: 5,
    timeZone: "UTC",
    marking: "",
    staleDays: 30,
    mandateDays: 60,
    secondFactorFor: [],
    authority: 1,
    version: 1,
  };
  const { manager } = register;
  await expect(
    change(manager, (tx) => tx.save("register", null, settings, { action: "register.founded" })),
  ).rejects.toMatchObject(CHECK);
  const second = { ...settings, offsetMs: 0 };
  await expect(
    change(manager, (tx) => tx.save("register", null, second, { action: "register.founded" })),
  ).rejects.toMatchObject({ code: "23505" });
});

/** Written a second time, so that SQL isn't compared with itself. */
function hasItsEnds({ kind, min, max }: Quantity): boolean {
  switch (ENDS[kind]) {
    case "either": // The number of a sealed one lies elsewhere.
    case "none":
      return min === null && max === null;
    case "min":
      return min !== null && max === null;
    case "max":
      return min === null && max !== null;
    case "equal":
      return min !== null && min === max;
    case "both":
      return min !== null && max !== null && min <= max;
  }
}

test.each<[table: string, column: string, list: readonly string[]]>([
  ["pledge", "stage", STAGES],
  ["pledge", "suspended_from", OPEN_STAGES],
  ["pledge", "handling", HANDLINGS],
  ["contribution", "kind", CONTRIBUTION_KINDS],
  ["contribution", "domain", DOMAINS],
  ["contribution", "location", LOCATIONS],
  ["evidence", "kind", EVIDENCE_KINDS],
  ["approval", "kind", APPROVAL_KINDS],
  ["approval", "status", APPROVAL_STATUSES],
  ["proposal", "status", PROPOSAL_STATUSES],
  ["person", "role", ROLES],
  ["participant", "role", PARTICIPANT_ROLES],
  ["unresolved_item", "class", UNRESOLVED_CLASSES],
])("%s.%s allows what the domain lists, and nothing else", async (table, column, list) => {
  const { rows } = await pool().query<{ says: string }>(
    `SELECT pg_get_constraintdef(k.oid) AS says FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid
      WHERE k.conrelid = $1::regclass AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND a.attname = $2`,
    [table, column],
  );
  const allowed = rows.map(({ says }) => [...says.matchAll(/'(\w+)'::text/g)].map(([, value]) => value));
  expect(allowed.map((values) => values.sort())).toContainEqual([...list].sort());
});
