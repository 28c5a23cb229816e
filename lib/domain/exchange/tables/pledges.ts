// A pledge as the log holds it, in four tables: itself, its lines, its evidence, and the leaves of its condition.
import type { Condition, Leaf } from "../../pledge/condition";
import { caveatsInCodes, conditionInCodes, filesInCodes, quantityInCodes } from "../in-codes";
import type { Handling } from "../../pledge/pledge";
import { day, flag, instant, integer, number, table, text } from "../table";
import type { Trigger } from "../../pledge/trigger";
import { itself, recordTable, type LineRecord, type PieceRecord, type PledgeRecord } from "./record-table";

export const pledges = recordTable(
  table<PledgeRecord>("pledges", ["reference"], {
    reference: text((record) => record.reference),
    participant: text((record) => record.participant),
    priority: integer((record) => record.priority),
    title: text((record) => record.title),
    summary: text((record) => record.summary),
    stage: text((record) => record.stage),
    stageReason: text((record) => record.stageReason),
    stageSetOn: day((record) => record.stageSetOn),
    suspendedFrom: text((record) => record.suspendedFrom),
    pledgedByStepOn: day((record) => record.pledgedByStepOn),
    statedOn: day((record) => record.statedOn),
    windowStart: day((record) => record.windowStart),
    windowEnd: day((record) => record.windowEnd),
    dueOn: day((record) => record.dueOn),
    authorisedBy: text((record) => record.authorisedBy),
    furtherApproval: text((record) => record.furtherApproval),
    condition: text(({ condition }) => condition && conditionInCodes(condition, () => undefined)),
    conditionSetOn: day((record) => record.conditionSetOn),
    owner: text((record) => record.owner),
    nextAction: text((record) => record.nextAction),
    nextActionDueOn: day((record) => record.nextActionDueOn),
    lastConfirmedOn: day((record) => record.lastConfirmedOn),
    handling: text((record) => record.handling),
    contributions: integer((record) => record.contributions.length),
    evidence: integer((record) => record.evidence.length),
    voidedAt: instant((record) => record.voided?.at),
    voidReason: text((record) => record.voided?.reason),
    supersededBy: text((record) => record.supersededBy),
    version: integer((record) => record.version),
    createdAt: instant((record) => record.createdAt),
    updatedAt: instant((record) => record.updatedAt),
    id: text((record) => record.id),
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
    pledge: text((line) => line.pledge),
    handling: text((line) => line.handling),
    position: integer((line) => line.position),
    kind: text((line) => line.kind),
    domain: text((line) => line.domain),
    location: text((line) => line.location),
    quantity: text((line) => quantityInCodes(line.quantity)),
    quantityKind: text((line) => line.quantity.kind),
    quantityMin: number((line) => line.quantity.min),
    quantityMax: number((line) => line.quantity.max),
    unit: text((line) => line.quantity.unit),
    asStated: text((line) => line.quantity.asStated),
    moneyAmount: text((line) => line.money?.amount),
    moneyCurrency: text((line) => line.money?.currency),
    noticeToMoveDays: integer((line) => line.noticeToMoveDays),
    availableFrom: day((line) => line.availableFrom),
    availableTo: day((line) => line.availableTo),
    caveats: text((line) => caveatsInCodes(line.caveats)),
    allocatedOn: day((line) => line.allocated?.on),
    allocatedQuantity: text((line) => line.allocated?.quantity && quantityInCodes(line.allocated.quantity)),
    allocatedAmount: text((line) => line.allocated?.money?.amount),
    allocatedCurrency: text((line) => line.allocated?.money?.currency),
    id: text((line) => line.id),
  }),
  {
    pledge: ({ reference, handling, contributions: lines }: PledgeRecord) =>
      lines.map((line, index): PlacedLine => ({ ...line, pledge: reference, handling, position: index + 1 })),
  },
);

type Piece = Pick<
  PieceRecord,
  "id" | "source" | "kind" | "reliability" | "credibility" | "quote" | "supports" | "recordedAt"
> &
  Partial<Pick<PieceRecord, "field" | "claims" | "validUntil" | "files" | "span" | "retracted">> & {
    pledge: string | null;
    handling: Handling | null;
    trigger: string | null;
    position: number;
  };

/** Of pledges and of triggers. */
export const evidence = recordTable(
  table<Piece>("evidence", ["id"], {
    pledge: text((piece) => piece.pledge),
    handling: text((piece) => piece.handling),
    trigger: text((piece) => piece.trigger),
    position: integer((piece) => piece.position),
    source: text((piece) => piece.source),
    kind: text((piece) => piece.kind),
    reliability: text((piece) => piece.reliability),
    credibility: integer((piece) => piece.credibility),
    quote: text((piece) => piece.quote),
    supports: flag((piece) => piece.supports),
    field: text((piece) => piece.field),
    claims: text((piece) => piece.claims),
    validUntil: day((piece) => piece.validUntil),
    files: text((piece) => filesInCodes(piece.files)),
    spanStart: integer((piece) => piece.span?.start ?? null),
    spanEnd: integer((piece) => piece.span?.end ?? null),
    recordedAt: instant((piece) => piece.recordedAt),
    retractedAt: instant((piece) => piece.retracted?.at),
    retractReason: text((piece) => piece.retracted?.reason),
    id: text((piece) => piece.id),
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

/** A leaf each, as often as it is written; `within` are the groups around it, from the outermost: "all", "all any". */
export const conditions = recordTable(
  table<PlacedLeaf>("conditions", ["pledge", "position"], {
    pledge: text((row) => row.pledge),
    handling: text((row) => row.handling),
    position: integer((row) => row.position),
    within: text((row) => row.within),
    trigger: text(({ leaf }) => ("trigger" in leaf ? leaf.trigger : null)),
    approval: text(({ leaf }) => ("approval" in leaf ? leaf.approval : null)),
    waitsFor: text(({ leaf }) => ("pledge" in leaf ? leaf.pledge : null)),
    atLeast: text(({ leaf }) => ("pledge" in leaf ? leaf.atLeast : null)),
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
  if ("all" in part) return part.all.flatMap((one) => leavesWithin(one, [...groups, "all"]));
  if ("any" in part) return part.any.flatMap((one) => leavesWithin(one, [...groups, "any"]));
  if ("not" in part) return leavesWithin(part.not, [...groups, "not"]);
  return [{ leaf: part, within: groups.join(" ") }];
}
