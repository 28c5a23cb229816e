// Compares API answers with the API's own description: each status, each refusal code, and the headers of a record.
// Not bodies: the server parses those.
import { openapi } from "@/app/api/v1/operations";

interface Described {
  responses: Record<string, { description: string; headers?: Record<string, unknown> } | undefined>;
}

interface Answer {
  status: number;
  headers: Headers;
  body: { code?: unknown };
}

/** Null where the answer is as described; otherwise what is not. */
export function undescribed(method: string, path: string, { status, headers, body }: Answer): string | null {
  const operation = openapi().paths[path]?.[method.toLowerCase()] as Described | undefined;
  if (!operation) return null;
  const described = operation.responses[String(status)];
  const isDescribed =
    described && (status < 400 || described.description.split(", ").includes(String(body.code)));
  if (!isDescribed) return `${method} ${path} ${status} ${String(body.code)}`;
  const other = HEADERS.find((name) => headers.has(name) !== Object.hasOwn(described.headers ?? {}, name));
  return other === undefined ? null : `${method} ${path} ${status} ${other}`;
}

const HEADERS = ["ETag", "Location"];
