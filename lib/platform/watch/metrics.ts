// Metrics of this process, for Prometheus. Labels are from closed lists: they contain no person, record or
// address.
import type * as client from "prom-client";
import type { Registry } from "prom-client";
import { accesses, answeredRequests, jobRuns, type Answered } from "./channels";

export type Prometheus = typeof client;

interface Metrics {
  client: Prometheus;
  /** Metrics that are counted as things happen. */
  counted: Registry;
}

/** Shared by all bundles in this process. */
const shared = globalThis as typeof globalThis & { registerMetrics?: Metrics };

/** Null: nobody asked for metrics of this process. */
export const metricsHere = (): Metrics | null => shared.registerMetrics ?? null;

/** Call once per process. `build`: its version. Loaded only here: without metrics it costs nothing. */
export async function startMetrics(build: string, process: "web" | "worker"): Promise<void> {
  const prometheus = await import("prom-client");
  const counted = new prometheus.Registry();
  shared.registerMetrics = { client: prometheus, counted };
  prometheus.collectDefaultMetrics({ register: counted });
  const info = { name: "register_build_info", help: "The build that runs, as what.", registers: [counted] };
  new prometheus.Gauge({ ...info, labelNames: ["version", "process"] }).set({ version: build, process }, 1);
  if (process === "web") countRequests(prometheus, counted);
  else countJobs(prometheus, counted);
  countAccesses(prometheus, counted);
}

/** Seconds: a page is answered in some hundredths, a package of everything takes a minute. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function countRequests({ Counter, Histogram }: Prometheus, registry: Registry): void {
  const registers = [registry];
  const answers = new Counter({
    name: "register_http_requests_total",
    help: "Requests that were answered, by route, method and status.",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const left = new Counter({
    name: "register_http_requests_left_total",
    help: "Requests whose client left before the end of the answer.",
    registers,
  });
  const seconds = new Histogram({
    name: "register_http_request_seconds",
    help: "From a request's arrival to the end of its answer.",
    labelNames: ["route", "method"],
    buckets: BUCKETS,
    registers,
  });
  answeredRequests.subscribe(({ route, method, status, ms, isWhole }: Answered) => {
    answers.inc({ route, method, status });
    if (!isWhole) return left.inc();
    seconds.observe({ route, method }, ms / 1_000);
  });
}

function countJobs({ Histogram }: Prometheus, registry: Registry): void {
  const seconds = new Histogram({
    name: "register_job_seconds",
    help: "Runs of background jobs by kind and outcome.",
    labelNames: ["kind", "outcome"],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
    registers: [registry],
  });
  jobRuns.subscribe(({ kind, outcome, ms }) => seconds.observe({ kind, outcome }, ms / 1_000));
}

function countAccesses({ Counter }: Prometheus, registry: Registry): void {
  const counter = new Counter({
    name: "register_access_total",
    help: "What the access log notes: sign-ins, failed ones, refusals, downloads, by their code.",
    labelNames: ["kind", "code"],
    registers: [registry],
  });
  accesses.subscribe(({ kind, code }) => counter.inc({ kind, code: code ?? "" }));
}
