// Whether each entry's author had the right to it: the demonstration's own log, and for each rule an entry that breaks it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonical } from "@/lib/domain/base/canonical";
import { AUTHORITY } from "@/lib/domain/people/register";
import { disconnect, pool } from "@/lib/db/client";
import { Authority, type Authored, type Breach } from "@/lib/verifier/verify.mjs";
import { instantSql } from "@/lib/db/sql/instant-sql";
import { emailOf } from "@/prisma/seed/accounts";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openDemonstration } from "../../support/registers/demonstration";

type Members = Record<string, unknown>;
type Entry = Authored & { record: Members };

let database: TestDatabase;
let log: Entry[];
beforeAll(async () => {
  database = await openDemonstration();
  const { rows } = await pool().query<Authored & { payload: string }>(
    `SELECT seq::float8 AS seq, txid::float8 AS txid, ${instantSql("at")} AS at, actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole",
            action, entity_type AS "entityType", entity_id AS "entityId", reason, payload FROM audit.event ORDER BY seq`,
  );
  log = rows.map(({ payload, ...entry }) => ({
    ...entry,
    record: (JSON.parse(payload) as { record: Members }).record,
  }));
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

function breachesIn(entries: readonly Entry[]): Breach[] {
  const authority = new Authority();
  return [...entries.flatMap(({ record, ...entry }) => authority.read(entry, record)), ...authority.end()];
}

test("the demonstration's log is clean, from its first entry on", () => {
  expect(breachesIn(log)).toEqual([]);
  expect(log[0]?.record).toMatchObject({ authority: AUTHORITY });
});

/** The last record of that kind for which it holds. */
function lastRecord(entityType: string, holds: (record: Members) => boolean = () => true) {
  const found = log.findLast((entry) => entry.entityType === entityType && holds(entry.record));
  if (!found) throw new Error(`no ${entityType} on record`);
  return found;
}

const person = (name: string) => lastRecord("person", ({ email }) => email === emailOf(name));
const pledgeOf = (participant: string, ...stages: string[]) =>
  lastRecord(
    "pledge",
    (record) =>
      record["participant"] === participant &&
      record["voided"] === null &&
      (stages.length === 0 || stages.includes(String(record["stage"]))),
  );

/** A further entry by that person. All share one transaction unless `txid` is replaced. */
function by(name: string, action: string, about: Pick<Entry, "entityId" | "entityType">, record: Members) {
  const { entityId, record: account } = person(name);
  const made: Entry = {
    seq: log.length + 1,
    txid: Number.MAX_SAFE_INTEGER,
    at: String(log.at(-1)?.at),
    actorId: entityId,
    actorName: String(account["name"]),
    actorRole: String(account["role"]),
    action,
    entityType: about.entityType,
    entityId: about.entityId,
    reason: null,
    record,
  };
  return made;
}

const idOf = (name: string): string => person(name).entityId;
const proposalOn = (subject: Entry, proposer: string, decider: string) =>
  by(
    decider,
    "proposal.approved",
    { entityType: "proposal", entityId: "00000000-0000-4000-8000-00000000aaaa" },
    { subjectId: subject.entityId, proposerId: idOf(proposer), deciderId: idOf(decider), participant: "FR" },
  );

const changed = (name: string, of: Entry, change: Members, action = "pledge.changed"): Entry =>
  by(name, action, of, { ...of.record, ...change });

const LOOKED = { by: "", priority: 5, until: "2026-02-20", where: "The ministry's site" };

/** Members in the order of the canonical form, as they are read. */
function searched(name: string, code: string, change: Members = {}): Entry {
  const of = lastRecord("participant", (record) => record["code"] === code);
  const searches = [{ ...LOOKED, by: String(person(name).record["name"]) }];
  const record = JSON.parse(canonical({ ...of.record, searches, ...change })) as Members;
  return by(name, "participant.searched", of, record);
}

const FORGERIES: [what: string, code: string | null, forge: () => Entry[]][] = [
  ["an officer's own desk", null, () => [changed("officer", pledgeOf("FR", "PLEDGED"), { title: "T" })]],
  [
    "an action nobody knows",
    "no-such-action",
    () => [changed("manager", pledgeOf("FR"), {}, "pledge.deleted")],
  ],
  [
    "the register changes a pledge",
    "register-alone",
    () => [{ ...changed("officer", pledgeOf("FR"), {}), actorId: "register" }],
  ],
  [
    "the register makes a second administrator",
    "register-alone",
    () => [
      { ...changed("admin", person("admin"), {}, "person.created"), actorId: "register", entityId: "x" },
    ],
  ],
  [
    "somebody without an account",
    "unknown-author",
    () => [{ ...changed("officer", pledgeOf("FR"), {}), actorId: "00000000-0000-4000-8000-000000000000" }],
  ],
  [
    "somebody after they were disabled",
    "account-disabled",
    () => [
      changed("admin", person("officer"), { disabledAt: "2026-02-25T09:00:00.000Z" }, "person.disabled"),
      { ...changed("officer", pledgeOf("FR", "PLEDGED"), { title: "T" }), txid: 1 },
    ],
  ],
  [
    "under another role",
    "not-as-on-record",
    () => [{ ...changed("officer", pledgeOf("FR"), {}), actorRole: "MANAGER" }],
  ],
  [
    "under another name",
    "not-as-on-record",
    () => [{ ...changed("officer", pledgeOf("FR"), {}), actorName: "Somebody" }],
  ],
  ["an auditor changes a pledge", "role", () => [changed("auditor", pledgeOf("FR"), {})]],
  ["an administrator decides", "role", () => [proposalOn(pledgeOf("FR"), "officer", "admin")]],
  [
    "an officer says that a trigger holds",
    "role",
    () => [changed("officer", lastRecord("trigger"), { state: "MET" }, "trigger.changed")],
  ],
  ["a manager makes an account", "role", () => [changed("manager", person("officer"), {}, "person.changed")]],
  ["an officer at another desk's pledge", "another-desk", () => [changed("officer", pledgeOf("SE"), {})]],
  [
    "an officer comments on another desk's pledge",
    "another-desk",
    () => [
      by(
        "officer",
        "comment.written",
        { entityType: "comment", entityId: "c" },
        { pledge: pledgeOf("SE").record["reference"], authorId: idOf("officer") },
      ),
    ],
  ],
  ["an officer who searched at their desk", null, () => [searched("officer", "FR")]],
  ["an officer who searched at another desk", "another-desk", () => [searched("officer", "SE")]],
  ["an auditor who searched", "role", () => [searched("auditor", "FR")]],
  [
    "a search that makes its participant a lead",
    "role",
    () => [searched("officer", "DE", { role: "CO_LEAD" })],
  ],
  [
    "a search under another's name",
    "another-author",
    () => [searched("officer", "FR", { searches: [{ ...LOOKED, by: "Somebody" }] })],
  ],
  ["a link to one's own desk", null, () => [linked("officer", [["DE", "CONFIRMED"]])]],
  ["a claim about another desk", null, () => [linked("officer", [["SE", "CLAIMED"]])]],
  ["a link to another desk", "another-desk", () => [linked("officer", [["SE", "CONFIRMED"]])]],
  ["a claim under another's name", "another-author", () => [linked("manager", [["SE", "CLAIMED"]])]],
  ["a claim confirmed by that desk", null, () => [...claim(), confirmed("officer-north")]],
  ["by a manager", null, () => [...claim(), confirmed("manager")]],
  ["by who claimed it", "own-proposal", () => [...claim(), confirmed("officer")]],
  ["by a third desk", "another-desk", () => [...claim(), confirmed("officer-south")]],
  ["by an auditor", "role", () => [...claim(), confirmed("auditor")]],
  ["and more than it", "another-desk", () => [...claim(), confirmed("officer-north", { title: "T" })]],
  [
    "declined and said to be confirmed",
    "undecided",
    () => [...claim(), confirmed("officer-north", {}, "declined")],
  ],
  ["confirmed where nothing was claimed", "another-desk", () => [confirmed("officer-north")]],
  [
    "confirmed by a change",
    "another-desk",
    () => [...claim(), { ...linked("officer", [["SE", "CONFIRMED"]]), txid: 2 }],
  ],
  ["a line the same as one's own", null, () => [sameLine("officer", "DE-3-001", "CONFIRMED")]],
  ["claimed of another desk's", null, () => [sameLine("officer", "SE-3-001", "CLAIMED")]],
  ["said to be confirmed", "another-desk", () => [sameLine("officer", "SE-3-001", "CONFIRMED")]],
  ["the claim confirmed by that desk", null, () => [...sameClaim(), sameConfirmed("officer-north")]],
  ["by who claimed that", "own-proposal", () => [...sameClaim(), sameConfirmed("officer")]],
  ["by a desk that has neither", "another-desk", () => [...sameClaim(), sameConfirmed("officer-south")]],
  [
    "and of another line of theirs",
    "another-desk",
    () => [...sameClaim(), sameConfirmed("officer-north", "SE-3-002")],
  ],
  [
    "and a number of the line",
    "another-desk",
    () => [
      ...sameClaim(),
      sameConfirmed("officer-north", "SE-3-001", { quantity: { kind: "EXACT", min: 9 } }),
    ],
  ],
  ["an officer suggests a change to another desk", null, () => [suggestion("officer", "suggested")]],
  ["an auditor suggests one", "role", () => [suggestion("auditor", "suggested")]],
  ["one under another's name", "another-author", () => [suggestion("officer-north", "suggested")]],
  [
    "a suggestion taken up by another desk",
    "another-desk",
    () => [suggestion("officer", "taken-up", "manager")],
  ],
  ["by its author", "own-proposal", () => [suggestion("manager", "taken-up", "manager", "manager")]],
  [
    "under the name of another",
    "another-author",
    () => [suggestion("manager", "declined", "officer", "admin")],
  ],
  ["by a manager", null, () => [suggestion("manager", "declined")]],
  [
    "after the desk was given away",
    "another-desk",
    () => [
      changed("admin", person("officer"), { desk: ["DE"] }, "person.changed"),
      { ...changed("officer", pledgeOf("FR", "PLEDGED"), { title: "T" }), txid: 1 },
    ],
  ],
  [
    "a password for somebody else",
    "another-account",
    () => [changed("admin", person("manager"), {}, "person.password-set")],
  ],
  [
    "a comment under another's name",
    "another-author",
    () => [
      by(
        "officer",
        "comment.written",
        { entityType: "comment", entityId: "c" },
        { pledge: pledgeOf("FR").record["reference"], authorId: idOf("manager") },
      ),
    ],
  ],
  [
    "a pledge moved to another participant",
    "another-participant",
    () => [changed("manager", pledgeOf("FR", "PLEDGED"), { participant: "DE" })],
  ],
  ["one's own proposal", "own-proposal", () => [proposalOn(pledgeOf("FR"), "manager", "manager")]],
  [
    "one's own rights",
    "own-rights",
    () => [changed("admin", person("admin"), { sealed: true }, "person.changed")],
  ],
  [
    "a stage that binds, set by one alone",
    "undecided",
    () => [changed("manager", pledgeOf("FR", "PLEDGED"), { stage: "COMMITTED" }, "pledge.stage-set")],
  ],
  [
    "the same, decided by another",
    null,
    () => {
      const of = pledgeOf("FR", "PLEDGED");
      return [
        changed("manager", of, { stage: "COMMITTED" }, "pledge.stage-set"),
        proposalOn(of, "officer", "manager"),
      ];
    },
  ],
  [
    "a new pledge that binds at once",
    "undecided",
    () => [
      changed("officer", pledgeOf("FR"), { reference: "FR-3-999", stage: "COMMITTED" }, "pledge.logged"),
    ],
  ],
  [
    "a number of a pledge that binds, changed by one alone",
    "undecided",
    () => [changed("manager", binding(), { contributions: [] })],
  ],
  [
    "the condition of a pledge that binds, changed by one alone",
    "undecided",
    () => [waitingFor("US_MONITORING_ACTIVE")],
  ],
  [
    "who stated it, and on what evidence",
    null,
    () => [
      waitingFor("CEASEFIRE_IN_FORCE"),
      proposalOn(binding(), "officer", "manager"),
      { ...waitingFor("CEASEFIRE_IN_FORCE", { basis: "STATED", evidence: ["e"] }), txid: 1 },
    ],
  ],
  [
    "a pledge that binds, voided by one alone",
    "undecided",
    () => [changed("manager", binding(), { voided: { at: "", reason: "" } }, "pledge.voided")],
  ],
  [
    "a pledge voided by an officer",
    "role",
    () => [
      changed("officer", pledgeOf("FR", "PLEDGED"), { voided: { at: "", reason: "" } }, "pledge.voided"),
    ],
  ],
  [
    "an approval settled by one alone, for a pledge that binds",
    "undecided",
    () => {
      const { participant, reference } = binding().record;
      const about = { entityType: "approval", entityId: "a" };
      return [
        by("manager", "approval.recorded", about, {
          ...{ participant, serves: [reference], status: "APPROVED", kind: "PARLIAMENT_VOTE" },
        }),
      ];
    },
  ],
  [
    "a sealed number by somebody who isn't cleared",
    "not-cleared",
    () => [
      changed("manager", pledgeOf("FR", "PLEDGED"), {
        contributions: [{ quantity: { kind: "SEALED", commitment: "f".repeat(64) } }],
      }),
    ],
  ],
  ["one proposed by them", "not-cleared", () => sealedProposal("e".repeat(64))],
  ["one on record, sent back with their proposal", null, () => sealedProposal("f".repeat(64))],
  ["a proposal withdrawn after its desk was given away", null, () => [withdrawn("officer", "officer")]],
  ["by somebody else of its desk", "another-author", () => [withdrawn("manager", "officer")]],
  ["by a proposer who became an auditor", "role", () => [withdrawn("auditor", "auditor")]],
  ["a desk without sealed numbers, handed over by one", null, () => [handover("officer", "made")]],
  [
    "a desk with sealed numbers, handed over by one",
    "undecided",
    () => [sealedNumber(), { ...handover("officer", "made"), txid: 1 }],
  ],
  ["another's desk, offered", "another-account", () => [handover("officer-north", "offered")]],
  ["a desk accepted by somebody else", "another-account", () => [handover("officer-south", "accepted")]],
  [
    "a desk approved that nobody accepted",
    "undecided",
    () => [handover("officer", "offered"), { ...handover("manager", "approved"), txid: 1 }],
  ],
  [
    "a desk approved by who offered it",
    "own-proposal",
    () => [
      handover("officer-north", "accepted"),
      { ...handover("manager", "approved", { entries: [{ does: "offer", by: idOf("manager") }] }), txid: 1 },
    ],
  ],
  [
    "a manager changes a desk without a handover",
    "role",
    () => [changed("manager", person("officer"), { desk: [] }, "person.changed")],
  ],
  ...(["officer", "auditor"] as const).map((whose): [string, string | null, () => Entry[]] => [
    `a desk that was accepted and approved, and with it the account of the ${whose}`,
    whose === "officer" ? null : "another-account",
    () => [
      sealedNumber(),
      { ...handover("officer-north", "accepted"), txid: 1 },
      { ...handover("manager", "approved"), txid: 2 },
      { ...changed("manager", person(whose), { desk: [] }, "person.changed"), txid: 2 },
    ],
  ]),
  [
    "a role given with a desk",
    "another-account",
    () => [
      { ...handover("officer-north", "accepted"), txid: 1 },
      { ...handover("manager", "approved"), txid: 2 },
      { ...changed("manager", person("officer-north"), { role: "MANAGER" }, "person.changed"), txid: 2 },
    ],
  ],
];

const sealedNumber = (): Entry =>
  changed("officer", pledgeOf("FR", "PLEDGED"), {
    contributions: [{ quantity: { kind: "SEALED", commitment: "f".repeat(64) } }],
  });

const waitingFor = (trigger: string, said: Members = { basis: "INFERRED" }): Entry =>
  changed("manager", binding(), { condition: { all: [{ trigger, ...said }] } });

const ofProposal = (name: string, action: string, record: Members): Entry =>
  by(name, action, { entityType: "proposal", entityId: "00000000-0000-4000-8000-00000000bbbb" }, record);

/** A manager proposes the lines of a pledge, after its desk has sealed a number. */
function sealedProposal(commitment: string): Entry[] {
  const sealed = sealedNumber();
  const { participant, reference } = sealed.record;
  const wish = { do: "change", changes: { contributions: [{ quantity: { kind: "SEALED", commitment } }] } };
  const record = { proposerId: idOf("manager"), participant, reference, wish };
  return [sealed, { ...ofProposal("manager", "proposal.made", record), txid: 1 }];
}

const withdrawn = (name: string, proposer: string): Entry =>
  ofProposal(name, "proposal.withdrawn", { proposerId: idOf(proposer), participant: "SE" });

const linksOf = (links: [string, string][]) =>
  links.map(([participant, state]) => ({ participant, state, by: idOf("officer"), reason: null }));

const linked = (name: string, links: [string, string][]): Entry =>
  changed(name, pledgeOf("FR", "PLEDGED"), { jointWith: linksOf(links) });

const claim = (): Entry[] => [{ ...linked("officer", [["SE", "CLAIMED"]]), txid: 1 }];

const confirmed = (name: string, more: Members = {}, how = "confirmed"): Entry =>
  changed(
    name,
    pledgeOf("FR", "PLEDGED"),
    { jointWith: linksOf([["SE", "CONFIRMED"]]), ...more },
    `pledge.link-${how}`,
  );

const lineSameAs = (pledge: string, state: string, more: Members = {}) => ({
  contributions: [
    {
      id: "11111111-1111-4111-8111-111111111111",
      quantity: { kind: "EXACT", min: 1 },
      ...more,
      sameAs: {
        pledge,
        contribution: "22222222-2222-4222-8222-222222222222",
        state,
        by: idOf("officer"),
        reason: null,
      },
    },
  ],
});
const sameLine = (name: string, pledge: string, state: string): Entry =>
  changed(name, pledgeOf("FR", "PLEDGED"), lineSameAs(pledge, state));
const sameClaim = (): Entry[] => [{ ...sameLine("officer", "SE-3-001", "CLAIMED"), txid: 1 }];
const sameConfirmed = (name: string, pledge = "SE-3-001", more: Members = {}): Entry =>
  changed(name, pledgeOf("FR", "PLEDGED"), lineSameAs(pledge, "CONFIRMED", more), "pledge.link-confirmed");

/** A suggestion to Sweden's desk, or an answer to it. */
const suggestion = (name: string, does: string, author = "officer", answerer = name): Entry =>
  by(
    name,
    `comment.${does}`,
    { entityType: "comment", entityId: "c" },
    {
      pledge: pledgeOf("SE").record["reference"],
      authorId: idOf(author),
      suggestion: { outcome: does === "suggested" ? null : { by: idOf(answerer) } },
    },
  );

const handover = (name: string, does: string, more: Members = {}): Entry =>
  by(
    name,
    `handover.${does}`,
    { entityType: "handover", entityId: "h" },
    {
      fromId: idOf("officer"),
      toId: idOf("officer-north"),
      participants: ["FR"],
      entries: [{ does: "offer", by: idOf("officer") }],
      ...more,
    },
  );

/** A proposal for an account that was approved. */
const approvedFor = (subject: Entry, proposer: string, decider: string): Entry =>
  by(
    decider,
    "proposal.approved",
    { entityType: "proposal", entityId: "00000000-0000-4000-8000-00000000bbbb" },
    { subject: "account", subjectId: subject.entityId, proposerId: idOf(proposer), deciderId: idOf(decider) },
  );
const newManager = (name: string, change: Members = {}): Entry =>
  by(
    name,
    "person.created",
    { entityType: "person", entityId: "00000000-0000-4000-8000-00000000cccc" },
    { ...person("manager").record, updatedAt: log.at(-1)?.at, aloneAt: undefined, ...change },
  );

/** Disabled, but a manager once enabled again. */
const disabledManager = (name: string): Entry =>
  changed(
    name,
    person("officer"),
    { role: "MANAGER", desk: [], disabledAt: log.at(-1)?.at },
    "person.disabled",
  );

const POWERS: typeof FORGERIES = [
  ["a manager made by one alone", "undecided", () => [newManager("admin")]],
  [
    "a manager made alone while others could decide",
    "undecided",
    () => [newManager("admin", { aloneAt: log.at(-1)?.at })],
  ],
  [
    "a manager whom another decided on",
    null,
    () => [newManager("manager"), approvedFor(newManager("manager"), "admin", "manager")],
  ],
  ["power given by one alone in disabling", "undecided", () => [disabledManager("admin")]],
  [
    "power given by two in disabling",
    null,
    () => [disabledManager("manager"), approvedFor(person("officer"), "admin", "manager")],
  ],
  [
    "a clearance given by one alone",
    "undecided",
    () => [changed("admin", person("manager"), { sealed: true }, "person.changed")],
  ],
  [
    "a link to an account with power, by one alone",
    "undecided",
    () => [changed("admin", person("manager"), {}, "person.link-made")],
  ],
  [
    "a second factor taken off by one alone",
    "undecided",
    () => [changed("admin", person("officer"), { secondFactorAt: null }, "person.second-factor-removed")],
  ],
  [
    "a proposal for an account decided by an officer",
    "role",
    () => [approvedFor(person("auditor"), "admin", "officer")],
  ],
  [
    "one's own proposal for an account",
    "own-proposal",
    () => [approvedFor(person("auditor"), "admin", "admin")],
  ],
  [
    "a decision on one's own account",
    "own-rights",
    () => [approvedFor(person("manager"), "admin", "manager")],
  ],
  [
    "a decision within a day of a lost second factor",
    "held-back",
    () => {
      const factorRemovedAt = log.at(-1)?.at;
      const approved = changed("manager-2", person("manager"), { factorRemovedAt, secondFactorAt: null });
      const removed = { ...approved, action: "person.second-factor-removed" };
      return [
        removed,
        approvedFor(person("manager"), "admin", "manager-2"),
        { ...proposalOn(pledgeOf("FR"), "officer", "manager"), txid: 1 },
      ];
    },
  ],
];

const binding = (): Entry =>
  lastRecord(
    "pledge",
    ({ stage, voided, contributions }) =>
      stage === "COMMITTED" && voided === null && (contributions as unknown[]).length > 0,
  );

describe("a further entry", () => {
  test.each([...FORGERIES, ...POWERS])("%s: %s", (_what, code, forge) => {
    const entries = forge().map((entry, index) => ({ ...entry, seq: log.length + 1 + index }));
    const found = breachesIn([...log, ...entries]);
    if (code === null) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ code: `author-${code}`, seq: entries.at(-1)?.seq, since: true }]);
  });
});

test("breaches from before the rules went on record are marked as such", () => {
  const [founding, ...rest] = log;
  if (!founding) throw new Error("an empty log");
  const { authority: _none, ...before } = founding.record;
  const forged = { ...changed("auditor", pledgeOf("FR"), {}), seq: log.length + 1 };
  const rule = { ...founding, seq: log.length + 2, txid: 1, action: "register.settings-changed" };
  const late = { ...forged, seq: log.length + 3, txid: 2 };
  expect(breachesIn([{ ...founding, record: before }, ...rest, forged, rule, late])).toMatchObject([
    { seq: forged.seq, since: false },
    { seq: late.seq, since: true },
  ]);
});
