import { expect, test } from "vitest";
import { openapi } from "@/app/api/v1/operations";

test("every operation has a different name", () => {
  const names = Object.values(openapi().paths).flatMap((methods) =>
    Object.values(methods).map((one) => (one as Operation).operationId),
  );
  expect(new Set(names).size).toBe(names.length);
});

test("every reference leads to a schema", () => {
  const text = JSON.stringify(openapi());
  const { schemas } = openapi().components as { schemas: Record<string, unknown> };
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(schemas)));
  expect(text).not.toContain('"$ref":"#/$defs');
});

test("objects that are sent accept no unknown keys", () => {
  const bodies = Object.values(openapi().paths).flatMap((methods) => Object.values(methods)) as Operation[];
  const open = bodies.flatMap(({ operationId, requestBody }) =>
    requestBody ? openObjects(requestBody, operationId) : [],
  );
  expect(open).toEqual([]);
});

interface Operation {
  operationId: string;
  requestBody?: object;
}

function openObjects(part: unknown, at: string): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own =
    "type" in part &&
    part.type === "object" &&
    !("additionalProperties" in part && part.additionalProperties === false) &&
    // Its keys are data: ids, and no others are taken, or words up to a length.
    !("propertyNames" in part && /"format":"uuid"|"maxLength":\d/.test(JSON.stringify(part.propertyNames)));
  return [
    ...(own ? [at] : []),
    ...Object.entries(part).flatMap(([key, value]) => openObjects(value, `${at}.${key}`)),
  ];
}
