import type { ImportJob } from "@/lib/domain/import/import";

/** Where a pledge came from, as its first entry says it: import, file, row. */
export const sourceLine = ({ reference, file }: Pick<ImportJob, "reference" | "file">, row: number): string =>
  `${reference} · ${file.name} · ${String(row)}`;
