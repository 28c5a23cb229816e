import type { Contribution } from "@/lib/domain/contribution";
import { csvLine, type Cell } from "@/lib/domain/csv";
import { intervalOf, type Quantity } from "@/lib/domain/quantity";
import type { PledgeRow } from "@/lib/domain/sheet";

/** The columns of the view as a table: the record's own names and codes, so that a program reads it as well. */
export const PLEDGE_COLUMNS: readonly [string, (row: PledgeRow) => Cell][] = [
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

export const csvRow = (row: PledgeRow, marking: string): string =>
  csvLine([...PLEDGE_COLUMNS.map(([, cell]) => cell(row)), marking]);

function inWords({ kind, location, quantity, money, caveats }: Contribution): string {
  const parts = [kind, amountOf(quantity), money && `${money.amount} ${money.currency}`, location];
  const restricted = caveats.map(({ category }) => category).join(" ");
  return `${parts.filter(Boolean).join(" ")}${restricted && ` (${restricted})`}`;
}

/** Without a number it says so in its own code: never 0, never blank. */
function amountOf({ kind, unit, asStated, ...ends }: Quantity): string {
  const interval = intervalOf({ kind, unit, asStated, ...ends });
  const said = asStated === null ? "" : ` "${asStated}"`;
  if (interval === null) return `${kind}${said}`;
  const { low, high } = interval;
  const span = low === high ? String(low) : `${String(low)}–${high === null ? "" : String(high)}`;
  return `${kind} ${span} ${unit ?? ""}`.trim() + said;
}
