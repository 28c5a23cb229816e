// Every command that changes the register, for every role and scope. A command missing in the table fails.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as approvals from "@/lib/pledges/approvals/commands";
import { approvalInput } from "@/lib/pledges/approvals/schema";
import * as baselines from "@/lib/history/baselines/commands";
import * as comments from "@/lib/pledges/comments/commands";
import { pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import * as participants from "@/lib/people/participants/commands";
import { changePledges } from "@/lib/pledges/pledges/change-many";
import * as pledges from "@/lib/pledges/pledges/commands";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import * as proposals from "@/lib/review/proposals/commands";
import * as sources from "@/lib/pledges/sources/commands";
import { sourceInput } from "@/lib/pledges/sources/schema";
import { approve, done, proposed, sendBack } from "@/tests/support/decisions";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

const WHO = ["officer", "officerNorth", "manager", "auditor", "admin"] as const;
type Answers = Record<(typeof WHO)[number], string>;

const own: Answers = {
  officer: "ok",
  officerNorth: "another-desk",
  manager: "ok",
  auditor: "role",
  admin: "role",
};
const managers: Answers = { ...own, officer: "role" };
const admins: Answers = {
  officer: "role",
  officerNorth: "role",
  manager: "role",
  auditor: "role",
  admin: "ok",
};
/** They may, but sent no file. */
const NO_SUCH_FILE = "invalid, file no-such-file";
const keepers: Answers = { ...own, officerNorth: "ok" };
const anApproval = (change: object = {}) =>
  approvalInput.parse({
    participant: "FR",
    kind: "RATIFICATION",
    body: "Senate",
    status: "REQUIRED",
    ...change,
  });

/** Each on its own French pledge; the officer's desk has France, the northern one hasn't. */
const COMMANDS: Record<string, [Answers, (actor: Actor, made: PledgeDetails) => Promise<Result<unknown>>]> = {
  "pledges.logPledge": [own, (actor) => pledges.logPledge(actor, aSentPledge(), LATER)],
  "pledges.changePledge": [
    own,
    (actor, made) => pledges.changePledge(actor, { ...held(made), changes: { title: "Other" } }, LATER),
  ],
  "pledges.setStage": [
    own,
    (actor, made) => pledges.setStage(actor, { ...held(made), to: "PLEDGED", evidence: [] }, LATER),
  ],
  "pledges.setStage by decision": [own, (actor, made) => pledges.setStage(actor, withdrawal(made), LATER)],
  "pledges.confirmPledge": [
    own,
    (actor, made) => pledges.confirmPledge(actor, { reference: made.reference }, LATER),
  ],
  "pledges.changePledges": [
    keepers,
    (actor, made) => {
      const items = [{ reference: made.reference, version: made.version }];
      return changePledges(actor, { items, changes: { nextAction: "Ask" }, confirm: false });
    },
  ],
  "pledges.voidPledge": [
    managers,
    (actor, made) => pledges.voidPledge(actor, { ...held(made), reason: "So" }, LATER),
  ],
  "pledges.addEvidence": [
    own,
    (actor, made) => pledges.addEvidence(actor, { reference: made.reference, evidence: aSentPiece() }, LATER),
  ],
  "pledges.retractEvidence": [
    own,
    (actor, made) => pledges.retractEvidence(actor, { id: made.evidence[0]?.id ?? "", reason: "So" }, LATER),
  ],
  "pledges.setCondition": [
    own,
    (actor, made) => setCondition(actor, { ...held(made), condition: null }, LATER),
  ],
  "comments.writeComment": [
    own,
    (actor, made) => comments.writeComment(actor, { reference: made.reference, text: "Seen" }),
  ],
  "approvals.recordApproval": [own, (actor) => approvals.recordApproval(actor, anApproval())],
  "approvals.changeApproval": [
    own,
    async (actor) => {
      const { id } = done(await approvals.recordApproval(register.manager, anApproval()));
      return approvals.changeApproval(actor, { id, ifMatch: 1, changes: { status: "TABLED" } });
    },
  ],
  "proposals.decideProposal": [
    { ...managers, officerNorth: "role" },
    async (actor, made) => {
      const { id } = proposed(await pledges.setStage(register.officer, withdrawal(made), LATER));
      return approve(actor, { id });
    },
  ],
  "proposals.decideProposal of one's own": [
    { ...managers, officerNorth: "role", manager: "own-proposal" },
    async (actor, made) => {
      const { id } = proposed(await pledges.setStage(register.manager, withdrawal(made), LATER));
      return sendBack(actor, { id });
    },
  ],
  "proposals.withdrawProposal": [
    { officer: "ok", officerNorth: "role", manager: "role", auditor: "role", admin: "role" },
    async (actor, made) => {
      const { id } = proposed(await pledges.setStage(register.officer, withdrawal(made), LATER));
      return proposals.withdrawProposal(actor, { id });
    },
  ],
  "sources.recordSource": [
    keepers,
    (actor) =>
      sources.recordSource(
        actor,
        sourceInput.parse({ publisher: actor.name, language: "en", ownership: "OFFICIAL" }),
      ),
  ],
  "sources.attachFile": [
    { ...keepers, officer: NO_SUCH_FILE, officerNorth: NO_SUCH_FILE, manager: NO_SUCH_FILE },
    (actor, made) => {
      const id = made.evidence[0]?.source.id ?? "";
      return sources.attachFile(actor, { id, file: "00000000-0000-4000-8000-000000000000" });
    },
  ],
  "sources.retractFile": [
    { ...keepers, officer: "not-found", officerNorth: "not-found", manager: "not-found" },
    (actor, made) => {
      const id = made.evidence[0]?.source.id ?? "";
      const file = "00000000-0000-4000-8000-000000000000";
      return sources.retractFile(actor, { id, file, reason: "The wrong one." });
    },
  ],
  "baselines.nameBaseline": [
    { ...managers, officerNorth: "role" },
    (actor) => baselines.nameBaseline(actor, { name: `By ${actor.name}`, asOf: "2026-01-06T22:00:00.000Z" }),
  ],
  "participants.changeParticipant": [
    admins,
    async (actor) => {
      const { rows } = await pool().query<{ version: number }>(
        "SELECT version FROM participant WHERE code = 'FR'",
      );
      const change = { code: "FR", ifMatch: rows[0]?.version ?? 0, changes: { joinedOn: "2026-01-05" } };
      return participants.changeParticipant(actor, change);
    },
  ],
  "participants.recordParticipant": [
    admins,
    (actor) =>
      participants.recordParticipant(actor, {
        code: "JP",
        kind: "STATE",
        role: "MEMBER",
        names: { en: "Japan" },
        joinedOn: null,
      }),
  ],
};

const held = ({ reference, version }: PledgeDetails) => ({ reference, ifMatch: version });
const withdrawal = (made: PledgeDetails) => ({
  ...held(made),
  to: "WITHDRAWN" as const,
  reason: "So",
  evidence: [],
});

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

describe.each(Object.entries(COMMANDS))("%s", (_name, [answers, command]) => {
  test.each(WHO)("%s", async (who) => {
    const made = value(await pledges.logPledge(register.officer, aSentPledge({ stage: "SIGNALLED" }), LATER));
    expect(refusalOf(await command(register[who], made))).toBe(answers[who]);
  });
});

test("a person who may not keep records doesn't learn what exists", async () => {
  const nowhere = { reference: "FR-3-900", version: 1 } as PledgeDetails;
  for (const who of ["auditor", "admin"] as const) {
    expect(refusalOf(await pledges.confirmPledge(register[who], nowhere, LATER))).toBe("role");
    expect(refusalOf(await comments.writeComment(register[who], { ...nowhere, text: "Seen" }))).toBe("role");
  }
});

test("every command is in the table, or its noun is listed as tested elsewhere", () => {
  const nouns = { approvals, baselines, comments, participants, pledges, proposals, sources };
  const exported = Object.entries(nouns).flatMap(([noun, commands]) =>
    Object.keys(commands).map((name) => `${noun}.${name}`),
  );
  expect(exported.filter((name) => !(name in COMMANDS))).toEqual([]);
  const withCommands = readdirSync(join(import.meta.dirname, "../../../lib"), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((file) => file.endsWith("/commands.ts"))
    .map((file) => file.split("/").at(-2));
  const testedWhereTheyAreKept = [
    "account-proposals",
    "checkpoints",
    "deliveries",
    "drafts",
    "exports",
    "files",
    "findings",
    "handovers",
    "identities",
    "imports",
    "inbox",
    "people",
    "questions",
    "requirements",
    "rulings",
    "scenarios",
    "settings",
    "sign-in-groups",
    "suggestions",
    "tokens",
    "triggers",
    "views",
    "watches",
    "webhooks",
  ];
  expect(withCommands.sort()).toEqual([...Object.keys(nouns), ...testedWhereTheyAreKept].sort());
});
