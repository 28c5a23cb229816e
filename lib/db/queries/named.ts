import {
  recordKey,
  type TitledRecord,
  type RecordKind,
  type RecordKey,
} from "@/lib/domain/oversight/record-key";
import { NAMED, selectNamed } from "../statements/record-names";
import { ask, outside } from "../sql/ask";
import { raw, sql } from "../sql/sql";

export async function findNamed({ kind, key }: RecordKey): Promise<TitledRecord | null> {
  const [found] = await selectNamed(outside, kind, [key]);
  return found ?? null;
}

/** By name, such as `pledge:FR-3-001`. */
export async function findAllNamed(names: readonly RecordKey[]): Promise<Map<string, TitledRecord>> {
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map((kind) =>
      selectNamed(
        outside,
        kind,
        names.filter((one) => one.kind === kind).map(({ key }) => key),
      ),
    ),
  );
  return new Map(found.flat().map((one) => [recordKey(one), one]));
}

/** The keys of a kind on record after an event; records are never removed. */
export async function findKeysUpTo(kind: RecordKind, position: number): Promise<string[]> {
  const { from, key, id } = NAMED[kind];
  const rows = await ask<{ key: string }>(sql`
    SELECT ${raw(key)}::text AS key FROM ${raw(from)}
      JOIN audit.event e ON e.entity_type = ${kind} AND e.entity_id = ${raw(id)}::text AND e.entity_version = 1
     WHERE e.seq <= ${position}`);
  return rows.map((row) => row.key);
}
