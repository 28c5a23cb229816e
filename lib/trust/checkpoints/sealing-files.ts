// Where this installation keeps what it seals with: keys and the last checkpoint, outside the database.
import "server-only";
import type { FileStore } from "@/lib/platform/files/folder-store";
import { bucketOf, type BucketNamed } from "@/lib/platform/files/store";
import type { KeyPlace } from "./keys";

export interface SealingFiles extends KeyPlace {
  dataDir: string;
  /** Also has the last checkpoint, for all instances. */
  bucket?: FileStore | undefined;
}

/** Also for a program that needs no other setting. */
export const sealingFilesIn = (
  settings: BucketNamed & { DATA_DIR?: string | undefined; SEALING_KEYS_FILE?: string | undefined },
): SealingFiles => ({
  dataDir: settings.DATA_DIR || ".data",
  keysFile: settings.SEALING_KEYS_FILE || undefined,
  bucket: bucketOf(settings),
});
