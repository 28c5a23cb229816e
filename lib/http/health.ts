// Health for a supervisor, without signing in: is the process up, and can it do its work?
import { ping } from "@/lib/db/state";
import type { LogHealth } from "@/lib/domain/log/log-status";
import { problem } from "./problem";

const PATIENCE = 2_000;
const HEADERS = { "Cache-Control": "private, no-store" };

export const alive = (): Response => Response.json({ status: "live" }, { headers: HEADERS });

/**
 * 503 while the database is away or silent. Problems of sealing or clocks are `degraded` with 200: a 503 would make a
 * balancer take out all instances.
 */
export async function ready(loadLogHealth: () => Promise<LogHealth>): Promise<Response> {
  const away = Symbol("away");
  const silence = new Promise<typeof away>((resolve) => setTimeout(resolve, PATIENCE, away).unref());
  const isAway = (await Promise.race([ping().catch(() => away), silence])) === away;
  if (isAway) return problem({ code: "database-away" });
  const log = await Promise.race([loadLogHealth().catch(() => null), silence.then(() => null)]);
  return Response.json(log === null ? UNKNOWN : stateOf(log), { headers: HEADERS });
}

/** The database is up, but failed to answer this question, or not in time. */
const UNKNOWN = {
  status: "degraded",
  parts: { database: { state: "ok" }, sealing: { state: "unknown" }, clock: { state: "unknown" } },
};

function stateOf({ sealing, clock }: LogHealth) {
  const isWell = sealing.fault === null && clock.faults.length === 0;
  return {
    status: isWell ? "ready" : "degraded",
    parts: {
      database: { state: "ok" },
      sealing: { state: sealing.fault ?? "ok" },
      clock: {
        state: clock.faults.length === 0 ? "ok" : "fault",
        faults: clock.faults,
        databaseAheadSeconds: Math.round(clock.databaseAheadMs / 1_000),
        movedSeconds: Math.round(clock.movedMs / 1_000),
        stampedAheadFromEntry: clock.aheadFrom,
      },
    },
  };
}
