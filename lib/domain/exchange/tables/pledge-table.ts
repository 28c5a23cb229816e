// The list of pledges as a table, as the CSV of a view has it (a package has `pledges.ts`): one row per pledge, with derived facts. The details of a pledge contain all it needs.
import { verificationOf } from "../../pledge/evidence";
import {
  conditionInCodes,
  lineInCodes,
  linksInCodes,
  sameLinesInCodes,
  type LineWithSameAs,
} from "../in-codes";
import type { Approval } from "../../pledge/approval";
import { PLEDGE_FIELDS, type PledgeValues } from "../../pledge/pledge-fields";
import type { LinkField } from "../../pledge/link";
import type { PledgeDetails } from "../../details/pledge-details";
import { dayField, flag, instantField, integer, joined, table, textField } from "../table";
import { fieldColumns } from "./by-field";
import { countedItems } from "../../unresolved/reasons";
import { UNRESOLVED_CODES, type UnresolvedItem } from "../../unresolved/unresolved";

export interface PledgeLine
  extends
    PledgeValues,
    Pick<
      PledgeDetails,
      | "reference"
      | "participant"
      | "priority"
      | "stage"
      | "stageReason"
      | LinkField
      | "condition"
      | "actionable"
      | "instrument"
      | "lastConfirmedOn"
      | "supersedes"
      | "supersededBy"
      | "version"
      | "createdAt"
      | "updatedAt"
    > {
  contributions: readonly (Parameters<typeof lineInCodes>[0] & LineWithSameAs)[];
  approvals: readonly Pick<Approval, "body" | "status">[];
  /** For the names of approvals in its condition. */
  facts: { approvals: readonly Pick<Approval, "id" | "body">[] };
  unresolved: readonly Pick<UnresolvedItem, "code" | "class" | "since">[];
  voided: { reason: string } | null;
}

export const pledgeList = table<PledgeLine>("pledges", ["reference"], {
  reference: textField((row) => row.reference),
  participant: textField((row) => row.participant),
  priority: integer((row) => row.priority),
  ...fieldColumns(PLEDGE_FIELDS, ["title", "summary"]),
  stage: textField((row) => row.stage),
  stageReason: textField((row) => row.stageReason),
  ...fieldColumns(PLEDGE_FIELDS, ["statedOn", "windowStart", "windowEnd", "dueOn"]),
  contributions: textField((row) => joined(row.contributions.map(lineInCodes))),
  ...fieldColumns(PLEDGE_FIELDS, ["authorisedBy", "furtherApproval"]),
  approvals: textField((row) => joined(row.approvals.map(({ body, status }) => `${body}: ${status}`))),
  condition: textField(
    ({ condition, facts }) =>
      condition &&
      conditionInCodes(condition, (approval) => facts.approvals.find(({ id }) => id === approval)?.body),
  ),
  actionable: flag((row) => row.actionable),
  instrument: textField((row) => row.instrument),
  verification: textField((row) => verificationOf(row.instrument)),
  unresolvedCount: integer((row) => countedItems(row.unresolved).length),
  unresolved: textField((row) =>
    joined(row.unresolved.toSorted(inOrder).map(({ code, since }) => `${code} since ${since}`)),
  ),
  ...fieldColumns(PLEDGE_FIELDS, ["owner", "nextAction", "nextActionDueOn"]),
  lastConfirmedOn: dayField((row) => row.lastConfirmedOn),
  ...fieldColumns(PLEDGE_FIELDS, ["handling"]),
  supersedes: textField((row) => row.supersedes),
  supersededBy: textField((row) => row.supersededBy),
  voided: textField((row) => row.voided?.reason),
  version: integer((row) => row.version),
  createdAt: instantField((row) => row.createdAt),
  updatedAt: instantField((row) => row.updatedAt),
  // Fields without a place of their own come last, so that the other columns stay where they were.
  ...fieldColumns(PLEDGE_FIELDS),
  jointWith: textField((row) => linksInCodes(row.jointWith)),
  onBehalfOf: textField((row) => linksInCodes(row.onBehalfOf)),
  sameAs: textField((row) => sameLinesInCodes(row.contributions)),
});

const inOrder = (a: Item, b: Item): number => PLACE[a.code] - PLACE[b.code];
type Item = Pick<UnresolvedItem, "code">;

const PLACE = Object.fromEntries(UNRESOLVED_CODES.map((code, place) => [code, place])) as Record<
  Item["code"],
  number
>;
