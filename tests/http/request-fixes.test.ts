import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { decodable, normalizeRequests } from "@/lib/http/request-fixes";

test.each([
  ["/api/v1/pledges/%ff", "/api/v1/pledges/%25ff"],
  ["/api/v1/pledges/%E0%A4%A", "/api/v1/pledges/%25E0%25A4%25A"],
  ["/%/x%20y?q=%ff?%", "/%25/x%20y?q=%ff?%"],
  ["/api/v1/pledges/FR-3-001?limit=5", "/api/v1/pledges/FR-3-001?limit=5"],
  ["/pledges/%00", "/pledges/%00"],
  ["*", "*"],
])("%s arrives as %s", (sent, arrives) => {
  expect(decodable(sent)).toBe(arrives);
  expect(() => decodeURIComponent(arrives.split("?")[0] ?? "")).not.toThrow();
});

beforeAll(() => {
  process.env["DATABASE_URL"] ??= "postgresql://nobody@localhost/none";
  normalizeRequests();
});

test.each(["/api/v1/imports", "/api/v1/files", "/pledges"])(
  "a request to %s has an id of ours, whatever the client sent",
  async (path) => {
    const ids: unknown[] = [];
    const server = createServer((request, response) => {
      ids.push(request.headers["x-request-id"]);
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    for (const sent of ["forged", "0197-chosen", undefined])
      await fetch(`http://127.0.0.1:${String(port)}${path}`, {
        method: "POST",
        body: "a file",
        headers: { connection: "close", ...(sent === undefined ? {} : { "X-Request-Id": sent }) },
      });
    await new Promise((closed) => server.close(closed));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(3);
  },
);
