// The bytes of a document are stored outside of the database; its row names them.
import { FILE_TYPES, type AttachedFile } from "@/lib/domain/pledge/file";
import type { Prisma } from "../generated/client";
import { oneOfColumn } from "./codec";

export type KeptFile = Pick<AttachedFile, "name" | "type" | "bytes" | "sha256">;

export const KEPT = {
  name: true,
  type: true,
  sha256: true,
  content: { select: { bytes: true } },
} satisfies Prisma.FileSelect;

export const keptFile = (row: Prisma.FileGetPayload<{ select: typeof KEPT }>): KeptFile => ({
  name: row.name,
  type: oneOfColumn(FILE_TYPES, row.type),
  bytes: row.content.bytes,
  sha256: row.sha256,
});
