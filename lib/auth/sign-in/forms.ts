// Plain forms that work without a script: posted, checked, and answered with a redirect. A script may ask for the
// address instead (`json=true`).
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { isSameOrigin } from "../own-origin";

export type FormFields = Readonly<Record<string, string | undefined>>;

const MOST_BYTES = 16_384;

/** The fields, if the form is from one of our own pages. Refuses `cross-site`. */
export async function readOwnForm(request: Request): Promise<Result<FormFields>> {
  return isSameOrigin(request.headers) ? readFields(request) : refuse("cross-site");
}

/** Redirects the form; `status` applies to a script's JSON. */
export function lead(fields: FormFields, url: string, status = 200): Response {
  return fields.json === "true" ? Response.json({ url }, { status }) : leadTo(url);
}

export const leadTo = (url: string): Response =>
  new Response(null, { status: 303, headers: { Location: url } });

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

/** The fields of a form or a flat JSON object. The last one of a name counts; anything but text is dropped. */
export async function readFields(request: Request): Promise<Result<FormFields>> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded" && type !== "application/json")
    return refuse("wrong-content-type");
  const text = await readText(request);
  if (text === null) return refuse("too-large");
  if (type === "application/x-www-form-urlencoded") return ok(fieldsOf([...new URLSearchParams(text)]));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? ok(fieldsOf(Object.entries(value)))
      : refuse("bad-json");
  } catch {
    return refuse("bad-json");
  }
}

function fieldsOf(entries: readonly (readonly [string, unknown])[]): FormFields {
  const texts = entries.filter((entry): entry is readonly [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

async function readText(request: Request): Promise<string | null> {
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
