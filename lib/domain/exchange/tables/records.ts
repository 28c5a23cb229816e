// The records beside pledges, a row each, out of the canonical form in which the log holds them.
import type { Approval } from "../../pledge/approval";
import type { Delivery } from "../../pledge/delivery";
import { filesInCodes, quantityInCodes } from "../in-codes";
import type { Offer } from "../../requirements/offer";
import type { Participant } from "../../people/participant";
import type { Requirement } from "../../requirements/requirement";
import type { Source } from "../../pledge/source";
import { day, instant, integer, joined, number, table, text, type Column } from "../table";
import type { Trigger } from "../../pledge/trigger";
import { itself, recordTable } from "./record-table";

export const approvals = recordTable(
  table<Approval>("approvals", ["id"], {
    participant: text((record) => record.participant),
    kind: text((record) => record.kind),
    body: text((record) => record.body),
    subject: text((record) => record.subject),
    status: text((record) => record.status),
    statusSince: day((record) => record.statusSince),
    scheduledFor: day((record) => record.scheduledFor),
    decidedOn: day((record) => record.decidedOn),
    serves: text((record) => joined(record.serves)),
    version: integer((record) => record.version),
    createdAt: instant((record) => record.createdAt),
    updatedAt: instant((record) => record.updatedAt),
    id: text((record) => record.id),
  }),
  { approval: itself<Approval> },
);

/** Also of the list of documents. */
export const SOURCE: Readonly<Record<string, Column<Source>>> = {
  publisher: text((record) => record.publisher),
  title: text((record) => record.title),
  url: text((record) => record.url),
  publishedOn: day((record) => record.publishedOn),
  language: text((record) => record.language),
  ownership: text((record) => record.ownership),
  files: text((record) => filesInCodes(record.files)),
  captured: text((record) => record.captured),
  readFrom: text(
    ({ readFrom }) =>
      readFrom &&
      `sha256:${readFrom.sha256}${readFrom.corrected ? " corrected" : ""}${readFrom.whole ? "" : " in part"}`,
  ),
  version: integer((record) => record.version),
  createdAt: instant((record) => record.createdAt),
  id: text((record) => record.id),
};
export const sources = recordTable(table("sources", ["id"], SOURCE), { source: itself<Source> });

/** Also of the list of those who take part. */
export const PARTICIPANT: Readonly<Record<string, Column<Participant>>> = {
  code: text((record) => record.code),
  kind: text((record) => record.kind),
  role: text((record) => record.role),
  name: text((record) => record.names.en),
  names: text(({ names }) =>
    joined(
      Object.keys(names)
        .sort()
        .map((language) => `${language}: ${names[language] ?? ""}`),
    ),
  ),
  joinedOn: day((record) => record.joinedOn),
  version: integer((record) => record.version),
  recordedAt: instant((record) => record.recordedAt),
};
export const participants = recordTable(table("participants", ["code"], PARTICIPANT), {
  participant: itself<Participant>,
});

export const triggers = recordTable(
  table<Trigger>("triggers", ["code"], {
    code: text((record) => record.code),
    title: text((record) => record.title),
    description: text((record) => record.description),
    waiting: text((record) => record.waiting),
    state: text((record) => record.state),
    since: day((record) => record.since),
    evidence: integer((record) => record.evidence.length),
    version: integer((record) => record.version),
    createdAt: instant((record) => record.createdAt),
    updatedAt: instant((record) => record.updatedAt),
  }),
  { trigger: itself<Trigger> },
);

/** Also of the list of what is needed. */
export const REQUIREMENT: Readonly<Record<string, Column<Requirement>>> = {
  reference: text((record) => record.reference),
  title: text((record) => record.title),
  capability: text((record) => record.capability),
  priority: integer((record) => record.priority),
  domain: text((record) => record.domain),
  location: text((record) => record.location),
  quantity: text((record) => record.quantity && quantityInCodes(record.quantity)),
  quantityKind: text((record) => record.quantity?.kind),
  quantityMin: number((record) => record.quantity?.min ?? null),
  quantityMax: number((record) => record.quantity?.max ?? null),
  unit: text((record) => record.quantity?.unit),
  moneyAmount: text((record) => record.money?.amount),
  moneyCurrency: text((record) => record.money?.currency),
  neededByDay: integer((record) => record.neededBy.day),
  neededByDate: day((record) => record.neededBy.date),
  criticality: integer((record) => record.criticality),
  lead: text((record) => record.lead),
  note: text((record) => record.note),
  closedAt: instant((record) => record.closed?.at),
  closeReason: text((record) => record.closed?.reason),
  version: integer((record) => record.version),
  createdAt: instant((record) => record.createdAt),
  updatedAt: instant((record) => record.updatedAt),
};
export const requirements = recordTable(table("requirements", ["reference"], REQUIREMENT), {
  requirement: itself<Requirement>,
});

export const offers = recordTable(
  table<Offer>("offers", ["id"], {
    requirement: text((record) => record.requirement),
    pledge: text((record) => record.pledge),
    contribution: text((record) => record.contribution),
    amount: text((record) => record.amount),
    fit: text((record) => record.fit),
    reason: text((record) => record.reason),
    withdrawnAt: instant((record) => record.withdrawn?.at),
    withdrawReason: text((record) => record.withdrawn?.reason),
    version: integer((record) => record.version),
    createdAt: instant((record) => record.createdAt),
    updatedAt: instant((record) => record.updatedAt),
    id: text((record) => record.id),
  }),
  { offer: itself<Offer> },
);

export const deliveries = recordTable(
  table<Delivery>("deliveries", ["id"], {
    pledge: text((record) => record.pledge),
    contribution: text((record) => record.contribution),
    quantity: text((record) => record.quantity && quantityInCodes(record.quantity)),
    quantityKind: text((record) => record.quantity?.kind),
    quantityMin: number((record) => record.quantity?.min ?? null),
    quantityMax: number((record) => record.quantity?.max ?? null),
    unit: text((record) => record.quantity?.unit),
    moneyAmount: text((record) => record.money?.amount),
    moneyCurrency: text((record) => record.money?.currency),
    deliveredOn: day((record) => record.deliveredOn),
    definition: text((record) => record.definition),
    evidence: text((record) => joined(record.evidence)),
    confirmedOn: day((record) => record.confirmation?.on),
    confirmedBy: text((record) => record.confirmation?.by),
    confirmationEvidence: text((record) => record.confirmation?.evidence),
    note: text((record) => record.note),
    retractedAt: instant((record) => record.retracted?.at),
    retractReason: text((record) => record.retracted?.reason),
    version: integer((record) => record.version),
    createdAt: instant((record) => record.createdAt),
    updatedAt: instant((record) => record.updatedAt),
    id: text((record) => record.id),
  }),
  { delivery: itself<Delivery> },
);
