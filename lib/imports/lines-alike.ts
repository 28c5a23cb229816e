// Hints of a dry run: lines on record that look like those of new rows. Nothing is merged by itself.
import "server-only";
import { randomUUID } from "node:crypto";
import type { RowTried } from "@/lib/db/statements/import-rows";
import { linesAround } from "@/lib/domain/details/lines-around";
import { isPlanned, plannedPledge, planRow, type RowDay } from "@/lib/domain/import/import-plan";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import type { Actor } from "@/lib/domain/people/actor";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { loadPledgesAlike } from "./queries";

interface Trial {
  actor: Actor;
  when: RowDay;
  /** The pledges that rows name, by reference. */
  named: ReadonlyMap<string, Pledge>;
}

/** The rows; a new one notes the lines that look like its own, as a cell would name them. */
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
