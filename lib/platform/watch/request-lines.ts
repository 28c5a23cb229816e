// A line of the server's log for each request. Neither its address, which may hold a name that was searched for, nor who
// asked: what somebody changed or was refused is on record under the same id, and read by auditors alone.
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

/** Scripts and probes would be most lines. */
const isQuiet = ({ route, status }: Answered): boolean =>
  route === "/_next/static" || (PROBES.includes(route) && status < 300);
const PROBES = ["/api/health/live", "/api/health/ready", "/metrics"];
