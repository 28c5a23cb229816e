// Every change of the API, with a well-formed body.
import type { Method, Who } from "../api";
import { approvalBody, aSource, contentBody, evidenceBody, pledgeBody, triggerEvidenceBody } from "../bodies";

/** Ids of records that paths name. */
export interface Known {
  approval: string;
  person: string;
}

export interface Target {
  who: Who;
  method: Method;
  path: (known: Known) => string;
  body: Record<string, unknown>;
  version?: number;
  /** Null is a meaningful value. */
  mayBeNull?: boolean;
}

/** Each is well formed and still refused, for its version or for what it names, so that nothing is ever written. */
export const TARGETS: Record<string, Target> = {
  "POST /pledges": {
    who: "manager",
    method: "POST",
    path: () => "/pledges",
    body: { ...pledgeBody, participant: "XX" },
  },
  "PATCH /pledges/[reference]": {
    who: "manager",
    method: "PATCH",
    path: () => "/pledges/FR-3-001",
    body: { ...contentBody, reason: "So." },
    version: 999,
  },
  "POST …/stage": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-001/stage",
    body: {
      to: "COMMITTED",
      changes: contentBody,
      reason: "Signed.",
      evidence: [evidenceBody],
      successor: "FR-3-002",
    },
    version: 999,
  },
  "POST …/confirm": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/confirm",
    body: { on: "2026-02-20" },
  },
  "POST …/void": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-001/void",
    body: { reason: "Twice." },
    version: 999,
  },
  "PUT …/condition": {
    who: "manager",
    method: "PUT",
    path: () => "/pledges/FR-3-001/condition",
    body: {
      condition: {
        all: [
          { trigger: "CEASEFIRE_IN_FORCE" },
          {
            not: {
              any: [
                { pledge: "US-4-001", atLeast: "COMMITTED" },
                { pledge: "UA-4-001", atLeast: "PLEDGED" },
              ],
            },
          },
        ],
      },
      reason: "So.",
    },
    version: 999,
    mayBeNull: true,
  },
  "POST …/evidence": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/evidence",
    body: evidenceBody,
  },
  "POST …/comments": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/comments",
    body: { text: "So?" },
  },
  "POST …/links": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/links",
    body: { participant: "SE", does: "decline", reason: "Not so." },
    version: 999,
  },
  "POST …/links of a line": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/links",
    body: { contribution: crypto.randomUUID(), does: "decline", reason: "Not so." },
    version: 999,
  },
  "POST …/suggestions": {
    who: "officer",
    method: "POST",
    path: () => "/pledges/SE-3-999/suggestions",
    body: { text: "So?", why: "It is.", field: "windowEnd", address: "https://ministry.example/a" },
  },
  "POST /suggestions/[id]/answer": {
    who: "manager",
    method: "POST",
    path: () => `/suggestions/${crypto.randomUUID()}/answer`,
    body: { does: "decline", reason: "Not so." },
  },
  "POST …/deliveries": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/deliveries",
    body: {
      contribution: crypto.randomUUID(),
      quantity: { kind: "EXACT", min: 5, max: 5, unit: "SYSTEM", asStated: "five" },
      money: { amount: "1000.00", currency: "EUR" },
      deliveredOn: "2026-02-20",
      definition: "HANDED_OVER",
      evidence: [crypto.randomUUID()],
      note: "By rail.",
    },
  },
  "POST /deliveries/[id]/confirm": {
    who: "manager",
    method: "POST",
    path: () => `/deliveries/${crypto.randomUUID()}/confirm`,
    body: { on: "2026-02-21", by: "Ministry of Defence", evidence: crypto.randomUUID() },
  },
  "POST /deliveries/[id]/retract": {
    who: "manager",
    method: "POST",
    path: () => `/deliveries/${crypto.randomUUID()}/retract`,
    body: { reason: "Counted twice." },
  },
  "POST /evidence/[id]/retract": {
    who: "manager",
    method: "POST",
    path: () => `/evidence/${crypto.randomUUID()}/retract`,
    body: { reason: "Wrong." },
  },
  "POST /approvals": {
    who: "manager",
    method: "POST",
    path: () => "/approvals",
    body: { ...approvalBody, participant: "XX" },
  },
  "PATCH /approvals/[id]": {
    who: "manager",
    method: "PATCH",
    path: (known) => `/approvals/${known.approval}`,
    body: {
      body: "Assemblée",
      subject: "Vote",
      status: "TABLED",
      statusSince: "2026-02-20",
      decidedOn: null,
      serves: ["FR-3-001"],
      reason: "So.",
    },
    version: 999,
  },
  "POST /proposals/[id]/decision": {
    who: "manager",
    method: "POST",
    path: () => `/proposals/${crypto.randomUUID()}/decision`,
    body: { decision: "RETURN", note: "Not yet.", seen: 1 },
  },
  "POST /proposals/[id]/withdraw": {
    who: "manager",
    method: "POST",
    path: () => `/proposals/${crypto.randomUUID()}/withdraw`,
    body: {},
  },
  "POST /triggers": {
    who: "manager",
    method: "POST",
    path: () => "/triggers",
    body: {
      code: "CEASEFIRE_IN_FORCE",
      title: "Ceasefire in force",
      description: "Both sides keep it.",
      waiting: "DORMANT",
      state: "MET",
      since: "2026-02-20",
      evidence: [triggerEvidenceBody],
    },
  },
  "PATCH /triggers/[code]": {
    who: "manager",
    method: "PATCH",
    path: () => "/triggers/CEASEFIRE_IN_FORCE",
    body: {
      title: "Ceasefire in force",
      description: null,
      waiting: "DORMANT",
      state: "MET",
      since: "2026-02-20",
      evidence: [triggerEvidenceBody],
      reason: "Seen by monitors.",
    },
    version: 999,
  },
  "POST /triggers/[code]/change/cancel": {
    who: "manager",
    method: "POST",
    path: () => "/triggers/CEASEFIRE_IN_FORCE/change/cancel",
    body: {},
  },
  "POST /rulings": {
    who: "manager",
    method: "POST",
    path: () => "/rulings",
    body: {
      pledge: "FR-3-999",
      field: "contributions.quantity",
      holds: null,
      finding: "Several thousand.",
      reason: "Said by the minister.",
      supersedes: null,
    },
  },
  "POST /pledges/[reference]/apply-ruling": {
    who: "manager",
    method: "POST",
    path: () => "/pledges/FR-3-999/apply-ruling",
    body: { ruling: "00000000-0000-4000-8000-00000000000f" },
    version: 1,
  },
  "POST /participants/[code]/searches": {
    who: "manager",
    method: "POST",
    path: () => "/participants/XX/searches",
    body: { priority: 5, until: "2026-02-20", where: "The ministry's site" },
  },
  "POST /requirements": {
    who: "manager",
    method: "POST",
    path: () => "/requirements",
    body: {
      reference: "LAND-9",
      title: "Sappers",
      capability: "TROOPS",
      priority: 3,
      domain: "LAND",
      location: "IN_UKRAINE",
      quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: null },
      money: null,
      neededBy: { day: 30, date: null },
      criticality: 2,
      lead: "XX",
      note: "For the roads.",
    },
  },
  "PATCH /requirements/[reference]": {
    who: "manager",
    method: "PATCH",
    path: () => "/requirements/DEMO-1",
    body: {
      title: "Sappers",
      capability: "TROOPS",
      priority: 3,
      domain: "LAND",
      location: "IN_UKRAINE",
      quantity: { kind: "AT_LEAST", min: 200, max: null, unit: "PERSON", asStated: null },
      money: null,
      neededBy: { day: null, date: "2026-06-01" },
      criticality: 2,
      lead: "FR",
      note: "For the roads.",
      closed: { reason: "Met." },
      reason: "So.",
    },
    version: 999,
  },
  "POST /requirements/[reference]/offers": {
    who: "manager",
    method: "POST",
    path: () => "/requirements/DEMO-1/offers",
    body: {
      pledge: "FR-3-999",
      contribution: crypto.randomUUID(),
      amount: "200",
      fit: "PARTIAL",
      reason: "Half of the year.",
    },
  },
  "POST /offers/[id]/withdraw": {
    who: "manager",
    method: "POST",
    path: () => `/offers/${crypto.randomUUID()}/withdraw`,
    body: { reason: "Withdrawn by letter." },
  },
  "POST /scenarios": {
    who: "manager",
    method: "POST",
    path: () => "/scenarios",
    body: {
      name: "Two parliaments say no",
      note: "For the leaders' call.",
      asOf: "2026-02-20T12:00:00Z",
      assumptions: [
        { trigger: "NOBODY_KNOWS_OF", state: "MET" },
        { approval: crypto.randomUUID(), status: "REJECTED" },
        { pledge: "US-4-001", atLeast: "COMMITTED" },
        { contribution: crypto.randomUUID(), quantity: 500, unit: "PERSON" },
      ],
    },
  },
  "POST /scenarios/preview": {
    who: "manager",
    method: "POST",
    path: () => "/scenarios/preview",
    body: { asOf: "2026-02-20", assumptions: [{ trigger: "NOBODY_KNOWS_OF", state: "MET" }] },
  },
  "PATCH /scenarios/[id]": {
    who: "manager",
    method: "PATCH",
    path: () => `/scenarios/${crypto.randomUUID()}`,
    body: { name: "Another name", note: "So.", withdrawn: { reason: "Out of date." } },
    version: 999,
  },
  "POST /baselines": {
    who: "manager",
    method: "POST",
    path: () => "/baselines",
    body: { name: "Berlin", asOf: "2199-01-01T00:00:00Z" },
  },
  "POST /sources": {
    who: "manager",
    method: "POST",
    path: () => "/sources",
    body: { ...aSource, ownership: "NOBODYS", text: "We stand ready." },
  },
  "POST /sources/[id]/files": {
    who: "manager",
    method: "POST",
    path: () => `/sources/${crypto.randomUUID()}/files`,
    body: { file: crypto.randomUUID() },
  },
  "POST /people": {
    who: "admin",
    method: "POST",
    path: () => "/people",
    body: { email: "manager@register.example", name: "Again", role: "OFFICER", desk: ["FR"] },
  },
  "PATCH /participants/[code]": {
    who: "admin",
    method: "PATCH",
    path: () => "/participants/FR",
    body: {
      names: { en: "France", fr: "France", uk: "Франція" },
      role: "MEMBER",
      joinedOn: "2025-02-25",
    },
    version: 999,
  },
  "POST /findings": {
    who: "auditor",
    method: "POST",
    path: () => "/findings",
    body: { about: "pledge:FR-3-999", text: "The quote is not in the source." },
  },
  "POST /findings/[id]/answer": {
    who: "manager",
    method: "POST",
    path: () => "/findings/F-9999/answer",
    body: { text: "It is so." },
    version: 1,
  },
  "POST /findings/[id]/close": {
    who: "auditor",
    method: "POST",
    path: () => `/findings/${crypto.randomUUID()}/close`,
    body: { text: "Seen." },
    version: 1,
  },
  "POST /findings/[id]/reopen": {
    who: "auditor",
    method: "POST",
    path: () => "/findings/F-9999/reopen",
    body: { text: "Not so." },
    version: 1,
  },
  "POST /questions": {
    who: "manager",
    method: "POST",
    path: () => "/questions",
    body: {
      about: "FR-3-999",
      code: "NO_WINDOW",
      askedOf: "Ministry of the Armed Forces",
      text: "From when would it be available?",
      dueOn: "2100-01-01",
    },
  },
  "POST /questions/[id]/answer": {
    who: "manager",
    method: "POST",
    path: () => "/questions/Q-9999/answer",
    body: {
      text: "From May on.",
      answeredOn: "2026-02-20",
      evidence: "11111111-1111-4111-8111-111111111111",
      pledge: "FR-3-001",
    },
    version: 1,
  },
  "POST /questions/[id]/withdraw": {
    who: "manager",
    method: "POST",
    path: () => `/questions/${crypto.randomUUID()}/withdraw`,
    body: { reason: "Asked elsewhere." },
    version: 1,
  },
  "POST /questions/[id]/reopen": {
    who: "manager",
    method: "POST",
    path: () => "/questions/Q-9999/reopen",
    body: { reason: "Not so.", dueOn: "2100-01-01" },
    version: 1,
  },
  "POST /inbox/read": {
    who: "manager",
    method: "POST",
    path: () => "/inbox/read",
    body: { entries: [999_999], read: true },
  },
  "POST /inbox/choices": {
    who: "officer",
    method: "POST",
    path: () => "/inbox/choices",
    body: { kinds: ["FINDING"], digest: true, hour: 8, timeZone: "Europe/Paris" },
  },
  "POST /watches": {
    who: "manager",
    method: "POST",
    path: () => "/watches",
    body: { topic: "pledge:FR-3-999", watching: true },
  },
  "PATCH /settings": {
    who: "admin",
    method: "PATCH",
    path: () => "/settings",
    body: { timeZone: "Europe/Paris", marking: "EXERCISE", staleDays: 20, secondFactorFor: ["ADMIN"] },
    version: 999,
  },
  "PATCH /people/[id]": {
    who: "admin",
    method: "PATCH",
    path: (known) => `/people/${known.person}`,
    body: { name: "Name", role: "AUDITOR", desk: [], sealed: true, disabled: false },
    version: 999,
  },
};
