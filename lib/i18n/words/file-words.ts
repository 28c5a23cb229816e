import type { AttachedFile } from "@/lib/domain/pledge/file";
import { numberInWords } from "../numbers";
import { translator } from "../translator";

const t = translator("files");

/** In steps of a thousand, as file managers do; small files in bytes. */
export function bytesInWords(bytes: number): string {
  if (bytes < 100) return numberInWords(bytes, { style: "unit", unit: "byte", unitDisplay: "long" });
  const [unit, size] =
    bytes < 1_000_000 ? (["kilobyte", 1_000] as const) : (["megabyte", 1_000_000] as const);
  return numberInWords(bytes / size, {
    style: "unit",
    unit,
    maximumFractionDigits: bytes < 10 * size ? 1 : 0,
  });
}

/** "Letter.pdf (PDF, 1.2 MB, SHA-256 9f2c…)", for a record shown as plain text. */
export const fileWords = ({ name, type, bytes, sha256 }: AttachedFile): string =>
  t("said", { name, type: t(`type.${type}`), size: bytesInWords(bytes), hash: sha256 });
