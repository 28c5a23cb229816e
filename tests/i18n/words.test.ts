import type { BoundedMoney } from "@/lib/domain/pledge/money";
import fc from "fast-check";
import { expect, test } from "vitest";
import { foundWords } from "@/components/pledges/passages/words";
import { ROLES } from "@/lib/domain/people/actor";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { ACTIONS } from "@/lib/domain/base/audit";
import { COMPLETENESS_FACTS } from "@/lib/domain/unresolved/completeness";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import {
  CREDIBILITIES,
  EVIDENCE_FIELDS,
  EVIDENCE_KINDS,
  RELIABILITIES,
  VERIFICATIONS,
} from "@/lib/domain/pledge/evidence";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { CONTENT_FIELDS } from "@/lib/domain/pledge/pledge";
import { FURTHER_APPROVALS, HANDLINGS } from "@/lib/domain/pledge/pledge-fields";
import { POSITIONS } from "@/lib/domain/unresolved/position";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { NOT_STATED, QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { STAGES } from "@/lib/domain/pledge/stages";
import { AGES } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CODES, unresolvedEver } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import {
  actionWords,
  completenessWords,
  fieldWords,
  languageInSentence,
  languageWords,
  moneyWords,
  quantityWords,
} from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { anyApproval, anyDelivery, anyPledge, anyStanding } from "../support/any/arbitrary";
import { aPiece, BARE } from "../support/cast";

const WORDS: Record<string, readonly (string | number)[]> = {
  priority: PRIORITIES,
  priorityMeaning: PRIORITIES,
  participantKind: PARTICIPANT_KINDS,
  participantRole: PARTICIPANT_ROLES,
  participantRoleMeaning: PARTICIPANT_ROLES,
  stage: STAGES,
  stageMeaning: STAGES,
  stageAsks: STAGES,
  contributionKind: CONTRIBUTION_KINDS,
  domain: DOMAINS,
  location: LOCATIONS,
  quantityKind: QUANTITY_KINDS,
  quantityKindMeaning: QUANTITY_KINDS,
  quantity: QUANTITY_KINDS,
  unit: UNITS,
  caveat: CAVEAT_CATEGORIES,
  deliveredAs: DELIVERED_AS,
  deliveredAsMeaning: DELIVERED_AS,
  ownership: OWNERSHIPS,
  ownershipMeaning: OWNERSHIPS,
  evidenceKind: EVIDENCE_KINDS,
  evidenceKindMeaning: EVIDENCE_KINDS,
  verification: VERIFICATIONS,
  verificationMeaning: VERIFICATIONS,
  reliability: RELIABILITIES,
  credibility: CREDIBILITIES,
  furtherApproval: FURTHER_APPROVALS,
  handling: HANDLINGS,
  approvalKind: APPROVAL_KINDS,
  approvalStatus: APPROVAL_STATUSES,
  position: POSITIONS,
  role: ROLES,
  class: UNRESOLVED_CLASSES,
  classMeaning: UNRESOLVED_CLASSES,
  code: UNRESOLVED_CODES,
  codeMeaning: UNRESOLVED_CODES,
  since: UNRESOLVED_CODES,
  age: AGES,
  ageMeaning: AGES,
  fact: COMPLETENESS_FACTS,
  field: CONTENT_FIELDS,
  action: ACTIONS,
};

test.each(Object.entries(WORDS))("every %s has a text", (list, values) => {
  const say = translator("domain");
  expect(values.filter((value) => !say.has(`${list}.${value}`))).toEqual([]);
});

test("every field that evidence can be about has a name", () => {
  expect(EVIDENCE_FIELDS.map(fieldWords).filter((word) => /[a-z][A-Z]|\./.test(word))).toEqual([]);
});

const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const left = { on: "2026-01-06", reason: "An election" };
const paper = aPiece("TRANSFER_DOCUMENT");

test("every unresolved item of a pledge is described in whole sentences", () => {
  fc.assert(
    fc.property(
      anyPledge,
      few(anyApproval),
      few(anyStanding),
      few(anyDelivery),
      (given, approvals, proposals, reports) => {
        const pledge = { ...given, evidence: [...given.evidence, paper] };
        const deliveries = reports.map((one) => ({ ...one, evidence: [paper.id] }));
        for (const item of unresolvedEver(pledge, { ...BARE, left, approvals, proposals, deliveries })) {
          const { what, resolvedBy } = itemWords(item);
          expect(`${what} ${resolvedBy}`).not.toMatch(/domain\.|[{}]|undefined|null| \.|: \./);
          expect(what).toMatch(/^[A-Z“].*$/s);
          expect(resolvedBy).toMatch(/^[a-z].*[^.]$/s);
        }
      },
    ),
  );
});

test("several causes of one kind make one sentence", () => {
  const since = "2026-01-06";
  const causes = ["AIR", "MARITIME"].map((kind) => ({ what: "not-stated", since, data: { kind } }));
  expect(itemWords({ code: "NO_QUANTITY", params: { causes } })).toEqual({
    what: "The quantities are “not stated”: air, maritime.",
    resolvedBy: "a number, a range, or “at least”, with its source",
  });
});

test("what resolves an item depends on its causes", () => {
  const cause = (what: string) => ({ what, since: "2026-01-06" });
  expect(itemWords({ code: "NO_OWNER", params: { causes: [cause("owner")] } }).resolvedBy).toBe("an owner");
  expect(itemWords({ code: "NO_OWNER", params: { causes: [cause("owner"), cause("next-action")] } })).toEqual(
    {
      what: "It has no owner. No next action is on record.",
      resolvedBy: "an owner and a next action",
    },
  );
});

test("a quantity says how it was stated", () => {
  const of = (kind: (typeof QUANTITY_KINDS)[number], min: number | null, max: number | null) =>
    quantityWords({ kind, min, max, unit: "PERSON", asStated: "several hundred" });
  expect(of("EXACT", 1, 1)).toBe("1 person");
  expect(of("RANGE", 1_000, 2_000)).toBe("1,000 to 2,000 people");
  expect(of("AT_LEAST", 500, null)).toBe("at least 500 people");
  expect(of("UP_TO", null, 250)).toBe("up to 250 people");
  expect(of("APPROXIMATE", 200, 200)).toBe("about 200 people");
  expect(of("QUALITATIVE", null, null)).toBe("“several hundred” (people)");
  expect(quantityWords(NOT_STATED)).toBe("not stated");
  expect(quantityWords({ kind: "EXACT", min: 3, max: 3, unit: null, asStated: null })).toBe("3");
});

test("a sum says how it was stated", () => {
  const of = (kind: BoundedMoney["kind"], min: string, max: string | null) =>
    moneyWords({ kind, min, max, currency: "EUR", asStated: null });
  expect(of("UP_TO", "0", "2000000000")).toBe("up to EUR 2,000,000,000");
  expect(of("AT_LEAST", "1000000000", null)).toBe("at least EUR 1,000,000,000");
  expect(of("APPROXIMATE", "1500000.5", "1500000.5")).toBe("about EUR 1,500,000.5");
  expect(of("RANGE", "1", "2")).toBe("EUR 1 to EUR 2");
  const text = "It pays up to €2bn.";
  const value = {
    kind: "UP_TO",
    min: "0",
    max: "2000000000",
    currency: "EUR",
    asStated: "up to €2bn",
  } as const;
  const names = { participants: new Map<string, string>(), triggers: new Map<string, string>() };
  expect(foundWords(text, { start: 8, end: 18, type: "money", value }, names).label).toBe(
    "Money: up to EUR 2,000,000,000",
  );
});

test("money keeps its currency and every digit", () => {
  expect(moneyWords({ amount: "200000000.00", currency: "GBP" })).toBe("GBP 200,000,000");
  expect(moneyWords({ amount: "999999999999999.25", currency: "EUR" })).toBe("EUR 999,999,999,999,999.25");
});

test("fields, actions and completeness read as people say them", () => {
  expect(fieldWords("contributions.0.quantity")).toBe("Contribution 1: Quantity");
  expect(fieldWords("contributions.1")).toBe("Contribution 2");
  expect(fieldWords("evidence.0.retracted")).toBe("Evidence 1: Retracted");
  expect(fieldWords("windowStart")).toBe("Window from");
  expect(actionWords("pledge.evidence-added")).toBe("added evidence");
  expect(completenessWords({ met: 8, of: 10, missing: ["quantity", "window"] })).toBe(
    "8 of 10 facts, missing: quantity, window",
  );
  expect(completenessWords({ met: 10, of: 10, missing: [] })).toBe("10 of 10 facts");
});

test("a source of unknown language says so", () => {
  expect(languageWords("sv")).toBe("Swedish");
  expect(languageWords("und")).toBe("not known");
  expect(languageInSentence("und")).toBe("language not known");
});
