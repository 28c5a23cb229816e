import { once } from "node:events";
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
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
    const given = await Promise.all(
      ["forged", "0197-chosen", undefined].map((sent) =>
        arriving(path, { method: "POST", headers: sent === undefined ? {} : { "X-Request-Id": sent } }),
      ),
    );
    const ids = given.map(({ headers }) => headers["x-request-id"]);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(3);
  },
);

test.each(["evil.example", "localhost.evil.example", "10.0.0.1:3000", "a@localhost:3000"])(
  "a request to the host %s has one answer, but for a health check",
  async (Host) => {
    for (const path of [
      "/sign-in",
      "/api/v1/files",
      "/api/health/../v1/me",
      "/api/health/live/",
      "/_next/static/a.js",
    ])
      expect((await arriving(path, { headers: { Host } })).url).toBe("/api/other-host");
    // A supervisor asks by any name that it has for this instance.
    expect((await arriving("/api/health/ready", { headers: { Host } })).url).toBe("/api/health/ready");
  },
);

test.each([
  ["*", "/*"],
  ["http://localhost:3000/x?q=1", "/x?q=1"],
  ["HTTP://127.0.0.1", "/"],
  ["http://localhost:3000?q=/x", "/?q=/x"],
  ["http://evil.example/x", "/api/other-host"],
  ["http://a@localhost:3000/x", "/api/other-host"],
  ["https://evil.example", "/api/other-host"],
])("the target %s arrives as %s, whatever the header Host says", async (path, url) => {
  for (const method of ["GET", "OPTIONS", "POST"])
    expect((await arriving(path, { method, headers: { Host: "localhost:3000" } })).url).toBe(url);
});

test("the host of a whole address replaces the header's", async () => {
  const { url, headers } = await arriving("http://localhost:3000/x", { headers: { Host: "evil.example" } });
  expect([url, headers.host]).toEqual(["/x", "localhost:3000"]);
});

test("a request to this machine by its own name arrives", async () => {
  expect((await arriving("/sign-in", { headers: { Host: "127.0.0.1:3000" } })).url).toBe("/sign-in");
});

test.each(["/api/v1/me", "/api/auth/csrf", "/nowhere", "/icon.svg", "/.well-known/security.txt"])(
  "%s is private and guarded by headers",
  async (path) => {
    const { sent } = await arriving(path);
    expect(sent).toMatchObject({
      "cache-control": "private, no-store",
      "content-security-policy":
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(sent["permissions-policy"]).toContain("camera=()");
  },
);

test("a file is sandboxed, should a browser show it after all", async () => {
  const { sent } = await arriving("/api/v1/files/0197");
  expect(sent["content-security-policy"]).toMatch(/^default-src 'none'; .*; sandbox$/);
});

test("a script may be kept by a browser, and may connect to nothing as a worker", async () => {
  const { sent } = await arriving("/_next/static/chunks/a.js");
  expect([sent["cache-control"], sent["x-content-type-options"]]).toEqual([undefined, "nosniff"]);
  expect(sent["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  );
});

interface Arrived {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  /** Headers of the answer. */
  sent: IncomingHttpHeaders;
}

/** What a server behind the fixes gets, and the headers that its answer has by then. */
async function arriving(path: string, options: RequestOptions = {}): Promise<Arrived> {
  const got: Pick<Arrived, "url" | "headers">[] = [];
  const server = createServer((request, response) => {
    got.push({ url: request.url, headers: request.headers });
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: "127.0.0.1", port, path, agent: false, ...options }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  server.close();
  const [{ url, headers } = { url: undefined, headers: {} }] = got;
  return { url, headers, sent: answer.headers };
}
