// The last mapping of a file's columns, by person and headings.
import "server-only";
import type { ImportColumns } from "@/lib/domain/import/import-columns";
import type { FileValues } from "@/lib/domain/import/file-answers";
import { askPrisma } from "../prisma";
import { fromJson, jsonOf } from "../records/codec";

/** The person's last mapping for these headings; null: none. */
export async function findMapping(
  personId: string,
  headings: string,
): Promise<{ columns: ImportColumns; values: FileValues } | null> {
  const where = { personId_headings: { personId, headings } };
  const row = await askPrisma((db) => db.importMapping.findUnique({ where }));
  return row && { columns: fromJson(row.columns), values: repeatable(fromJson(row.fileValues)) };
}

/** Who published the statements of a file, and as what, says each file itself: evidence can't be removed. */
const repeatable = ({ publisher: _publisher, evidenceKind: _kind, ...values }: FileValues): FileValues =>
  values;

export async function keepMapping(
  personId: string,
  headings: string,
  { columns, values }: { columns: ImportColumns; values: FileValues },
): Promise<void> {
  const set = { columns: jsonOf(columns), fileValues: jsonOf(repeatable(values)) };
  await askPrisma((db) =>
    db.importMapping.upsert({
      where: { personId_headings: { personId, headings } },
      create: { personId, headings, ...set },
      update: set,
      select: { personId: true },
    }),
  );
}
