// What an operation answers is projected by its schema.
import { expect, test } from "vitest";
import { z } from "zod";
import { created, list, one } from "@/lib/api/answer";
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

test("what isn't in its schema doesn't leave, at any depth", async () => {
  const answer = one(record).respond(stored);
  expect(await answer.json()).toEqual(shown);
  expect(answer.headers.get("etag")).toBe('"3"');
  const page = list(record).respond({ items: [stored], next: null, total: 1, capped: false });
  expect(await page.json()).toEqual({ items: [shown], next: null, total: 1, capped: false });
});

test("a value that breaks its schema is no answer", () => {
  const broken = { ...stored, version: 0.5 };
  expect(() => one(record).respond(broken)).toThrow(z.ZodError);
});

test("what is created says where it is, and has its version where it has one", async () => {
  const answer = created(piece, ({ id }) => `/api/v1/pieces/${id}`).respond({ id: "a", by: { name: "M" } });
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
