// Bodies and parameters that match a schema, near its limits: what a careful attacker sends.
import fc from "fast-check";
import { z } from "zod";

export interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;

/** Mostly valid, sometimes just beyond the limit. */
export function nearValid(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(nearValid));
  return BY_TYPE[schema.type ?? ""]?.(schema) ?? fc.jsonValue({ maxDepth: 2 });
}

const BY_TYPE: Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -10, maximum = 1_000_000 }) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }) },
      { weight: 1, arbitrary: fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1) },
    ),
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
  string: text,
  array: ({ items = {}, minItems = 0, maxItems = 100 }) =>
    fc.array(nearValid(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) }),
  object: ({ properties = {}, required = [] }) =>
    fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, nearValid(inner)])),
      {
        requiredKeys: required.filter((name) => name in properties),
      },
    ),
};

function text({ format, pattern, minLength = 1, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  if (format === "date")
    return fc
      .integer({ min: -300, max: 700 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
  if (format === "uuid") return fc.uuid();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(
    { weight: 6, arbitrary: fc.lorem({ maxCount: 4 }) },
    { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 40) }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(maxLength, maxLength + 1)
        .map((length) => "x".repeat(Math.min(length, 25_000))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("officer@register.example", "FR", "FR-3-001", "FR,GB", "1", "-updatedAt"),
    },
  );
}
