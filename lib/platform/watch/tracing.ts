// Traces by OTLP: a span for each request, operation, job and round trip to the database. Names are from
// closed lists, like those of metrics; no span contains an address, a value or a person.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Context, Span } from "@opentelemetry/api";
import { answeredRequests, begunRequests } from "./channels";
import { onRoundTrip, traceSteps } from "./spans";

/** Call once per process. Loaded only here: without an endpoint it costs nothing. */
export async function startTraces(endpoint: string, build: string, process: "web" | "worker"): Promise<void> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, otlp, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const exporter = new otlp.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      "service.name": globalThis.process.env["OTEL_SERVICE_NAME"] ?? `pledge-register-${process}`,
      "service.version": build,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  // Not registered globally: the framework would then add its own spans, with the requested address.
  const tracer = provider.getTracer("pledge-register", build);
  const current = new AsyncLocalStorage<Context>();
  const here = (): Context => current.getStore() ?? ROOT_CONTEXT;
  const end = (span: Span, error: unknown): void => {
    if (error) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };

  begunRequests.subscribe(({ underWay, traceparent }) => {
    const parent = remoteSpan(traceparent);
    const around = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const span = tracer.startSpan(underWay.method, { kind: SpanKind.SERVER }, around);
    underWay.trace = span;
    current.enterWith(trace.setSpan(around, span));
  });
  answeredRequests.subscribe(({ underWay, request, method, route, status }) => {
    const span = underWay?.trace as Span | undefined;
    if (!span) return;
    span.updateName(`${method} ${route}`);
    span.setAttributes({
      "http.request.method": method,
      "http.route": route,
      "http.response.status_code": status,
      "register.request": request,
    });
    end(span, status >= 500);
  });
  traceSteps(
    (name, work) => {
      const span = tracer.startSpan(name, {}, here());
      const done = current.run(trace.setSpan(here(), span), work);
      done.then(
        () => end(span, null),
        (error: unknown) => end(span, error),
      );
      return done;
    },
    () => provider.forceFlush().catch(() => undefined),
  );
  onRoundTrip((trip) => {
    // Queries of background loops belong to no trace.
    if (current.getStore() === undefined) return;
    const span = tracer.startSpan(trip.name, { kind: SpanKind.CLIENT }, here());
    span.setAttribute("db.system.name", "postgresql");
    trip.onEnd = (error) => end(span, error);
  });
}

/** As in W3C's Trace Context; null: it is missing or malformed. */
export function remoteSpan(
  traceparent: string | null,
): { traceId: string; spanId: string; traceFlags: number; isRemote: true } | null {
  const [, traceId = "", spanId = "", flags = "00"] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? "") ?? [];
  if (traceId === "" || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}
