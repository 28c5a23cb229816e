// How a row differs from the pledge it names. Duplicates: `imports/dry-run.ts`, `markDuplicates` in `db/statements`.
import { canonical, type Json } from "../base/canonical";
import { isUndecidedWord } from "./cells/unstated";
import { titleKey, type ImportRow, type RowContribution } from "./import-row";
import type { ImportField } from "./import-columns";
import { asksTheSame } from "../pledge/condition";
import { DOMAIN_OF, type Contribution } from "../pledge/contribution";
import { LINK_FIELDS } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import { STATED_FIELDS } from "../pledge/pledge-fields";

/** Fields where the row differs from the pledge; empty cells don't count. */
export function fieldsOtherwise(row: ImportRow, pledge: Pledge): ImportField[] {
  const fields: ImportField[] = [];
  if (row.participant !== pledge.participant) fields.push("participant");
  if (row.priority !== pledge.priority) fields.push("priority");
  if (titleKey(row.title) !== titleKey(pledge.title)) fields.push("title");
  if (row.stage !== pledge.stage) fields.push("stage");
  for (const field of STATED_FIELDS)
    if (row[field] !== null && row[field] !== pledge[field]) fields.push(field);
  if (row.furtherApproval !== "UNKNOWN" && row.furtherApproval !== pledge.furtherApproval)
    fields.push("furtherApproval");
  for (const field of LINK_FIELDS) {
    const named = new Set(pledge[field].map(({ participant }) => participant));
    if (row[field]?.some((code) => !named.has(code))) fields.push(field);
  }
  if (row.reason !== null && row.reason !== pledge.stageReason) fields.push("reason");
  if (areConditionsOtherwise(row, pledge)) fields.push("conditions");
  const [line] = pledge.contributions;
  if (row.contribution) fields.push(...lineOtherwise(row.contribution, line));
  if (
    row.quantity.kind !== "NOT_STATED" &&
    textOf(comparable(row.quantity)) !== textOf(line && comparable(line.quantity))
  )
    fields.push("quantity");
  if (row.money && textOf(row.money) !== textOf(line?.money)) fields.push("amount");
  return fields;
}

/** Words that name nothing on record can't be compared with a condition: only with none, which “TBD” agrees with. */
const areConditionsOtherwise = (row: ImportRow, { condition }: Pledge): boolean =>
  row.conditionWords.length > 0
    ? condition === null && !row.conditionWords.every(isUndecidedWord)
    : row.condition !== null && !asksTheSame(row.condition, condition);

/** A domain that follows from the kind isn't stated. */
function lineOtherwise(said: RowContribution, line: Contribution | undefined): ImportField[] {
  const isStated = {
    kind: said.kind !== "OTHER",
    domain: said.domain !== "UNSTATED" && said.domain !== DOMAIN_OF[said.kind],
    location: said.location !== "UNSTATED",
    noticeToMoveDays: said.noticeToMoveDays !== null,
  };
  return LINE_FIELDS.filter((field) => isStated[field] && said[field] !== line?.[field]);
}

const LINE_FIELDS = [
  "kind",
  "domain",
  "location",
  "noticeToMoveDays",
] as const satisfies readonly ImportField[];

/** Any sealed amount equals "sealed". "Up to" begins at 0, whether or not that is recorded. */
const comparable = ({ kind, min, max, unit, asStated }: Pledge["contributions"][number]["quantity"]) =>
  kind === "SEALED"
    ? { kind, min: null, max: null, unit, asStated }
    : { kind, min: kind === "UP_TO" ? 0 : min, max, unit, asStated };

const textOf = (value: unknown): string => canonical((value ?? null) as Json);
