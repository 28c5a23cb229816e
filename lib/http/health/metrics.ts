// GET /metrics, for Prometheus: what this process counted, its pools, and what the database knows. It needs
// its own token; if none is set, there is nothing at this address.
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Server } from "node:http";
import { THIS_BUILD, poolFigures } from "@/lib/db/state";
import { env, listenAt } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { metricsHere, startMetrics, type Prometheus } from "@/lib/platform/watch/metrics";
import { startTraces } from "@/lib/platform/watch/tracing";
import { vitalMetrics } from "./vital-gauges";

/** Call once per process. */
export async function measure(process: "web" | "worker"): Promise<void> {
  const { METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT: traces } = env();
  if (METRICS_TOKEN !== undefined) await startMetrics(THIS_BUILD.version, process);
  if (traces !== undefined) await startTraces(traces, THIS_BUILD.version, process);
}

/** Null: metrics aren't set up. */
export async function metricsAnswer(authorization: string | null): Promise<Response | null> {
  const { METRICS_TOKEN: token } = env();
  const here = metricsHere();
  if (token === undefined || here === null) return null;
  if (!isSame(authorization ?? "", `Bearer ${token}`))
    return new Response("Metrics take the token that METRICS_TOKEN sets.\n", {
      status: 401,
      headers: { ...HEADERS, "WWW-Authenticate": 'Bearer realm="metrics"' },
    });
  const { client, counted } = here;
  const parts = await Promise.all([counted.metrics(), poolMetrics(client), vitalMetrics(client)]);
  return new Response(parts.join("\n"), { headers: { ...HEADERS, "Content-Type": TYPE } });
}

const TYPE = "text/plain; version=0.0.4; charset=utf-8";
const HEADERS = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };

/** In constant time, whatever was sent. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digestOf(given), digestOf(expected));
const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

function poolMetrics({ Gauge, Registry }: Prometheus): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, ...more: string[]) =>
    new Gauge({ name, help, labelNames: ["pool", ...more], registers: [registry] });
  const connections = gauge("register_pool_connections", "Connections to the database.", "state");
  const waiting = gauge("register_pool_waiting", "Those who wait for a connection.");
  const most = gauge("register_pool_most", "Connections that the pool may have.");
  for (const { pool, inUse, idle, waiting: wait, most: size } of poolFigures()) {
    connections.set({ pool, state: "in_use" }, inUse);
    connections.set({ pool, state: "idle" }, idle);
    waiting.set({ pool }, wait);
    most.set({ pool }, size);
  }
  return registry.metrics();
}

/**
 * A worker has no web server: it listens only for this, at WORKER_METRICS. If the port is taken, it works
 * anyway.
 */
export function serveWorkerMetrics(): Server | null {
  const { WORKER_METRICS } = env();
  const place = WORKER_METRICS === undefined ? null : listenAt(WORKER_METRICS);
  if (place === null) return null;
  const server = createServer((request, response) => {
    void answerTo(
      request.method === "GET" && request.url === "/metrics" ? request.headers.authorization : null,
    )
      .catch((error: unknown) => {
        logger.error({ err: error }, "metrics failed");
        return { status: 500, headers: {}, body: "" };
      })
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  server.on("error", (error) => logger.error({ err: error }, "no metrics of this worker"));
  // Listening doesn't keep a worker from ending.
  server.listen(place.port, place.host).unref();
  return server;
}

/** Null: something else was asked for. */
async function answerTo(authorization: string | null | undefined) {
  const answer = authorization === null ? null : await metricsAnswer(authorization ?? null);
  if (answer === null) return { status: 404, headers: {}, body: "" };
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
}
