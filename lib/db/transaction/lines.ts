// The rows that belong to a pledge: only those that are new, changed or taken off are written.
import type { Pledge } from "@/lib/domain/pledge";
import { contributionRows, evidenceRows } from "../records/pledge";
import type { Statement } from "./statement";

type Row = Record<string, unknown> & { id: string };
type Part = (statement: Statement) => string;

export function linesOf(before: Pledge | null, after: Pledge): Part[] {
  const contributions = sorted(before ? contributionRows(before) : [], contributionRows(after));
  const evidence = sorted(before ? evidenceRows(before) : [], evidenceRows(after));
  if (evidence.gone.length > 0) throw new Error("evidence is retracted, never removed");
  return [
    ...broughtOn("contribution", contributions.added),
    ...changed("contribution", contributions.changed),
    ...takenOff(contributions.gone, after.version),
    ...added("evidence", evidence.added),
    ...changed("evidence", evidence.changed),
  ];
}

function sorted(before: Row[], after: Row[]): { added: Row[]; changed: Row[]; gone: Row[] } {
  const old = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const kept = new Set(after.map((row) => row.id));
  return {
    added: after.filter((row) => !old.has(row.id)),
    changed: after.filter((row) => old.has(row.id) && old.get(row.id) !== JSON.stringify(row)),
    gone: before.filter((row) => !kept.has(row.id)),
  };
}

function added(table: string, rows: Row[]): Part[] {
  if (rows.length === 0) return [];
  return [
    (statement) =>
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, ${statement.value(JSON.stringify(rows))})`,
  ];
}

/** A proposal may name a line that was taken off since. */
function broughtOn(table: string, rows: Row[]): Part[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "id" && column !== "pledge_id");
  const again = columns.map((column) => `${column} = excluded.${column}`).join(", ");
  return added(table, rows).map(
    (part) => (statement) =>
      `${part(statement)} ON CONFLICT (id) DO UPDATE SET ${again} WHERE ${table}.pledge_id = excluded.pledge_id`,
  );
}

function changed(table: string, rows: Row[]): Part[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).filter((column) => column !== "id" && column !== "pledge_id");
  return [
    (statement) => `
      UPDATE ${table} t SET ${columns.map((column) => `${column} = x.${column}`).join(", ")}
        FROM json_populate_recordset(NULL::${table}, ${statement.value(JSON.stringify(rows))}) x
       WHERE t.id = x.id AND t.pledge_id = x.pledge_id`,
  ];
}

function takenOff(rows: Row[], version: number): Part[] {
  if (rows.length === 0) return [];
  return [
    (statement) =>
      `UPDATE contribution SET removed_in = ${statement.value(version)} WHERE id = ANY (${statement.value(rows.map((row) => row.id))}::uuid[])`,
  ];
}
