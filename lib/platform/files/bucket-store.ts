// An S3 bucket, signed with version 4. Requests use Node's own client, because every such bucket accepts a body of
// known length that is streamed from disk.
import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { request as plainly, type IncomingMessage } from "node:http";
import { request as securely } from "node:https";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { AwsV4Signer } from "aws4fetch";
import type { FileStore } from "./folder-store";

export interface BucketSettings {
  /** With the bucket in its path or host, and perhaps a folder: https://s3.example/register-files. */
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
}

export function bucketStore(bucket: BucketSettings): FileStore {
  const address = (name: string): string => `${bucket.bucket.replace(/\/+$/, "")}/${name}`;
  const put = async (name: string, content: Content): Promise<void> => {
    const answer = await sendSigned(bucket, "PUT", address(name), content);
    answer.resume();
    if (answer.statusCode !== 200) throw new BucketAway(answer.statusCode);
  };
  return {
    put: async (name, place, sha256 = name) => {
      const known = await sendSigned(bucket, "HEAD", address(name));
      known.resume();
      if (known.statusCode !== 200) {
        const { size } = await stat(place);
        await put(name, { open: () => createReadStream(place), size, sha256 });
      }
      await rm(place, { force: true });
    },
    get: async (name) => {
      const answer = await sendSigned(bucket, "GET", address(name));
      if (answer.statusCode === 200) return answer;
      answer.resume();
      if (isMissing(answer)) return null;
      throw new BucketAway(answer.statusCode);
    },
    sizeOf: async (name) => {
      const answer = await sendSigned(bucket, "HEAD", address(name));
      answer.resume();
      if (answer.statusCode === 200) return Number(answer.headers["content-length"]);
      if (isMissing(answer)) return null;
      throw new BucketAway(answer.statusCode);
    },
    remove: async (name) => {
      const answer = await sendSigned(bucket, "DELETE", address(name));
      answer.resume();
      if (![200, 204, 404].includes(answer.statusCode ?? 0)) throw new BucketAway(answer.statusCode);
    },
    readText: async (name) => {
      const answer = await sendSigned(bucket, "GET", address(name));
      if (answer.statusCode === 200) return text(answer);
      answer.resume();
      // A key without any rights has failed at `tryOut`.
      if (isMissing(answer) || isForbidden(answer)) return null;
      throw new BucketAway(answer.statusCode);
    },
    writeText: async (name, content) => {
      const sha256 = createHash("sha256").update(content).digest("hex");
      await put(name, { open: () => Readable.from([content]), size: Buffer.byteLength(content), sha256 });
    },
    tryOut: async () => {
      const answer = await sendSigned(bucket, "PUT", address("try"));
      answer.resume();
      if (answer.statusCode !== 200) throw new BucketAway(answer.statusCode);
    },
  };
}

const isMissing = ({ statusCode }: IncomingMessage): boolean => statusCode === 404;
/** A key that may not list gets this for a missing object. */
const isForbidden = ({ statusCode }: IncomingMessage): boolean => statusCode === 403;

class BucketAway extends Error {
  readonly code: string | undefined;

  constructor(status: number | undefined) {
    super(`the bucket answered ${String(status)}`);
    if (status === INSUFFICIENT_STORAGE) this.code = "ENOSPC";
  }
}

const INSUFFICIENT_STORAGE = 507;
const PATIENCE_MS = 30_000;
/** SHA-256 of nothing. */
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

interface Content {
  open: () => Readable;
  size: number;
  sha256: string;
}

async function sendSigned(
  { keyId, secret, region }: BucketSettings,
  method: "HEAD" | "GET" | "PUT" | "DELETE",
  address: string,
  sent?: Content,
): Promise<IncomingMessage> {
  const signed = await new AwsV4Signer({
    method,
    url: address,
    service: "s3",
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    headers: { "X-Amz-Content-Sha256": sent?.sha256 ?? NOTHING },
  }).sign();
  const headers = {
    ...Object.fromEntries(signed.headers),
    ...(method === "PUT" ? { "Content-Length": String(sent?.size ?? 0) } : {}),
  };
  const ask = signed.url.protocol === "https:" ? securely : plainly;
  return new Promise((resolve, reject) => {
    const request = ask(signed.url, { method, headers, timeout: PATIENCE_MS }, resolve);
    request.on("timeout", () => request.destroy(new Error("the bucket is silent")));
    request.on("error", reject);
    if (!sent) return request.end();
    pipeline(sent.open(), request).catch(reject);
  });
}
