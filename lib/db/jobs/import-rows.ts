// The rows of a file, with their expected and actual results.
import "server-only";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Prisma } from "../generated/client";
import { askPrisma } from "../prisma";
import { withMarks } from "../statements/import-lines";
import type { FileRow } from "../statements/import-rows";
import { fromJson } from "../records/codec";
import { selectPledges } from "../records/pledge";

/** The next so many in the file's order. */
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

/** A row's place among those of a file, cell by cell. */
interface RowPlace {
  participant: string;
  priority: number;
  number: number;
}

/** The next rows to become pledges: cell by cell, and in file order within each. */
export async function rowsToImport(
  importId: string,
  limit: number,
  after: RowPlace | null,
): Promise<{ number: number; understood: ImportRow }[]> {
  const where = { importId, outcome: "new", reference: null, ...(after && { OR: behind(after) }) };
  const rows = await askPrisma((db) =>
    db.importRow.findMany({ where, ...cellByCell(limit), select: { number: true, understood: true } }),
  );
  return rows.map(({ number, understood }) => ({ number, understood: fromJson(understood) }));
}

const behind = ({ participant, priority, number }: RowPlace) =>
  [
    { participant: { gt: participant } },
    { participant, priority: { gt: priority } },
    { participant, priority, number: { gt: number } },
  ] satisfies Prisma.ImportRowWhereInput[];

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
