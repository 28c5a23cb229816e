// Follows each request from its arrival to the end of its answer, and then publishes what it was and how long
// it took.
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answeredRequests, begunRequests, type RequestUnderWay } from "./channels";

/** The API is in another bundle than the code that starts this. */
const shared = globalThis as typeof globalThis & { registerRequests?: AsyncLocalStorage<RequestUnderWay> };
const current = (shared.registerRequests ??= new AsyncLocalStorage());

/** For code that serves several routes, and knows which. */
export function nameRoute(route: string): void {
  const request = current.getStore();
  if (request) request.route = route;
}

/** Call once per process, after requests have their ids. */
export function watchRequests({
  idHeader,
  routeOf,
}: {
  idHeader: string;
  routeOf: (path: string) => string;
}): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const began = performance.now();
    const id = request.headers[idHeader];
    const underWay: RequestUnderWay = {
      id: typeof id === "string" ? id : "",
      method: METHODS.includes(request.method ?? "") ? (request.method ?? "") : "other",
      route: null,
    };
    // As it arrived: later code may rewrite it.
    const [path = "/"] = (request.url ?? "/").split("?");
    current.enterWith(underWay);
    const { traceparent } = request.headers;
    begunRequests.publish({ underWay, traceparent: typeof traceparent === "string" ? traceparent : null });
    response.once("close", () => {
      answeredRequests.publish({
        request: underWay.id,
        method: underWay.method,
        route: underWay.route ?? routeOf(path),
        status: response.statusCode,
        ms: performance.now() - began,
        isWhole: response.writableFinished,
        underWay,
      });
    });
  });
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
