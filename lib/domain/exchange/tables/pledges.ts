// A pledge as logged, in four tables: itself, its contributions, its evidence, and its condition's leaves.
import { isLeaf, partsOf, type Condition, type Leaf } from "../../pledge/condition";
import { CONTRIBUTION_FIELDS } from "../../pledge/contribution";
import { PLEDGE_PIECE_FIELDS } from "../../pledge/evidence";
import { caveatsInCodes, conditionInCodes, filesInCodes, linksInCodes, quantityInCodes } from "../in-codes";
import { PLEDGE_FIELDS, type Handling } from "../../pledge/pledge-fields";
import { dayField, instantField, integer, joined, table, textField } from "../table";
import type { Trigger, TriggerEvidence } from "../../pledge/trigger";
import { fieldColumns, QUANTITY, textColumns, VERSIONED } from "./by-field";
import { exactAmount, sumColumns } from "./money-columns";
import { itself, recordTable, type LineRecord, type PieceRecord, type PledgeRecord } from "./record-table";

export const pledgesTable = recordTable(
  table<PledgeRecord>("pledges", ["reference"], {
    ...textColumns("reference", "participant"),
    priority: integer((record) => record.priority),
    ...fieldColumns(PLEDGE_FIELDS, ["title", "summary"]),
    ...textColumns("stage", "stageReason"),
    stageSetOn: dayField((record) => record.stageSetOn),
    suspendedFrom: textField((record) => record.suspendedFrom),
    pledgedByStepOn: dayField((record) => record.pledgedByStepOn),
    ...fieldColumns(PLEDGE_FIELDS, ["statedOn", "windowStart", "windowEnd", "dueOn"]),
    ...fieldColumns(PLEDGE_FIELDS, ["authorisedBy", "furtherApproval"]),
    condition: textField(({ condition }) => condition && conditionInCodes(condition, () => undefined)),
    conditionSetOn: dayField((record) => record.conditionSetOn),
    ...fieldColumns(PLEDGE_FIELDS, ["owner", "nextAction", "nextActionDueOn"]),
    lastConfirmedOn: dayField((record) => record.lastConfirmedOn),
    ...fieldColumns(PLEDGE_FIELDS, ["handling"]),
    contributions: integer((record) => record.contributions.length),
    evidence: integer((record) => record.evidence.length),
    voidedAt: instantField((record) => record.voided?.at),
    voidReason: textField((record) => record.voided?.reason),
    supersededBy: textField((record) => record.supersededBy),
    ...VERSIONED,
    id: textField((record) => record.id),
    // As in the list of pledges: fields without a place of their own.
    ...fieldColumns(PLEDGE_FIELDS),
    jointWith: textField(({ jointWith }) => linksInCodes(jointWith ?? [])),
    onBehalfOf: textField(({ onBehalfOf }) => linksInCodes(onBehalfOf ?? [])),
  }),
  { pledge: itself<PledgeRecord> },
);

interface PlacedLine extends LineRecord {
  pledge: string;
  handling: Handling;
  position: number;
}

export const contributions = recordTable(
  table<PlacedLine>("contributions", ["id"], {
    ...textColumns("pledge", "handling"),
    position: integer((line) => line.position),
    ...fieldColumns(CONTRIBUTION_FIELDS, ["kind", "domain", "location"]),
    ...QUANTITY,
    asStated: textField((line) => line.quantity.asStated),
    moneyAmount: exactAmount((line) => line.money),
    moneyCurrency: textField((line) => line.money?.currency),
    ...fieldColumns(CONTRIBUTION_FIELDS, ["noticeToMoveDays", "availableFrom", "availableTo"]),
    caveats: textField((line) => caveatsInCodes(line.caveats)),
    allocatedOn: dayField((line) => line.allocated?.on),
    allocatedQuantity: textField(
      (line) => line.allocated?.quantity && quantityInCodes(line.allocated.quantity),
    ),
    allocatedAmount: exactAmount((line) => line.allocated?.money),
    allocatedCurrency: textField((line) => line.allocated?.money?.currency),
    id: textField((line) => line.id),
    ...sumColumns("money", (line) => line.money),
    ...sumColumns("allocatedMoney", (line) => line.allocated?.money),
    ...fieldColumns(CONTRIBUTION_FIELDS),
    sameAsPledge: textField((line) => line.sameAs?.pledge),
    sameAsContribution: textField((line) => line.sameAs?.contribution),
    sameAsState: textField((line) => line.sameAs?.state),
  }),
  {
    pledge: ({ reference, handling, contributions: lines }: PledgeRecord) =>
      lines.map((line, index): PlacedLine => ({ ...line, pledge: reference, handling, position: index + 1 })),
  },
);

type Piece = TriggerEvidence &
  Partial<Omit<PieceRecord, keyof TriggerEvidence>> & {
    pledge: string | null;
    handling: Handling | null;
    trigger: string | null;
    position: number;
  };

/** Of pledges and of triggers. */
export const evidenceTable = recordTable(
  table<Piece>("evidence", ["id"], {
    ...textColumns("pledge", "handling", "trigger"),
    position: integer((piece) => piece.position),
    source: textField((piece) => piece.source),
    ...fieldColumns(PLEDGE_PIECE_FIELDS, ["kind", "reliability", "credibility", "quote", "supports"]),
    ...fieldColumns(PLEDGE_PIECE_FIELDS, ["field", "claims", "validUntil"]),
    files: textField((piece) => filesInCodes(piece.files)),
    spanStart: integer((piece) => piece.span?.start ?? null),
    spanEnd: integer((piece) => piece.span?.end ?? null),
    recordedAt: instantField((piece) => piece.recordedAt),
    retractedAt: instantField((piece) => piece.retracted?.at),
    retractReason: textField((piece) => piece.retracted?.reason),
    id: textField((piece) => piece.id),
    ...fieldColumns(PLEDGE_PIECE_FIELDS),
  }),
  {
    pledge: ({ reference: pledge, handling, evidence: pieces }: PledgeRecord) =>
      pieces.map((piece, index) => ({ ...piece, pledge, handling, trigger: null, position: index + 1 })),
    trigger: ({ code, evidence: pieces }: Trigger) =>
      pieces.map((piece, index) => ({
        ...piece,
        pledge: null,
        handling: null,
        trigger: code,
        position: index + 1,
      })),
  },
);

interface PlacedLeaf {
  leaf: Leaf;
  pledge: string;
  handling: Handling;
  position: number;
  within: string;
}

/** One row per leaf, with repetitions; `within` lists the enclosing groups from the outermost: "all", "all any 2of". */
export const conditionsTable = recordTable(
  table<PlacedLeaf>("conditions", ["pledge", "position"], {
    ...textColumns("pledge", "handling"),
    position: integer((row) => row.position),
    within: textField((row) => row.within),
    trigger: textField(({ leaf }) => ("trigger" in leaf ? leaf.trigger : null)),
    approval: textField(({ leaf }) => ("approval" in leaf ? leaf.approval : null)),
    waitsFor: textField(({ leaf }) => ("pledge" in leaf ? leaf.pledge : null)),
    atLeast: textField(({ leaf }) => ("pledge" in leaf ? leaf.atLeast : null)),
    basis: textField(({ leaf }) => leaf.basis ?? null),
    evidence: textField(({ leaf }) => joined(leaf.evidence ?? [])),
  }),
  {
    pledge: ({ reference, handling, condition }: PledgeRecord) =>
      (condition ? leavesWithin(condition, []) : []).map((one, index): PlacedLeaf => ({
        ...one,
        pledge: reference,
        handling,
        position: index + 1,
      })),
  },
);

function leavesWithin(part: Condition, groups: readonly string[]): Pick<PlacedLeaf, "leaf" | "within">[] {
  if ("not" in part) return leavesWithin(part.not, [...groups, "not"]);
  if (isLeaf(part)) return [{ leaf: part, within: groups.join(" ") }];
  const group = "all" in part ? "all" : "any" in part ? "any" : `${part.kOf}of`;
  return partsOf(part).flatMap((one) => leavesWithin(one, [...groups, group]));
}
