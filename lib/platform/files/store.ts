// Where contents are stored, each once, by hash: a folder in DATA_DIR, or a bucket if the settings name one.
import "server-only";
import { env, type Env } from "@/lib/platform/env";
import { bucketStore } from "./bucket-store";
import { folderStore, type FileStore } from "./folder-store";

export const store = (): FileStore => storeOf(env());

export const storeOf = (settings: Pick<Env, "DATA_DIR"> & BucketNamed): FileStore =>
  bucketOf(settings) ?? folderStore(settings.DATA_DIR);

export type BucketNamed = {
  [Name in "FILES_BUCKET" | "FILES_KEY_ID" | "FILES_SECRET" | "FILES_REGION"]?: string | undefined;
};

/** Undefined if none is named. */
export function bucketOf(settings: BucketNamed): FileStore | undefined {
  const { FILES_BUCKET: bucket, FILES_KEY_ID: keyId, FILES_SECRET: secret, FILES_REGION: region } = settings;
  if (!bucket) return undefined;
  return bucketStore({ bucket, keyId: keyId ?? "", secret: secret ?? "", region: region || "us-east-1" });
}
