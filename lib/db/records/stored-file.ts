// The bytes of a document are stored outside of the database; its row names them.
import { FILE_TYPES, type AttachedFile } from "@/lib/domain/pledge/file";
import type { Prisma } from "../generated/client";
import { oneOfColumn } from "./codec";

export type StoredFile = Pick<AttachedFile, "name" | "type" | "bytes" | "sha256">;

export const STORED_FILE = {
  name: true,
  type: true,
  sha256: true,
  content: { select: { bytes: true } },
} satisfies Prisma.FileSelect;

export const storedFile = (row: Prisma.FileGetPayload<{ select: typeof STORED_FILE }>): StoredFile => ({
  name: row.name,
  type: oneOfColumn(FILE_TYPES, row.type),
  bytes: row.content.bytes,
  sha256: row.sha256,
});
