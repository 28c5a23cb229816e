// An operation's answer is projected by its schema.
import { expect, test } from "vitest";
import { z } from "zod";
import { asItIs, created, csv, list, one, oneRemembered, responseOf } from "@/lib/api/answer";
import { table, textField } from "@/lib/domain/exchange/table";
import { withLanguage } from "@/lib/i18n/reader";
import { findPlace, placesOf } from "@/lib/http/places";
import { OPERATIONS } from "@/app/api/v1/operations";

const piece = z.object({ id: z.string(), by: z.object({ name: z.string() }) });
const record = z.object({ version: z.int(), pieces: z.array(piece) });
const stored = {
  version: 3,
  sessionId: "secret",
  pieces: [{ id: "a", by: { name: "Manager", email: "manager@register.example" }, salt: "secret" }],
};
const shown = { version: 3, pieces: [{ id: "a", by: { name: "Manager" } }] };

test("what isn't in the schema is left out, at any depth", async () => {
  const answer = responseOf(one(record).respond(stored));
  expect(await answer.json()).toEqual(shown);
  expect(answer.headers.get("etag")).toBe('"3"');
  const page = responseOf(list(record).respond({ items: [stored], next: null, total: 1, capped: false }));
  expect(await page.json()).toEqual({ items: [shown], next: null, total: 1, capped: false });
});

test("a value that breaks its schema is refused by an error", () => {
  const broken = { ...stored, version: 0.5 };
  expect(() => one(record).respond(broken)).toThrow(z.ZodError);
});

test("a remembered answer is made again for another value, and for another language", async () => {
  let made = 0;
  const answer = oneRemembered(z.object({ id: z.string(), made: z.int() }), ({ id }: { id: string }) => ({
    ...{ id, secret: "salt" },
    made: (made += 1),
  }));
  const [a, b] = [{ id: "a" }, { id: "b" }];
  const read = async (value: { id: string }): Promise<unknown> => responseOf(answer.respond(value)).json();
  expect([await read(a), await read(a)]).toEqual([
    { id: "a", made: 1 },
    { id: "a", made: 1 },
  ]);
  expect(await read(b)).toEqual({ id: "b", made: 2 });
  expect(await withLanguage("fr", () => read(b))).toEqual({ id: "b", made: 3 });
  expect(responseOf(answer.respond(b)).headers.get("content-type")).toBe("application/json");
  expect(responseOf(answer.respond(b)).headers.get("cache-control")).toBe("private, no-store");
});

test.each<[string, () => Promise<IteratorResult<string[]>>]>([
  ["rows come", () => Promise.resolve({ value: ["a"] })],
  ["it waits for rows", () => new Promise(() => undefined)],
])("a reader who leaves a CSV while %s ends its query", async (_when, next) => {
  let left = 0;
  const end = () => Promise.resolve({ done: true as const, value: ++left });
  const rows = { [Symbol.asyncIterator]: () => ({ next, return: end }) };
  const view = { rows, asOf: "2026-02-25T12:00:00.000Z", marking: "", narrowed: false };
  const names = table<string>("names", ["name"], { name: textField((name) => name) });
  const reader = responseOf(csv(names, asItIs<string>).respond(view)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(left).toBe(1);
});

test("a created record is answered with its location, and without an ETag if it has no version", async () => {
  const made = created(piece, ({ id }) => `/api/v1/pieces/${id}`);
  const answer = responseOf(made.respond({ id: "a", by: { name: "M" } }));
  expect([answer.status, answer.headers.get("location"), answer.headers.get("etag")]).toEqual([
    201,
    "/api/v1/pieces/a",
    null,
  ]);
});

test("names come before parameters, and each operation is found at its own path", () => {
  const places = placesOf(OPERATIONS);
  expect(findPlace(places, ["pledges", "change"])?.place.path).toBe("/pledges/change");
  expect(findPlace(places, ["pledges", "FR-3-001"])).toMatchObject({
    place: { path: "/pledges/{reference}" },
    params: { reference: "FR-3-001" },
  });
  expect(findPlace(places, ["pledges", "FR-3-001", "nothing"])).toBeNull();
  for (const { path } of OPERATIONS)
    expect(findPlace(places, path.split("/").slice(1))?.place.path, path).toBe(path);
});
