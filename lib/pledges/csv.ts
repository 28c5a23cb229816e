import { isLeaf, type Condition, type Leaf } from "@/lib/domain/condition";
import type { Contribution } from "@/lib/domain/contribution";
import { csvLine, type Cell } from "@/lib/domain/csv";
import { intervalOf, type Quantity } from "@/lib/domain/quantity";
import type { LeafFacts } from "@/lib/domain/leaf-facts";
import type { PledgeSheet } from "@/lib/domain/sheet";

/** The columns of the view as a table: the record's own names and codes, so that a program reads it as well. */
export const PLEDGE_COLUMNS: readonly [string, (row: PledgeSheet) => Cell][] = [
  ["reference", (row) => row.reference],
  ["participant", (row) => row.participant],
  ["priority", (row) => row.priority],
  ["title", (row) => row.title],
  ["summary", (row) => row.summary],
  ["stage", (row) => row.stage],
  ["stageReason", (row) => row.stageReason],
  ["statedOn", (row) => row.statedOn],
  ["windowStart", (row) => row.windowStart],
  ["windowEnd", (row) => row.windowEnd],
  ["dueOn", (row) => row.dueOn],
  ["contributions", (row) => row.contributions.map(inWords).join("; ") || null],
  ["authorisedBy", (row) => row.authorisedBy],
  ["furtherApproval", (row) => row.furtherApproval],
  ["approvals", (row) => row.approvals.map(({ body, status }) => `${body}: ${status}`).join("; ") || null],
  ["condition", ({ condition, facts }) => condition && inCodes(condition, facts)],
  ["actionable", (row) => String(row.actionable)],
  ["instrument", (row) => row.instrument],
  ["verification", (row) => row.verification],
  ["unresolvedCount", (row) => row.unresolved.filter((item) => item.class !== "DORMANT").length],
  [
    "unresolved",
    (row) => row.unresolved.map(({ code, since }) => `${code} since ${since}`).join("; ") || null,
  ],
  ["owner", (row) => row.owner],
  ["nextAction", (row) => row.nextAction],
  ["nextActionDueOn", (row) => row.nextActionDueOn],
  ["lastConfirmedOn", (row) => row.lastConfirmedOn],
  ["handling", (row) => row.handling],
  ["supersedes", (row) => row.supersedes],
  ["supersededBy", (row) => row.supersededBy],
  ["voided", (row) => row.voided?.reason ?? null],
  ["version", (row) => row.version],
  ["createdAt", (row) => row.createdAt],
  ["updatedAt", (row) => row.updatedAt],
];

/** The marking stands in every row: rows get copied out of their file. */
export const csvHead = (): string => csvLine([...PLEDGE_COLUMNS.map(([name]) => name), "marking"]);

export const csvRow = (row: PledgeSheet, marking: string): string =>
  csvLine([...PLEDGE_COLUMNS.map(([, cell]) => cell(row)), marking]);

/** "CEASEFIRE_IN_FORCE and (Bundestag: APPROVED or US-4-001: COMMITTED)". */
function inCodes(part: Condition, facts: LeafFacts): string {
  if (isLeaf(part)) return leafCode(part, facts);
  if ("not" in part)
    return isLeaf(part.not) ? `not ${inCodes(part.not, facts)}` : `not (${inCodes(part.not, facts)})`;
  const parts = "all" in part ? part.all : part.any;
  return parts
    .map((one) => (isLeaf(one) || "not" in one ? inCodes(one, facts) : `(${inCodes(one, facts)})`))
    .join("all" in part ? " and " : " or ");
}

function leafCode(leaf: Leaf, { approvals }: LeafFacts): string {
  if ("trigger" in leaf) return leaf.trigger;
  if ("pledge" in leaf) return `${leaf.pledge}: ${leaf.atLeast}`;
  return `${approvals.find(({ id }) => id === leaf.approval)?.body ?? leaf.approval}: APPROVED`;
}

function inWords({ kind, location, quantity, money, caveats }: Contribution): string {
  const parts = [kind, amountOf(quantity), money && `${money.amount} ${money.currency}`, location];
  const restricted = caveats.map(({ category }) => category).join(" ");
  return `${parts.filter(Boolean).join(" ")}${restricted && ` (${restricted})`}`;
}

/** Without a number it says so in its own code: never 0, never blank. A sealed one leaves the house in no file. */
function amountOf({ kind, unit, asStated, ...ends }: Quantity): string {
  const interval = kind === "SEALED" ? null : intervalOf({ kind, unit, asStated, ...ends });
  const said = asStated === null ? "" : ` "${asStated}"`;
  if (interval === null) return `${kind}${said}`;
  const { low, high } = interval;
  const span = low === high ? String(low) : `${String(low)}–${high === null ? "" : String(high)}`;
  return `${kind} ${span} ${unit ?? ""}`.trim() + said;
}
