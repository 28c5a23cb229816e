// Where contents are stored, each once, by hash: a folder in DATA_DIR, or a bucket if the settings name one.
import "server-only";
import { env, type Env } from "@/lib/platform/env";
import { bucketStore } from "./bucket-store";
import { folderStore, type FileStore } from "./folder-store";

export const store = (): FileStore => storeOf(env());

export function storeOf(settings: Pick<Env, "DATA_DIR" | "FILES_BUCKET"> & Partial<Env>): FileStore {
  const { FILES_BUCKET: bucket, FILES_KEY_ID: keyId, FILES_SECRET: secret, FILES_REGION: region } = settings;
  if (bucket === undefined) return folderStore(settings.DATA_DIR);
  return bucketStore({ bucket, keyId: keyId ?? "", secret: secret ?? "", region: region ?? "us-east-1" });
}
