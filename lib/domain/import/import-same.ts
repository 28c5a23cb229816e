// Whether a row says what the register has on record.
import { canonical, type Json } from "../base/canonical";
import { titleKey, type ImportRow } from "./import-row";
import type { ImportField } from "./import-columns";
import type { Pledge } from "../pledge/pledge";

/** The fields of which the row says something else than the pledge; what it leaves open says nothing. */
export function fieldsOtherwise(row: ImportRow, pledge: Pledge): ImportField[] {
  const fields: ImportField[] = [];
  if (row.participant !== pledge.participant) fields.push("participant");
  if (row.priority !== pledge.priority) fields.push("priority");
  if (titleKey(row.title) !== titleKey(pledge.title)) fields.push("title");
  if (row.stage !== pledge.stage) fields.push("stage");
  for (const field of TOLD) if (row[field] !== null && row[field] !== pledge[field]) fields.push(field);
  if (row.furtherApproval !== "UNKNOWN" && row.furtherApproval !== pledge.furtherApproval)
    fields.push("furtherApproval");
  const [line] = pledge.contributions;
  if (
    row.quantity.kind !== "NOT_STATED" &&
    textOf(comparable(row.quantity)) !== textOf(line && comparable(line.quantity))
  )
    fields.push("quantity");
  if (row.money && textOf(row.money) !== textOf(line?.money)) fields.push("amount");
  return fields;
}

const TOLD = [
  "summary",
  "statedOn",
  "windowStart",
  "windowEnd",
  "dueOn",
  "authorisedBy",
  "owner",
  "nextAction",
  "nextActionDueOn",
] as const satisfies readonly (ImportField & keyof Pledge)[];

/** What is sealed is the same as "sealed", whatever it is; and "up to" begins at 0, whether or not that is on record. */
const comparable = ({ kind, min, max, unit, asStated }: Pledge["contributions"][number]["quantity"]) =>
  kind === "SEALED"
    ? { kind, min: null, max: null, unit, asStated }
    : { kind, min: kind === "UP_TO" ? 0 : min, max, unit, asStated };

const textOf = (value: unknown): string => canonical((value ?? null) as Json);
