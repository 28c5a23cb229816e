// An in-memory bucket on a real port that trusts nothing: it recomputes each request's signature and body hash.
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface TestBucket {
  address: string;
  keyId: string;
  secret: string;
  region: string;
  objects: Map<string, Buffer>;
  /** Method and status of each request. */
  asked: string[];
  /** Answers everything with this status; null: normally. */
  fails: number | null;
  close(): Promise<void>;
}

export async function openBucket(): Promise<TestBucket> {
  const key = { keyId: "AKTESTBUCKET", secret: "a secret of tests/with+signs", region: "eu-central-1" };
  const bucket: Omit<TestBucket, "address" | "close"> = {
    ...key,
    objects: new Map(),
    asked: [],
    fails: null,
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const status = bucket.fails ?? statusOf(request, body, bucket);
      bucket.asked.push(`${request.method ?? ""} ${String(status)}`);
      const object = bucket.objects.get(request.url ?? "");
      const isRead = status === 200 && ["GET", "HEAD"].includes(request.method ?? "");
      response.writeHead(status, isRead ? { "Content-Length": object?.length ?? 0 } : {});
      response.end(status === 200 && request.method === "GET" ? object : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(bucket, {
    address: `http://127.0.0.1:${String(port)}/register files`.replace(" ", "-"),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function statusOf(request: IncomingMessage, body: Buffer, bucket: Pick<TestBucket, "objects"> & Key): number {
  if (!isSigned(request, bucket) || request.headers["x-amz-content-sha256"] !== sha256(body)) return 403;
  const place = request.url ?? "";
  switch (request.method) {
    case "PUT":
      if (request.headers["transfer-encoding"] !== undefined) return 411;
      bucket.objects.set(place, body);
      return 200;
    case "DELETE":
      bucket.objects.delete(place);
      return 204;
    default:
      return bucket.objects.has(place) ? 200 : 404;
  }
}

type Key = Pick<TestBucket, "keyId" | "secret" | "region">;

/** AWS Signature Version 4, as specified. */
function isSigned({ method, url, headers }: IncomingMessage, { keyId, secret, region }: Key): boolean {
  const [, credential = "", signed = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const [id, day = "", ...rest] = credential.split("/");
  if (id !== keyId || rest.join("/") !== `${region}/s3/aws4_request`) return false;
  const names = signed.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name))) return false;
  const canonical = [
    method,
    url,
    "",
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(Buffer.from(canonical))].join(
    "\n",
  );
  const signingKey = [day, region, "s3", "aws4_request"].reduce<Buffer | string>(
    (with_, part) => createHmac("sha256", with_).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", signingKey).update(toSign).digest("hex") === signature;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
