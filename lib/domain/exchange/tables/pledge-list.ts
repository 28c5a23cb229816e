// The list of pledges as a table: a row a pledge, with what follows from it. A sheet of a pledge has all it needs.
import { verificationOf } from "../../pledge/evidence";
import { conditionInCodes, lineInCodes } from "../in-codes";
import type { Approval } from "../../pledge/approval";
import type { PledgeDetails } from "../../details/sheet";
import { day, flag, instant, integer, joined, table, text } from "../table";
import { UNRESOLVED_CODES, type UnresolvedItem } from "../../unresolved/unresolved";

export interface PledgeLine extends Pick<
  PledgeDetails,
  | "reference"
  | "participant"
  | "priority"
  | "title"
  | "summary"
  | "stage"
  | "stageReason"
  | "statedOn"
  | "windowStart"
  | "windowEnd"
  | "dueOn"
  | "authorisedBy"
  | "furtherApproval"
  | "condition"
  | "actionable"
  | "instrument"
  | "owner"
  | "nextAction"
  | "nextActionDueOn"
  | "lastConfirmedOn"
  | "handling"
  | "supersedes"
  | "supersededBy"
  | "version"
  | "createdAt"
  | "updatedAt"
> {
  contributions: readonly Parameters<typeof lineInCodes>[0][];
  approvals: readonly Pick<Approval, "body" | "status">[];
  /** Names of the approvals that its condition names. */
  facts: { approvals: readonly Pick<Approval, "id" | "body">[] };
  unresolved: readonly Pick<UnresolvedItem, "code" | "class" | "since">[];
  voided: { reason: string } | null;
}

export const pledgeList = table<PledgeLine>("pledges", ["reference"], {
  reference: text((row) => row.reference),
  participant: text((row) => row.participant),
  priority: integer((row) => row.priority),
  title: text((row) => row.title),
  summary: text((row) => row.summary),
  stage: text((row) => row.stage),
  stageReason: text((row) => row.stageReason),
  statedOn: day((row) => row.statedOn),
  windowStart: day((row) => row.windowStart),
  windowEnd: day((row) => row.windowEnd),
  dueOn: day((row) => row.dueOn),
  contributions: text((row) => joined(row.contributions.map(lineInCodes))),
  authorisedBy: text((row) => row.authorisedBy),
  furtherApproval: text((row) => row.furtherApproval),
  approvals: text((row) => joined(row.approvals.map(({ body, status }) => `${body}: ${status}`))),
  condition: text(
    ({ condition, facts }) =>
      condition &&
      conditionInCodes(condition, (approval) => facts.approvals.find(({ id }) => id === approval)?.body),
  ),
  actionable: flag((row) => row.actionable),
  instrument: text((row) => row.instrument),
  verification: text((row) => verificationOf(row.instrument)),
  unresolvedCount: integer((row) => row.unresolved.filter((item) => item.class !== "DORMANT").length),
  unresolved: text((row) =>
    joined(row.unresolved.toSorted(inOrder).map(({ code, since }) => `${code} since ${since}`)),
  ),
  owner: text((row) => row.owner),
  nextAction: text((row) => row.nextAction),
  nextActionDueOn: day((row) => row.nextActionDueOn),
  lastConfirmedOn: day((row) => row.lastConfirmedOn),
  handling: text((row) => row.handling),
  supersedes: text((row) => row.supersedes),
  supersededBy: text((row) => row.supersededBy),
  voided: text((row) => row.voided?.reason),
  version: integer((row) => row.version),
  createdAt: instant((row) => row.createdAt),
  updatedAt: instant((row) => row.updatedAt),
});

const inOrder = (a: Item, b: Item): number => PLACE[a.code] - PLACE[b.code];
type Item = Pick<UnresolvedItem, "code">;

const PLACE = Object.fromEntries(UNRESOLVED_CODES.map((code, place) => [code, place])) as Record<
  Item["code"],
  number
>;
