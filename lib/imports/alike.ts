// Records that look like rows of a file: lines, as hints of a dry run, and pledges next to rows. Nothing is
// merged automatically.
import "server-only";
import { randomUUID } from "node:crypto";
import type { RowTried } from "@/lib/db/statements/import-rows";
import { linesAround } from "@/lib/domain/details/lines-around";
import { isPlanned, plannedPledge, planRow, type RowDay } from "@/lib/domain/import/import-plan";
import { readRow, type ImportRow } from "@/lib/domain/import/import-row";
import { fieldsOtherwise } from "@/lib/domain/import/import-same";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { pledgesLikeRow, type RowCompared } from "@/lib/domain/passages/pledges-alike";
import type { Actor } from "@/lib/domain/people/actor";
import type { TriedRow } from "@/lib/domain/import/import";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { pledgesNamed } from "@/lib/db/jobs/import-job-rows";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { loadImport, loadPledgesAlike, loadReading, loadRow } from "./queries";

interface Trial {
  actor: Actor;
  when: RowDay;
  /** The pledges that rows name, by reference. */
  named: ReadonlyMap<string, Pledge>;
}

/** The rows; each new row notes the lines that look like its own, as a cell would name them. */
export async function withLinesAlike(tried: readonly RowTried[], trial: Trial): Promise<RowTried[]> {
  const planned = new Map(
    tried.flatMap(({ number, onRecord, understood }) => {
      const pledge = onRecord === null && understood ? plannedFrom(understood, trial) : null;
      return pledge ? [[number, pledge] as const] : [];
    }),
  );
  const others = await loadPledgesAlike([...planned.values()]);
  return tried.map((row) => {
    const note = noteOn(planned.get(row.number), others);
    return note ? { ...row, notes: [...row.notes, note] } : row;
  });
}

function plannedFrom(row: ImportRow, { actor, when, named }: Trial): Pledge | null {
  const plan = planRow(actor, row, when, named);
  if (!isPlanned(plan)) return null;
  const coming = { id: randomUUID(), line: randomUUID(), reference: "", evidence: [], sameAs: plan.sameAs };
  return plannedPledge(actor, row, plan.loggedAt, { ...coming, ...when });
}

function noteOn(pledge: Pledge | undefined, others: readonly Pledge[]): CellMessage | null {
  if (!pledge || others.length === 0) return null;
  const alike = linesAround(pledge, others).alike.map(
    ({ other: { pledge: reference, place } }) => `${reference}/${String(place ?? 1)}`,
  );
  const lines = alike.slice(0, MOST_NAMED).join(", ");
  return alike.length === 0 ? null : { field: "sameAs", code: "looks-like", params: { lines } };
}

const MOST_NAMED = 3;

/** A row of the actor's own file as it was understood; `not-found` unless all of it was. */
export async function loadUnderstoodRow(
  actor: Actor,
  { id, row }: { id: string; row: number },
): Promise<Result<ImportRow>> {
  const [loaded, tried] = await Promise.all([loadImport(actor, id), loadRow(actor, { id, row })]);
  if (!loaded.ok) return loaded;
  if (!tried.ok) return tried;
  const { header, columns, values } = loaded.value;
  if (!columns || !values) return refuse("not-found");
  const read = readRow(
    tried.value.cells,
    await loadReading(header, columns, values),
    tried.value.marks ?? {},
  );
  return read.row ? ok(read.row) : refuse("not-found");
}

/**
 * Rows as they were understood, each with the pledges on record that it may be, or the one that a person said
 * it is.
 */
export async function loadComparedRows(
  actor: Actor,
  { id, rows }: { id: string; rows: readonly TriedRow[] },
): Promise<Map<number, { row: ImportRow; alike: RowCompared[] }>> {
  const compared = new Map<number, { row: ImportRow; alike: RowCompared[] }>();
  const loaded = await loadImport(actor, id);
  const comparable = rows.filter(({ similar, marks }) => similar.length > 0 || marks?.is !== undefined);
  if (!loaded.ok || comparable.length === 0) return compared;
  const { header, columns, values } = loaded.value;
  if (!columns || !values) return compared;
  const reading = await loadReading(header, columns, values);
  const named = comparable.flatMap(({ similar, marks }) => marks?.is ?? similar);
  const pledges = await pledgesNamed([...new Set(named)]);
  for (const { row: number, cells, marks } of comparable) {
    const { row } = readRow(cells, reading, marks ?? {});
    if (!row) continue;
    const said = pledges.find(({ reference }) => reference === marks?.is);
    const alike = said
      ? [{ pledge: said, differs: fieldsOtherwise(row, said) }]
      : pledgesLikeRow(row, pledges);
    if (alike.length > 0) compared.set(number, { row, alike });
  }
  return compared;
}
