// Rows of a file as its job reads them: to be tried, imported or undone. statements/import-rows.ts writes the
// results.
import "server-only";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Prisma } from "../generated/client";
import { askPrisma } from "../prisma";
import { withMarks } from "../statements/import-lines";
import type { FileRow } from "../statements/import-rows";
import { fromJson } from "../records/codec";
import { selectPledges } from "../records/pledge";

/** The next rows in the file's order, up to the limit. */
export async function rowsAfter(importId: string, after: number, limit: number): Promise<FileRow[]> {
  const rows = await askPrisma((db) =>
    db.importRow.findMany({
      where: { importId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: limit,
      select: { number: true, cells: true, marks: true },
    }),
  );
  return rows.map(withMarks);
}

/** These rows as they are now. */
export async function rowsNumbered(importId: string, numbers: readonly number[]): Promise<FileRow[]> {
  const where = { importId, number: { in: [...numbers] } };
  const rows = await askPrisma((db) =>
    db.importRow.findMany({ where, select: { number: true, cells: true, marks: true } }),
  );
  return rows.map(withMarks);
}

/** Those of these rows that are still to become pledges, in the order given. */
export async function rowsToImport(
  importId: string,
  numbers: readonly number[],
): Promise<{ number: number; understood: ImportRow }[]> {
  if (numbers.length === 0) return [];
  const where = { importId, number: { in: [...numbers] }, outcome: "new", reference: null };
  const rows = await askPrisma((db) =>
    db.importRow.findMany({ where, select: { number: true, understood: true } }),
  );
  const understood = new Map(rows.map((row) => [row.number, fromJson<ImportRow>(row.understood)]));
  return numbers.flatMap((number) => {
    const row = understood.get(number);
    return row ? { number, understood: row } : [];
  });
}

/** The imported pledges that aren't undone yet. */
export async function rowsToUndo(
  importId: string,
  limit: number,
): Promise<{ number: number; reference: string }[]> {
  const where = { importId, reference: { not: null }, takenBack: null };
  const rows = await askPrisma((db) =>
    db.importRow.findMany({ where, ...cellByCell(limit), select: { number: true, reference: true } }),
  );
  return rows.flatMap(({ number, reference }) => (reference === null ? [] : { number, reference }));
}

const cellByCell = (take: number) =>
  ({
    orderBy: [{ participant: "asc" }, { priority: "asc" }, { number: "asc" }],
    take,
  }) satisfies Prisma.ImportRowFindManyArgs;

/** Counts rows by result, and those still to import. */
export async function countResults(importId: string) {
  const { came, rest } = await askPrisma(async (db) => ({
    came: await db.importRow.aggregate({
      where: { importId, reference: { not: null } },
      _count: { _all: true, proposes: true },
    }),
    rest: await db.importRow.groupBy({
      by: ["outcome"],
      where: { importId, reference: null },
      _count: { _all: true, proposes: true },
    }),
  }));
  const fresh = rest.find(({ outcome }) => outcome === "new")?._count;
  return {
    imported: came._count._all,
    proposed: came._count.proposes,
    left: rest.reduce((left, { _count }) => left + _count._all, 0),
    toImport: fresh?._all ?? 0,
    toPropose: fresh?.proposes ?? 0,
  };
}

export const pledgesNamed = (references: readonly string[]): Promise<Pledge[]> =>
  references.length === 0
    ? Promise.resolve([])
    : askPrisma((db) => selectPledges(db, { reference: { in: [...references] } }));

/** References and titles in these rows' cells, without voided pledges. */
export const titlesOnRecord = (
  cells: readonly { participant: string; priority: number }[],
): Promise<{ reference: string; participant: string; priority: number; title: string }[]> =>
  askPrisma((db) =>
    db.pledge.findMany({
      where: { voidedAt: null, OR: cells.map(({ participant, priority }) => ({ participant, priority })) },
      orderBy: [{ participant: "asc" }, { priority: "asc" }, { number: "asc" }],
      select: { reference: true, participant: true, priority: true, title: true },
    }),
  );
