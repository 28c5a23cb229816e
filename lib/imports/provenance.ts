import type { ImportJob } from "@/lib/domain/import/import";

/** The origin of a pledge, as its first event states it: import, file, row. */
export const sourceLine = ({ reference, file }: Pick<ImportJob, "reference" | "file">, row: number): string =>
  `${reference} · ${file.name} · ${String(row)}`;
