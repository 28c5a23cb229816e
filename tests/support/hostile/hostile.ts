// Requests that no honest client sends, generated from the operations' own description: the right place, the right
// shape, and something wrong. None may change anything: it names something missing, a version that never existed, or is
// spoilt so that no route accepts it.
import fc from "fast-check";
import type { Operation } from "@/lib/api/operation";
import type { Method, Who } from "../api";
import { nearValid, schemaOf } from "../any/near-valid";
import { objectsIn, pathsIn, withValue, type Path } from "../any/spoil";

export interface HostileRequest {
  operation: string;
  who: Who | null;
  method: Method;
  path: string;
  headers: Record<string, string>;
  raw?: string;
}

/** References to existing records, by the path that names them: `/approvals/{id}`. */
export type There = Readonly<Record<string, readonly string[]>>;

export function hostileRequests(
  operations: readonly Operation[],
  there: There,
): fc.Arbitrary<HostileRequest> {
  return fc.oneof(
    ...operations.map((operation) => ({
      // A change can go wrong in more places.
      weight: operation.body ? 3 : 1,
      arbitrary: operation.method === "GET" ? reading(operation, there) : changing(operation, there),
    })),
  );
}

/** Mostly someone with permission: the others don't get far. */
function whoFor({ path, method }: Operation): fc.Arbitrary<Who | null> {
  const keepsAccounts = /^\/(people|settings|participants)/.test(path) && method !== "GET";
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constant<Who>(keepsAccounts ? "admin" : method === "GET" ? "auditor" : "manager"),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<(Who | null)[]>(
        "officer",
        "officer-north",
        "manager",
        "auditor",
        "admin",
        null,
      ),
    },
  );
}

/** Values that no field accepts, or that one mistakes for something else. */
const POISON: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  { a: 1 },
  { length: 1e9 },
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202eevil",
  "\u200b",
  "👩‍👩‍👧‍👦".repeat(20),
  "ﷺ".repeat(400),
  "é".normalize("NFD").repeat(50),
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "__proto__",
  "constructor",
  "${7*7}",
  "{{7*7}}",
  "../../etc/passwd",
  "2026-02-30",
  "0000-00-00",
  "+275760-09-13",
  "9999-12-31",
  "NaN",
  "1e309",
  0,
  -0,
  -1,
  -1.5,
  0.1,
  1e300,
  9_007_199_254_740_993,
  2 ** 31,
  2 ** 63,
  -(2 ** 53),
  1e-320,
  "x".repeat(30_000),
];
export const poison = fc.constantFrom(...POISON);
const KEYS = [
  "unknown",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  "\u0000",
  "\ud800",
  "0",
  "length",
  "then",
];

function reading(operation: Operation, there: There): fc.Arbitrary<HostileRequest> {
  return fc
    .record({
      who: whoFor(operation),
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant<Method>("GET") },
        { weight: 1, arbitrary: fc.constantFrom<Method[]>("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH") },
      ),
      path: pathOf(operation, there[operation.path]),
      query: queryOf(operation),
      headers: strangeHeaders,
    })
    .map(({ query, path, ...rest }) => ({
      ...rest,
      operation: nameOf(operation),
      path: `${path}${query}`,
    }));
}

function changing(operation: Operation, there: There): fc.Arbitrary<HostileRequest> {
  // It can't succeed: its path names nothing that exists, or its version never existed.
  const isVersioned = operation.version === "required";
  const isInert = operation.path.includes("{") || isVersioned;
  const spoil = isInert
    ? fc.option(fc.constantFrom(...SPOILS), { nil: null, freq: 2 })
    : fc.constantFrom(...SPOILS);
  return fc
    .record({
      who: whoFor(operation),
      path: pathOf(operation, isVersioned ? there[operation.path] : undefined),
      body: bodyOf(operation),
      headers: strangeHeaders,
      version: fc.constantFrom(
        '"900"',
        '"999"',
        'W/"901"',
        '"1000000"',
        "*",
        '"x"',
        '"0"',
        '"1", "2"',
        '"18446744073709551616"',
        "",
      ),
      key: fc.constantFrom("", "a key", "x".repeat(200), "x".repeat(201), "\u00e9", "a\tb"),
      spoil,
      spoilKey: fc.constantFrom(...KEYS),
    })
    .map(({ body, version, key, spoil, spoilKey, ...rest }) => {
      const sent: HostileRequest = {
        ...rest,
        operation: nameOf(operation),
        method: operation.method,
        headers: {
          "content-type": "application/json",
          ...(operation.version && version ? { "if-match": version } : {}),
          ...(key ? { "idempotency-key": key } : {}),
          ...rest.headers,
        },
        raw: body,
      };
      return spoil === null ? sent : spoil(sent, spoilKey);
    });
}

/** Each makes any change impossible, whatever else it contains. */
const SPOILS: readonly ((sent: HostileRequest, key: string) => HostileRequest)[] = [
  unknownKey,
  unknownKey,
  unknownKey,
  unknownKey,
  (sent) => ({ ...sent, path: `${sent.path}?force=1` }),
  (sent, key) => ({ ...sent, path: `${sent.path}?${encodeURIComponent(key.toWellFormed())}=1&a=1&a=2` }),
  (sent) => ({ ...sent, headers: { ...sent.headers, "content-type": "text/plain" } }),
  (sent) => ({ ...sent, headers: { ...sent.headers, "content-type": "application/json; charset=utf-16" } }),
  (sent) => ({ ...sent, headers: { ...sent.headers, "content-type": "multipart/form-data; boundary=x" } }),
  (sent) => ({ ...sent, headers: { ...sent.headers, "sec-fetch-site": "cross-site" } }),
  (sent) => ({
    ...sent,
    headers: { ...sent.headers, "sec-fetch-site": "none", origin: "https://evil.example" },
  }),
  (sent) => ({ ...sent, headers: { ...sent.headers, cookie: "next-auth.session-token=x; a=\u00ff" } }),
  (sent) => ({ ...sent, raw: sent.raw?.slice(0, -1) ?? "{" }),
  (sent) => ({ ...sent, raw: `\ufeff${sent.raw ?? ""},` }),
  (sent) => ({ ...sent, raw: `[${sent.raw ?? ""}]` }),
  (sent) => ({ ...sent, raw: `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}` }),
  (sent) => ({ ...sent, raw: `${"[".repeat(20_000)}${"]".repeat(20_000)}` }),
  (sent) => ({ ...sent, raw: "null" }),
];

/** Also duplicated, and with a key that every object has. */
function unknownKey(sent: HostileRequest, key: string): HostileRequest {
  const inner = /^\{(.*)\}$/s.exec(sent.raw ?? "")?.[1] ?? "";
  const name = JSON.stringify(key);
  return { ...sent, raw: `{${name}:{"a":1},${inner === "" ? "" : `${inner},`}"no key of ours":1,${name}:2}` };
}

/** As its schema describes, with a value or two replaced; or any text at all. */
function bodyOf({ body }: Operation): fc.Arbitrary<string> {
  if (!body) return fc.constant("{}");
  const shaped = fc
    .record({
      value: nearValid(schemaOf(body)),
      places: fc.array(fc.nat(1_000), { maxLength: 2 }),
      poison,
      key: fc.constantFrom(...KEYS),
    })
    .map(({ value, places, poison, key }) => {
      const spoiled = places.reduce<unknown>((whole, n) => {
        const all = pathsIn(whole);
        const place = all[n % Math.max(1, all.length)];
        return place ? withValue(whole, place, poison) : whole;
      }, value);
      const [first] = places;
      return first !== undefined && first % 5 === 0 ? withKey(spoiled, key, first) : JSON.stringify(spoiled);
    });
  return fc.oneof(
    { weight: 12, arbitrary: shaped },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "{}",
        "[]",
        '""',
        "0",
        '{"a":1,"a":2}',
        '{"__proto__":{"role":"ADMIN"}}',
      ),
    },
  );
}

/** In any object of the body, or the whole. */
function withKey(body: unknown, key: string, n: number): string {
  const objects: Path[] = typeof body === "object" && body !== null ? objectsIn(body) : [];
  const place = objects[n % Math.max(1, objects.length)];
  if (!place) return JSON.stringify(body);
  return JSON.stringify(withValue(body, [...place, MARK], 1)).replace(
    JSON.stringify(MARK),
    JSON.stringify(key),
  );
}

const MARK = "\u2063mark";

/** Missing records, malformed names and, if given, existing ones. */
function pathOf({ path }: Operation, there: readonly string[] = []): fc.Arbitrary<string> {
  const parts = path.split("/").map((part): fc.Arbitrary<string> => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? fc.constant(part) : (ABSENT[name] ?? strangePart);
  });
  const absent = fc.tuple(...parts).map((all) => all.join("/"));
  return there.length === 0 ? absent : fc.oneof(absent, fc.constantFrom(...there));
}

const strangePart = fc.constantFrom(
  "",
  "%00",
  "..%2f..",
  "%F0%9F%92%A9",
  "fr-3-001",
  "FR-3-0000000001",
  "FR-9-001",
  "'",
  "%E2%80%AE",
  "a".repeat(3_000),
  "__proto__",
);

const mostly = (absent: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 4, arbitrary: absent }, { weight: 1, arbitrary: strangePart });

const ABSENT: Record<string, fc.Arbitrary<string>> = {
  reference: mostly(fc.constant("FR-3-999")),
  code: mostly(fc.constant("XX")),
  id: mostly(fc.uuid()),
};

function queryOf({ query }: Operation): fc.Arbitrary<string> {
  const known = query ? Object.entries(schemaOf(query).properties ?? {}) : [];
  const own = known.map(([name, schema]) =>
    fc
      .oneof({ weight: 3, arbitrary: nearValid(schema) }, { weight: 2, arbitrary: poison })
      .map((value) => [name, value] as const),
  );
  const strange = fc.tuple(
    fc.constantFrom("unknown", "__proto__", "constructor", "", "\u0000", "limit", "cursor"),
    poison,
  );
  const parameter =
    own.length > 0
      ? fc.oneof({ weight: 5, arbitrary: fc.oneof(...own) }, { weight: 1, arbitrary: strange })
      : strange;
  return fc.array(parameter, { maxLength: 3 }).map((all) => {
    const text = all
      .map(([name, value]) => `${encoded(name)}=${encoded(textOf(value).slice(0, 5_000))}`)
      .join("&");
    return text === "" ? "" : `?${text}`;
  });
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Headers that clients have no business sending, and values that headers can carry. */
const strangeHeaders = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { "x-request-id": "forged\u00ff" },
      { "x-request-id": "x".repeat(5_000) },
      { "x-page": "/forged", "x-peer-address": "'; DROP TABLE audit.access; --" },
      { "x-forwarded-for": "1.1.1.1, 2.2.2.2, ::1, x" },
      { "x-http-method-override": "DELETE", "x-middleware-subrequest": "proxy" },
      { accept: "text/html", "accept-language": "\u00e9".repeat(500) },
      { "content-length": "999999999999" },
      { "content-length": "-1" },
      { "transfer-encoding": "chunked", expect: "100-continue" },
      { "user-agent": "x".repeat(8_000), referer: "javascript:alert(1)" },
      { "if-none-match": "*", range: "bytes=0-9999999999" },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({
        unit: fc
          .integer({ min: 0x20, max: 0xff })
          .filter((c) => c !== 0x7f)
          .map((c) => String.fromCharCode(c)),
        maxLength: 60,
      })
      .map((value) => ({ "x-strange": value, accept: value })),
  },
);

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
