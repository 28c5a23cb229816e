// Records other than pledges, one row each, from their canonical form in the log.
import { APPROVAL_FIELDS, type Approval } from "../../pledge/approval";
import type { Delivery } from "../../pledge/delivery";
import { filesInCodes, limitInCodes } from "../in-codes";
import type { Offer } from "../../requirements/offer";
import type { Participant } from "../../people/participant";
import { REQUIREMENT_FIELDS, type Requirement } from "../../requirements/requirement";
import type { Source } from "../../pledge/source";
import { dayField, instantField, integer, joined, table, textField, type Column } from "../table";
import { TRIGGER_FIELDS, type Trigger } from "../../pledge/trigger";
import { fieldColumns, QUANTITY, textColumns, VERSIONED } from "./by-field";
import { exactAmount, sumColumns } from "./money-columns";
import { itself, recordTable } from "./record-table";

export const approvalsTable = recordTable(
  table<Approval>("approvals", ["id"], {
    participant: textField((record) => record.participant),
    ...fieldColumns(APPROVAL_FIELDS, ["kind", "body", "subject", "status"]),
    ...fieldColumns(APPROVAL_FIELDS, ["statusSince", "scheduledFor", "decidedOn"]),
    serves: textField((record) => joined(record.serves)),
    ...VERSIONED,
    id: textField((record) => record.id),
    // Fields without a place of their own come last, so that the other columns stay where they were.
    ...fieldColumns(APPROVAL_FIELDS),
    limits: textField((record) => joined((record.limits ?? []).map(limitInCodes))),
  }),
  { approval: itself<Approval> },
);

/** Shared with the list of sources. */
export const SOURCE: Readonly<Record<string, Column<Source>>> = {
  ...textColumns("publisher", "title", "url"),
  publishedOn: dayField((record) => record.publishedOn),
  ...textColumns("language", "ownership"),
  files: textField((record) => filesInCodes(record.files)),
  captured: textField((record) => record.captured),
  readFrom: textField(
    ({ readFrom }) =>
      readFrom &&
      `sha256:${readFrom.sha256}${readFrom.corrected ? " corrected" : ""}${readFrom.whole ? "" : " in part"}`,
  ),
  version: integer((record) => record.version),
  createdAt: instantField((record) => record.createdAt),
  id: textField((record) => record.id),
};
export const sourcesTable = recordTable(table("sources", ["id"], SOURCE), { source: itself<Source> });

/** Shared with the list of participants. */
export const PARTICIPANT: Readonly<Record<string, Column<Participant>>> = {
  ...textColumns("code", "kind", "role"),
  name: textField((record) => record.names.en),
  names: textField(({ names }) =>
    joined(
      Object.keys(names)
        .sort()
        .map((language) => `${language}: ${names[language] ?? ""}`),
    ),
  ),
  joinedOn: dayField((record) => record.joinedOn),
  leftOn: dayField((record) => record.leftOn),
  leftReason: textField((record) => record.leftReason),
  version: integer((record) => record.version),
  recordedAt: instantField((record) => record.recordedAt),
};
/** By priority. */
export const SEARCHES: Readonly<Record<string, Column<Participant>>> = {
  searches: textField(({ searches }) =>
    joined(
      searches.map(
        ({ priority, until, where, by }) => `${String(priority)} until ${until}: ${where} (${by})`,
      ),
    ),
  ),
};
/** Oldest first. */
export const FORMER_NAMES: Readonly<Record<string, Column<Participant>>> = {
  formerNames: textField(({ formerNames }) =>
    joined(formerNames.map(({ names, until }) => `${names["en"] ?? ""} until ${until}`)),
  ),
};
const NOTHING_ADDED = { searches: [], formerNames: [] };
export const participantsTable = recordTable(
  table("participants", ["code"], { ...PARTICIPANT, ...SEARCHES, ...FORMER_NAMES }),
  {
    // An entry leaves out what is empty.
    participant: (record: Participant) => [{ ...NOTHING_ADDED, ...record }],
  },
);

export const triggersTable = recordTable(
  table<Trigger>("triggers", ["code"], {
    code: textField((record) => record.code),
    ...fieldColumns(TRIGGER_FIELDS, ["title", "description", "waiting", "state", "since"]),
    evidence: integer((record) => record.evidence.length),
    ...VERSIONED,
    ...fieldColumns(TRIGGER_FIELDS),
  }),
  { trigger: itself<Trigger> },
);

/** Shared with the list of requirements. */
export const REQUIREMENT: Readonly<Record<string, Column<Requirement>>> = {
  reference: textField((record) => record.reference),
  ...fieldColumns(REQUIREMENT_FIELDS, ["title", "capability", "priority", "domain", "location"]),
  ...QUANTITY,
  moneyAmount: exactAmount((record) => record.money),
  moneyCurrency: textField((record) => record.money?.currency),
  neededByDay: integer((record) => record.neededBy.day),
  neededByDate: dayField((record) => record.neededBy.date),
  ...fieldColumns(REQUIREMENT_FIELDS, ["criticality", "lead", "note"]),
  closedAt: instantField((record) => record.closed?.at),
  closeReason: textField((record) => record.closed?.reason),
  ...VERSIONED,
  ...sumColumns("money", (record) => record.money),
  ...fieldColumns(REQUIREMENT_FIELDS),
};
export const requirementsTable = recordTable(table("requirements", ["reference"], REQUIREMENT), {
  requirement: itself<Requirement>,
});

export const offersTable = recordTable(
  table<Offer>("offers", ["id"], {
    ...textColumns("requirement", "pledge", "contribution", "amount", "fit", "reason"),
    withdrawnAt: instantField((record) => record.withdrawn?.at),
    withdrawReason: textField((record) => record.withdrawn?.reason),
    ...VERSIONED,
    id: textField((record) => record.id),
  }),
  { offer: itself<Offer> },
);

export const deliveriesTable = recordTable(
  table<Delivery>("deliveries", ["id"], {
    ...textColumns("pledge", "contribution"),
    ...QUANTITY,
    moneyAmount: exactAmount((record) => record.money),
    moneyCurrency: textField((record) => record.money?.currency),
    deliveredOn: dayField((record) => record.deliveredOn),
    definition: textField((record) => record.definition),
    evidence: textField((record) => joined(record.evidence)),
    confirmedOn: dayField((record) => record.confirmation?.on),
    confirmedBy: textField((record) => record.confirmation?.by),
    confirmationEvidence: textField((record) => record.confirmation?.evidence),
    note: textField((record) => record.note),
    retractedAt: instantField((record) => record.retracted?.at),
    retractReason: textField((record) => record.retracted?.reason),
    ...VERSIONED,
    id: textField((record) => record.id),
    ...sumColumns("money", (record) => record.money),
  }),
  { delivery: itself<Delivery> },
);
