// A line of the server's log for each request. It contains neither the address, which may contain a searched
// name, nor the person: changes and refusals are on record under the same id, and only auditors read them.
import { logger } from "../log";
import { answeredRequests, type Answered } from "./channels";

/** Call once per process. */
export function logRequests(): void {
  answeredRequests.subscribe((answered) => {
    if (isQuiet(answered)) return;
    const { request, method, route, status, ms, isWhole } = answered;
    const line = { request, method, route, status, ms: Math.round(ms * 10) / 10 };
    logger.info(isWhole ? line : { ...line, left: true }, "request");
  });
}

/** Otherwise scripts and probes would be most of the lines. */
const isQuiet = ({ route, status }: Answered): boolean =>
  route === "/_next/static" || (PROBES.includes(route) && status < 300);
const PROBES = ["/api/health/live", "/api/health/ready", "/metrics"];
