// Traces, as a collector gets them: a span for the request, its operation, and each round trip to the database.
import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import { serve } from "@/lib/http/serve";
import { normalizeRequests } from "@/lib/http/request-fixes";
import { measure } from "@/lib/http/health/metrics";
import { env } from "@/lib/platform/env";
import { tracesSent } from "@/lib/platform/watch/spans";
import { remoteSpan } from "@/lib/platform/watch/tracing";
import { watchRequests } from "@/lib/platform/watch/requests";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "../../auth/register";

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
}

const got: { path: string; text: string }[] = [];
/** The collector's answers wait for it. */
let accepts: Promise<void> = Promise.resolve();
const collector = createServer((incoming, response) => {
  void textOf(incoming).then(async (text) => {
    got.push({ path: incoming.url ?? "", text });
    await accepts;
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
});
let register: TestRegister;
let trusted: string;

beforeAll(async () => {
  register = await openRegister();
  trusted = env().TRUSTED_PROXIES;
  env().TRUSTED_PROXIES = "127.0.0.1";
  await once(collector.listen(0, "127.0.0.1"), "listening");
  const { port } = collector.address() as AddressInfo;
  env().OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}/`;
  normalizeRequests();
  await measure("web");
  watchRequests({ idHeader: "x-request-id", routeOf: () => "page" });
});
afterAll(async () => {
  delete env().OTEL_EXPORTER_OTLP_ENDPOINT;
  env().TRUSTED_PROXIES = trusted;
  collector.closeAllConnections();
  collector.close();
  await register.close();
});

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const EDGE = "00f067aa0ba902b7";

test("a request that reads a record is one trace, under the edge's span, without a name, an address or a value", async () => {
  const browser = new Browser();
  await browser.post("callback/credentials", { email: emailOf("OFFICER"), password: PASSWORD });
  const headers = {
    ...Object.fromEntries(browser.headers()),
    traceparent: `00-${TRACE}-${EDGE}-01`,
    "x-request-id": "edge-0123456789",
  };
  expect(await asked("/api/v1/pledges?q=Jeanne", headers)).toBe(200);
  const spans = await collected();
  const [whole] = spans.filter(({ kind }) => kind === 2);
  expect(whole).toMatchObject({ name: "GET /api/v1/pledges", traceId: TRACE, parentSpanId: EDGE });
  expect(whole?.attributes).toEqual(
    expect.arrayContaining([
      { key: "http.route", value: { stringValue: "/api/v1/pledges" } },
      { key: "http.response.status_code", value: { intValue: 200 } },
      { key: "register.request", value: { stringValue: "edge-0123456789" } },
    ]),
  );
  const [operation] = spans.filter(({ name }) => name === "GET /pledges");
  expect(operation?.parentSpanId).toBe(whole?.spanId);
  const trips = spans.filter(({ kind }) => kind === 3);
  expect(trips.length).toBeGreaterThan(0);
  expect(trips.some(({ parentSpanId }) => parentSpanId === operation?.spanId)).toBe(true);
  for (const { name } of trips) expect(name).toMatch(/^[A-Z]+( [a-z_.]+)?$/);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  expect(got.map(({ path }) => path)).toContain("/v1/traces");
  expect(JSON.stringify(got)).not.toMatch(/Jeanne|officer@|FR-|OFFICER/);
  expect(got[0]?.text).toContain("pledge-register-web");
});

test("requests at once are separate traces", async () => {
  got.length = 0;
  await Promise.all([1, 2, 3].map(() => asked("/api/v1/me", {})));
  const whole = (await collected()).filter(({ kind, name }) => kind === 2 && name !== "POST page");
  expect(whole.map(({ name }) => name)).toEqual(Array(3).fill("GET /api/v1/me"));
  expect(new Set(whole.map(({ traceId }) => traceId)).size).toBe(3);
});

test("a request is answered while the collector doesn't answer, and its trace follows", async () => {
  let accept = (): void => undefined;
  accepts = new Promise((resolve) => (accept = resolve));
  got.length = 0;
  expect(await asked("/api/v1/me", {})).toBe(401);
  const sending = tracesSent();
  await vi.waitFor(() => expect(got).toHaveLength(1));
  expect(await asked("/api/v1/participants", {})).toBe(401);
  accept();
  await sending;
  const whole = (await collected()).filter(({ kind }) => kind === 2);
  expect(whole.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["GET /api/v1/me", "GET /api/v1/participants"]),
  );
});

test("a request is answered while the collector is away", async () => {
  collector.closeAllConnections();
  collector.close();
  expect(await asked("/api/v1/me", {})).toBe(401);
});

test.each([
  null,
  "",
  "00-0-0-01",
  `00-${"0".repeat(32)}-${EDGE}-01`,
  `00-${TRACE}-${"0".repeat(16)}-01`,
  `01-${TRACE}-${EDGE}-01`,
  `00-${TRACE.toUpperCase()}-${EDGE}-01`,
])("%s is no parent", (traceparent) => {
  expect(remoteSpan(traceparent)).toBeNull();
});

async function collected(): Promise<Span[]> {
  await tracesSent();
  await vi.waitFor(() => expect(got.length).toBeGreaterThan(0));
  type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
  return got
    .flatMap(({ text }) => (JSON.parse(text) as Sent).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

async function asked(at: string, headers: Record<string, string>): Promise<number> {
  const handlers = serve(OPERATIONS);
  const server = createServer((incoming, response) => {
    const given = Object.entries(incoming.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    const path = (incoming.url ?? "").split("?")[0]?.split("/").slice(3) ?? [];
    void handlers
      .GET(new Request(`http://localhost:3000${incoming.url ?? ""}`, { headers: given }), {
        params: Promise.resolve({ path }),
      })
      .then(async (made) => response.writeHead(made.status).end(await made.text()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const asking = request({
    host: "127.0.0.1",
    port,
    path: at,
    agent: false,
    headers: { ...headers, host: "localhost:3000" },
  }).end();
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  await textOf(answer);
  server.close();
  return answer.statusCode ?? 0;
}

async function textOf(stream: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
