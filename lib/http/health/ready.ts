// Health for a supervisor, without signing in: is the process up, and can it do its work?
import { findSchema, isWorkerAlive } from "@/lib/db/state";
import {
  brokenParts,
  PARTS,
  whyNotReady,
  type Health,
  type LogHealth,
  type StateOf,
} from "@/lib/domain/log/health";
import { translator } from "@/lib/i18n/translator";
import { isForwardedUntrusted } from "@/lib/platform/forwarding";
import { isInstanceStopping } from "@/lib/platform/stopping";

const PATIENCE_MS = 2_000;
const HEADERS = { "Cache-Control": "private, no-store" };
const AGAIN_SECONDS = 5;
const say = translator("health");

/** Checks of several capabilities, which the route combines. */
export interface HealthChecks {
  loadLogHealth: () => Promise<LogHealth>;
  tryStorage: () => Promise<StateOf<"storage">>;
}

export const alive = (): Response => Response.json({ status: "live" }, { headers: HEADERS });

/**
 * 503 only if nobody can work on this instance: otherwise a balancer would remove instances that are merely
 * degraded.
 */
export async function ready(checks: HealthChecks): Promise<Response> {
  const { health, log } = await loadHealth(checks);
  const why = whyNotReady(health);
  const parts = partsOf(health, log);
  if (why === null)
    return Response.json(
      { status: brokenParts(health).length > 0 ? "degraded" : "ready", parts },
      { headers: HEADERS },
    );
  const problem = {
    type: `urn:pledge-register:problem:${why}`,
    title: say.ofCode("state", why),
    status: 503,
    detail: say.ofCode("todo", why),
    code: why,
    parts,
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { ...HEADERS, "Content-Type": "application/problem+json", "Retry-After": String(AGAIN_SECONDS) },
  });
}

/** Also for administrators. A part that doesn't answer in time is away or unknown. */
export async function loadHealth({
  loadLogHealth,
  tryStorage,
}: HealthChecks): Promise<{ health: Health; log: LogHealth | null }> {
  const [database, worker, log, storage] = await Promise.all([
    inTime(findSchema(), null),
    inTime(isWorkerAlive(), null),
    inTime(loadLogHealth(), null),
    inTime<StateOf<"storage">>(tryStorage(), "away"),
  ]);
  const health: Health = {
    database: database === null ? "away" : database.isReadOnly ? "read-only" : "ok",
    schema: database?.schema ?? "unknown",
    storage,
    instance: isInstanceStopping() ? "stopping" : "ok",
    worker: worker === null ? "unknown" : worker ? "ok" : "away",
    sealing: log === null ? "unknown" : (log.sealing.fault ?? "ok"),
    keys: log?.keys ?? "unknown",
    clock: log === null ? "unknown" : log.clock.faults.length === 0 ? "ok" : "fault",
    proxies: isForwardedUntrusted() ? "forgotten" : "ok",
  };
  return { health, log };
}

function partsOf(health: Health, log: LogHealth | null): Record<string, object> {
  const parts = Object.fromEntries(PARTS.map((part) => [part, { state: health[part] }]));
  return log === null ? parts : { ...parts, clock: { state: health.clock, ...clockFacts(log) } };
}

const clockFacts = ({ clock: { faults, databaseAheadMs, movedMs, aheadFrom } }: LogHealth): object => ({
  faults,
  databaseAheadSeconds: Math.round(databaseAheadMs / 1_000),
  movedSeconds: Math.round(movedMs / 1_000),
  stampedAheadFromEntry: aheadFrom,
});

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, otherwise)));
  const answer = await Promise.race([work.catch(() => otherwise), late]);
  clearTimeout(timer);
  return answer;
}
