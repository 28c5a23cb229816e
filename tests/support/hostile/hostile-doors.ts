// The routes that are open to strangers, and what strangers send: forms and JSON with field names that are known there.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { poison } from "./hostile";

const AUTH = join(import.meta.dirname, "../../../app/api/auth");

/** `password`, `[...nextauth]`, … */
export const DOORS: readonly string[] = readdirSync(AUTH, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => file.replace(/\/?route\.ts$/, ""));

export interface Knock {
  door: string;
  place: string[];
  method: string;
  headers: Record<string, string>;
  raw: string | null;
}

const FIELDS = [
  "email",
  "password",
  "again",
  "current",
  "token",
  "csrfToken",
  "code",
  "challenge",
  "passkey",
  "purpose",
  "remove",
  "next",
  "callbackUrl",
  "json",
  "__proto__",
  "",
];

/** From strangers only: nobody is signed in. */
export const knocks: fc.Arbitrary<Knock> = fc
  .record({
    door: fc.constantFrom(...DOORS, "[...nextauth]", "[...nextauth]", "[...nextauth]"),
    place: fc.constantFrom(
      "csrf",
      "callback/credentials",
      "callback/credentials",
      "callback/credentials",
      "signout",
      "signin",
      "session",
      "callback/x",
      "_log",
      "..",
      "%00",
    ),
    method: fc.constantFrom("GET", "POST", "POST", "POST", "PUT", "DELETE"),
    origin: fc.constantFrom<Record<string, string>[]>(
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "same-origin" },
      { origin: "https://evil.example" },
      {},
    ),
    fields: fc.array(fc.tuple(fc.constantFrom(...FIELDS), poison), { maxLength: 6 }),
    type: fc.constantFrom("application/x-www-form-urlencoded", "application/json", "text/plain", ""),
    rubbish: fc.option(fc.string({ unit: "binary", maxLength: 100 }), { freq: 5 }),
  })
  .map(({ door, place, method, origin, fields, type, rubbish }) => ({
    door,
    place: door.includes("...") ? place.split("/") : [],
    method,
    headers: {
      ...origin,
      "x-peer-address": "192.0.2.66",
      cookie: "next-auth.session-token=x",
      ...(type ? { "content-type": type } : {}),
    },
    raw:
      method === "GET"
        ? null
        : (rubbish ?? (type.includes("json") ? JSON.stringify(Object.fromEntries(fields)) : formOf(fields))),
  }));

const formOf = (fields: readonly (readonly [string, unknown])[]): string =>
  fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`)
    .join("&");

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Null where a method has no handler: then the framework answers 405. */
export async function knock({ door, place, method, headers, raw }: Knock): Promise<Response | null> {
  const handlers = (await import(join(AUTH, door, "route.ts"))) as Record<string, Handler>;
  const path = place.length > 0 ? place.map(encodeURIComponent).join("/") : door;
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method,
    headers: { host: "localhost:3000", ...headers },
    ...(raw === null ? {} : { body: raw }),
  });
  return handlers[method]?.(request, { params: Promise.resolve({ nextauth: place }) }) ?? null;
}
