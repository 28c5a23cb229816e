// OpenAPI 3.1, made from the operations that the API serves; for anyone who is signed in.
import { z } from "zod";
import { hasVersion, type Answer } from "@/lib/api/answer";
import { anyone, type Operation } from "@/lib/api/operation";
import { tokenGroupOf } from "@/lib/api/token-groups";
import { answers, coalitionOnly, coalitionOnlySchema } from "@/lib/api/parts";
import type { RefusalCode } from "@/lib/domain/base/refusal";
import { asOfParameters } from "@/lib/schema/parameters";
import { problemSchema, STATUS } from "./problem";

export interface OpenApi {
  openapi: string;
  info: object;
  servers: object[];
  security: object[];
  paths: Record<string, Record<string, object>>;
  components: object;
}

export function describe(operations: readonly Operation[]): OpenApi {
  const paths: OpenApi["paths"] = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationOf(operation);
  const whole = operations.flatMap(({ answer }) => [answer.schema, answer.later?.answer.schema]);
  const { schemas } = z.toJSONSchema(answers, { uri: refTo, unrepresentable: "any", io: "output" });
  return {
    openapi: "3.1.0",
    info: {
      title: "Pledge Register",
      version: "1",
      description: INTRODUCTION,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/api/v1" }],
    security: BY_PERSON_OR_TOKEN,
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, schema]) => [
          id,
          whole.some((answer) => answer && answers.get(answer)?.id === id)
            ? withCoalitionOnly(bare(schema))
            : bare(schema),
        ]),
      ),
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        token: { type: "http", scheme: "bearer", description: TOKENS },
      },
    },
  };
}

const INTRODUCTION =
  "A record’s ETag is its version; send it back as If-Match to change the record. A change with an Idempotency-Key happens once. " +
  "A request refused as proof-needed works after you prove that it is you (POST /me/proof). A proof holds for five minutes, as does signing in. " +
  "With Expected-Account, the ID of an account, a request is refused as not-signed-in unless that account sends it. " +
  "With a session, changes need Sec-Fetch-Site: same-origin or the register’s own Origin. Unknown keys and parameters are refused.";

const TOKENS =
  "A token that a person made for a program (POST /me/tokens): prt_ and 43 characters, sent without cookies. It can read what its owner may read, " +
  "and change what its groups allow: x-token-group names the group of an operation. Operations without this scheme need a person’s session.";

const BY_PERSON_OR_TOKEN = [{ session: [] }, { token: [] }];

const refTo = (id: string): string => `#/components/schemas/${id}`;

function operationOf(operation: Operation): object {
  const { method, path, summary, answer } = operation;
  const { later } = answer;
  const group = tokenGroupOf(operation);
  return {
    operationId: nameOf(method, path),
    summary,
    ...(group === null ? { security: [{ session: [] }] } : { "x-token-group": group }),
    parameters: [...pathOf(path), ...queryOf(operation), ...headersOf(operation)],
    ...bodyOf(operation),
    responses: {
      [answer.status]: responseOf(summary, method, answer),
      ...(later ? { 202: responseOf(later.description, method, later.answer) } : {}),
      ...refusalsOf([
        ...ALWAYS,
        ...(method === "GET" ? ON_READING : [...ON_CHANGES, "not-by-token" as const]),
        ...versionRefusals(operation),
        ...(operation.may === anyone ? [] : (["role"] as const)),
        ...(operation.proof ? (["proof-needed"] as const) : []),
        ...(operation.params ? (["not-found"] as const) : []),
        ...(operation.refuses ?? []),
      ]),
    },
  };
}

const binary = { schema: { type: "string", format: "binary" } };

function bodyOf({ body, bodyDescribed = body, mayBeEmpty, upload }: Operation): object {
  if (upload) {
    const content = Object.fromEntries(upload.types.map((type) => [type, binary]));
    return { requestBody: { required: true, content } };
  }
  if (!bodyDescribed) return {};
  const content = { "application/json": { schema: schemaOf(bodyDescribed, "input") } };
  return { requestBody: { required: !mayBeEmpty, content } };
}

/**
 * A record has an ETag, something created or started has a Location, and a change has its position in the
 * log.
 */
function responseOf(description: string, method: string, answer: Answer<never>): object {
  if (answer.type === "text/csv" || answer.type === "text/calendar")
    return { description, headers: WHOLE_VIEW, content: { [answer.type]: { schema: { type: "string" } } } };
  const headers = {
    ...(hasVersion(answer.schema) ? { ETag: VERSION } : {}),
    ...(answer.isPlaced ? { Location: PLACE } : {}),
    ...(method === "GET" ? {} : RECEIPT),
  };
  const schema = answer.schema ? { schema: answerOf(answer.schema) } : binary;
  return {
    description,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    content: { [answer.type]: schema },
  };
}

/** A reference by name, or with the `coalitionOnly` that a route may add. */
const answerOf = (answer: z.ZodType): object =>
  schemaOf(answers.has(answer) ? answer : coalitionOnlySchema(answer), "output");

/** Adds `coalitionOnly` to a named schema that is a whole answer. */
function withCoalitionOnly(schema: object): object {
  const { properties } = schema as { properties?: object };
  return { ...schema, properties: { ...properties, coalitionOnly: schemaOf(coalitionOnly, "output") } };
}

const header = (description: string): object => ({ description, schema: { type: "string" } });

const VERSION = header("The record’s version, for If-Match");
const PLACE = header("Address of what was created, or of the state of what was started");

const RECEIPT = {
  "Register-Entries": header(
    "Positions of the change in the log, for example 998 or 996-998; absent if no record changed",
  ),
  "Register-Leaf-Hash": header("Leaf hash of the last of these entries; the others are chained to it"),
};

const WHOLE_VIEW = {
  "Content-Disposition": header("The file’s name: the table, whether it is filtered, and the moment"),
  "Register-As-Of": header("The moment that the data shows, in UTC"),
  "Register-Marking": header(
    "The register’s marking, percent-encoded; also the last field of each row, or the calendar’s description",
  ),
};

const ALWAYS = [
  "not-signed-in",
  "cookie-and-token",
  "slow-down",
  "busy",
  "database-away",
  "storage-full",
] as const;
const ON_READING = ["invalid"] as const;
const ON_CHANGES = [
  "cross-site",
  "bad-json",
  "too-large",
  "wrong-content-type",
  "invalid",
  "rights-changed",
  "slow-down",
  "key-reused",
] as const;

const versionRefusals = ({ version }: Operation): RefusalCode[] =>
  version === "required" ? ["version", "if-match-missing"] : version === "optional" ? ["version"] : [];

function refusalsOf(codes: readonly RefusalCode[]): Record<string, object> {
  const statuses = [...new Set(codes.map((code) => STATUS[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: [...new Set(codes.filter((code) => STATUS[code] === status))].join(", "),
        content: { "application/problem+json": { schema: schemaOf(problemSchema, "output") } },
      },
    ]),
  );
}

function queryOf({ query, asOf }: Operation): object[] {
  const parameters = [query, asOf ? asOfParameters : undefined].filter((schema) => schema !== undefined);
  const schemas = parameters.map(
    (schema) => schemaOf(schema, "input") as { properties?: object; required?: string[] },
  );
  const properties = schemas.reduce((all, schema) => ({ ...all, ...schema.properties }), {});
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.has(name),
    schema,
  }));
}

const pathOf = (path: string): object[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function headersOf({ method, version, upload }: Operation): object[] {
  return [
    ...(version
      ? [
          {
            name: "If-Match",
            in: "header",
            required: version === "required",
            schema: { type: "string", pattern: '^"[1-9][0-9]*"$' },
          },
        ]
      : []),
    ...((method === "POST" || method === "PATCH") && upload?.to !== "command"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: false,
            schema: { type: "string", minLength: 1, maxLength: 200 },
          },
        ]
      : []),
  ];
}

/** Named schemas are referred to by name; `listOf` of one refers to it inside. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): object {
  const name = answers.get(schema)?.id;
  if (name) return { $ref: refTo(name) };
  return bare(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      override: ({ zodSchema, jsonSchema }) => {
        const inner = answers.get(zodSchema)?.id;
        if (!inner) return;
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
        jsonSchema.$ref = refTo(inner);
      },
    }),
  );
}

function bare(schema: object): object {
  const {
    $schema: _schema,
    $id: _id,
    "~standard": _standard,
    $defs = {},
    ...rest
  } = schema as Record<string, unknown> & { $defs?: Record<string, { $ref?: string }> };
  return led(rest, $defs);
}

/** Recursive schemas come in `apart`; a named one is replaced by a reference to its name. */
function led(schema: object, apart: Record<string, { $ref?: string }>): object {
  const text = Object.entries(apart).reduce(
    (all, [name, { $ref }]) => ($ref === undefined ? all : all.replaceAll(`"#/$defs/${name}"`, `"${$ref}"`)),
    JSON.stringify(schema),
  );
  return JSON.parse(text) as object;
}

/** `postPledgesReferenceStage` */
function nameOf(method: string, path: string): string {
  const words = path.split(/\W+/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}
