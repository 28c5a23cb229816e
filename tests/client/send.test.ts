import { afterEach, expect, test, vi } from "vitest";
import { load, newKey, send } from "@/lib/client/send";
import { problem } from "@/lib/http/problem";

const reference: string = "FR-3-001";

afterEach(() => vi.unstubAllGlobals());

function answering(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

test("a change is sent with its version and its key, and answers with the new version", async () => {
  const fetched = answering(() => Response.json({ title: "New" }, { headers: { etag: '"4"' } }));
  const sent = await send("PATCH", `/pledges/${reference}`, { title: "New" }, { version: 3, key: "k" });
  expect(sent).toEqual({ ok: true, value: { title: "New" }, version: 4 });
  expect(fetched).toHaveBeenCalledWith(
    "/api/v1/pledges/FR-3-001",
    expect.objectContaining({
      method: "PATCH",
      body: '{"title":"New"}',
      headers: { "Content-Type": "application/json", "If-Match": '"3"', "Idempotency-Key": "k" },
    }),
  );
});

test("errors in fields are returned by field", async () => {
  answering(() => problem({ code: "invalid", errors: [{ path: "title", code: "required" }] }));
  expect(await send("POST", "/pledges", {})).toMatchObject({
    ok: false,
    failure: { is: "fields", errors: [{ path: "title", code: "required", message: "This is required" }] },
  });
});

test("a stale version is a conflict, with who changed what", async () => {
  const conflict = {
    current: 4,
    changedBy: "Manager",
    changedAt: "2026-02-25T08:40:00.000Z",
    fields: ["title"],
  };
  answering(() => problem({ code: "version", conflict }));
  expect(await send("PATCH", `/pledges/${reference}`, {})).toMatchObject({
    failure: { is: "conflict", conflict },
  });
});

test("any other refusal comes with its words", async () => {
  answering(() => problem({ code: "another-desk" }));
  expect(await send("POST", "/pledges", {})).toMatchObject({
    failure: {
      is: "refused",
      refusal: { code: "another-desk", title: "This participant belongs to another desk" },
    },
  });
});

test.each([
  ["no network", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["an answer that is no JSON", () => new Response("<h1>Bad Gateway</h1>", { status: 502 })],
  ["a problem of somebody else", () => Response.json({ message: "?" }, { status: 500 })],
])("%s counts as offline", async (_what, answer) => {
  answering(answer);
  expect(await load("/pledges")).toEqual({ ok: false, failure: { is: "offline" } });
});

test("each new key is different, and accepted by the API", () => {
  const keys = Array.from({ length: 100 }, newKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[\x20-\x7e]{1,200}$/);
});
