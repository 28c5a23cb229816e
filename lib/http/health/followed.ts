// The requests of this web server, for its log, its metrics and traces.
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import { env } from "@/lib/platform/env";
import { pageRoutes } from "@/lib/platform/watch/page-routes";
import { logRequests } from "@/lib/platform/watch/request-lines";
import { watchRequests } from "@/lib/platform/watch/requests";

/** Call once per process, after requests have their ids. */
export function followRequests(): void {
  const { METRICS_TOKEN, REQUEST_LOG, OTEL_EXPORTER_OTLP_ENDPOINT: traces } = env();
  if (REQUEST_LOG !== "1" && METRICS_TOKEN === undefined && traces === undefined) return;
  watchRequests({ idHeader: REQUEST_ID_HEADER, routeOf: pageRoutes(".next") });
  if (REQUEST_LOG === "1") logRequests();
}
