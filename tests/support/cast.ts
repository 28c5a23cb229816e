// The named cast of the tests: people, and complete pledges unless a test says otherwise.
import { NO_LINKS } from "@/lib/domain/pledge/link";
import { UNSTATED_VALUES } from "@/lib/domain/pledge/pledge-fields";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { unstatedIn } from "@/lib/domain/base/field";
import { APPROVAL_FIELDS, type Approval } from "@/lib/domain/pledge/approval";
import { CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import { PLEDGE_PIECE_FIELDS, type Evidence, type EvidenceKind } from "@/lib/domain/pledge/evidence";
import { NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import type { Participant } from "@/lib/domain/people/participant";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import type { UnresolvedContext } from "@/lib/domain/unresolved/unresolved";

export const KYIV = "Europe/Kyiv";
/** The demonstration's present. */
export const NOW = "2026-02-25T08:40:00.000Z";
export const TODAY = "2026-02-25";

export const officer = person("officer", "OFFICER", ["FR", "DE"]);
export const officerNorth = person("officer-north", "OFFICER", ["SE", "GB"]);
export const manager = person("manager", "MANAGER");
export const manager2 = person("manager-2", "MANAGER");
export const auditor = person("auditor", "AUDITOR");
export const admin = person("admin", "ADMIN");
export const everyone: readonly Actor[] = [officer, officerNorth, manager, auditor, admin];

export const france: Participant = {
  code: "FR",
  kind: "STATE",
  role: "CO_LEAD",
  names: { en: "France", fr: "France", uk: "Франція" },
  joinedOn: null,
  leftOn: null,
  searches: [],
  formerNames: [],
  leftReason: null,
  version: 1,
  recordedAt: "2026-01-05T08:00:00.000Z",
};

/** The context of unresolved rules for a pledge without related records. */
export const BARE: UnresolvedContext = {
  approvals: [],
  sharing: [],
  proposals: [],
  rulings: [],
  offers: [],
  deliveries: [],
  facts: NO_FACTS,
  cycle: null,
  left: null,
  timeZone: KYIV,
  staleDays: 30,
  mandateDays: 60,
};

/** A French pledge at PLEDGED with everything on record, confirmed a week ago. */
export function aPledge(change: Partial<Pledge> = {}): Pledge {
  return {
    id: "00000000-0000-4000-8000-000000000001",
    reference: "FR-3-001",
    participant: "FR",
    priority: 3,
    version: 1,
    ...UNSTATED_VALUES,
    title: "Troops for the force",
    stage: "PLEDGED",
    stageReason: null,
    stageSetOn: "2026-01-06",
    suspendedFrom: null,
    pledgedByStepOn: null,
    statedOn: "2026-01-06",
    windowStart: "2026-06-01",
    authorisedBy: "President of the Republic",
    furtherApproval: "NO",
    owner: "officer@register.example",
    nextAction: "Ask the ministry",
    ...NO_LINKS,
    contributions: [aContribution()],
    condition: null,
    conditionSetOn: null,
    lastConfirmedOn: "2026-02-18",
    evidence: [aPiece("SIGNED_DOCUMENT")],
    voided: null,
    supersededBy: null,
    createdAt: "2026-01-06T17:40:00.000Z",
    updatedAt: "2026-01-06T17:40:00.000Z",
    ...change,
  };
}

export function aContribution(change: Partial<Contribution> = {}): Contribution {
  return {
    id: "00000000-0000-4000-8000-0000000000c1",
    kind: "TROOPS",
    domain: "LAND",
    location: "IN_UKRAINE",
    quantity: { kind: "EXACT", min: 6000, max: 6000, unit: "PERSON", asStated: "6,000" },
    ...unstatedIn(CONTRIBUTION_FIELDS),
    caveats: [],
    ...change,
  };
}

let pieces = 0;

export function aPiece(
  kind: EvidenceKind,
  change: Partial<Evidence> & { publisher?: string } = {},
): Evidence {
  const { publisher = "Élysée", ...rest } = change;
  pieces += 1;
  return {
    id: `00000000-0000-4000-8000-${String(pieces).padStart(12, "0")}`,
    source: {
      id: `00000000-0000-4000-9000-${String(pieces).padStart(12, "0")}`,
      publisher,
      url: null,
      title: null,
      publishedOn: null,
      language: "fr",
      ownership: "OFFICIAL",
    },
    ...unstatedIn(PLEDGE_PIECE_FIELDS),
    kind,
    reliability: "B",
    credibility: 2,
    recordedAt: "2026-01-06T17:40:00.000Z",
    retracted: null,
    ...rest,
  };
}

export function anApproval(change: Partial<Approval> = {}): Approval {
  return {
    id: "00000000-0000-4000-8000-0000000000a1",
    participant: "FR",
    ...unstatedIn(APPROVAL_FIELDS),
    kind: "PARLIAMENT_VOTE",
    body: "French Parliament",
    status: "REQUIRED",
    statusSince: "2026-01-07",
    serves: ["FR-3-001"],
    version: 1,
    createdAt: "2026-01-10T08:00:00.000Z",
    updatedAt: "2026-01-10T08:00:00.000Z",
    ...change,
  };
}

/** To move a French pledge to COMMITTED, proposed by its officer and open. */
export function aProposal(change: Partial<KnownProposal> = {}): KnownProposal {
  return {
    id: "00000000-0000-4000-8000-0000000000b1",
    subject: "pledge",
    subjectId: "00000000-0000-4000-8000-000000000001",
    reference: "FR-3-001",
    participant: "FR",
    priority: 3,
    concerns: ["FR-3-001"],
    proposerId: officer.id,
    status: "OPEN",
    wish: { do: "stage", to: "COMMITTED", successor: null, changes: {}, evidence: [], cites: [] },
    reason: "Signed",
    basedOn: 1,
    deciderId: null,
    note: null,
    decidedAt: null,
    version: 1,
    createdAt: "2026-02-20T08:00:00.000Z",
    updatedAt: "2026-02-20T08:00:00.000Z",
    proposedBy: { name: officer.name, email: officer.email },
    decidedBy: null,
    ...change,
  };
}

/** Of the French troops: 500 handed over, without evidence yet. */
export function aDelivery(change: Partial<Delivery> = {}): Delivery {
  return {
    id: "00000000-0000-4000-8000-0000000000f1",
    pledge: "FR-3-001",
    contribution: "00000000-0000-4000-8000-0000000000c1",
    quantity: { kind: "EXACT", min: 500, max: 500, unit: "PERSON", asStated: null },
    money: null,
    deliveredOn: "2026-02-10",
    definition: "HANDED_OVER",
    evidence: [],
    confirmation: null,
    note: null,
    retracted: null,
    version: 1,
    createdAt: "2026-02-11T08:00:00.000Z",
    updatedAt: "2026-02-11T08:00:00.000Z",
    ...change,
  };
}

/** On a French pledge's quantities: the record is right, whatever `weighed` says. */
export function aRuling(change: Partial<Ruling> = {}): Ruling {
  return {
    id: "00000000-0000-4000-8000-0000000000d1",
    pledge: "FR-3-001",
    field: "contributions.quantity",
    holds: null,
    finding: "6,000",
    reason: "The minister said so",
    weighed: [],
    supersedes: null,
    rulerId: manager.id,
    version: 1,
    createdAt: "2026-02-20T08:00:00.000Z",
    ...change,
  };
}

function person(name: string, role: Role, desk: string[] = []): Actor {
  const email = `${name}@register.example`;
  return { id: `person-${name}`, email, name, role, desk, session: null, request: null };
}
