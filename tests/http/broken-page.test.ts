import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replaceBrokenPages, noteBrokenPage } from "@/lib/http/broken-page";

const AWAY = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const POLICY = "script-src 'nonce-abc123'; style-src 'self' 'nonce-abc123'";

let server: Server;
let origin: string;
let thrown: unknown;
/** How long after the answer Next reports the error; null: before. */
let late: number | null = null;

/** Answers as Next does when a page throws: it reports the error, and then answers 500 with a page of its own. */
beforeAll(async () => {
  let starting = true;
  server = createServer((request, response) => {
    // The first request came in before the process was ready.
    if (starting) replaceBrokenPages();
    starting = false;
    const error = thrown;
    const note = () => void (error === null || noteBrokenPage(error, request.headers));
    if (late === null) note();
    else setTimeout(note, late);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Content-Encoding", "gzip");
    response.statusCode = thrown === null ? 200 : 500;
    for (const part of ["<html>of the ", "framework</html>"]) {
      // As the middleware that compresses does before each part.
      if (!(response as { _header?: unknown })._header) response.writeHead(response.statusCode);
      response.write(gzipSync(part));
    }
    response.end();
    // Next answers again what it thinks hasn't been answered.
    if (!response.headersSent) {
      response.statusCode = 500;
      response.end("<html>once more</html>");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

let requests = 0;
async function page(error: unknown, method = "GET"): Promise<{ response: Response; text: string }> {
  thrown = error;
  requests += 1;
  const response = await fetch(`${origin}/unresolved`, {
    method,
    headers: { "x-request-id": `request ${requests}` },
  });
  return { response, text: await response.text() };
}

test("a page whose database is away is a 503 that needs no script", async () => {
  const { response, text } = await page(AWAY);
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toBe(POLICY);
  expect(text).toContain("<h1>The register cannot reach its database</h1>");
  expect(text).toContain('<style nonce="abc123">');
  expect(text).not.toContain("<script");
});

test.each([
  ["busy", "55P03", "2", "The register is very busy"],
  ["full", "53100", "60", "The register has run out of storage space"],
])("a database that is %s gets another page than one that is away", async (_, code, after, title) => {
  const { response, text } = await page(Object.assign(new Error("no"), { code }));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, after]);
  expect(text).toContain(`<h1>${title}</h1>`);
});

test("a page that breaks by a bug of ours stays as it is", async () => {
  const { response, text } = await page(new TypeError("x is not a function"));
  expect([response.status, response.headers.get("retry-after")]).toEqual([500, null]);
  expect(text).toBe("<html>of the framework</html>");
});

test("a page is replaced even if Next reports the error only after it has begun to answer", async () => {
  late = 5;
  try {
    expect((await page(AWAY)).response.status).toBe(503);
    const { response, text } = await page(new TypeError("x is not a function"));
    expect([response.status, text]).toEqual([500, "<html>of the framework</html>"]);
  } finally {
    late = null;
  }
});

test("a page is replaced even if the process was paused in between", async () => {
  late = 1_100;
  const paused = new Int32Array(new SharedArrayBuffer(4));
  try {
    const asked = page(AWAY);
    // By now the answer is held.
    await new Promise((held) => setTimeout(held, 100));
    Atomics.wait(paused, 0, 0, 1_500);
    expect((await asked).response.status).toBe(503);
  } finally {
    late = null;
  }
});

test("a page that works passes untouched, also after one that didn't", async () => {
  await page(AWAY);
  const { response, text } = await page(null);
  expect([response.status, text]).toEqual([200, "<html>of the framework</html>"]);
});

test("a request for the head alone gets no body", async () => {
  const { response, text } = await page(AWAY, "HEAD");
  expect([response.status, text]).toEqual([503, ""]);
});
