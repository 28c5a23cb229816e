// Tables of records, from their canonical form in the log. A record gives one row, or one for each of its lines.
import type { EntityType } from "../../base/audit";
import type { Json } from "../../base/canonical";
import type { Allocated, Contribution } from "../../pledge/contribution";
import type { Condition } from "../../pledge/condition";
import type { Evidence } from "../../pledge/evidence";
import type { Pledge } from "../../pledge/pledge";
import type { SameAs } from "../../pledge/same-as";
import { tableRow, type TableField, type TableRow, type Table } from "../table";

export interface RecordTable {
  name: string;
  fields: readonly TableField[];
  primaryKey: readonly string[];
  /** A record's rows in order; none where the table isn't for its type. */
  rows: (type: EntityType, record: Json) => TableRow[];
}

export function recordTable<In>(
  of: Table<In>,
  from: Readonly<Partial<Record<EntityType, (record: never) => readonly In[]>>>,
): RecordTable {
  const { name, fields, primaryKey } = of;
  return {
    name,
    fields: fields.map((field) => ({ name: field.name, type: field.type })),
    primaryKey,
    rows: (type, record) => (from[type]?.(record as never) ?? []).map((one) => tableRow(of, one)),
  };
}

export const itself = <In>(record: In): readonly In[] => [record];

/** A pledge as logged: sources by id; members added later are left out while empty. */
export interface PledgeRecord extends Omit<
  Pledge,
  "evidence" | "contributions" | "condition" | "conditionSetOn"
> {
  condition?: Condition;
  conditionSetOn?: string;
  contributions: readonly LineRecord[];
  evidence: readonly PieceRecord[];
}
export type LineRecord = Omit<Contribution, "allocated" | "sameAs"> &
  Partial<{ allocated: Allocated; sameAs: SameAs }>;
export type PieceRecord = Omit<Evidence, "source"> & { source: string };
