// The body of a change: JSON in UTF-8 of a bounded size, read in pieces so that a huge one costs nothing.
import { createHash } from "node:crypto";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";

export const LARGEST_BODY = 1_000_000;

export interface Body {
  value: unknown;
  /** Over address and body: identifies the request of an Idempotency-Key. */
  sha256: string;
}

/** `mayBeEmpty`: no body counts as an empty object. */
export async function readBody(request: Request, mayBeEmpty: boolean): Promise<Result<Body>> {
  const type = request.headers.get("content-type");
  if (type === null ? !mayBeEmpty : !isJson(type)) return refuse("wrong-content-type");
  if (Number(request.headers.get("content-length")) > LARGEST_BODY) return refuse("too-large");

  const bytes = await bytesOf(request);
  if (bytes === null) return refuse("too-large");
  if (bytes.length > 0 && type === null) return refuse("wrong-content-type");
  // A connection that breaks after the headers ends the body, which would then count as an empty object.
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) !== bytes.length) return refuse("bad-json");
  const value = bytes.length === 0 && mayBeEmpty ? {} : parsed(bytes);
  return value === undefined ? refuse("bad-json") : ok({ value, sha256: digest(request, bytes) });
}

function isJson(type: string): boolean {
  const [media = "", ...parameters] = type.split(";").map((part) => part.trim().toLowerCase());
  return media === "application/json" && parameters.every((one) => /^charset="?utf-8"?$/.test(one));
}

async function bytesOf(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function digest(request: Request, body: Uint8Array | string): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256").update(`${pathname}${search}\n`).update(body).digest("hex");
}
