// How a row differs from the pledge it names. Duplicates: `imports/dry-run.ts`, `markDuplicates` in `db/statements`.
import { canonical, type Json } from "../base/canonical";
import { titleKey, type ImportRow } from "./import-row";
import type { ImportField } from "./import-columns";
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
  const [line] = pledge.contributions;
  if (
    row.quantity.kind !== "NOT_STATED" &&
    textOf(comparable(row.quantity)) !== textOf(line && comparable(line.quantity))
  )
    fields.push("quantity");
  if (row.money && textOf(row.money) !== textOf(line?.money)) fields.push("amount");
  return fields;
}

/** Any sealed amount equals "sealed". "Up to" begins at 0, whether or not that is recorded. */
const comparable = ({ kind, min, max, unit, asStated }: Pledge["contributions"][number]["quantity"]) =>
  kind === "SEALED"
    ? { kind, min: null, max: null, unit, asStated }
    : { kind, min: kind === "UP_TO" ? 0 : min, max, unit, asStated };

const textOf = (value: unknown): string => canonical((value ?? null) as Json);
